#include "CommandGate.h"

#include "CommandLog.h"
#include "Feed.h"
#include "JournalErrors.h"
#include "modules/base/Digest.h"
#include "modules/base/Json.h"
#include "modules/store/Transaction.h"
#include "StreamLog.h"

namespace kuaiban::journal {

using namespace Qt::StringLiterals;

namespace {

constexpr int AppendAttempts = 5; // writers queue in the store; where they could not, a clash is decided anew

Answer answered(const Command& command, Verdict verdict, qint64 version, std::optional<Error> reason = {})
{
    return {command.id, verdict, verdict, version, std::move(reason)};
}

Verdict verdictOf(Decision::Kind kind)
{
    switch (kind) {
    case Decision::Kind::Accept:
        return Verdict::Applied;
    case Decision::Kind::Hold:
        return Verdict::Held;
    case Decision::Kind::Wait:
        return Verdict::Wait;
    case Decision::Kind::Refuse:
        break;
    }
    return Verdict::Refused;
}

} // namespace

CommandGate::CommandGate(
    const Clock& clock, RandomSource& random, std::vector<std::unique_ptr<StreamKind>> kinds, Projections projections)
    : m_clock(clock)
    , m_random(random)
    , m_kinds(std::move(kinds))
    , m_projections(std::move(projections))
{}

Result<QList<Answer>> CommandGate::submit(store::Connection& connection, const QList<QJsonObject>& commands,
    const QString& account, const QString& device, const Holds& holds)
{
    return store::inTransaction(connection, [&]() -> Result<QList<Answer>> {
        QList<Answer> answers;
        for (const auto& command : commands) {
            KB_TRY(auto answer, take(connection, command, account, device, holds));
            answers.append(std::move(answer));
        }
        KB_CHECK(Feed(connection).stampAll());
        return answers;
    });
}

Result<Answer> CommandGate::take(store::Connection& connection, const QJsonObject& json, const QString& account,
    const QString& device, const Holds& holds)
{
    const auto parsed = Command::fromJson(json);
    if (!parsed)
        return Answer{json.value("id"_L1).toString(), Verdict::Refused, Verdict::Refused, 0, parsed.error()};
    const Command& command = *parsed;
    const QByteArray bytes = canonicalBytes(json);
    const QString digest = digestOf(bytes);

    CommandLog log(connection);
    KB_TRY(const auto known, log.find(command.id));
    if (known) {
        if (known->digest != digest)
            return fail(commandIdReused(command.id));
        Answer repeat = known->answer;
        repeat.recorded = repeat.verdict;
        repeat.verdict = Verdict::AlreadyApplied;
        return repeat;
    }
    if ((!account.isEmpty() && command.actor != account) || (!device.isEmpty() && command.device != device))
        return answered(command, Verdict::Refused, 0, foreignActor());

    KB_TRY(const auto before, replacedBy(connection, command));
    if (before && before->answer.verdict == Verdict::Applied) { // a person let it count meanwhile: it counts once
        const Answer counts = answered(command, Verdict::Applied, before->answer.version);
        // What hangs on it hangs on what counts. The `prev` it came with was asked by nobody and might lead in a
        // circle.
        Command link = command;
        link.prev = command.instead;
        KB_CHECK(log.add(link, bytes, digest, counts, m_clock.nowMs()));
        return counts;
    }
    KB_TRY(auto answer, judge(connection, command, holds));
    if (answer.verdict == Verdict::Wait) // it comes again once its predecessor is here
        return answer;
    KB_CHECK(log.add(command, bytes, digest, answer, m_clock.nowMs()));
    if (before && before->answer.verdict == Verdict::Held)
        KB_CHECK(log.settle({command.instead, Verdict::Refused, Verdict::Refused, answer.version, doneAgain()}));
    return answer;
}

// What the writer did on the same stream and does anew with this command.
Result<std::optional<LoggedCommand>> CommandGate::replacedBy(store::Connection& connection, const Command& command)
{
    if (command.instead.isEmpty())
        return std::optional<LoggedCommand>();
    KB_TRY(auto before, CommandLog(connection).find(command.instead));
    if (before && (before->stream != command.stream || before->actor() != command.actor))
        before.reset();
    return before;
}

Result<Answer> CommandGate::judge(store::Connection& connection, const Command& command, const Holds& holds)
{
    const auto kind = std::find_if(
        m_kinds.begin(), m_kinds.end(), [&](const auto& candidate) { return candidate->name() == command.streamKind; });
    if (kind == m_kinds.end())
        return answered(command, Verdict::Refused, 0, unknownStreamKind(command.streamKind));

    CommandLog log(connection);
    if (!command.prev.isEmpty()) {
        KB_TRY(const auto previous, log.find(command.prev));
        if (!previous)
            return answered(command, Verdict::Wait, 0, previousUnknown());
        // Who hangs on a colleague's command would overwrite it as if he had seen it.
        if (previous->stream != command.stream || previous->actor() != command.actor)
            return answered(command, Verdict::Refused, 0, previousForeign());
        if (previous->answer.verdict != Verdict::Applied)
            return answered(command, Verdict::Held, previous->answer.version, previousNotApplied());
    }
    if (const auto held = holds.constFind(command.id); held != holds.constEnd()) {
        KB_TRY(const auto head, StreamLog(connection, m_random).head(command.stream));
        return answered(command, Verdict::Held, head.version, *held);
    }
    for (int attempt = 1;; ++attempt) {
        auto answer = decideAndAppend(connection, **kind, command);
        const bool beaten = !answer && answer.error().is("store.constraint"_L1);
        if (!beaten || attempt == AppendAttempts)
            return answer;
    }
}

Result<Answer> CommandGate::decideAndAppend(store::Connection& connection, StreamKind& kind, const Command& command)
{
    KB_TRY(auto head, StreamLog(connection, m_random).head(command.stream));
    if (head.version > 0 && head.kind != command.streamKind) // it would be judged by the rules of something else
        return answered(command, Verdict::Refused, head.version, unknownStreamKind(command.streamKind));
    const qint64 before = head.version;
    KB_TRY(auto part, store::Savepoint::begin(connection));
    KB_TRY(auto no, decideOnce(connection, kind, command, head));
    if (no)
        return *std::move(no);
    if (head.version > before)
        KB_CHECK(StreamLog(connection, m_random).keepHead(command.stream, head));
    KB_CHECK(part.release());
    return answered(command, Verdict::Applied, head.version);
}

Result<std::optional<Answer>> CommandGate::decideOnce(
    store::Connection& connection, StreamKind& kind, const Command& command, StreamHead& head)
{
    using No = std::optional<Answer>;
    StreamLog streams(connection, m_random);
    const qint64 version = head.version;
    if (kind.comparesAndSets(command.type)) {
        KB_TRY(const bool changed,
            CommandLog(connection).changedByOthers(command.stream, command.base, command.prev, kind.asides()));
        if (changed)
            return No(answered(command, Verdict::Conflict, version, changedMeanwhile()));
    }
    KB_TRY(const auto history, version > 0 ? streams.history(command.stream) : Result<QList<Event>>(QList<Event>()));
    KB_TRY(auto decision, kind.decide(connection, history, command));
    if (decision.kind != Decision::Kind::Accept)
        return No(answered(command, verdictOf(decision.kind), version, decision.reason));
    if (command.admitted && !decision.rulings.isEmpty()) // rulings that let each other count would never end
        return No(answered(command, Verdict::Refused, version, notHeld()));
    for (const auto& ruling : std::as_const(decision.rulings)) {
        KB_TRY(const auto no, rule(connection, kind, ruling, command.stream, head));
        if (no)
            return No(answered(command, Verdict::Refused, version, *no));
    }
    for (auto& fresh : decision.events) {
        Event event{command.stream, command.streamKind, 0, fresh.type, fresh.v, command.actor, command.device,
            command.id, command.times.corrected, command.times.uncertain, fresh.body, fresh.personal, false};
        KB_CHECK(streams.append(event, head, kind.audience(history, event)));
        for (const auto& projection : m_projections)
            KB_CHECK(projection->apply(connection, event));
        KB_CHECK(kind.route(connection, event));
    }
    return No();
}

// The reason itself is for whoever did the work alone, who asks for it by sending the command once more.
Result<std::optional<Error>> CommandGate::rule(
    store::Connection& connection, StreamKind& kind, const Ruling& ruling, const QString& stream, StreamHead& head)
{
    CommandLog log(connection);
    for (const auto& id : ruling.commands) {
        KB_TRY(const auto held, log.find(id));
        if (!held || held->stream != stream || held->answer.verdict != Verdict::Held)
            return std::optional(notHeld());
        if (!ruling.refusal) {
            KB_TRY(const auto no, admit(connection, kind, *held, head));
            if (no)
                return no;
        }
        const auto verdict = ruling.refusal ? Verdict::Refused : Verdict::Applied;
        KB_CHECK(log.settle({id, verdict, verdict, head.version, ruling.refusal}));
        KB_CHECK(Feed(connection).addRow(RulingTable, id, {{u"stream"_s, stream}}, held->actor()));
    }
    return std::optional<Error>();
}

Result<std::optional<Error>> CommandGate::admit(
    store::Connection& connection, StreamKind& kind, const LoggedCommand& held, StreamHead& head)
{
    KB_TRY(auto command, Command::fromJson(parseObject(held.bytes).value_or(QJsonObject{})));
    command.admitted = true;
    if (!command.prev.isEmpty()) {
        KB_TRY(const auto previous, CommandLog(connection).find(command.prev));
        if (!previous || previous->answer.verdict != Verdict::Applied)
            return std::optional(previousNotApplied());
    }
    KB_TRY(const auto no, decideOnce(connection, kind, command, head));
    return no ? no->reason : std::optional<Error>();
}

} // namespace kuaiban::journal

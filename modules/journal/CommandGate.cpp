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

    KB_TRY(auto answer, judge(connection, command, holds));
    if (answer.verdict != Verdict::Wait) // a waiting command comes again once its predecessor is here
        KB_CHECK(log.add(command, bytes, digest, answer, m_clock.nowMs()));
    return answer;
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
    StreamLog streams(connection, m_random);
    KB_TRY(auto head, streams.head(command.stream));
    if (head.version > 0 && head.kind != command.streamKind) // it would be judged by the rules of something else
        return answered(command, Verdict::Refused, head.version, unknownStreamKind(command.streamKind));
    if (kind.comparesAndSets(command.type)) {
        KB_TRY(const bool changed,
            CommandLog(connection).changedByOthers(command.stream, command.base, command.prev, kind.asides()));
        if (changed)
            return answered(command, Verdict::Conflict, head.version, changedMeanwhile());
    }
    KB_TRY(const auto history, streams.history(command.stream));
    KB_TRY(auto decision, kind.decide(connection, history, command));
    if (decision.kind != Decision::Kind::Accept)
        return answered(command, verdictOf(decision.kind), head.version, decision.reason);
    KB_TRY(auto part, store::Savepoint::begin(connection));
    for (auto& fresh : decision.events) {
        Event event{command.stream, command.streamKind, 0, fresh.type, fresh.v, command.actor, command.device,
            command.id, command.times.corrected, command.times.uncertain, fresh.body, fresh.personal, false};
        KB_CHECK(streams.append(event, head, kind.audience(history, event)));
        for (const auto& projection : m_projections)
            KB_CHECK(projection->apply(connection, event));
        KB_CHECK(kind.route(connection, event));
    }
    KB_CHECK(part.release());
    return answered(command, Verdict::Applied, head.version);
}

} // namespace kuaiban::journal

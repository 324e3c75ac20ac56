#include "Desk.h"

#include "modules/base/Json.h"
#include "modules/casework/CaseStream.h"
#include "modules/casework/CommandFiles.h"
#include "modules/store/Transaction.h"

#include <QSet>

#include <algorithm>

namespace kuaiban::sync {

using namespace Qt::StringLiterals;
using casework::Case;
using casework::CaseStream;
using journal::Command;
using journal::Decision;
using journal::Event;
using journal::Verdict;

namespace {

// The hub refused the case, but a citizen has its receipt: it must not vanish from the list.
void showUnopened(LocalCase& line, const OutboxItem& opening)
{
    const auto& body = opening.command.body;
    const auto applicant = body.value("parties"_L1).toObject().value("applicant"_L1).toObject();
    line.stream = opening.command.stream;
    line.unopened = true;
    line.number = body.value("number"_L1).toString();
    line.item = body.value("item"_L1).toString();
    line.revision = body.value("revision"_L1).toInt();
    line.applicant = applicant.value("name"_L1).toString();
    line.idNo = applicant.value("idNo"_L1).toString();
    line.openedAt = opening.madeAt;
}

LocalCase lineOf(const Case& state, const QList<OutboxItem>& pending, const QString& account)
{
    LocalCase line;
    line.stream = state.id;
    line.number = state.number;
    line.item = state.item;
    line.revision = state.itemRevision;
    line.phase = casework::phaseName(state.phase);
    line.applicant = state.applicantName();
    line.idNo = state.applicantIdNo();
    line.openedAt = state.openedAt;
    line.dueOn = state.dueOn;
    line.closedAt = state.closedAt;
    line.collected = state.collection.at != 0;
    line.duplicateOf = state.duplicateOf;
    if (state.phase == casework::Phase::Supplement)
        line.supplementDue = state.supplement.deadline;
    if (const auto* task = state.currentTask()) {
        line.step = task->step;
        line.holder = task->holder;
        line.holderName = task->holderName;
        line.mine = task->holder == account;
    }
    for (const auto& task : state.tasks) {
        if (task.state == casework::TaskState::Done) {
            line.outcome = task.outcome;
            line.opinion = task.opinion;
        }
    }
    for (const auto& item : pending) {
        if (!state.exists() && item.state == OutboxState::Attention && casework::opens(item.command.type))
            showUnopened(line, item);
        line.pending = line.pending || item.state == OutboxState::Ready;
        if (item.state == OutboxState::Attention && item.answer && item.answer->reason)
            line.attention = item.answer->reason;
    }
    return line;
}

} // namespace

Result<Case> Desk::applied(Case state, const Command& command, std::optional<Decision>* decision) const
{
    KB_TRY(const auto facts, gather(state, command));
    auto verdict = casework::decide(state, command, facts);
    if (verdict.kind == Decision::Kind::Accept) {
        for (const auto& fresh : std::as_const(verdict.events)) {
            const Event event{command.stream, command.streamKind, state.version + 1, fresh.type, fresh.v, command.actor,
                command.device, command.id, command.times.corrected, command.times.uncertain, fresh.body,
                fresh.personal, false};
            state = casework::evolve(std::move(state), event);
        }
    }
    if (decision)
        *decision = std::move(verdict);
    return state;
}

Result<Case> Desk::view(const QString& stream) const
{
    KB_TRY(const auto events, LocalStreams(m_parts.user).events(stream));
    KB_TRY(const auto pending, Outbox(m_parts.user).ofStream(stream));
    QSet<QString> confirmed;
    for (const auto& event : events)
        confirmed.insert(event.command);
    Case state = casework::fold(events);
    for (const auto& item : pending) {
        if (item.state != OutboxState::Attention && !confirmed.contains(item.command.id)) {
            KB_TRY(state, applied(std::move(state), item.command, nullptr));
        }
    }
    return state;
}

Result<Command> Desk::compose(
    const QString& kind, const QString& stream, const QString& type, const QJsonObject& body, qint64 base) const
{
    KB_TRY(const QString prev, Outbox(m_parts.user).lastOf(stream));
    return Command{m_parts.ids.next(), stream, kind, type, 1, m_user.account, m_user.device, base, prev,
        m_parts.time.now(), casework::filesOf(body), body};
}

Result<Case> Desk::decideAndKeep(
    const QString& stream, const QString& type, const QJsonObject& body, const QString& instead)
{
    KB_TRY(const auto state, view(stream));
    KB_TRY(const qint64 base, LocalStreams(m_parts.user).version(stream));
    KB_TRY(auto command, compose(CaseStream::kind(), stream, type, body, base));
    command.instead = instead;
    std::optional<Decision> decision;
    KB_TRY(const auto after, applied(state, command, &decision));
    if (decision->kind != Decision::Kind::Accept)
        return fail(decision->reason);
    if (decision->events.isEmpty())
        return state;
    QList<OutgoingFile> outgoing;
    for (const auto& digest : command.files) {
        // A page that came from the hub may be named again without being here.
        if (state.files().contains(digest) && !m_parts.blobs.has(digest))
            continue;
        KB_TRY(const qint64 size, m_parts.blobs.size(digest));
        outgoing.append({digest, size});
    }
    // The last thing before it stands: from here on a gap would be left.
    if (!state.exists() && instead.isEmpty())
        KB_CHECK(NumberStock(m_parts.machine).use(after.number));
    KB_CHECK(Outbox(m_parts.user).add(command, outgoing, m_parts.clock.nowMs()));
    KB_CHECK(reindex(stream));
    return after;
}

Result<Case> Desk::act(const QString& stream, const QString& type, const QJsonObject& body)
{
    return store::inTransaction(m_parts.user, [&] { return decideAndKeep(stream, type, body); });
}

Result<Case> Desk::open(const QString& draft, const QJsonObject& body)
{
    return begin(u"OpenCase"_s, draft, body);
}

Result<Case> Desk::refuse(const QString& draft, const QJsonObject& body)
{
    return begin(u"RefuseAcceptance"_s, draft, body);
}

Result<Case> Desk::begin(const QString& type, const QString& draft, QJsonObject body)
{
    const QDate day = legalDate(m_parts.time.now().corrected);
    KB_TRY(const QString number, NumberStock(m_parts.machine).next(m_user.area, day));
    body.insert(u"number"_s, number);
    body.insert(u"area"_s, m_user.area);
    body.insert(u"office"_s, m_user.office);
    body.insert(u"window"_s, m_user.window);
    body.insert(
        u"queryCode"_s, m_parts.ids.next().right(8).toUpper()); // the random end of a UUID: 32 bits beside the number
    return store::inTransaction(m_parts.user, [&]() -> Result<Case> {
        const QString stream = isUuid7(draft) ? draft : m_parts.ids.next();
        KB_TRY(const auto begun, decideAndKeep(stream, type, body));
        if (!draft.isEmpty())
            KB_CHECK(Drafts(m_parts.user).send(draft, stream));
        return begun;
    });
}

// The hub has the case: it will not come back as a draft.
Done Desk::noteTaken(const QString& stream)
{
    KB_CHECK(Drafts(m_parts.user).sentIsTaken(stream));
    return reindex(stream);
}

Done Desk::reindex(const QString& stream)
{
    KB_TRY(const auto state, view(stream));
    KB_TRY(const auto pending, Outbox(m_parts.user).ofStream(stream));
    const auto line = lineOf(state, pending, m_user.account);
    // A case that was only looked at is here, but not mine.
    if ((!state.exists() && !line.unopened) ||
        (state.exists() && state.openedBy != m_user.account && !line.mine && pending.isEmpty())) {
        KB_CHECK(m_parts.user.execute("DELETE FROM local_case WHERE stream = ?", {stream}));
        return {};
    }
    KB_CHECK(m_parts.user.execute(
        "INSERT INTO local_case(stream, opened_at, phase, bytes) VALUES(?, ?, ?, ?) ON CONFLICT(stream) "
        "DO UPDATE SET opened_at = excluded.opened_at, phase = excluded.phase, bytes = excluded.bytes",
        {stream, line.openedAt, line.phase, canonicalBytes(line.toJson())}));
    return {};
}

Result<QList<LocalCase>> Desk::cases(qint64 since) const
{
    return m_parts.user.list("SELECT bytes FROM local_case WHERE opened_at >= ? ORDER BY opened_at DESC, stream DESC",
        {since},
        [](const store::Row& row) { return LocalCase::fromJson(parseObject(row.bytes(0)).value_or(QJsonObject{})); });
}

Result<std::optional<LocalCase>> Desk::line(const QString& stream) const
{
    return m_parts.user.first("SELECT bytes FROM local_case WHERE stream = ?", {stream},
        [](const store::Row& row) { return LocalCase::fromJson(parseObject(row.bytes(0)).value_or(QJsonObject{})); });
}

Done Desk::saveDraft(const QString& id, const QJsonObject& content)
{
    return Drafts(m_parts.user).save({id, content, m_parts.clock.nowMs()});
}

Result<QList<Draft>> Desk::drafts() const
{
    return Drafts(m_parts.user).all();
}

Done Desk::dropDraft(const QString& id)
{
    return Drafts(m_parts.user).remove(id);
}

Done Desk::giveUp(const QString& command)
{
    return store::inTransaction(m_parts.user, [&]() -> Done {
        Outbox outbox(m_parts.user);
        KB_TRY(const auto items, outbox.items());
        const auto dropped = std::find_if(items.begin(), items.end(),
            [&](const OutboxItem& item) { return item.command.id == command && item.state == OutboxState::Attention; });
        if (dropped == items.end())
            return {};
        KB_CHECK(outbox.drop(command));
        KB_CHECK(withdrawHeld(*dropped));
        for (const auto& item : items) {
            if (item.command.prev == command)
                KB_CHECK(outbox.record({item.command.id, Verdict::Held, Verdict::Held, 0,
                    dropped->answer ? dropped->answer->reason : std::nullopt}));
        }
        if (casework::opens(dropped->command.type))
            KB_CHECK(Drafts(m_parts.user).sentComesBack(dropped->command.stream));
        return reindex(dropped->command.stream);
    });
}

Result<qint64> Desk::noteVisit()
{
    return store::inTransaction(m_parts.user, [&]() -> Result<qint64> {
        KB_TRY(const auto before,
            m_parts.user.first("SELECT at FROM visit", {}, [](const store::Row& row) { return row.integer(0); }));
        KB_CHECK(m_parts.user.execute("DELETE FROM visit", {}));
        KB_CHECK(m_parts.user.execute("INSERT INTO visit(at) VALUES(?)", {m_parts.time.now().corrected}));
        return before.value_or(0);
    });
}

} // namespace kuaiban::sync

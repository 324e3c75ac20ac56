#include "Desk.h"

#include "modules/casework/CaseStream.h"
#include "modules/casework/CaseworkErrors.h"
#include "modules/store/Transaction.h"

#include <QJsonArray>

#include <algorithm>
#include <numeric>

// The outbox as a person sees it, case by case, and what may be done about it.
namespace kuaiban::sync {

using namespace Qt::StringLiterals;

bool OutgoingCase::needsPerson() const
{
    return std::any_of(
        items.begin(), items.end(), [](const OutboxItem& item) { return item.state == OutboxState::Attention; });
}

bool OutgoingCase::canBeDoneAgain() const
{
    const QString taken = casework::caseNumberTaken({}).code;
    return needsPerson() && std::none_of(items.begin(), items.end(), [&taken](const OutboxItem& item) {
        return item.state == OutboxState::Attention && item.answer && item.answer->reason &&
               item.answer->reason->code == taken;
    });
}

qint64 OutgoingCase::fileBytes() const
{
    return std::accumulate(
        files.begin(), files.end(), qint64{0}, [](qint64 sum, const OutgoingFile& file) { return sum + file.size; });
}

qint64 OutgoingCase::sentBytes() const
{
    return std::accumulate(
        files.begin(), files.end(), qint64{0}, [](qint64 sum, const OutgoingFile& file) { return sum + file.sent; });
}

Result<QList<OutgoingCase>> Desk::outgoing() const
{
    const Outbox outbox(m_parts.user);
    KB_TRY(const auto items, outbox.items());
    KB_TRY(const auto files, outbox.allFiles());
    KB_TRY(const auto parked, outbox.parked());
    KB_TRY(const auto needless, outbox.needless(m_parts.clock.nowMs() - NeedlessShownMs));
    QList<OutgoingCase> outgoing;
    const auto of = [&](const QString& stream) -> OutgoingCase& {
        const auto known = std::find_if(
            outgoing.begin(), outgoing.end(), [&](const OutgoingCase& one) { return one.stream == stream; });
        return known == outgoing.end() ? outgoing.emplaceBack(OutgoingCase{stream, {}, {}, {}, parked.contains(stream)})
                                       : *known;
    };
    for (const auto& item : items)
        of(item.command.stream).items.append(item);
    for (const auto& file : files)
        of(file.stream).files.append(file);
    for (const auto& command : needless)
        of(command.command.stream).needless.append(command);
    for (auto& one : outgoing) {
        KB_TRY(one.line, line(one.stream));
    }
    return outgoing;
}

Result<LocalScope> Desk::scope() const
{
    KB_TRY(const auto scope,
        m_parts.user.first(
            "SELECT COUNT(DISTINCT stream), COUNT(*), COALESCE(SUM(LENGTH(bytes)), 0) FROM confirmed_event", {},
            [](const store::Row& row) {
                return LocalScope{row.integer(0), row.integer(1), row.integer(2)};
            }));
    return scope.value_or(LocalScope{});
}

// What the hub holds of it, or may hold: itself, and what it was to stand in place of. That hangs on nothing and
// nothing hangs on it.
Done Desk::withdrawHeld(const OutboxItem& item)
{
    QJsonArray held;
    if (item.tries > 0 && item.answer && item.answer->recorded == journal::Verdict::Held)
        held.append(item.command.id);
    if (!item.command.instead.isEmpty())
        held.append(item.command.instead);
    if (held.isEmpty())
        return {};
    const QString stream = item.command.stream;
    KB_TRY(const qint64 base, LocalStreams(m_parts.user).version(stream));
    KB_TRY(auto command,
        compose(casework::CaseStream::kind(), stream, casework::WithdrawWork, {{u"commands"_s, held}}, base));
    command.prev.clear();
    return Outbox(m_parts.user).add(command, {}, m_parts.clock.nowMs());
}

Done Desk::doAgain(const QString& stream)
{
    return store::inTransaction(m_parts.user, [&]() -> Done {
        Outbox outbox(m_parts.user);
        KB_CHECK(outbox.setParked(stream, false));
        KB_TRY(const auto items, outbox.ofStream(stream));
        for (const auto& item : items) {
            if (item.state != OutboxState::Attention)
                continue;
            KB_TRY(const QString before, outbox.lastOf(stream));
            // What the hub never saw cannot be replaced there.
            const auto& known = item.command;
            const QString instead = item.tries == 0 && !known.instead.isEmpty() ? known.instead : known.id;
            KB_CHECK(decideAndKeep(stream, known.type, known.body, instead));
            KB_TRY(const QString after, outbox.lastOf(stream));
            if (before != after) {
                KB_CHECK(outbox.drop(item.command.id));
                continue;
            }
            KB_CHECK(withdrawHeld(item));
            KB_CHECK(outbox.dropNeedless(item.command.id, m_parts.clock.nowMs()));
        }
        return reindex(stream);
    });
}

} // namespace kuaiban::sync

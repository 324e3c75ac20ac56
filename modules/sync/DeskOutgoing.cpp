#include "Desk.h"

#include "modules/store/Transaction.h"

#include <algorithm>
#include <numeric>

// The outbox as a person sees it, case by case, and what may be done about it.
namespace kuaiban::sync {

bool OutgoingCase::needsPerson() const
{
    return std::any_of(
        items.begin(), items.end(), [](const OutboxItem& item) { return item.state == OutboxState::Attention; });
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
    KB_TRY(const auto lines, cases(0));
    QList<OutgoingCase> outgoing;
    const auto of = [&](const QString& stream) -> OutgoingCase& {
        const auto known = std::find_if(
            outgoing.begin(), outgoing.end(), [&](const OutgoingCase& one) { return one.stream == stream; });
        if (known != outgoing.end())
            return *known;
        OutgoingCase fresh{stream, {}, {}, {}, parked.contains(stream)};
        const auto line =
            std::find_if(lines.begin(), lines.end(), [&](const LocalCase& one) { return one.stream == stream; });
        if (line != lines.end())
            fresh.line = *line;
        outgoing.append(std::move(fresh));
        return outgoing.last();
    };
    for (const auto& item : items)
        of(item.command.stream).items.append(item);
    for (const auto& file : files)
        of(file.stream).files.append(file);
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

Done Desk::doAgain(const QString& stream)
{
    return store::inTransaction(m_parts.user, [&]() -> Done {
        Outbox outbox(m_parts.user);
        KB_TRY(const auto items, outbox.ofStream(stream));
        for (const auto& item : items) {
            if (item.state != OutboxState::Attention)
                continue;
            KB_CHECK(outbox.drop(item.command.id));
            KB_CHECK(decideAndKeep(stream, item.command.type, item.command.body, Numbering::Used));
        }
        return reindex(stream);
    });
}

} // namespace kuaiban::sync

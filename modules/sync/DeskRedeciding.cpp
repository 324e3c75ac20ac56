#include "Desk.h"

#include "modules/casework/CaseStream.h"
#include "modules/journal/JournalErrors.h"
#include "modules/store/Transaction.h"

#include <QSet>

#include <algorithm>

// What becomes of work that waited while others changed the same cases.
namespace kuaiban::sync {

using casework::Case;
using casework::CaseStream;
using journal::Decision;
using journal::Verdict;

namespace {

constexpr qint64 NeedlessKeptMs = 90LL * 24 * 3600 * 1000;

// A follower that the hub may know cannot be hung on another command any more.
bool isUntriedFrom(const QList<OutboxItem>& pending, qsizetype place)
{
    return std::all_of(pending.begin() + place, pending.end(),
        [](const OutboxItem& item) { return item.state == OutboxState::Ready && item.tries == 0; });
}

} // namespace

Result<journal::Holds> Desk::redecide()
{
    return store::inTransaction(m_parts.user, [&]() -> Result<journal::Holds> {
        Outbox outbox(m_parts.user);
        KB_CHECK(outbox.forgetNeedless(m_parts.clock.nowMs() - NeedlessKeptMs));
        KB_TRY(const auto items, outbox.items());
        QSet<QString> streams;
        for (const auto& item : items) {
            if (item.state == OutboxState::Ready && item.command.streamKind == CaseStream::kind())
                streams.insert(item.command.stream);
        }
        journal::Holds holds;
        for (const auto& stream : std::as_const(streams))
            KB_CHECK(redecideStream(stream, holds));
        return holds;
    });
}

Done Desk::redecideStream(const QString& stream, journal::Holds& holds)
{
    KB_TRY(const auto events, LocalStreams(m_parts.user).events(stream));
    KB_TRY(auto pending, Outbox(m_parts.user).ofStream(stream));
    pending.removeIf([](const OutboxItem& item) { return item.command.type == casework::WithdrawWork; });
    if (pending.isEmpty())
        return {};
    QSet<QString> confirmed;
    for (const auto& event : events)
        confirmed.insert(event.command);
    Case state = casework::fold(events);
    if (state.isBeyond || (!state.exists() && !casework::opens(pending.constFirst().command.type)))
        return {};
    bool isChanged = false;
    QSet<QString> stuck; // and what follows them, of which the hub will say so by itself
    for (qsizetype place = 0; place < pending.size(); ++place) {
        const auto& item = pending.at(place);
        if (item.state == OutboxState::Attention || stuck.contains(item.command.prev)) {
            stuck.insert(item.command.id);
            continue;
        }
        if (confirmed.contains(item.command.id))
            continue;
        std::optional<Decision> decision;
        KB_TRY(auto after, applied(state, item.command, &decision));
        if (item.state == OutboxState::Ready && decision->kind != Decision::Kind::Accept) {
            holds.insert(item.command.id, decision->reason);
            stuck.insert(item.command.id);
            continue;
        }
        if (decision->events.isEmpty() && isUntriedFrom(pending, place)) {
            KB_CHECK(withdrawHeld(item));
            KB_CHECK(Outbox(m_parts.user).dropNeedless(item.command.id, m_parts.clock.nowMs()));
            isChanged = true;
            continue;
        }
        state = std::move(after);
    }
    return isChanged ? reindex(stream) : Done{};
}

Done Desk::receiveRefusal(const QString& command, const Error& reason)
{
    KB_TRY(const auto items, outbox());
    QList<journal::Answer> answers{{command, Verdict::Refused, Verdict::Refused, 0, reason}};
    QSet<QString> lost{command};
    for (const auto& item : items) {
        if (!lost.contains(item.command.prev))
            continue;
        lost.insert(item.command.id);
        answers.append({item.command.id, Verdict::Held, Verdict::Held, 0, journal::previousNotApplied()});
    }
    return receiveAnswers(answers);
}

} // namespace kuaiban::sync

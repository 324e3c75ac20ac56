#include "Leases.h"

#include "CaseworkErrors.h"
#include "Decisions.h"
#include "ItemShelf.h"

#include <algorithm>

namespace kuaiban::casework {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 DayMs = 24LL * 3600 * 1000; // no lease is shorter

struct Loan
{
    LapsedLease lease;
    QString item;
    int revision = 0;
    QString step;
};

// A task that was given lately counts as a word of its holder. Since when it is held is the time of a counter, whose
// clock may have run ahead.
qint64 lastHeard(qint64 contactMs, qint64 heldSinceMs, qint64 nowMs)
{
    return heldSinceMs > nowMs ? contactMs : std::max(contactMs, heldSinceMs);
}

} // namespace

bool isLent(const flow::Step& step)
{
    return step.kind != flow::StepKind::Accept && !step.atWindow;
}

qint64 leaseEnd(const codes::WorkingCalendar& calendar, qint64 heardMs)
{
    return utcMs(calendar.addWorkingDays(legalDate(heardMs), 1).date.addDays(1), QTime(0, 0));
}

Result<QList<LapsedLease>> lapsedLeases(store::Connection& connection, ItemShelf& shelf, qint64 nowMs)
{
    KB_CHECK(connection.execute("INSERT INTO contact(account, at) SELECT holder, CAST(? AS BIGINT) FROM task_row WHERE "
                                "state = 'claimed' AND holder IS NOT NULL GROUP BY holder ON CONFLICT DO NOTHING",
        {nowMs}));
    KB_TRY(const auto calendar, shelf.calendar(connection));
    KB_TRY(const auto loans,
        connection.list("SELECT t.stream, t.task, t.holder, t.held_since, k.at, c.item, c.revision, t.step FROM "
                        "task_row t JOIN contact k ON k.account = t.holder JOIN case_row c ON c.stream = t.stream "
                        "WHERE t.state = 'claimed' AND k.at < ? AND (t.held_since < ? OR t.held_since > ?) ORDER BY "
                        "t.stream",
            {nowMs - DayMs, nowMs - DayMs, nowMs}, [nowMs](const store::Row& row) {
                return Loan{{row.text(0), row.text(1), row.text(2), lastHeard(row.integer(4), row.integer(3), nowMs)},
                    row.text(5), static_cast<int>(row.integer(6)), row.text(7)};
            }));
    QList<LapsedLease> lapsed;
    for (const auto& loan : loans) {
        if (nowMs < leaseEnd(*calendar, loan.lease.heardMs))
            continue;
        KB_TRY(const auto item, shelf.item(connection, loan.item, loan.revision));
        const auto* step = item ? item->flow.step(loan.step) : nullptr;
        if (step && isLent(*step))
            lapsed.append(loan.lease);
    }
    return lapsed;
}

// EndLease {task, heardAt}: said by the hub itself when it heard of the holder last then.
Decision endLease(const Question& question)
{
    if (question.command.actor != journal::HubActor)
        return Decision::refuse(commandUnknown(question.command.type));
    const auto* current = question.state.currentTask();
    if (!current || current->id != question.text("task"_L1) || current->holder.isEmpty())
        return Decision::refuse(taskUnknown());
    const auto* step = question.facts.item ? question.facts.item->flow.step(current->step) : nullptr;
    if (!step || !isLent(*step))
        return Decision::refuse(wrongStep());
    const qint64 heard = lastHeard(
        question.body().value("heardAt"_L1).toInteger(), current->claimedAt, question.command.times.corrected);
    if (question.command.times.corrected < leaseEnd(*question.facts.calendar, heard))
        return Decision::refuse(leaseRuns(current->holderName));
    return Decision::accept({{u"TaskReleased"_s,
        {{u"task"_s, current->id}, {u"from"_s, current->holder}, {u"fromName"_s, current->holderName},
            {u"reason"_s, u"lease"_s}, {u"heardAt"_s, heard}},
        {}}});
}

} // namespace kuaiban::casework

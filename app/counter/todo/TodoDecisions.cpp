#include "app/counter/casefile/CaseSheet.h"
#include "app/counter/kit/MessageBar.h"
#include "QueuePane.h"
#include "TodoPage.h"

#include <QJsonArray>

// What happens to the case that is open.
namespace kuaiban::counter {

using namespace Qt::StringLiterals;
using Mode = DecisionMode;

void TodoPage::say(const QString& text, Tone tone)
{
    m_message->setActions({});
    m_message->say({tone, text, {}, {}, {}});
}

void TodoPage::begin(DecisionMode mode)
{
    if (!m_state.exists())
        return;
    m_message->clear();
    m_decision->begin(mode);
    enableActions();
    if (mode == Mode::Decide)
        takeKeyboardBack();
}

void TodoPage::approve()
{
    if (!m_decision->check(false))
        return;
    const auto* step = currentStep();
    QJsonObject body = m_decision->body();
    if (step && step->kind == flow::StepKind::Dispatch) {
        body.insert(u"department"_s, m_decision->department());
        decide(u"DispatchCase"_s, body, tr("The case was dispatched."));
    } else if (step && step->kind == flow::StepKind::Handle) {
        body.insert(u"values"_s, m_decision->work());
        decide(u"CompleteTask"_s, body, tr("Done."));
    } else {
        decide(u"ApproveTask"_s, body, tr("Approved."));
    }
}

void TodoPage::refuse()
{
    if (m_decision->check(true))
        decide(u"RefuseCase"_s, m_decision->body(), tr("The case was not approved."));
}

// With one step to go back to the opinion is enough; with several the reviewer chooses.
void TodoPage::sendBack()
{
    const auto* step = currentStep();
    if (!step || step->returnsTo.isEmpty())
        return;
    if (step->returnsTo.size() > 1 || m_decision->opinion().isEmpty()) {
        begin(Mode::Return);
        return;
    }
    QJsonObject body = m_decision->body();
    body.insert(u"to"_s, step->returnsTo.constFirst());
    decide(u"ReturnTask"_s, body, tr("Returned."));
}

void TodoPage::confirm()
{
    const auto* task = m_state.currentTask();
    const auto mode = m_decision->mode();
    if (m_busy || (!task && mode != Mode::Void))
        return;
    if (mode == Mode::Decide) {
        approve();
        return;
    }
    if (!m_decision->check(true))
        return;
    QJsonObject body = m_decision->body();
    switch (mode) {
    case Mode::Return:
        decide(u"ReturnTask"_s, body, tr("Returned."));
        return;
    case Mode::Supplement:
        decide(u"RequestSupplement"_s, body, tr("The applicant is asked for what is missing; the clock stands still."));
        return;
    case Mode::HandOver:
    case Mode::Transfer:
    case Mode::Grab:
        body.insert(u"task"_s, task->id);
        act(deed(mode == Mode::HandOver ? u"HandOver"_s : u"TransferTask"_s, body,
            mode == Mode::Grab ? tr("The case is yours now.")
                               : tr("The case is now with %1.").arg(body.value("toName"_L1).toString()),
            mode != Mode::Grab));
        return;
    case Mode::Void:
        act(deed(u"VoidCase"_s, body, tr("The case is void."), true));
        return;
    case Mode::Release:
        act(deed(u"ReleaseDuplicate"_s, body, tr("The case is released."), false));
        return;
    case Mode::Merge:
        act(deed(u"MergeDuplicate"_s, body,
            tr("The case goes on as the earlier one; what the two say differently is settled there."), true));
        return;
    case Mode::Decide:
        return;
    }
}

TodoPage::Deed TodoPage::deed(const QString& type, const QJsonObject& body, const QString& said, bool goOn) const
{
    const auto* task = m_state.currentTask();
    return {m_state.id, task ? task->id : QString(), m_item, type, body, said, goOn};
}

void TodoPage::setBusy(bool busy)
{
    m_busy = busy;
    enableActions();
}

// Claims first where the task is still open, then decides: one key for the reviewer.
void TodoPage::decide(const QString& type, const QJsonObject& decision, const QString& said)
{
    const auto* task = m_state.currentTask();
    if (!task || m_busy)
        return;
    QJsonObject body = decision;
    body.insert(u"task"_s, task->id);
    const auto done = deed(type, body, said, true);
    if (task->holder == session().user().account) {
        act(done);
        return;
    }
    setBusy(true);
    // A colleague may have been quicker: the hub's newest word first, the last known one when it is away.
    session().fetchCase(done.stream).then(this, [this, done](const Result<casework::Case>& newest) {
        setBusy(false);
        const auto* now = newest ? newest->currentTask() : nullptr;
        const bool same = now && now->id == done.task && now->holder.isEmpty();
        if (newest && !same) {
            if (m_open == done.stream)
                present(*newest, done.item);
            say(tr("Somebody else was quicker; nothing was sent."), Tone::Attention);
            return;
        }
        claimAndAct(done);
    });
}

void TodoPage::claimAndAct(const Deed& done)
{
    setBusy(true);
    session()
        .act(done.stream, u"ClaimTask"_s, {{u"task"_s, done.task}})
        .then(this, [this, done](const Result<casework::Case>& claimed) {
            setBusy(false);
            if (claimed) {
                act(done);
                return;
            }
            m_message->say(messageOf(claimed.error()));
            if (m_open == done.stream)
                openCase(done.stream);
        });
}

void TodoPage::act(const Deed& done)
{
    if (m_busy)
        return;
    setBusy(true);
    session().act(done.stream, done.type, done.body).then(this, [this, done](const Result<casework::Case>& state) {
        setBusy(false);
        if (!state) {
            m_message->say(messageOf(state.error()));
            return;
        }
        if (done.goOn) {
            m_feed.leaveOut(done.stream, done.task);
            finished(*state, done);
            return;
        }
        if (m_open == done.stream) {
            m_decision->begin(Mode::Decide);
            present(*state, done.item);
        }
        say(done.said);
        m_feed.refresh();
    });
}

// The case has left: its papers are printed where it has some, and the next one opens.
void TodoPage::finished(const casework::Case& state, const Deed& done)
{
    if (done.type == "RequestSupplement"_L1) {
        m_receipts.take(state, done.item);
        say(done.said + u' ' + tr("The notice is being printed; F7 shows it, F8 prints it again."));
    } else {
        say(done.said);
    }
    if (m_open != done.stream)
        return;
    const QString next = m_queue->current() == done.stream ? m_queue->after(done.stream) : m_queue->current();
    m_open.clear();
    m_decision->begin(Mode::Decide);
    if (next.isEmpty())
        showNothing();
    else
        openCase(next);
    m_queue->select(next);
    m_feed.refresh();
}

// The hub said no to something that was decided here: the case stands as it was, and whoever decided must know.
void TodoPage::tellRefused(const QString& stream, const Error& error)
{
    m_refusedStream = stream;
    m_feed.takeBack(stream);
    auto message = messageOf(error);
    message.tone = Tone::Bad;
    message.what = tr("The hub did not take a decision: %1").arg(message.what);
    m_message->say(message);
    m_message->setActions({m_openRefused, m_dropRefused});
}

void TodoPage::takeNoticeAction(const QString& action)
{
    if (action == "confirm-time"_L1)
        act(deed(u"ConfirmTime"_s, {}, tr("The date of acceptance is confirmed."), false));
    else if (action == "open-duplicate"_L1)
        openCase(m_state.duplicateOf);
    else if (action == "release-duplicate"_L1)
        begin(Mode::Release);
    else if (action == "merge-duplicate"_L1)
        begin(Mode::Merge);
    else if (action == "open-merged"_L1)
        openCase(m_state.mergedInto);
}

} // namespace kuaiban::counter

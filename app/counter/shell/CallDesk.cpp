#include "CallDesk.h"

#include "app/counter/kit/CallBar.h"
#include "app/counter/kit/Callout.h"

#include <QAction>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;
using devices::CallOperation;
using devices::CallStation;

CallDesk::CallDesk(PageContext& context, QWidget* workplace)
    : QObject(workplace)
    , m_context(context)
    , m_station(context.devices.caller())
    , m_bar(new CallBar(context.look, workplace))
    , m_callout(new Callout(context.look, m_bar, workplace))
    , m_seen(m_station.call())
{
    offer(CallOperation::Next, tr("Call next"), Qt::Key_N, tr("Ends with whoever is here and calls the next citizen"));
    offer(CallOperation::Recall, tr("Call again"), Qt::Key_C);
    offer(CallOperation::Skip, tr("Skip"), Qt::Key_S, tr("Whoever was called did not come"));
    offer(CallOperation::Done, tr("Done"), Qt::Key_D, tr("Ends with whoever is here and calls nobody"));
    offerPause();
    connect(&m_station, &CallStation::called, this, &CallDesk::take);
    connect(&m_station, &CallStation::stateChanged, this, &CallDesk::follow);
    connect(&m_station, &CallStation::answered, this, &CallDesk::isEnd);
    connect(&m_station, &CallStation::failed, this, [this](int ticket, const Error& error) {
        if (isEnd(ticket))
            m_callout->say(messageFor(error, m_context.manual, m_context.language));
    });
    show();
}

QAction* CallDesk::addAction(const QString& name, const QString& text, Qt::Key key, const QString& hint)
{
    const auto action =
        m_context.actions.add({u"shell.call-"_s + name, text, QKeySequence(Qt::ALT | key), {}, hint, true});
    if (!action)
        qFatal("%s", qPrintable(logLine(action.error())));
    m_bar->addAction(*action);
    return *action;
}

void CallDesk::offer(CallOperation operation, const QString& text, Qt::Key key, const QString& hint)
{
    if (!m_station.knows(operation))
        return;
    auto* action = addAction(operationName(operation), text, key, hint);
    connect(action, &QAction::triggered, this, [this, operation] { ask(operation); });
}

// One key for both, for a system that knows one knows the other.
void CallDesk::offerPause()
{
    if (!m_station.knows(CallOperation::Pause))
        return;
    m_pause = addAction(operationName(CallOperation::Pause), tr("Pause"), Qt::Key_P);
    connect(m_pause, &QAction::triggered, this,
        [this] { ask(m_seen && m_seen->paused ? CallOperation::Resume : CallOperation::Pause); });
}

// The actions stay enabled: the key of a disabled one would be typed into the field that has the keyboard.
void CallDesk::ask(CallOperation operation)
{
    if (m_order)
        return;
    m_callout->clear();
    m_order = m_station.ask(operation, m_context.session.user().login);
    m_bar->setBusy(true);
}

bool CallDesk::isEnd(int ticket)
{
    if (m_order != ticket)
        return false;
    m_order.reset();
    m_bar->setBusy(false);
    return true;
}

void CallDesk::take(const devices::CallState& call)
{
    if (m_seen && !m_seen->isSameCall(call)) // what was said is about a citizen who is not here any more
        m_callout->clear();
    m_seen = call;
    show();
}

void CallDesk::follow(const devices::DeviceState& state)
{
    if (state.health == devices::DeviceHealth::Ready) {
        m_awaySince.reset();
        m_callout->clear();
    } else if (!m_awaySince) {
        m_awaySince = m_context.session.clock().nowMs();
    }
    show();
}

void CallDesk::show()
{
    ShownQueue shown;
    if (m_seen) {
        shown.number = m_seen->ticketNumber();
        shown.matter = m_seen->ticket ? m_seen->ticket->queue : QString();
        shown.waiting = m_seen->waiting;
        shown.note = m_seen->paused ? tr("Paused") : QString();
    }
    const auto state = m_station.state();
    if (state.health == devices::DeviceHealth::Fault) {
        const auto why = messageFor(*state.reason, m_context.manual, m_context.language);
        const QString time = m_awaySince ? legalTime(*m_awaySince).toString(u"HH:mm"_s) : QString();
        shown.tone = Tone::Bad;
        shown.note = time.isEmpty() ? tr("Away") : tr("Away since %1").arg(time);
        shown.noteTip = u"%1 %2"_s.arg(why.what, why.remedy);
    }
    m_bar->setQueue(shown);
    if (m_pause)
        m_pause->setText(m_seen && m_seen->paused ? tr("Resume") : tr("Pause"));
}

} // namespace kuaiban::counter

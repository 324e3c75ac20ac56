#include "CallWatch.h"

#include "CallerErrors.h"

namespace kuaiban::devices {

namespace {

// Whether the system is at fault, rather than unwilling.
bool concernsSystem(const Error& error)
{
    return error.origin != Origin::User && !error.is("caller.refused"_L1);
}

} // namespace

CallWatch::CallWatch(std::unique_ptr<CallTerminal> terminal, CallTiming timing)
    : m_timing(timing)
    , m_timer(new QTimer(this))
    , m_terminal(std::move(terminal))
{
    m_terminal->setParent(this); // goes along into the device thread
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, [this] { carryOut({}); });
}

CallWatch::~CallWatch() = default;

void CallWatch::carryOut(const Order& order)
{
    m_orders.enqueue(order);
    if (!m_order)
        beginNext();
}

void CallWatch::beginNext()
{
    m_timer->stop();
    if (m_orders.isEmpty())
        return m_timer->start(m_state.health == DeviceHealth::Ready ? m_timing.pollMs : m_timing.retryMs);
    m_order = m_orders.dequeue();
    if (!m_terminal->knows(m_order->operation))
        return end(fail(callerUnsupported(operationName(m_order->operation))));
    const bool isSure = m_call && !m_doubt && m_state.health == DeviceHealth::Ready;
    if (m_order->operation == CallOperation::State || !isSure)
        look();
    else
        send();
}

void CallWatch::send()
{
    const auto operation = m_order->operation;
    if (needsTicket(operation) && !m_call->ticket)
        return end(fail(callerNobodyHere()));
    m_terminal->ask({operation, m_call->ticketNumber(), m_order->clerk}, [this](const Result<CallState>& call) {
        if (call) {
            m_doubt.reset();
            learn(*call);
            return end(call);
        }
        if (!leavesDoubt(call.error())) {
            if (concernsSystem(call.error()))
                setState(DeviceState::fault(call.error()));
            return end(call);
        }
        m_doubt = {m_order->operation, *m_call};
        m_order->unanswered = call.error();
        look();
    });
}

void CallWatch::look()
{
    m_terminal->ask({}, [this](const Result<CallState>& call) {
        if (call)
            return hear(*call);
        setState(DeviceState::fault(call.error())); // also when it refuses: this window is unknown there
        end(m_order->unanswered ? fail(callerUnconfirmed(m_order->unanswered->code)) : fail(call.error()));
    });
}

void CallWatch::hear(const CallState& call)
{
    const bool hasMoved = m_doubt && !m_doubt->before.isSameCall(call);
    const bool wasThis = hasMoved && m_doubt->operation == m_order->operation;
    if (hasMoved)
        m_doubt.reset();
    learn(call);
    if (m_order->operation == CallOperation::State || wasThis)
        end(call);
    else if (m_order->unanswered)
        end(fail(*m_order->unanswered)); // it was not carried out so far; the doubt stays
    else if (hasMoved)
        end(fail(callerMovedOn(call.ticketNumber()))); // the clerk meant another citizen
    else
        send();
}

void CallWatch::learn(const CallState& call)
{
    setState(DeviceState::ready());
    if (m_call == call)
        return;
    m_call = call;
    Q_EMIT called(call);
}

void CallWatch::end(const Result<CallState>& result)
{
    const int ticket = m_order->ticket;
    m_order.reset();
    if (ticket != 0 && result)
        Q_EMIT answered(ticket, *result);
    else if (ticket != 0)
        Q_EMIT failed(ticket, result.error());
    beginNext();
}

void CallWatch::setState(const DeviceState& state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace kuaiban::devices

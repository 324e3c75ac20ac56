#include "CallStation.h"

#include "devices/base/DeviceErrors.h"

namespace kuaiban::devices {

CallStation::CallStation(Result<std::unique_ptr<CallTerminal>> terminal, CallTiming timing, QObject* parent)
    : QObject(parent)
    , m_worker(u"caller"_s)
{
    if (!terminal)
        m_state = DeviceState::fault(terminal.error());
    else if (!*terminal)
        m_state = DeviceState{DeviceHealth::NotConfigured, deviceNotConfigured()};
    if (!terminal || !*terminal)
        return;
    for (const auto& [operation, name] : CallOperationNames) {
        if ((*terminal)->knows(operation))
            m_known.append(operation);
    }
    m_watch = m_worker.adopt(std::make_unique<CallWatch>(*std::move(terminal), timing));
    connect(m_watch, &CallWatch::stateChanged, this, [this](const DeviceState& state) {
        m_state = state;
        Q_EMIT stateChanged(state);
    });
    connect(m_watch, &CallWatch::called, this, [this](const CallState& call) {
        m_call = call;
        Q_EMIT called(call);
    });
    connect(m_watch, &CallWatch::answered, this, [this](int ticket, const CallState& call) {
        m_asked.removeIf([ticket](const auto& asked) { return asked.value() == ticket; });
        Q_EMIT answered(ticket, call);
    });
    connect(m_watch, &CallWatch::failed, this, [this](int ticket, const Error& error) {
        m_asked.removeIf([ticket](const auto& asked) { return asked.value() == ticket; });
        Q_EMIT failed(ticket, error);
    });
    m_worker.post(m_watch, [watch = m_watch] { watch->carryOut({}); });
}

CallStation::~CallStation() = default;

int CallStation::ask(CallOperation operation, const QString& clerk)
{
    if (m_asked.contains(operation))
        return m_asked.value(operation);
    const int ticket = ++m_lastTicket;
    if (!m_watch) {
        QMetaObject::invokeMethod(
            this, [this, ticket] { Q_EMIT failed(ticket, m_state.reason.value_or(deviceNotConfigured())); },
            Qt::QueuedConnection);
        return ticket;
    }
    m_asked.insert(operation, ticket);
    m_worker.post(m_watch, [watch = m_watch, ticket, operation, clerk] {
        watch->carryOut({ticket, operation, clerk, {}});
    });
    return ticket;
}

} // namespace kuaiban::devices

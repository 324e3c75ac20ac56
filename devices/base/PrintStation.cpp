#include "PrintStation.h"

namespace kuaiban::devices {

PrintStationBase::PrintStationBase(const DeviceState& state, QObject* parent)
    : QObject(parent)
    , m_state(state)
{}

PrintStationBase::~PrintStationBase() = default;

void PrintStationBase::refuse(int ticket)
{
    QMetaObject::invokeMethod(
        this, [this, ticket] { Q_EMIT failed(ticket, m_state.reason.value_or(deviceNotConfigured())); },
        Qt::QueuedConnection);
}

void PrintStationBase::setState(const DeviceState& state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace kuaiban::devices

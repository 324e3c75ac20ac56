#include "ReceiptStation.h"

#include "devices/base/DeviceErrors.h"

namespace kuaiban::devices {

ReceiptStation::ReceiptStation(Result<std::unique_ptr<ReceiptPrinter>> printer, QObject* parent)
    : QObject(parent)
    , m_worker(u"receipt"_s)
{
    if (!printer)
        m_state = DeviceState::fault(printer.error());
    else if (!*printer)
        m_state = DeviceState{DeviceHealth::NotConfigured, deviceNotConfigured()};
    if (!printer || !*printer)
        return;
    m_printing = m_worker.adopt(std::make_unique<ReceiptPrinting>(*std::move(printer), m_worker.stopToken()));
    connect(m_printing, &ReceiptPrinting::printed, this, &ReceiptStation::printed);
    connect(m_printing, &ReceiptPrinting::failed, this, &ReceiptStation::failed);
    connect(m_printing, &ReceiptPrinting::stateChanged, this, [this](const DeviceState& state) {
        if (state == m_state)
            return;
        m_state = state;
        Q_EMIT stateChanged(state);
    });
    refreshState();
}

ReceiptStation::~ReceiptStation() = default;

int ReceiptStation::print(const Slip& slip)
{
    const int ticket = ++m_lastTicket;
    if (m_printing) {
        m_worker.post(m_printing, [printing = m_printing, ticket, slip] { printing->print(ticket, slip); });
    } else {
        QMetaObject::invokeMethod(
            this, [this, ticket] { Q_EMIT failed(ticket, m_state.reason.value_or(deviceNotConfigured())); },
            Qt::QueuedConnection);
    }
    return ticket;
}

void ReceiptStation::refreshState()
{
    if (m_printing)
        m_worker.post(m_printing, [printing = m_printing] { printing->refreshState(); });
}

} // namespace kuaiban::devices

#include "PageStation.h"

#include "devices/base/DeviceErrors.h"

namespace kuaiban::devices {

PageStation::PageStation(Result<std::unique_ptr<PagePrinter>> printer, QObject* parent)
    : QObject(parent)
    , m_worker(u"printer"_s)
{
    if (!printer)
        m_state = DeviceState::fault(printer.error());
    else if (!*printer)
        m_state = DeviceState{DeviceHealth::NotConfigured, deviceNotConfigured()};
    if (!printer || !*printer)
        return;
    m_printing = m_worker.adopt(std::make_unique<PagePrinting>(*std::move(printer), m_worker.stopToken()));
    connect(m_printing, &PagePrinting::printed, this, &PageStation::printed);
    connect(m_printing, &PagePrinting::failed, this, &PageStation::failed);
    connect(m_printing, &PagePrinting::stateChanged, this, [this](const DeviceState& state) {
        if (state == m_state)
            return;
        m_state = state;
        Q_EMIT stateChanged(state);
    });
    refreshState();
}

PageStation::~PageStation() = default;

int PageStation::print(const PrintRequest& request)
{
    const int ticket = ++m_lastTicket;
    if (m_printing) {
        m_worker.post(m_printing, [printing = m_printing, ticket, request] { printing->print(ticket, request); });
    } else {
        QMetaObject::invokeMethod(
            this, [this, ticket] { Q_EMIT failed(ticket, m_state.reason.value_or(deviceNotConfigured())); },
            Qt::QueuedConnection);
    }
    return ticket;
}

void PageStation::refreshState()
{
    if (m_printing)
        m_worker.post(m_printing, [printing = m_printing] { printing->refreshState(); });
}

} // namespace kuaiban::devices

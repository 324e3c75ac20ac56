#include "ReceiptPrinting.h"

namespace kuaiban::devices {

ReceiptPrinting::ReceiptPrinting(std::unique_ptr<ReceiptPrinter> printer, std::stop_token stop)
    : m_printer(std::move(printer))
    , m_stop(std::move(stop))
{}

ReceiptPrinting::~ReceiptPrinting() = default;

void ReceiptPrinting::print(int ticket, const Slip& slip)
{
    const auto job = m_printer->print(slip, m_stop);
    if (job)
        Q_EMIT printed(ticket, *job);
    else
        Q_EMIT failed(ticket, job.error());
    refreshState();
}

void ReceiptPrinting::refreshState()
{
    const auto state = m_printer->state(m_stop);
    if (!m_stop.stop_requested())
        Q_EMIT stateChanged(state);
}

} // namespace kuaiban::devices

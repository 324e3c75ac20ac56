#include "PagePrinting.h"

namespace kuaiban::devices {

PagePrinting::PagePrinting(std::unique_ptr<PagePrinter> printer, std::stop_token stop)
    : m_printer(std::move(printer))
    , m_stop(std::move(stop))
{}

PagePrinting::~PagePrinting() = default;

void PagePrinting::print(int ticket, const PrintRequest& request)
{
    const auto job = m_printer->print(request, m_stop);
    if (job)
        Q_EMIT printed(ticket, *job);
    else
        Q_EMIT failed(ticket, job.error());
    refreshState();
}

void PagePrinting::refreshState()
{
    const auto state = m_printer->state(m_stop);
    if (!m_stop.stop_requested())
        Q_EMIT stateChanged(state);
}

} // namespace kuaiban::devices

#include "ScanRunner.h"

#include "ScannerErrors.h"

namespace kuaiban::devices {

ScanRunner::ScanRunner(std::unique_ptr<Scanner> scanner)
    : m_scanner(std::move(scanner))
{}

ScanRunner::~ScanRunner() = default;

void ScanRunner::scan(int ticket, const ScanJob& job, const std::stop_token& stop)
{
    const ScanListener listener{
        [this, ticket](const ScannedPage& page) { Q_EMIT pageScanned(ticket, page); },
        [this, ticket](int page, int percent) { Q_EMIT progressed(ticket, page, percent); },
    };
    const auto pages =
        stop.stop_requested() ? Result<int>(fail(scannerCancelled())) : m_scanner->scan(job, listener, stop);
    if (pages)
        Q_EMIT finished(ticket, *pages);
    else
        Q_EMIT failed(ticket, pages.error());
    if (pages)
        Q_EMIT stateChanged(DeviceState::ready());
    else if (pages.error().origin != Origin::User)
        Q_EMIT stateChanged(DeviceState::fault(pages.error()));
}

void ScanRunner::refreshState(const std::stop_token& stop)
{
    const auto state = m_scanner->state(stop);
    if (!stop.stop_requested())
        Q_EMIT stateChanged(state);
}

} // namespace kuaiban::devices

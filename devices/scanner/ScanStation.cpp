#include "ScanStation.h"

#include "devices/base/DeviceErrors.h"

namespace kuaiban::devices {

ScanStation::ScanStation(Result<std::unique_ptr<Scanner>> scanner, QObject* parent)
    : QObject(parent)
    , m_worker(u"scanner"_s)
{
    if (!scanner)
        m_state = DeviceState::fault(scanner.error());
    else if (!*scanner)
        m_state = DeviceState{DeviceHealth::NotConfigured, deviceNotConfigured()};
    if (!scanner || !*scanner)
        return;
    m_runner = m_worker.adopt(std::make_unique<ScanRunner>(*std::move(scanner)));
    follow();
    refreshState();
}

ScanStation::~ScanStation()
{
    m_cancel.request_stop();
}

void ScanStation::follow()
{
    connect(m_runner, &ScanRunner::pageScanned, this, &ScanStation::pageScanned);
    connect(m_runner, &ScanRunner::progressed, this, &ScanStation::progressed);
    connect(m_runner, &ScanRunner::finished, this, [this](int ticket, int pages) {
        --m_running;
        Q_EMIT finished(ticket, pages);
    });
    connect(m_runner, &ScanRunner::failed, this, [this](int ticket, const Error& error) {
        --m_running;
        Q_EMIT failed(ticket, error);
    });
    connect(m_runner, &ScanRunner::stateChanged, this, [this](const DeviceState& state) {
        if (state == m_state)
            return;
        m_state = state;
        Q_EMIT stateChanged(state);
    });
}

int ScanStation::scan(const ScanJob& job)
{
    const int ticket = ++m_lastTicket;
    if (m_runner) {
        ++m_running;
        m_worker.post(m_runner,
            [runner = m_runner, ticket, job, stop = m_cancel.get_token()] { runner->scan(ticket, job, stop); });
    } else {
        QMetaObject::invokeMethod(
            this, [this, ticket] { Q_EMIT failed(ticket, m_state.reason.value_or(deviceNotConfigured())); },
            Qt::QueuedConnection);
    }
    return ticket;
}

void ScanStation::refreshState()
{
    if (m_runner)
        m_worker.post(m_runner, [runner = m_runner, stop = m_worker.stopToken()] { runner->refreshState(stop); });
}

void ScanStation::cancel()
{
    m_cancel.request_stop();
    m_cancel = std::stop_source();
}

} // namespace kuaiban::devices

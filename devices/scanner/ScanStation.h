#pragma once

#include "devices/base/DeviceWorker.h"
#include "ScanRunner.h"

namespace kuaiban::devices {

// The scanner as the counter sees it: scan() returns at once with a ticket; pages, progress and exactly one of finished
// and failed carry the same ticket and arrive in the thread of the station. Jobs run one after another.
class ScanStation : public QObject
{
    Q_OBJECT

public:
    explicit ScanStation(Result<std::unique_ptr<Scanner>> scanner, QObject* parent = nullptr);
    ~ScanStation() override;

    DeviceState state() const { return m_state; }
    int scan(const ScanJob& job);
    bool isBusy() const { return m_running > 0; }
    void refreshState();

public Q_SLOTS:
    void cancel(); // ends the running and all waiting jobs with `scanner.cancelled`; pages that came stay

Q_SIGNALS:
    void stateChanged(const kuaiban::devices::DeviceState& state);
    void pageScanned(int ticket, const kuaiban::devices::ScannedPage& page);
    void progressed(int ticket, int page, int percent);
    void finished(int ticket, int pages);
    void failed(int ticket, const kuaiban::Error& error);

private:
    void follow();

    DeviceState m_state;
    int m_lastTicket = 0;
    int m_running = 0;
    std::stop_source m_cancel;      // of all jobs given since the last cancel()
    ScanRunner* m_runner = nullptr; // in the device thread, owned by it
    DeviceWorker m_worker;          // the last member, so that it stops before anything it may still report to
};

} // namespace kuaiban::devices

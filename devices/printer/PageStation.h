#pragma once

#include "devices/base/DeviceWorker.h"
#include "PagePrinting.h"

namespace kuaiban::devices {

// The page printer as the counter sees it: print() returns at once with a ticket; printed or failed answers with the
// same ticket, in the thread of the station. Jobs run one after another.
class PageStation : public QObject
{
    Q_OBJECT

public:
    explicit PageStation(Result<std::unique_ptr<PagePrinter>> printer, QObject* parent = nullptr);
    ~PageStation() override;

    DeviceState state() const { return m_state; }
    int print(const PrintRequest& request);
    void refreshState();

Q_SIGNALS:
    void stateChanged(const kuaiban::devices::DeviceState& state);
    void printed(int ticket, const kuaiban::devices::PrintJob& job);
    void failed(int ticket, const kuaiban::Error& error);

private:
    DeviceState m_state;
    int m_lastTicket = 0;
    PagePrinting* m_printing = nullptr; // in the device thread, owned by it
    DeviceWorker m_worker;              // the last member, so that it stops before anything it may still report to
};

} // namespace kuaiban::devices

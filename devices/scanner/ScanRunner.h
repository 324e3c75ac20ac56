#pragma once

#include "Scanner.h"

#include <QObject>

#include <memory>

namespace kuaiban::devices {

// The part of ScanStation that lives in the device thread.
class ScanRunner : public QObject
{
    Q_OBJECT

public:
    explicit ScanRunner(std::unique_ptr<Scanner> scanner);
    ~ScanRunner() override;

    void scan(int ticket, const ScanJob& job, const std::stop_token& stop);
    void refreshState(const std::stop_token& stop);

Q_SIGNALS:
    void stateChanged(const kuaiban::devices::DeviceState& state);
    void pageScanned(int ticket, const kuaiban::devices::ScannedPage& page);
    void progressed(int ticket, int page, int percent);
    void finished(int ticket, int pages);
    void failed(int ticket, const kuaiban::Error& error);

private:
    std::unique_ptr<Scanner> m_scanner;
};

} // namespace kuaiban::devices

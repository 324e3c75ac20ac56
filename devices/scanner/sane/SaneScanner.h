#pragma once

#include "devices/base/DeviceUri.h"
#include "devices/scanner/Scanner.h"
#include "SaneDevice.h"
#include "SaneOptions.h"

#include <QImage>

namespace kuaiban::devices {

// A scanner through SANE, driven in the calling process: only ever in a driver host. The device is opened for each job,
// so that other programs may use it in between.
class SaneScanner final : public Scanner
{
public:
    // sane:DEVICE?config=DIR; starts SANE with the first call.
    explicit SaneScanner(const DeviceUri& uri);

    DeviceState state(const std::stop_token& stop) override;
    Result<int> scan(const ScanJob& job, const ScanListener& listener, const std::stop_token& stop) override;
    // Ends the job and closes the device: backends end their reader threads here, and some never return.
    void letGo() override;

private:
    Done ensureStarted();
    Result<int> scanPages(const ScanJob& job, int dpi, const ScanListener& listener, const std::stop_token& stop);
    Result<QImage> readPage(int number, const ScanListener& listener, const std::stop_token& stop);

    DeviceUri m_uri;
    bool m_started = false;
    std::unique_ptr<SaneDevice> m_device; // while a job runs, and until it is let go
};

// Sets source, mode, depth, resolution and area; returns the resolution the device took. `scanner.unsupported` names
// what the device cannot do.
Result<int> applyScanJob(SaneOptions& options, const ScanJob& job);

} // namespace kuaiban::devices

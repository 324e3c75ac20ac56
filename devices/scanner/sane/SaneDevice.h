#pragma once

#include "modules/base/Result.h"

#include <memory>

#include <sane/sane.h>

namespace kuaiban::devices {

// SANE is started once a process and never stopped: sane_exit of some backends waits for devices that are gone.
// With a folder, dll.conf and the backends' files are read from there instead of /etc/sane.d.
Done startSane(const QString& configFolder);

// One device found on this machine.
struct SaneDeviceName
{
    QString name;
    QString title; // vendor and model
};
Result<QList<SaneDeviceName>> findSaneDevices(); // may take seconds: some backends ask the network

// An open device. All calls from one thread, except cancel().
class SaneDevice
{
public:
    // `scanner.not-found` when there is no such device.
    static Result<std::unique_ptr<SaneDevice>> open(const QString& name);
    ~SaneDevice();
    Q_DISABLE_COPY_MOVE(SaneDevice)

    SANE_Handle handle() const { return m_handle; }
    Done start();
    Result<SANE_Parameters> parameters();
    // The next bytes of the frame; empty at its end.
    Result<QByteArray> read();
    void cancel(); // the one call SANE allows at any time

private:
    explicit SaneDevice(SANE_Handle handle)
        : m_handle(handle)
    {}

    SANE_Handle m_handle;
};

} // namespace kuaiban::devices

#include "SaneDevice.h"

#include "SaneStatus.h"

#include <QFile>

namespace kuaiban::devices {

namespace {

constexpr int ReadBytes = 256 * 1024;

} // namespace

Done startSane(const QString& configFolder)
{
    if (!configFolder.isEmpty())
        qputenv("SANE_CONFIG_DIR", QFile::encodeName(configFolder));
    SANE_Int version = 0;
    if (const auto status = sane_init(&version, nullptr); status != SANE_STATUS_GOOD)
        return fail(saneError(status, "sane_init"));
    return {};
}

Result<QList<SaneDeviceName>> findSaneDevices()
{
    const SANE_Device** found = nullptr;
    if (const auto status = sane_get_devices(&found, SANE_FALSE); status != SANE_STATUS_GOOD)
        return fail(saneError(status, "sane_get_devices"));
    QList<SaneDeviceName> names;
    for (; found && *found; ++found) {
        const auto title = QString::fromUtf8((*found)->vendor) + u' ' + QString::fromUtf8((*found)->model);
        names.append({QString::fromUtf8((*found)->name), title});
    }
    return names;
}

Result<std::unique_ptr<SaneDevice>> SaneDevice::open(const QString& name)
{
    SANE_Handle handle = nullptr;
    const auto status = sane_open(name.toUtf8().constData(), &handle);
    if (status == SANE_STATUS_INVAL)
        return fail(scannerNotFound(name));
    if (status != SANE_STATUS_GOOD)
        return fail(saneError(status, "sane_open"));
    return std::unique_ptr<SaneDevice>(new SaneDevice(handle));
}

SaneDevice::~SaneDevice()
{
    sane_close(m_handle);
}

Done SaneDevice::start()
{
    if (const auto status = sane_start(m_handle); status != SANE_STATUS_GOOD)
        return fail(saneError(status, "sane_start"));
    return {};
}

Result<SANE_Parameters> SaneDevice::parameters()
{
    SANE_Parameters parameters{};
    if (const auto status = sane_get_parameters(m_handle, &parameters); status != SANE_STATUS_GOOD)
        return fail(saneError(status, "sane_get_parameters"));
    return parameters;
}

Result<QByteArray> SaneDevice::read()
{
    QByteArray buffer(ReadBytes, Qt::Uninitialized);
    for (;;) {
        SANE_Int count = 0;
        const auto status = sane_read(m_handle, reinterpret_cast<SANE_Byte*>(buffer.data()), ReadBytes, &count);
        if (status == SANE_STATUS_EOF)
            return QByteArray();
        if (status != SANE_STATUS_GOOD)
            return fail(saneError(status, "sane_read"));
        if (count > 0) // "good" without bytes is allowed, and not the end
            return buffer.first(count);
    }
}

void SaneDevice::cancel()
{
    sane_cancel(m_handle);
}

} // namespace kuaiban::devices

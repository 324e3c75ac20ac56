#pragma once

#include "devices/base/DeviceState.h"
#include "modules/base/Result.h"
#include "ScanJob.h"

#include <QJsonObject>

namespace kuaiban::devices {

// The values that travel between counter and driver host. Whatever comes back is read as strictly as a file from a
// stranger: a driver that went mad may send anything. Errors: `base.json-field`.

QString scanSourceName(ScanSource source); // "flatbed", "adf", "duplex"
QString scanModeName(ScanMode mode);       // "color", "gray", "lineart"
Result<ScanSource> scanSourceFromName(const QString& name);
Result<ScanMode> scanModeFromName(const QString& name);

QJsonObject toJson(const ScanJob& job);
Result<ScanJob> scanJobFromJson(const QJsonObject& object);

// Everything but the bytes.
QJsonObject toJson(const ScannedPage& page);
Result<ScannedPage> scannedPageFromJson(const QJsonObject& object);

QJsonObject toJson(const Error& error);
Result<Error> errorFromJson(const QJsonObject& object);

QJsonObject toJson(const DeviceState& state);
Result<DeviceState> deviceStateFromJson(const QJsonObject& object);

} // namespace kuaiban::devices

#pragma once

#include "DeviceSet.h"

#include <QJsonObject>

namespace kuaiban::counter {

// What a technician is sent when a machine cannot be visited: version, system, devices with address, state and what
// happened to them. Holds no personal data, no token and no password: addresses of devices lose what stands between
// "//" and "@", and whatever a person wrote is not in it.
QJsonObject supportReport(DeviceSet& devices, const QJsonObject& machine, qint64 nowMs);

// As one readable file in the folder; returns its path. Errors: session.folder.
Result<QString> writeSupportFile(const QString& folder, const QJsonObject& report, qint64 nowMs);

} // namespace kuaiban::counter

#pragma once

#include "modules/base/Result.h"

#include <QDate>

namespace kuaiban::registry {

// What a unit reported about an ended labour contract (解除、终止劳动合同备案): within 15 days by article 50 of the
// Social Insurance Law. An unemployment claim reads its reason instead of asking for a certificate.
struct TerminationReport
{
    QString id; // UUIDv7
    QString person;
    QString unit;
    QString reason; // unemployment-reason
    QDate endedOn;
    QDate reportedOn;
    qint64 version = 0;
    QString unitName{}; // from the unit's row when read, never stored here

    QJsonObject toJson() const;
    static Result<TerminationReport> fromJson(const QJsonObject& json);
    friend bool operator==(const TerminationReport&, const TerminationReport&) = default;
};

} // namespace kuaiban::registry

#pragma once

#include "modules/base/Result.h"

#include <QDate>

namespace kuaiban::registry {

// One insured kind of a person (参保关系).
struct Insurance
{
    QString person;
    QString kind;       // AAE140 险种
    QString state;      // AAC031: 1 paying, 2 paused, 3 ended
    QString insuredAs;  // AAC066 参保身份
    QString unit;       // id; empty for those who pay for themselves
    QDate firstOn;      // AAC049 首次参保日期
    QDate since;        // AAC030 本次参保日期
    QDate until;        // last day covered, once paused or ended
    QString reason;     // AAE160, once paused or ended
    qint64 months = 0;  // AAE202 实际缴费月数
    qint64 baseFen = 0; // AAE180 缴费基数, fen a month
    qint64 version = 0;
    QString unitName{}; // from the unit's row when read, never stored here

    bool isPaying() const { return state == QLatin1StringView("1"); }

    QJsonObject toJson() const;
    static Result<Insurance> fromJson(const QJsonObject& json);
    friend bool operator==(const Insurance&, const Insurance&) = default;
};

} // namespace kuaiban::registry

#pragma once

#include "modules/base/Result.h"

#include <QDate>

namespace kuaiban::registry {

// An employer or another unit (单位).
struct Unit
{
    QString id;         // UUIDv7
    QString creditCode; // GB 32100, unique
    QString name;
    QString tradeName; // 字号 and what follows it, without the area in front: people search by it
    QString kind;      // AAB019 单位类型
    QString economy;   // AAB020 经济类型
    QString area;
    QString address;
    QString phone;
    QString legalPerson; // name
    QDate registeredOn;
    QDate closedOn; // 注销
    qint64 version = 0;

    QJsonObject toJson() const;
    static Result<Unit> fromJson(const QJsonObject& json);
    friend bool operator==(const Unit&, const Unit&) = default;
};

} // namespace kuaiban::registry

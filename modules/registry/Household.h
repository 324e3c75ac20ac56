#pragma once

#include "modules/base/Result.h"

namespace kuaiban::registry {

// People of one household register (户口簿).
struct Household
{
    QString id;
    QString head; // 户主, person id
    QString kind; // AAC009 户口性质
    QString area;
    QString address;
    qint64 version = 0;
    qint64 members = 0; // counted when read, never stored

    QJsonObject toJson() const;
    static Result<Household> fromJson(const QJsonObject& json);
    friend bool operator==(const Household&, const Household&) = default;
};

} // namespace kuaiban::registry

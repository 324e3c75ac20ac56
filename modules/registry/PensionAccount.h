#pragma once

#include "modules/base/Result.h"
#include "modules/expr/Decimal.h"

#include <QDate>

namespace kuaiban::registry {

// What the pension scheme has written up for somebody who pays into it (养老在职账户, after IC02).
struct PensionAccount
{
    QString person;
    QDate workingSince;       // 参加工作时间
    QString category;         // retirement-category: which original age holds
    qint64 deemedMonths = 0;  // 视同缴费月数
    qint64 specialMonths = 0; // in special trades (特殊工种累计月数)
    expr::Decimal index;      // 平均缴费指数
    qint64 balanceFen = 0;    // 个人账户储存额
    qint64 version = 0;

    QJsonObject toJson() const; // the index as a text, for it is exact
    static Result<PensionAccount> fromJson(const QJsonObject& json);
    friend bool operator==(const PensionAccount&, const PensionAccount&) = default;
};

} // namespace kuaiban::registry

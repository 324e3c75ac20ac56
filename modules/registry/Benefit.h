#pragma once

#include "modules/base/Result.h"

#include <QDate>
#include <QMap>

namespace kuaiban::registry {

// Months of a benefit that share one monthly amount; they count from 1.
struct BenefitStage
{
    qint64 fromMonth = 1;
    qint64 toMonth = 1;
    qint64 monthlyFen = 0;
    friend bool operator==(const BenefitStage&, const BenefitStage&) = default;
};

// A benefit that was granted (待遇台账, after AC60): what a person is due, from when, for how many months or without
// end (a pension: 0 months, the last stage to month 0), and how much of it was drawn. Written by the case that granted
// it.
struct Benefit
{
    QString id; // a UUID made from the case and its effect, so that granting twice is impossible
    QString person;
    QString kind;             // AAE140 险种: 110 企业职工基本养老保险, 210 失业保险
    QString state;            // benefit-state
    QString reason;           // unemployment-reason, or retirement-category
    QDate registeredOn;       // 失业登记日期
    QDate fromMonth;          // first day of the month with which it begins
    qint64 months = 0;        // 核定月数
    qint64 addedMonths = 0;   // of these: due before and not drawn
    qint64 drawnMonths = 0;   // 已领月数
    qint64 countedMonths = 0; // contribution months it rests on; they do not count again
    QList<BenefitStage> stages;
    qint64 totalFen = 0; // of all months; 0 where the benefit has no end
    QMap<QString, qint64> parts; // fen a month by item code (待遇项目): AIC240 基础, AIC241 过渡性, AIC242 个人账户
    QString bank;
    QString bankAccount;
    bool payMedical = false; // 代缴职工医保
    QString grantedBy;       // stream of the case; empty for one taken over from elsewhere
    qint64 version = 0;

    bool isVoid() const { return state == QLatin1StringView("90"); }
    bool isOpen() const { return state == QLatin1StringView("10") || state == QLatin1StringView("20"); }
    // 应领未领: what a later claim may add once this one has stopped.
    qint64 unclaimedMonths() const;

    QJsonObject toJson() const; // months as YYYY-MM
    static Result<Benefit> fromJson(const QJsonObject& json);
    friend bool operator==(const Benefit&, const Benefit&) = default;
};

Benefit masked(const Benefit& benefit);

} // namespace kuaiban::registry

#include "Benefit.h"

#include "modules/base/BaseErrors.h"
#include "modules/codes/Mask.h"
#include "RegistryJson.h"

#include <QJsonArray>

#include <algorithm>

namespace kuaiban::registry {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Stopped = "30"_L1;

QDate monthOr(ObjectReader& reader, const QString& name)
{
    const auto text = reader.textOr(name);
    const auto first = QDate::fromString(text.left(7) + "-01"_L1, Qt::ISODate);
    if (!text.isEmpty() && !first.isValid())
        reader.reject(name, u"a month YYYY-MM"_s);
    return first;
}

Result<QList<BenefitStage>> stagesFrom(const QJsonArray& list)
{
    QList<BenefitStage> stages;
    for (qsizetype i = 0; i < list.size(); ++i) {
        ObjectReader reader(list.at(i).toObject(), u"stages[%1]"_s.arg(i));
        const BenefitStage stage{
            reader.integer(u"fromMonth"_s), reader.integer(u"toMonth"_s), reader.integer(u"monthlyFen"_s)};
        KB_CHECK(reader.finish());
        stages.append(stage);
    }
    return stages;
}

// By item code, amounts in fen.
Result<QMap<QString, qint64>> partsFrom(const QJsonObject& json)
{
    QMap<QString, qint64> parts;
    for (auto part = json.begin(); part != json.end(); ++part) {
        if (!part.value().isDouble())
            return fail(jsonField(u"benefit.parts."_s + part.key(), u"an amount in fen"_s));
        parts.insert(part.key(), part.value().toInteger());
    }
    return parts;
}

} // namespace

qint64 Benefit::unclaimedMonths() const
{
    return state == Stopped ? std::max<qint64>(0, months - drawnMonths) : 0;
}

QJsonObject Benefit::toJson() const
{
    QJsonObject items;
    for (auto part = parts.begin(); part != parts.end(); ++part)
        items.insert(part.key(), part.value());
    QJsonArray list;
    for (const auto& stage : stages)
        list.append(QJsonObject{
            {u"fromMonth"_s, stage.fromMonth}, {u"toMonth"_s, stage.toMonth}, {u"monthlyFen"_s, stage.monthlyFen}});
    return {{u"id"_s, id}, {u"person"_s, person}, {u"kind"_s, kind}, {u"state"_s, state}, {u"reason"_s, reason},
        {u"registeredOn"_s, dateText(registeredOn)}, {u"fromMonth"_s, dateText(fromMonth).left(7)},
        {u"months"_s, months}, {u"addedMonths"_s, addedMonths}, {u"drawnMonths"_s, drawnMonths},
        {u"countedMonths"_s, countedMonths}, {u"stages"_s, list}, {u"totalFen"_s, totalFen}, {u"bank"_s, bank},
        {u"bankAccount"_s, bankAccount}, {u"payMedical"_s, payMedical}, {u"grantedBy"_s, grantedBy},
        {u"parts"_s, items}, {u"version"_s, version}};
}

Result<Benefit> Benefit::fromJson(const QJsonObject& json)
{
    ObjectReader reader(json, u"benefit"_s);
    Benefit benefit;
    benefit.id = reader.text(u"id"_s);
    benefit.person = reader.text(u"person"_s);
    benefit.kind = reader.text(u"kind"_s);
    benefit.state = reader.text(u"state"_s);
    benefit.reason = reader.textOr(u"reason"_s);
    benefit.registeredOn = dateOr(reader, u"registeredOn"_s);
    benefit.fromMonth = monthOr(reader, u"fromMonth"_s);
    benefit.months = reader.integer(u"months"_s);
    benefit.addedMonths = reader.integerOr(u"addedMonths"_s, 0);
    benefit.drawnMonths = reader.integerOr(u"drawnMonths"_s, 0);
    benefit.countedMonths = reader.integerOr(u"countedMonths"_s, 0);
    const auto stages = reader.arrayOr(u"stages"_s);
    benefit.totalFen = reader.integerOr(u"totalFen"_s, 0);
    benefit.bank = reader.textOr(u"bank"_s);
    benefit.bankAccount = reader.textOr(u"bankAccount"_s);
    benefit.payMedical = reader.flagOr(u"payMedical"_s, false);
    benefit.grantedBy = reader.textOr(u"grantedBy"_s);
    const auto parts = reader.objectOr(u"parts"_s);
    benefit.version = reader.integerOr(u"version"_s, 0);
    KB_CHECK(reader.finish());
    KB_TRY(benefit.stages, stagesFrom(stages));
    KB_TRY(benefit.parts, partsFrom(parts));
    return benefit;
}

Benefit masked(const Benefit& benefit)
{
    Benefit copy = benefit;
    copy.bankAccount = codes::maskBankAccount(benefit.bankAccount);
    return copy;
}

} // namespace kuaiban::registry

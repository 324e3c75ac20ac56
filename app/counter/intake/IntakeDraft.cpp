#include "IntakeDraft.h"

#include <QJsonArray>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

QString documentKind(devices::IdCardKind kind)
{
    switch (kind) {
    case devices::IdCardKind::Resident:
        return u"01"_s; // AAC058: 居民身份证
    case devices::IdCardKind::Gat:
        return u"16"_s; // 港澳台居民居住证
    case devices::IdCardKind::Foreigner2017:
    case devices::IdCardKind::Foreigner2023:
        break;
    }
    return u"07"_s; // 永久居留证
}

QJsonArray materialList(const QList<casework::CaseMaterial>& materials)
{
    QJsonArray list;
    for (const auto& material : materials)
        list.append(material.toJson());
    return list;
}

} // namespace

QJsonObject partyOf(const devices::IdCard& card)
{
    return {{u"name"_s, card.name.isEmpty() ? card.nameEn : card.name}, {u"idKind"_s, documentKind(card.kind)},
        {u"idNo"_s, card.idNo}, {u"sex"_s, card.sexCode}, {u"ethnicity"_s, card.ethnicityCode},
        {u"birth"_s, card.birth.toString(Qt::ISODate)},
        {u"address"_s, card.addedAddress.isEmpty() ? card.address : card.addedAddress},
        {u"authority"_s, card.authority}, {u"validFrom"_s, card.validFrom.toString(Qt::ISODate)},
        {u"validTo"_s, card.validTo ? card.validTo->toString(Qt::ISODate) : QString()}, {u"source"_s, u"card"_s}};
}

QJsonObject cardFacts(const QJsonObject& party)
{
    if (party.value("source"_L1).toString() != "card"_L1)
        return {};
    QJsonObject facts = party;
    facts.remove(u"source"_s);
    return facts;
}

QJsonObject IntakeDraft::toJson() const
{
    return {{u"item"_s, item}, {u"revision"_s, revision}, {u"party"_s, party}, {u"values"_s, values},
        {u"origins"_s, origins}, {u"materials"_s, materialList(materials)}};
}

IntakeDraft IntakeDraft::fromJson(const QString& id, const QJsonObject& json)
{
    IntakeDraft draft{id, json.value("item"_L1).toString(), json.value("revision"_L1).toInt(),
        json.value("party"_L1).toObject(), json.value("values"_L1).toObject(), json.value("origins"_L1).toObject(), {}};
    for (const auto& material : json.value("materials"_L1).toArray())
        draft.materials.append(casework::CaseMaterial::fromJson(material.toObject()));
    return draft;
}

QJsonObject IntakeDraft::openingBody() const
{
    return {{u"item"_s, item}, {u"revision"_s, revision}, {u"parties"_s, QJsonObject{{u"applicant"_s, party}}},
        {u"values"_s, values}, {u"origins"_s, origins}, {u"materials"_s, materialList(materials)}};
}

} // namespace kuaiban::counter

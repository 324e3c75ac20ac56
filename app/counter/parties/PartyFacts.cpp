#include "PartyFacts.h"

#include "modules/casework/Parties.h"

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

} // namespace

const QStringList& partyRoles()
{
    using namespace casework;
    static const QStringList roles{role::Applicant, role::Subject, role::Agent, role::Collector};
    return roles;
}

QJsonObject partyOf(const devices::IdCard& card)
{
    return {{u"name"_s, card.name.isEmpty() ? card.nameEn : card.name}, {u"idKind"_s, documentKind(card.kind)},
        {u"idNo"_s, card.idNo}, {u"sex"_s, card.sexCode}, {u"ethnicity"_s, card.ethnicityCode},
        {u"birth"_s, card.birth.toString(Qt::ISODate)},
        {u"address"_s, card.addedAddress.isEmpty() ? card.address : card.addedAddress}, {u"issuer"_s, card.authority},
        {u"validFrom"_s, card.validFrom.toString(Qt::ISODate)},
        {u"validTo"_s, card.validTo ? card.validTo->toString(Qt::ISODate) : QString()}, {u"source"_s, u"card"_s}};
}

QJsonObject partyOf(const devices::SscCard& card)
{
    return {{u"name"_s, card.name}, {u"idKind"_s, u"01"_s}, {u"idNo"_s, card.ssn}, {u"sex"_s, card.sexCode},
        {u"ethnicity"_s, card.ethnicityCode}, {u"birth"_s, card.birth.toString(Qt::ISODate)}, {u"source"_s, u"ssc"_s},
        {u"ssc"_s, sscFacts(card)}};
}

QJsonObject sscFacts(const devices::SscCard& card)
{
    QJsonObject facts{{u"cardNo"_s, card.cardNo}, {u"spec"_s, card.specVersion},
        {u"expires"_s, card.expires ? card.expires->toString(Qt::ISODate) : QString()}};
    if (!card.tellsPerson())
        return facts;
    facts.insert(u"name"_s, card.name);
    facts.insert(u"idNo"_s, card.ssn);
    facts.insert(u"sex"_s, card.sexCode);
    facts.insert(u"birth"_s, card.birth.toString(Qt::ISODate));
    return facts;
}

QJsonObject cardFacts(const QJsonObject& party)
{
    const auto source = party.value("source"_L1).toString();
    if (source != "card"_L1 && source != "ssc"_L1)
        return {};
    QJsonObject facts;
    for (const auto& name : {u"name"_s, u"idKind"_s, u"idNo"_s, u"sex"_s, u"ethnicity"_s, u"birth"_s, u"address"_s,
             u"validFrom"_s, u"validTo"_s})
        facts.insert(name, party.value(name));
    facts.insert(u"authority"_s, party.value("issuer"_L1)); // in a party "authority" is the paper of an agent
    return facts;
}

QJsonArray pagesJson(const QList<casework::Page>& pages)
{
    QJsonArray list;
    for (const auto& page : pages)
        list.append(page.toJson());
    return list;
}

} // namespace kuaiban::counter

#include "Cards.h"

#include "tests/support/casework/SampleMatter.h"

#include <QJsonArray>

namespace kuaiban::test {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Address = "辽宁省丹东市振安区虚构路";

QString addressOf(int house)
{
    return u"%1%2号"_s.arg(QString::fromUtf8(Address)).arg(house);
}

QJsonObject person(const Card& card, int sex, int ethnicity, const QString& birth, const QJsonValue& validTo)
{
    return {{u"kind"_s, u"resident"_s}, {u"name"_s, card.name}, {u"sex_code"_s, sex}, {u"ethnicity_code"_s, ethnicity},
        {u"birth"_s, birth}, {u"address"_s, card.address}, {u"id_no"_s, card.idNo},
        {u"authority"_s, u"丹东市公安局振安分局"_s}, {u"valid_from"_s, u"2016-05-20"_s}, {u"valid_to"_s, validTo}};
}

QJsonObject persons()
{
    constexpr int male = 1;
    constexpr int female = 2;
    const QString far = u"2099-12-31"_s;
    return {{wang().key, person(wang(), female, 1, u"1966-03-12"_s, {})},
        {zhang().key, person(zhang(), female, 1, u"1974-08-25"_s, far)},
        {li().key, person(li(), male, 1, u"1958-10-01"_s, far)},
        {guan().key, person(guan(), female, 11, u"1982-11-30"_s, far)},
        {expiredCard().key, person(expiredCard(), female, 1, u"1966-03-12"_s, u"2020-05-20"_s)},
        {wrongCheckDigit().key, person(wrongCheckDigit(), female, 1, u"1974-08-25"_s, far)},
        {wrongBirth().key, person(wrongBirth(), female, 1, u"1974-08-26"_s, far)},
        {unknownEthnicity().key, person(unknownEthnicity(), male, 88, u"1958-10-01"_s, far)}};
}

} // namespace

QJsonObject Card::party() const
{
    return {{u"name"_s, name}, {u"idKind"_s, u"01"_s}, {u"idNo"_s, idNo}, {u"source"_s, u"card"_s}};
}

QByteArray readersKey()
{
    return "00112233445566778899aabbccddeeff"_ba;
}

QJsonObject securityCard(const Card& holder, const QString& spec, const QJsonObject& changed)
{
    const auto& number = holder.idNo;
    QJsonObject card{{u"spec_version"_s, spec},
        {u"card_id"_s, u"210600D15600000500000000"_s + number.last(8).left(7) + u'0'},
        {u"card_no"_s, u"D0"_s + number.mid(10, 7)}, {u"issued"_s, u"2020-03-15"_s}, {u"ssn"_s, number},
        {u"name"_s, holder.name}, {u"sex_code"_s, number.at(16).digitValue() % 2 == 1 ? 1 : 2},
        {u"ethnicity_code"_s, 1},
        {u"birth"_s, u"%1-%2-%3"_s.arg(number.mid(6, 4), number.mid(10, 2), number.mid(12, 2))},
        {u"readers_key"_s, QString::fromLatin1(readersKey())}};
    for (auto it = changed.begin(); it != changed.end(); ++it)
        card.insert(it.key(), it.value());
    return card;
}

Card wang()
{
    return {u"wang"_s, u"王𠮷兰"_s, citizenId(u"21060319660312002"_s), addressOf(12)};
}

Card zhang()
{
    return {u"zhang"_s, u"张秀梅"_s, citizenId(u"21060319740825126"_s), addressOf(26)};
}

Card li()
{
    return {u"li"_s, u"李建国"_s, citizenId(u"21060219581001011"_s), addressOf(117)};
}

Card guan()
{
    return {u"guan"_s, u"关丽华"_s, citizenId(u"21062419821130048"_s), addressOf(9)};
}

Card expiredCard()
{
    auto card = wang();
    card.key = u"expired"_s;
    return card;
}

Card wrongCheckDigit()
{
    auto card = zhang();
    card.key = u"check-digit"_s;
    card.idNo.back() = card.idNo.back() == u'1' ? u'2' : u'1';
    return card;
}

Card wrongBirth()
{
    auto card = zhang();
    card.key = u"birth"_s;
    return card;
}

Card unknownEthnicity()
{
    auto card = li();
    card.key = u"ethnicity"_s;
    return card;
}

QJsonObject cardScript(const QStringList& keys)
{
    return {{u"persons"_s, persons()}, {u"onRead"_s, QJsonArray::fromStringList(keys)}, {u"stay"_s, 0}};
}

} // namespace kuaiban::test

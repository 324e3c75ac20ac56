#include "IdCardJson.h"

#include "devices/base/JsonValues.h"
#include "modules/base/ObjectReader.h"
#include "modules/codes/GbTables.h"

namespace kuaiban::devices {

using namespace Qt::StringLiterals;

namespace {

QString codeOf(ObjectReader& reader, const QString& name, int digits)
{
    const qint64 number = reader.integerOr(name, -1);
    if (number < 0)
        return {};
    const auto code = QString::number(number).rightJustified(digits, u'0');
    if (code.size() > digits)
        reader.reject(name, digits == 1 ? u"a code of GB/T 2261.1"_s : u"a code of GB/T 3304"_s);
    return code;
}

std::optional<QDate> endOfValidity(ObjectReader& reader, const QJsonObject& object)
{
    const auto value = object.value("valid_to"_L1);
    if (value.isNull() || value.isUndefined() || value.toString() == LongTerm)
        return {};
    return reader.date(u"valid_to"_s);
}

} // namespace

QJsonObject toJson(const IdCard& card)
{
    return {
        {"kind"_L1, idCardKindName(card.kind)},
        {"name"_L1, card.name},
        {"name_en"_L1, textOrNull(card.nameEn)},
        {"sex"_L1, textOrNull(codes::sexTable().text(card.sexCode))},
        {"sex_code"_L1, numberOrNull(card.sexCode)},
        {"ethnicity"_L1, textOrNull(codes::ethnicityTable().text(card.ethnicityCode))},
        {"ethnicity_code"_L1, numberOrNull(card.ethnicityCode)},
        {"birth"_L1, dateOrNull(card.birth)},
        {"address"_L1, textOrNull(card.address)},
        {"id_no"_L1, card.idNo},
        {"authority"_L1, textOrNull(card.authority)},
        {"valid_from"_L1, dateOrNull(card.validFrom)},
        {"valid_to"_L1, card.validTo ? dateOrNull(*card.validTo) : QJsonValue()},
        {"photo_wlt_base64"_L1, textOrNull(QString::fromLatin1(card.photoWlt.toBase64()))},
        {"added_address"_L1, textOrNull(card.addedAddress)},
        {"permit_no"_L1, textOrNull(card.permitNo)},
        {"issue_count"_L1, card.issueCount > 0 ? QJsonValue(card.issueCount) : QJsonValue()},
        {"nationality"_L1, textOrNull(card.nationality)},
    };
}

Result<IdCard> idCardFromJson(const QJsonObject& object, const QString& path)
{
    ObjectReader reader(object, path);
    IdCard card;
    const auto kind = idCardKindFromName(reader.textOr(u"kind"_s, u"resident"_s));
    if (!kind)
        reader.reject(u"kind"_s, u"one of resident, gat, foreigner2017, foreigner2023"_s);
    card.kind = kind.value_or(IdCardKind::Resident);
    card.name = reader.textOr(u"name"_s);
    card.nameEn = reader.textOr(u"name_en"_s);
    card.sexCode = codeOf(reader, u"sex_code"_s, 1);
    card.ethnicityCode = codeOf(reader, u"ethnicity_code"_s, 2);
    card.birth = reader.date(u"birth"_s);
    card.address = reader.textOr(u"address"_s);
    card.idNo = reader.text(u"id_no"_s);
    card.authority = reader.textOr(u"authority"_s);
    card.validFrom = reader.date(u"valid_from"_s);
    card.validTo = endOfValidity(reader, object);
    card.photoWlt = QByteArray::fromBase64(reader.textOr(u"photo_wlt_base64"_s).toLatin1());
    card.addedAddress = reader.textOr(u"added_address"_s);
    card.permitNo = reader.textOr(u"permit_no"_s);
    card.issueCount = static_cast<int>(reader.integerOr(u"issue_count"_s, 0));
    card.nationality = reader.textOr(u"nationality"_s);
    KB_CHECK(reader.finish());
    return card;
}

} // namespace kuaiban::devices

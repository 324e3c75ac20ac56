#include "SscJson.h"

#include "devices/base/JsonValues.h"
#include "modules/codes/GbTables.h"

namespace kuaiban::devices {

using namespace Qt::StringLiterals;

namespace {

QJsonValue hexOrNull(const QByteArray& bytes)
{
    return textOrNull(QString::fromLatin1(bytes.toHex().toUpper()));
}

} // namespace

QJsonObject toJson(const SscCard& card)
{
    return {
        {"card_id"_L1, hexOrNull(card.cardId)},
        {"card_class"_L1, textOrNull(card.cardClass)},
        {"spec_version"_L1, textOrNull(card.specVersion)},
        {"institution"_L1, hexOrNull(card.institution)},
        {"issued"_L1, dateOrNull(card.issued)},
        {"expires"_L1, dateOrNull(card.expires.value_or(QDate()))},
        {"card_no"_L1, textOrNull(card.cardNo)},
        {"ssn"_L1, textOrNull(card.ssn)},
        {"name"_L1, textOrNull(card.name)},
        {"sex"_L1, textOrNull(codes::sexTable().text(card.sexCode))},
        {"sex_code"_L1, numberOrNull(card.sexCode)},
        {"ethnicity"_L1, textOrNull(codes::ethnicityTable().text(card.ethnicityCode))},
        {"ethnicity_code"_L1, numberOrNull(card.ethnicityCode)},
        {"birth_place"_L1, textOrNull(card.birthPlace)},
        {"birth"_L1, dateOrNull(card.birth)},
        {"atr"_L1, hexOrNull(card.atr)},
        {"reader"_L1, textOrNull(card.reader)},
        {"contactless"_L1, card.contactless},
        {"needs_authentication"_L1, card.needsAuthentication},
    };
}

} // namespace kuaiban::devices

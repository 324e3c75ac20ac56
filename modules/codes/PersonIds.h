#pragma once

#include "modules/base/Result.h"

#include <QDate>

namespace kuaiban::codes {

// Numbers of natural persons. All checks take the text as it will be stored: upper-case, no spaces; what people type
// goes through normalisedIdentifier first. `today` is the legal day, for births in the future. Pure functions, any
// thread.

// What a citizen identity number (公民身份号码) or a residence permit number says.
struct CitizenId
{
    QString region;  // six digits of GB/T 2260 at the time of issue; may since have been renamed or merged
    QDate birth;     // Gregorian
    QString sexCode; // GB/T 2261.1: "1" male, "2" female
    friend bool operator==(const CitizenId&, const CitizenId&) = default;
};

// GB 11643: 18 characters, region, birth date, order, check character by ISO 7064 MOD 11-2.
// Errors in this order: codes.id15 (an old 15-digit number), codes.id-length, codes.id-characters, codes.id-region,
// codes.id-birth, codes.id-future, codes.id-check.
Result<CitizenId> parseCitizenId(const QString& text, QDate today);
Done checkCitizenId(const QString& text, QDate today);

// Residence permit of people from Hong Kong, Macao and Taiwan (港澳台居民居住证): as GB 11643, the region is 810000,
// 820000 or 830000. Errors: codes.permit-region and those of parseCitizenId.
Result<CitizenId> parseResidencePermit(const QString& text, QDate today);
Done checkResidencePermit(const QString& text, QDate today);

// Foreigner's permanent residence card (外国人永久居留身份证): 18 characters since 2023 (9, five digits of province and
// country, birth date, order, MOD 11-2) or 15 since 2017 (nationality by GB/T 2659.1, four digits of area, birth
// YYMMDD, order, check digit by weights 7 3 1). The rule of the old check digit is known from practice only, so
// codes.foreigner15-check is a doubt (see isDoubt in Identifiers.h). Errors: codes.foreigner-length, -characters,
// -start, -nationality, -birth, -check, codes.foreigner15-check.
Done checkForeignerPermit(const QString& text, QDate today);

// The 18-character number that belongs to a 15-digit one issued before October 1999 (births of the 20th century).
// Never applied silently: the caller shows both and the clerk confirms by the household register or a new card.
Result<QString> citizenIdFrom15(const QString& old, QDate today);

// ISO 7064 MOD 11-2 over 17 digits, as GB 11643 prescribes it: '0'–'9' or 'X'.
QChar mod11Check(QStringView digits17);

} // namespace kuaiban::codes

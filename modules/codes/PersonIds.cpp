#include "PersonIds.h"

#include "Ascii.h"
#include "CodesErrors.h"
#include "GbTables.h"

#include <algorithm>
#include <array>

namespace kuaiban::codes {

using namespace Qt::StringLiterals;

namespace {

constexpr int IdLength = 18;
constexpr int OldIdLength = 15;
constexpr int OldestAge = 130; // years; the oldest person on record lived 122

// First two digits of GB/T 2260, the provinces whose police issue citizen numbers.
constexpr std::array Provinces{11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50,
    51, 52, 53, 54, 61, 62, 63, 64, 65, 71};

bool isProvince(QStringView twoDigits)
{
    return std::find(Provinces.begin(), Provinces.end(), twoDigits.toInt()) != Provinces.end();
}

// YYYYMMDD of ASCII digits; the caller has made sure of the digits.
QDate dateOf(QStringView eightDigits)
{
    return QDate(eightDigits.first(4).toInt(), eightDigits.sliced(4, 2).toInt(), eightDigits.last(2).toInt());
}

bool isPossibleBirth(QDate birth, QDate today)
{
    return birth.isValid() && birth >= today.addYears(-OldestAge);
}

Done checkShape(const QString& text)
{
    if (const auto i = firstOffender(text, 0, IdLength - 1, isAsciiDigit))
        return fail(idCharacters(*i + 1));
    if (const auto last = text.back(); !isAsciiDigit(last) && last != u'X')
        return fail(idCharacters(IdLength));
    return {};
}

Result<CitizenId> parseParts(const QString& text, QDate today)
{
    const auto birth = dateOf(QStringView(text).sliced(6, 8));
    if (!isPossibleBirth(birth, today))
        return fail(idBirth());
    if (birth > today)
        return fail(idFuture());
    if (mod11Check(QStringView(text).first(IdLength - 1)) != text.back())
        return fail(idCheck());
    const bool male = text.at(16).digitValue() % 2 == 1;
    return CitizenId{text.first(6), birth, male ? u"1"_s : u"2"_s};
}

Done checkLength(const QString& text)
{
    if (text.size() == OldIdLength && !firstOffender(text, 0, OldIdLength, isAsciiDigit))
        return fail(idOld15());
    if (text.size() != IdLength)
        return fail(idLength(text.size(), IdLength));
    return {};
}

// Check digit of machine-readable travel documents (ICAO 9303): letters count from A = 10, weights 7 3 1.
int icaoCheck(QStringView text)
{
    constexpr std::array weights{7, 3, 1};
    int sum = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int value = isAsciiDigit(text.at(i)) ? text.at(i).digitValue() : text.at(i).unicode() - u'A' + 10;
        sum += value * weights[static_cast<size_t>(i % 3)];
    }
    return sum % 10;
}

Done checkForeigner18(const QString& text, QDate today)
{
    if (const auto i = firstOffender(text, 0, IdLength - 1, isAsciiDigit))
        return fail(foreignerCharacters(*i + 1));
    if (const auto last = text.back(); !isAsciiDigit(last) && last != u'X')
        return fail(foreignerCharacters(IdLength));
    if (!text.startsWith(u'9'))
        return fail(foreignerStart());
    const auto birth = dateOf(QStringView(text).sliced(6, 8));
    if (!isPossibleBirth(birth, today) || birth > today)
        return fail(foreignerBirth());
    if (mod11Check(QStringView(text).first(IdLength - 1)) != text.back())
        return fail(foreignerCheck());
    return {};
}

Done checkForeigner15(const QString& text, QDate today)
{
    if (const auto i = firstOffender(text, 0, 3, isAsciiUpper))
        return fail(foreignerCharacters(*i + 1));
    if (const auto i = firstOffender(text, 3, OldIdLength, isAsciiDigit))
        return fail(foreignerCharacters(*i + 1));
    if (!nationalityTable().has(text.first(3)))
        return fail(foreignerNationality());
    // The century is not in the number: one of the two must give a possible day.
    const auto day = text.sliced(7, 6);
    const auto possible = [&](QLatin1StringView century) {
        const auto birth = dateOf(QString(century + day));
        return isPossibleBirth(birth, today) && birth <= today;
    };
    if (!possible("19"_L1) && !possible("20"_L1))
        return fail(foreignerBirth());
    if (icaoCheck(QStringView(text).first(OldIdLength - 1)) != text.back().digitValue())
        return fail(foreignerOldCheck());
    return {};
}

} // namespace

QChar mod11Check(QStringView digits17)
{
    constexpr std::array weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    constexpr QStringView checks = u"10X98765432";
    int sum = 0;
    for (qsizetype i = 0; i < static_cast<qsizetype>(weights.size()); ++i)
        sum += digits17.at(i).digitValue() * weights[static_cast<size_t>(i)];
    return checks.at(sum % 11);
}

Result<CitizenId> parseCitizenId(const QString& text, QDate today)
{
    KB_CHECK(checkLength(text));
    KB_CHECK(checkShape(text));
    if (!isProvince(QStringView(text).first(2)))
        return fail(idRegion());
    return parseParts(text, today);
}

Done checkCitizenId(const QString& text, QDate today)
{
    KB_CHECK(parseCitizenId(text, today));
    return {};
}

Result<CitizenId> parseResidencePermit(const QString& text, QDate today)
{
    if (text.size() != IdLength)
        return fail(idLength(text.size(), IdLength));
    KB_CHECK(checkShape(text));
    const auto region = QStringView(text).first(6);
    if (region != "810000"_L1 && region != "820000"_L1 && region != "830000"_L1)
        return fail(permitRegion());
    return parseParts(text, today);
}

Done checkResidencePermit(const QString& text, QDate today)
{
    KB_CHECK(parseResidencePermit(text, today));
    return {};
}

Done checkForeignerPermit(const QString& text, QDate today)
{
    switch (text.size()) {
    case IdLength:
        return checkForeigner18(text, today);
    case OldIdLength:
        return checkForeigner15(text, today);
    default:
        return fail(foreignerLength(text.size()));
    }
}

Result<QString> citizenIdFrom15(const QString& old, QDate today)
{
    if (old.size() != OldIdLength)
        return fail(idLength(old.size(), OldIdLength));
    if (const auto i = firstOffender(old, 0, OldIdLength, isAsciiDigit))
        return fail(idCharacters(*i + 1));
    QString text = old.first(6) + "19"_L1 + old.sliced(6);
    text += mod11Check(text);
    KB_CHECK(parseCitizenId(text, today));
    return text;
}

} // namespace kuaiban::codes

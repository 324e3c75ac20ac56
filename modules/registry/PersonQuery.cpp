#include "PersonQuery.h"

#include "modules/codes/Ascii.h"
#include "modules/codes/Identifiers.h"
#include "modules/codes/PinyinTable.h"
#include "PersonName.h"

#include <algorithm>

namespace kuaiban::registry {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ShortestNumber = 3;
constexpr qsizetype OldIdLength = 15;
constexpr qsizetype IdLength = 18;
constexpr qsizetype PhoneLength = 11;
constexpr qsizetype CardLength = 9;

bool isAsciiLetter(QChar c)
{
    return codes::isAsciiUpper(c) || (c >= u'a' && c <= u'z');
}

bool looksLikePhone(const QString& digits)
{
    const bool mobile = digits.size() >= 2 && digits.at(0) == u'1' && digits.at(1) >= u'3';
    return digits.size() <= PhoneLength + 1 && (mobile || digits.front() == u'0');
}

QList<PersonQuery> readDigits(const QString& digits)
{
    QList<PersonQuery> readings;
    if (digits.size() < ShortestNumber)
        return readings;
    if (looksLikePhone(digits))
        readings.append({PersonKey::Phone, digits});
    if (digits.size() == CardLength)
        readings.append({PersonKey::CardNo, digits});
    if (digits.size() == OldIdLength) // issued before October 1999: the year had two digits
        readings.append({PersonKey::IdNo, digits.first(6) + "19"_L1 + digits.sliced(6)});
    if (digits.size() <= IdLength && digits.front() != u'0')
        readings.append({PersonKey::IdNo, digits});
    if (digits.size() >= 16 && digits.size() <= 19)
        readings.append({PersonKey::BankAccount, digits});
    return readings;
}

// Letters and digits mixed: a card number, a number ending in X, a foreigner's number.
QList<PersonQuery> readNumber(const QString& number)
{
    QList<PersonQuery> readings;
    if (number.size() < ShortestNumber)
        return readings;
    if (number.size() == CardLength)
        readings.append({PersonKey::CardNo, number});
    readings.append({PersonKey::IdNo, number});
    return readings;
}

} // namespace

QList<PersonQuery> recognise(const QString& typed)
{
    const auto number = codes::normalisedIdentifier(typed);
    if (number.isEmpty())
        return {};
    const auto all = [&number](auto allowed) { return std::all_of(number.begin(), number.end(), allowed); };
    if (all(codes::isAsciiDigit))
        return readDigits(number);
    const auto name = normalisedName(typed);
    const auto initials = codes::pinyinInitials(name);
    if (std::all_of(name.begin(), name.end(), [](QChar c) { return c.unicode() < 0x80; })) {
        const bool digits = std::any_of(number.begin(), number.end(), codes::isAsciiDigit);
        if (digits && all([](QChar c) { return codes::isAsciiDigit(c) || codes::isAsciiUpper(c); }))
            return readNumber(number);
        return initials.isEmpty() ? QList<PersonQuery>{} : QList<PersonQuery>{{PersonKey::Initials, initials}};
    }
    // 王gl: somebody who types the surname and the rest by its first letters.
    if (std::any_of(name.begin(), name.end(), isAsciiLetter))
        return {{PersonKey::Name, name}, {PersonKey::Initials, initials}};
    if (std::none_of(name.begin(), name.end(), [](QChar c) { return c.isLetter() || c.isSurrogate(); }))
        return {};
    return {{PersonKey::Name, name}, {PersonKey::GivenName, name}};
}

} // namespace kuaiban::registry

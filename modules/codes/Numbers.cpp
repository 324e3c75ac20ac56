#include "Numbers.h"

#include "Ascii.h"
#include "CodesErrors.h"

namespace kuaiban::codes {

namespace {

bool holdsLuhn(const QString& digits)
{
    int sum = 0;
    bool twice = false; // every second digit, counted from the right
    for (auto c = digits.crbegin(); c != digits.crend(); ++c, twice = !twice) {
        const int value = c->digitValue() * (twice ? 2 : 1);
        sum += value / 10 + value % 10;
    }
    return sum % 10 == 0;
}

} // namespace

Done checkBankCard(const QString& text)
{
    if (const auto i = firstOffender(text, 0, text.size(), isAsciiDigit))
        return fail(bankCharacters(*i + 1));
    if (text.size() < 16 || text.size() > 19)
        return fail(bankLength(text.size()));
    if (!holdsLuhn(text))
        return fail(bankCheck());
    return {};
}

Done checkMobilePhone(const QString& text)
{
    if (const auto i = firstOffender(text, 0, text.size(), isAsciiDigit))
        return fail(mobileCharacters(*i + 1));
    if (text.size() != 11)
        return fail(mobileLength(text.size()));
    if (text.at(0) != u'1' || text.at(1) < u'3')
        return fail(mobileStart());
    return {};
}

Done checkCardNumber(const QString& text)
{
    if (text.size() != 9)
        return fail(cardLength(text.size()));
    if (const auto i = firstOffender(text, 0, 9, [](QChar c) { return isAsciiDigit(c) || isAsciiUpper(c); }))
        return fail(cardCharacters(*i + 1));
    return {};
}

} // namespace kuaiban::codes

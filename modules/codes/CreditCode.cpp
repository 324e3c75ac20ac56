#include "CreditCode.h"

#include "Ascii.h"
#include "CodesErrors.h"

#include <array>

namespace kuaiban::codes {

namespace {

constexpr int CreditLength = 18;
constexpr int OrganisationLength = 9;
// 31 characters of GB 32100: letters that look like digits are left out. The index is the value.
constexpr QStringView CreditAlphabet = u"0123456789ABCDEFGHJKLMNPQRTUWXY";

QChar creditCheckOf(const QString& text)
{
    int sum = 0;
    int weight = 1; // 3^i mod 31
    for (qsizetype i = 0; i < CreditLength - 1; ++i) {
        sum += static_cast<int>(CreditAlphabet.indexOf(text.at(i))) * weight;
        weight = weight * 3 % 31;
    }
    return CreditAlphabet.at((31 - sum % 31) % 31);
}

QChar organisationCheckOf(const QString& text)
{
    constexpr std::array weights{3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (qsizetype i = 0; i < OrganisationLength - 1; ++i) {
        const auto c = text.at(i);
        const int value = isAsciiDigit(c) ? c.digitValue() : c.unicode() - u'A' + 10;
        sum += value * weights[static_cast<size_t>(i)];
    }
    constexpr QStringView checks = u"0123456789X0"; // 10 is written X, 11 is written 0
    return checks.at(11 - sum % 11);
}

} // namespace

Result<CreditCode> parseCreditCode(const QString& text)
{
    if (text.size() != CreditLength)
        return fail(creditLength(text.size()));
    if (const auto i = firstOffender(text, 0, CreditLength, [](QChar c) { return CreditAlphabet.contains(c); }))
        return fail(creditCharacters(*i + 1));
    if (firstOffender(text, 2, 8, isAsciiDigit))
        return fail(creditRegion());
    CreditCode code{
        text.first(1), text.sliced(1, 1), text.sliced(2, 6), text.sliced(8, OrganisationLength), std::nullopt};
    if (creditCheckOf(text) != text.back())
        code.doubt = creditCheck();
    return code;
}

Done checkCreditCode(const QString& text)
{
    KB_TRY(const auto code, parseCreditCode(text));
    if (code.doubt)
        return fail(*code.doubt);
    return {};
}

Done checkOrganisationCode(const QString& text)
{
    if (text.size() != OrganisationLength)
        return fail(organisationLength(text.size()));
    const auto allowed = [](QChar c) { return isAsciiDigit(c) || isAsciiUpper(c); };
    if (const auto i = firstOffender(text, 0, OrganisationLength - 1, allowed))
        return fail(organisationCharacters(*i + 1));
    if (const auto last = text.back(); !isAsciiDigit(last) && last != u'X')
        return fail(organisationCharacters(OrganisationLength));
    if (organisationCheckOf(text) != text.back())
        return fail(organisationCheck());
    return {};
}

} // namespace kuaiban::codes

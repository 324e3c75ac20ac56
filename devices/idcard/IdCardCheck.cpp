#include "IdCardCheck.h"

#include "IdCardErrors.h"
#include "modules/codes/PersonIds.h"

#include <algorithm>

namespace kuaiban::devices {

namespace {

constexpr qsizetype Foreigner2017Length = 15;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isLetterOrDigit(QChar c)
{
    return isDigit(c) || (c >= u'A' && c <= u'Z');
}

bool hasRightCheckDigit(const QString& number)
{
    return number.size() == 18 && std::all_of(number.begin(), number.end() - 1, isDigit) &&
           number.back() == codes::mod11Check(QStringView(number).first(17));
}

Done checkAgainstNumber(const IdCard& card)
{
    if (card.idNo.sliced(6, 8) != card.birth.toString(u"yyyyMMdd"_s))
        return fail(idCardBirthMismatch());
    const bool male = card.idNo.at(16).digitValue() % 2 == 1;
    const bool agrees = card.sexCode == (male ? "1"_L1 : "2"_L1);
    const bool unstated = card.sexCode == "0"_L1 || card.sexCode == "9"_L1;
    if (!agrees && !unstated)
        return fail(idCardSexMismatch());
    return {};
}

} // namespace

Done checkIdCard(const IdCard& card)
{
    if (card.kind == IdCardKind::Foreigner2017) {
        const bool wellFormed =
            card.idNo.size() == Foreigner2017Length && std::all_of(card.idNo.begin(), card.idNo.end(), isLetterOrDigit);
        if (!wellFormed)
            return fail(idCardLayout(u"id_no"_s));
        return {};
    }
    if (!hasRightCheckDigit(card.idNo))
        return fail(idCardCheckDigit());
    if (card.kind == IdCardKind::Foreigner2023) {
        if (!card.idNo.startsWith(u'9'))
            return fail(idCardLayout(u"id_no"_s));
        return {};
    }
    return checkAgainstNumber(card);
}

} // namespace kuaiban::devices

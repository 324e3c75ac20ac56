#include "SyntheticNumbers.h"

#include "modules/codes/CreditCode.h"
#include "modules/codes/PersonIds.h"

#include <array>

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView CreditAlphabet = u"0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr int LastOrder = 999;
constexpr quint64 EightDigits = 100'000'000;

QString digits(quint64 number, int width)
{
    return QString::number(number).rightJustified(width, u'0');
}

// The character at the end that makes `isValid` true, tried in turn: the check itself decides, not a second copy of it.
template<class IsValid>
QString completed(const QString& text, QStringView alphabet, IsValid isValid)
{
    for (const QChar c : alphabet) {
        if (isValid(text + c))
            return text + c;
    }
    return {};
}

QChar luhnDigit(const QString& text)
{
    int sum = 0;
    bool twice = true; // the check digit, still missing at the right, counts once, its neighbour twice
    for (auto c = text.crbegin(); c != text.crend(); ++c, twice = !twice) {
        const int value = c->digitValue() * (twice ? 2 : 1);
        sum += value / 10 + value % 10;
    }
    return QChar(u'0' + (10 - sum % 10) % 10);
}

} // namespace

QString SyntheticNumbers::citizenId(const QString& region, QDate birth, const QString& sex)
{
    const auto start = region + birth.toString(u"yyyyMMdd"_s);
    const int odd = sex == u"1" ? 1 : 0;
    int order = m_dice.between(1, LastOrder);
    for (int tried = 0; tried < LastOrder; ++tried, order = order % LastOrder + 1) {
        if (order % 2 != odd)
            continue;
        const auto text = start + digits(static_cast<quint64>(order), 3);
        const auto number = text.toULongLong();
        if (m_given.contains(number))
            continue;
        m_given.insert(number);
        return text + codes::mod11Check(text);
    }
    return {};
}

QString SyntheticNumbers::creditCode(QLatin1StringView kind, const QString& county)
{
    for (;;) {
        // Units registered since 2015 have MA here.
        QString organisation = u"MA"_s;
        while (organisation.size() < 8)
            organisation += m_dice.oneOf(CreditAlphabet);
        // An X as check character is fine in GB 11714 and in the alphabet of GB 32100 too.
        organisation = completed(
            organisation, u"0123456789X", [](const QString& code) { return bool(codes::checkOrganisationCode(code)); });
        const auto code = completed(kind + county + organisation, CreditAlphabet,
            [](const QString& candidate) { return bool(codes::checkCreditCode(candidate)); });
        if (code.isEmpty() || m_creditCodes.contains(code))
            continue;
        m_creditCodes.insert(code);
        return code;
    }
}

quint64 SyntheticNumbers::scattered(quint64 serial) const
{
    // The factor has no divisor in common with 10^8: every serial gets a number of its own, far from its neighbours'.
    constexpr quint64 factor = 61'803'399;
    return serial * factor % EightDigits;
}

QString SyntheticNumbers::cardNumber()
{
    const auto serial = ++m_cards;
    constexpr QStringView letters = u"KLMNPQRT"; // one letter for each 10^8 cards
    return letters.at(static_cast<qsizetype>(serial / EightDigits) % letters.size()) + digits(scattered(serial), 8);
}

QString SyntheticNumbers::cardId(const QString& county)
{
    QString random;
    for (int i = 0; i < 2; ++i)
        random += QString::number(m_dice.bits(), 16).rightJustified(16, u'0');
    return county.leftJustified(6, u'0') + random.last(26).toUpper();
}

QString SyntheticNumbers::bankAccount(QLatin1StringView issuer)
{
    const auto text = issuer + "0000"_L1 + digits(scattered(++m_accounts), 8);
    return text + luhnDigit(text);
}

QString SyntheticNumbers::mobilePhone()
{
    constexpr std::array<QLatin1StringView, 4> blocks{"140"_L1, "141"_L1, "144"_L1, "148"_L1};
    const auto block = m_dice.oneOf(blocks);
    return block + digits(static_cast<quint64>(m_dice.below(100'000'000)), 8);
}

} // namespace kuaiban::hub

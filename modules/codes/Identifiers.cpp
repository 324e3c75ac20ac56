#include "Identifiers.h"

#include "CodesErrors.h"
#include "CreditCode.h"
#include "Numbers.h"
#include "PersonIds.h"

#include <array>

namespace kuaiban::codes {

using namespace Qt::StringLiterals;

namespace {

struct NamedCheck
{
    QLatin1StringView name;
    Done (*run)(const QString& text, QDate today);
};

const std::array<NamedCheck, 8>& namedChecks()
{
    static const std::array<NamedCheck, 8> checks{{
        {"citizen-id"_L1, checkCitizenId},
        {"residence-permit"_L1, checkResidencePermit},
        {"foreigner-permit"_L1, checkForeignerPermit},
        {"credit-code"_L1, [](const QString& text, QDate) { return checkCreditCode(text); }},
        {"organisation-code"_L1, [](const QString& text, QDate) { return checkOrganisationCode(text); }},
        {"bank-card"_L1, [](const QString& text, QDate) { return checkBankCard(text); }},
        {"mobile"_L1, [](const QString& text, QDate) { return checkMobilePhone(text); }},
        {"card-number"_L1, [](const QString& text, QDate) { return checkCardNumber(text); }},
    }};
    return checks;
}

// Hyphens people write between groups of digits: ASCII, the Unicode dashes, the full-width one after its conversion.
bool isHyphen(QChar c)
{
    return c == u'-' || (c >= u'\u2010' && c <= u'\u2015') || c == u'\u2212';
}

} // namespace

QString normalisedIdentifier(const QString& typed)
{
    QString text;
    text.reserve(typed.size());
    for (QChar c : typed) {
        if (c >= u'\uff01' && c <= u'\uff5e')
            c = QChar(static_cast<char16_t>(c.unicode() - 0xfee0));
        const bool invisible = c.category() == QChar::Other_Format || c.category() == QChar::Other_Control;
        if (!c.isSpace() && !isHyphen(c) && !invisible)
            text.append(c >= u'a' && c <= u'z' ? c.toUpper() : c);
    }
    return text;
}

const QStringList& identifierChecks()
{
    static const QStringList names = [] {
        QStringList list;
        for (const auto& check : namedChecks())
            list.append(check.name);
        return list;
    }();
    return names;
}

Done checkIdentifier(const QString& check, const QString& text, QDate today)
{
    for (const auto& [name, run] : namedChecks()) {
        if (check == name)
            return run(text, today);
    }
    return fail(checkUnknown(check));
}

bool isDoubt(const Error& error)
{
    return error.is("codes.credit-check"_L1) || error.is("codes.foreigner15-check"_L1);
}

} // namespace kuaiban::codes

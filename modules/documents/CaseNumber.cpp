#include "CaseNumber.h"

#include "DocumentsErrors.h"

#include <QRegularExpression>

namespace kuaiban::documents {

using namespace Qt::StringLiterals;

namespace {

QString joined(const CaseNumber& number, QLatin1StringView separator)
{
    const auto date = number.date.toString(u"yyyyMMdd"_s);
    if (number.isProvisional())
        return QStringList{u"临"_s, number.area, date, number.tag}.join(u'-');
    return QStringList{number.area, date, QString::number(number.serial).rightJustified(5, u'0')}.join(separator);
}

} // namespace

QString caseNumberText(const CaseNumber& number)
{
    return joined(number, ""_L1);
}

QString caseNumberGrouped(const CaseNumber& number)
{
    return joined(number, " "_L1);
}

Result<CaseNumber> parseCaseNumber(const QString& text)
{
    static const QRegularExpression real(u"^([1-9][0-9]{5})([0-9]{8})([0-9]{5})$"_s);
    static const QRegularExpression provisional(u"^临-([1-9][0-9]{5})-([0-9]{8})-([0-9A-Z]{4,12})$"_s);
    auto compact = text;
    compact.remove(u' ').remove(u'\u3000');
    const auto match = real.match(compact);
    const auto temporary = provisional.match(compact);
    const auto& found = match.hasMatch() ? match : temporary;
    CaseNumber number;
    number.area = found.captured(1);
    number.date = QDate::fromString(found.captured(2), u"yyyyMMdd"_s);
    if (match.hasMatch())
        number.serial = found.captured(3).toInt();
    else
        number.tag = found.captured(3);
    if (!found.hasMatch() || !number.date.isValid() || (number.serial == 0 && number.tag.isEmpty()))
        return fail(caseNumberMalformed());
    return number;
}

} // namespace kuaiban::documents

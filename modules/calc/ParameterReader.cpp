#include "ParameterReader.h"

#include "CalcErrors.h"
#include "modules/expr/Dates.h"

#include <QRegularExpression>

namespace kuaiban::calc {

using namespace Qt::StringLiterals;

namespace {

Result<QDate> readDate(const QJsonObject& json, const QString& key, const QString& place, bool isRequired)
{
    const auto value = json.value(key);
    if (value.isUndefined() && !isRequired)
        return QDate();
    const QDate date = expr::dateFromText(value.toString());
    if (!expr::inCalendar(date))
        return fail(parameterInvalid(place + u'.' + key, u"YYYY-MM-DD"_s));
    return date;
}

// Policy values are exact: no floating point may enter a benefit.
bool isExact(const QJsonValue& value)
{
    if (value.isDouble())
        return value.toInteger(-1) != -1 || value == QJsonValue(-1);
    if (value.isArray()) {
        const auto array = value.toArray();
        return std::all_of(array.begin(), array.end(), [](const QJsonValue& item) { return isExact(item); });
    }
    if (value.isObject()) {
        const auto object = value.toObject();
        return std::all_of(object.begin(), object.end(), [](const QJsonValue& item) { return isExact(item); });
    }
    return !value.isNull() && !value.isUndefined();
}

} // namespace

Result<Parameter> readParameter(const QJsonObject& json, const QString& place)
{
    static const QRegularExpression namePattern(u"^[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)*$"_s);
    Parameter parameter;
    parameter.name = json.value("name"_L1).toString();
    if (!namePattern.match(parameter.name).hasMatch())
        return fail(parameterInvalid(place + ".name"_L1, u"a name such as unemployment.ladder"_s));
    parameter.area = json.value("area"_L1).toString();
    if (!isArea(parameter.area))
        return fail(parameterInvalid(place + ".area"_L1, u"0, 2, 4, 6, 9 or 12 digits"_s));
    KB_TRY(parameter.validFrom, readDate(json, u"validFrom"_s, place, true));
    KB_TRY(parameter.validTo, readDate(json, u"validTo"_s, place, false));
    if (parameter.validTo.isValid() && parameter.validTo < parameter.validFrom)
        return fail(parameterInvalid(place + ".validTo"_L1, u"not before validFrom"_s));
    parameter.value = json.value("value"_L1);
    if (!isExact(parameter.value))
        return fail(
            parameterInvalid(place + ".value"_L1, u"a text, an integer, or a list of such; fractions as text"_s));
    parameter.basis = json.value("basis"_L1).toString();
    parameter.isSynthetic = json.value("synthetic"_L1).toBool();
    return parameter;
}

} // namespace kuaiban::calc

#include "ParameterSet.h"

#include "CalcErrors.h"
#include "ParameterReader.h"

#include <algorithm>

namespace kuaiban::calc {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<qsizetype, 6> AreaLengths{0, 2, 4, 6, 9, 12};

bool holdsOn(const Parameter& parameter, QDate date)
{
    return parameter.validFrom <= date && (!parameter.validTo.isValid() || date <= parameter.validTo);
}

bool overlap(const Parameter& a, const Parameter& b)
{
    return a.area == b.area && (holdsOn(a, b.validFrom) || holdsOn(b, a.validFrom));
}

} // namespace

bool isArea(const QString& area)
{
    return std::find(AreaLengths.begin(), AreaLengths.end(), area.size()) != AreaLengths.end() &&
           std::all_of(area.begin(), area.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QString areaAbove(const QString& area)
{
    qsizetype length = 0;
    for (const auto candidate : AreaLengths) {
        if (candidate < area.size())
            length = candidate;
    }
    return area.first(length);
}

Result<ParameterSet> ParameterSet::parse(const QList<QJsonObject>& pages)
{
    QHash<QString, Dated> byName;
    for (qsizetype page = 0; page < pages.size(); ++page) {
        const auto entries = pages[page].value("parameters"_L1).toArray();
        if (entries.isEmpty())
            return fail(
                parameterInvalid("[%1].parameters"_L1.arg(QString::number(page)), u"a list that is not empty"_s));
        for (qsizetype i = 0; i < entries.size(); ++i) {
            const auto place = "[%1].parameters[%2]"_L1.arg(QString::number(page), QString::number(i));
            KB_TRY(const auto parameter, readParameter(entries[i].toObject(), place));
            auto& dated = byName[parameter.name];
            for (const auto& other : dated) {
                if (overlap(parameter, other))
                    return fail(
                        parameterOverlap(place, parameter.name, std::max(parameter.validFrom, other.validFrom)));
            }
            dated.append(parameter);
        }
    }
    ParameterSet set;
    set.m_byName = std::make_shared<const QHash<QString, Dated>>(std::move(byName));
    return set;
}

Result<Parameter> ParameterSet::value(const QString& name, const QString& area, QDate date) const
{
    const auto dated = m_byName->constFind(name);
    if (dated == m_byName->cend())
        return fail(parameterMissing(name, area, date));
    for (QString nearest = area;; nearest = areaAbove(nearest)) {
        for (const auto& parameter : *dated) {
            if (parameter.area == nearest && holdsOn(parameter, date))
                return parameter;
        }
        if (nearest.isEmpty())
            return fail(parameterMissing(name, area, date));
    }
}

Result<qint64> ParameterSet::integer(const QString& name, const QString& area, QDate date) const
{
    KB_TRY(const auto parameter, value(name, area, date));
    if (!parameter.value.isDouble())
        return fail(parameterUnfit(name, u"an integer"_s));
    return parameter.value.toInteger();
}

Result<expr::Decimal> ParameterSet::decimal(const QString& name, const QString& area, QDate date) const
{
    KB_TRY(const auto parameter, value(name, area, date));
    const auto number = parameter.value.isDouble() ? expr::Decimal::fromInteger(parameter.value.toInteger())
                                                   : expr::Decimal::fromText(parameter.value.toString());
    if (!number)
        return fail(parameterUnfit(name, u"a decimal"_s));
    return *number;
}

Result<QJsonArray> ParameterSet::list(const QString& name, const QString& area, QDate date) const
{
    KB_TRY(const auto parameter, value(name, area, date));
    if (!parameter.value.isArray())
        return fail(parameterUnfit(name, u"a list"_s));
    return parameter.value.toArray();
}

QStringList ParameterSet::names() const
{
    auto list = m_byName->keys();
    list.sort();
    return list;
}

} // namespace kuaiban::calc

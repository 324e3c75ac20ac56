#pragma once

#include "modules/base/Result.h"
#include "modules/expr/Decimal.h"

#include <QDate>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

#include <memory>

namespace kuaiban::calc {

// One dated value of a parameter. Amounts are integer fen, rates decimals as strings ("90" per cent).
struct Parameter
{
    QString name;
    QString area; // the area it was set for, 0, 2, 4, 6, 9 or 12 digits; empty: the whole country
    QDate validFrom;
    QDate validTo; // the last day; invalid: without end
    QJsonValue value;
    QString basis;            // document or article it rests on
    bool isSynthetic = false; // made up for demonstration, not to be used for real benefits
};

// Parameters of policy by name, area and day, read from pages of the catalogue:
//
// {"parameters": [{"name": "minimum-wage", "area": "2106", "validFrom": "2025-01-01", "validTo": "2025-12-31",
//                  "value": 198000, "unit": "fen", "basis": "…", "synthetic": true}]}
//
// `area`, `validTo`, `unit`, `basis` and `synthetic` may be left out. Immutable, shared by copies, thread-safe.
class ParameterSet
{
public:
    ParameterSet() = default;
    // `calc.parameter-invalid`, or `calc.parameter-overlap` when two values hold in one area on the same day.
    static Result<ParameterSet> parse(const QList<QJsonObject>& pages);

    // The value that holds on a day in the area itself, else in the nearest area above it, up to the country.
    // `calc.parameter-missing` when there is none.
    Result<Parameter> value(const QString& name, const QString& area, QDate date) const;
    // The same as a certain kind; `calc.parameter-unfit` when it is another.
    Result<qint64> integer(const QString& name, const QString& area, QDate date) const;
    Result<expr::Decimal> decimal(const QString& name, const QString& area, QDate date) const;
    Result<QJsonArray> list(const QString& name, const QString& area, QDate date) const;

    QStringList names() const;

private:
    using Dated = QList<Parameter>; // of one name, by validFrom
    std::shared_ptr<const QHash<QString, Dated>> m_byName = std::make_shared<const QHash<QString, Dated>>();
};

// "210602" → "2106" → "21" → "" (the country); each is the area above the one before.
QString areaAbove(const QString& area);
bool isArea(const QString& area);

} // namespace kuaiban::calc

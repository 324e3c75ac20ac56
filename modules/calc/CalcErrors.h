#pragma once

#include "modules/base/Failure.h"

#include <QDate>

namespace kuaiban::calc {

// A page of parameters is not written as required; `place` is where: "[0].parameters[3].validTo".
inline Error parameterInvalid(const QString& place, const QString& expected)
{
    using namespace Qt::StringLiterals;
    return failure("calc.parameter-invalid", Origin::Data, "%1: %2"_L1.arg(place, expected))
        .with(u"place"_s, place)
        .with(u"expected"_s, expected);
}

// Two values of one parameter hold in one area on the same day.
inline Error parameterOverlap(const QString& place, const QString& name, QDate date)
{
    using namespace Qt::StringLiterals;
    return failure("calc.parameter-overlap", Origin::Data, "%1: %2"_L1.arg(place, name))
        .with(u"place"_s, place)
        .with(u"name"_s, name)
        .with(u"date"_s, date.toString(Qt::ISODate));
}

// No value for this area, nor for one above it, on that day.
inline Error parameterMissing(const QString& name, const QString& area, QDate date)
{
    using namespace Qt::StringLiterals;
    return failure("calc.parameter-missing", Origin::Data, "%1 %2 %3"_L1.arg(name, area, date.toString(Qt::ISODate)))
        .with(u"name"_s, name)
        .with(u"area"_s, area)
        .with(u"date"_s, date.toString(Qt::ISODate));
}

// A parameter has a value that a calculator cannot use.
inline Error parameterUnfit(const QString& name, const QString& expected)
{
    using namespace Qt::StringLiterals;
    return failure("calc.parameter-unfit", Origin::Data, "%1: %2"_L1.arg(name, expected))
        .with(u"name"_s, name)
        .with(u"expected"_s, expected);
}

// A calculator got an input that cannot be, such as negative months.
inline Error inputInvalid(const QString& input, const QString& expected)
{
    using namespace Qt::StringLiterals;
    return failure("calc.input", Origin::Data, "%1: %2"_L1.arg(input, expected))
        .with(u"input"_s, input)
        .with(u"expected"_s, expected);
}

} // namespace kuaiban::calc

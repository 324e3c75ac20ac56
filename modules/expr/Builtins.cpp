#include "Dates.h"
#include "ExprErrors.h"
#include "Functions.h"

#include <limits>

namespace kuaiban::expr {

using namespace Qt::StringLiterals;

namespace {

using Arguments = std::span<const Value>;

constexpr qint64 Farthest = 4'000'000; // more days or months than this leave the calendar from any day in it

qint64 codePoints(const QString& text)
{
    return text.toUcs4().size();
}

Result<Value> orOverflow(std::optional<Decimal> number, const QString& function)
{
    if (!number)
        return fail(arithmeticError(function));
    return Value(*number);
}

Result<Value> inCalendarOrFail(QDate date, const QString& function)
{
    if (!inCalendar(date))
        return fail(badArgument(function, u"a day in the years 1 to 9999"_s));
    return Value(date);
}

// The least (sign −1) or greatest (sign +1) of values that have an order among them.
Result<Value> extreme(Arguments values, int sign, const QString& function)
{
    if (values.empty())
        return fail(badArgument(function, u"at least one item"_s));
    const Value* best = &values.front();
    for (const auto& value : values) {
        const auto order = compare(value, *best);
        if (!order)
            return fail(typeMismatch(u"numbers, strings or dates"_s, kindName(value.kind())));
        if ((*order > 0 && sign > 0) || (*order < 0 && sign < 0))
            best = &value;
    }
    return *best;
}

void addExtremes(Functions& functions, const QString& name, int sign)
{
    for (const Type& type : {Type::integer(), Type::decimal(), Type::date(), Type::string()})
        functions.add(name, {type, type}, type, [sign, name](Arguments a) { return extreme(a, sign, name); });
    functions.add(name, {Type::list(Type::any())}, Type::any(), [sign, name](Arguments a) {
        const auto& items = a[0].list();
        return extreme({items.constData(), static_cast<size_t>(items.size())}, sign, name);
    });
}

void addNumberFunctions(Functions& functions)
{
    addExtremes(functions, u"min"_s, -1);
    addExtremes(functions, u"max"_s, +1);
    functions.add(u"abs"_s, {Type::integer()}, Type::integer(), [](Arguments a) -> Result<Value> {
        if (a[0].integer() == std::numeric_limits<qint64>::min())
            return fail(arithmeticError(u"abs"_s));
        return Value(qAbs(a[0].integer()));
    });
    functions.add(u"abs"_s, {Type::decimal()}, Type::decimal(), [](Arguments a) {
        const Decimal number = a[0].decimal();
        return orOverflow(number.units() < 0 ? number.negated() : number, u"abs"_s);
    });
    functions.add(u"round"_s, {Type::decimal(), Type::integer()}, Type::decimal(), [](Arguments a) -> Result<Value> {
        const qint64 decimals = a[1].integer();
        if (decimals < 0 || decimals > Decimal::MaxDecimals)
            return fail(badArgument(u"round"_s, u"0 to 6 decimals"_s));
        return orOverflow(a[0].decimal().rounded(static_cast<int>(decimals)), u"round"_s);
    });
    functions.add(u"floor"_s, {Type::decimal()}, Type::integer(),
        [](Arguments a) -> Result<Value> { return Value(a[0].decimal().floor()); });
    functions.add(u"ceil"_s, {Type::decimal()}, Type::integer(),
        [](Arguments a) -> Result<Value> { return Value(a[0].decimal().ceil()); });
}

void addConversions(Functions& functions)
{
    functions.add(u"int"_s, {Type::integer()}, Type::integer(), [](Arguments a) -> Result<Value> { return a[0]; });
    functions.add(u"int"_s, {Type::decimal()}, Type::integer(),
        [](Arguments a) -> Result<Value> { return Value(a[0].decimal().truncated()); });
    functions.add(u"int"_s, {Type::string()}, Type::integer(), [](Arguments a) -> Result<Value> {
        const QString& text = a[0].string();
        bool ok = !text.startsWith(u'+') && text == text.trimmed();
        const qint64 number = ok ? text.toLongLong(&ok, 10) : 0;
        if (!ok)
            return fail(badArgument(u"int"_s, u"digits"_s));
        return Value(number);
    });
    functions.add(u"decimal"_s, {Type::decimal()}, Type::decimal(), [](Arguments a) -> Result<Value> { return a[0]; });
    functions.add(u"decimal"_s, {Type::string()}, Type::decimal(), [](Arguments a) -> Result<Value> {
        const auto number = Decimal::fromText(a[0].string());
        if (!number)
            return fail(badArgument(u"decimal"_s, u"a number with at most 6 decimals"_s));
        return Value(*number);
    });
    functions.add(u"string"_s, {Type::string()}, Type::string(), [](Arguments a) -> Result<Value> { return a[0]; });
    functions.add(u"string"_s, {Type::boolean()}, Type::string(),
        [](Arguments a) -> Result<Value> { return Value(a[0].boolean() ? u"true"_s : u"false"_s); });
    functions.add(u"string"_s, {Type::integer()}, Type::string(),
        [](Arguments a) -> Result<Value> { return Value(QString::number(a[0].integer())); });
    functions.add(u"string"_s, {Type::decimal()}, Type::string(),
        [](Arguments a) -> Result<Value> { return Value(a[0].decimal().text()); });
    functions.add(u"string"_s, {Type::date()}, Type::string(),
        [](Arguments a) -> Result<Value> { return Value(dateText(a[0].date())); });
}

void addTextFunctions(Functions& functions)
{
    const auto addTest = [&functions](const QString& name, bool (*test)(const QString&, const QString&)) {
        functions.add(name, {Type::string(), Type::string()}, Type::boolean(),
            [test](Arguments a) -> Result<Value> { return Value(test(a[0].string(), a[1].string())); });
    };
    addTest(u"contains"_s, [](const QString& text, const QString& part) { return text.contains(part); });
    addTest(u"startsWith"_s, [](const QString& text, const QString& part) { return text.startsWith(part); });
    addTest(u"endsWith"_s, [](const QString& text, const QString& part) { return text.endsWith(part); });
    functions.add(u"size"_s, {Type::string()}, Type::integer(),
        [](Arguments a) -> Result<Value> { return Value(codePoints(a[0].string())); });
    functions.add(u"size"_s, {Type::of(Kind::List)}, Type::integer(),
        [](Arguments a) -> Result<Value> { return Value(qint64(a[0].list().size())); });
    functions.add(u"size"_s, {Type::of(Kind::Map)}, Type::integer(),
        [](Arguments a) -> Result<Value> { return Value(qint64(a[0].map().size())); });
    functions.add(u"trim"_s, {Type::string()}, Type::string(),
        [](Arguments a) -> Result<Value> { return Value(a[0].string().trimmed()); });
    functions.add(u"substring"_s, {Type::string(), Type::integer(), Type::integer()}, Type::string(),
        [](Arguments a) -> Result<Value> {
            const auto points = a[0].string().toUcs4();
            const qint64 start = a[1].integer();
            const qint64 count = a[2].integer();
            if (start < 0 || count < 0 || start > points.size() || count > points.size() - start)
                return fail(badArgument(u"substring"_s, u"a part of the text"_s));
            const auto part = points.sliced(start, count);
            return Value(QString::fromUcs4(reinterpret_cast<const char32_t*>(part.constData()), part.size()));
        });
}

void addDateFunctions(Functions& functions)
{
    functions.add(u"date"_s, {Type::string()}, Type::date(), [](Arguments a) -> Result<Value> {
        const QDate date = dateFromText(a[0].string());
        if (!inCalendar(date))
            return fail(badArgument(u"date"_s, u"YYYY-MM-DD"_s));
        return Value(date);
    });
    functions.add(u"date"_s, {Type::integer(), Type::integer(), Type::integer()}, Type::date(), [](Arguments a) {
        const auto part = [&a](
                              size_t i) { return static_cast<int>(qBound(qint64(0), a[i].integer(), qint64(10'000))); };
        return inCalendarOrFail(QDate(part(0), part(1), part(2)), u"date"_s);
    });
    const auto addPart = [&functions](const QString& name, int (*part)(QDate)) {
        functions.add(name, {Type::date()}, Type::integer(),
            [part](Arguments a) -> Result<Value> { return Value(part(a[0].date())); });
    };
    addPart(u"year"_s, [](QDate date) { return date.year(); });
    addPart(u"month"_s, [](QDate date) { return date.month(); });
    addPart(u"day"_s, [](QDate date) { return date.day(); });
    functions.add(u"monthStart"_s, {Type::date()}, Type::date(),
        [](Arguments a) -> Result<Value> { return Value(QDate(a[0].date().year(), a[0].date().month(), 1)); });
    functions.add(u"monthEnd"_s, {Type::date()}, Type::date(), [](Arguments a) -> Result<Value> {
        return Value(QDate(a[0].date().year(), a[0].date().month(), a[0].date().daysInMonth()));
    });
    functions.add(u"addDays"_s, {Type::date(), Type::integer()}, Type::date(), [](Arguments a) {
        return inCalendarOrFail(a[0].date().addDays(qBound(-Farthest, a[1].integer(), Farthest)), u"addDays"_s);
    });
    functions.add(u"addMonths"_s, {Type::date(), Type::integer()}, Type::date(), [](Arguments a) {
        const auto months = static_cast<int>(qBound(-Farthest, a[1].integer(), Farthest));
        return inCalendarOrFail(a[0].date().addMonths(months), u"addMonths"_s);
    });
    functions.add(u"daysBetween"_s, {Type::date(), Type::date()}, Type::integer(),
        [](Arguments a) -> Result<Value> { return Value(a[0].date().daysTo(a[1].date())); });
    functions.add(u"monthsBetween"_s, {Type::date(), Type::date()}, Type::integer(),
        [](Arguments a) -> Result<Value> { return Value(monthsBetween(a[0].date(), a[1].date())); });
    functions.add(u"age"_s, {Type::date(), Type::date()}, Type::integer(), [](Arguments a) -> Result<Value> {
        if (a[1].date() < a[0].date())
            return fail(badArgument(u"age"_s, u"a birth date that is not after the other date"_s));
        return Value(monthsBetween(a[0].date(), a[1].date()) / 12);
    });
}

} // namespace

const Functions& builtinFunctions()
{
    static const Functions functions = [] {
        Functions made;
        addNumberFunctions(made);
        addConversions(made);
        addTextFunctions(made);
        addDateFunctions(made);
        return made;
    }();
    return functions;
}

} // namespace kuaiban::expr

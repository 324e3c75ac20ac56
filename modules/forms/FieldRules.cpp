#include "FieldRules.h"

#include "FormErrors.h"
#include "modules/base/Money.h"
#include "modules/expr/JsonValue.h"

#include <algorithm>

namespace kuaiban::forms {

using namespace Qt::StringLiterals;

namespace {

LocalText kindText(FieldKind kind)
{
    switch (kind) {
    case FieldKind::Integer:
        return {u"整数"_s, u"a whole number"_s};
    case FieldKind::Money:
        return {u"金额（精确到分）"_s, u"an amount with at most two decimals"_s};
    case FieldKind::Decimal:
        return {u"数字（最多 6 位小数）"_s, u"a number with at most six decimals"_s};
    case FieldKind::Date:
        return {u"日期（如 2026-11-21）"_s, u"a date such as 2026-11-21"_s};
    case FieldKind::Month:
        return {u"月份（如 2026-11）"_s, u"a month such as 2026-11"_s};
    case FieldKind::Flag:
        return {u"是或否"_s, u"yes or no"_s};
    case FieldKind::Table:
        return {u"表格"_s, u"a table"_s};
    default:
        return {u"文字"_s, u"a text"_s};
    }
}

bool isControl(QChar character, bool isMultiline)
{
    if (isMultiline && (character == u'\n' || character == u'\t'))
        return false;
    return character.category() == QChar::Other_Control || character == QChar::LineSeparator ||
           character == QChar::ParagraphSeparator;
}

std::optional<Error> brokenTextRule(
    const Field& field, const QString& text, const FormEnvironment& environment, QDate today)
{
    const bool isMultiline = field.kind == FieldKind::Multiline;
    if (!text.isValidUtf16() ||
        std::any_of(text.begin(), text.end(), [=](QChar c) { return isControl(c, isMultiline); }))
        return valueCharacters();
    const qint64 length = text.toUcs4().size();
    if (length > field.maxLength)
        return valueTooLong(length, field.maxLength);
    if (field.pattern) {
        const auto matches = field.pattern->matches(text);
        if (!matches)
            return matches.error();
        if (!*matches)
            return valuePattern(field.example.toString());
    }
    if (!field.checkAs.isEmpty()) {
        if (const auto valid = environment.identifierChecks.value(field.checkAs)(text, today); !valid)
            return valid.error();
    }
    return {};
}

bool isAreaCode(const QString& text)
{
    static const QList<qsizetype> lengths{2, 4, 6, 9, 12};
    return lengths.contains(text.size()) &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QString boundText(const Field& field, const expr::Value& bound)
{
    if (field.kind == FieldKind::Money)
        return formatYuan(bound.integer());
    const auto json = expr::jsonFromValue(bound, field.type()).value_or(QJsonValue());
    return json.isDouble() ? QString::number(json.toInteger()) : json.toString();
}

} // namespace

bool isBlank(const QJsonValue& json)
{
    return json.isNull() || json.isUndefined() || (json.isString() && json.toString().trimmed().isEmpty());
}

Result<expr::Value> fieldValue(const Field& field, const QJsonValue& json)
{
    auto value = expr::valueFromJson(json, field.type());
    if (!value || !field.type().accepts(*value))
        return fail(valueOfWrongKind(kindText(field.kind)));
    return value;
}

std::optional<Error> brokenRule(
    const Field& field, const expr::Value& value, const FormEnvironment& environment, const FormContext& context)
{
    if (field.isText())
        return brokenTextRule(field, value.string(), environment, context.today);
    if (field.kind == FieldKind::Code || field.kind == FieldKind::Area) {
        const bool isArea = field.kind == FieldKind::Area;
        const QString table = isArea ? u"area"_s : field.codeTable;
        if ((isArea && !isAreaCode(value.string())) || (context.knowsCode && !context.knowsCode(table, value.string())))
            return valueCodeUnknown(table);
        return {};
    }
    const bool tooSmall = field.minimum && expr::compare(value, *field.minimum) == std::strong_ordering::less;
    const bool tooLarge = field.maximum && expr::compare(value, *field.maximum) == std::strong_ordering::greater;
    if (tooSmall || tooLarge)
        return valueRange(rangeText(field));
    return {};
}

QString rangeText(const Field& field)
{
    if (field.minimum && field.maximum)
        return u"%1 … %2"_s.arg(boundText(field, *field.minimum), boundText(field, *field.maximum));
    if (field.minimum)
        return u"≥ "_s + boundText(field, *field.minimum);
    return field.maximum ? u"≤ "_s + boundText(field, *field.maximum) : QString();
}

} // namespace kuaiban::forms

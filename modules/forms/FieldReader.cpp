#include "FieldReader.h"

#include "FieldRules.h"
#include "FormErrors.h"
#include "modules/expr/Declarations.h"
#include "modules/expr/JsonValue.h"

#include <QRegularExpression>

namespace kuaiban::forms {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 DefaultTextLength = 200;
constexpr qint64 DefaultMultilineLength = 2000;
constexpr qint64 LongestText = 10'000;
constexpr qint64 MostRows = 1000;
constexpr qint64 DefaultMostRows = 200;
constexpr qint64 GridColumns = 12;
// Examples are judged as of one day, so that the catalogue check says the same this year and the next.
constexpr QDate ExampleDay = QDate::fromJulianDay(2'461'042); // 2026-01-01

bool isOrdered(FieldKind kind)
{
    return kind == FieldKind::Integer || kind == FieldKind::Money || kind == FieldKind::Decimal ||
           kind == FieldKind::Date || kind == FieldKind::Month;
}

} // namespace

bool isUsableId(const QString& id, const FormEnvironment& environment)
{
    static const QRegularExpression name(u"^[A-Za-z][A-Za-z0-9_]{0,63}$"_s);
    static const QStringList taken{u"card"_s, u"register"_s, u"params"_s, u"today"_s, u"row"_s, u"rowId"_s, u"true"_s,
        u"false"_s, u"null"_s, u"in"_s};
    if (!name.match(id).hasMatch() || taken.contains(id))
        return false;
    const auto functions = environment.functions.names();
    return std::none_of(
        functions.begin(), functions.end(), [&id](const QString& f) { return f.startsWith(id + u'.'); });
}

std::optional<expr::Expression> readExpression(
    PlaceReader& reader, const QString& name, const expr::Environment& names, const expr::Type& expected)
{
    const auto json = reader.value(name);
    if (json.isUndefined())
        return {};
    if (!json.isString()) {
        reader.reject(name, u"an expression"_s);
        return {};
    }
    auto environment = names;
    environment.expected = expected;
    const auto expression = expr::Expression::compile(json.toString(), environment);
    if (!expression) {
        reader.report(definitionExpression(reader.placeOf(name), expression.error()));
        return {};
    }
    return *expression;
}

std::optional<Field> FieldReader::field(const QJsonObject& json, const QString& place)
{
    return read(json, place, m_names, false);
}

std::optional<Field> FieldReader::read(
    const QJsonObject& json, const QString& place, const expr::Environment& names, bool isColumn)
{
    PlaceReader reader(json, place, m_findings);
    Field field;
    field.id = reader.text(u"id"_s);
    const bool usable = isUsableId(field.id, m_environment);
    if (!usable && !field.id.isEmpty())
        reader.reject(u"id"_s, u"a name of letters and digits that is not reserved"_s);
    const QString kindName = reader.text(u"kind"_s);
    const auto kind = fieldKindFromName(kindName);
    if (!kindName.isEmpty() && !kind)
        reader.report(definitionUnknownKind(reader.placeOf(u"kind"_s), kindName));
    if (!usable || !kind)
        return {};
    field.kind = *kind;
    field.label = reader.localText(u"label"_s);
    field.hint = reader.localTextOr(u"hint"_s);
    const bool isWide = field.kind == FieldKind::Multiline || field.kind == FieldKind::Table;
    field.width =
        static_cast<int>(reader.integerOr(u"width"_s, isWide ? GridColumns : GridColumns / 2, 1, GridColumns));
    field.readOnly = reader.flagOr(u"readOnly"_s, false);
    field.isBinding = reader.flagOr(u"binding"_s, false);
    field.isProtected = reader.flagOr(u"protected"_s, false);
    readConditions(field, reader, names);
    readTextRules(field, reader);
    readRange(field, reader);
    onlyFor(reader, {u"codeTable"_s}, field.kind == FieldKind::Code, u"code"_s);
    if (field.kind == FieldKind::Code) {
        field.codeTable = reader.text(u"codeTable"_s);
        if (m_environment.codeTables && !field.codeTable.isEmpty() &&
            !m_environment.codeTables->contains(field.codeTable))
            reader.report(definitionReference(reader.placeOf(u"codeTable"_s), field.codeTable));
    }
    onlyFor(reader, {u"columns"_s, u"minRows"_s, u"maxRows"_s}, field.kind == FieldKind::Table, u"table"_s);
    if (field.kind == FieldKind::Table && isColumn)
        reader.reject(u"kind"_s, u"no table inside a table"_s);
    else if (field.kind == FieldKind::Table)
        readTable(field, reader, names);
    onlyFor(reader, {u"source"_s}, !isColumn, u"fields outside tables"_s);
    if (!isColumn)
        readSources(field, reader);
    readExample(field, reader);
    if (m_isStrict)
        reader.reportUnreadKeys();
    return field;
}

void FieldReader::readConditions(Field& field, PlaceReader& reader, const expr::Environment& names)
{
    if (reader.value(u"required"_s).isString())
        field.required.expression = readExpression(reader, u"required"_s, names, expr::Type::boolean());
    else
        field.required.constant = reader.flagOr(u"required"_s, false);
    field.visibleWhen = readExpression(reader, u"visibleWhen"_s, names, expr::Type::boolean());
    onlyFor(reader, {u"derived"_s}, field.kind != FieldKind::Table, u"single values"_s);
    field.derived = readExpression(reader, u"derived"_s, names, field.type());
    if (field.derived && reader.has(u"source"_s))
        reader.reject(u"source"_s, u"none for a derived field"_s);
    if (field.isBinding && !reader.has(u"derived"_s))
        reader.reject(u"binding"_s, u"only for derived fields"_s);
}

void FieldReader::readTextRules(Field& field, PlaceReader& reader)
{
    onlyFor(reader, {u"maxLength"_s, u"pattern"_s, u"checkAs"_s}, field.isText(), u"text, multiline"_s);
    if (!field.isText())
        return;
    const qint64 usual = field.kind == FieldKind::Text ? DefaultTextLength : DefaultMultilineLength;
    field.maxLength = reader.integerOr(u"maxLength"_s, usual, 1, LongestText);
    field.patternText = reader.textOr(u"pattern"_s);
    if (!field.patternText.isEmpty()) {
        if (auto pattern = expr::Pattern::compile(field.patternText))
            field.pattern = *std::move(pattern);
        else
            reader.reject(u"pattern"_s, u"a regular expression"_s);
    }
    field.checkAs = reader.textOr(u"checkAs"_s);
    if (!field.checkAs.isEmpty() && !m_environment.identifierChecks.contains(field.checkAs)) {
        reader.report(definitionReference(reader.placeOf(u"checkAs"_s), field.checkAs));
        field.checkAs.clear();
    }
}

void FieldReader::readRange(Field& field, PlaceReader& reader)
{
    onlyFor(reader, {u"min"_s, u"max"_s}, isOrdered(field.kind), u"integer, money, decimal, date, month"_s);
    if (!isOrdered(field.kind))
        return;
    field.minimum = bound(field, reader, u"min"_s);
    field.maximum = bound(field, reader, u"max"_s);
    if (field.minimum && field.maximum &&
        expr::compare(*field.minimum, *field.maximum) == std::strong_ordering::greater)
        reader.reject(u"max"_s, u"not less than min"_s);
}

std::optional<expr::Value> FieldReader::bound(const Field& field, PlaceReader& reader, const QString& name)
{
    const auto json = reader.value(name);
    if (json.isUndefined())
        return {};
    const auto value = fieldValue(field, json);
    if (!value || value->isNull()) {
        reader.reject(name, "a value of the kind %1"_L1.arg(fieldKindName(field.kind)));
        return {};
    }
    return *value;
}

void FieldReader::readTable(Field& field, PlaceReader& reader, const expr::Environment& names)
{
    field.minRows = reader.integerOr(u"minRows"_s, 0, 0, MostRows);
    field.maxRows = reader.integerOr(u"maxRows"_s, DefaultMostRows, 1, MostRows);
    if (field.minRows > field.maxRows)
        reader.reject(u"maxRows"_s, u"not less than minRows"_s);
    const auto columns = reader.array(u"columns"_s);
    // Columns see their row: its other cells, by the kinds these declare.
    QMap<QString, expr::Type> cells{{u"rowId"_s, expr::Type::string()}};
    for (const auto& column : columns) {
        const auto object = column.toObject();
        Field shape;
        const auto kind = fieldKindFromName(object.value("kind"_L1).toString());
        shape.kind = kind.value_or(FieldKind::Text);
        cells.insert(object.value("id"_L1).toString(), kind ? shape.type() : expr::Type::any());
    }
    auto rowNames = names;
    if (rowNames.declarations)
        rowNames.declarations->declare(u"row"_s, expr::Type::record(cells));
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const QString place = "%1[%2]"_L1.arg(reader.placeOf(u"columns"_s), QString::number(i));
        auto column = read(columns[i].toObject(), place, rowNames, true);
        if (!column)
            continue;
        if (field.column(column->id))
            reader.report(definitionDuplicate(place + ".id"_L1, column->id));
        else
            field.columns.append(*std::move(column));
    }
}

void FieldReader::readSources(Field& field, PlaceReader& reader)
{
    static const QRegularExpression path(
        uR"(^(card|register|params)(\.[A-Za-z][A-Za-z0-9_]*|\["[A-Za-z0-9_]+"\])+$)"_s);
    field.sources = reader.textsOr(u"source"_s);
    for (const auto& source : field.sources) {
        if (!path.match(source).hasMatch()) {
            reader.reject(u"source"_s, u"card.…, register.… or params.…"_s);
            continue;
        }
        // The same declarations that expressions are held to.
        const auto known = expr::Expression::compile(source, m_names);
        if (!known)
            reader.report(definitionReference(reader.placeOf(u"source"_s), source));
    }
}

void FieldReader::readExample(Field& field, PlaceReader& reader)
{
    onlyFor(reader, {u"example"_s}, field.kind != FieldKind::Table, u"single values"_s);
    field.example = reader.value(u"example"_s);
    if (field.example.isUndefined() || field.kind == FieldKind::Table)
        return;
    const auto value =
        isBlank(field.example) ? Result<expr::Value>(fail(valueRequired())) : fieldValue(field, field.example);
    FormContext context;
    context.today = ExampleDay;
    const auto broken = value ? brokenRule(field, *value, m_environment, context) : std::optional(value.error());
    if (broken && !(m_environment.isDoubt && m_environment.isDoubt(*broken)))
        reader.report(definitionExample(reader.placeOf(u"example"_s), *broken));
}

void FieldReader::onlyFor(PlaceReader& reader, const QStringList& names, bool applies, const QString& kinds)
{
    for (const auto& name : names) {
        if (!applies && reader.has(name)) {
            reader.value(name); // seen: one finding is enough
            reader.reject(name, "only for %1"_L1.arg(kinds));
        }
    }
}

} // namespace kuaiban::forms

#include "FormSheet.h"

#include "modules/forms/FieldRules.h"
#include "modules/forms/FormPaths.h"
#include "modules/forms/SourceValues.h"

#include <algorithm>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Typed = "typed"_L1;

QString sourceName(const QString& source)
{
    return source.section(u'.', 0, 0);
}

// A table with the cells of its derived columns taken from another one, or left out where that has none.
QJsonValue withDerivedCells(const forms::Field& field, const QJsonValue& table, const QJsonValue& derived)
{
    const bool derives = std::any_of(field.columns.begin(), field.columns.end(),
        [](const forms::Field& column) { return column.derived.has_value(); });
    if (!derives || !table.isObject())
        return table;
    auto merged = table.toObject();
    auto rows = merged.value("rows"_L1).toObject();
    const auto derivedRows = derived.toObject().value("rows"_L1).toObject();
    for (const auto& id : rows.keys()) {
        auto row = rows.value(id).toObject();
        const auto derivedRow = derivedRows.value(id).toObject();
        for (const auto& column : field.columns) {
            if (!column.derived)
                continue;
            const auto cell = derivedRow.value(column.id);
            if (cell.isUndefined())
                row.remove(column.id);
            else
                row.insert(column.id, cell);
        }
        rows.insert(id, row);
    }
    merged.insert("rows"_L1, rows);
    return merged;
}

bool isEmptyRow(const QJsonObject& row)
{
    return std::none_of(
        row.begin(), row.end(), [](const QJsonValue& cell) { return cell.toBool(!forms::isBlank(cell)); });
}

} // namespace

void FormSheet::begin(const forms::FormDefinition& definition, const QJsonObject& values, const QJsonObject& origins)
{
    clear();
    m_definition = definition;
    m_values = values;
    m_origins = origins;
    // Derived values are made anew; kept ones would only go stale.
    for (const auto& section : definition.sections()) {
        for (const auto& field : section.fields) {
            if (field.derived)
                m_values.remove(field.id);
            else if (field.kind == forms::FieldKind::Table && m_values.contains(field.id))
                m_values.insert(field.id, withDerivedCells(field, m_values.value(field.id), {}));
        }
    }
}

void FormSheet::clear()
{
    m_definition.reset();
    m_values = {};
    m_origins = {};
    m_state = {};
    setContext({});
}

void FormSheet::setContext(const forms::FormContext& context)
{
    const auto knowsCode = context.knowsCode ? context.knowsCode : m_context.knowsCode;
    m_context = context;
    m_context.knowsCode = knowsCode;
}

QJsonObject FormSheet::world() const
{
    return {{u"card"_s, m_context.card}, {u"register"_s, m_context.registered}, {u"params"_s, m_context.params}};
}

// Nobody can type into a read-only field, so whatever stands there was filled in.
bool FormSheet::mayFill(const forms::Field& field) const
{
    if (field.sources.isEmpty() || field.derived)
        return false;
    const QString origin = m_origins.value(field.id).toString();
    const bool filled = origin == "card"_L1 || origin == "register"_L1 || origin == "params"_L1;
    return field.readOnly || filled || (origin.isEmpty() && forms::isBlank(m_values.value(field.id)));
}

void FormSheet::fill(const std::function<bool(const QString& field)>& isBusy)
{
    if (!isOpen())
        return;
    const auto world = this->world();
    for (const auto& section : m_definition->sections()) {
        for (const auto& field : section.fields) {
            if (mayFill(field) && !(isBusy && isBusy(field.id)))
                fillField(field, world);
        }
    }
}

void FormSheet::fillField(const forms::Field& field, const QJsonObject& world)
{
    for (const auto& source : field.sources) {
        const auto value = forms::sourceValue(field, world, source);
        if (value.isUndefined())
            continue;
        m_values.insert(field.id, value);
        m_origins.insert(field.id, sourceName(source));
        return;
    }
    // Nobody says so any more. As long as the one who said it has not been asked again, the value stays.
    const QString origin = m_origins.value(field.id).toString();
    if (!origin.isEmpty() && !world.value(origin).toObject().isEmpty()) {
        m_values.remove(field.id);
        m_origins.remove(field.id);
    }
}

// From the first change on, a table counts as typed as a whole; its untouched cells remember where they came from.
void FormSheet::claimTable(const QString& table)
{
    const auto origin = m_origins.value(table);
    if (origin.toString() == Typed)
        return;
    if (!origin.toString().isEmpty()) {
        const auto rows = m_values.value(table).toObject().value("rows"_L1).toObject();
        for (auto row = rows.begin(); row != rows.end(); ++row) {
            for (const auto& column : row.value().toObject().keys())
                m_origins.insert(forms::cellPath(table, row.key(), column), origin);
        }
    }
    m_origins.insert(table, QString(Typed));
}

void FormSheet::write(const QString& path, const QJsonValue& value)
{
    const QString id = path.section(u'.', 0, 0);
    if (path != id) {
        claimTable(id);
        m_origins.insert(path, QString(Typed));
        m_values =
            forms::withValueAt(m_values, path, forms::isBlank(value) ? QJsonValue(QJsonValue::Undefined) : value);
        return;
    }
    if (value.isObject()) {
        claimTable(id);
        const auto rows = value.toObject().value("rows"_L1).toObject();
        for (const auto& known : m_origins.keys()) { // cells of rows that are gone
            if (known.startsWith(id + ".rows."_L1) && !rows.contains(known.section(u'.', 2, 2)))
                m_origins.remove(known);
        }
    }
    m_origins.insert(id, QString(Typed));
    if (forms::isBlank(value) || (value.isObject() && forms::rowIds(value.toObject()).isEmpty()))
        m_values.remove(id);
    else
        m_values.insert(id, value);
}

bool FormSheet::dropEmptyRows()
{
    if (!isOpen())
        return false;
    bool any = false;
    for (const auto& section : m_definition->sections()) {
        for (const auto& field : section.fields) {
            if (field.kind != forms::FieldKind::Table)
                continue;
            const auto rows = m_values.value(field.id).toObject().value("rows"_L1).toObject();
            for (auto row = rows.begin(); row != rows.end(); ++row) {
                if (!isEmptyRow(row.value().toObject()))
                    continue;
                m_values = forms::withValueAt(
                    m_values, forms::rowPath(field.id, row.key()), QJsonValue(QJsonValue::Undefined));
                any = true;
            }
            if (any && forms::rowIds(m_values.value(field.id).toObject()).isEmpty())
                m_values.remove(field.id);
        }
    }
    return any;
}

void FormSheet::evaluate()
{
    if (isOpen())
        m_state = forms::evaluate(*m_definition, forms::FormValues{m_values, m_origins}, m_context);
}

QJsonObject FormSheet::values() const
{
    if (!isOpen())
        return m_values;
    QJsonObject all = m_values;
    for (const auto& section : m_definition->sections()) {
        for (const auto& field : section.fields) {
            const auto value = shown(field);
            if (!value.isUndefined())
                all.insert(field.id, value);
        }
    }
    return all;
}

QJsonValue FormSheet::shown(const forms::Field& field) const
{
    if (field.derived)
        return m_state.values.value(field.id);
    const auto value = m_values.value(field.id);
    return field.kind == forms::FieldKind::Table ? withDerivedCells(field, value, m_state.values.value(field.id))
                                                 : value;
}

std::optional<FormSheet::Contradiction> FormSheet::contradiction(const forms::Field& field) const
{
    if (field.sources.isEmpty() || field.derived)
        return {};
    const auto given = m_values.value(field.id);
    const QString origin = m_origins.value(field.id).toString();
    if (forms::isBlank(given) && origin.isEmpty())
        return {}; // nobody has been here yet
    const auto world = this->world();
    for (const auto& source : field.sources) {
        const QString name = sourceName(source);
        if (name == "params"_L1)
            continue;
        const auto said = forms::sourceValue(field, world, source);
        if (!said.isUndefined() && said != given)
            return Contradiction{name, said};
    }
    return {};
}

} // namespace kuaiban::counter

#include "TableEvaluation.h"

#include "FieldRules.h"
#include "FormErrors.h"
#include "FormPaths.h"

#include <QJsonArray>

namespace kuaiban::forms {

using namespace Qt::StringLiterals;

void TableEvaluation::computeValues(EvaluationRun& run, const QJsonValue& json)
{
    const auto table = json.toObject();
    const auto rows = table.value("rows"_L1).toObject();
    const auto ids = rowIds(table);
    m_isReadable = (isBlank(json) || json.isObject()) && std::all_of(ids.begin(), ids.end(), [&](const QString& id) {
        return isRowId(id) && rows.value(id).isObject();
    });
    if (!m_isReadable) {
        run.state.values.insert(m_table.id, json); // kept for people to see
        return;
    }
    QJsonObject keptRows;
    QJsonArray order;
    expr::Value::List list;
    for (const auto& id : ids) {
        auto row = computedRow(run, id, rows.value(id).toObject(), m_rows.size() + 1);
        keptRows.insert(id, row.json);
        order.append(id);
        list.append(row.values);
        m_rows.append(std::move(row));
    }
    run.scope.remove(u"row"_s);
    run.scope.set(m_table.id, list);
    if (!ids.isEmpty())
        run.state.values.insert(m_table.id, QJsonObject{{u"rows"_s, keptRows}, {u"order"_s, order}});
}

TableEvaluation::Row TableEvaluation::computedRow(
    EvaluationRun& run, const QString& id, const QJsonObject& json, qsizetype number)
{
    Row row{id, {}, {{u"rowId"_s, id}}, {}};
    for (const auto index : m_table.columnOrder) {
        const Field& column = m_table.columns[index];
        const auto spot = cellSpot(id, column, number);
        if (column.visibleWhen || column.derived)
            run.scope.set(u"row"_s, row.values);
        if (column.visibleWhen && !run.asked(column.visibleWhen, true, spot, u"visibleWhen"_s)) {
            row.hidden.insert(column.id);
            continue;
        }
        QJsonValue cell = json.value(column.id);
        std::optional<expr::Value> value;
        if (column.derived) {
            cell = QJsonValue(QJsonValue::Undefined);
            if (const auto derived = run.derived(column, spot)) {
                cell = derived->first;
                value = derived->second;
                run.state.origins.insert(spot.path, u"derived"_s);
            }
        } else if (!isBlank(cell)) {
            if (const auto read = fieldValue(column, cell))
                value = *read;
        } else if (column.kind == FieldKind::Flag) {
            value = expr::Value(false);
        }
        if (!isBlank(cell))
            row.json.insert(column.id, cell);
        if (value)
            row.values.insert(column.id, *value);
    }
    for (auto it = json.begin(); it != json.end(); ++it) {
        if (!m_table.column(it.key()))
            run.report(fieldUnknown(cellPath(m_table.id, id, it.key())), Severity::Warn, m_spot);
    }
    return row;
}

void TableEvaluation::checkRules(EvaluationRun& run, bool isRequired)
{
    if (!m_isReadable) {
        run.report(fieldValue(m_table, u"-"_s).error(), Severity::Block, m_spot);
        return;
    }
    if (m_rows.isEmpty() && isRequired)
        run.report(valueRequired(), Severity::Block, m_spot);
    else if (m_rows.size() > m_table.maxRows || m_rows.size() < m_table.minRows)
        run.report(tableRows(m_rows.size(), rowRange()), Severity::Block, m_spot);
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        checkRow(run, m_rows[i], i + 1);
    run.scope.remove(u"row"_s);
}

void TableEvaluation::checkRow(EvaluationRun& run, const Row& row, qsizetype number)
{
    run.scope.set(u"row"_s, row.values);
    for (const auto& column : m_table.columns) {
        const auto spot = cellSpot(row.id, column, number);
        FieldState state{
            !row.hidden.contains(column.id), false, column.readOnly || m_table.readOnly || column.derived.has_value()};
        if (state.isVisible) {
            state.isRequired = run.asked(column.required, spot, u"required"_s);
            const auto value = row.values.constFind(column.id);
            run.check(column, row.json.value(column.id),
                value == row.values.cend() ? std::nullopt : std::optional(*value), state.isRequired, spot);
        }
        run.state.fields.insert(spot.path, state);
    }
}

EvaluationRun::Spot TableEvaluation::cellSpot(const QString& rowId, const Field& column, qsizetype number) const
{
    const LocalText label{u"%1第 %2 行：%3"_s.arg(m_spot.label.zh, QString::number(number), column.label.zh),
        "%1, row %2: %3"_L1.arg(m_spot.label.en, QString::number(number), column.label.en)};
    return {cellPath(m_table.id, rowId, column.id), label, m_spot.rank};
}

QString TableEvaluation::rowRange() const
{
    return u"%1 … %2"_s.arg(QString::number(m_table.minRows), QString::number(m_table.maxRows));
}

} // namespace kuaiban::forms

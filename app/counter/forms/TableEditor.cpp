#include "TableEditor.h"

#include "app/counter/kit/TableField.h"
#include "modules/forms/FieldRules.h"
#include "modules/forms/FormPaths.h"

#include <QJsonArray>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

using MakeCell = std::function<QWidget*(qsizetype column)>;

TableField* makeTable(const forms::Field& field, const EditorNeeds& needs, const MakeCell& makeCell)
{
    QVector<TableColumn> columns;
    for (qsizetype i = 0; i < field.columns.size(); ++i) {
        const auto& column = field.columns[i];
        QString title = column.label.in(needs.language);
        if (column.required.constant)
            title += u" *"_s;
        columns.append({title, column.width, [makeCell, i] { return makeCell(i); }, wantedInCell(column)});
    }
    auto* table = new TableField(needs.look, field.label.in(needs.language), columns);
    table->setMaximumRows(int(field.maxRows));
    return table;
}

} // namespace

TableEditor::TableEditor(const forms::Field& field, const EditorNeeds& needs)
    : ValueEditor(makeTable(field, needs, [this](qsizetype column) { return makeCell(column); }))
    , m_field(field)
    , m_needs(needs)
    , m_table(qobject_cast<TableField*>(widget()))
{
    connect(m_table, &TableField::rowAdded, this, &TableEditor::adopt);
    connect(m_table, &TableField::rowRemoved, this, [this](int row) {
        m_ids.removeAt(row);
        m_cells.removeAt(row);
        if (!m_showing)
            Q_EMIT edited({}, value());
    });
}

QWidget* TableEditor::makeCell(qsizetype index)
{
    const auto& column = m_field.columns[index];
    auto* cell = makeEditor(column, m_needs);
    connect(cell, &ValueEditor::edited, this,
        [this, cell](const QString&, const QJsonValue& value) { Q_EMIT edited(pathOf(cell), value); });
    connect(cell, &ValueEditor::left, this, [this, cell] {
        if (const QString path = pathOf(cell); !path.isEmpty()) // empty while its row goes
            Q_EMIT left(path);
    });
    if (m_readOnly || column.readOnly || column.derived)
        cell->setReadOnly(true);
    if (column.derived)
        setFieldState(cell->target({}), FieldState::ReadOnly);
    m_made.append(cell);
    return cell->widget();
}

void TableEditor::adopt(int row)
{
    m_ids.insert(row, m_coming.isEmpty() ? m_needs.makeRowId() : m_coming);
    m_cells.insert(row, std::exchange(m_made, {}));
    if (!m_showing)
        Q_EMIT edited({}, value());
}

QString TableEditor::pathOf(const ValueEditor* cell) const
{
    for (qsizetype row = 0; row < m_cells.size(); ++row) {
        const qsizetype column = m_cells[row].indexOf(const_cast<ValueEditor*>(cell));
        if (column >= 0)
            return "rows.%1.%2"_L1.arg(m_ids[row], m_field.columns[column].id);
    }
    return {};
}

qsizetype TableEditor::columnOf(const QString& id) const
{
    for (qsizetype i = 0; i < m_field.columns.size(); ++i) {
        if (m_field.columns[i].id == id)
            return i;
    }
    return -1;
}

QJsonValue TableEditor::value() const
{
    QJsonObject rows;
    for (qsizetype row = 0; row < m_ids.size(); ++row) {
        QJsonObject json;
        for (qsizetype column = 0; column < m_field.columns.size(); ++column) {
            const auto cell =
                m_field.columns[column].derived ? QJsonValue(QJsonValue::Undefined) : m_cells[row][column]->value();
            if (!forms::isBlank(cell))
                json.insert(m_field.columns[column].id, cell);
        }
        rows.insert(m_ids[row], json);
    }
    if (rows.isEmpty())
        return QJsonValue(QJsonValue::Undefined);
    return QJsonObject{{u"rows"_s, rows}, {u"order"_s, QJsonArray::fromStringList(m_ids)}};
}

void TableEditor::show(const QJsonValue& value)
{
    const auto table = value.toObject();
    m_showing = true;
    arrange(forms::rowIds(table));
    for (qsizetype row = 0; row < m_ids.size(); ++row) {
        const auto json = table.value("rows"_L1).toObject().value(m_ids[row]).toObject();
        for (qsizetype column = 0; column < m_field.columns.size(); ++column)
            m_cells[row][column]->show(json.value(m_field.columns[column].id));
    }
    m_showing = false;
}

// Makes the rows those of `ids`, and leaves alone the ones that stay.
void TableEditor::arrange(const QStringList& ids)
{
    for (qsizetype row = m_ids.size() - 1; row >= 0; --row) {
        if (!ids.contains(m_ids[row]))
            m_table->removeRow(int(row));
    }
    // More than the form allows are shown all the same, so that somebody can choose which ones go.
    m_table->setMaximumRows(int(std::max<qsizetype>(m_field.maxRows, ids.size())));
    for (qsizetype row = 0; row < ids.size(); ++row) {
        if (m_ids.value(row) == ids[row])
            continue;
        if (const qsizetype elsewhere = m_ids.indexOf(ids[row]); elsewhere >= 0)
            m_table->removeRow(int(elsewhere));
        m_coming = ids[row];
        m_table->addRow(int(row));
        m_coming.clear();
    }
}

void TableEditor::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_table->setReadOnly(readOnly);
    for (const auto& row : std::as_const(m_cells)) {
        for (qsizetype column = 0; column < row.size(); ++column)
            row[column]->setReadOnly(readOnly || m_field.columns[column].readOnly || m_field.columns[column].derived);
    }
}

bool TableEditor::isBusy() const
{
    return std::any_of(m_cells.begin(), m_cells.end(), [](const QList<ValueEditor*>& row) {
        return std::any_of(row.begin(), row.end(), [](const ValueEditor* cell) { return cell->isBusy(); });
    });
}

ValueEditor* TableEditor::cell(const QString& row, const QString& column) const
{
    const qsizetype at = m_ids.indexOf(row);
    const qsizetype across = columnOf(column);
    return at >= 0 && across >= 0 ? m_cells[at][across] : nullptr;
}

QWidget* TableEditor::target(const QString& below) const
{
    if (auto* named = cell(below.section(u'.', 1, 1), below.section(u'.', 2, 2)))
        return named->target({});
    const qsizetype row = std::max<qsizetype>(m_ids.indexOf(below.section(u'.', 1, 1)), 0);
    for (auto* candidate : m_cells.value(row)) {
        if (candidate->target({})->focusPolicy() & Qt::TabFocus)
            return candidate->target({});
    }
    return m_table->addButton();
}

void TableEditor::refresh()
{
    for (const auto& row : std::as_const(m_cells)) {
        for (auto* cell : row)
            cell->refresh();
    }
}

void TableEditor::showCell(const QString& row, const QString& column, const CellLook& look)
{
    auto* editor = cell(row, column);
    if (!editor)
        return;
    QWidget* box = editor->widget();
    if (box->isHidden() == look.isVisible) {
        QSizePolicy policy = box->sizePolicy();
        policy.setRetainSizeWhenHidden(true); // the other columns stay where they are
        box->setSizePolicy(policy);
        box->setVisible(look.isVisible);
    }
    editor->setReadOnly(look.isReadOnly);
    for (QWidget* widget : {box, editor->target({})}) {
        if (fieldState(widget) != look.state)
            setFieldState(widget, look.state);
        if (widget->toolTip() != look.text) {
            widget->setToolTip(look.text);
            widget->setAccessibleDescription(look.text);
        }
    }
}

} // namespace kuaiban::counter

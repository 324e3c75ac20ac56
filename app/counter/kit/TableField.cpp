#include "TableField.h"

#include "ActionButton.h"
#include "TextLabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMetaProperty>
#include <QVBoxLayout>

#include <algorithm>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

QWidget* focusTarget(QWidget* widget)
{
    while (widget->focusProxy())
        widget = widget->focusProxy();
    return widget;
}

QHBoxLayout* rowLayout(QWidget* box)
{
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    return row;
}

} // namespace

TableField::TableField(const Look& look, const QString& name, const QVector<TableColumn>& columns, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_name(name)
    , m_columns(columns)
    , m_body(new QVBoxLayout)
    , m_add(new ActionButton(look, ButtonRole::Quiet, tr("Add row")))
    , m_none(new TextLabel(look, TextRole::Body, tr("No rows"), Tone::Secondary))
{
    auto* head = new QWidget;
    QHBoxLayout* titles = rowLayout(head);
    for (const TableColumn& column : m_columns) {
        auto* title = new ElidedLabel(look, TextRole::Label, column.title, Tone::Secondary);
        title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        title->setMinimumWidth(widthOf(column));
        titles->addWidget(title, column.stretch);
    }
    titles->addSpacing(look.metrics().fieldHeight - 4 + titles->spacing());
    m_body->setSpacing(6);
    m_add->setGlyph(Glyph::Plus);
    m_add->setKeyText(QKeySequence(Qt::Key_Insert).toString(QKeySequence::NativeText));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    column->addWidget(head);
    column->addLayout(m_body);
    column->addWidget(m_none);
    m_none->hide();
    column->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow();
        focusCell(rowCount() - 1, 0);
    });
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void TableField::addRow(int at)
{
    if (rowCount() >= m_maximum)
        return;
    const int row = at < 0 || at > rowCount() ? rowCount() : at;
    Row made{new QWidget, {}, nullptr};
    QHBoxLayout* cells = rowLayout(made.box);
    for (const TableColumn& column : std::as_const(m_columns)) {
        QWidget* editor = column.makeEditor ? column.makeEditor() : new QLineEdit;
        editor->setSizePolicy(QSizePolicy::Ignored, editor->sizePolicy().verticalPolicy());
        editor->setMinimumWidth(widthOf(column));
        cells->addWidget(editor, column.stretch);
        focusTarget(editor)->installEventFilter(this);
        made.editors.append(editor);
    }
    auto* remove = new IconButton(m_look, Glyph::Trash, tr("Remove row (Ctrl+Delete)"));
    remove->setFocusPolicy(Qt::ClickFocus); // the key does it; Tab stays with the values
    cells->addWidget(remove);
    remove->setVisible(!m_readOnly); // not before it has a parent: it would be a window
    made.remove = remove;
    QWidget* box = made.box;
    connect(remove, &QAbstractButton::clicked, this, [this, box] {
        for (int i = 0; i < rowCount(); ++i)
            if (m_rows[i].box == box) {
                removeRow(i);
                return;
            }
    });
    m_rows.insert(row, made);
    m_body->insertWidget(row, made.box);
    if (isVisible())
        made.box->show(); // now, not in the next turn of the event loop: the keyboard is on its way there
    rename();
    // Tab runs through the rows in the order they are seen, wherever the new one was put.
    QWidget* before = nullptr;
    for (const Row& each : std::as_const(m_rows)) {
        for (QWidget* editor : each.editors) {
            if (before)
                setTabOrder(before, editor);
            before = editor;
        }
    }
    if (before)
        setTabOrder(before, m_add);
    Q_EMIT rowAdded(row);
}

void TableField::removeRow(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    const auto [focusRow, focusColumn] = cellOf(focusWidget());
    const Row gone = m_rows.takeAt(row);
    gone.box->hide();
    gone.box->deleteLater(); // its own button may be what was pressed
    rename();
    if (focusRow == row && rowCount() > 0)
        focusCell(std::min(row, rowCount() - 1), focusColumn);
    else if (focusRow == row)
        m_add->setFocus();
    Q_EMIT rowRemoved(row);
}

void TableField::setMaximumRows(int rows)
{
    m_maximum = rows;
    rename();
}

void TableField::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    for (const Row& row : std::as_const(m_rows))
        row.remove->setVisible(!readOnly);
    rename();
}

QWidget* TableField::addButton() const
{
    return m_add;
}

QWidget* TableField::editor(int row, int column) const
{
    return row >= 0 && row < rowCount() && column >= 0 && column < m_columns.size() ? m_rows[row].editors[column]
                                                                                    : nullptr;
}

int TableField::widthOf(const TableColumn& column) const
{
    constexpr int inset = 22;
    return column.minimumCharacters == 0
               ? 0
               : column.minimumCharacters * QFontMetrics(m_look.font(TextRole::Body)).horizontalAdvance(u'中') + inset;
}

void TableField::rename()
{
    for (int row = 0; row < rowCount(); ++row)
        for (int column = 0; column < m_columns.size(); ++column)
            for (QWidget* widget : {m_rows[row].editors[column], focusTarget(m_rows[row].editors[column])})
                widget->setAccessibleName(tr("%1, row %2").arg(m_columns[column].title).arg(row + 1));
    m_add->setEnabled(rowCount() < m_maximum);
    m_add->setVisible(!m_readOnly);
    m_none->setVisible(m_readOnly && m_rows.isEmpty());
    updateGeometry();
}

QString TableField::textOf(const QWidget* editor)
{
    const QVariant value = editor->metaObject()->userProperty().read(editor);
    return value.typeId() == QMetaType::Bool && !value.toBool() ? QString() : value.toString();
}

bool TableField::isEmpty(int row) const
{
    for (QWidget* editor : m_rows[row].editors)
        if (!textOf(focusTarget(editor)).isEmpty())
            return false;
    return true;
}

bool TableField::isLastStop(int row, int column) const
{
    const QVector<QWidget*>& editors = m_rows[row].editors;
    return row == rowCount() - 1 && std::none_of(editors.begin() + column + 1, editors.end(), [](QWidget* editor) {
        return focusTarget(editor)->focusPolicy() & Qt::TabFocus;
    });
}

void TableField::focusCell(int row, int column)
{
    if (QWidget* cell = editor(row, column))
        cell->setFocus(Qt::TabFocusReason);
}

std::pair<int, int> TableField::cellOf(const QObject* watched) const
{
    for (int row = 0; row < rowCount(); ++row)
        for (int column = 0; column < m_columns.size(); ++column)
            if (m_rows[row].editors[column] == watched || focusTarget(m_rows[row].editors[column]) == watched)
                return {row, column};
    return {-1, -1};
}

bool TableField::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool removes = key->key() == Qt::Key_Delete && key->modifiers() == Qt::ControlModifier;
    const bool adds = key->key() == Qt::Key_Insert && key->modifiers() == Qt::NoModifier;
    const auto [row, column] = cellOf(watched);
    if (row < 0 || m_readOnly)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        if (removes || adds) {
            event->accept();
            return true;
        }
        return false;
    }
    if (removes) {
        removeRow(row);
        return true;
    }
    const bool enters =
        (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && !(key->modifiers() & Qt::ControlModifier);
    if ((adds || (enters && isLastStop(row, column) && !isEmpty(row))) && rowCount() < m_maximum) {
        addRow(row + 1);
        focusCell(row + 1, 0);
        return true;
    }
    return false;
}

} // namespace kuaiban::counter

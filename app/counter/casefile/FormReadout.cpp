#include "FormReadout.h"

#include "app/counter/kit/TextLabel.h"

#include <QHeaderView>
#include <QScrollArea>
#include <QVBoxLayout>

namespace kuaiban::counter {

namespace {

constexpr int LabelCharacters = 7; // longer labels wrap

} // namespace

FormReadout::FormReadout(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
}

void FormReadout::setForm(const FormReading& reading)
{
    if (reading == m_reading)
        return;
    m_reading = reading;
    while (QLayoutItem* item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_tables.clear();
    m_at = -1;
    for (const auto& block : reading.blocks) {
        const QString heading = block.title.isEmpty() ? block.tableName : block.title;
        if (!heading.isEmpty())
            m_column->addWidget(new TextLabel(m_look, TextRole::Heading, heading));
        if (!block.isTable()) {
            m_column->addWidget(addRows(block, reading.hasRegister));
            continue;
        }
        if (block.lines.isEmpty()) {
            m_column->addWidget(new TextLabel(m_look, TextRole::Body, tr("No rows"), Tone::Secondary));
            continue;
        }
        auto* table = new WordsTable(m_look, block.tableName, this);
        table->setWords(block.heads, block.lines);
        m_column->addWidget(table);
    }
}

ComparisonTable* FormReadout::addRows(const FormBlock& block, bool hasRegister)
{
    auto* table = new ComparisonTable(m_look, block.title.isEmpty() ? tr("Form") : block.title, this);
    table->setHeads(tr("Item"), tr("Reported"), hasRegister ? tr("Register") : QString(), tr("Origin"));
    table->setFirstColumnCharacters(LabelCharacters);
    table->horizontalHeader()->setVisible(m_tables.isEmpty()); // the columns of all sections stand in line
    table->setRows(block.rows);
    m_tables.append(table);
    return table;
}

int FormReadout::differences() const
{
    int count = 0;
    for (const auto* table : m_tables)
        count += table->differences();
    return count;
}

// A table is taller than what is seen of it: the row itself must come into sight.
void FormReadout::showRow(const ComparisonTable& table, int row) const
{
    for (QWidget* at = parentWidget(); at; at = at->parentWidget()) {
        if (auto* area = qobject_cast<QScrollArea*>(at)) {
            const QPoint middle(0, table.rowViewportPosition(row) + table.rowHeight(row) / 2);
            const QPoint spot = table.viewport()->mapTo(area->widget(), middle);
            area->ensureVisible(0, spot.y(), 0, 3 * table.rowHeight(row));
            return;
        }
    }
}

bool FormReadout::goToNextDifference()
{
    const int count = static_cast<int>(m_tables.size());
    for (int i = 0; i <= count; ++i) {
        const int index = (std::max(m_at, 0) + i) % std::max(count, 1);
        if (count == 0)
            return false;
        auto* table = m_tables.at(index);
        const int from = i == 0 && m_at >= 0 ? table->currentIndex().row() : -1;
        const int row = table->differenceAfter(from);
        if (row < 0)
            continue;
        if (m_at >= 0 && m_at != index) {
            m_tables.at(m_at)->clearSelection();
            m_tables.at(m_at)->setCurrentIndex({});
        }
        m_at = index;
        table->setCurrentIndex(table->model()->index(row, 1));
        table->setFocus(Qt::OtherFocusReason);
        showRow(*table, row);
        return true;
    }
    return false;
}

} // namespace kuaiban::counter

#include "KeyValueList.h"

#include "TextLabel.h"

#include <QGridLayout>

namespace kuaiban::counter {

KeyValueList::KeyValueList(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnStretch(1, 1);
    // As wide as four characters, so that lists above one another line up.
    m_grid->setColumnMinimumWidth(0, 4 * QFontMetrics(look.font(TextRole::Label)).horizontalAdvance(u'中'));
}

void KeyValueList::setRows(const QVector<KeyValue>& rows)
{
    if (rows == m_rows)
        return;
    m_rows = rows;
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int i = 0; i < rowCount(); ++i) {
        auto* key = new TextLabel(m_look, TextRole::Label, rows[i].key, Tone::Secondary, this);
        auto* value = new TextLabel(m_look, TextRole::Label, rows[i].value, rows[i].tone, this);
        value->setWrapped(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        value->setFocusPolicy(Qt::NoFocus);
        value->setAccessibleName(rows[i].key);
        value->setAccessibleDescription(rows[i].value);
        m_grid->addWidget(key, i, 0, Qt::AlignLeft | Qt::AlignTop);
        m_grid->addWidget(value, i, 1);
    }
}

} // namespace kuaiban::counter

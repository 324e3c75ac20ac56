#include "ItemPane.h"

#include "app/counter/kit/MaterialList.h"
#include "app/counter/kit/SearchBox.h"
#include "app/counter/kit/TextLabel.h"
#include "modules/codes/PinyinTable.h"

#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

ItemPane::ItemPane(const PageContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_search(new SearchBox(context.look, tr("Matter: name, initials or code")))
    , m_list(new MaterialList(context.look))
{
    m_list->setAccessibleName(tr("Matters"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new TextLabel(context.look, TextRole::Heading, tr("What is it about?")));
    column->addWidget(m_search);
    column->addWidget(m_list);
    column->addStretch();
    connect(m_search, &QLineEdit::textChanged, this, &ItemPane::fill);
    connect(m_search, &SearchBox::searched, this, [this] {
        if (!m_list->currentId().isEmpty())
            Q_EMIT itemChosen(m_list->currentId());
    });
    connect(m_list, &MaterialList::rowChosen, this, &ItemPane::itemChosen);
}

void ItemPane::setItems(const QList<ItemPtr>& items)
{
    m_items = items;
    fill();
}

void ItemPane::begin()
{
    m_search->clear();
    m_search->setFocus();
    fill();
}

void ItemPane::fill()
{
    const QString typed = m_search->text().trimmed().toLower();
    QVector<MaterialRow> rows;
    for (const auto& prepared : std::as_const(m_items)) {
        const auto& item = prepared->item;
        QStringList names{item.name.zh, item.name.en, item.code};
        names += item.aliases;
        const bool fits = typed.isEmpty() || std::any_of(names.begin(), names.end(), [&](const QString& name) {
            return name.toLower().contains(typed) || codes::pinyinInitials(name).startsWith(typed);
        });
        if (!fits)
            continue;
        const QString limit = item.workingDays > 0 ? tr("%n working day(s)", nullptr, item.workingDays) : tr("at once");
        rows.append({item.id, item.name.in(m_context.language), item.summary.in(m_context.language), limit,
            MaterialState::Open});
    }
    m_list->setRows(rows);
    if (!rows.isEmpty() && m_list->currentId().isEmpty())
        m_list->setCurrentId(rows.constFirst().id);
}

} // namespace kuaiban::counter

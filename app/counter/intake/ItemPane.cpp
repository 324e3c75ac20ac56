#include "ItemPane.h"

#include "app/counter/finder/ItemSearch.h"
#include "app/counter/finder/ItemSheet.h"
#include "app/counter/kit/MaterialList.h"
#include "app/counter/kit/ScrollPane.h"
#include "app/counter/kit/SearchBox.h"
#include "app/counter/kit/TextLabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

ItemPane::ItemPane(const PageContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_search(new SearchBox(context.look, tr("Matter: name, initials or code")))
    , m_list(new MaterialList(context.look))
    , m_nothing(new TextLabel(
          context.look, TextRole::Body, tr("No matter fits. Type less, or take it as a free intake."), Tone::Secondary))
    , m_scenarioTitle(new TextLabel(context.look, TextRole::Strong, tr("Which case is it?")))
    , m_scenarios(new MaterialList(context.look))
    , m_sheet(new ItemSheet(context))
{
    m_list->setAccessibleName(tr("Matters"));
    m_list->setMaximumRowsShown(7);
    m_scenarios->setAccessibleName(tr("Scenarios"));
    m_scenarios->setMaximumRowsShown(4);
    m_nothing->setWrapped(true);
    auto* choice = new QWidget;
    auto* column = new QVBoxLayout(choice);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new TextLabel(context.look, TextRole::Heading, tr("What is it about?")));
    column->addWidget(m_search);
    column->addWidget(m_list);
    column->addWidget(m_nothing);
    column->addWidget(m_scenarioTitle);
    column->addWidget(m_scenarios);
    column->addStretch();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Metrics::columnGap);
    row->addWidget(choice, 1);
    row->addWidget(new ScrollPane(m_sheet), 1);
    connect(m_search, &QLineEdit::textChanged, this, &ItemPane::fill);
    connect(m_search, &SearchBox::searched, this, &ItemPane::choose);
    connect(m_list, &MaterialList::currentChangedTo, this, &ItemPane::showItem);
    connect(m_list, &MaterialList::rowChosen, this, &ItemPane::choose);
    connect(m_scenarios, &MaterialList::rowChosen, this, [this](const QString& scenario) {
        if (const auto item = current())
            Q_EMIT itemChosen(item->item.id, scenario);
    });
}

void ItemPane::setItems(const QList<ItemPtr>& items)
{
    m_items = items;
    fill();
}

void ItemPane::setRecent(const QStringList& ids)
{
    m_recent = ids;
    fill();
}

void ItemPane::begin()
{
    m_search->clear();
    m_search->setFocus();
    fill();
}

void ItemPane::offer(const QString& id)
{
    begin();
    m_list->setCurrentId(id);
}

ItemPtr ItemPane::current() const
{
    const auto found = std::find_if(
        m_items.begin(), m_items.end(), [this](const ItemPtr& item) { return item->item.id == m_list->currentId(); });
    return found == m_items.end() ? nullptr : *found;
}

void ItemPane::fill()
{
    QVector<MaterialRow> rows;
    for (const auto& found : findItems(m_items, m_search->text(), m_recent)) {
        const auto& item = found->item;
        const QString limit = item.workingDays > 0 ? tr("%n working day(s)", nullptr, item.workingDays) : tr("at once");
        QStringList note{item.code};
        if (m_recent.contains(item.id))
            note.append(tr("used lately"));
        rows.append({item.id, item.name.in(m_context.language), note.join(u" · "_s), limit, MaterialState::Open});
    }
    m_list->setRows(rows);
    m_list->setVisible(!rows.isEmpty());
    m_nothing->setVisible(rows.isEmpty() && !m_items.isEmpty());
    if (!rows.isEmpty()) // the best one is at hand: Enter takes it
        m_list->setCurrentId(rows.constFirst().id);
    showItem();
}

void ItemPane::showItem()
{
    const auto item = current();
    m_sheet->setItem(item, m_items);
    QVector<MaterialRow> rows;
    if (item && item->item.scenarios.size() > 1) {
        for (const auto& scenario : item->item.scenarios)
            rows.append({scenario.id, scenario.name.in(m_context.language), {}, {}, MaterialState::Open});
    }
    m_scenarios->setRows(rows);
    m_scenarios->setVisible(!rows.isEmpty());
    m_scenarioTitle->setVisible(!rows.isEmpty());
}

// An item with scenarios asks which one: the first is marked, so a second Enter takes it.
void ItemPane::choose()
{
    const auto item = current();
    if (!item)
        return;
    const auto& scenarios = item->item.scenarios;
    if (scenarios.size() > 1) {
        m_scenarios->setCurrentId(scenarios.constFirst().id);
        m_scenarios->setFocus();
        return;
    }
    Q_EMIT itemChosen(item->item.id, scenarios.isEmpty() ? QString() : scenarios.constFirst().id);
}

} // namespace kuaiban::counter

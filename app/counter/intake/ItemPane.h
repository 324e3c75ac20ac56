#pragma once

#include "app/counter/shell/Page.h"

namespace kuaiban::counter {

class ItemSheet;
class MaterialList;
class SearchBox;
class TextLabel;

// Chooses what the case is about: by name, colloquial name, pinyin initials or code, what was used last first; where an
// item has several scenarios, one of them. What is to be known of the item stands beside the list at once.
class ItemPane final : public QWidget
{
    Q_OBJECT

public:
    explicit ItemPane(const PageContext& context, QWidget* parent = nullptr);

    void setItems(const QList<ItemPtr>& items);
    void setRecent(const QStringList& ids); // the last used first
    void begin();                           // keyboard into the search
    void offer(const QString& id);          // begins with this item chosen; Enter takes it

Q_SIGNALS:
    void itemChosen(const QString& id, const QString& scenario); // the scenario is empty where the item has none

private:
    void fill();
    void showItem();
    void choose();
    ItemPtr current() const;

    const PageContext& m_context;
    QList<ItemPtr> m_items;
    QStringList m_recent;
    SearchBox* m_search;
    MaterialList* m_list;
    TextLabel* m_nothing;
    TextLabel* m_scenarioTitle;
    MaterialList* m_scenarios;
    ItemSheet* m_sheet;
};

} // namespace kuaiban::counter

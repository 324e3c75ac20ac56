#pragma once

#include "app/counter/shell/Page.h"

namespace kuaiban::counter {

class MaterialList;
class SearchBox;

// Chooses what the case is about: by name, colloquial name, pinyin initials or code.
class ItemPane final : public QWidget
{
    Q_OBJECT

public:
    explicit ItemPane(const PageContext& context, QWidget* parent = nullptr);

    void setItems(const QList<ItemPtr>& items);
    void begin(); // keyboard into the search

Q_SIGNALS:
    void itemChosen(const QString& id);

private:
    void fill();

    const PageContext& m_context;
    QList<ItemPtr> m_items;
    SearchBox* m_search;
    MaterialList* m_list;
};

} // namespace kuaiban::counter

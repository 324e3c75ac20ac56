#pragma once

#include "app/counter/kit/Overlay.h"
#include "app/counter/shell/Page.h"

namespace kuaiban::counter {

class ItemSheet;

// What is to be known of a matter, over the page: conditions, limit, papers, legal basis. Esc closes it.
class GuideSheet final : public Overlay
{
    Q_OBJECT

public:
    GuideSheet(const PageContext& context, QWidget* window);

    void show(const ItemPtr& item, const QList<ItemPtr>& items);

private:
    const PageContext& m_context;
    ItemSheet* m_guide;
};

} // namespace kuaiban::counter

#include "GuideSheet.h"

#include "app/counter/kit/Panel.h"
#include "app/counter/kit/ScrollPane.h"
#include "ItemSheet.h"

namespace kuaiban::counter {

namespace {

constexpr QSize GuideSize(720, 480);

} // namespace

GuideSheet::GuideSheet(const PageContext& context, QWidget* window)
    : Overlay(context.look, window)
    , m_context(context)
    , m_guide(new ItemSheet(context))
{
    auto* scroll = new ScrollPane(m_guide);
    scroll->setMinimumSize(GuideSize);
    scroll->setFocusPolicy(Qt::StrongFocus);
    scroll->setAccessibleName(tr("What is to be known of the matter"));
    sheet()->body()->addWidget(scroll, 1);
    setFocusProxy(scroll);
}

void GuideSheet::show(const ItemPtr& item, const QList<ItemPtr>& items)
{
    sheet()->setTitle(item->item.name.in(m_context.language));
    sheet()->setCount(item->item.code);
    m_guide->setItem(item, items);
    open();
    focusProxy()->setFocus();
}

} // namespace kuaiban::counter

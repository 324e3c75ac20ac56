#include "LayoutPause.h"

#include <QChildEvent>
#include <QWidget>

namespace kuaiban::counter {

namespace {

// Compares addresses only: what goes is no widget any more.
void takeOut(QLayout* layout, const QObject* gone)
{
    for (int i = layout->count() - 1; i >= 0; --i) {
        auto* item = layout->itemAt(i);
        if (auto* inner = item->layout())
            takeOut(inner, gone);
        else if (item->widget() == gone)
            delete layout->takeAt(i);
    }
}

} // namespace

LayoutPause::LayoutPause(QWidget* widget)
{
    for (; widget; widget = widget->parentWidget()) {
        auto* layout = widget->layout();
        if (layout && layout->isEnabled()) {
            layout->setEnabled(false);
            widget->installEventFilter(this);
            m_layouts.append(layout);
        }
    }
}

LayoutPause::~LayoutPause()
{
    for (const auto& layout : std::as_const(m_layouts)) {
        if (layout)
            layout->setEnabled(true);
    }
    for (auto layout = m_layouts.crbegin(); layout != m_layouts.crend(); ++layout) { // the outer ones give the room
        if (*layout)
            (*layout)->activate();
    }
}

// A layout that is not enabled does not hear that one of its widgets goes, and would keep a pointer to nothing.
bool LayoutPause::eventFilter(QObject* widget, QEvent* event)
{
    if (event->type() == QEvent::ChildRemoved) {
        const auto* gone = static_cast<QChildEvent*>(event)->child();
        for (const auto& layout : std::as_const(m_layouts)) {
            if (layout && layout->parentWidget() == widget)
                takeOut(layout, gone);
        }
    }
    return false;
}

} // namespace kuaiban::counter

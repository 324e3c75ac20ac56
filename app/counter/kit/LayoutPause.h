#pragma once

#include <QLayout>
#include <QPointer>
#include <QWidget>

namespace kuaiban::counter {

// While it lives, a widget and all around it keep their layout: Qt lays the whole window out anew for each thing that
// is shown or hidden, and a page that changes many of them at once would stand still for a moment. Then everything is
// laid out once. One within another does nothing.
class LayoutPause
{
public:
    explicit LayoutPause(QWidget* widget)
    {
        for (; widget; widget = widget->parentWidget()) {
            auto* layout = widget->layout();
            if (layout && layout->isEnabled()) {
                layout->setEnabled(false);
                m_layouts.append(layout);
            }
        }
    }
    ~LayoutPause()
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
    Q_DISABLE_COPY_MOVE(LayoutPause)

private:
    QList<QPointer<QLayout>> m_layouts; // inner ones first
};

} // namespace kuaiban::counter

#pragma once

#include <QLayout>
#include <QPointer>

namespace kuaiban::counter {

// While it lives, a widget and all around it keep their layout: Qt lays the whole window out anew for each thing that
// is shown or hidden, and a page that changes many of them at once would stand still for a moment. Then everything is
// laid out once. One within another does nothing.
class LayoutPause final : public QObject
{
public:
    explicit LayoutPause(QWidget* widget);
    ~LayoutPause() override;
    bool eventFilter(QObject* widget, QEvent* event) override;

private:
    QList<QPointer<QLayout>> m_layouts; // inner ones first
};

} // namespace kuaiban::counter

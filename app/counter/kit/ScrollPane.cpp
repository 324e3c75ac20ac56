#include "ScrollPane.h"

#include "app/counter/look/Metrics.h"

#include <QApplication>
#include <QScrollBar>

namespace kuaiban::counter {

namespace {

constexpr int around = 40; // shows the label above and the hint below the field that has the keyboard

} // namespace

ScrollPane::ScrollPane(QWidget* content, QWidget* parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setViewportMargins(0, 0, Metrics::scrollBar, 0);
    setWidget(content);
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (now && widget() && widget()->isAncestorOf(now))
            ensureWidgetVisible(now, 0, around);
    });
}

QSize ScrollPane::minimumSizeHint() const
{
    const int width = widget() ? widget()->minimumSizeHint().width() : 0;
    return {width + Metrics::scrollBar, 120};
}

} // namespace kuaiban::counter

#include "Popover.h"

#include "app/counter/look/StylePainting.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace kuaiban::counter {

namespace {

constexpr int shadow = 6;

} // namespace

Popover::Popover(const Look& look, QWidget* anchor)
    : QWidget(anchor->window())
    , m_look(look)
    , m_anchor(anchor)
    , m_body(new QVBoxLayout(this))
{
    m_body->setContentsMargins(14 + shadow, 12 + shadow, 14 + shadow, 12 + shadow);
    m_body->setSpacing(6);
    setFocusPolicy(Qt::StrongFocus);
    hide();
    parentWidget()->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (isVisible() && now && now != this && !isAncestorOf(now))
            dismiss(false);
    });
}

void Popover::open()
{
    place();
    show();
    raise();
    setFocus(Qt::PopupFocusReason);
}

void Popover::dismiss(bool giveBackFocus)
{
    hide();
    if (giveBackFocus && m_anchor)
        m_anchor->setFocus(Qt::PopupFocusReason);
    deleteLater();
}

void Popover::place()
{
    QWidget* host = parentWidget();
    const int width = std::min(22 * m_look.lineHeight(TextRole::Body), host->width() - 8);
    const int height = hasHeightForWidth() ? heightForWidth(width) : sizeHint().height();
    const QRect anchor(m_anchor->mapTo(host, QPoint()), m_anchor->size());
    const int x = qBound(2, anchor.left() - shadow, std::max(2, host->width() - width - 2));
    const bool above = anchor.center().y() > host->height() / 2;
    setGeometry(x, above ? anchor.top() - height + shadow - 4 : anchor.bottom() - shadow + 4, width, height);
}

bool Popover::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget()) {
        if (event->type() == QEvent::Resize && isVisible() && m_anchor)
            place();
        else if (event->type() == QEvent::MouseButtonPress)
            dismiss(false);
    }
    return QWidget::eventFilter(watched, event);
}

bool Popover::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void Popover::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        dismiss(true);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void Popover::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    for (int i = 0; i < shadow; ++i)
        paintBox(&painter, QRectF(rect()).adjusted(i, i + 1, -i, -i + 1), Metrics::panelRadius + shadow - i,
            QColor(28, 39, 51, 5), Qt::transparent);
    const QRectF sheet = QRectF(rect()).adjusted(shadow, shadow, -shadow, -shadow);
    paintBox(&painter, sheet, Metrics::panelRadius, m_look.colours().panel, m_look.colours().controlBorder);
}

} // namespace kuaiban::counter

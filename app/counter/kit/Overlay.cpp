#include "Overlay.h"

#include "Panel.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLayout>
#include <QPainter>

#include <algorithm>

namespace kuaiban::counter {

Overlay::Overlay(const Look& look, QWidget* window)
    : QWidget(window)
    , m_look(look)
    , m_sheet(new Panel(look, {}, this))
{
    setFocusPolicy(Qt::StrongFocus);
    window->installEventFilter(this);
    m_sheet->installEventFilter(this);
    hide();
}

bool Overlay::isOpen(const QWidget* window)
{
    const auto overlays = window->findChildren<Overlay*>();
    return std::any_of(overlays.begin(), overlays.end(), [](const Overlay* overlay) { return overlay->isVisible(); });
}

void Overlay::setClosable(bool closable)
{
    m_closable = closable;
}

void Overlay::open()
{
    const auto others = parentWidget()->findChildren<Overlay*>(Qt::FindDirectChildrenOnly);
    for (auto* other : others) { // before the keyboard's place is noted, which one of them may have
        if (other != this && other->isVisible() && !m_closable)
            other->covered();
    }
    m_before = QApplication::focusWidget();
    setGeometry(parentWidget()->rect());
    place();
    show();
    raise();
    // One that cannot be closed, the lock, stays in front: what was asked for before comes up beneath it.
    for (auto* other : others) {
        if (other != this && other->isVisible() && !other->m_closable) {
            stackUnder(other);
            return;
        }
    }
    setFocus(Qt::OtherFocusReason);
}

void Overlay::close()
{
    if (isHidden())
        return;
    // Nobody to give the keyboard back to: it must not stay in what is no longer seen.
    if (auto* typing = QApplication::focusWidget(); !m_before && typing && (typing == this || isAncestorOf(typing)))
        typing->clearFocus();
    hide();
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
    Q_EMIT closed();
}

void Overlay::place()
{
    m_sheet->layout()->activate(); // what was put on it just now counts
    const QSize room = size() - QSize(64, 64);
    QSize wanted =
        m_sheet->sizeHint().expandedTo(m_sheet->minimumSize()).boundedTo(m_sheet->maximumSize()).boundedTo(room);
    if (m_sheet->hasHeightForWidth())
        wanted.setHeight(
            std::min(std::max(m_sheet->heightForWidth(wanted.width()), m_sheet->minimumHeight()), room.height()));
    QRect box(QPoint(), wanted);
    box.moveCenter(rect().center());
    m_sheet->setGeometry(box);
}

bool Overlay::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        setGeometry(parentWidget()->rect());
        place();
    }
    if (watched == m_sheet && event->type() == QEvent::LayoutRequest && isVisible())
        place(); // what stands on it grew
    return QWidget::eventFilter(watched, event);
}

bool Overlay::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) { // no key of the page below acts
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

// Tab stays on the sheet: what lies below must not be reached.
bool Overlay::focusNextPrevChild(bool next)
{
    QWidget* start = focusWidget() ? focusWidget() : this;
    for (QWidget* at = next ? start->nextInFocusChain() : start->previousInFocusChain(); at != start;
         at = next ? at->nextInFocusChain() : at->previousInFocusChain()) {
        // The line inside a number box gives the keyboard back to its box, and nobody would ever come past it.
        if (isAncestorOf(at) && at->isVisible() && at->isEnabled() && !at->focusProxy() &&
            (at->focusPolicy() & Qt::TabFocus)) {
            at->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    }
    return true;
}

void Overlay::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_closable)
        close();
    event->accept();
}

void Overlay::mousePressEvent(QMouseEvent* event)
{
    if (m_closable && !m_sheet->geometry().contains(event->pos()))
        close();
    event->accept();
}

void Overlay::paintEvent(QPaintEvent*)
{
    QColor dim = m_look.colours().text;
    dim.setAlphaF(0.32F);
    QPainter(this).fillRect(rect(), dim);
}

} // namespace kuaiban::counter

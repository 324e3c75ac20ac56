#include "KeyboardFlow.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QKeyEvent>
#include <QRadioButton>

#include <algorithm>

namespace kuaiban::counter {

namespace {

bool isStop(const QWidget* widget, const QWidget* page)
{
    return (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy() && widget->isEnabled() &&
           widget->isVisibleTo(page);
}

// Rows first: two widgets share a row when one's middle lies within the other.
QVector<QWidget*> inReadingOrder(QVector<QWidget*> widgets, const QWidget* page)
{
    const auto box = [page](const QWidget* widget) { return QRect(widget->mapTo(page, QPoint()), widget->size()); };
    std::stable_sort(widgets.begin(), widgets.end(),
        [&](const QWidget* a, const QWidget* b) { return box(a).top() < box(b).top(); });
    QVector<QWidget*> ordered;
    while (!widgets.isEmpty()) {
        const QRect first = box(widgets.front());
        QVector<QWidget*> row{widgets.takeFirst()}; // whatever its size: an empty one is in no row, not even its own
        for (qsizetype i = 0; i < widgets.size();) {
            const QRect other = box(widgets[i]);
            const bool sameRow = (other.center().y() >= first.top() && other.center().y() <= first.bottom()) ||
                                 (first.center().y() >= other.top() && first.center().y() <= other.bottom());
            if (sameRow)
                row.append(widgets.takeAt(i));
            else
                ++i;
        }
        std::stable_sort(
            row.begin(), row.end(), [&](const QWidget* a, const QWidget* b) { return box(a).left() < box(b).left(); });
        ordered += row;
    }
    return ordered;
}

void collect(const QWidget* parent, const QWidget* page, QVector<QWidget*>* stops)
{
    QVector<QWidget*> children;
    for (QObject* child : parent->children())
        if (auto* widget = qobject_cast<QWidget*>(child); widget && !widget->isWindow() && widget->isVisibleTo(page))
            children.append(widget);
    for (QWidget* child : inReadingOrder(children, page)) {
        if (isStop(child, page))
            stops->append(child);
        collect(child, page, stops);
    }
}

} // namespace

KeyboardFlow::KeyboardFlow(QWidget* page)
    : QObject(page)
    , m_page(page)
{
    page->installEventFilter(this);
}

void KeyboardFlow::setMainButton(QAbstractButton* button)
{
    m_main = button;
}

QVector<QWidget*> KeyboardFlow::visualOrder(const QWidget* page)
{
    QVector<QWidget*> stops;
    collect(page, page, &stops);
    return stops;
}

QVector<QWidget*> KeyboardFlow::tabChain(const QWidget* page)
{
    QVector<QWidget*> chain;
    for (QWidget* at = page->nextInFocusChain(); at && at != page; at = at->nextInFocusChain())
        if (page->isAncestorOf(at) && isStop(at, page))
            chain.append(at);
    return chain;
}

void KeyboardFlow::orderByPosition(QWidget* page)
{
    const QVector<QWidget*> stops = visualOrder(page);
    for (qsizetype i = 1; i < stops.size(); ++i)
        QWidget::setTabOrder(stops[i - 1], stops[i]);
}

// Keys arrive here when the widget that has the keyboard did not want them.
bool KeyboardFlow::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_page || event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter)
        return false;
    const Qt::KeyboardModifiers held = key->modifiers() & ~Qt::KeypadModifier;
    if (held == Qt::ControlModifier) {
        if (!m_main || !m_main->isEnabled() || !m_main->isVisible())
            return false;
        m_main->click();
        return true;
    }
    if (held == Qt::ShiftModifier)
        return step(-1);
    if (held != Qt::NoModifier)
        return false;
    QWidget* focus = m_page->focusWidget();
    auto* button = qobject_cast<QAbstractButton*>(focus);
    if (button && !qobject_cast<QCheckBox*>(button) && !qobject_cast<QRadioButton*>(button)) {
        button->click();
        return true;
    }
    if (qobject_cast<QAbstractItemView*>(focus))
        return false;
    return step(1);
}

bool KeyboardFlow::step(int by)
{
    QWidget* focus = m_page->focusWidget();
    if (!focus || !m_page->isAncestorOf(focus))
        return false;
    orderByPosition(m_page); // fields come and go
    for (QWidget* at = by > 0 ? focus->nextInFocusChain() : focus->previousInFocusChain(); at != focus;
         at = by > 0 ? at->nextInFocusChain() : at->previousInFocusChain()) {
        if (m_page->isAncestorOf(at) && isStop(at, m_page)) {
            at->setFocus(by > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    }
    return false;
}

} // namespace kuaiban::counter

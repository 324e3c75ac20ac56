#include "ImeGuard.h"

#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>

namespace kuaiban::counter {

namespace {

bool belongsToComposition(const QKeyEvent* event)
{
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Escape:
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
    case Qt::Key_Space:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        return true;
    default:
        return event->key() >= Qt::Key_0 && event->key() <= Qt::Key_9;
    }
}

} // namespace

ImeGuard::ImeGuard(QCoreApplication* application)
    : QObject(application)
{
    application->installEventFilter(this);
}

bool ImeGuard::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::InputMethod: {
        const bool open = !static_cast<QInputMethodEvent*>(event)->preeditString().isEmpty();
        if (open)
            m_composer = watched;
        else if (m_composer == watched)
            m_composer = nullptr;
        break;
    }
    case QEvent::FocusOut:
        if (m_composer == watched)
            m_composer = nullptr; // leaving a field ends its composition
        break;
    case QEvent::ShortcutOverride:
        if (isComposing() && belongsToComposition(static_cast<QKeyEvent*>(event))) {
            event->accept(); // not a shortcut
            return true;
        }
        break;
    case QEvent::KeyPress:
        if (isComposing() && belongsToComposition(static_cast<QKeyEvent*>(event)))
            return true;
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace kuaiban::counter

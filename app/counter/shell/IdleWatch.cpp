#include "IdleWatch.h"

#include <QCoreApplication>
#include <QEvent>
#include <QWidget>
#include <QWindow>

namespace kuaiban::counter {

namespace {

// The one window that takes no keyboard faces the citizen: what he touches does not mean that the clerk is there.
bool isCitizens(QObject* watched)
{
    if (watched->isWidgetType())
        return static_cast<QWidget*>(watched)->window()->windowFlags() & Qt::WindowDoesNotAcceptFocus;
    const auto* window = qobject_cast<QWindow*>(watched);
    return window && window->flags() & Qt::WindowDoesNotAcceptFocus;
}

} // namespace

IdleWatch::IdleWatch(QObject* parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::CoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        stop();
        Q_EMIT idle();
    });
}

void IdleWatch::start(std::chrono::milliseconds limit)
{
    stop();
    if (limit.count() <= 0)
        return;
    m_timer.start(limit);
    QCoreApplication::instance()->installEventFilter(this);
}

void IdleWatch::stop()
{
    m_timer.stop();
    QCoreApplication::instance()->removeEventFilter(this);
}

bool IdleWatch::eventFilter(QObject* watched, QEvent* event)
{
    if (isCitizens(watched))
        return false;
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::InputMethod:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        // A moving mouse brings hundreds of events a second: the clock is set back at most ten times in its span.
        if (m_timer.remainingTime() < m_timer.interval() - m_timer.interval() / 10)
            m_timer.start();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace kuaiban::counter

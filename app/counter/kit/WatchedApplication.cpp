#include "WatchedApplication.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QMetaEnum>
#include <QScopeGuard>
#include <QThread>

namespace kuaiban::counter {

namespace {

Q_LOGGING_CATEGORY(lcStall, "kuaiban.stall")

// Taken before the event is handled: afterwards neither it nor the receiver need be there.
struct Handled
{
    const char* receiver;
    int type;

    QByteArray text() const
    {
        const char* name = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
        return QByteArray(name ? name : QByteArray::number(type)) + " for " + receiver;
    }
};

} // namespace

bool WatchedApplication::notify(QObject* receiver, QEvent* event)
{
    // Events within an event are part of it; other threads have nobody in front of them.
    if (QThread::currentThread() != thread() || m_depth > 0)
        return QApplication::notify(receiver, event);
    ++m_depth;
    const auto leave = qScopeGuard([this] { --m_depth; });
    const Handled handled{receiver->metaObject()->className(), event->type()};
    QElapsedTimer timer;
    timer.start();
    const bool result = QApplication::notify(receiver, event);
    const qint64 took = timer.elapsed();
    if (took > m_longestMs || took >= StallMs)
        judge(took, handled.text());
    return result;
}

void WatchedApplication::judge(qint64 tookMs, const QByteArray& what)
{
    m_longestMs = std::max(m_longestMs, tookMs);
    if (tookMs < StallMs)
        return;
    ++m_stalls;
    qCWarning(lcStall).noquote() << tookMs << "ms:" << what;
}

} // namespace kuaiban::counter

#include "Clock.h"

#include <ctime>

namespace kuaiban {

namespace {

constexpr int ShanghaiOffsetSeconds = 8 * 3600;

} // namespace

qint64 SystemClock::nowMs() const
{
    return QDateTime::currentMSecsSinceEpoch();
}

qint64 SystemClock::monotonicMs() const
{
    timespec time{};
    clock_gettime(CLOCK_BOOTTIME, &time);
    return static_cast<qint64>(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
}

QDateTime legalTime(qint64 utcMs)
{
    return QDateTime::fromMSecsSinceEpoch(utcMs, Qt::OffsetFromUTC, ShanghaiOffsetSeconds);
}

QDate legalDate(qint64 utcMs)
{
    return legalTime(utcMs).date();
}

qint64 utcMs(QDate legalDay, QTime legalTimeOfDay)
{
    return QDateTime(legalDay, legalTimeOfDay, Qt::OffsetFromUTC, ShanghaiOffsetSeconds).toMSecsSinceEpoch();
}

QString rfc3339(qint64 utcMs)
{
    return legalTime(utcMs).toString(Qt::ISODateWithMs);
}

qint64 fromRfc3339(const QString& text)
{
    const auto time = QDateTime::fromString(text, Qt::ISODateWithMs);
    const bool hasOffset = text.endsWith(u'Z') || text.lastIndexOf(u'+') > 10 || text.lastIndexOf(u'-') > 10;
    return time.isValid() && hasOffset ? time.toMSecsSinceEpoch() : -1;
}

} // namespace kuaiban

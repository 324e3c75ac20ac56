#pragma once

#include <QDate>
#include <QDateTime>

namespace kuaiban {

// Wall and monotonic time, injected so that tests and the simulator own the time. Thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual qint64 nowMs() const = 0;       // UTC milliseconds since 1970; may jump when somebody sets the PC's clock
    virtual qint64 monotonicMs() const = 0; // never goes back; counts through suspend, starts anywhere
};

class SystemClock final : public Clock
{
public:
    qint64 nowMs() const override;
    qint64 monotonicMs() const override;
};

// Legal times are those of Asia/Shanghai (UTC+8, no summer time since 1992) whatever the PC says.
QDateTime legalTime(qint64 utcMs);
QDate legalDate(qint64 utcMs);
qint64 utcMs(QDate legalDay, QTime legalTimeOfDay);

// RFC 3339 with the +08:00 offset, to the millisecond.
QString rfc3339(qint64 utcMs);
// UTC milliseconds of an RFC 3339 text, or -1.
qint64 fromRfc3339(const QString& text);

} // namespace kuaiban

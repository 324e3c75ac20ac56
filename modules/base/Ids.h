#pragma once

#include "Clock.h"
#include "Random.h"

#include <QMutex>
#include <QString>

namespace kuaiban {

// Makes UUIDv7 (RFC 9562) texts: 36 lower-case characters that sort by time of making, also within one millisecond.
// Thread-safe.
class IdSource
{
public:
    IdSource(const Clock& clock, RandomSource& random)
        : m_clock(clock)
        , m_random(random)
    {}

    QString next();

private:
    const Clock& m_clock;
    RandomSource& m_random;
    QMutex m_mutex;
    qint64 m_lastMs = 0;
    quint16 m_sequence = 0;
};

bool isUuid7(const QString& text);

} // namespace kuaiban

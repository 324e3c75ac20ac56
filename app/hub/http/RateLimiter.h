#pragma once

#include "modules/base/Clock.h"

#include <QHash>
#include <QString>

#include <list>
#include <mutex>

namespace kuaiban::hub {

// A token bucket a key (the asker's address, for the public progress page). At most `maxKeys` buckets are kept: the one
// that was used longest ago makes room, so memory stays bounded whoever asks. Thread-safe.
class RateLimiter
{
public:
    struct Rule
    {
        int burst = 10;     // tokens of a full bucket
        int perMinute = 30; // tokens that flow back
        qsizetype maxKeys = 10'000;
    };
    struct Verdict
    {
        bool allowed = false;
        int retryAfterSeconds = 0; // when refused: the next token, rounded up
    };

    RateLimiter(Rule rule, const Clock& clock)
        : m_rule(rule)
        , m_clock(clock)
    {}

    Verdict take(const QString& key);
    [[nodiscard]] qsizetype keys() const;

private:
    struct Bucket
    {
        QString key;
        double tokens = 0;
        qint64 filledAtMs = 0;
    };

    const Rule m_rule;
    const Clock& m_clock;
    mutable std::mutex m_mutex;
    std::list<Bucket> m_buckets; // the most recently used first
    QHash<QString, std::list<Bucket>::iterator> m_byKey;
};

// One key a subscriber: IPv4 addresses as they are, IPv6 by their /64, of which one household or office owns all.
QString rateKey(const QString& remoteAddress);

} // namespace kuaiban::hub

#include "RateLimiter.h"

#include <arpa/inet.h>

#include <algorithm>
#include <cmath>

namespace kuaiban::hub {

RateLimiter::Verdict RateLimiter::take(const QString& key)
{
    const std::lock_guard lock(m_mutex);
    const qint64 now = m_clock.monotonicMs();
    if (const auto known = m_byKey.constFind(key); known != m_byKey.constEnd()) {
        m_buckets.splice(m_buckets.begin(), m_buckets, *known);
    } else {
        if (m_byKey.size() >= m_rule.maxKeys) {
            m_byKey.remove(m_buckets.back().key);
            m_buckets.pop_back();
        }
        m_buckets.push_front({key, static_cast<double>(m_rule.burst), now});
        m_byKey.insert(key, m_buckets.begin());
    }
    auto& bucket = m_buckets.front();
    const double perMs = m_rule.perMinute / 60'000.0;
    bucket.tokens =
        std::min<double>(m_rule.burst, bucket.tokens + static_cast<double>(now - bucket.filledAtMs) * perMs);
    bucket.filledAtMs = now;
    constexpr double almostOne = 1 - 1e-9; // sums of fractions miss whole numbers by a hair
    if (bucket.tokens >= almostOne) {
        bucket.tokens = std::max(0.0, bucket.tokens - 1);
        return {true, 0};
    }
    return {false, std::max(1, static_cast<int>(std::ceil((almostOne - bucket.tokens) / perMs / 1000)))};
}

qsizetype RateLimiter::keys() const
{
    const std::lock_guard lock(m_mutex);
    return m_byKey.size();
}

QString rateKey(const QString& remoteAddress)
{
    in6_addr address{};
    if (inet_pton(AF_INET6, remoteAddress.section(u'%', 0, 0).toLatin1().constData(), &address) != 1)
        return remoteAddress;
    if (IN6_IS_ADDR_V4MAPPED(&address))
        return remoteAddress.section(u':', -1);
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char*>(&address), 8).toHex());
}

} // namespace kuaiban::hub

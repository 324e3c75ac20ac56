#include "app/hub/http/RateLimiter.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::hub;
using namespace Qt::StringLiterals;

class HandClock final : public Clock
{
public:
    qint64 nowMs() const override { return m_now; }
    qint64 monotonicMs() const override { return m_now; }
    qint64 m_now = 1000;
};

class TestRateLimiter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void take_burst_thenRefusedWithTime();
    void take_afterTime_tokensComeBack();
    void take_longPause_neverMoreThanBurst();
    void take_otherKey_hasItsOwnBucket();
    void take_moreKeysThanRoom_oldestGoes();
    void rateKey_addresses_data();
    void rateKey_addresses();

private:
    HandClock m_clock;
};

void TestRateLimiter::take_burst_thenRefusedWithTime()
{
    RateLimiter limiter({.burst = 3, .perMinute = 6, .maxKeys = 10}, m_clock);
    for (int i = 0; i < 3; ++i)
        QVERIFY(limiter.take(u"a"_s).allowed);
    const auto verdict = limiter.take(u"a"_s);
    QVERIFY(!verdict.allowed);
    QCOMPARE(verdict.retryAfterSeconds, 10);
    m_clock.m_now += 9'500;
    QCOMPARE(limiter.take(u"a"_s).retryAfterSeconds, 1);
}

void TestRateLimiter::take_afterTime_tokensComeBack()
{
    RateLimiter limiter({.burst = 1, .perMinute = 60, .maxKeys = 10}, m_clock);
    for (int i = 0; i < 100; ++i) {
        QVERIFY(limiter.take(u"a"_s).allowed);
        QVERIFY(!limiter.take(u"a"_s).allowed);
        m_clock.m_now += 999;
        QVERIFY(!limiter.take(u"a"_s).allowed);
        m_clock.m_now += 1;
    }
}

void TestRateLimiter::take_longPause_neverMoreThanBurst()
{
    RateLimiter limiter({.burst = 2, .perMinute = 60, .maxKeys = 10}, m_clock);
    QVERIFY(limiter.take(u"a"_s).allowed);
    m_clock.m_now += 3'600'000;
    QVERIFY(limiter.take(u"a"_s).allowed);
    QVERIFY(limiter.take(u"a"_s).allowed);
    QVERIFY(!limiter.take(u"a"_s).allowed);
}

void TestRateLimiter::take_otherKey_hasItsOwnBucket()
{
    RateLimiter limiter({.burst = 1, .perMinute = 1, .maxKeys = 10}, m_clock);
    QVERIFY(limiter.take(u"a"_s).allowed);
    QVERIFY(!limiter.take(u"a"_s).allowed);
    QVERIFY(limiter.take(u"b"_s).allowed);
}

void TestRateLimiter::take_moreKeysThanRoom_oldestGoes()
{
    RateLimiter limiter({.burst = 1, .perMinute = 1, .maxKeys = 3}, m_clock);
    for (int i = 0; i < 1000; ++i)
        QVERIFY(limiter.take(QString::number(i)).allowed);
    QCOMPARE(limiter.keys(), 3);
    QVERIFY(!limiter.take(u"997"_s).allowed); // still known, and now the most recently used
    QVERIFY(limiter.take(u"new"_s).allowed);  // makes 998 go
    QVERIFY(!limiter.take(u"997"_s).allowed);
    QVERIFY(limiter.take(u"998"_s).allowed);
}

void TestRateLimiter::rateKey_addresses_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("same");
    QTest::addRow("IPv4") << u"192.0.2.1"_s << u"192.0.2.2"_s << false;
    QTest::addRow("one IPv6 network") << u"2001:db8:0:1::1"_s << u"2001:db8:0:1:ffff::9"_s << true;
    QTest::addRow("two IPv6 networks") << u"2001:db8:0:1::1"_s << u"2001:db8:0:2::1"_s << false;
    QTest::addRow("mapped IPv4 is IPv4") << u"::ffff:192.0.2.1"_s << u"192.0.2.1"_s << true;
    QTest::addRow("zone is ignored") << u"fe80::1%eth0"_s << u"fe80::1"_s << true;
}

void TestRateLimiter::rateKey_addresses()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QTEST(rateKey(one) == rateKey(other), "same");
}

QTEST_GUILESS_MAIN(TestRateLimiter)
#include "test_RateLimiter.moc"

#include "app/hub/http/HttpMetrics.h"

#include <QtTest>

using namespace kuaiban::hub;
using namespace Qt::StringLiterals;

class TestHttpMetrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_afterRequests_countsAndBuckets();
    void text_everyLine_isPrometheus();
    void gauges_addedAndRemoved_comeAndGo();
};

void TestHttpMetrics::text_afterRequests_countsAndBuckets()
{
    HttpMetrics metrics;
    for (const qint64 ms : {3, 5, 6, 40'000}) {
        metrics.requestBegan();
        metrics.requestEnded(u"GET"_s, u"/cases/{id}"_s, 200, ms);
    }
    metrics.requestBegan();
    metrics.requestEnded(u"GET"_s, u"/cases/{id}"_s, 404, 1);
    metrics.requestBegan();
    const auto text = metrics.text();
    QCOMPARE(metrics.requests(u"GET"_s, u"/cases/{id}"_s, 200), 4);
    const QByteArray labels = R"(method="GET",route="/cases/{id}")";
    QVERIFY(text.contains("kuaiban_http_requests_total{" + labels + ",status=\"200\"} 4\n"));
    QVERIFY(text.contains("kuaiban_http_requests_total{" + labels + ",status=\"404\"} 1\n"));
    QVERIFY(text.contains("kuaiban_http_request_seconds_bucket{" + labels + ",le=\"0.005\"} 3\n"));
    QVERIFY(text.contains("kuaiban_http_request_seconds_bucket{" + labels + ",le=\"0.01\"} 4\n"));
    QVERIFY(text.contains("kuaiban_http_request_seconds_bucket{" + labels + ",le=\"30\"} 4\n"));
    QVERIFY(text.contains("kuaiban_http_request_seconds_bucket{" + labels + ",le=\"+Inf\"} 5\n"));
    QVERIFY(text.contains("kuaiban_http_request_seconds_sum{" + labels + "} 40.015\n"));
    QVERIFY(text.contains("\nkuaiban_http_requests_in_flight 1\n"));
}

void TestHttpMetrics::text_everyLine_isPrometheus()
{
    HttpMetrics metrics;
    metrics.requestBegan();
    metrics.requestEnded(u"GET"_s, u"/a\"b\\c\n"_s, 200, 7);
    static const QRegularExpression line(
        uR"(^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+="([^"\\]|\\.)*"(,[a-z]+="([^"\\]|\\.)*")*\})? [0-9.e+-]+)$)"_s);
    const auto lines = QString::fromUtf8(metrics.text()).split(u'\n');
    QVERIFY(lines.last().isEmpty());
    for (qsizetype i = 0; i + 1 < lines.size(); ++i)
        QVERIFY2(line.match(lines[i]).hasMatch(), qPrintable(lines[i]));
}

void TestHttpMetrics::gauges_addedAndRemoved_comeAndGo()
{
    HttpMetrics metrics;
    double lag = 1.5;
    metrics.addGauge("feed_lag_seconds", "Lag.", [&lag] { return lag; });
    QVERIFY(metrics.text().contains("\nfeed_lag_seconds 1.5\n"));
    lag = 2;
    QVERIFY(metrics.text().contains("\nfeed_lag_seconds 2\n"));
    metrics.removeGauge("feed_lag_seconds");
    QVERIFY(!metrics.text().contains("feed_lag"));
}

QTEST_GUILESS_MAIN(TestHttpMetrics)
#include "test_HttpMetrics.moc"

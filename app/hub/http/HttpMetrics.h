#pragma once

#include <QByteArray>
#include <QString>

#include <array>
#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <tuple>
#include <vector>

namespace kuaiban::hub {

// Counts what the server does and prints it in Prometheus' text format 0.0.4. Labels are route templates and methods,
// never paths or accounts, so the number of series is bounded and none holds personal data. Thread-safe.
class HttpMetrics
{
public:
    static constexpr std::array<qint64, 11> BucketsMs{5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 30000};

    void requestBegan() { ++m_inFlight; }
    void requestEnded(const QString& method, const QString& route, int status, qint64 durationMs);
    void connectionOpened() { ++m_open; }
    void connectionClosed() { --m_open; }
    void connectionRefused() { ++m_refused; } // over the limit, closed without an answer

    [[nodiscard]] int inFlight() const { return m_inFlight; }
    [[nodiscard]] int openConnections() const { return m_open; }
    [[nodiscard]] qint64 requests(const QString& method, const QString& route, int status) const;

    // A further value, read when the page is made: queue length, feed lag. Names follow [a-z_]+.
    void addGauge(const QByteArray& name, const QByteArray& help, std::function<double()> value);
    void removeGauge(const QByteArray& name);

    [[nodiscard]] QByteArray text() const;

private:
    struct Series
    {
        std::array<qint64, BucketsMs.size()> buckets{};
        qint64 count = 0;
        qint64 sumMs = 0;
    };
    struct Gauge
    {
        QByteArray name;
        QByteArray help;
        std::function<double()> value;
    };

    mutable std::mutex m_mutex;
    std::map<std::tuple<QString, QString, int>, qint64> m_requests; // method, route, status
    std::map<std::pair<QString, QString>, Series> m_durations;
    std::vector<Gauge> m_gauges;
    std::atomic<int> m_inFlight = 0;
    std::atomic<int> m_open = 0;
    std::atomic<qint64> m_refused = 0;
};

} // namespace kuaiban::hub

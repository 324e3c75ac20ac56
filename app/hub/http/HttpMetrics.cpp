#include "HttpMetrics.h"

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

QByteArray quoted(const QString& value)
{
    auto bytes = value.toUtf8();
    bytes.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    return '"' + bytes + '"';
}

QByteArray heading(const QByteArray& name, const QByteArray& kind, const QByteArray& help)
{
    return "# HELP " + name + ' ' + help + "\n# TYPE " + name + ' ' + kind + '\n';
}

QByteArray seconds(qint64 ms)
{
    return QByteArray::number(static_cast<double>(ms) / 1000.0, 'g', 12);
}

} // namespace

void HttpMetrics::requestEnded(const QString& method, const QString& route, int status, qint64 durationMs)
{
    --m_inFlight;
    const std::lock_guard lock(m_mutex);
    ++m_requests[{method, route, status}];
    auto& series = m_durations[{method, route}];
    ++series.count;
    series.sumMs += durationMs;
    for (size_t i = 0; i < BucketsMs.size(); ++i)
        series.buckets[i] += durationMs <= BucketsMs[i] ? 1 : 0;
}

qint64 HttpMetrics::requests(const QString& method, const QString& route, int status) const
{
    const std::lock_guard lock(m_mutex);
    const auto it = m_requests.find({method, route, status});
    return it == m_requests.end() ? 0 : it->second;
}

void HttpMetrics::addGauge(const QByteArray& name, const QByteArray& help, std::function<double()> value)
{
    removeGauge(name);
    const std::lock_guard lock(m_mutex);
    m_gauges.push_back({name, help, std::move(value)});
}

void HttpMetrics::removeGauge(const QByteArray& name)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_gauges, [&name](const Gauge& gauge) { return gauge.name == name; });
}

QByteArray HttpMetrics::text() const
{
    const std::lock_guard lock(m_mutex);
    QByteArray page = heading("kuaiban_http_requests_total", "counter", "Answered requests by route and status.");
    for (const auto& [key, count] : m_requests) {
        const auto& [method, route, status] = key;
        page += "kuaiban_http_requests_total{method=" + quoted(method) + ",route=" + quoted(route) + ",status=\"" +
                QByteArray::number(status) + "\"} " + QByteArray::number(count) + '\n';
    }
    page +=
        heading("kuaiban_http_request_seconds", "histogram", "Time from the request's head to the end of its answer.");
    for (const auto& [key, series] : m_durations) {
        const auto labels = "method=" + quoted(key.first) + ",route=" + quoted(key.second);
        for (size_t i = 0; i < BucketsMs.size(); ++i)
            page += "kuaiban_http_request_seconds_bucket{" + labels + ",le=\"" + seconds(BucketsMs[i]) + "\"} " +
                    QByteArray::number(series.buckets[i]) + '\n';
        page += "kuaiban_http_request_seconds_bucket{" + labels + ",le=\"+Inf\"} " + QByteArray::number(series.count) +
                '\n';
        page += "kuaiban_http_request_seconds_sum{" + labels + "} " + seconds(series.sumMs) + '\n';
        page += "kuaiban_http_request_seconds_count{" + labels + "} " + QByteArray::number(series.count) + '\n';
    }
    const auto single = [&page](const QByteArray& name, const QByteArray& kind, const QByteArray& help, double value) {
        page += heading(name, kind, help) + name + ' ' + QByteArray::number(value, 'g', 15) + '\n';
    };
    single("kuaiban_http_requests_in_flight", "gauge", "Requests being answered.", m_inFlight);
    single("kuaiban_http_connections", "gauge", "Open connections.", m_open);
    single("kuaiban_http_connections_refused_total", "counter", "Connections closed at once because of the limit.",
        static_cast<double>(m_refused));
    for (const auto& gauge : m_gauges)
        single(gauge.name, "gauge", gauge.help, gauge.value());
    return page;
}

} // namespace kuaiban::hub

#include "HttpSettings.h"

#include "modules/base/ObjectReader.h"

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

class Ranges
{
public:
    explicit Ranges(ObjectReader& reader)
        : m_reader(reader)
    {}

    template<class T>
    void read(const QString& name, T& value, qint64 low, qint64 high)
    {
        value = static_cast<T>(number(name, static_cast<qint64>(value), low, high));
    }

    void read(const QString& name, std::chrono::milliseconds& value, qint64 lowSeconds, qint64 highSeconds)
    {
        value = std::chrono::seconds(number(name, value.count() / 1000, lowSeconds, highSeconds));
    }

private:
    qint64 number(const QString& name, qint64 otherwise, qint64 low, qint64 high)
    {
        const auto value = m_reader.integerOr(name, otherwise);
        if (value >= low && value <= high)
            return value;
        m_reader.reject(name, u"%1…%2"_s.arg(low).arg(high));
        return otherwise;
    }

    ObjectReader& m_reader;
};

} // namespace

Result<HttpSettings> HttpSettings::fromJson(const QJsonObject& object)
{
    HttpSettings settings;
    ObjectReader reader(object, u"http"_s);
    settings.address = reader.textOr(u"address"_s, settings.address);
    settings.certificateFile = reader.textOr(u"certificate"_s);
    settings.keyFile = reader.textOr(u"key"_s);
    settings.trustedProxies = reader.textsOr(u"trusted_proxies"_s);
    if (settings.certificateFile.isEmpty() != settings.keyFile.isEmpty())
        reader.reject(settings.keyFile.isEmpty() ? u"key"_s : u"certificate"_s, u"both certificate and key"_s);
    Ranges ranges(reader);
    ranges.read(u"port"_s, settings.port, 0, 65535);
    ranges.read(u"network_threads"_s, settings.networkThreads, 1, 16);
    ranges.read(u"workers"_s, settings.workers, 1, 256);
    ranges.read(u"queue"_s, settings.queueLimit, 1, 100'000);
    ranges.read(u"max_connections"_s, settings.maxConnections, 1, 100'000);
    ranges.read(u"body_limit"_s, settings.bodyLimit, 1024, 1024 * 1024);
    ranges.read(u"header_limit"_s, settings.headerLimit, 1024, 256 * 1024);
    ranges.read(u"head_timeout"_s, settings.headTimeout, 1, 300);
    ranges.read(u"transfer_timeout"_s, settings.transferTimeout, 1, 3600);
    ranges.read(u"idle_timeout"_s, settings.idleTimeout, 1, 3600);
    ranges.read(u"queue_timeout"_s, settings.queueTimeout, 1, 300);
    ranges.read(u"answer_timeout"_s, settings.answerTimeout, 1, 3600);
    ranges.read(u"drain_timeout"_s, settings.drainTimeout, 0, 300);
    KB_CHECK(reader.finish());
    return settings;
}

} // namespace kuaiban::hub

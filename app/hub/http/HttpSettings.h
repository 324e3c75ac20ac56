#pragma once

#include "modules/base/Result.h"

#include <QStringList>

#include <chrono>

namespace kuaiban::hub {

// How the server listens and what it puts up with. The defaults suit a county's hub.
struct HttpSettings
{
    QString address = QStringLiteral("127.0.0.1"); // IPv4 or IPv6; "::" and "0.0.0.0" mean everywhere
    quint16 port = 0;                              // 0: any free one
    QString certificateFile;                       // PEM chain; with it and the key the server speaks TLS only
    QString keyFile;                               // PEM
    QStringList trustedProxies;                    // addresses whose X-Forwarded-… fields are believed

    int networkThreads = 2;
    int workers = 4;      // each with its own WorkerContext
    int queueLimit = 256; // requests that wait for a worker; beyond it 503
    int maxConnections = 4000;
    qint64 bodyLimit = 1024 * 1024; // bytes, packed and unpacked
    qint64 headerLimit = 16 * 1024; // bytes of first line and headers

    std::chrono::milliseconds headTimeout{10'000};      // first byte to end of the headers; also the TLS handshake
    std::chrono::milliseconds transferTimeout{120'000}; // one body in, one answer out
    std::chrono::milliseconds idleTimeout{75'000};      // between requests
    std::chrono::milliseconds queueTimeout{10'000};     // longest wait for a worker, then 503
    std::chrono::milliseconds answerTimeout{60'000};    // a handler's longest time, then 504; a LaterReply has its own
    std::chrono::milliseconds drainTimeout{5'000};      // running requests at stop()

    [[nodiscard]] bool tls() const { return !certificateFile.isEmpty() || !keyFile.isEmpty(); }

    // The "http" object of the hub's profile: address, port, certificate, key, trusted_proxies, network_threads,
    // workers, queue, max_connections, body_limit, header_limit and the times in whole seconds head_timeout,
    // transfer_timeout, idle_timeout, queue_timeout, answer_timeout, drain_timeout. base.json-field names what is out
    // of range.
    static Result<HttpSettings> fromJson(const QJsonObject& object);
};

} // namespace kuaiban::hub

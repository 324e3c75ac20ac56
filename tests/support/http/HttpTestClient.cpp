#include "HttpTestClient.h"

#include "tests/support/base/FairTimer.h"

#include <QJsonDocument>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>

namespace kuaiban::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int LookMs = 20; // how often it is looked whether the time is up

} // namespace

struct HttpTestClient::Wire
{
    int socket = -1;
    SSL_CTX* context = nullptr;
    SSL* tls = nullptr;
    bool open = false;

    ~Wire()
    {
        SSL_free(tls);
        SSL_CTX_free(context);
        shut();
    }

    void shut()
    {
        if (socket >= 0)
            ::close(socket);
        socket = -1;
        open = false;
    }

    bool readable(int timeoutMs) const
    {
        if (tls && SSL_pending(tls) > 0)
            return true;
        pollfd item{socket, POLLIN, 0};
        return ::poll(&item, 1, timeoutMs) == 1;
    }
};

HttpTestClient::HttpTestClient(quint16 port, Mode mode, int maxTlsVersion)
    : m_wire(std::make_unique<Wire>())
{
    auto& wire = *m_wire;
    wire.socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    wire.open = ::connect(wire.socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    const timeval limit{10, 0}; // a hanging server fails the test instead of blocking it
    setsockopt(wire.socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    setsockopt(wire.socket, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
    if (!wire.open || mode == Mode::Plain)
        return;
    wire.context = SSL_CTX_new(TLS_client_method()); // certificates are not checked: they are self-signed
    if (maxTlsVersion)
        SSL_CTX_set_max_proto_version(wire.context, maxTlsVersion);
    wire.tls = SSL_new(wire.context);
    SSL_set_fd(wire.tls, wire.socket);
    wire.open = SSL_connect(wire.tls) == 1;
}

HttpTestClient::~HttpTestClient() = default;
HttpTestClient::HttpTestClient(HttpTestClient&& other) noexcept = default;

bool HttpTestClient::isOpen() const
{
    return m_wire->open;
}

bool HttpTestClient::send(const QByteArray& bytes)
{
    qsizetype sent = 0;
    while (sent < bytes.size() && m_wire->open) {
        const auto rest = static_cast<size_t>(bytes.size() - sent);
        const auto count = m_wire->tls ? SSL_write(m_wire->tls, bytes.data() + sent, static_cast<int>(rest))
                                       : ::send(m_wire->socket, bytes.data() + sent, rest, MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        sent += static_cast<qsizetype>(count);
    }
    return sent == bytes.size();
}

bool HttpTestClient::fill(const FairTimer& time, int timeoutMs)
{
    while (m_wire->open && !m_wire->readable(std::min(timeoutMs, LookMs))) {
        if (time.elapsed() >= timeoutMs)
            return false;
    }
    if (!m_wire->open)
        return false;
    char chunk[65536];
    const auto count =
        m_wire->tls ? SSL_read(m_wire->tls, chunk, sizeof chunk) : ::recv(m_wire->socket, chunk, sizeof chunk, 0);
    if (count <= 0) {
        m_wire->open = false;
        return false;
    }
    m_buffer.append(chunk, static_cast<qsizetype>(count));
    return true;
}

std::optional<HttpTestReply> HttpTestClient::receive(int timeoutMs, bool bare)
{
    const FairTimer time;
    const auto more = [this, &time, timeoutMs] { return fill(time, timeoutMs); };
    qsizetype headEnd = -1;
    while ((headEnd = m_buffer.indexOf("\r\n\r\n")) < 0) {
        if (!more())
            return std::nullopt;
    }
    HttpTestReply reply;
    const auto lines = m_buffer.first(headEnd).split('\n');
    reply.status = lines.first().split(' ').value(1).toInt();
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const auto colon = lines[i].indexOf(':');
        reply.headers.insert(lines[i].first(colon).trimmed().toLower(), lines[i].sliced(colon + 1).trimmed());
    }
    const auto length = bare ? 0 : reply.headers.value("content-length").toLongLong();
    while (m_buffer.size() < headEnd + 4 + length) {
        if (!more())
            return std::nullopt;
    }
    reply.body = m_buffer.sliced(headEnd + 4, length);
    m_buffer.remove(0, headEnd + 4 + length);
    return reply;
}

HttpTestReply HttpTestClient::ask(
    const QByteArray& method, const QByteArray& target, const QByteArray& body, const QByteArray& extraHeaders)
{
    if (!send(requestBytes(method, target, body, extraHeaders)))
        return {};
    return receive(10'000, method == "HEAD").value_or(HttpTestReply{});
}

bool HttpTestClient::closedWithin(int timeoutMs)
{
    const FairTimer time;
    while (m_wire->open) {
        if (!fill(time, timeoutMs) && m_wire->open)
            return false;
    }
    return true;
}

void HttpTestClient::hangUp()
{
    if (m_wire->tls)
        SSL_shutdown(m_wire->tls);
    m_wire->shut();
}

void HttpTestClient::cut()
{
    const linger now{1, 0};
    setsockopt(m_wire->socket, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    m_wire->shut();
}

void HttpTestClient::stopSending()
{
    ::shutdown(m_wire->socket, SHUT_WR);
}

QJsonObject HttpTestReply::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QByteArray requestBytes(
    const QByteArray& method, const QByteArray& target, const QByteArray& body, const QByteArray& extraHeaders)
{
    QByteArray bytes = method + ' ' + target + " HTTP/1.1\r\nHost: hub.test\r\n" + extraHeaders;
    if (!body.isEmpty())
        bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return bytes + "\r\n" + body;
}

} // namespace kuaiban::test

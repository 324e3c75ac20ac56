#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QString>

#include <memory>
#include <optional>

namespace kuaiban::test {

class FairTimer;

struct HttpTestReply
{
    int status = 0;
    QHash<QByteArray, QByteArray> headers; // lower-case names
    QByteArray body;

    QJsonObject json() const;
    QString code() const { return json().value(u"code").toString(); }
};

// One blocking connection to 127.0.0.1. Nothing is added to what is sent and nothing is hidden of what comes.
class HttpTestClient
{
public:
    enum class Mode { Plain, Tls };

    explicit HttpTestClient(quint16 port, Mode mode = Mode::Plain, int maxTlsVersion = 0);
    ~HttpTestClient();
    HttpTestClient(HttpTestClient&& other) noexcept;

    bool isOpen() const; // after a TLS client's handshake
    bool send(const QByteArray& bytes);
    // The next reply, or nothing when the connection ends or the time is over.
    // `bare`: the reply to HEAD, which has no body whatever its length says.
    std::optional<HttpTestReply> receive(int timeoutMs = 5000, bool bare = false);
    HttpTestReply ask(const QByteArray& method, const QByteArray& target, const QByteArray& body = {},
        const QByteArray& extraHeaders = {}); // status 0 if there was no reply
    bool closedWithin(int timeoutMs);         // by the server
    void hangUp();                            // orderly
    void cut();                               // with a reset
    void stopSending();                       // half-close

private:
    struct Wire;
    bool fill(const FairTimer& time, int timeoutMs); // reads some bytes into the buffer

    std::unique_ptr<Wire> m_wire;
    QByteArray m_buffer;
};

// The bytes of a request, with Host and, for a body, Content-Length.
QByteArray requestBytes(const QByteArray& method, const QByteArray& target, const QByteArray& body = {},
    const QByteArray& extraHeaders = {});

} // namespace kuaiban::test

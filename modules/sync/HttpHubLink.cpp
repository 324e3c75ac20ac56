#include "HttpHubLink.h"

#include "modules/base/Clock.h"
#include "modules/base/Json.h"
#include "modules/journal/Signer.h"
#include "SyncErrors.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QHostAddress>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QPromise>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>

namespace kuaiban::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr int InspectTimeoutMs = 10'000;

// Everybody who asked has an answer, also when the link is destroyed while the request runs.
class Pending
{
public:
    Pending() { m_promise.start(); }
    ~Pending()
    {
        if (!m_done)
            finish(fail(hubUnreachable(u"closed"_s)));
    }
    Q_DISABLE_COPY_MOVE(Pending)

    QFuture<Result<HubResponse>> future() { return m_promise.future(); }
    void finish(Result<HubResponse> result)
    {
        if (std::exchange(m_done, true))
            return;
        m_promise.addResult(std::move(result));
        m_promise.finish();
    }

private:
    QPromise<Result<HubResponse>> m_promise;
    bool m_done = false;
};

Error wayError(const QNetworkReply& reply, bool certificateRefused)
{
    if (certificateRefused)
        return certificateWrong(reply.errorString());
    switch (reply.error()) {
    case QNetworkReply::OperationCanceledError:
    case QNetworkReply::TimeoutError:
        return hubTimedOut();
    case QNetworkReply::SslHandshakeFailedError:
        return certificateWrong(reply.errorString());
    default:
        return hubUnreachable(
            QString::fromLatin1(QMetaEnum::fromType<QNetworkReply::NetworkError>().valueToKey(reply.error())));
    }
}

// A problem page (RFC 9457) back into the error that the hub meant.
Error problemOf(int status, const QByteArray& body)
{
    const auto page = parseObject(body).value_or(QJsonObject{});
    const QString code = page.value("code"_L1).toString();
    if (code.isEmpty())
        return answerUnreadable(u"status %1"_s.arg(status)).with(u"status"_s, status); // a proxy's own page
    Error error{code, originFromName(page.value("origin"_L1).toString(u"hub"_s)), page.value("detail"_L1).toString(),
        page.value("fields"_L1).toObject()};
    return error.with(u"status"_s, status);
}

Result<HubResponse> responseOf(QNetworkReply& reply, qint64 roundTripMs, bool certificateRefused)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0)
        return fail(wayError(reply, certificateRefused));
    const QByteArray body = reply.readAll();
    if (status >= 400)
        return fail(problemOf(status, body));
    const auto hubTime = fromRfc3339(QString::fromLatin1(reply.rawHeader("X-Hub-Time")));
    return HubResponse{status, body, qMax<qint64>(0, hubTime), roundTripMs};
}

} // namespace

Result<QJsonObject> HubResponse::json() const
{
    auto object = parseObject(body);
    if (!object)
        return fail(answerUnreadable(object.error().detail));
    return object;
}

bool isTransient(const Error& error)
{
    const int status = error.fields.value("status"_L1).toInt();
    return error.is("sync.unreachable"_L1) || error.is("sync.timeout"_L1) || status == 429 || status >= 500;
}

HttpHubLink::HttpHubLink(Address address, QObject* parent)
    : QObject(parent)
    , m_address(std::move(address))
{
    m_network.setProxy(QNetworkProxy::NoProxy);
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

Done HttpHubLink::checkAddress(const QUrl& base)
{
    if (!base.isValid() || base.host().isEmpty())
        return fail(addressUnreadable());
    if (base.scheme() == "https"_L1)
        return {};
    const bool here = base.host() == "localhost"_L1 || QHostAddress(base.host()).isLoopback();
    if (base.scheme() != "http"_L1 || !here)
        return fail(plainHttpRefused(base.host()));
    return {};
}

Result<QNetworkRequest> HttpHubLink::prepared(const HubRequest& request) const
{
    QNetworkRequest prepared(QUrl(m_address.base.toString(QUrl::StripTrailingSlash) + "/api/v1"_L1 + request.path));
    prepared.setTransferTimeout(request.timeoutMs);
    prepared.setHeader(QNetworkRequest::ContentTypeHeader, request.contentType);
    if (!m_sessionToken.isEmpty())
        prepared.setRawHeader("Authorization", "Bearer " + m_sessionToken.toLatin1());
    if (!m_address.deviceToken.isEmpty())
        prepared.setRawHeader("X-Device-Token", m_address.deviceToken.toLatin1());
    if (!request.idempotencyKey.isEmpty())
        prepared.setRawHeader("Idempotency-Key", request.idempotencyKey.toLatin1());
    if (request.isSigned && !m_address.signingKey.isEmpty()) {
        KB_TRY(const auto signer, journal::signerFromPem(m_address.signingKey));
        KB_TRY(const auto signature, signer->sign(journal::pushBytes(request.body)));
        prepared.setRawHeader("X-Device-Signature", signature.toBase64());
    }
    return prepared;
}

QFuture<Result<HubResponse>> HttpHubLink::send(const HubRequest& request)
{
    auto pending = std::make_shared<Pending>();
    auto future = pending->future();
    if (const auto allowed = checkAddress(m_address.base); !allowed) {
        pending->finish(fail(allowed.error()));
        return future;
    }
    const auto ready = prepared(request);
    if (!ready) {
        pending->finish(fail(ready.error()));
        return future;
    }
    auto* reply = m_network.sendCustomRequest(*ready, request.method, request.body);
    auto refused = std::make_shared<bool>(false);
    if (!m_address.pinnedCertificate.isEmpty()) {
        // Pinning replaces the question who signed the certificate: a hall's hub often has one of its own.
        connect(reply, &QNetworkReply::sslErrors, reply, [this, reply, refused](const QList<QSslError>& errors) {
            const auto digest = reply->sslConfiguration().peerCertificate().digest(QCryptographicHash::Sha256);
            if (digest == m_address.pinnedCertificate)
                reply->ignoreSslErrors(errors);
            else
                *refused = true;
        });
        connect(reply, &QNetworkReply::encrypted, reply, [this, reply, refused] {
            if (reply->sslConfiguration().peerCertificate().digest(QCryptographicHash::Sha256) !=
                m_address.pinnedCertificate) {
                *refused = true;
                reply->abort();
            }
        });
    }
    QElapsedTimer timer;
    timer.start();
    connect(reply, &QNetworkReply::finished, this, [reply, pending, timer, refused] {
        reply->deleteLater();
        pending->finish(responseOf(*reply, timer.elapsed(), *refused));
    });
    return future;
}

QFuture<Result<QSslCertificate>> HttpHubLink::inspect(const QUrl& base, QObject* context)
{
    auto promise = std::make_shared<QPromise<Result<QSslCertificate>>>();
    promise->start();
    auto* socket = new QSslSocket(context);
    socket->setPeerVerifyMode(QSslSocket::VerifyNone);
    socket->setProxy(QNetworkProxy::NoProxy);
    const auto answer = [promise, socket](Result<QSslCertificate> result) {
        if (!promise->future().isFinished()) {
            promise->addResult(std::move(result));
            promise->finish();
            socket->deleteLater();
        }
    };
    connect(socket, &QSslSocket::encrypted, context, [answer, socket] { answer(socket->peerCertificate()); });
    connect(socket, &QSslSocket::errorOccurred, context, [answer](QAbstractSocket::SocketError error) {
        answer(fail(hubUnreachable(
            QString::fromLatin1(QMetaEnum::fromType<QAbstractSocket::SocketError>().valueToKey(error)))));
    });
    // A machine that swallows the packets would otherwise be waited for as long as the kernel likes.
    QTimer::singleShot(InspectTimeoutMs, socket, [answer] { answer(fail(hubTimedOut())); });
    socket->connectToHostEncrypted(base.host(), static_cast<quint16>(base.port(443)));
    return promise->future();
}

} // namespace kuaiban::sync

#include "HttpLine.h"

#include "CallerErrors.h"
#include "devices/base/DeviceErrors.h"

#include <QMetaEnum>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTimer>

namespace kuaiban::devices {

namespace {

constexpr qint64 LargestAnswer = 64 * 1024;

// A body that can be read once. When a connection breaks before the answer, Qt 6.4 takes the body again and repeats the
// request, POST or not; only a body that will not go back to its beginning keeps it from that.
class OnceBody final : public QIODevice
{
public:
    explicit OnceBody(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    bool isSequential() const override { return true; }
    bool seek(qint64) override { return false; }
    bool reset() override { return false; }
    bool atEnd() const override { return m_at == m_bytes.size(); }
    qint64 bytesAvailable() const override { return m_bytes.size() - m_at; }

protected:
    qint64 readData(char* data, qint64 size) override
    {
        if (atEnd())
            return -1;
        const auto part = QByteArrayView(m_bytes).sliced(m_at).first(std::min(size, bytesAvailable()));
        std::copy(part.begin(), part.end(), data);
        m_at += part.size();
        return part.size();
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qsizetype m_at = 0;
};

struct Course
{
    bool isSent = false;
    bool isTooLarge = false;
};

int statusOf(const QNetworkReply& reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

// Whether a whole answer came, whatever its status says.
bool isWhole(const QNetworkReply& reply)
{
    const int status = statusOf(reply);
    switch (reply.error()) {
    case QNetworkReply::NoError:
    case QNetworkReply::ContentAccessDenied:
    case QNetworkReply::ContentOperationNotPermittedError:
    case QNetworkReply::ContentNotFoundError:
    case QNetworkReply::AuthenticationRequiredError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::ContentConflictError:
    case QNetworkReply::ContentGoneError:
    case QNetworkReply::UnknownContentError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::InternalServerError:
    case QNetworkReply::OperationNotImplementedError:
    case QNetworkReply::ServiceUnavailableError:
    case QNetworkReply::UnknownServerError:
        return status > 0;
    case QNetworkReply::ContentReSendError: // after 307 and 308 Qt wants the body again, although nobody follows
        return status >= 300 && status < 400;
    default:
        return false;
    }
}

Error wayError(const QNetworkReply& reply, const Course& course)
{
    if (course.isTooLarge)
        return callerAnswerTooLarge();
    const auto error = reply.error();
    // After a request that was sent they tell of an attempt to connect again.
    if (!course.isSent && (error == QNetworkReply::ConnectionRefusedError || error == QNetworkReply::HostNotFoundError))
        return deviceUnreachable(reply.url().authority(), {});
    if (!course.isSent && error == QNetworkReply::SslHandshakeFailedError)
        return callerCertificate();
    return callerNoAnswer(QString::fromLatin1(QMetaEnum::fromType<QNetworkReply::NetworkError>().valueToKey(error)));
}

QNetworkRequest requestOf(const HttpQuestion& question)
{
    QNetworkRequest request(question.url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true); // or Qt keeps a copy it can repeat
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    for (const auto attribute : {QNetworkRequest::CookieLoadControlAttribute,
             QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::AuthenticationReuseAttribute})
        request.setAttribute(attribute, QNetworkRequest::Manual);
    for (auto it = question.headers.begin(); it != question.headers.end(); ++it)
        request.setRawHeader(it.key(), it.value());
    request.setRawHeader("Connection", "close");
    request.setRawHeader("Accept-Encoding", "identity"); // nothing that grows when it is unpacked
    request.setHeader(QNetworkRequest::ContentLengthHeader, question.body.size());
    if (!question.body.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    return request;
}

} // namespace

HttpLine::HttpLine(std::chrono::milliseconds limit, QObject* parent)
    : QObject(parent)
    , m_limit(limit)
{}

void HttpLine::send(const HttpQuestion& question, Then then)
{
    // One for each question, for it would use a connection again that the other side is just closing, and that looks
    // like a request without an answer.
    auto* network = new QNetworkAccessManager(this);
    network->setProxy(QNetworkProxy::NoProxy);
    auto body = std::make_unique<OnceBody>(question.body);
    auto* reply = network->sendCustomRequest(requestOf(question), question.method, body.get());
    body.release()->setParent(reply);
    reply->setReadBufferSize(LargestAnswer + 1);
    auto course = std::make_shared<Course>();
    connect(reply, &QNetworkReply::requestSent, reply, [course] { course->isSent = true; });
    connect(reply, &QNetworkReply::readyRead, reply, [reply, course] {
        course->isTooLarge = reply->bytesAvailable() > LargestAnswer;
        if (course->isTooLarge)
            reply->abort();
    });
    QTimer::singleShot(m_limit, reply, [reply] { reply->abort(); }); // the whole answer, however it trickles in
    connect(reply, &QNetworkReply::finished, this, [network, reply, course, then = std::move(then)] {
        network->deleteLater();
        if (!isWhole(*reply))
            return then(fail(wayError(*reply, *course)));
        then(HttpAnswer{statusOf(*reply), reply->readAll()});
    });
}

} // namespace kuaiban::devices

#include "ResponseHead.h"

#include <QDateTime>
#include <QLocale>

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

QByteArray clean(const QString& text)
{
    auto bytes = text.toUtf8();
    bytes.removeIf([](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
    return bytes;
}

QByteArray httpDate(qint64 nowMs)
{
    const auto time = QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC);
    return QLocale::c().toString(time, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
}

bool isServersOwn(const QString& name)
{
    static const QStringList own{
        u"content-length"_s, u"connection"_s, u"transfer-encoding"_s, u"date"_s, u"keep-alive"_s};
    return own.contains(name, Qt::CaseInsensitive);
}

} // namespace

bool hasNoBody(int status)
{
    return status < 200 || status == 204 || status == 304;
}

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK"_ba;
    case 201:
        return "Created"_ba;
    case 202:
        return "Accepted"_ba;
    case 204:
        return "No Content"_ba;
    case 206:
        return "Partial Content"_ba;
    case 304:
        return "Not Modified"_ba;
    case 400:
        return "Bad Request"_ba;
    case 401:
        return "Unauthorized"_ba;
    case 403:
        return "Forbidden"_ba;
    case 404:
        return "Not Found"_ba;
    case 405:
        return "Method Not Allowed"_ba;
    case 409:
        return "Conflict"_ba;
    case 412:
        return "Precondition Failed"_ba;
    case 413:
        return "Content Too Large"_ba;
    case 415:
        return "Unsupported Media Type"_ba;
    case 422:
        return "Unprocessable Content"_ba;
    case 429:
        return "Too Many Requests"_ba;
    case 431:
        return "Request Header Fields Too Large"_ba;
    case 500:
        return "Internal Server Error"_ba;
    case 501:
        return "Not Implemented"_ba;
    case 503:
        return "Service Unavailable"_ba;
    case 504:
        return "Gateway Timeout"_ba;
    default:
        return {}; // the phrase may be empty
    }
}

QByteArray responseHead(const HttpResponse& response, const ResponseFraming& framing)
{
    QByteArray head;
    head.reserve(512);
    const auto field = [&head](QByteArrayView name, const QByteArray& value) {
        head.append(name).append(": ").append(value).append("\r\n");
    };
    head.append("HTTP/1.1 ").append(QByteArray::number(response.status)).append(' ');
    head.append(reasonPhrase(response.status)).append("\r\n");
    field("Date", httpDate(framing.nowMs));
    if (!hasNoBody(response.status)) {
        if (!response.contentType.isEmpty())
            field("Content-Type", clean(response.contentType));
        field("Content-Length", QByteArray::number(response.body.size()));
    }
    for (const auto& [name, value] : response.headers.fields()) {
        if (!isServersOwn(name))
            field(clean(name), clean(value));
    }
    if (!response.headers.has(u"Cache-Control"))
        field("Cache-Control", "no-store"_ba);
    field("X-Content-Type-Options", "nosniff"_ba);
    if (!framing.requestId.isEmpty())
        field("X-Request-Id", clean(framing.requestId));
    if (!framing.keepAlive)
        field("Connection", "close"_ba);
    else if (framing.http10)
        field("Connection", "keep-alive"_ba);
    head.append("\r\n");
    return head;
}

} // namespace kuaiban::hub

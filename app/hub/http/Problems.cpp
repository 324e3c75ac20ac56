#include "Problems.h"

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

QHash<QString, int> ownStatuses()
{
    return {
        {u"base.json"_s, 400},
        {u"base.json-field"_s, 422},
        {u"http.malformed"_s, 400},
        {u"http.not-found"_s, 404},
        {u"http.method-not-allowed"_s, 405},
        {u"http.method-unknown"_s, 501},
        {u"http.body-too-large"_s, 413},
        {u"http.headers-too-large"_s, 431},
        {u"http.encoding"_s, 415},
        {u"http.media-type"_s, 415},
        {u"http.busy"_s, 503},
        {u"http.too-many-connections"_s, 503},
        {u"http.timeout"_s, 504},
        {u"http.too-many-requests"_s, 429},
        {u"http.internal"_s, 500},
    };
}

} // namespace

Problems::Problems(const FailureManual& manual, QHash<QString, int> statuses)
    : m_manual(manual)
    , m_statuses(ownStatuses())
{
    m_statuses.insert(statuses);
}

int Problems::statusOf(const Error& error) const
{
    if (const auto it = m_statuses.constFind(error.code); it != m_statuses.constEnd())
        return *it;
    switch (error.origin) {
    case Origin::User:
    case Origin::Card:
        return 422;
    case Origin::Data:
        return 400;
    case Origin::Network:
        return 503;
    case Origin::Device:
    case Origin::Hub:
    case Origin::Machine:
        break;
    }
    return 500;
}

HttpResponse Problems::page(const Error& error, const QString& language, const QString& requestId) const
{
    return page(error, statusOf(error), language, requestId);
}

HttpResponse Problems::page(const Error& error, const HttpRequest& request) const
{
    return page(error, statusOf(error), request.language, request.id);
}

HttpResponse Problems::page(const Error& error, int status, const HttpRequest& request) const
{
    return page(error, status, request.language, request.id);
}

HttpResponse Problems::page(const Error& error, int status, const QString& language, const QString& requestId) const
{
    const auto text = m_manual.text(error, language);
    QJsonObject body{
        {u"type"_s, u"urn:kuaiban:failure:"_s + error.code},
        {u"title"_s, text.what},
        {u"status"_s, status},
        {u"instance"_s, u"urn:uuid:"_s + requestId},
        {u"code"_s, error.code},
        {u"origin"_s, originName(error.origin)},
        {u"remedy"_s, text.remedy},
        {u"fields"_s, error.fields},
    };
    if (!text.cause.isEmpty())
        body.insert(u"cause"_s, text.cause);
    if (!error.detail.isEmpty())
        body.insert(u"detail"_s, error.detail);
    auto response = HttpResponse::json(body, status);
    response.contentType = u"application/problem+json"_s;
    response.failureCode = error.code;
    response.headers.set(u"Content-Language"_s, language == "en"_L1 ? u"en"_s : u"zh-CN"_s);
    const auto seconds = error.fields.value("seconds"_L1);
    if ((status == 429 || status == 503) && seconds.isDouble())
        response.headers.set(u"Retry-After"_s, QString::number(seconds.toInteger()));
    if (const auto allowed = error.fields.value("allowed"_L1); status == 405 && allowed.isString())
        response.headers.set(u"Allow"_s, allowed.toString());
    return response;
}

} // namespace kuaiban::hub

#include "RequestPipeline.h"

#include "Gzip.h"
#include "HttpErrors.h"
#include "RequestTarget.h"

#include <cxxabi.h>
#include <typeinfo>

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

constexpr int ClientLeft = 499;
constexpr int RetryAfterSeconds = 2;
constexpr qsizetype WorthPacking = 1024; // bytes; below it the headers outweigh the gain

bool isKnownMethod(const QString& method)
{
    static const QStringList known{
        u"GET"_s, u"HEAD"_s, u"POST"_s, u"PUT"_s, u"PATCH"_s, u"DELETE"_s, u"OPTIONS"_s, u"TRACE"_s, u"CONNECT"_s};
    return known.contains(method);
}

// Lengths that two programs on the way could read differently let one request hide in another (RFC 9112 section 11.2).
bool isAmbiguous(const HttpHeaders& headers)
{
    const auto coding = headers.value(u"Transfer-Encoding");
    const auto length = headers.value(u"Content-Length");
    const bool digits = std::all_of(length.begin(), length.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const bool codedOtherwise = !coding.isEmpty() && coding.compare("chunked"_L1, Qt::CaseInsensitive) != 0;
    return codedOtherwise || !digits || (!coding.isEmpty() && !length.isEmpty());
}

std::optional<Error> refusalOf(const Exchange& exchange)
{
    const auto& headers = exchange.request.headers;
    if (isAmbiguous(headers))
        return requestMalformed(u"length of the body"_s);
    const auto encoding = headers.value(u"Content-Encoding").toLower();
    if (!encoding.isEmpty() && encoding != "identity"_L1 && encoding != "gzip"_L1)
        return encodingUnknown();
    return std::nullopt;
}

bool canPack(const HttpResponse& response)
{
    return response.body.size() >= WorthPacking && !response.headers.has(u"Content-Encoding") &&
           (response.contentType.contains("json"_L1) || response.contentType.startsWith("text/"_L1));
}

void pack(HttpResponse& response)
{
    auto packed = gzipped(response.body);
    if (packed.isEmpty() || packed.size() >= response.body.size())
        return;
    response.body = std::move(packed);
    response.headers.set(u"Content-Encoding"_s, u"gzip"_s);
    response.headers.add(u"Vary"_s, u"Accept-Encoding"_s);
}

// The type of the exception in flight: enough for the log, and no text that could quote data.
QString exceptionKind()
{
    const auto* type = abi::__cxa_current_exception_type();
    return type ? QString::fromLatin1(type->name()) : u"unknown"_s;
}

} // namespace

RequestPipeline::RequestPipeline(const HttpSettings& settings, Parts parts, WorkerPool& pool)
    : m_settings(settings)
    , m_parts(std::move(parts))
    , m_pool(pool)
{}

ExchangePtr RequestPipeline::begin(HttpRequest request, QByteArrayView target) const
{
    auto exchange = beginUnread(request.id);
    request.language = languageOf(request.headers.value(u"Accept-Language"));
    exchange->language = request.language;
    exchange->head = request.method == "HEAD"_L1;
    exchange->gzip = acceptsToken(request.headers.value(u"Accept-Encoding"), "gzip"_L1);
    exchange->packed = request.headers.value(u"Content-Encoding").toLower() == "gzip"_L1;
    exchange->record.method = isKnownMethod(request.method) ? request.method : u"other"_s;
    if (auto parsed = parseTarget(target)) {
        request.path = parsed->path;
        request.segments = parsed->segments;
        request.query = parsed->query;
        auto match = m_parts.router.match(request.method, parsed->segments);
        request.pathValues = match.pathValues;
        exchange->route = match.route;
        exchange->allowed = match.allowed;
    } else {
        exchange->refusal = parsed.error();
    }
    if (exchange->route) {
        exchange->record.route = exchange->route->path;
        if (exchange->route->bodyLimit > 0)
            exchange->bodyLimit = std::min(exchange->bodyLimit, exchange->route->bodyLimit);
    }
    exchange->request = std::move(request);
    if (!exchange->refusal)
        exchange->refusal = refusalOf(*exchange);
    return exchange;
}

ExchangePtr RequestPipeline::beginUnread(const QString& id) const
{
    m_parts.metrics.requestBegan();
    auto exchange = std::make_shared<Exchange>();
    exchange->id = id;
    exchange->language = u"zh_CN"_s;
    exchange->bodyLimit = m_settings.bodyLimit;
    exchange->startedMs = m_parts.clock.monotonicMs();
    exchange->record.requestId = id;
    exchange->record.method = u"other"_s;
    exchange->record.route = u"unmatched"_s;
    return exchange;
}

void RequestPipeline::run(const ExchangePtr& exchange, Sink sink) const
{
    const auto* route = exchange->route;
    if (!route) {
        const auto& method = exchange->request.method;
        if (method == "OPTIONS"_L1 && !exchange->allowed.isEmpty()) {
            auto response = HttpResponse::empty();
            response.headers.set(u"Allow"_s, exchange->allowed.join(", "_L1));
            return sink(response);
        }
        if (!isKnownMethod(method))
            return sink(problem(*exchange, methodUnknown()));
        return sink(problem(*exchange,
            exchange->allowed.isEmpty() ? routeNotFound() : methodNotAllowed(exchange->allowed.join(", "_L1))));
    }
    if (route->instant)
        return sink(route->instant(exchange->request));
    onWorker(
        exchange,
        [this, exchange = exchange.get()](
            HttpRequest& request, WorkerContext& context) { return firstStep(*exchange, request, context); },
        std::move(sink));
}

void RequestPipeline::resume(const ExchangePtr& exchange, ReplyStep step, Sink sink) const
{
    onWorker(exchange, std::move(step), std::move(sink));
}

HttpResponse RequestPipeline::problem(const Exchange& exchange, const Error& error) const
{
    return m_parts.problems.page(error, exchange.language, exchange.id);
}

void RequestPipeline::onWorker(const ExchangePtr& exchange, ReplyStep step, Sink sink) const
{
    const qint64 postedMs = m_parts.clock.monotonicMs();
    auto task = [this, exchange, step = std::move(step), sink, postedMs](WorkerContext& context) {
        // Whoever waited this long has asked again or gone; doing the work now would only lengthen the queue.
        if (m_parts.clock.monotonicMs() - postedMs > m_settings.queueTimeout.count())
            return sink(problem(*exchange, hubBusy(RetryAfterSeconds)));
        sink(reply(*exchange, step, context));
    };
    if (!m_pool.post(std::move(task)))
        sink(problem(*exchange, hubBusy(RetryAfterSeconds)));
}

HttpReply RequestPipeline::reply(Exchange& exchange, const ReplyStep& step, WorkerContext& context) const
{
    try {
        auto result = step(exchange.request, context);
        if (!result)
            return problem(exchange, result.error());
        if (auto* response = std::get_if<HttpResponse>(&*result); response && exchange.gzip && canPack(*response))
            pack(*response);
        return *std::move(result);
    } catch (...) { // libraries below the handlers may throw; the worker must live on
        return problem(exchange, handlerFailed(exceptionKind()));
    }
}

Result<HttpReply> RequestPipeline::firstStep(Exchange& exchange, HttpRequest& request, WorkerContext& context) const
{
    if (m_parts.filter)
        KB_CHECK(m_parts.filter(request, *exchange.route, context));
    if (exchange.packed) {
        KB_TRY(request.body, gunzipped(request.body, exchange.bodyLimit));
    }
    return exchange.route->handler(request, context);
}

void RequestPipeline::end(Exchange& exchange, const HttpResponse& response) const
{
    exchange.record.status = response.status;
    exchange.record.bytesOut = exchange.head ? 0 : response.body.size();
    exchange.record.failureCode = response.failureCode;
    finish(exchange);
}

void RequestPipeline::endWithoutAnswer(Exchange& exchange) const
{
    exchange.record.status = ClientLeft;
    finish(exchange);
}

void RequestPipeline::finish(Exchange& exchange) const
{
    auto& record = exchange.record;
    record.durationMs = m_parts.clock.monotonicMs() - exchange.startedMs;
    m_parts.metrics.requestEnded(record.method, record.route, record.status, record.durationMs);
    if (m_parts.accessLog)
        m_parts.accessLog(record);
}

} // namespace kuaiban::hub

#pragma once

#include "HttpMetrics.h"
#include "HttpSettings.h"
#include "modules/base/Clock.h"
#include "Problems.h"
#include "Router.h"
#include "WorkerPool.h"

#include <memory>

namespace kuaiban::hub {

// One line of the access log. No path, no query, no address, no account: nothing in it is about a person.
struct AccessRecord
{
    QString requestId;
    QString method;
    QString route;  // the template, or "unmatched"
    int status = 0; // 499 when the client left before the answer was out
    qint64 durationMs = 0;
    qint64 bytesOut = 0; // of the body
    QString failureCode; // of a problem page
};

using AccessLog = std::function<void(const AccessRecord&)>; // on a network thread: it must not block

// One request on its way. What connections read while a handler runs is not changed by handlers.
struct Exchange
{
    HttpRequest request;
    const Route* route = nullptr;
    QStringList allowed;
    QString id;
    QString language;
    qint64 bodyLimit = 0;
    qint64 startedMs = 0; // monotonic
    bool head = false;
    bool gzip = false;            // the client takes packed answers
    bool packed = false;          // the body came packed
    std::optional<Error> refusal; // decided before the body was read
    AccessRecord record;
};

using ExchangePtr = std::shared_ptr<Exchange>;

// Everything between a parsed request and its answer that does not touch a socket. Thread-safe.
class RequestPipeline
{
public:
    using Sink = std::function<void(HttpReply)>; // called once, on any thread, possibly before run() returns

    struct Parts
    {
        const Router& router;
        const Problems& problems;
        HttpMetrics& metrics;
        const Clock& clock;
        RequestFilter filter;
        AccessLog accessLog;
    };

    RequestPipeline(const HttpSettings& settings, Parts parts, WorkerPool& pool);

    // Takes a request whose headers are known: finds its route and whatever can be refused before the body is read.
    // `target` is the raw text of the first line.
    ExchangePtr begin(HttpRequest request, QByteArrayView target) const;
    // For a request that could not even be read.
    ExchangePtr beginUnread(const QString& id) const;

    // With the body in place: filter and handler on a worker. A client that left is noticed by nobody here.
    void run(const ExchangePtr& exchange, Sink sink) const;
    void resume(const ExchangePtr& exchange, ReplyStep step, Sink sink) const;
    HttpResponse problem(const Exchange& exchange, const Error& error) const;

    // Exactly once for each begin.
    void end(Exchange& exchange, const HttpResponse& response) const;
    void endWithoutAnswer(Exchange& exchange) const;

private:
    void onWorker(const ExchangePtr& exchange, ReplyStep step, Sink sink) const;
    HttpReply reply(Exchange& exchange, const ReplyStep& step, WorkerContext& context) const;
    Result<HttpReply> firstStep(Exchange& exchange, HttpRequest& request, WorkerContext& context) const;
    void finish(Exchange& exchange) const;

    const HttpSettings& m_settings;
    const Parts m_parts;
    WorkerPool& m_pool;
};

} // namespace kuaiban::hub

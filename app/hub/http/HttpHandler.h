#pragma once

#include "HttpMessage.h"
#include "LaterReply.h"
#include "WorkerPool.h"

#include <functional>

namespace kuaiban::hub {

struct Route;

// Answers one request on a worker thread; it may block on the database, and every worker runs handlers at once.
// An Error becomes a problem page. The request belongs to the handler until the answer is sent.
using HttpHandler = ReplyStep;

// Answers from memory on a network thread, so that it works when every worker is taken. It must never block.
using InstantHandler = std::function<HttpResponse(const HttpRequest&)>;

// Runs before every handler but the instant ones, on the same worker: signs in, checks rights, counts quotas.
using RequestFilter = std::function<Done(HttpRequest&, const Route&, WorkerContext&)>;

} // namespace kuaiban::hub

#pragma once

#include "HttpMessage.h"

#include <chrono>
#include <functional>
#include <memory>
#include <variant>

namespace kuaiban::hub {

class LaterReply;
class WorkerContext;

using HttpReply = std::variant<HttpResponse, LaterReply>;
using ReplyStep = std::function<Result<HttpReply>(HttpRequest&, WorkerContext&)>; // HttpHandler's type

// "Not yet": a handler returns one of these to keep the request open without keeping a thread (long polling).
// Copies share one state. The first of complete(), resume() and the time limit decides; all methods: any thread.
class LaterReply
{
public:
    using Outcome = std::variant<HttpResponse, ReplyStep>;
    using Sink = std::function<void(Outcome)>;

    // After `wait`, or when the hub stops, `otherwise` is the answer.
    LaterReply(std::chrono::milliseconds wait, HttpResponse otherwise);

    // Each returns false when the request is already answered or its client has gone.
    bool complete(HttpResponse response) const;
    bool resume(ReplyStep step) const;  // runs on a worker like a handler, and may return a LaterReply again
    [[nodiscard]] bool settled() const; // time to forget this waiter

    // For the server. The sink is called at most once, under a lock: it may only hand the outcome on.
    [[nodiscard]] std::chrono::milliseconds wait() const;
    void attach(Sink sink) const;
    void expire() const;  // the time limit
    void abandon() const; // the client has gone; afterwards the sink is not called any more

private:
    struct State;
    bool settle(Outcome outcome) const;

    std::shared_ptr<State> m_state;
};

} // namespace kuaiban::hub

#include "LaterReply.h"

#include <mutex>
#include <optional>

namespace kuaiban::hub {

struct LaterReply::State
{
    std::mutex mutex;
    std::chrono::milliseconds wait{};
    HttpResponse otherwise;
    Sink sink;
    std::optional<Outcome> early; // settled before the server attached its sink
    bool settled = false;
};

LaterReply::LaterReply(std::chrono::milliseconds wait, HttpResponse otherwise)
    : m_state(std::make_shared<State>())
{
    m_state->wait = wait;
    m_state->otherwise = std::move(otherwise);
}

bool LaterReply::complete(HttpResponse response) const
{
    return settle(std::move(response));
}

bool LaterReply::resume(ReplyStep step) const
{
    return settle(std::move(step));
}

bool LaterReply::settled() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->settled;
}

std::chrono::milliseconds LaterReply::wait() const
{
    return m_state->wait;
}

void LaterReply::attach(Sink sink) const
{
    const std::lock_guard lock(m_state->mutex);
    if (m_state->early)
        sink(*std::exchange(m_state->early, std::nullopt));
    else if (!m_state->settled)
        m_state->sink = std::move(sink);
}

void LaterReply::expire() const
{
    settle(m_state->otherwise);
}

void LaterReply::abandon() const
{
    const std::lock_guard lock(m_state->mutex);
    m_state->settled = true;
    m_state->sink = {};
    m_state->early.reset();
}

// The lock is held while the sink runs: once abandon() has returned, nobody is inside it.
bool LaterReply::settle(Outcome outcome) const
{
    const std::lock_guard lock(m_state->mutex);
    if (m_state->settled)
        return false;
    m_state->settled = true;
    if (m_state->sink)
        std::exchange(m_state->sink, {})(std::move(outcome));
    else
        m_state->early = std::move(outcome);
    return true;
}

} // namespace kuaiban::hub

#include "ScriptTimeline.h"

namespace kuaiban::devices {

using namespace Qt::StringLiterals;

namespace {

bool letsTimePass(const QJsonArray& steps)
{
    return std::any_of(
        steps.begin(), steps.end(), [](const QJsonValue& step) { return step["wait"_L1].toInteger() > 0; });
}

} // namespace

ScriptTimeline::ScriptTimeline(const QJsonArray& steps, bool repeat, const Clock& clock)
    : m_clock(clock)
    , m_steps(steps)
    , m_repeat(repeat && letsTimePass(steps)) // a repeated script without a wait would never hand the turn back
{}

std::optional<QJsonObject> ScriptTimeline::next()
{
    const qint64 now = m_clock.monotonicMs();
    if (!m_dueMs)
        m_dueMs = now;
    while (*m_dueMs <= now) {
        if (m_at == m_steps.size()) {
            if (!m_repeat)
                return {};
            m_at = 0;
        }
        const auto step = m_steps.at(m_at++).toObject();
        if (!step.contains("wait"_L1))
            return step;
        m_dueMs = *m_dueMs + std::max<qint64>(step.value("wait"_L1).toInteger(), 0);
    }
    return {};
}

} // namespace kuaiban::devices

#pragma once

#include "modules/base/Clock.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace kuaiban::devices {

// Plays the steps of a simulator script in time: {"wait": ms} lets time pass, every other step is handed out once it is
// due. The time starts with the first call. The clock is injected, so a test can play an hour at once.
class ScriptTimeline
{
public:
    ScriptTimeline(const QJsonArray& steps, bool repeat, const Clock& clock);

    // The next step that is due, or nothing for now.
    std::optional<QJsonObject> next();

private:
    const Clock& m_clock;
    QJsonArray m_steps;
    bool m_repeat = false;
    qsizetype m_at = 0;
    std::optional<qint64> m_dueMs;
};

} // namespace kuaiban::devices

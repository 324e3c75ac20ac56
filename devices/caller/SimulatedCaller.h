#pragma once

#include "CallTerminal.h"
#include "devices/base/DeviceUri.h"
#include "devices/base/ScriptTimeline.h"

#include <QHash>
#include <QQueue>

namespace kuaiban::devices {

// What the script of a simulated queue system says, checked once when it is made. The words are explained in
// resources/simulator/README.md.
struct CallerScript
{
    QMap<QString, QString> queues; // letter of the tickets → what their citizens come for
    QJsonArray steps;
    bool repeat = false;
    std::chrono::milliseconds limit = CallLimit; // after which a lost request counts as unanswered
};
Result<CallerScript> readCallerScript(const QJsonObject& script, const QString& file);

// A queue system that follows a script: citizens draw tickets as time goes by, and the calling keys work.
class SimulatedCaller final : public CallTerminal
{
public:
    SimulatedCaller(CallerScript script, const Clock& clock);

    bool knows(CallOperation) const override { return true; }
    void ask(const CallRequest& request, Answer answer) override;

private:
    // What becomes of the next operations; a question for the state is never concerned.
    struct Fault
    {
        QString kind; // "silent", "mute" or "refuse"
        QString text;
        qint64 times = 0;
    };

    void take(const QJsonObject& step);
    void arrive(const QString& letter);
    bool concerns(const CallRequest& request, QLatin1StringView kind);
    Result<CallState> carryOut(const CallRequest& request);
    CallState state() const;
    void answerIn(std::chrono::milliseconds delay, Answer answer, const Result<CallState>& result);

    CallerScript m_script;
    const Clock& m_clock;
    ScriptTimeline m_timeline;
    QQueue<CallTicket> m_waiting;
    std::optional<CallTicket> m_here;
    QHash<QString, int> m_drawn; // tickets of each letter so far
    Fault m_fault;
    std::chrono::milliseconds m_delay{0};
    bool m_paused = false;
    bool m_plugged = true;
};

} // namespace kuaiban::devices

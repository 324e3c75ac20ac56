#pragma once

#include <QString>

#include <array>
#include <optional>
#include <utility>

namespace kuaiban::devices {

// What a window can ask of the queue system.
enum class CallOperation {
    State,  // how it stands; changes nothing
    Next,   // 呼叫下一位: ends with whoever is here and calls the next one
    Recall, // 重呼
    Skip,   // 过号: whoever was called did not come
    Pause,  // 暂停
    Resume,
    Done, // 办结
};

// In the order of the enumeration.
inline constexpr std::array<std::pair<CallOperation, QLatin1StringView>, 7> CallOperationNames{{
    {CallOperation::State, QLatin1StringView("state")},
    {CallOperation::Next, QLatin1StringView("next")},
    {CallOperation::Recall, QLatin1StringView("recall")},
    {CallOperation::Skip, QLatin1StringView("skip")},
    {CallOperation::Pause, QLatin1StringView("pause")},
    {CallOperation::Resume, QLatin1StringView("resume")},
    {CallOperation::Done, QLatin1StringView("done")},
}};

inline QString operationName(CallOperation operation)
{
    return CallOperationNames.at(static_cast<size_t>(operation)).second;
}

// Whether the operation is about the citizen who is at the window, so that there must be one.
inline bool needsTicket(CallOperation operation)
{
    return operation == CallOperation::Recall || operation == CallOperation::Skip || operation == CallOperation::Done;
}

// The slip of paper a citizen drew.
struct CallTicket
{
    QString number;                   // "A012"
    QString queue;                    // what the citizen came for, in the words of the system; may be empty
    std::optional<qint64> calledAtMs; // UTC milliseconds, if the system tells
    friend bool operator==(const CallTicket&, const CallTicket&) = default;
};

// How the queue stands, seen from one window.
struct CallState
{
    std::optional<CallTicket> ticket; // who was called to this window; nobody if empty
    std::optional<int> waiting;       // how many more wait for it, if the system tells
    bool paused = false;
    friend bool operator==(const CallState&, const CallState&) = default;

    QString ticketNumber() const { return ticket ? ticket->number : QString(); }
    // Whether the same citizen is at the window, which calls as before; others may have come to wait.
    bool isSameCall(const CallState& other) const
    {
        return ticketNumber() == other.ticketNumber() && paused == other.paused;
    }
};

} // namespace kuaiban::devices

#pragma once

#include "CallState.h"
#include "modules/base/Result.h"

#include <QObject>

#include <chrono>
#include <functional>

namespace kuaiban::devices {

// How long a system has for one answer before it counts as silent.
inline constexpr std::chrono::milliseconds CallLimit(3000);

struct CallRequest
{
    CallOperation operation = CallOperation::State;
    QString ticket; // the number at the window as the asker knows it; empty if there is nobody
    QString clerk;  // who asks, in the words of the system; may be empty
};

// The queue system of a hall as one window sees it. Lives in one thread and never blocks it. Every question is answered
// once, later than ask() returns and in the same thread, within two times CallLimit; not any more once the terminal is
// gone. One question at a time.
class CallTerminal : public QObject
{
public:
    using Answer = std::function<void(Result<CallState>)>;

    // Whether this system has the operation at all. It may be asked before the terminal moves into its thread.
    virtual bool knows(CallOperation operation) const = 0;

    // Only operations that it knows. Each is sent once and never repeated, whatever becomes of it: two times `next`
    // would lose a citizen. See leavesDoubt for the errors after which nobody knows whether it was carried out.
    virtual void ask(const CallRequest& request, Answer answer) = 0;
};

// Whether a request that ended with this error may have been carried out all the same: it was sent, and no clear answer
// came back. Only asking for the state tells.
inline bool leavesDoubt(const Error& error)
{
    using namespace Qt::StringLiterals;
    return error.is("caller.no-answer"_L1) || error.is("caller.answer"_L1) || error.is("caller.too-large"_L1) ||
           error.is("caller.status"_L1) || error.is("caller.redirect"_L1);
}

} // namespace kuaiban::devices

#pragma once

#include "devices/base/DeviceState.h"
#include "modules/base/Result.h"

#include <chrono>
#include <stop_token>

namespace kuaiban::devices {

// What became of one invitation to press a key.
struct KeypadAnswer
{
    std::optional<int> grade; // 5 very satisfied (非常满意) … 1 very dissatisfied (非常不满意); nothing: nobody pressed

    friend bool operator==(const KeypadAnswer&, const KeypadAnswer&) = default;
};

// An evaluation keypad (评价器). Every call blocks in the device thread that also opened it, ends early with
// `device.cancelled` when `stop` is requested, and may be repeated after any error. After an error the caller closes
// and opens again.
class Keypad
{
public:
    virtual ~Keypad() = default;

    // Opens the line; whether somebody answers there, state() tells.
    virtual Done open(const std::stop_token& stop) = 0;
    virtual void close() = 0;
    // Of an opened keypad: ready, or a fault when it does not answer or its line broke.
    virtual DeviceState state(const std::stop_token& stop) = 0;
    // How often state() should be asked for while nothing else is asked.
    virtual std::chrono::milliseconds pollInterval() const = 0;

    // Invites the citizen to press and waits as long as `limit` says, otherwise as long as this model does. Keys that
    // were pressed before do not count. `question` tells one invitation from the next: keypads that repeat its lowest
    // byte are held to it, so that a press that was under way for another question does not count either.
    virtual Result<KeypadAnswer> ask(
        int question, std::optional<std::chrono::milliseconds> limit, const std::stop_token& stop) = 0;
};

} // namespace kuaiban::devices

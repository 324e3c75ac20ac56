#pragma once

#include <chrono>
#include <stop_token>

namespace kuaiban::devices {

// Waits in a device thread, but gives up the moment the thread is asked to stop: so destroying a station never takes
// longer than one slice of I/O. True if the whole time passed.
bool pause(const std::stop_token& stop, std::chrono::milliseconds time);

} // namespace kuaiban::devices

#include "Pause.h"

#include <condition_variable>
#include <mutex>

namespace kuaiban::devices {

bool pause(const std::stop_token& stop, std::chrono::milliseconds time)
{
    std::mutex mutex;
    std::condition_variable_any nobody;
    std::unique_lock lock(mutex);
    nobody.wait_for(lock, stop, time, [] { return false; });
    return !stop.stop_requested();
}

} // namespace kuaiban::devices

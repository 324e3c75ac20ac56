#pragma once

#include <stop_token>
#include <thread>

namespace kuaiban::doctor {

// Ctrl+C and a polite kill ask the running command to stop, so that a scanner lets go of its paper. Made before any
// other thread, which then inherits the blocked signals.
class StopOnSignal
{
public:
    StopOnSignal();

    std::stop_token token() const { return m_source.get_token(); }

private:
    std::stop_source m_source;
    std::jthread m_watcher;
};

} // namespace kuaiban::doctor

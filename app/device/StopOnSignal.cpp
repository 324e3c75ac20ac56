#include "StopOnSignal.h"

#include <csignal>
#include <ctime>

namespace kuaiban::doctor {

StopOnSignal::StopOnSignal()
{
    sigset_t signals{};
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    m_watcher = std::jthread([signals, source = m_source](const std::stop_token& end) mutable {
        const timespec slice{0, 50'000'000};
        while (!end.stop_requested()) {
            if (::sigtimedwait(&signals, nullptr, &slice) > 0)
                source.request_stop();
        }
    });
}

} // namespace kuaiban::doctor

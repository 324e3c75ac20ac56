#include "StopSignal.h"

#include <csignal>

namespace kuaiban::hub {

namespace {

sigset_t stopSignals()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

} // namespace

StopSignal::StopSignal()
{
    const auto set = stopSignals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

void StopSignal::wait() const
{
    const auto set = stopSignals();
    int received = 0;
    while (sigwait(&set, &received) != 0) {
    }
}

} // namespace kuaiban::hub

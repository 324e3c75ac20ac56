#pragma once

namespace kuaiban::hub {

// SIGINT and SIGTERM as something to wait for. Made on the main thread before any other thread begins, so that all of
// them leave these signals to wait().
class StopSignal
{
public:
    StopSignal();
    void wait() const;
};

} // namespace kuaiban::hub

#pragma once

#include "PagePrinter.h"

#include <chrono>
#include <optional>

namespace kuaiban::devices {

// Prints through a CUPS queue. A job is followed for a while: done in time it is "printed", otherwise it stays in the
// queue, where it waits out an empty tray, and the light tells what is wrong.
class CupsPrinter final : public PagePrinter
{
public:
    struct Settings
    {
        QString queue;
        QString server;                    // see CupsConnection::open
        std::chrono::seconds patience{15}; // how long a job is followed
    };

    explicit CupsPrinter(const Settings& settings)
        : m_settings(settings)
    {}

    DeviceState state(const std::stop_token& stop) override;
    Result<PrintJob> print(const PrintRequest& request, const std::stop_token& stop) override;

private:
    Settings m_settings;
    std::optional<int> m_waitingJob; // the last one that was not seen to be done
};

} // namespace kuaiban::devices

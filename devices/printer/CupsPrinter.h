#pragma once

#include "PagePrinter.h"

namespace kuaiban::devices {

// Prints through a CUPS queue, where a job waits out an empty tray; the light tells what is wrong.
class CupsPrinter final : public PagePrinter
{
public:
    struct Settings
    {
        QString queue;
        QString server;                    // see CupsConnection::open
        std::chrono::seconds patience{15}; // how long a job may take
    };

    explicit CupsPrinter(const Settings& settings)
        : m_settings(settings)
    {}

    DeviceState state(const std::stop_token& stop) override;
    Result<PrintJob> print(const PrintRequest& request, const std::stop_token& stop) override;
    Result<PrintJob> follow(const PrintJob& job, const std::stop_token& stop) override;
    void takeBack(const PrintJob& job, const std::stop_token& stop) override;
    Result<PageAbilities> abilities(const std::stop_token& stop) override;
    std::chrono::milliseconds patience() const override { return m_settings.patience; }

private:
    Settings m_settings;
};

} // namespace kuaiban::devices

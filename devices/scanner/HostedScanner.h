#pragma once

#include "HostProcess.h"
#include "Scanner.h"

#include <QDeadlineTimer>

#include <optional>

namespace kuaiban::devices {

// A scanner whose driver runs in a process of its own (kuaiban-device --driver-host URI). A driver that crashes or no
// longer answers costs one failed job: `scanner.driver-crashed`, `scanner.driver-hung`; the next call starts a new
// host. One that hangs only after the outcome costs nothing but the wait of the next call. A driver whose job failed is
// not trusted with another: it may give its device back, and then its host ends.
class HostedScanner final : public Scanner
{
public:
    struct Settings
    {
        QString program;                   // path of kuaiban-device
        QString uri;                       // what the host shall drive
        std::chrono::seconds patience{60}; // silence of a running job that counts as hung
        std::chrono::seconds release{10};  // how long a driver may take to let go of its device after a job
    };

    explicit HostedScanner(const Settings& settings);
    ~HostedScanner() override;

    DeviceState state(const std::stop_token& stop) override;
    Result<int> scan(const ScanJob& job, const ScanListener& listener, const std::stop_token& stop) override;

private:
    Done ensureRunning(const std::stop_token& stop);
    Done start(const std::stop_token& stop);
    // Waits for the end of what the last job left to do.
    Done awaitRelease(const std::stop_token& stop);
    // Sends the request and hands what comes back to `take`, until it says that this was the last message.
    Done converse(const QJsonObject& request, const std::function<Result<bool>(const HostMessage&)>& take,
        const std::stop_token& stop);
    Error stopHost(const Error& why);
    Error lostHost();

    Settings m_settings;
    std::unique_ptr<HostProcess> m_process;
    std::optional<QDeadlineTimer> m_release; // set while the host still has to let go of the last job
    bool m_spent = false;                    // the host ends with that
};

} // namespace kuaiban::devices

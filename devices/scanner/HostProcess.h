#pragma once

#include "HostChannel.h"

#include <QStringList>

#include <memory>

#include <sys/types.h>

namespace kuaiban::devices {

// A running driver host. It dies with its thread of birth and with this object.
class HostProcess
{
public:
    // Starts the program with the channel as its standard input. `scanner.driver-missing` when it cannot be started.
    static Result<std::unique_ptr<HostProcess>> start(const QString& program, const QStringList& arguments);
    ~HostProcess();
    Q_DISABLE_COPY_MOVE(HostProcess)

    HostChannel& channel() { return m_channel; }
    // Ends it: closes the channel, waits as long as `grace`, then kills. How it ended: "exit 0", "signal 6", "killed".
    QString end(std::chrono::milliseconds grace);

private:
    HostProcess(pid_t pid, UniqueFd socket)
        : m_pid(pid)
        , m_channel(std::move(socket))
    {}

    pid_t m_pid;
    HostChannel m_channel;
};

} // namespace kuaiban::devices

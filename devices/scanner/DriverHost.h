#pragma once

#include "HostChannel.h"
#include "Scanner.h"

#include <memory>
#include <thread>

namespace kuaiban::devices {

// The child's side: drives one scanner for the parent at the other end of the channel. The driver runs in a thread of
// its own, so that a cancel gets through while it blocks.
class DriverHost
{
public:
    DriverHost(UniqueFd socket, std::unique_ptr<Scanner> scanner);

    // Serves until the parent closes the channel; the process then ends, with the driver still blocking if need be.
    void serve();

    // Before anything of a vendor's is loaded: no core dumps (they would hold scanned pages), and the end of the parent
    // is the end of the host.
    static void shieldProcess();

private:
    void take(const QJsonObject& request);
    void runScan(const QJsonObject& request, const std::stop_token& stop);

    HostChannel m_channel;
    std::unique_ptr<Scanner> m_scanner;
    std::jthread m_driver;
};

} // namespace kuaiban::devices

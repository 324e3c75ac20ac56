#include "DriverHost.h"

#include "modules/base/Process.h"
#include "ScanJson.h"
#include "ScannerErrors.h"

#include <csignal>

#include <sys/prctl.h>

namespace kuaiban::devices {

namespace {

constexpr std::chrono::milliseconds ReceiveSlice(1000);

} // namespace

DriverHost::DriverHost(UniqueFd socket, std::unique_ptr<Scanner> scanner)
    : m_channel(std::move(socket))
    , m_scanner(std::move(scanner))
{}

void DriverHost::shieldProcess()
{
    keepMemoryPrivate();
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
}

void DriverHost::serve()
{
    auto greeted = m_channel.send({{"is"_L1, "hello"_L1}, {"version"_L1, 1}});
    while (greeted) {
        HostMessage message;
        const auto arrival = m_channel.receive(message, ReceiveSlice);
        if (arrival == HostChannel::Arrival::Closed)
            break;
        if (arrival == HostChannel::Arrival::Message)
            take(message.content);
    }
    m_driver.request_stop();
}

void DriverHost::take(const QJsonObject& request)
{
    const auto action = request.value("do"_L1).toString();
    if (action == "cancel"_L1) {
        m_driver.request_stop();
    } else if (action == "scan"_L1) {
        m_driver = std::jthread([this, request](const std::stop_token& stop) { runScan(request, stop); });
    } else if (action == "state"_L1) {
        m_driver = std::jthread([this](const std::stop_token& stop) {
            std::ignore = m_channel.send({{"is"_L1, "state"_L1}, {"state"_L1, toJson(m_scanner->state(stop))}});
        });
    }
}

void DriverHost::runScan(const QJsonObject& request, const std::stop_token& stop)
{
    const ScanListener listener{
        [this](const ScannedPage& page) {
            std::ignore = m_channel.sendWithMemory({{"is"_L1, "page"_L1}, {"page"_L1, toJson(page)}}, page.bytes);
        },
        [this](int, int percent) {
            std::ignore = m_channel.send({{"is"_L1, "progress"_L1}, {"percent"_L1, percent}});
        },
    };
    const auto job = scanJobFromJson(request.value("job"_L1).toObject());
    const auto pages =
        job ? m_scanner->scan(*job, listener, stop) : Result<int>(fail(scannerProtocol(job.error().detail)));
    const auto answer = pages ? QJsonObject{{"is"_L1, "finished"_L1}, {"pages"_L1, *pages}}
                              : QJsonObject{{"is"_L1, "failed"_L1}, {"error"_L1, toJson(pages.error())}};
    std::ignore = m_channel.send(answer);
    m_scanner->letGo();
    std::ignore = m_channel.send({{"is"_L1, "released"_L1}});
}

} // namespace kuaiban::devices

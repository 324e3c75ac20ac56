#include "HostedScanner.h"

#include "modules/base/ObjectReader.h"
#include "ScanJson.h"
#include "ScannerErrors.h"

namespace kuaiban::devices {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr milliseconds Slice(40);
constexpr milliseconds CancelGrace(1500); // a driver may need a moment to let go of the paper
constexpr milliseconds EndGrace(300);
constexpr seconds StartPatience(10);
constexpr qint64 LargestPage = 64 * 1024 * 1024;

} // namespace

HostedScanner::HostedScanner(const Settings& settings)
    : m_settings(settings)
{}

HostedScanner::~HostedScanner()
{
    std::ignore = awaitRelease({});
}

Error HostedScanner::stopHost(const Error& why)
{
    m_process->end(milliseconds(0));
    m_process.reset();
    return why;
}

Error HostedScanner::lostHost()
{
    const auto how = m_process->end(EndGrace);
    m_process.reset();
    return scannerDriverCrashed(how);
}

Done HostedScanner::ensureRunning(const std::stop_token& stop)
{
    KB_CHECK(awaitRelease(stop));
    return m_process ? Done() : start(stop);
}

Done HostedScanner::awaitRelease(const std::stop_token& stop)
{
    while (m_process && m_release) {
        HostMessage message;
        const auto arrival = m_process->channel().receive(message, Slice);
        const bool released = arrival == HostChannel::Arrival::Message;
        if (released && !m_spent)
            break;
        if (released || arrival == HostChannel::Arrival::Closed || m_release->hasExpired()) {
            m_process->end(milliseconds(0));
            m_process.reset();
        } else if (stop.stop_requested()) {
            return fail(scannerCancelled());
        }
    }
    m_release.reset();
    return {};
}

Done HostedScanner::start(const std::stop_token& stop)
{
    KB_TRY(m_process, HostProcess::start(m_settings.program, {u"--driver-host"_s, m_settings.uri}));
    const QDeadlineTimer deadline(StartPatience);
    while (!deadline.hasExpired()) {
        HostMessage message;
        const auto arrival = m_process->channel().receive(message, Slice);
        if (arrival == HostChannel::Arrival::Message && message.content.value("is"_L1).toString() == "hello"_L1)
            return {};
        if (arrival == HostChannel::Arrival::Message || stop.stop_requested())
            break;
        if (arrival == HostChannel::Arrival::Closed)
            return fail(scannerDriverMissing(lostHost().detail));
    }
    return fail(stopHost(stop.stop_requested() ? scannerCancelled() : scannerProtocol(u"the host did not greet"_s)));
}

Done HostedScanner::converse(const QJsonObject& request, const std::function<Result<bool>(const HostMessage&)>& take,
    const std::stop_token& stop)
{
    if (stop.stop_requested())
        return fail(scannerCancelled());
    KB_CHECK(ensureRunning(stop));
    if (!m_process->channel().send(request))
        return fail(lostHost());
    QDeadlineTimer patience(m_settings.patience);
    std::optional<QDeadlineTimer> grace;
    for (;;) {
        HostMessage message;
        switch (m_process->channel().receive(message, Slice)) {
        case HostChannel::Arrival::Message: {
            const auto last = take(message);
            if (!last && last.error().is("scanner.protocol"_L1))
                return fail(stopHost(last.error()));
            if (!last)
                return fail(last.error());
            if (*last)
                return {};
            patience.setRemainingTime(m_settings.patience);
            break;
        }
        case HostChannel::Arrival::Closed: {
            const auto lost = lostHost();
            return fail(stop.stop_requested() ? scannerCancelled() : lost); // some drivers take a cancel badly
        }
        case HostChannel::Arrival::Nothing:
            break;
        }
        if (stop.stop_requested() && !grace) {
            grace.emplace(CancelGrace);
            if (!m_process->channel().send({{"do"_L1, "cancel"_L1}}))
                return fail(lostHost());
        }
        if (grace && grace->hasExpired())
            return fail(stopHost(scannerCancelled()));
        if (patience.hasExpired())
            return fail(stopHost(scannerDriverHung(static_cast<int>(m_settings.patience.count()))));
    }
}

DeviceState HostedScanner::state(const std::stop_token& stop)
{
    DeviceState state;
    const auto take = [&state](const HostMessage& message) -> Result<bool> {
        const auto answer = deviceStateFromJson(message.content.value("state"_L1).toObject());
        if (!answer)
            return fail(scannerProtocol(answer.error().detail));
        state = *answer;
        return true;
    };
    const auto done = converse({{"do"_L1, "state"_L1}}, take, stop);
    return done ? state : DeviceState::fault(done.error());
}

Result<int> HostedScanner::scan(const ScanJob& job, const ScanListener& listener, const std::stop_token& stop)
{
    int pages = 0;
    const auto take = [&](const HostMessage& message) -> Result<bool> {
        const auto kind = message.content.value("is"_L1).toString();
        if (kind == "page"_L1) {
            auto page = scannedPageFromJson(message.content.value("page"_L1).toObject());
            if (!page)
                return fail(scannerProtocol(page.error().detail));
            KB_TRY(page->bytes, bytesOfMemory(message.attachment, LargestPage));
            ++pages;
            listener.page(*page);
            return false;
        }
        if (kind == "progress"_L1) {
            const auto percent = std::clamp(message.content.value("percent"_L1).toInt(), 0, 100);
            listener.progress(pages + 1, percent);
            return false;
        }
        if (kind == "failed"_L1 || kind == "finished"_L1) {
            m_release.emplace(m_settings.release);
            m_spent = kind == "failed"_L1;
        }
        if (kind == "failed"_L1) {
            const auto error = errorFromJson(message.content.value("error"_L1).toObject());
            return fail(error ? *error : scannerProtocol(error.error().detail));
        }
        if (kind == "finished"_L1)
            return true;
        return fail(scannerProtocol(u"an unknown message"_s));
    };
    const auto done = converse({{"do"_L1, "scan"_L1}, {"job"_L1, toJson(job)}}, take, stop);
    if (done)
        return pages;
    // A device that cannot be found any more has not failed, it is gone.
    if (!done.error().is("scanner.io"_L1))
        return fail(done.error());
    const auto reason = state(stop).reason;
    return fail(reason && reason->is("scanner.not-found"_L1) ? scannerUnplugged() : done.error());
}

} // namespace kuaiban::devices

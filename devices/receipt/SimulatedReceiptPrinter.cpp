#include "SimulatedReceiptPrinter.h"

#include "devices/base/DeviceErrors.h"
#include "devices/base/Pause.h"
#include "modules/base/ObjectReader.h"
#include "ReceiptErrors.h"

namespace kuaiban::devices {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds WriteLimit(5000);

std::optional<Error> failureNamed(const QString& word)
{
    const QMap<QString, Error> failures{
        {u"paper-out"_s, receiptPaperOut()},
        {u"paper-low"_s, receiptPaperLow()},
        {u"cover-open"_s, receiptCoverOpen()},
        {u"cutter"_s, receiptCutter()},
        {u"offline"_s, receiptOffline()},
        {u"printer-error"_s, receiptPrinterError()},
        {u"interrupted"_s, receiptInterrupted(receiptPaperOut().code)},
        {u"unplug"_s, deviceUnplugged(u"sim:receipt"_s)},
    };
    const auto it = failures.constFind(word);
    return it == failures.constEnd() ? std::nullopt : std::optional(*it);
}

bool isOutcome(const QString& word)
{
    return word == "printed"_L1 || word == "sent"_L1 || failureNamed(word).has_value();
}

} // namespace

Result<ReceiptScript> readReceiptScript(const QJsonObject& object, const QString& file)
{
    ObjectReader reader(object);
    ReceiptScript script;
    script.jobs = reader.textsOr(u"jobs"_s);
    script.delayMs = reader.integerOr(u"delay"_s, 0);
    script.state = reader.textOr(u"state"_s, u"ready"_s);
    if (const auto done = reader.finish(); !done)
        return fail(deviceScriptBroken(file, done.error().detail));
    if (!std::all_of(script.jobs.begin(), script.jobs.end(), isOutcome))
        return fail(deviceScriptBroken(file, u"jobs names an end the simulator does not know"_s));
    if (script.state != "ready"_L1 && script.state != "silent"_L1 && !failureNamed(script.state))
        return fail(deviceScriptBroken(file, u"state is ready, silent or the name of a failure"_s));
    return script;
}

SimulatedReceiptPrinter::SimulatedReceiptPrinter(
    ReceiptScript script, EscPosEncoder encoder, std::unique_ptr<ByteStream> paper)
    : m_script(std::move(script))
    , m_encoder(std::move(encoder))
    , m_paper(std::move(paper))
{}

DeviceState SimulatedReceiptPrinter::state(const std::stop_token&)
{
    if (m_script.state == "silent"_L1)
        return DeviceState::readyWith(receiptStatusUnknown());
    const auto failure = failureNamed(m_script.state);
    if (!failure)
        return DeviceState::ready();
    return m_script.state == "paper-low"_L1 ? DeviceState::attention(*failure) : DeviceState::fault(*failure);
}

Result<ReceiptJob> SimulatedReceiptPrinter::print(const Slip& slip, const std::stop_token& stop)
{
    KB_TRY(const auto bytes, m_encoder.encode(slip));
    if (!pause(stop, milliseconds(m_script.delayMs)))
        return fail(deviceCancelled());
    const auto end = m_script.jobs.isEmpty() ? u"printed"_s
                                             : m_script.jobs.at(std::min<qsizetype>(m_jobs, m_script.jobs.size() - 1));
    ++m_jobs;
    if (const auto failure = failureNamed(end))
        return fail(*failure);
    if (m_paper) {
        KB_CHECK(m_paper->open(stop));
        const auto written = m_paper->write(bytes, WriteLimit, stop);
        m_paper->close();
        KB_CHECK(written);
    }
    return end == "printed"_L1 ? ReceiptJob::Printed : ReceiptJob::Sent;
}

} // namespace kuaiban::devices

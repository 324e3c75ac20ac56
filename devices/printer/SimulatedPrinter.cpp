#include "SimulatedPrinter.h"

#include "devices/base/DeviceErrors.h"
#include "devices/base/Pause.h"
#include "modules/base/ObjectReader.h"
#include "PrinterErrors.h"

namespace kuaiban::devices {

namespace {

std::optional<Error> failureNamed(const QString& word)
{
    const auto queue = u"sim:printer"_s;
    const QMap<QString, Error> failures{
        {u"paper-out"_s, printerPaperOut()},
        {u"paper-low"_s, printerPaperLow()},
        {u"jam"_s, printerJam()},
        {u"cover-open"_s, printerCoverOpen()},
        {u"toner-out"_s, printerTonerOut()},
        {u"toner-low"_s, printerTonerLow()},
        {u"offline"_s, printerOffline()},
        {u"stopped"_s, printerStopped(queue, {})},
        {u"unplug"_s, deviceUnplugged(queue)},
    };
    const auto it = failures.constFind(word);
    return it == failures.constEnd() ? std::nullopt : std::optional(*it);
}

bool isOutcome(const QString& word)
{
    return word == "printed"_L1 || word == "queued"_L1 || failureNamed(word).has_value();
}

} // namespace

Result<PrinterScript> readPrinterScript(const QJsonObject& object, const QString& file)
{
    ObjectReader reader(object);
    PrinterScript script;
    script.jobs = reader.textsOr(u"jobs"_s);
    script.delayMs = reader.integerOr(u"delay"_s, 0);
    script.state = reader.textOr(u"state"_s, u"ready"_s);
    if (const auto done = reader.finish(); !done)
        return fail(deviceScriptBroken(file, done.error().detail));
    if (!std::all_of(script.jobs.begin(), script.jobs.end(), isOutcome))
        return fail(deviceScriptBroken(file, u"jobs names an end the simulator does not know"_s));
    if (script.state != "ready"_L1 && !failureNamed(script.state))
        return fail(deviceScriptBroken(file, u"state is ready or the name of a failure"_s));
    return script;
}

SimulatedPrinter::SimulatedPrinter(PrinterScript script, std::unique_ptr<PagePrinter> tray)
    : m_script(std::move(script))
    , m_tray(std::move(tray))
{}

DeviceState SimulatedPrinter::state(const std::stop_token&)
{
    const auto failure = failureNamed(m_script.state);
    if (!failure)
        return DeviceState::ready();
    return m_script.state.endsWith("-low"_L1) ? DeviceState::attention(*failure) : DeviceState::fault(*failure);
}

Result<PrintJob> SimulatedPrinter::print(const PrintRequest& request, const std::stop_token& stop)
{
    KB_CHECK(checkPrintRequest(request));
    if (!pause(stop, std::chrono::milliseconds(m_script.delayMs)))
        return fail(deviceCancelled());
    const auto end = m_script.jobs.isEmpty() ? u"printed"_s
                                             : m_script.jobs.at(std::min<qsizetype>(m_jobs, m_script.jobs.size() - 1));
    ++m_jobs;
    if (const auto failure = failureNamed(end))
        return fail(*failure);
    PrintJob job{end == "printed"_L1 ? PrintJobState::Printed : PrintJobState::Queued, QString::number(m_jobs)};
    if (m_tray) {
        KB_TRY(const auto kept, m_tray->print(request, stop));
        job.name = kept.name;
    }
    return job;
}

} // namespace kuaiban::devices

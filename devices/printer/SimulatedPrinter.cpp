#include "SimulatedPrinter.h"

#include "devices/base/DeviceErrors.h"
#include "devices/base/Pause.h"
#include "modules/base/ObjectReader.h"
#include "PdfFolderPrinter.h"
#include "PrinterErrors.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

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
        {u"job-aborted"_s, printerJobAborted(queue)},
        {u"job-cancelled"_s, printerJobCancelled(queue)},
    };
    const auto it = failures.constFind(word);
    return it == failures.constEnd() ? std::nullopt : std::optional(*it);
}

std::optional<PrintJobState> stateNamed(const QString& word)
{
    for (const auto state : {PrintJobState::Printed, PrintJobState::Queued, PrintJobState::Held}) {
        if (word == printJobStateName(state))
            return state;
    }
    return {};
}

// "queued held printed": what is heard each time the job is asked for; one that was handed over can wait or end.
bool isWay(const QString& way)
{
    const auto steps = way.split(u' ');
    return std::all_of(
        steps.begin(), steps.end(), [](const QString& word) { return stateNamed(word) || failureNamed(word); });
}

} // namespace

Result<PrinterScript> readPrinterScript(const QJsonObject& object, const QString& file)
{
    ObjectReader reader(object);
    PrinterScript script;
    script.jobs = reader.textsOr(u"jobs"_s);
    script.delayMs = reader.integerOr(u"delay"_s, 0);
    script.patienceMs = reader.integerOr(u"patience"_s, 15'000);
    script.state = reader.textOr(u"state"_s, u"ready"_s);
    script.abilities = {reader.textsOr(u"trays"_s), reader.flagOr(u"twoSided"_s, false)};
    if (const auto done = reader.finish(); !done)
        return fail(deviceScriptBroken(file, done.error().detail));
    if (!std::all_of(script.jobs.begin(), script.jobs.end(), isWay))
        return fail(deviceScriptBroken(file, u"jobs names an end the simulator does not know"_s));
    if (script.state != "ready"_L1 && !failureNamed(script.state))
        return fail(deviceScriptBroken(file, u"state is ready or the name of a failure"_s));
    return script;
}

SimulatedPrinter::SimulatedPrinter(PrinterScript script, const QString& folder)
    : m_script(std::move(script))
    , m_folder(folder)
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
    KB_CHECK(checkTray(request, m_script.abilities));
    if (!pause(stop, std::chrono::milliseconds(m_script.delayMs)))
        return fail(deviceCancelled());
    const auto way = m_script.jobs.isEmpty() ? u"printed"_s
                                             : m_script.jobs.at(std::min<qsizetype>(m_jobs, m_script.jobs.size() - 1));
    const auto name = QString::number(++m_jobs);
    m_queue.insert(name, {request, way.split(u' ')});
    return step(name, stop);
}

// The last step of a job that only waits goes on for ever.
Result<PrintJob> SimulatedPrinter::step(const QString& name, const std::stop_token& stop)
{
    auto& job = m_queue[name];
    const auto word = job.steps.size() > 1 ? job.steps.takeFirst() : job.steps.constFirst();
    if (const auto failure = failureNamed(word)) {
        m_queue.remove(name);
        return fail(*failure);
    }
    PrintJob told{*stateNamed(word), name};
    if (told.state != PrintJobState::Printed)
        return told;
    const auto done = m_queue.take(name);
    if (m_folder.isEmpty())
        return told;
    KB_TRY(const auto kept, PdfFolderPrinter(m_folder).print(done.request, stop));
    told.name = kept.name;
    KB_CHECK(note(told.name, done.request));
    return told;
}

Done SimulatedPrinter::note(const QString& page, const PrintRequest& request) const
{
    QFile list(m_folder + "/jobs.jsonl"_L1);
    const QJsonObject line{{u"page"_s, QFileInfo(page).fileName()}, {u"copies"_s, request.copies},
        {u"tray"_s, request.tray}, {u"sides"_s, paperSidesName(request.sides)}};
    if (!list.open(QIODevice::Append) || list.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n') < 0)
        return fail(printerFolder(m_folder, list.errorString()));
    return {};
}

Result<PrintJob> SimulatedPrinter::follow(const PrintJob& job, const std::stop_token& stop)
{
    return m_queue.contains(job.name) ? step(job.name, stop) : Result<PrintJob>(job);
}

void SimulatedPrinter::takeBack(const PrintJob& job, const std::stop_token&)
{
    if (const auto it = m_queue.find(job.name); it != m_queue.end())
        it->steps = {u"job-cancelled"_s};
}

Result<PageAbilities> SimulatedPrinter::abilities(const std::stop_token&)
{
    return m_script.abilities;
}

} // namespace kuaiban::devices

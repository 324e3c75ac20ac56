#include "SimulatedScanner.h"

#include "devices/base/DeviceErrors.h"
#include "devices/base/Pause.h"
#include "DrawnPage.h"
#include "modules/base/ObjectReader.h"
#include "PageEncoder.h"
#include "ScannerErrors.h"

#include <cstdlib>
#include <limits>

namespace kuaiban::devices {

namespace {

using std::chrono::milliseconds;

constexpr int ProgressSteps = 5;
constexpr int MostSimulatedDpi = 600;

std::optional<Error> faultNamed(const QString& word)
{
    const QMap<QString, Error> faults{
        {u"empty"_s, scannerFeederEmpty()},
        {u"jam"_s, scannerJam()},
        {u"cover-open"_s, scannerCoverOpen()},
        {u"busy"_s, scannerBusy()},
        {u"io"_s, scannerInputOutput({})},
        {u"access"_s, scannerAccess()},
        {u"unplug"_s, scannerUnplugged()},
        {u"crash"_s, scannerDriverCrashed(u"simulated"_s)},
        {u"hang"_s, scannerDriverHung(0)},
    };
    const auto it = faults.constFind(word);
    return it == faults.constEnd() ? std::nullopt : std::optional(*it);
}

bool isStep(const QJsonObject& step)
{
    return isDrawnPage(step.value("feed"_L1).toString()) || step.contains("end"_L1) || step.contains("delay"_L1) ||
           faultNamed(step.value("fault"_L1).toString()).has_value();
}

// Deaf to everything, as a driver that waits for its device.
[[noreturn]] void hang()
{
    for (;;)
        pause({}, std::chrono::hours(1));
}

const QJsonObject EmptyGlass{{"feed"_L1, "blank"_L1}};

} // namespace

Result<ScannerScript> readScannerScript(const QJsonObject& object, const QString& file)
{
    ObjectReader reader(object);
    ScannerScript script;
    script.steps = reader.arrayOr(u"steps"_s);
    script.repeat = reader.flagOr(u"repeat"_s, true);
    script.pageMs = reader.integerOr(u"pageMs"_s, 300);
    script.keeps = reader.flagOr(u"keeps"_s, false);
    if (const auto done = reader.finish(); !done)
        return fail(deviceScriptBroken(file, done.error().detail));
    for (const auto& step : script.steps) {
        if (!isStep(step.toObject()))
            return fail(deviceScriptBroken(file, u"a step is feed (a page's name), end, delay, or fault"_s));
    }
    return script;
}

SimulatedScanner::SimulatedScanner(ScannerScript script, Mishaps mishaps)
    : m_script(std::move(script))
    , m_mishaps(mishaps)
{}

DeviceState SimulatedScanner::state(const std::stop_token&)
{
    return m_broken ? DeviceState::fault(*m_broken) : DeviceState::ready();
}

// The step that is due for a job that has taken `pages` already; nothing when the job is over.
std::optional<QJsonObject> SimulatedScanner::nextStep(bool fromFeeder, int pages)
{
    for (qsizetype tries = 0; tries <= m_script.steps.size(); ++tries) {
        if (m_at >= m_script.steps.size()) {
            if (!m_script.repeat || (fromFeeder && pages > 0)) // the end of the script is the end of a pile
                return {};
            m_at = 0;
        }
        if (m_script.steps.isEmpty())
            return {};
        const auto step = m_script.steps.at(m_at++).toObject();
        if (!step.contains("end"_L1))
            return step;
        if (fromFeeder)
            return {};
    }
    return {};
}

Result<int> SimulatedScanner::scan(const ScanJob& job, const ScanListener& listener, const std::stop_token& stop)
{
    const bool fromFeeder = job.source != ScanSource::Flatbed;
    const int most = !fromFeeder ? 1 : job.mostPages > 0 ? job.mostPages : std::numeric_limits<int>::max();
    int pages = 0;
    while (pages < most) {
        const auto step = nextStep(fromFeeder, pages).value_or(fromFeeder ? QJsonObject() : EmptyGlass);
        if (step.isEmpty())
            break;
        const auto delay = std::max<qint64>(step.value("delay"_L1).toInteger(), step.contains("delay"_L1) ? 1 : 0);
        if (delay > 0 && !pause(stop, milliseconds(delay)))
            return fail(scannerCancelled());
        if (step.contains("fault"_L1)) {
            const auto error = mishap(step.value("fault"_L1).toString(), stop);
            m_broken = error.origin == Origin::User ? std::nullopt : std::optional(error);
            return fail(error);
        }
        if (step.contains("feed"_L1)) {
            KB_TRY(const auto page, feed(step.value("feed"_L1).toString(), pages + 1, job, listener, stop));
            ++pages;
            listener.page(page);
        }
    }
    if (pages == 0)
        return fail(scannerFeederEmpty());
    m_broken.reset();
    return pages;
}

Result<ScannedPage> SimulatedScanner::feed(
    const QString& name, int number, const ScanJob& job, const ScanListener& listener, const std::stop_token& stop)
{
    for (int step = 0; step < ProgressSteps; ++step) {
        listener.progress(number, 100 * step / ProgressSteps);
        if (!pause(stop, milliseconds(m_script.pageMs / ProgressSteps)))
            return fail(scannerCancelled());
    }
    const int dpi = std::clamp(job.dpi, 50, MostSimulatedDpi);
    KB_TRY(auto page, encodePage(drawPage(name, dpi), job.mode, dpi, number));
    listener.progress(number, 100);
    return page;
}

void SimulatedScanner::letGo()
{
    if (m_mishaps == Mishaps::Real && m_script.keeps)
        hang();
}

Error SimulatedScanner::mishap(const QString& fault, const std::stop_token& stop)
{
    if (m_mishaps == Mishaps::Real && fault == "crash"_L1)
        std::abort();
    if (m_mishaps == Mishaps::Real && fault == "hang"_L1)
        hang();
    if (fault == "hang"_L1 && !pause(stop, std::chrono::seconds(3)))
        return scannerCancelled();
    return faultNamed(fault).value_or(scannerInputOutput({}));
}

} // namespace kuaiban::devices

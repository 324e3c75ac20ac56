#include "SaneScanner.h"

#include "devices/scanner/PackingLine.h"
#include "devices/scanner/ScanJson.h"
#include "devices/scanner/ScannerErrors.h"
#include "SaneImage.h"

#include <cmath>
#include <limits>

namespace kuaiban::devices {

namespace {

constexpr double A4WidthMm = 210;
constexpr double A4HeightMm = 297;

bool containsAny(const QString& text, std::initializer_list<QLatin1StringView> words)
{
    return std::any_of(
        words.begin(), words.end(), [&](QLatin1StringView word) { return text.contains(word, Qt::CaseInsensitive); });
}

bool namesDuplex(const QString& choice)
{
    return containsAny(choice, {"duplex"_L1, "both"_L1});
}

bool namesFeeder(const QString& choice)
{
    return containsAny(choice, {"adf"_L1, "feeder"_L1}) && !containsAny(choice, {"back"_L1});
}

QString firstChoice(const QStringList& choices, const std::function<bool(const QString&)>& fits)
{
    const auto it = std::find_if(choices.begin(), choices.end(), fits);
    return it == choices.end() ? QString() : *it;
}

Done applyDuplex(SaneOptions& options)
{
    if (const auto mode = firstChoice(options.choices(u"adf-mode"_s), namesDuplex); !mode.isEmpty())
        return options.setText(u"adf-mode"_s, mode);
    if (options.has(u"duplex"_s))
        return options.setFlag(u"duplex"_s, true);
    return fail(scannerUnsupported(scanSourceName(ScanSource::Duplex)));
}

Done applySource(SaneOptions& options, ScanSource source)
{
    const auto choices = options.choices(u"source"_s);
    if (source == ScanSource::Flatbed) {
        const auto choice = firstChoice(choices, [](const QString& c) { return !namesFeeder(c) && !namesDuplex(c); });
        if (choice.isEmpty() && !choices.isEmpty())
            return fail(scannerUnsupported(scanSourceName(source)));
        return choices.isEmpty() ? Done() : options.setText(u"source"_s, choice);
    }
    if (source == ScanSource::Duplex) {
        if (const auto choice = firstChoice(choices, namesDuplex); !choice.isEmpty())
            return options.setText(u"source"_s, choice);
    }
    const auto feeder = firstChoice(choices, [](const QString& c) { return namesFeeder(c) && !namesDuplex(c); });
    if (feeder.isEmpty())
        return fail(scannerUnsupported(scanSourceName(source)));
    KB_CHECK(options.setText(u"source"_s, feeder));
    return source == ScanSource::Duplex ? applyDuplex(options) : Done();
}

Done applyMode(SaneOptions& options, ScanMode mode)
{
    const auto choices = options.choices(u"mode"_s);
    if (choices.isEmpty())
        return {};
    const auto grey = [](const QString& c) { return containsAny(c, {"gray"_L1, "grey"_L1}); };
    QString choice;
    if (mode == ScanMode::Color)
        choice = firstChoice(choices, [](const QString& c) { return containsAny(c, {"color"_L1, "colour"_L1}); });
    else if (mode == ScanMode::Lineart)
        choice = firstChoice(choices, [](const QString& c) {
            return containsAny(c, {"lineart"_L1, "binary"_L1, "black"_L1});
        });
    if (choice.isEmpty() && mode != ScanMode::Color)
        choice = firstChoice(choices, grey); // line art is then made from grey values
    if (choice.isEmpty())
        return fail(scannerUnsupported(scanModeName(mode)));
    return options.setText(u"mode"_s, choice);
}

Result<int> applyResolution(SaneOptions& options, int dpi)
{
    const bool apart = !options.has(u"resolution"_s) && options.has(u"x-resolution"_s);
    if (apart && options.has(u"y-resolution"_s))
        KB_CHECK(options.setNumber(u"y-resolution"_s, dpi).map([](double) {}));
    const auto name = apart ? u"x-resolution"_s : u"resolution"_s;
    if (!options.has(name))
        return dpi;
    KB_TRY(const double taken, options.setNumber(name, dpi));
    return static_cast<int>(std::lround(taken));
}

// As much of an A4 sheet as the device can see.
Done applyArea(SaneOptions& options)
{
    const std::initializer_list<std::pair<QString, double>> corners{
        {u"tl-x"_s, 0}, {u"tl-y"_s, 0}, {u"br-x"_s, A4WidthMm}, {u"br-y"_s, A4HeightMm}};
    for (const auto& [name, millimetres] : corners) {
        if (!options.has(name))
            continue;
        const bool corner = name.startsWith("br"_L1);
        const double wanted = corner && options.isInPixels(name) ? options.largest(name).value_or(millimetres)
                              : corner                           ? millimetres
                                                                 : options.smallest(name).value_or(0);
        KB_CHECK(options.setNumber(name, wanted).map([](double) {}));
    }
    return {};
}

} // namespace

Result<int> applyScanJob(SaneOptions& options, const ScanJob& job)
{
    KB_CHECK(applySource(options, job.source));
    KB_CHECK(applyMode(options, job.mode));
    if (options.has(u"depth"_s) && job.mode != ScanMode::Lineart)
        KB_CHECK(options.setNumber(u"depth"_s, 8).map([](double) {}));
    KB_TRY(const int dpi, applyResolution(options, job.dpi));
    KB_CHECK(applyArea(options));
    return dpi;
}

SaneScanner::SaneScanner(const DeviceUri& uri)
    : m_uri(uri)
{}

Done SaneScanner::ensureStarted()
{
    if (!m_started)
        KB_CHECK(startSane(m_uri.option(u"config"_s)));
    m_started = true;
    return {};
}

DeviceState SaneScanner::state(const std::stop_token&)
{
    if (const auto started = ensureStarted(); !started)
        return DeviceState::fault(started.error());
    const auto opened = SaneDevice::open(m_uri.address);
    if (opened)
        return DeviceState::ready();
    return opened.error().is("scanner.busy"_L1) ? DeviceState::attention(opened.error())
                                                : DeviceState::fault(opened.error());
}

Result<int> SaneScanner::scan(const ScanJob& job, const ScanListener& listener, const std::stop_token& stop)
{
    KB_CHECK(ensureStarted());
    KB_TRY(m_device, SaneDevice::open(m_uri.address));
    SaneOptions options(m_device->handle());
    KB_TRY(const int dpi, applyScanJob(options, job));
    return scanPages(job, dpi, listener, stop);
}

void SaneScanner::letGo()
{
    if (m_device)
        m_device->cancel(); // also the proper end of a job that succeeded
    m_device.reset();
}

// The next sheet is pulled in while the last ones are judged and packed.
Result<int> SaneScanner::scanPages(
    const ScanJob& job, int dpi, const ScanListener& listener, const std::stop_token& stop)
{
    const std::stop_callback cancelFromOutside(stop, [this] { m_device->cancel(); });
    const bool fromFeeder = job.source != ScanSource::Flatbed;
    const int most = !fromFeeder ? 1 : job.mostPages > 0 ? job.mostPages : std::numeric_limits<int>::max();
    PackingLine line(listener, job.mode, dpi);
    const ScanListener reading{listener.page, [&line](int number, int percent) { line.progress(number, percent); }};
    std::optional<Error> ended;
    bool wanted = true;
    for (int number = 1; wanted && number <= most; ++number) {
        const auto image = readPage(number, reading, stop);
        // Drivers report an empty feeder when starting or when reading; either ends the job, and is asked only once.
        if (!image && image.error().is("scanner.feeder-empty"_L1) && number > 1)
            break;
        if (!image) {
            ended = stop.stop_requested() ? scannerCancelled() : image.error();
            break;
        }
        wanted = line.add(*image, number);
    }
    const auto pages = line.finish(); // those that came before a jam are good
    if (pages && ended)
        return fail(*ended);
    return pages;
}

Result<QImage> SaneScanner::readPage(int number, const ScanListener& listener, const std::stop_token& stop)
{
    SaneImage picture;
    SANE_Parameters parameters{};
    int told = -1;
    do {
        if (stop.stop_requested())
            return fail(scannerCancelled());
        KB_CHECK(m_device->start());
        KB_TRY(parameters, m_device->parameters());
        KB_CHECK(picture.beginFrame(parameters));
        for (;;) {
            KB_TRY(const auto bytes, m_device->read());
            if (stop.stop_requested()) // some drivers end a cancelled page as if it were complete
                return fail(scannerCancelled());
            if (bytes.isEmpty())
                break;
            KB_CHECK(picture.add(bytes));
            if (const int percent = picture.percent(); percent != told) {
                told = percent;
                listener.progress(number, percent);
            }
        }
    } while (!parameters.last_frame);
    return picture.finish();
}

} // namespace kuaiban::devices

#include "ScanJson.h"

#include "modules/base/ObjectReader.h"
#include "ScannerErrors.h"

#include <QRegularExpression>

namespace kuaiban::devices {

namespace {

constexpr int LargestSide = 100'000;
constexpr int LargestDpi = 4800;

int boundedInteger(ObjectReader& reader, const QString& name, int least, int most)
{
    const qint64 value = reader.integer(name);
    if (value < least || value > most)
        reader.reject(name, u"a number within its limits"_s);
    return static_cast<int>(std::clamp<qint64>(value, least, most));
}

} // namespace

QString scanSourceName(ScanSource source)
{
    return source == ScanSource::Flatbed ? u"flatbed"_s : source == ScanSource::Adf ? u"adf"_s : u"duplex"_s;
}

QString scanModeName(ScanMode mode)
{
    return mode == ScanMode::Color ? u"color"_s : mode == ScanMode::Gray ? u"gray"_s : u"lineart"_s;
}

Result<ScanSource> scanSourceFromName(const QString& name)
{
    for (const auto source : {ScanSource::Flatbed, ScanSource::Adf, ScanSource::Duplex}) {
        if (scanSourceName(source) == name)
            return source;
    }
    return fail(scannerUnsupported(name.left(40)));
}

Result<ScanMode> scanModeFromName(const QString& name)
{
    for (const auto mode : {ScanMode::Color, ScanMode::Gray, ScanMode::Lineart}) {
        if (scanModeName(mode) == name)
            return mode;
    }
    return fail(scannerUnsupported(name.left(40)));
}

QJsonObject toJson(const ScanJob& job)
{
    return {
        {"source"_L1, scanSourceName(job.source)},
        {"mode"_L1, scanModeName(job.mode)},
        {"dpi"_L1, job.dpi},
        {"mostPages"_L1, job.mostPages},
    };
}

Result<ScanJob> scanJobFromJson(const QJsonObject& object)
{
    ObjectReader reader(object);
    ScanJob job;
    KB_TRY(job.source, scanSourceFromName(reader.text(u"source"_s)));
    KB_TRY(job.mode, scanModeFromName(reader.text(u"mode"_s)));
    job.dpi = boundedInteger(reader, u"dpi"_s, 1, LargestDpi);
    job.mostPages = boundedInteger(reader, u"mostPages"_s, 0, 10'000);
    KB_CHECK(reader.finish());
    return job;
}

QJsonObject toJson(const ScannedPage& page)
{
    return {
        {"number"_L1, page.number},
        {"format"_L1, page.format},
        {"width"_L1, page.width},
        {"height"_L1, page.height},
        {"dpi"_L1, page.dpi},
        {"blank"_L1, page.blank},
        {"score"_L1, page.quality.score},
        {"sharpness"_L1, page.quality.sharpness},
        {"brightness"_L1, page.quality.brightness},
        {"warnings"_L1, QJsonArray::fromStringList(page.quality.warnings)},
    };
}

Result<ScannedPage> scannedPageFromJson(const QJsonObject& object)
{
    ObjectReader reader(object);
    ScannedPage page;
    page.number = boundedInteger(reader, u"number"_s, 1, LargestSide);
    page.format = reader.oneOf(u"format"_s, {u"jpeg"_s, u"png"_s});
    page.width = boundedInteger(reader, u"width"_s, 1, LargestSide);
    page.height = boundedInteger(reader, u"height"_s, 1, LargestSide);
    page.dpi = boundedInteger(reader, u"dpi"_s, 1, LargestDpi);
    page.blank = reader.flagOr(u"blank"_s, false);
    page.quality.score = boundedInteger(reader, u"score"_s, 0, 100);
    page.quality.sharpness = boundedInteger(reader, u"sharpness"_s, -1, 100);
    page.quality.brightness = boundedInteger(reader, u"brightness"_s, 0, 255);
    page.quality.warnings = reader.textsOr(u"warnings"_s);
    KB_CHECK(reader.finish());
    return page;
}

QJsonObject toJson(const Error& error)
{
    return {
        {"code"_L1, error.code},
        {"origin"_L1, originName(error.origin)},
        {"detail"_L1, error.detail.left(500)},
        {"fields"_L1, error.fields},
    };
}

Result<Error> errorFromJson(const QJsonObject& object)
{
    static const QRegularExpression code(u"^(scanner|device)\\.[a-z-]{1,40}$"_s);
    ObjectReader reader(object);
    Error error{reader.text(u"code"_s), originFromName(reader.text(u"origin"_s)), reader.textOr(u"detail"_s),
        reader.objectOr(u"fields"_s)};
    if (!code.match(error.code).hasMatch())
        reader.reject(u"code"_s, u"a code of a scanner"_s);
    KB_CHECK(reader.finish());
    return error;
}

QJsonObject toJson(const DeviceState& state)
{
    QJsonObject object{{"health"_L1, healthName(state.health)}};
    if (state.reason)
        object.insert("reason"_L1, toJson(*state.reason));
    return object;
}

Result<DeviceState> deviceStateFromJson(const QJsonObject& object)
{
    ObjectReader reader(object);
    DeviceState state;
    const auto name = reader.text(u"health"_s);
    bool known = false;
    for (const auto health :
        {DeviceHealth::NotConfigured, DeviceHealth::Ready, DeviceHealth::Attention, DeviceHealth::Fault}) {
        if (healthName(health) == name) {
            state.health = health;
            known = true;
        }
    }
    if (!known)
        reader.reject(u"health"_s, u"a known state"_s);
    if (object.contains("reason"_L1)) {
        KB_TRY(state.reason, errorFromJson(reader.object(u"reason"_s)));
    }
    KB_CHECK(reader.finish());
    return state;
}

} // namespace kuaiban::devices

#include "ReceiptDrivers.h"

#include "devices/base/FileStream.h"
#include "devices/base/SimulatorScript.h"
#include "EscPosPrinter.h"
#include "SimulatedReceiptPrinter.h"

#include <QDir>

namespace kuaiban::devices {

namespace {

Result<int> columnsOf(const DeviceUri& uri)
{
    constexpr int wide = 48;
    return integerOption(uri, u"width"_s, wide, 16, 64);
}

Result<EscPosEncoder> encoderFor(const DeviceUri& uri, const SlipRasteriser& rasteriser)
{
    KB_TRY(const int columns, columnsOf(uri));
    return EscPosEncoder(columns, rasteriser);
}

} // namespace

Result<int> receiptColumns(const QString& uriText)
{
    KB_TRY(const auto uri, parseDeviceUri(uriText.trimmed()));
    return columnsOf(uri);
}

DriverCatalogue<ReceiptPrinter> receiptDrivers(const SlipRasteriser& rasteriser)
{
    using Made = DriverCatalogue<ReceiptPrinter>::Made;
    DriverCatalogue<ReceiptPrinter> drivers(u"receipt"_s);
    drivers.add(u"escpos"_s, [rasteriser](const DeviceUri& uri) -> Made {
        constexpr int defaultBaud = 9600;
        KB_TRY(auto encoder, encoderFor(uri, rasteriser));
        KB_TRY(auto stream, makeByteStream(uri, defaultBaud));
        return std::make_unique<EscPosPrinter>(std::move(stream), std::move(encoder));
    });
    drivers.add(u"sim"_s, [rasteriser](const DeviceUri& uri) -> Made {
        KB_TRY(auto encoder, encoderFor(uri, rasteriser));
        KB_TRY(const auto object, simulatorScript(uri));
        KB_TRY(auto script, readReceiptScript(object, simulatorScriptPath(uri)));
        auto paper = uri.options.contains(u"out"_s) ? std::make_unique<FileStream>(uri.option(u"out"_s))
                                                    : std::unique_ptr<FileStream>();
        return std::make_unique<SimulatedReceiptPrinter>(std::move(script), std::move(encoder), std::move(paper));
    });
    return drivers;
}

QList<QString> usbPrinterPaths()
{
    QList<QString> paths;
    for (const auto& name : QDir(u"/dev/usb"_s).entryList({u"lp*"_s}, QDir::System))
        paths.append("/dev/usb/"_L1 + name);
    return paths;
}

QList<FoundDevice> findReceiptPrinters()
{
    QList<FoundDevice> found;
    for (const auto& path : usbPrinterPaths())
        found.append({"escpos:file:"_L1 + path, path});
    return found + foundOnSerial(u"escpos"_s);
}

} // namespace kuaiban::devices

#pragma once

#include "devices/base/Discovery.h"
#include "devices/base/DriverCatalogue.h"
#include "EscPosEncoder.h"
#include "ReceiptPrinter.h"

namespace kuaiban::devices {

// escpos:tcp:HOST:9100?width=48, escpos:serial:PATH?baud=9600, escpos:file:PATH and sim:receipt?script=FILE&out=FILE.
// `width` is the number of columns: 48 on 80 mm paper, 32 on 58 mm. Without a rasteriser a character outside GBK is
// refused before printing.
DriverCatalogue<ReceiptPrinter> receiptDrivers(const SlipRasteriser& rasteriser = {});

// The columns of the printer behind a device URI: 48 unless it says otherwise. `device.uri`.
Result<int> receiptColumns(const QString& uriText);

// USB printers that the kernel shows as a file ("/dev/usb/lp0"), and the lines at which a printer may be. One in the
// network cannot be found without asking every address.
QList<QString> usbPrinterPaths();
QList<FoundDevice> findReceiptPrinters();

} // namespace kuaiban::devices

#pragma once

#include "devices/caller/CallerDrivers.h"
#include "devices/idcard/IdCardDrivers.h"
#include "devices/keypad/KeypadDrivers.h"
#include "devices/printer/PrinterDrivers.h"
#include "devices/receipt/ReceiptDrivers.h"
#include "devices/scanner/ScannerDrivers.h"
#include "devices/smartcard/SmartCardDrivers.h"
#include "modules/base/FailureManual.h"

namespace kuaiban::doctor {

// What was asked for on the command line.
struct Request
{
    QString command;
    QString port;
    QString language = QStringLiteral("zh_CN");
    QString file;   // what to print
    QString folder; // where scans go
    QString title = QStringLiteral("kuaiban-device");
    int copies = 1;
    QString tray; // empty: the printer chooses
    devices::PaperSides sides = devices::PaperSides::Printer;
    int waitSeconds = 5; // how long to wait for a card
    bool bank = false;   // read the bank application's card number as well
    devices::ScanJob scan;
};

// What is printed: one object, and whether it tells of success.
struct Answer
{
    QJsonObject object;
    bool ok = true;
};

// The device doctor: drives every device the way the counter does, through the same drivers, one command a run.
// Blocks; `stop` ends it early.
class Doctor
{
public:
    Doctor(const Clock& clock, const QString& hostProgram, const std::stop_token& stop);

    Answer run(const Request& request);
    // The object for a failure: code, whose side, and what the manual says about it.
    Answer failed(const Error& error, const QString& language) const;

private:
    Result<QJsonObject> list();
    Result<QJsonObject> status(const Request& request);
    Result<QJsonObject> readId(const Request& request);
    Result<QJsonObject> readSsc(const Request& request);
    Result<QJsonObject> scan(const Request& request);
    Result<QJsonObject> printReceipt(const Request& request);
    Result<QJsonObject> print(const Request& request);
    Result<QJsonObject> selfTest(const Request& request);

    Result<devices::DeviceState> stateOf(const QString& port, QJsonObject& extra);

    const Clock& m_clock;
    QString m_hostProgram;
    std::stop_token m_stop;
    FailureManual m_manual;
    devices::DriverCatalogue<devices::IdCardReader> m_idCards;
    devices::DriverCatalogue<devices::SscReader> m_smartCards;
    devices::DriverCatalogue<devices::Scanner> m_scanners;
    devices::DriverCatalogue<devices::ReceiptPrinter> m_receipts;
    devices::DriverCatalogue<devices::PagePrinter> m_printers;
    devices::DriverCatalogue<devices::Keypad> m_keypads;
    devices::DriverCatalogue<devices::CallTerminal> m_callers;
    QJsonObject m_soFar; // what was done before a failure, such as pages that were scanned
};

} // namespace kuaiban::doctor

#include "DeviceSet.h"

#include "devices/idcard/IdCardDrivers.h"
#include "devices/printer/PrinterDrivers.h"
#include "devices/receipt/ReceiptDrivers.h"
#include "devices/scanner/ScannerDrivers.h"
#include "devices/smartcard/SmartCardDrivers.h"

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds RoundInterval(15); // longer than an unreachable printer keeps its thread waiting

// Receipts are laid out for the two widths of paper; a printer between them gets the narrower one.
int layoutColumns(const QString& uri)
{
    constexpr int wide = 48;
    constexpr int narrow = 32;
    return devices::receiptColumns(uri).value_or(wide) >= wide ? wide : narrow;
}

QList<DeviceFamily> named(const Profile& profile)
{
    QList<DeviceFamily> families;
    for (const auto family : AllDeviceFamilies) {
        if (!profile.devices.value(profileKey(family)).isEmpty())
            families.append(family);
    }
    return families;
}

} // namespace

QString profileKey(DeviceFamily family)
{
    switch (family) {
    case DeviceFamily::IdCard:
        return u"idcard"_s;
    case DeviceFamily::SmartCard:
        return u"smartcard"_s;
    case DeviceFamily::Scanner:
        return u"scanner"_s;
    case DeviceFamily::Receipt:
        return u"receipt"_s;
    case DeviceFamily::Printer:
        break;
    }
    return u"printer"_s;
}

FoundDevices findDevices(const QString& hostProgram, const std::stop_token& stop)
{
    return {{DeviceFamily::IdCard, devices::findIdCardReaders()},
        {DeviceFamily::SmartCard, devices::findSmartCardReaders(stop)},
        {DeviceFamily::Scanner, devices::findScanners(hostProgram, stop)},
        {DeviceFamily::Receipt, devices::findReceiptPrinters()}, {DeviceFamily::Printer, devices::findPrinters(stop)}};
}

DeviceSet::DeviceSet(const Profile& profile, const Clock& clock, const QString& hostProgram, QObject* parent)
    : QObject(parent)
    , m_named(named(profile))
    , m_idCard(std::make_unique<devices::IdCardStation>(
          devices::idCardDrivers(clock).make(profile.devices.value(profileKey(DeviceFamily::IdCard)))))
    , m_smartCard(std::make_unique<devices::SscStation>(
          devices::smartCardDrivers(clock).make(profile.devices.value(profileKey(DeviceFamily::SmartCard)))))
    , m_scanner(std::make_unique<devices::ScanStation>(
          devices::scannerDrivers(hostProgram).make(profile.devices.value(profileKey(DeviceFamily::Scanner)))))
    , m_receipt(std::make_unique<devices::ReceiptStation>(
          devices::receiptDrivers().make(profile.devices.value(profileKey(DeviceFamily::Receipt)))))
    , m_printer(std::make_unique<devices::PageStation>(
          devices::printerDrivers().make(profile.devices.value(profileKey(DeviceFamily::Printer)))))
    , m_receiptColumns(layoutColumns(profile.devices.value(profileKey(DeviceFamily::Receipt))))
{
    connect(m_idCard.get(), &devices::IdCardStation::stateChanged, this, &DeviceSet::statesChanged);
    connect(m_smartCard.get(), &devices::SscStation::stateChanged, this, &DeviceSet::statesChanged);
    connect(m_scanner.get(), &devices::ScanStation::stateChanged, this, &DeviceSet::statesChanged);
    connect(m_receipt.get(), &devices::ReceiptStation::stateChanged, this, &DeviceSet::statesChanged);
    connect(m_printer.get(), &devices::PageStation::stateChanged, this, &DeviceSet::statesChanged);
    connect(&m_round, &QTimer::timeout, this, &DeviceSet::refreshStates);
    m_round.start(RoundInterval);
}

DeviceSet::~DeviceSet() = default;

devices::DeviceState DeviceSet::state(DeviceFamily family) const
{
    switch (family) {
    case DeviceFamily::IdCard:
        return m_idCard->state();
    case DeviceFamily::SmartCard:
        return m_smartCard->state();
    case DeviceFamily::Scanner:
        return m_scanner->state();
    case DeviceFamily::Receipt:
        return m_receipt->state();
    case DeviceFamily::Printer:
        break;
    }
    return m_printer->state();
}

void DeviceSet::refreshStates()
{
    m_receipt->refreshState();
    m_printer->refreshState();
    // Asking a scanner opens it, which moves the lamp of some: only one that is in trouble is asked.
    if (!m_scanner->isBusy() && m_scanner->state().health != devices::DeviceHealth::Ready)
        m_scanner->refreshState();
}

} // namespace kuaiban::counter

#include "DeviceSet.h"

#include "devices/idcard/IdCardDrivers.h"
#include "devices/printer/PrinterDrivers.h"
#include "devices/scanner/ScannerDrivers.h"

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

DeviceSet::DeviceSet(const Profile& profile, const Clock& clock, const QString& hostProgram, QObject* parent)
    : QObject(parent)
    , m_idCard(std::make_unique<devices::IdCardStation>(
          devices::idCardDrivers(clock).make(profile.devices.value(u"idcard"_s))))
    , m_scanner(std::make_unique<devices::ScanStation>(
          devices::scannerDrivers(hostProgram).make(profile.devices.value(u"scanner"_s))))
    , m_printer(
          std::make_unique<devices::PageStation>(devices::printerDrivers().make(profile.devices.value(u"printer"_s))))
{
    connect(m_idCard.get(), &devices::IdCardStation::stateChanged, this, &DeviceSet::statesChanged);
    connect(m_scanner.get(), &devices::ScanStation::stateChanged, this, &DeviceSet::statesChanged);
    connect(m_printer.get(), &devices::PageStation::stateChanged, this, &DeviceSet::statesChanged);
}

DeviceSet::~DeviceSet() = default;

devices::DeviceState DeviceSet::state(DeviceFamily family) const
{
    switch (family) {
    case DeviceFamily::IdCard:
        return m_idCard->state();
    case DeviceFamily::Scanner:
        return m_scanner->state();
    case DeviceFamily::Printer:
        break;
    }
    return m_printer->state();
}

void DeviceSet::refreshStates()
{
    m_scanner->refreshState();
    m_printer->refreshState();
}

} // namespace kuaiban::counter

#include "Discovery.h"

#include <QSerialPortInfo>

#include <algorithm>

namespace kuaiban::devices {

using namespace Qt::StringLiterals;

QList<SerialPort> serialPorts()
{
    QList<SerialPort> ports;
    for (const auto& info : QSerialPortInfo::availablePorts()) {
        ports.append({info.systemLocation(), info.description(), info.manufacturer(),
            info.hasVendorIdentifier() ? QString::number(info.vendorIdentifier(), 16) : QString(),
            info.hasProductIdentifier() ? QString::number(info.productIdentifier(), 16) : QString()});
    }
    std::stable_partition(ports.begin(), ports.end(), [](const SerialPort& port) { return !port.vendor.isEmpty(); });
    return ports;
}

QList<FoundDevice> foundOnSerial(const QString& driver)
{
    QList<FoundDevice> found;
    for (const auto& port : serialPorts()) {
        const auto title = port.description.isEmpty() ? port.path : u"%1, %2"_s.arg(port.description, port.path);
        found.append({u"%1:serial:%2"_s.arg(driver, port.path), title});
    }
    return found;
}

} // namespace kuaiban::devices

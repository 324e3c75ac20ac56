#pragma once

#include <QList>
#include <QString>

namespace kuaiban::devices {

// An address that can stand in the profile, with the name a technician knows the thing by.
struct FoundDevice
{
    QString uri;
    QString title;
};

struct SerialPort
{
    QString path;         // "/dev/ttyUSB0"
    QString description;  // as the adapter calls itself; may be empty
    QString manufacturer; // may be empty
    QString vendor;       // USB id in hexadecimal; empty for a port of the board
    QString product;
};

// The serial ports of this machine, USB adapters before the board's own. Blocks for a moment; speaks to no device.
QList<SerialPort> serialPorts();

// Every serial port as an address that begins with `driver` ("ga450").
QList<FoundDevice> foundOnSerial(const QString& driver);

} // namespace kuaiban::devices

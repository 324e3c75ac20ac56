#pragma once

#include "modules/base/Result.h"

#include <QMap>

namespace kuaiban::devices {

// Where a device is and which driver speaks to it, as written in the profile and on the command line:
//   ga450:serial:/dev/ttyUSB0?baud=115200   sane:test:0   escpos:tcp:HOST:9100?width=48   cups:hall   pdf:/var/out
//   camera:v4l2:/dev/video0   camera:file:FOLDER
//   pcsc:READER   keypad:PROFILE.json:serial:/dev/ttyS0   caller:PROFILE.json:http://HOST:PORT   sim:idcard?script=FILE
// %XX stands for a byte of UTF-8 wherever a character would be taken for punctuation.
struct DeviceUri
{
    QString driver;    // "ga450", "sane", "escpos", "cups", "pdf", "sim" …
    QString transport; // "serial", "tcp", "file", "http" … for drivers that speak over a line, else empty
    QString address;   // path, HOST:PORT, SANE device, queue, folder, or the kind after sim:
    QMap<QString, QString> options;
    QString profile = {}; // of drivers whose device is described by a file: its name or path, else empty

    QString option(const QString& name, const QString& otherwise = {}) const { return options.value(name, otherwise); }
    friend bool operator==(const DeviceUri&, const DeviceUri&) = default;
};

// `device.uri` names what is wrong with the text.
Result<DeviceUri> parseDeviceUri(const QString& text);
QString deviceUriText(const DeviceUri& uri);

// A whole number given as an option; outside [least, most] or no number at all is `device.uri`.
Result<int> integerOption(const DeviceUri& uri, const QString& name, int otherwise, int least, int most);

// HOST and PORT of a tcp address; an IPv6 host stands in brackets.
struct HostAndPort
{
    QString host;
    quint16 port = 0;
};
Result<HostAndPort> hostAndPort(const DeviceUri& uri);

} // namespace kuaiban::devices

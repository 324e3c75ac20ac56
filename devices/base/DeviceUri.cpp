#include "DeviceUri.h"

#include "DeviceErrors.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

namespace kuaiban::devices {

namespace {

constexpr qsizetype LongestUri = 1024;
// Which lines a driver speaks over.
const QHash<QString, QStringList> LineDrivers{
    {u"ga450"_s, {u"serial"_s, u"tcp"_s, u"file"_s}},
    {u"escpos"_s, {u"serial"_s, u"tcp"_s, u"file"_s}},
    {u"keypad"_s, {u"serial"_s, u"tcp"_s}},
    {u"caller"_s, {u"http"_s, u"https"_s}},
    {u"camera"_s, {u"v4l2"_s, u"file"_s}},
};
// Their kind of device has no common protocol: a profile describes the one that stands there.
constexpr std::array ProfileDrivers{"keypad"_L1, "caller"_L1};

// Only complete %XX groups are decoded, so that a stray per cent sign in a device name survives.
QString decoded(QStringView text)
{
    QByteArray bytes;
    const auto utf8 = text.toUtf8();
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        bool ok = false;
        const int byte = utf8.at(i) == '%' && i + 2 < utf8.size() ? utf8.mid(i + 1, 2).toInt(&ok, 16) : 0;
        if (ok && utf8.at(i + 1) != '+' && utf8.at(i + 1) != '-') {
            bytes.append(static_cast<char>(byte));
            i += 2;
        } else {
            bytes.append(utf8.at(i));
        }
    }
    return QString::fromUtf8(bytes);
}

QString encoded(const QString& text)
{
    return QString::fromLatin1(text.toUtf8().toPercentEncoding("/:@[]!,;+* \"'()"));
}

bool hasControlCharacters(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; });
}

Result<QMap<QString, QString>> parseOptions(const QString& uri, QStringView text)
{
    static const QRegularExpression name(u"^[a-z][a-z0-9-]*$"_s);
    QMap<QString, QString> options;
    for (const auto part : text.tokenize(u'&')) {
        const auto equals = part.indexOf(u'=');
        if (equals <= 0)
            return fail(deviceUriMalformed(uri, u"an option is written name=value"_s));
        const auto key = part.first(equals).toString();
        if (!name.match(key).hasMatch() || options.contains(key))
            return fail(deviceUriMalformed(uri, u"the option name is not valid or given twice"_s));
        const auto value = decoded(part.sliced(equals + 1));
        if (hasControlCharacters(value))
            return fail(deviceUriMalformed(uri, u"control characters are not allowed"_s));
        options.insert(key, value);
    }
    return options;
}

Done splitTransport(const QString& text, DeviceUri& uri)
{
    const auto transports = LineDrivers.value(uri.driver);
    if (transports.isEmpty())
        return {};
    const auto colon = uri.address.indexOf(u':');
    uri.transport = uri.address.first(std::max<qsizetype>(colon, 0));
    if (!transports.contains(uri.transport)) {
        const auto known = transports.join(u":, "_s);
        return fail(deviceUriMalformed(text, "the line to the device is one of %1:"_L1.arg(known)));
    }
    uri.address = uri.address.sliced(colon + 1);
    if (uri.transport == "tcp"_L1)
        KB_CHECK(hostAndPort(uri).map([](const HostAndPort&) {}));
    return {};
}

Done checkAddress(const QString& text, const DeviceUri& uri)
{
    static const QRegularExpression kind(u"^[a-z]+$"_s);
    if (uri.address.isEmpty() && uri.driver != "pcsc"_L1)
        return fail(deviceUriMalformed(text, u"the address after the driver is missing"_s));
    if (hasControlCharacters(uri.address))
        return fail(deviceUriMalformed(text, u"control characters are not allowed"_s));
    if (uri.driver == "sim"_L1 && !kind.match(uri.address).hasMatch())
        return fail(deviceUriMalformed(text, u"after sim: comes the kind of device"_s));
    if (uri.driver == "cups"_L1 && (uri.address.contains(u'/') || uri.address.contains(u' ')))
        return fail(deviceUriMalformed(text, u"a queue name has neither slash nor space"_s));
    return {};
}

} // namespace

Result<DeviceUri> parseDeviceUri(const QString& text)
{
    static const QRegularExpression driver(u"^[a-z][a-z0-9]*$"_s);
    if (text.size() > LongestUri)
        return fail(deviceUriMalformed(text.first(40), u"it is longer than 1024 characters"_s));
    auto colon = text.indexOf(u':');
    DeviceUri uri;
    uri.driver = text.first(std::max<qsizetype>(colon, 0));
    if (!driver.match(uri.driver).hasMatch())
        return fail(deviceUriMalformed(text, u"it starts with the name of a driver and a colon"_s));
    if (std::find(ProfileDrivers.begin(), ProfileDrivers.end(), uri.driver) != ProfileDrivers.end()) {
        const auto end = text.indexOf(u':', colon + 1);
        uri.profile = end < 0 ? QString() : decoded(QStringView(text).sliced(colon + 1, end - colon - 1));
        if (uri.profile.isEmpty())
            return fail(deviceUriMalformed(text, u"the name of a profile stands after the driver"_s));
        colon = end;
    }
    const auto question = text.lastIndexOf(u'?');
    const auto addressEnd = question > colon ? question : text.size();
    uri.address = decoded(QStringView(text).sliced(colon + 1, addressEnd - colon - 1));
    if (question > colon) {
        KB_TRY(uri.options, parseOptions(text, QStringView(text).sliced(question + 1)));
    }
    KB_CHECK(splitTransport(text, uri));
    KB_CHECK(checkAddress(text, uri));
    return uri;
}

QString deviceUriText(const DeviceUri& uri)
{
    QStringList options;
    for (auto it = uri.options.begin(); it != uri.options.end(); ++it)
        options.append(it.key() + u'=' + encoded(it.value()));
    const auto line = uri.transport.isEmpty() ? QString() : uri.transport + u':';
    const auto query = options.isEmpty() ? QString() : u'?' + options.join(u'&');
    const auto profile = uri.profile.isEmpty() ? QString() : encoded(uri.profile).replace(u':', "%3A"_L1) + u':';
    return uri.driver + u':' + profile + line + encoded(uri.address) + query;
}

Result<int> integerOption(const DeviceUri& uri, const QString& name, int otherwise, int least, int most)
{
    if (!uri.options.contains(name))
        return otherwise;
    bool ok = false;
    const int value = uri.options.value(name).toInt(&ok);
    if (!ok || value < least || value > most) {
        const auto reason = "%1 is a number from %2 to %3"_L1.arg(name, QString::number(least), QString::number(most));
        return fail(deviceUriMalformed(deviceUriText(uri), reason));
    }
    return value;
}

Result<HostAndPort> hostAndPort(const DeviceUri& uri)
{
    const auto colon = uri.address.lastIndexOf(u':');
    auto host = uri.address.first(std::max<qsizetype>(colon, 0));
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    bool ok = false;
    const auto port = QStringView(uri.address).sliced(colon + 1).toUShort(&ok);
    if (host.isEmpty() || !ok || port == 0)
        return fail(deviceUriMalformed(deviceUriText(uri), u"a network address is written HOST:PORT"_s));
    return HostAndPort{host, port};
}

} // namespace kuaiban::devices

#include "Doctor.h"

#include "devices/printer/CupsConnection.h"

#include <QDir>
#include <QJsonDocument>
#include <QProcess>
#include <QSerialPortInfo>

namespace kuaiban::doctor {

using namespace devices;
using namespace Qt::StringLiterals;

namespace {

constexpr int ListScannersLimitMs = 15'000; // some drivers ask the whole network

QJsonArray serialPorts()
{
    QJsonArray ports;
    for (const auto& info : QSerialPortInfo::availablePorts()) {
        ports.append(QJsonObject{
            {"path"_L1, info.systemLocation()},
            {"description"_L1, info.description()},
            {"manufacturer"_L1, info.manufacturer()},
            {"vendor"_L1, info.hasVendorIdentifier() ? QString::number(info.vendorIdentifier(), 16) : QString()},
            {"product"_L1, info.hasProductIdentifier() ? QString::number(info.productIdentifier(), 16) : QString()},
        });
    }
    return ports;
}

QJsonArray usbPrinters()
{
    QJsonArray paths;
    for (const auto& name : QDir(u"/dev/usb"_s).entryList({u"lp*"_s}, QDir::System))
        paths.append("/dev/usb/"_L1 + name);
    return paths;
}

QJsonArray queues(const std::stop_token& stop)
{
    const auto connection = CupsConnection::open({}, stop);
    const auto names = connection ? (*connection)->queues() : Result<QStringList>(QStringList());
    return QJsonArray::fromStringList(names.value_or(QStringList()));
}

} // namespace

// Looking for scanners loads every driver there is: it happens in a process of its own, which may crash or hang.
QJsonArray Doctor::scannersOnThisMachine() const
{
    QProcess process;
    process.start(m_hostProgram, {u"--list-scanners"_s});
    if (!process.waitForFinished(ListScannersLimitMs)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return QJsonDocument::fromJson(process.readAllStandardOutput()).array();
}

Result<QJsonObject> Doctor::list()
{
    const auto names = [](const auto& catalogue) { return QJsonArray::fromStringList(catalogue.drivers()); };
    return QJsonObject{
        {"serial"_L1, serialPorts()},
        {"usb_printers"_L1, usbPrinters()},
        {"queues"_L1, queues(m_stop)},
        {"scanners"_L1, scannersOnThisMachine()},
        {"drivers"_L1, QJsonObject{{m_idCards.kind(), names(m_idCards)}, {m_scanners.kind(), names(m_scanners)},
                           {m_receipts.kind(), names(m_receipts)}, {m_printers.kind(), names(m_printers)}}},
    };
}

} // namespace kuaiban::doctor

#include "Doctor.h"

#include "devices/camera/CameraDrivers.h"

#include <QJsonArray>

namespace kuaiban::doctor {

using namespace devices;
using namespace Qt::StringLiterals;

Result<QJsonObject> Doctor::list()
{
    QJsonArray serial;
    for (const auto& port : serialPorts()) {
        serial.append(QJsonObject{{"path"_L1, port.path}, {"description"_L1, port.description},
            {"manufacturer"_L1, port.manufacturer}, {"vendor"_L1, port.vendor}, {"product"_L1, port.product}});
    }
    QJsonArray queues;
    for (const auto& queue : findPrinters(m_stop))
        queues.append(queue.title);
    QJsonArray scanners;
    for (const auto& scanner : findScanners(m_hostProgram, m_stop) + findCameras())
        scanners.append(QJsonObject{{"port"_L1, scanner.uri}, {"title"_L1, scanner.title}});
    QJsonArray cardReaders;
    for (const auto& reader : findSmartCardReaders(m_stop))
        cardReaders.append(QJsonObject{{"port"_L1, reader.uri}, {"title"_L1, reader.title}});
    const auto names = [](const auto& catalogue) { return QJsonArray::fromStringList(catalogue.drivers()); };
    return QJsonObject{
        {"serial"_L1, serial},
        {"card_readers"_L1, cardReaders},
        {"usb_printers"_L1, QJsonArray::fromStringList(usbPrinterPaths())},
        {"queues"_L1, queues},
        {"scanners"_L1, scanners},
        {"drivers"_L1, QJsonObject{{m_idCards.kind(), names(m_idCards)}, {m_smartCards.kind(), names(m_smartCards)},
                           {m_scanners.kind(), names(m_scanners)}, {m_receipts.kind(), names(m_receipts)},
                           {m_printers.kind(), names(m_printers)}, {m_keypads.kind(), names(m_keypads)},
                           {m_callers.kind(), names(m_callers)}}},
    };
}

} // namespace kuaiban::doctor

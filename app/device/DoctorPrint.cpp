#include "devices/base/DeviceErrors.h"
#include "devices/printer/TestPage.h"
#include "devices/receipt/SlipJson.h"
#include "Doctor.h"
#include "DoctorErrors.h"
#include "modules/base/Json.h"

#include <QFile>

namespace kuaiban::doctor {

using namespace devices;

namespace {

constexpr qint64 LargestFile = 64 * 1024 * 1024;

Result<QByteArray> contentOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(fileNotRead(path, file.errorString()));
    return file.read(LargestFile);
}

Result<Slip> slipIn(const QString& path)
{
    if (path.isEmpty())
        return testSlip();
    KB_TRY(const auto bytes, contentOf(path));
    KB_TRY(const auto object, parseObject(bytes));
    return slipFromJson(object);
}

} // namespace

Result<QJsonObject> Doctor::printReceipt(const Request& request)
{
    KB_TRY(const auto printer, m_receipts.make(request.port));
    if (!printer)
        return fail(deviceNotConfigured());
    KB_TRY(const auto slip, slipIn(request.file));
    KB_TRY(const auto job, printer->print(slip, m_stop));
    return QJsonObject{{"port"_L1, request.port}, {"state"_L1, receiptJobName(job)}};
}

Result<QJsonObject> Doctor::print(const Request& request)
{
    KB_TRY(const auto printer, m_printers.make(request.port));
    if (!printer)
        return fail(deviceNotConfigured());
    KB_TRY(const auto pdf, request.file.isEmpty() ? Result<QByteArray>(testPage()) : contentOf(request.file));
    KB_TRY(const auto job,
        printAndFollow(*printer, {pdf, request.title, request.copies, request.tray, request.sides}, m_stop));
    return QJsonObject{{"port"_L1, request.port}, {"state"_L1, printJobStateName(job.state)}, {"job"_L1, job.name}};
}

} // namespace kuaiban::doctor

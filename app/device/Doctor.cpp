#include "Doctor.h"

#include "devices/base/DeviceErrors.h"
#include "devices/camera/CameraDrivers.h"
#include "DoctorErrors.h"
#include "MakeDriver.h"

namespace kuaiban::doctor {

using namespace devices;

Doctor::Doctor(const Clock& clock, const QString& hostProgram, const std::stop_token& stop)
    : m_clock(clock)
    , m_hostProgram(hostProgram)
    , m_stop(stop)
    , m_idCards(idCardDrivers(clock))
    , m_smartCards(smartCardDrivers(clock))
    , m_scanners(scannerDrivers(hostProgram))
    , m_receipts(receiptDrivers())
    , m_printers(printerDrivers())
    , m_keypads(keypadDrivers(clock))
    , m_callers(callerDrivers(clock))
{
    addCameraDrivers(m_scanners);
}

Answer Doctor::run(const Request& request)
{
    m_soFar = {};
    const auto& command = request.command;
    const auto result = command == "list"_L1            ? list()
                        : command == "status"_L1        ? status(request)
                        : command == "read-id"_L1       ? readId(request)
                        : command == "read-ssc"_L1      ? readSsc(request)
                        : command == "scan"_L1          ? scan(request)
                        : command == "print-receipt"_L1 ? printReceipt(request)
                        : command == "print"_L1         ? print(request)
                        : command == "selftest"_L1      ? selfTest(request)
                                                        : Result<QJsonObject>(fail(unknownCommand(command)));
    return result ? Answer{*result, true} : failed(result.error(), request.language);
}

Answer Doctor::failed(const Error& error, const QString& language) const
{
    const auto text = m_manual.text(error, language);
    auto object = m_soFar;
    object.insert("failure"_L1, error.code);
    object.insert("origin"_L1, originName(error.origin));
    object.insert("message"_L1, text.what);
    object.insert("cause"_L1, text.cause);
    object.insert("remedy"_L1, text.remedy);
    return {object, false};
}

} // namespace kuaiban::doctor

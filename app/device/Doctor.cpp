#include "Doctor.h"

#include "devices/base/DeviceErrors.h"
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
{}

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

Result<DeviceState> Doctor::stateOf(const QString& port, QJsonObject& extra)
{
    if (port.isEmpty())
        return fail(deviceNotConfigured());
    KB_TRY(const auto uri, parseDeviceUri(port));
    if (m_idCards.knows(uri)) {
        KB_TRY(const auto reader, makeDriver(m_idCards, port));
        extra.insert("kind"_L1, m_idCards.kind());
        KB_CHECK(reader->open(m_stop));
        KB_TRY(const auto module, reader->moduleId(m_stop));
        extra.insert("module"_L1, module);
        KB_TRY(const bool present, reader->findCard(m_stop));
        extra.insert("card_present"_L1, present);
        reader->close();
        return DeviceState::ready();
    }
    if (m_smartCards.knows(uri)) {
        KB_TRY(const auto reader, makeDriver(m_smartCards, port));
        extra.insert("kind"_L1, m_smartCards.kind());
        KB_CHECK(reader->open(m_stop));
        KB_TRY(const auto presence, reader->look(m_stop));
        extra.insert("card_present"_L1, presence.hasCard);
        return DeviceState::ready();
    }
    if (m_scanners.knows(uri)) {
        KB_TRY(const auto scanner, makeDriver(m_scanners, port));
        extra.insert("kind"_L1, m_scanners.kind());
        return scanner->state(m_stop);
    }
    if (m_receipts.knows(uri)) {
        KB_TRY(const auto printer, makeDriver(m_receipts, port));
        extra.insert("kind"_L1, m_receipts.kind());
        return printer->state(m_stop);
    }
    KB_TRY(const auto printer, makeDriver(m_printers, port)); // also names a driver that nobody knows
    extra.insert("kind"_L1, m_printers.kind());
    return printer->state(m_stop);
}

Result<QJsonObject> Doctor::status(const Request& request)
{
    QJsonObject object{{"port"_L1, request.port}};
    KB_TRY(const auto state, stateOf(request.port, object));
    m_soFar = object;
    if (state.health == DeviceHealth::Fault && state.reason)
        return fail(*state.reason);
    object.insert("health"_L1, healthName(state.health));
    if (state.reason) {
        const auto text = m_manual.text(*state.reason, request.language);
        object.insert("remark"_L1,
            QJsonObject{{"failure"_L1, state.reason->code}, {"message"_L1, text.what}, {"remedy"_L1, text.remedy}});
    }
    return object;
}

} // namespace kuaiban::doctor

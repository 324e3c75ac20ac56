#include "devices/base/DeviceErrors.h"
#include "devices/base/DeviceWorker.h"
#include "Doctor.h"
#include "MakeDriver.h"

#include <future>

namespace kuaiban::doctor {

using namespace devices;

namespace {

constexpr std::chrono::seconds QueuePatience(10);

Result<DeviceState> idCardState(IdCardReader& reader, QJsonObject& extra, const std::stop_token& stop)
{
    KB_CHECK(reader.open(stop));
    KB_TRY(const auto module, reader.moduleId(stop));
    extra.insert("module"_L1, module);
    KB_TRY(const bool present, reader.findCard(stop));
    extra.insert("card_present"_L1, present);
    reader.close();
    return DeviceState::ready();
}

Result<DeviceState> smartCardState(SscReader& reader, QJsonObject& extra, const std::stop_token& stop)
{
    KB_CHECK(reader.open(stop));
    KB_TRY(const auto presence, reader.look(stop));
    extra.insert("card_present"_L1, presence.hasCard);
    return DeviceState::ready();
}

Result<DeviceState> keypadState(Keypad& keypad, const std::stop_token& stop)
{
    KB_CHECK(keypad.open(stop));
    const auto state = keypad.state(stop);
    keypad.close();
    return state;
}

// The queue answers in the thread where its terminal lives; here is nothing to do until then.
Result<DeviceState> callerState(std::unique_ptr<CallTerminal> terminal, QJsonObject& extra)
{
    const auto answer = std::make_shared<std::promise<Result<CallState>>>();
    auto coming = answer->get_future();
    DeviceWorker worker(u"caller"_s);
    auto* const adopted = worker.adopt(std::move(terminal));
    worker.post(adopted, [adopted, answer] {
        adopted->ask({}, [answer](const Result<CallState>& state) { answer->set_value(state); });
    });
    if (coming.wait_for(QueuePatience) != std::future_status::ready)
        return fail(deviceSilent());
    KB_TRY(const auto state, coming.get());
    extra.insert("ticket"_L1, state.ticketNumber());
    if (state.waiting)
        extra.insert("waiting"_L1, *state.waiting);
    extra.insert("paused"_L1, state.paused);
    return DeviceState::ready();
}

DeviceState printerState(PagePrinter& printer, QJsonObject& extra, const std::stop_token& stop)
{
    const auto state = printer.state(stop);
    if (const auto abilities = printer.abilities(stop)) {
        extra.insert("trays"_L1, QJsonArray::fromStringList(abilities->trays));
        extra.insert("two_sided"_L1, abilities->twoSided);
    }
    return state;
}

} // namespace

Result<DeviceState> Doctor::stateOf(const QString& port, QJsonObject& extra)
{
    if (port.isEmpty())
        return fail(deviceNotConfigured());
    KB_TRY(const auto uri, parseDeviceUri(port));
    const auto ask = [&](const auto& drivers, auto question) -> Result<DeviceState> {
        KB_TRY(auto driver, makeDriver(drivers, port)); // also names a driver that nobody knows
        extra.insert("kind"_L1, drivers.kind());
        return question(driver);
    };
    if (m_idCards.knows(uri))
        return ask(m_idCards, [&](auto& reader) { return idCardState(*reader, extra, m_stop); });
    if (m_smartCards.knows(uri))
        return ask(m_smartCards, [&](auto& reader) { return smartCardState(*reader, extra, m_stop); });
    if (m_keypads.knows(uri))
        return ask(m_keypads, [&](auto& keypad) { return keypadState(*keypad, m_stop); });
    if (m_callers.knows(uri))
        return ask(m_callers, [&](auto& terminal) { return callerState(std::move(terminal), extra); });
    const auto ownWord = [this](auto& device) -> Result<DeviceState> { return device->state(m_stop); };
    if (m_scanners.knows(uri))
        return ask(m_scanners, ownWord);
    if (m_receipts.knows(uri))
        return ask(m_receipts, ownWord);
    return ask(m_printers, [&](auto& printer) { return printerState(*printer, extra, m_stop); });
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

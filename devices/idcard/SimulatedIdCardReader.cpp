#include "SimulatedIdCardReader.h"

#include "devices/base/DeviceErrors.h"
#include "devices/base/Pause.h"
#include "IdCardCheck.h"
#include "IdCardErrors.h"
#include "IdCardJson.h"
#include "modules/base/ObjectReader.h"
#include "SamReply.h"

namespace kuaiban::devices {

namespace {

constexpr auto Port = "sim:idcard"_L1;

Done checkSteps(const QJsonArray& steps, const IdCardScript& script, const QString& file)
{
    for (const auto& value : steps) {
        const auto step = value.toObject();
        const auto verb = step.keys().value(0);
        const bool known = step.size() == 1 || (step.size() == 2 && step.contains("times"_L1));
        const QStringList verbs{u"wait"_s, u"place"_s, u"remove"_s, u"delay"_s, u"fault"_s, u"unplug"_s, u"plug"_s};
        if (!known || !verbs.contains(verb))
            return fail(deviceScriptBroken(file, "a step has one of the words %1"_L1.arg(verbs.join(u' '))));
        if (step.contains("place"_L1) && !script.persons.contains(step.value("place"_L1).toString()))
            return fail(deviceScriptBroken(file, u"a step places a person the script does not know"_s));
    }
    return {};
}

QStringList namesIn(const QJsonValue& value)
{
    QStringList names;
    if (value.isString())
        names.append(value.toString());
    for (const auto& name : value.toArray())
        names.append(name.toString());
    return names;
}

} // namespace

Result<IdCardScript> readIdCardScript(const QJsonObject& object, const QString& file)
{
    IdCardScript script;
    ObjectReader reader(object);
    const auto persons = reader.objectOr(u"persons"_s);
    for (auto it = persons.begin(); it != persons.end(); ++it) {
        const auto card = idCardFromJson(it.value().toObject(), "persons."_L1 + it.key());
        if (!card)
            return fail(deviceScriptBroken(file, card.error().detail));
        script.persons.insert(it.key(), *card);
    }
    script.onRead = namesIn(object.value("onRead"_L1));
    script.stayMs = reader.integerOr(u"stay"_s, 2000);
    script.steps = reader.arrayOr(u"steps"_s);
    script.repeat = reader.flagOr(u"repeat"_s, false);
    if (const auto done = reader.finish(); !done)
        return fail(deviceScriptBroken(file, done.error().detail));
    for (const auto& name : script.onRead) {
        if (!script.persons.contains(name))
            return fail(deviceScriptBroken(file, u"onRead names a person the script does not know"_s));
    }
    KB_CHECK(checkSteps(script.steps, script, file));
    return script;
}

SimulatedIdCardReader::SimulatedIdCardReader(IdCardScript script, const Clock& clock)
    : m_script(std::move(script))
    , m_clock(clock)
    , m_timeline(m_script.steps, m_script.repeat, clock)
{}

Done SimulatedIdCardReader::open(const std::stop_token& stop)
{
    return begin(stop);
}

void SimulatedIdCardReader::close() {}

Result<QString> SimulatedIdCardReader::moduleId(const std::stop_token& stop)
{
    KB_CHECK(begin(stop));
    return u"05.03-20260101-0000000001-0000000001"_s;
}

Result<bool> SimulatedIdCardReader::findCard(const std::stop_token& stop)
{
    KB_CHECK(begin(stop));
    return m_card.has_value();
}

Result<IdCard> SimulatedIdCardReader::readCard(IdCardExtent extent, const std::stop_token& stop)
{
    KB_CHECK(begin(stop));
    if (!m_card && extent == IdCardExtent::Full)
        placeNext();
    if (!m_card)
        return fail(idCardNoCard());
    KB_CHECK(failIfFaulty());
    KB_CHECK(checkIdCard(*m_card));
    auto card = *m_card;
    if (extent == IdCardExtent::TextOnly)
        card.addedAddress.clear();
    return card;
}

Done SimulatedIdCardReader::begin(const std::stop_token& stop)
{
    advance();
    if (m_delayMs > 0 && !pause(stop, std::chrono::milliseconds(m_delayMs)))
        return fail(deviceCancelled());
    if (!m_plugged)
        return fail(deviceUnplugged(Port));
    return {};
}

void SimulatedIdCardReader::advance()
{
    while (const auto step = m_timeline.next())
        take(*step);
    if (m_liftAtMs && m_clock.monotonicMs() >= *m_liftAtMs) {
        m_card.reset();
        m_liftAtMs.reset();
    }
}

void SimulatedIdCardReader::take(const QJsonObject& step)
{
    if (step.contains("place"_L1)) {
        m_card = m_script.persons.value(step.value("place"_L1).toString());
        m_liftAtMs.reset();
    } else if (step.contains("remove"_L1)) {
        m_card.reset();
    } else if (step.contains("delay"_L1)) {
        m_delayMs = step.value("delay"_L1).toInteger();
    } else if (step.contains("unplug"_L1)) {
        m_plugged = false;
    } else if (step.contains("plug"_L1)) {
        m_plugged = true;
    } else if (step.contains("fault"_L1)) {
        m_fault = Fault{step.value("fault"_L1).toString(), step.value("times"_L1).toInt(1)};
    }
}

void SimulatedIdCardReader::placeNext()
{
    if (m_script.onRead.isEmpty())
        return;
    m_card = m_script.persons.value(m_script.onRead.at(m_nextOnRead++ % m_script.onRead.size()));
    m_liftAtMs = m_clock.monotonicMs() + m_script.stayMs;
}

Done SimulatedIdCardReader::failIfFaulty()
{
    if (!m_fault || m_fault->times <= 0)
        return {};
    --m_fault->times;
    if (m_fault->name == "checksum"_L1)
        return fail(idCardChecksum());
    if (m_fault->name == "no-answer"_L1)
        return fail(idCardNoAnswer());
    bool ok = false;
    const uint status = m_fault->name.toUInt(&ok, 16);
    return fail(samStatusError({0, 0, static_cast<quint8>(ok ? status : 0x41)}));
}

} // namespace kuaiban::devices

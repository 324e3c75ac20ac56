#include "SimulatedKeypadLine.h"

#include "devices/base/DeviceErrors.h"
#include "devices/base/Pause.h"
#include "modules/base/ObjectReader.h"

#include <QDeadlineTimer>

namespace kuaiban::devices {

namespace {

using std::chrono::milliseconds;

constexpr auto SimulatedPort = "sim:keypad"_L1;
const QByteArray NoiseBytes = QByteArray::fromHex("ff680404680191"); // a frame that begins and never ends
constexpr qsizetype MostNoise = 100'000;

bool isGrade(const QJsonValue& value)
{
    return value.toInt() >= 1 && value.toInt() <= 5;
}

bool isTime(const QJsonValue& value)
{
    return value.toInteger(-1) >= 0;
}

bool isStep(const QJsonObject& step)
{
    const auto verb = step.keys().value(0);
    if (step.contains("fault"_L1)) {
        const auto fault = step.value("fault"_L1).toString();
        const bool counted = step.size() == 1 || (step.size() == 2 && step.value("times"_L1).toInt() > 0);
        return counted && (fault == "silent"_L1 || fault == "checksum"_L1);
    }
    const auto value = step.value(verb);
    if (step.size() != 1)
        return false;
    if (verb == "wait"_L1 || verb == "delay"_L1)
        return isTime(value);
    if (verb == "garbage"_L1)
        return isTime(value) && value.toInteger() <= MostNoise;
    return verb == "press"_L1 ? isGrade(value) : verb == "unplug"_L1 || verb == "plug"_L1;
}

bool isTurn(const QJsonObject& turn)
{
    if (turn.contains("silence"_L1))
        return turn.size() == 1;
    const bool timed = turn.size() == 1 || (turn.size() == 2 && isTime(turn.value("after"_L1)));
    return timed && isGrade(turn.value("press"_L1));
}

} // namespace

Result<KeypadScript> readKeypadScript(const QJsonObject& object, const QString& file)
{
    ObjectReader reader(object);
    KeypadScript script;
    const auto turns = reader.arrayOr(u"onAsk"_s);
    script.steps = reader.arrayOr(u"steps"_s);
    script.repeat = reader.flagOr(u"repeat"_s, false);
    for (const auto& word : object.keys()) {
        if (word != "onAsk"_L1 && word != "steps"_L1 && word != "repeat"_L1)
            reader.reject(word, u"one of the words onAsk steps repeat"_s);
    }
    for (qsizetype i = 0; i < script.steps.size(); ++i) {
        if (!isStep(script.steps.at(i).toObject()))
            reader.reject("steps.%1"_L1.arg(QString::number(i)),
                u"one of the words wait press garbage delay fault unplug plug, with its value"_s);
    }
    for (qsizetype i = 0; i < turns.size(); ++i) {
        const auto turn = turns.at(i).toObject();
        if (!isTurn(turn))
            reader.reject("onAsk.%1"_L1.arg(QString::number(i)), u"press with a grade and after, or silence"_s);
        const auto grade = turn.contains("press"_L1) ? std::optional(turn.value("press"_L1).toInt()) : std::nullopt;
        script.onAsk.append({grade, turn.value("after"_L1).toInteger()});
    }
    if (const auto done = reader.finish(); !done)
        return fail(deviceScriptBroken(file, done.error().detail));
    return script;
}

SimulatedKeypadLine::SimulatedKeypadLine(KeypadProfile profile, KeypadScript script, const Clock& clock)
    : m_profile(std::move(profile))
    , m_script(std::move(script))
    , m_clock(clock)
    , m_timeline(m_script.steps, m_script.repeat, clock)
{}

Done SimulatedKeypadLine::open(const std::stop_token&)
{
    m_open = true;
    return advance();
}

Done SimulatedKeypadLine::write(QByteArrayView bytes, milliseconds, const std::stop_token&)
{
    using Fit = KeypadPattern::Fit;
    KB_CHECK(advance());
    const bool asked = m_profile.ask.fit(bytes) == Fit::Whole;
    const bool polled = m_profile.poll && m_profile.poll->send.fit(bytes) == Fit::Whole;
    if ((asked || polled) && fails("silent"_L1))
        return {};
    if (polled)
        say(m_profile.poll->reply.frame(0), 0);
    if (!asked)
        return {};
    m_question = m_profile.ask.questionIn(bytes).value_or(0);
    if (m_script.onAsk.isEmpty())
        return {};
    const auto& turn = m_script.onAsk.at(m_turn++ % m_script.onAsk.size());
    if (turn.press)
        press(*turn.press, turn.afterMs);
    return {};
}

Result<QByteArray> SimulatedKeypadLine::read(milliseconds limit, const std::stop_token& stop)
{
    const QDeadlineTimer deadline(limit);
    while (!stop.stop_requested()) {
        KB_CHECK(advance());
        const auto bytes = arrived();
        if (!bytes.isEmpty() || deadline.hasExpired())
            return bytes;
        pause(stop, std::min(milliseconds(SliceMs), milliseconds(deadline.remainingTime())));
    }
    return fail(deviceCancelled());
}

void SimulatedKeypadLine::discardInput()
{
    if (advance())
        arrived();
}

Done SimulatedKeypadLine::advance()
{
    while (const auto step = m_timeline.next())
        take(*step);
    if (!m_plugged || !m_open) {
        m_open = false;
        return fail(deviceUnplugged(SimulatedPort));
    }
    return {};
}

void SimulatedKeypadLine::take(const QJsonObject& step)
{
    if (step.contains("press"_L1)) {
        press(step.value("press"_L1).toInt(), 0);
    } else if (step.contains("garbage"_L1)) {
        const auto count = step.value("garbage"_L1).toInteger();
        say(NoiseBytes.repeated(count / NoiseBytes.size() + 1).first(count), 0);
    } else if (step.contains("delay"_L1)) {
        m_delayMs = step.value("delay"_L1).toInteger();
    } else if (step.contains("unplug"_L1)) {
        m_plugged = false;
        m_sayings.clear();
    } else if (step.contains("plug"_L1)) {
        m_plugged = true;
    } else if (step.contains("fault"_L1)) {
        m_fault = step.value("fault"_L1).toString();
        m_faults = step.value("times"_L1).toInt(1);
    }
}

void SimulatedKeypadLine::press(int grade, qint64 afterMs)
{
    auto frame = m_profile.pressed.constFirst().frame(m_question, m_profile.grades.key(grade));
    if (fails("checksum"_L1))
        frame[frame.size() - 2] = static_cast<char>(~frame.at(frame.size() - 2)); // the last byte ends the frame
    say(frame, afterMs);
}

void SimulatedKeypadLine::say(const QByteArray& bytes, qint64 afterMs)
{
    m_sayings.append({m_clock.monotonicMs() + m_delayMs + afterMs, bytes});
}

QByteArray SimulatedKeypadLine::arrived()
{
    const auto now = m_clock.monotonicMs();
    QByteArray bytes;
    m_sayings.removeIf([now, &bytes](const Saying& saying) {
        if (saying.atMs <= now)
            bytes += saying.bytes;
        return saying.atMs <= now;
    });
    return bytes;
}

bool SimulatedKeypadLine::fails(QLatin1StringView fault)
{
    if (m_fault != fault || m_faults == 0)
        return false;
    --m_faults;
    return true;
}

} // namespace kuaiban::devices

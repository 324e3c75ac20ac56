#include "SimulatedCaller.h"

#include "CallerErrors.h"
#include "devices/base/DeviceErrors.h"
#include "modules/base/ObjectReader.h"

#include <QTimer>

namespace kuaiban::devices {

namespace {

using std::chrono::milliseconds;

const QStringList ScriptWords{u"queues"_s, u"steps"_s, u"repeat"_s, u"limit"_s};
const QStringList StepWords{
    u"wait"_s, u"arrive"_s, u"delay"_s, u"silent"_s, u"mute"_s, u"refuse"_s, u"unplug"_s, u"plug"_s};

Done checkSteps(const CallerScript& script, const QString& file)
{
    for (const auto& value : script.steps) {
        const auto step = value.toObject();
        const bool counted = step.size() == 2 && step.contains("refuse"_L1) && step.contains("times"_L1);
        const bool known = std::any_of(
            StepWords.begin(), StepWords.end(), [&step](const QString& word) { return step.contains(word); });
        if (!known || (step.size() != 1 && !counted))
            return fail(deviceScriptBroken(file, "a step has one of the words %1"_L1.arg(StepWords.join(u' '))));
        if (step.contains("arrive"_L1) && !script.queues.contains(step.value("arrive"_L1).toString()))
            return fail(deviceScriptBroken(file, u"a citizen arrives for a queue the script does not know"_s));
    }
    return {};
}

} // namespace

Result<CallerScript> readCallerScript(const QJsonObject& object, const QString& file)
{
    CallerScript script;
    ObjectReader reader(object);
    const auto queues = reader.objectOr(u"queues"_s);
    for (auto it = queues.begin(); it != queues.end(); ++it) {
        if (!it.value().isString())
            reader.reject("queues."_L1 + it.key(), u"a text"_s);
        script.queues.insert(it.key(), it.value().toString());
    }
    for (const auto& word : object.keys()) {
        if (!ScriptWords.contains(word))
            reader.reject(word, "one of the words %1"_L1.arg(ScriptWords.join(u' ')));
    }
    script.steps = reader.arrayOr(u"steps"_s);
    script.repeat = reader.flagOr(u"repeat"_s, false);
    script.limit = milliseconds(reader.integerOr(u"limit"_s, CallLimit.count()));
    if (const auto done = reader.finish(); !done)
        return fail(deviceScriptBroken(file, done.error().detail));
    KB_CHECK(checkSteps(script, file));
    return script;
}

SimulatedCaller::SimulatedCaller(CallerScript script, const Clock& clock)
    : m_script(std::move(script))
    , m_clock(clock)
    , m_timeline(m_script.steps, m_script.repeat, clock)
{}

void SimulatedCaller::ask(const CallRequest& request, Answer answer)
{
    while (const auto step = m_timeline.next())
        take(*step);
    if (!m_plugged)
        return answerIn(m_delay, std::move(answer), fail(deviceUnreachable(u"sim:caller"_s, {})));
    if (concerns(request, "silent"_L1))
        return answerIn(m_script.limit, std::move(answer), fail(callerNoAnswer(u"silent"_s)));
    if (concerns(request, "refuse"_L1))
        return answerIn(m_delay, std::move(answer), fail(callerRefused(u"refuse"_s, m_fault.text)));
    const auto done = carryOut(request);
    if (concerns(request, "mute"_L1))
        return answerIn(m_script.limit, std::move(answer), fail(callerNoAnswer(u"mute"_s)));
    answerIn(m_delay, std::move(answer), done);
}

void SimulatedCaller::answerIn(milliseconds delay, Answer answer, const Result<CallState>& result)
{
    const bool late = delay > m_script.limit;
    QTimer::singleShot(std::min(delay, m_script.limit), this, [answer = std::move(answer), result, late] {
        answer(late ? Result<CallState>(fail(callerNoAnswer(u"delay"_s))) : result);
    });
}

void SimulatedCaller::take(const QJsonObject& step)
{
    if (step.contains("arrive"_L1)) {
        arrive(step.value("arrive"_L1).toString());
    } else if (step.contains("delay"_L1)) {
        m_delay = milliseconds(step.value("delay"_L1).toInteger());
    } else if (step.contains("refuse"_L1)) {
        m_fault = {u"refuse"_s, step.value("refuse"_L1).toString(), step.value("times"_L1).toInteger(1)};
    } else if (step.contains("plug"_L1) || step.contains("unplug"_L1)) {
        m_plugged = step.contains("plug"_L1);
    } else {
        const auto kind = step.contains("mute"_L1) ? u"mute"_s : u"silent"_s;
        m_fault = {kind, {}, step.value(kind).toInteger()};
    }
}

void SimulatedCaller::arrive(const QString& letter)
{
    const auto number = letter + QString::number(++m_drawn[letter]).rightJustified(3, u'0');
    m_waiting.enqueue({number, m_script.queues.value(letter), {}});
}

bool SimulatedCaller::concerns(const CallRequest& request, QLatin1StringView kind)
{
    if (request.operation == CallOperation::State || m_fault.kind != kind || m_fault.times <= 0)
        return false;
    --m_fault.times;
    return true;
}

Result<CallState> SimulatedCaller::carryOut(const CallRequest& request)
{
    const auto operation = request.operation;
    if (needsTicket(operation) && (!m_here || m_here->number != request.ticket))
        return fail(callerRefused(u"ticket"_s, u"窗口没有这个号"_s));
    if (operation == CallOperation::Next && m_paused)
        return fail(callerRefused(u"paused"_s, u"窗口已暂停"_s));
    if (operation == CallOperation::Next || operation == CallOperation::Skip || operation == CallOperation::Done)
        m_here.reset();
    if (operation == CallOperation::Next && !m_waiting.isEmpty()) {
        m_here = m_waiting.dequeue();
        m_here->calledAtMs = m_clock.nowMs();
    }
    if (operation == CallOperation::Pause || operation == CallOperation::Resume)
        m_paused = operation == CallOperation::Pause;
    return state();
}

CallState SimulatedCaller::state() const
{
    return {m_here, static_cast<int>(m_waiting.size()), m_paused};
}

} // namespace kuaiban::devices

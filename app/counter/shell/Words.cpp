#include "Words.h"

#include "app/counter/kit/Message.h"
#include "modules/base/FailureManual.h"

#include <QCoreApplication>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

QString words(const char* text, int count = -1)
{
    return QCoreApplication::translate("Words", text, nullptr, count);
}

} // namespace

QString familyName(DeviceFamily family)
{
    switch (family) {
    case DeviceFamily::IdCard:
        return words(QT_TRANSLATE_NOOP("Words", "ID card"));
    case DeviceFamily::Scanner:
        return words(QT_TRANSLATE_NOOP("Words", "Scanner"));
    case DeviceFamily::Receipt:
        return words(QT_TRANSLATE_NOOP("Words", "Slip printer"));
    case DeviceFamily::Printer:
        break;
    }
    return words(QT_TRANSLATE_NOOP("Words", "Printer"));
}

PhaseWords phaseWords(const QString& phase, const QString& outcome)
{
    if (phase == "completed"_L1)
        return {words(QT_TRANSLATE_NOOP("Words", "Completed")), Tone::Good};
    if (phase == "refused"_L1)
        return {words(QT_TRANSLATE_NOOP("Words", "Not approved")), Tone::Bad};
    if (phase == "not-accepted"_L1)
        return {words(QT_TRANSLATE_NOOP("Words", "Not accepted")), Tone::Bad};
    if (phase == "voided"_L1)
        return {words(QT_TRANSLATE_NOOP("Words", "Void")), Tone::Secondary};
    if (phase == "supplement"_L1)
        return {words(QT_TRANSLATE_NOOP("Words", "Waiting for papers")), Tone::Attention};
    if (outcome == "returned"_L1)
        return {words(QT_TRANSLATE_NOOP("Words", "Returned")), Tone::Attention};
    return {words(QT_TRANSLATE_NOOP("Words", "In progress")), Tone::Accent};
}

QString outcomeWord(const QString& outcome)
{
    if (outcome == "approved"_L1)
        return words(QT_TRANSLATE_NOOP("Words", "approved"));
    if (outcome == "returned"_L1)
        return words(QT_TRANSLATE_NOOP("Words", "returned"));
    if (outcome == "refused"_L1)
        return words(QT_TRANSLATE_NOOP("Words", "not approved"));
    if (outcome == "supplement"_L1)
        return words(QT_TRANSLATE_NOOP("Words", "papers asked for"));
    if (outcome == "dispatched"_L1)
        return words(QT_TRANSLATE_NOOP("Words", "dispatched"));
    if (outcome == "resubmitted"_L1)
        return words(QT_TRANSLATE_NOOP("Words", "sent again"));
    return {};
}

DueWords dueWords(const QString& dueOn, QDate today)
{
    const QDate due = QDate::fromString(dueOn, Qt::ISODate);
    if (!due.isValid())
        return {};
    const int days = static_cast<int>(today.daysTo(due));
    if (days < 0)
        return {words(QT_TRANSLATE_N_NOOP("Words", "%n day(s) overdue"), -days), Tone::Bad};
    if (days == 0)
        return {words(QT_TRANSLATE_NOOP("Words", "due today")), Tone::Bad};
    return {words(QT_TRANSLATE_N_NOOP("Words", "%n day(s) left"), days), days <= 2 ? Tone::Attention : Tone::Secondary};
}

DueWords limitWords(const QString& phase, const QString& dueOn, const QString& supplementDue, QDate today)
{
    if (phase == "supplement"_L1) {
        const QDate last = QDate::fromString(supplementDue, Qt::ISODate);
        if (!last.isValid())
            return {words(QT_TRANSLATE_NOOP("Words", "clock stopped")), Tone::Secondary};
        if (last < today)
            return {
                words(QT_TRANSLATE_NOOP("Words", "papers overdue since %1")).arg(last.toString(u"MM-dd"_s)), Tone::Bad};
        return {words(QT_TRANSLATE_NOOP("Words", "papers by %1")).arg(last.toString(u"MM-dd"_s)), Tone::Secondary};
    }
    const bool open = phase.isEmpty() || phase == "in-progress"_L1;
    return open ? dueWords(dueOn, today) : DueWords{};
}

LightState lightOf(
    DeviceFamily family, const devices::DeviceState& state, const FailureManual& manual, const QString& language)
{
    LightState light;
    light.id = u"device-%1"_s.arg(static_cast<int>(family));
    light.name = familyName(family);
    switch (state.health) {
    case devices::DeviceHealth::Ready:
        light.condition = Condition::Ready;
        light.word = words(QT_TRANSLATE_NOOP("Words", "ready"));
        break;
    case devices::DeviceHealth::Attention:
        light.condition = Condition::Attention;
        light.word = words(QT_TRANSLATE_NOOP("Words", "needs attention"));
        break;
    case devices::DeviceHealth::Fault:
        light.condition = Condition::Fault;
        light.word = words(QT_TRANSLATE_NOOP("Words", "fault"));
        break;
    case devices::DeviceHealth::NotConfigured:
        if (!state.reason) { // there is one, and it was not heard of yet
            light.word = words(QT_TRANSLATE_NOOP("Words", "being looked at"));
            break;
        }
        light.word = words(QT_TRANSLATE_NOOP("Words", "not set up"));
        light.problem = words(QT_TRANSLATE_NOOP("Words", "No such device is set up on this machine."));
        light.remedy = words(QT_TRANSLATE_NOOP("Words", "A technician enters it in the profile under “devices”."));
        break;
    }
    if (state.reason && state.health != devices::DeviceHealth::NotConfigured) {
        const auto message = messageFor(*state.reason, manual, language);
        light.problem = message.what;
        light.remedy = message.remedy;
        light.code = message.code;
    }
    return light;
}

LightState networkLight(const sync::SyncState& state, const FailureManual& manual, const QString& language)
{
    LightState light;
    light.id = u"network"_s;
    light.name =
        state.online ? words(QT_TRANSLATE_NOOP("Words", "Online")) : words(QT_TRANSLATE_NOOP("Words", "Offline"));
    light.condition = state.online ? Condition::Ready : Condition::Attention;
    if (state.error) {
        const auto message = messageFor(*state.error, manual, language);
        light.problem = message.what;
        light.remedy = message.remedy;
        light.code = message.code;
    }
    return light;
}

QString clockText(qint64 utcMs)
{
    return legalTime(utcMs).toString(u"MM-dd HH:mm"_s);
}

} // namespace kuaiban::counter

#include "Words.h"

#include "app/counter/kit/Message.h"
#include "modules/base/FailureManual.h"

#include <QCoreApplication>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

// Carries the context of the texts below.
struct WordsTexts
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

} // namespace

QString familyName(DeviceFamily family)
{
    switch (family) {
    case DeviceFamily::IdCard:
        return WordsTexts::tr("ID card");
    case DeviceFamily::SmartCard:
        return WordsTexts::tr("Security card");
    case DeviceFamily::Scanner:
        return WordsTexts::tr("Scanner");
    case DeviceFamily::Camera:
        return WordsTexts::tr("Camera");
    case DeviceFamily::Receipt:
        return WordsTexts::tr("Slip printer");
    case DeviceFamily::Printer:
        return WordsTexts::tr("Printer");
    case DeviceFamily::Keypad:
        return WordsTexts::tr("Evaluation");
    case DeviceFamily::Screen:
        return WordsTexts::tr("Citizen screen");
    case DeviceFamily::Caller:
        break;
    }
    return WordsTexts::tr("Calling");
}

PhaseWords phaseWords(const QString& phase, const QString& outcome)
{
    if (phase == "completed"_L1)
        return {WordsTexts::tr("Completed"), Tone::Good};
    if (phase == "refused"_L1)
        return {WordsTexts::tr("Not approved"), Tone::Bad};
    if (phase == "not-accepted"_L1)
        return {WordsTexts::tr("Not accepted"), Tone::Bad};
    if (phase == "voided"_L1)
        return {WordsTexts::tr("Void"), Tone::Secondary};
    if (phase == "merged"_L1)
        return {WordsTexts::tr("Merged"), Tone::Secondary};
    if (phase == "supplement"_L1)
        return {WordsTexts::tr("Waiting for papers"), Tone::Attention};
    if (outcome == "returned"_L1)
        return {WordsTexts::tr("Returned"), Tone::Attention};
    return {WordsTexts::tr("In progress"), Tone::Accent};
}

QString outcomeWord(const QString& outcome)
{
    if (outcome == "approved"_L1)
        return WordsTexts::tr("approved");
    if (outcome == "handled"_L1)
        return WordsTexts::tr("done");
    if (outcome == "returned"_L1)
        return WordsTexts::tr("returned");
    if (outcome == "refused"_L1)
        return WordsTexts::tr("not approved");
    if (outcome == "supplement"_L1)
        return WordsTexts::tr("papers asked for");
    if (outcome == "dispatched"_L1)
        return WordsTexts::tr("dispatched");
    if (outcome == "recalled"_L1)
        return WordsTexts::tr("taken back by the window");
    if (outcome == "resubmitted"_L1)
        return WordsTexts::tr("sent again");
    return {};
}

DueWords dueWords(const QString& dueOn, QDate today)
{
    const QDate due = QDate::fromString(dueOn, Qt::ISODate);
    if (!due.isValid())
        return {};
    const int days = static_cast<int>(today.daysTo(due));
    if (days < 0)
        return {WordsTexts::tr("%n day(s) overdue", nullptr, -days), Tone::Bad};
    if (days == 0)
        return {WordsTexts::tr("due today"), Tone::Bad};
    return {WordsTexts::tr("%n day(s) left", nullptr, days), days <= 2 ? Tone::Attention : Tone::Secondary};
}

DueWords limitWords(const QString& phase, const QString& dueOn, const QString& supplementDue, QDate today)
{
    if (phase == "supplement"_L1) {
        const QDate last = QDate::fromString(supplementDue, Qt::ISODate);
        if (!last.isValid())
            return {WordsTexts::tr("clock stopped"), Tone::Secondary};
        if (last < today)
            return {WordsTexts::tr("papers overdue since %1").arg(last.toString(u"MM-dd"_s)), Tone::Bad};
        return {WordsTexts::tr("papers by %1").arg(last.toString(u"MM-dd"_s)), Tone::Secondary};
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
        light.word = WordsTexts::tr("ready");
        break;
    case devices::DeviceHealth::Attention:
        light.condition = Condition::Attention;
        light.word = WordsTexts::tr("needs attention");
        break;
    case devices::DeviceHealth::Fault:
        light.condition = Condition::Fault;
        light.word = WordsTexts::tr("fault");
        break;
    case devices::DeviceHealth::NotConfigured:
        if (!state.reason) { // there is one, and it was not heard of yet
            light.word = WordsTexts::tr("being looked at");
            break;
        }
        light.word = WordsTexts::tr("not set up");
        light.problem = WordsTexts::tr("No such device is set up on this machine.");
        light.remedy = WordsTexts::tr("A technician enters it in the profile under “devices”.");
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
    light.name = state.online ? WordsTexts::tr("Online") : WordsTexts::tr("Offline");
    light.condition = state.online ? Condition::Ready : Condition::Attention;
    if (state.error) {
        const auto message = messageFor(*state.error, manual, language);
        light.problem = message.what;
        light.remedy = message.remedy;
        light.code = message.code;
    }
    return light;
}

QString minuteText(qint64 utcMs)
{
    return legalTime(utcMs).toString(u"yyyy-MM-dd HH:mm"_s);
}

QString clockText(qint64 utcMs)
{
    return legalTime(utcMs).toString(u"MM-dd HH:mm"_s);
}

} // namespace kuaiban::counter

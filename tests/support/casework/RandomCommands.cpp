#include "RandomCommands.h"

#include "SampleMatter.h"

#include "modules/casework/CaseDecision.h"
#include "modules/forms/FormPaths.h"

#include <QJsonArray>

namespace kuaiban::test {

using namespace Qt::StringLiterals;
using casework::Case;
using casework::Task;
using journal::Command;

Actor RandomCommands::anybody()
{
    return oneOf<Actor>({m_world.clerk, m_world.secondClerk, m_world.dispatcher, m_world.reviewer, m_world.approver,
        m_world.supervisor, m_world.jack, m_world.outsider});
}

Actor RandomCommands::suitable(const Task& task)
{
    for (const auto& actor : {m_world.clerk, m_world.secondClerk, m_world.dispatcher, m_world.reviewer,
             m_world.approver, m_world.supervisor, m_world.jack, m_world.outsider}) {
        if (actor.id == task.holder)
            return actor;
    }
    if (task.step == "dispatch"_L1)
        return oneOf<Actor>({m_world.dispatcher, m_world.supervisor, m_world.jack});
    if (task.step == "approve"_L1)
        return oneOf<Actor>({m_world.approver, m_world.supervisor});
    return oneOf<Actor>({m_world.reviewer, m_world.supervisor, m_world.jack});
}

Done RandomCommands::lifeGoesOn()
{
    m_world.clock.advance(1000 + m_random.below(3 * 3600 * 1000));
    if (!chance(4))
        return {};
    KB_CHECK(m_reviewerHasPost ? m_world.withdraw(m_world.reviewer, u"reviewer"_s)
                               : m_world.grant(m_world.reviewer, u"reviewer"_s, u"210603"_s));
    m_reviewerHasPost = !m_reviewerHasPost;
    m_world.clock.advance(1000);
    return {};
}

Command RandomCommands::next()
{
    Command command;
    if (m_streams.size() < 2 || (m_streams.size() < 8 && chance(12))) {
        command = opening();
    } else {
        const QString stream = oneOf(m_streams);
        const auto state = m_world.state(stream);
        command = state.currentTask() && chance(65) ? onward(stream, state) : sideways(stream, state);
    }
    if (chance(12))
        command.base = qMax<qint64>(0, command.base - m_random.below(3));
    if (chance(casework::opens(command.type) ? 10 : 4))
        command.times.uncertain = true;
    return command;
}

// A case may begin in many ways: whole, incomplete, or not accepted at all.
Command RandomCommands::beginning(const Actor& by)
{
    switch (m_random.below(10)) {
    case 0:
    case 1:
    case 2:
        return m_write.openFreeIntake(by);
    case 3:
        return m_write.openIncomplete(by, dayFromNow());
    case 4:
        return m_write.refuseAtOnce(by, oneOf<QString>({u"10"_s, u"60"_s, u"40"_s, u"98"_s}));
    case 5:
    case 6:
    case 7: {
        auto command = m_write.openMatter(by);
        command.body.insert(u"item"_s, u"unique-matter"_s);
        command.body.insert(u"parties"_s, QJsonObject{{u"applicant"_s, somebody()}});
        return command;
    }
    default:
        return m_write.openMatter(by);
    }
}

QString RandomCommands::dayFromNow()
{
    return legalDate(m_world.clock.nowMs()).addDays(m_random.below(5) - 1).toString(Qt::ISODate);
}

// Two people, so that some meet again; sometimes typed, or with something missing.
QJsonObject RandomCommands::somebody()
{
    auto unproven = m_write.typedParty("proof");
    unproven.remove(u"proof"_s);
    auto someone =
        oneOf<QJsonObject>({party(), party(u"欧阳小明"_s, u"21060319910505115"_s), m_write.typedParty("proof"),
            unproven, m_write.agentParty("authority"), m_write.agentParty("authority", u"08"_s)});
    if (chance(8))
        someone.remove(oneOf<QString>({u"name"_s, u"relation"_s, u"authority"_s, u"proof"_s, u"typedReason"_s}));
    return someone;
}

Command RandomCommands::opening()
{
    const auto by = chance(85) ? oneOf<Actor>({m_world.clerk, m_world.secondClerk, m_world.jack}) : anybody();
    auto command = beginning(by);
    switch (m_random.below(14)) {
    case 0:
        command.body.insert(u"number"_s, u"2106032026112000001"_s); // may be taken, or of another day
        break;
    case 1:
        command.body.insert(u"revision"_s, 2);
        break;
    case 2:
        command.body.insert(u"parties"_s, QJsonObject{});
        break;
    case 3:
        command.body.insert(u"values"_s, QJsonObject{});
        break;
    case 4:
        command.body.insert(u"materials"_s, QJsonArray{});
        break;
    case 5:
        command.stream = m_streams.isEmpty() ? command.stream : oneOf(m_streams);
        break;
    case 6:
        command.body.insert(u"parties"_s, QJsonObject{{u"applicant"_s, somebody()}, {u"agent"_s, somebody()}});
        break;
    default:
        break;
    }
    if (!m_streams.contains(command.stream))
        m_streams.append(command.stream);
    return command;
}

// What moves the case on, by somebody who might.
Command RandomCommands::onward(const QString& stream, const Case& state)
{
    const auto& task = *state.currentTask();
    const auto by = chance(90) ? suitable(task) : anybody();
    const QString opinion = chance(85) ? u"张𠮷秀的材料已核对。"_s : QString();
    if (task.holder.isEmpty())
        return m_write.claim(by, stream);
    if (chance(8))
        return m_write.handOver(by, stream, chance(50) ? suitable(task) : anybody());
    if (task.step == "accept"_L1)
        return atWindow(by, stream, state);
    if (chance(10))
        return m_write.release(by, stream);
    if (task.step == "dispatch"_L1)
        return chance(85) ? m_write.dispatch(by, stream, u"养老保险科"_s)
                          : m_write.sendBack(by, stream, u"accept"_s, opinion);
    switch (m_random.below(8)) {
    case 0:
        return m_write.sendBack(by, stream, oneOf<QString>({u"accept"_s, u"dispatch"_s, u"review"_s}), opinion);
    case 1:
        return asking(by, stream, opinion);
    case 2:
        return m_write.refuse(by, stream, opinion);
    default:
        return m_write.approve(by, stream, opinion);
    }
}

Command RandomCommands::asking(const Actor& by, const QString& stream, const QString& opinion)
{
    auto command = m_write.requestSupplement(by, stream, opinion);
    command.body.insert(u"deadline"_s, dayFromNow());
    if (chance(40))
        command.body.insert(u"missing"_s, QJsonArray{});
    return command;
}

Command RandomCommands::atWindow(const Actor& by, const QString& stream, const Case& state)
{
    switch (m_random.below(10)) {
    case 0:
        return m_write.removeMaterial(by, stream, oneOf<QString>({u"contract"_s, u"m-1"_s}));
    case 1:
        return m_write.refuseAcceptance(by, stream, oneOf<QString>({u"10"_s, u"40"_s, u"40"_s, u"90"_s, QString()}),
            chance(50) ? u"逾期"_s : QString());
    case 2:
        return m_write.claim(oneOf<Actor>({m_world.clerk, m_world.secondClerk, m_world.reviewer}), stream);
    case 3:
        return changingParty(by, stream);
    case 4:
    case 5:
        return m_write.setMaterial(by, stream, paper(state));
    default:
        return m_write.resubmit(by, stream);
    }
}

Command RandomCommands::changingParty(const Actor& by, const QString& stream)
{
    const QString role = oneOf<QString>({u"applicant"_s, u"subject"_s, u"agent"_s, u"collector"_s, u"friend"_s});
    return m_write.setParty(by, stream, role, chance(70) ? QJsonValue(somebody()) : QJsonValue());
}

// What happens beside the way of the case, by whomever.
Command RandomCommands::sideways(const QString& stream, const Case& state)
{
    const auto by = chance(60) ? oneOf<Actor>({m_world.clerk, m_world.secondClerk, m_world.supervisor}) : anybody();
    switch (m_random.below(18)) {
    case 12:
        return m_write.transfer(chance(70) ? m_world.supervisor : by, stream, anybody());
    case 13:
        return chance(50) ? m_write.releaseDuplicate(chance(70) ? m_world.supervisor : by, stream)
                          : m_write.mergeDuplicate(chance(70) ? m_world.supervisor : by, stream);
    case 14:
    case 15:
        return m_write.collect(by, stream, chance(60) ? state.parties.value("applicant"_L1).toObject() : somebody());
    case 17:
        return m_write.evaluate(by, stream, m_random.below(7));
    case 16:
        return changingParty(chance(60) ? m_world.supervisor : by, stream);
    case 0:
    case 1:
        return m_write.setMaterial(by, stream, paper(state));
    case 2:
        return m_write.remark(by, stream, chance(85) ? u"已电话联系张𠮷秀。"_s : QString());
    case 3:
        return chance(30) ? m_write.voidCase(by, stream, u"重复收件"_s) : m_write.confirmTime(by, stream);
    case 4:
        return m_write.settle(
            by, stream, state.conflicts.isEmpty() ? u"none"_s : state.conflicts.constFirst().id, u"13900000005"_s);
    case 5:
        return m_write.onTask(by, stream,
            oneOf<QString>({u"ClaimTask"_s, u"ReleaseTask"_s, u"DispatchCase"_s, u"ApproveTask"_s, u"ReturnTask"_s,
                u"RecallCase"_s, u"RefuseCase"_s, u"RequestSupplement"_s, u"Resubmit"_s, u"RefuseAcceptance"_s,
                u"HandOver"_s, u"TransferTask"_s, u"BurnCase"_s}));
    case 6:
        return m_write.confirmTime(m_world.supervisor, stream);
    case 7:
        return m_write.settle(m_world.supervisor, stream,
            state.conflicts.isEmpty() ? u"none"_s : state.conflicts.constFirst().id,
            state.conflicts.isEmpty() ? QJsonValue() : state.conflicts.constFirst().client);
    default:
        return editing(by, stream, state);
    }
}

Command RandomCommands::editing(const Actor& by, const QString& stream, const Case& state)
{
    const QList<std::pair<QString, QJsonArray>> choices =
        state.item != "free-intake"_L1
            ? QList<std::pair<QString, QJsonArray>>{{u"months"_s, {24, 36, 130, 401, -1}},
                  {u"reason"_s, {u"单位解散"_s, u"协商解除"_s, u""_s}}, {u"periods.rows.r1.months"_s, {12, 18, 0}},
                  {u"periods.rows.r1.unit"_s, {u"虚构纺织厂"_s, QJsonValue()}}, {u"account"_s, {u"1"_s}},
                  {u"years"_s, {9}}}
            : QList<std::pair<QString, QJsonArray>>{
                  {u"phone"_s, {u"13900000001"_s, u"13900000002"_s, u"13900000003"_s, u"12"_s}},
                  {u"title"_s, {u"补发审批表"_s, u"更正姓名"_s, QJsonValue()}},
                  {u"department"_s, {u"就业科"_s, u"养老保险科"_s, QJsonValue()}}, {u"mood"_s, {u"good"_s}}};
    const auto choice = oneOf(choices);
    const auto values = choice.second;
    const auto any = [&] { return values.at(m_random.below(static_cast<int>(values.size()))); };
    const auto present = forms::valueAt(state.values, choice.first);
    const auto base = chance(75) ? present.isUndefined() ? QJsonValue() : present : any();
    return m_write.edit(by, stream, choice.first, base, any());
}

casework::CaseMaterial RandomCommands::paper(const Case& state)
{
    const QString id = state.item != "free-intake"_L1
                           ? oneOf<QString>({u"claim"_s, u"contract"_s, u"wages"_s, u"long-service"_s, u"diary"_s})
                           : oneOf<QString>({u"m-1"_s, u"m-2"_s, QString()});
    return m_write.material(id, u"材料"_s, QByteArray::number(m_random.below(1000)), chance(70));
}

} // namespace kuaiban::test

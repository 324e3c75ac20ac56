#include "RandomCommands.h"

#include "SampleMatter.h"

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
    if (chance(4))
        command.times.uncertain = true;
    return command;
}

Command RandomCommands::opening()
{
    const auto by = chance(85) ? oneOf<Actor>({m_world.clerk, m_world.secondClerk, m_world.jack}) : anybody();
    auto command = chance(50) ? m_write.openFreeIntake(by) : m_write.openMatter(by);
    switch (m_random.below(12)) {
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
    if (task.step == "accept"_L1)
        return chance(80) ? m_write.resubmit(by, stream)
                          : m_write.removeMaterial(by, stream, oneOf<QString>({u"contract"_s, u"m-1"_s}));
    if (chance(10))
        return m_write.release(by, stream);
    if (task.step == "dispatch"_L1)
        return chance(85) ? m_write.dispatch(by, stream, u"养老保险科"_s)
                          : m_write.sendBack(by, stream, u"accept"_s, opinion);
    switch (m_random.below(8)) {
    case 0:
        return m_write.sendBack(by, stream, oneOf<QString>({u"accept"_s, u"dispatch"_s, u"review"_s}), opinion);
    case 1:
        return m_write.requestSupplement(by, stream, opinion);
    case 2:
        return m_write.refuse(by, stream, opinion);
    default:
        return m_write.approve(by, stream, opinion);
    }
}

// What happens beside the way of the case, by whomever.
Command RandomCommands::sideways(const QString& stream, const Case& state)
{
    const auto by = chance(60) ? oneOf<Actor>({m_world.clerk, m_world.secondClerk, m_world.supervisor}) : anybody();
    switch (m_random.below(12)) {
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
                u"RefuseCase"_s, u"RequestSupplement"_s, u"Resubmit"_s, u"BurnCase"_s}));
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
        state.item == "sample-matter"_L1
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
    const QString id = state.item == "sample-matter"_L1
                           ? oneOf<QString>({u"claim"_s, u"contract"_s, u"wages"_s, u"long-service"_s, u"diary"_s})
                           : oneOf<QString>({u"m-1"_s, u"m-2"_s, QString()});
    return m_write.material(id, u"材料"_s, QByteArray::number(m_random.below(1000)), chance(90));
}

} // namespace kuaiban::test

#include "CaseCommands.h"

#include "SampleMatter.h"

#include "modules/base/Digest.h"
#include "modules/casework/CaseStream.h"

#include <QJsonArray>

namespace kuaiban::test {

using namespace Qt::StringLiterals;
using casework::CaseMaterial;
using journal::Command;

Command CaseCommands::make(const Actor& by, const QString& stream, const QString& type, const QJsonObject& body)
{
    const qint64 now = m_world.clock.nowMs();
    return {m_world.ids.next(), stream, casework::CaseStream::kind(), type, 1, by.id, by.device,
        m_world.version(stream), {}, {now, now, false}, {}, body};
}

Command CaseCommands::onTask(const Actor& by, const QString& stream, const QString& type, QJsonObject body)
{
    const auto state = m_world.state(stream);
    const auto* task = state.currentTask();
    body.insert(u"task"_s, task ? task->id : u"none"_s);
    return make(by, stream, type, body);
}

Command CaseCommands::openIncomplete(const Actor& by, const QString& deadline)
{
    auto command = openMatter(by);
    auto values = sampleMatterValues();
    values.remove(u"reason"_s);
    command.body.insert(u"values"_s, values);
    command.body.insert(u"materials"_s, QJsonArray{material(u"claim"_s, u"申请表"_s, "claim form").toJson()});
    command.body.insert(
        u"missing"_s, QJsonArray{casework::MissingThing{u"contract"_s, u"劳动合同"_s, u"未提供"_s}.toJson(),
                          casework::MissingThing{{}, u"事由"_s, u"未写明"_s}.toJson()});
    command.body.insert(u"deadline"_s, deadline);
    return command;
}

Command CaseCommands::refuseAtOnce(const Actor& by, const QString& reason)
{
    auto command = openMatter(by);
    command.type = u"RefuseAcceptance"_s;
    command.body.insert(u"values"_s, QJsonObject{});
    command.body.insert(u"materials"_s, QJsonArray{});
    command.body.insert(u"reason"_s, reason);
    command.body.insert(u"reasonText"_s, u"申请人要求办理的事项不在本区。"_s);
    command.body.insert(u"organ"_s, u"虚构市社会保险中心"_s);
    return command;
}

QString CaseCommands::freshNumber()
{
    return u"210603%1%2"_s.arg(legalDate(m_world.clock.nowMs()).toString(u"yyyyMMdd"_s))
        .arg(++m_serial, 5, 10, QLatin1Char('0'));
}

Command CaseCommands::openFreeIntake(const Actor& by, const QJsonArray& materials)
{
    return make(by, m_world.ids.next(), u"OpenCase"_s,
        {{u"number"_s, freshNumber()}, {u"item"_s, u"free-intake"_s}, {u"revision"_s, 1}, {u"area"_s, u"210603"_s},
            {u"office"_s, u"振安区政务服务中心"_s}, {u"window"_s, u"3"_s}, {u"queryCode"_s, u"7K2M9Q"_s},
            {u"parties"_s, QJsonObject{{u"applicant"_s, party()}}}, {u"values"_s, freeIntakeValues()},
            {u"origins"_s, QJsonObject{{u"address"_s, u"card"_s}}}, {u"materials"_s, materials}});
}

Command CaseCommands::openMatter(const Actor& by)
{
    auto command = openFreeIntake(by);
    command.body.insert(u"item"_s, u"sample-matter"_s);
    command.body.insert(u"scenario"_s, u"first"_s);
    command.body.insert(u"values"_s, sampleMatterValues());
    command.body.insert(u"materials"_s, QJsonArray{material(u"claim"_s, u"申请表"_s, "claim form").toJson(),
                                            material(u"contract"_s, u"劳动合同"_s, "contract").toJson()});
    return command;
}

Command CaseCommands::edit(
    const Actor& by, const QString& stream, const QString& path, const QJsonValue& base, const QJsonValue& value)
{
    return make(by, stream, u"EditFields"_s,
        {{u"edits"_s, QJsonArray{QJsonObject{{u"path"_s, path}, {u"base"_s, base}, {u"value"_s, value}}}}});
}

Command CaseCommands::settle(const Actor& by, const QString& stream, const QString& conflict, const QJsonValue& value)
{
    return make(by, stream, u"SettleConflict"_s, {{u"conflict"_s, conflict}, {u"value"_s, value}});
}

Command CaseCommands::setMaterial(const Actor& by, const QString& stream, const CaseMaterial& material)
{
    return make(by, stream, u"SetMaterial"_s, {{u"material"_s, material.toJson()}});
}

Command CaseCommands::removeMaterial(const Actor& by, const QString& stream, const QString& id)
{
    return make(by, stream, u"RemoveMaterial"_s, {{u"material"_s, id}});
}

Command CaseCommands::remark(const Actor& by, const QString& stream, const QString& text)
{
    return make(by, stream, u"AddRemark"_s, {{u"text"_s, text}});
}

Command CaseCommands::claim(const Actor& by, const QString& stream)
{
    return onTask(by, stream, u"ClaimTask"_s);
}

Command CaseCommands::release(const Actor& by, const QString& stream)
{
    return onTask(by, stream, u"ReleaseTask"_s);
}

Command CaseCommands::dispatch(const Actor& by, const QString& stream, const QString& department)
{
    return onTask(by, stream, u"DispatchCase"_s, {{u"department"_s, department}});
}

Command CaseCommands::approve(const Actor& by, const QString& stream, const QString& opinion)
{
    return onTask(by, stream, u"ApproveTask"_s, {{u"opinion"_s, opinion}});
}

Command CaseCommands::sendBack(const Actor& by, const QString& stream, const QString& to, const QString& opinion)
{
    return onTask(by, stream, u"ReturnTask"_s, {{u"to"_s, to}, {u"opinion"_s, opinion}});
}

Command CaseCommands::refuse(const Actor& by, const QString& stream, const QString& opinion)
{
    return onTask(by, stream, u"RefuseCase"_s, {{u"opinion"_s, opinion}});
}

Command CaseCommands::requestSupplement(const Actor& by, const QString& stream, const QString& opinion)
{
    return onTask(by, stream, u"RequestSupplement"_s,
        {{u"opinion"_s, opinion}, {u"deadline"_s, u"2026-12-05"_s},
            {u"missing"_s, QJsonArray{QJsonObject{{u"name"_s, u"委托书"_s}, {u"reason"_s, u"没有签名"_s}}}}});
}

Command CaseCommands::resubmit(const Actor& by, const QString& stream)
{
    return onTask(by, stream, u"Resubmit"_s);
}

Command CaseCommands::voidCase(const Actor& by, const QString& stream, const QString& reason)
{
    return make(by, stream, u"VoidCase"_s, {{u"reason"_s, reason}});
}

Command CaseCommands::confirmTime(const Actor& by, const QString& stream)
{
    return make(by, stream, u"ConfirmTime"_s);
}

Command CaseCommands::refuseAcceptance(
    const Actor& by, const QString& stream, const QString& reason, const QString& words)
{
    return onTask(by, stream, u"RefuseAcceptance"_s, {{u"reason"_s, reason}, {u"reasonText"_s, words}});
}

Command CaseCommands::setParty(const Actor& by, const QString& stream, const QString& role, const QJsonValue& party)
{
    return make(by, stream, u"SetParty"_s, {{u"role"_s, role}, {u"party"_s, party}, {u"reason"_s, u"登记有误"_s}});
}

Command CaseCommands::handOver(const Actor& by, const QString& stream, const Actor& to)
{
    return onTask(by, stream, u"HandOver"_s, {{u"to"_s, to.id}, {u"toName"_s, to.name}, {u"reason"_s, u"下午外出"_s}});
}

Command CaseCommands::transfer(const Actor& by, const QString& stream, const Actor& to)
{
    return onTask(
        by, stream, u"TransferTask"_s, {{u"to"_s, to.id}, {u"toName"_s, to.name}, {u"reason"_s, u"原经办人请假"_s}});
}

Command CaseCommands::releaseDuplicate(const Actor& by, const QString& stream)
{
    return make(by, stream, u"ReleaseDuplicate"_s, {{u"reason"_s, u"两件分属不同年度"_s}});
}

Command CaseCommands::mergeDuplicate(const Actor& by, const QString& stream)
{
    return make(by, stream, u"MergeDuplicate"_s, {{u"reason"_s, u"同一当事人的同一事项"_s}});
}

Command CaseCommands::collect(const Actor& by, const QString& stream, const QJsonObject& collector)
{
    return make(by, stream, u"RecordCollection"_s,
        {{u"collector"_s, collector}, {u"papers"_s, QJsonArray{u"办结通知书"_s, u"审批表"_s}},
            {u"signature"_s, QJsonArray{page("signature").toJson()}}});
}

Command CaseCommands::evaluate(const Actor& by, const QString& stream, int grade)
{
    return make(by, stream, u"RecordEvaluation"_s, {{u"grade"_s, grade}, {u"via"_s, u"keypad"_s}});
}

casework::Page CaseCommands::page(const QByteArray& bytes, bool arrived)
{
    const QString digest = arrived ? m_world.blobs.put(bytes).value_or(QString()) : digestOf(bytes);
    return {digest, u"image/png"_s, 1240, 1754, 150, bytes.size()};
}

QJsonObject CaseCommands::typedParty(const QByteArray& proof)
{
    auto typed = party();
    typed.insert(u"source"_s, u"typed"_s);
    typed.insert(u"typedReason"_s, u"10"_s);
    typed.insert(u"proof"_s, QJsonArray{page(proof).toJson()});
    return typed;
}

QJsonObject CaseCommands::agentParty(const QByteArray& authority, const QString& relation)
{
    auto agent = party(u"李代办"_s, u"21060319900303003"_s);
    agent.insert(u"relation"_s, relation);
    agent.insert(u"authority"_s, QJsonArray{page(authority).toJson()});
    return agent;
}

CaseMaterial CaseCommands::material(const QString& id, const QString& name, const QByteArray& bytes, bool arrived)
{
    CaseMaterial material{id, name, u"copy"_s, u"supplied"_s, 1, {}, {}, false};
    material.pages.append(page(bytes, arrived));
    return material;
}

bool CaseCommands::applied(const Command& command)
{
    const auto answer = m_world.send(command);
    return answer && answer->verdict == journal::Verdict::Applied;
}

QString CaseCommands::openedFreeIntake()
{
    const auto command = openFreeIntake(m_world.clerk);
    return applied(command) ? command.stream : QString();
}

QString CaseCommands::openedMatter()
{
    const auto command = openMatter(m_world.clerk);
    return applied(command) ? command.stream : QString();
}

QString CaseCommands::inReview()
{
    const QString stream = openedFreeIntake();
    const bool there = applied(claim(m_world.dispatcher, stream)) &&
                       applied(dispatch(m_world.dispatcher, stream, u"养老保险科"_s)) &&
                       applied(claim(m_world.reviewer, stream));
    return there ? stream : QString();
}

QString CaseCommands::completed()
{
    const QString stream = inReview();
    return applied(approve(m_world.reviewer, stream)) ? stream : QString();
}

QString CaseCommands::awaitingSupplement()
{
    const QString stream = inReview();
    return applied(requestSupplement(m_world.reviewer, stream, u"请补交委托书。"_s)) ? stream : QString();
}

} // namespace kuaiban::test

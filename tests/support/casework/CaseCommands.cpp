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

CaseMaterial CaseCommands::material(const QString& id, const QString& name, const QByteArray& page, bool arrived)
{
    CaseMaterial material{id, name, u"copy"_s, u"supplied"_s, 1, {}, {}, false};
    const QString digest = arrived ? m_world.blobs.put(page).value_or(QString()) : digestOf(page);
    material.pages.append({digest, u"image/png"_s, 1240, 1754, 150, page.size()});
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

} // namespace kuaiban::test

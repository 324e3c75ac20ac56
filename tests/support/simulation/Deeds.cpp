#include "Deeds.h"

#include "modules/forms/FormPaths.h"
#include "tests/support/casework/SampleMatter.h"

#include <QDate>
#include <QJsonArray>

namespace kuaiban::test {

using namespace Qt::StringLiterals;
using casework::Case;

namespace {

Deed onTask(const casework::Task& task, const QString& type, QJsonObject body = {})
{
    body.insert(u"task"_s, task.id);
    return {type, body};
}

QJsonObject opinion()
{
    return {{u"opinion"_s, u"请核对联系电话。"_s}};
}

Deed sendingBack(const casework::Task& task)
{
    auto body = opinion();
    body.insert(u"to"_s, u"accept"_s);
    return onTask(task, u"ReturnTask"_s, body);
}

Deed askingForMore(const casework::Task& task, const QDate& today)
{
    auto body = opinion();
    body.insert(u"deadline"_s, today.addDays(10).toString(Qt::ISODate));
    body.insert(u"missing"_s, QJsonArray{QJsonObject{{u"name"_s, u"委托书"_s}, {u"reason"_s, u"没有签名"_s}}});
    return onTask(task, u"RequestSupplement"_s, body);
}

Deed atWindow(const casework::Task& task, int choice)
{
    switch (choice % 6) {
    case 0:
        return {u"SetParty"_s, {{u"role"_s, u"applicant"_s}, {u"party"_s, party(u"欧阳小明"_s, u"21060319910505115"_s)},
                                   {u"reason"_s, u"登记有误"_s}}};
    case 1:
        return onTask(task, u"RefuseAcceptance"_s, {{u"reason"_s, u"40"_s}, {u"reasonText"_s, u"逾期"_s}});
    case 2:
        return onTask(task, u"ReleaseTask"_s);
    default:
        return onTask(task, u"Resubmit"_s);
    }
}

Deed onClosed(int choice)
{
    if (choice % 2 == 0)
        return {u"RecordEvaluation"_s, {{u"grade"_s, 1 + choice % 5}, {u"via"_s, u"keypad"_s}}};
    return {u"RecordPrint"_s, {{u"paper"_s, u"acceptance-receipt"_s}, {u"name"_s, u"受理回执"_s}}};
}

} // namespace

Deed deedOn(const Case& state, int choice, const QDate& today)
{
    const auto* task = state.currentTask();
    if (!task)
        return onClosed(choice);
    if (choice % 12 == 11)
        return {u"VoidCase"_s, {{u"reason"_s, u"重复收件"_s}}};
    if (choice % 12 == 10)
        return {u"RecallCase"_s, {{u"reason"_s, u"申请人要求更正"_s}}};
    if (choice % 4 != 1 && !state.duplicateOf.isEmpty())
        return {choice % 4 == 3 ? u"ReleaseDuplicate"_s : u"MergeDuplicate"_s, {{u"reason"_s, u"两件核对过"_s}}};
    if (choice % 12 == 8 && state.uncertain)
        return {u"ConfirmTime"_s, {}};
    if (task->holder.isEmpty())
        return onTask(*task, u"ClaimTask"_s);
    if (task->step == "accept"_L1)
        return atWindow(*task, choice);
    if (choice % 12 == 7)
        return onTask(*task, u"ReleaseTask"_s);
    if (task->step == "dispatch"_L1)
        return choice % 4 == 0 ? sendingBack(*task)
                               : onTask(*task, u"DispatchCase"_s, {{u"department"_s, u"养老保险科"_s}});
    switch (choice % 6) {
    case 0:
        return sendingBack(*task);
    case 1:
        return askingForMore(*task, today);
    case 2:
        return onTask(*task, u"RefuseCase"_s, opinion());
    default:
        return onTask(*task, u"ApproveTask"_s, opinion());
    }
}

Deed editOf(const Case& state, int choice)
{
    const bool isFree = state.item == "free-intake"_L1;
    const QStringList paths = isFree ? QStringList{u"phone"_s, u"title"_s, u"department"_s}
                                     : QStringList{u"months"_s, u"reason"_s, u"periods.rows.r1.months"_s};
    const QString path = paths.at(choice % paths.size());
    const int variant = choice / static_cast<int>(paths.size());
    const auto value = path.endsWith("months"_L1) ? QJsonValue(24 + variant % 4)
                       : path == "phone"_L1       ? QJsonValue(u"1390000000%1"_s.arg(2 + variant % 4))
                       : path == "department"_L1  ? QJsonValue(variant % 2 == 0 ? u"就业科"_s : u"养老保险科"_s)
                                                  : QJsonValue(u"事由%1"_s.arg(variant % 4));
    const auto base = forms::valueAt(state.values, path);
    return {u"EditFields"_s, {{u"edits"_s, QJsonArray{QJsonObject{{u"path"_s, path},
                                               {u"base"_s, base.isUndefined() ? QJsonValue(QJsonValue::Null) : base},
                                               {u"value"_s, value}}}}}};
}

Deed settlingOf(const Case& state, int choice)
{
    if (state.conflicts.isEmpty())
        return {};
    const auto& conflict = state.conflicts.constFirst();
    return {u"SettleConflict"_s,
        {{u"conflict"_s, conflict.id}, {u"value"_s, choice % 2 == 0 ? conflict.hub : conflict.client}}};
}

} // namespace kuaiban::test

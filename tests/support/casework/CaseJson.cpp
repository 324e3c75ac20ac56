#include "CaseJson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace kuaiban::test {

using namespace Qt::StringLiterals;
using namespace kuaiban::casework;

namespace {

QString stateName(TaskState state)
{
    switch (state) {
    case TaskState::Open:
        return u"open"_s;
    case TaskState::Claimed:
        return u"claimed"_s;
    case TaskState::Done:
        return u"done"_s;
    case TaskState::Cancelled:
        break;
    }
    return u"cancelled"_s;
}

QJsonObject taskToJson(const Task& task)
{
    return {{u"id"_s, task.id}, {u"step"_s, task.step}, {u"state"_s, stateName(task.state)}, {u"holder"_s, task.holder},
        {u"holderName"_s, task.holderName}, {u"openedAt"_s, task.openedAt}, {u"claimedAt"_s, task.claimedAt},
        {u"doneAt"_s, task.doneAt}, {u"dueOn"_s, task.dueOn}, {u"outcome"_s, task.outcome},
        {u"opinion"_s, task.opinion}, {u"to"_s, task.to}, {u"givenBy"_s, task.givenBy},
        {u"givenReason"_s, task.givenReason}, {u"lapsedFrom"_s, task.lapsedFrom}, {u"heardAt"_s, task.heardAt}};
}

QJsonObject supplementToJson(const Supplement& supplement)
{
    QJsonArray missing;
    for (const auto& thing : supplement.missing)
        missing.append(thing.toJson());
    return {{u"missing"_s, missing}, {u"deadline"_s, supplement.deadline}, {u"byName"_s, supplement.byName},
        {u"at"_s, supplement.at}, {u"opinion"_s, supplement.opinion}};
}

QJsonObject collectionToJson(const Collection& collection)
{
    QJsonArray signature;
    for (const auto& page : collection.signature)
        signature.append(page.toJson());
    return {{u"collector"_s, collection.collector}, {u"at"_s, collection.at}, {u"byName"_s, collection.byName},
        {u"papers"_s, QJsonArray::fromStringList(collection.papers)}, {u"signature"_s, signature}};
}

QJsonObject confirmationToJson(const Confirmation& confirmation)
{
    QJsonArray signature;
    for (const auto& page : confirmation.signature)
        signature.append(page.toJson());
    return {{u"signature"_s, signature}, {u"isOutdated"_s, confirmation.isOutdated}};
}

template<class T, class Make>
QJsonArray listOf(const QList<T>& items, Make make)
{
    QJsonArray list;
    for (const auto& item : items)
        list.append(make(item));
    return list;
}

QString shown(const QJsonValue& value)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
}

} // namespace

QJsonObject caseToJson(const Case& state)
{
    auto makers = state.makers.values();
    std::sort(makers.begin(), makers.end());
    return {{u"id"_s, state.id}, {u"version"_s, state.version}, {u"phase"_s, phaseName(state.phase)},
        {u"number"_s, state.number}, {u"item"_s, state.item}, {u"itemRevision"_s, state.itemRevision},
        {u"scenario"_s, state.scenario}, {u"area"_s, state.area}, {u"office"_s, state.office},
        {u"window"_s, state.window}, {u"ticket"_s, state.ticket}, {u"openedBy"_s, state.openedBy},
        {u"openedByName"_s, state.openedByName}, {u"openedAt"_s, state.openedAt}, {u"uncertain"_s, state.uncertain},
        {u"dueOn"_s, state.dueOn}, {u"queryCode"_s, state.queryCode}, {u"parties"_s, state.parties},
        {u"values"_s, state.values}, {u"origins"_s, state.origins},
        {u"materials"_s, listOf(state.materials, [](const CaseMaterial& material) { return material.toJson(); })},
        {u"tasks"_s, listOf(state.tasks, taskToJson)},
        {u"conflicts"_s, listOf(state.conflicts,
                             [](const FieldConflict& conflict) {
                                 return QJsonObject{{u"id"_s, conflict.id}, {u"path"_s, conflict.path},
                                     {u"base"_s, conflict.base}, {u"hub"_s, conflict.hub},
                                     {u"client"_s, conflict.client}, {u"command"_s, conflict.command}};
                             })},
        {u"remarks"_s, listOf(state.remarks,
                           [](const Remark& remark) {
                               return QJsonObject{{u"by"_s, remark.by}, {u"at"_s, remark.at}, {u"text"_s, remark.text}};
                           })},
        {u"makers"_s, QJsonArray::fromStringList(makers)}, {u"closingReason"_s, state.closingReason},
        {u"closedAt"_s, state.closedAt}, {u"card"_s, state.card}, {u"registered"_s, state.registered},
        {u"supplement"_s, supplementToJson(state.supplement)}, {u"duplicateOf"_s, state.duplicateOf},
        {u"mergedInto"_s, state.mergedInto}, {u"mergedNumber"_s, state.mergedNumber},
        {u"merged"_s, listOf(state.merged,
                          [](const MergedCase& one) {
                              return QJsonObject{{u"stream"_s, one.stream}, {u"number"_s, one.number},
                                  {u"byName"_s, one.byName}, {u"at"_s, one.at}};
                          })},
        {u"refusalReason"_s, state.refusalReason}, {u"refusalOrgan"_s, state.refusalOrgan},
        {u"closedByName"_s, state.closedByName}, {u"collection"_s, collectionToJson(state.collection)},
        {u"confirmation"_s, confirmationToJson(state.confirmation)},
        {u"evaluations"_s, listOf(state.evaluations,
                               [](const Evaluation& one) {
                                   return QJsonObject{{u"phase"_s, phaseName(one.phase)}, {u"grade"_s, one.grade},
                                       {u"reasons"_s, QJsonArray::fromStringList(one.reasons)}, {u"text"_s, one.text},
                                       {u"via"_s, one.via}, {u"at"_s, one.at}, {u"byName"_s, one.byName}};
                               })},
        {u"files"_s, QJsonArray::fromStringList(state.files())}};
}

QString firstDifference(const QJsonValue& recorded, const QJsonValue& now, const QString& place)
{
    if (recorded.isObject() && now.isObject()) {
        const auto object = recorded.toObject();
        for (auto field = object.begin(); field != object.end(); ++field) {
            const auto found =
                firstDifference(field.value(), now.toObject().value(field.key()), place + u'.' + field.key());
            if (!found.isEmpty())
                return found;
        }
        return {};
    }
    if (recorded.isArray() && now.isArray() && recorded.toArray().size() == now.toArray().size()) {
        for (qsizetype i = 0; i < recorded.toArray().size(); ++i) {
            const auto found =
                firstDifference(recorded.toArray().at(i), now.toArray().at(i), u"%1[%2]"_s.arg(place).arg(i));
            if (!found.isEmpty())
                return found;
        }
        return {};
    }
    return recorded == now ? QString() : u"%1: recorded %2, now %3"_s.arg(place, shown(recorded), shown(now));
}

} // namespace kuaiban::test

#include "CaseEvolution.h"

#include "EventVersions.h"
#include "modules/forms/FormPaths.h"
#include "Parties.h"

#include <QHash>
#include <QJsonArray>

#include <algorithm>

namespace kuaiban::casework {

using namespace Qt::StringLiterals;
using journal::Event;

namespace {

Task* findTask(Case& state, const QString& id)
{
    const auto found =
        std::find_if(state.tasks.begin(), state.tasks.end(), [&](const Task& task) { return task.id == id; });
    return found == state.tasks.end() ? nullptr : &*found;
}

void caseOpened(Case& state, const Event& event)
{
    const auto& body = event.body;
    state.id = event.stream;
    state.phase = Phase::InProgress;
    state.number = body.value("number"_L1).toString();
    state.item = body.value("item"_L1).toString();
    state.itemRevision = body.value("revision"_L1).toInt();
    state.scenario = body.value("scenario"_L1).toString();
    state.area = body.value("area"_L1).toString();
    state.office = body.value("office"_L1).toString();
    state.window = body.value("window"_L1).toString();
    state.ticket = body.value("ticket"_L1).toString();
    state.dueOn = body.value("dueOn"_L1).toString();
    state.queryCode = body.value("queryCode"_L1).toString();
    state.openedBy = event.actor;
    state.openedByName = body.value("byName"_L1).toString();
    state.openedAt = event.at;
    state.uncertain = event.uncertain;
    state.parties = event.personal.value("parties"_L1).toObject();
    state.values = event.personal.value("values"_L1).toObject();
    state.origins = event.personal.value("origins"_L1).toObject();
    state.card = event.personal.value("card"_L1).toObject();
    state.registered = event.personal.value("registered"_L1).toObject();
    state.parameters = body.value("parameters"_L1).toObject();
    for (const auto& entry : event.personal.value("differences"_L1).toArray()) {
        const auto one = entry.toObject();
        state.differences.append({one.value("path"_L1).toString(), one.value("client"_L1), one.value("hub"_L1)});
    }
    state.duplicateOf = body.value("duplicateOf"_L1).toString();
    for (const auto& material : event.personal.value("materials"_L1).toArray())
        state.materials.append(CaseMaterial::fromJson(material.toObject()));
    // A value that came out otherwise on the hub is not the one that he was shown.
    state.confirmation = {pagesFrom(event.personal.value("signature"_L1).toArray()), !state.differences.isEmpty()};
    state.makers.insert(event.actor);
}

void taskOpened(Case& state, const Event& event)
{
    Task task;
    task.id = event.body.value("task"_L1).toString();
    task.step = event.body.value("step"_L1).toString();
    task.openedAt = event.at;
    task.dueOn = event.body.value("dueOn"_L1).toString();
    task.dueAt = event.body.value("dueAt"_L1).toInteger();
    task.holder = event.body.value("holder"_L1).toString();
    task.holderName = event.body.value("holderName"_L1).toString();
    if (!task.holder.isEmpty()) {
        task.state = TaskState::Claimed;
        task.claimedAt = event.at;
    }
    state.tasks.append(task);
}

void taskClaimed(Case& state, const Event& event)
{
    if (auto* task = findTask(state, event.body.value("task"_L1).toString())) {
        task->state = TaskState::Claimed;
        task->holder = event.body.value("holder"_L1).toString();
        task->holderName = event.body.value("holderName"_L1).toString();
        task->claimedAt = event.at;
        task->givenBy.clear();
        task->givenReason.clear();
    }
}

void taskTransferred(Case& state, const Event& event)
{
    taskClaimed(state, event);
    if (auto* task = findTask(state, event.body.value("task"_L1).toString())) {
        task->givenBy = event.body.value("byName"_L1).toString();
        task->givenReason = event.personal.value("reason"_L1).toString();
    }
}

void taskReleased(Case& state, const Event& event)
{
    if (auto* task = findTask(state, event.body.value("task"_L1).toString())) {
        task->state = TaskState::Open;
        task->holder.clear();
        task->holderName.clear();
        task->claimedAt = 0;
        task->givenBy.clear();
        task->givenReason.clear();
        task->lapsedFrom = event.body.value("fromName"_L1).toString();
        task->heardAt = event.body.value("heardAt"_L1).toInteger();
    }
}

void supplementAsked(Case& state, const Event& event)
{
    state.phase = Phase::Supplement;
    state.supplement = {{}, event.body.value("deadline"_L1).toString(), event.body.value("byName"_L1).toString(),
        event.at, event.personal.value("opinion"_L1).toString()};
    for (const auto& entry : event.personal.value("missing"_L1).toArray())
        state.supplement.missing.append(MissingThing::fromJson(entry.toObject()));
}

void taskDone(Case& state, const Event& event)
{
    if (auto* task = findTask(state, event.body.value("task"_L1).toString())) {
        task->state = TaskState::Done;
        task->holder = event.actor;
        task->holderName = event.body.value("byName"_L1).toString();
        task->doneAt = event.at;
        task->outcome = event.body.value("outcome"_L1).toString();
        task->to = event.body.value("to"_L1).toString();
        task->opinion = event.personal.value("opinion"_L1).toString();
        if (task->outcome == "supplement"_L1)
            supplementAsked(state, event); // the same words in the same places
        else if (state.phase == Phase::Supplement)
            state.phase = Phase::InProgress;
        state.dueOn = event.body.value("dueOn"_L1).toString(state.dueOn);
    }
}

void fieldChanged(Case& state, const Event& event)
{
    const QString path = event.body.value("path"_L1).toString();
    state.values = forms::withValueAt(state.values, path, event.personal.value("value"_L1));
    const QString origin = event.body.value("origin"_L1).toString(u"typed"_s);
    state.origins.insert(path, origin);
    // What the work on the case adds was never confirmed, and what is derived follows another change.
    if (!event.body.contains("step"_L1) && origin != "derived"_L1)
        state.confirmation.isOutdated = true;
    state.makers.insert(event.actor);
}

void fieldConflicted(Case& state, const Event& event)
{
    state.conflicts.append({event.body.value("conflict"_L1).toString(), event.body.value("path"_L1).toString(),
        event.personal.value("base"_L1), event.personal.value("hub"_L1), event.personal.value("client"_L1),
        event.command});
    state.makers.insert(event.actor);
}

void conflictSettled(Case& state, const Event& event)
{
    const QString id = event.body.value("conflict"_L1).toString();
    state.conflicts.removeIf([&](const FieldConflict& conflict) { return conflict.id == id; });
    fieldChanged(state, event);
}

void materialSet(Case& state, const Event& event)
{
    auto material = CaseMaterial::fromJson(event.personal.value("material"_L1).toObject());
    material.late = event.body.value("late"_L1).toBool();
    // What came after the decision stands beside what it was based on, never in its place.
    const auto known = std::find_if(state.materials.begin(), state.materials.end(),
        [&](const CaseMaterial& other) { return other.id == material.id && other.late == material.late; });
    if (known == state.materials.end())
        state.materials.append(material);
    else
        *known = material;
    state.confirmation.isOutdated = true;
    state.makers.insert(event.actor);
}

void materialRemoved(Case& state, const Event& event)
{
    const QString id = event.body.value("material"_L1).toString();
    state.materials.removeIf([&](const CaseMaterial& material) { return material.id == id; });
    state.confirmation.isOutdated = true;
    state.makers.insert(event.actor);
}

void partySet(Case& state, const Event& event)
{
    const QString as = event.body.value("role"_L1).toString();
    if (event.body.value("removed"_L1).toBool())
        state.parties.remove(as);
    else
        state.parties.insert(as, event.personal.value("party"_L1).toObject());
    if (event.personal.contains("registered"_L1)) { // it is about somebody else now
        state.card = event.personal.value("card"_L1).toObject();
        state.registered = event.personal.value("registered"_L1).toObject();
    }
    if (event.body.contains("duplicateOf"_L1))
        state.duplicateOf = event.body.value("duplicateOf"_L1).toString();
    state.confirmation.isOutdated = true;
    state.makers.insert(event.actor);
}

void resultCollected(Case& state, const Event& event)
{
    state.collection = {event.personal.value("collector"_L1).toObject(), event.at,
        event.body.value("byName"_L1).toString(), {}, pagesFrom(event.personal.value("signature"_L1).toArray())};
    for (const auto& paper : event.personal.value("papers"_L1).toArray())
        state.collection.papers.append(paper.toString());
}

void evaluated(Case& state, const Event& event)
{
    Evaluation evaluation{phaseFromName(event.body.value("phase"_L1).toString()), event.body.value("grade"_L1).toInt(),
        {}, event.personal.value("text"_L1).toString(), event.body.value("via"_L1).toString(), event.at,
        event.body.value("byName"_L1).toString()};
    for (const auto& reason : event.body.value("reasons"_L1).toArray())
        evaluation.reasons.append(reason.toString());
    state.evaluations.append(evaluation);
}

void close(Case& state, Phase phase, const Event& event)
{
    state.phase = phase;
    state.closedAt = event.at;
    state.closingReason = event.personal.value("reason"_L1).toString();
    state.refusalReason = event.body.value("reasonCode"_L1).toString();
    state.refusalOrgan = event.personal.value("organ"_L1).toString();
    state.closedByName = event.body.value("byName"_L1).toString();
    for (auto& task : state.tasks) {
        if (task.state != TaskState::Done)
            task.state = TaskState::Cancelled;
    }
}

void merged(Case& state, const Event& event)
{
    close(state, Phase::Merged, event);
    state.duplicateOf.clear();
    state.mergedInto = event.body.value("into"_L1).toString();
    state.mergedNumber = event.body.value("intoNumber"_L1).toString();
}

void duplicateAbsorbed(Case& state, const Event& event)
{
    state.merged.append({event.body.value("from"_L1).toString(), event.body.value("number"_L1).toString(),
        event.body.value("byName"_L1).toString(), event.at});
    for (const auto& maker : event.body.value("makers"_L1).toArray())
        state.makers.insert(maker.toString());
    for (const auto& entry : event.personal.value("remarks"_L1).toArray()) {
        const auto remark = entry.toObject();
        state.remarks.append(
            {remark.value("by"_L1).toString(), remark.value("at"_L1).toInteger(), remark.value("text"_L1).toString()});
    }
    std::stable_sort(state.remarks.begin(), state.remarks.end(),
        [](const Remark& one, const Remark& other) { return one.at < other.at; });
}

void paperPrinted(Case& state, const Event& event)
{
    const QString paper = event.body.value("paper"_L1).toString();
    state.prints.append(
        {paper, event.body.value("name"_L1).toString(), event.at, event.body.value("byName"_L1).toString(),
            event.body.value("copy"_L1).toBool(), event.body.value("copies"_L1).toInt(1)});
}

void effectApplied(Case& state, const Event& event)
{
    auto detail = event.body;
    detail.insert(u"before"_s, event.personal.value("before"_L1));
    detail.insert(u"after"_s, event.personal.value("after"_L1));
    state.effects.append({event.body.value("effect"_L1).toString(), event.at, detail});
}

using Handler = void (*)(Case&, const Event&);

const QHash<QString, Handler>& handlers()
{
    static const QHash<QString, Handler> table{
        {u"CaseOpened"_s, caseOpened},
        {u"TaskOpened"_s, taskOpened},
        {u"TaskClaimed"_s, taskClaimed},
        {u"TaskReleased"_s, taskReleased},
        {u"TaskTransferred"_s, taskTransferred},
        {u"TaskDone"_s, taskDone},
        {u"SupplementAsked"_s, supplementAsked},
        {u"PartySet"_s, partySet},
        {u"DuplicateReleased"_s, [](Case& state, const Event&) { state.duplicateOf.clear(); }},
        {u"ResultCollected"_s, resultCollected},
        {u"ServiceEvaluated"_s, evaluated},
        {u"EffectApplied"_s, effectApplied},
        {u"PaperPrinted"_s, paperPrinted},
        {u"FieldChanged"_s, fieldChanged},
        {u"FieldConflicted"_s, fieldConflicted},
        {u"ConflictSettled"_s, conflictSettled},
        {u"MaterialSet"_s, materialSet},
        {u"MaterialRemoved"_s, materialRemoved},
        {u"RemarkAdded"_s,
            [](Case& state, const Event& event) {
                state.remarks.append(
                    {event.body.value("byName"_L1).toString(), event.at, event.personal.value("text"_L1).toString()});
            }},
        {u"WorkAdmitted"_s,
            [](Case& state, const Event& event) {
                state.admissions.append(
                    {event.body.value("byName"_L1).toString(), event.body.value("ofName"_L1).toString(), event.at});
            }},
        {u"TimeConfirmed"_s, [](Case& state, const Event&) { state.uncertain = false; }},
        {u"CaseCompleted"_s, [](Case& state, const Event& event) { close(state, Phase::Completed, event); }},
        {u"CaseRefused"_s, [](Case& state, const Event& event) { close(state, Phase::Refused, event); }},
        {u"CaseNotAccepted"_s, [](Case& state, const Event& event) { close(state, Phase::NotAccepted, event); }},
        {u"CaseMerged"_s, merged},
        {u"DuplicateAbsorbed"_s, duplicateAbsorbed},
        {u"CaseVoided"_s, [](Case& state, const Event& event) { close(state, Phase::Voided, event); }},
    };
    return table;
}

} // namespace

Case evolve(Case state, const Event& event)
{
    const auto handler = handlers().value(event.type);
    if (handler && isBeyond(event))
        state.isBeyond = true;
    else if (handler)
        handler(state, lifted(event));
    state.version = event.version;
    return state;
}

Case fold(const QList<Event>& events)
{
    Case state;
    for (const auto& event : events)
        state = evolve(std::move(state), event);
    return state;
}

} // namespace kuaiban::casework

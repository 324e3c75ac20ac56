#include "CaseworkErrors.h"
#include "Contents.h"
#include "Decisions.h"

#include "modules/base/Clock.h"
#include "modules/base/ObjectReader.h"
#include "modules/forms/FormErrors.h"
#include "modules/forms/FormPaths.h"

#include <algorithm>

namespace kuaiban::casework {

using namespace Qt::StringLiterals;

namespace {

// Who may change what was entered: the window while it holds the case, or whoever may open such cases in the area.
std::optional<Decision> withoutEditing(const Question& question)
{
    const auto* current = question.state.currentTask();
    if (current && current->holder == question.command.actor)
        return {};
    return withoutRight(question, identity::right::OpenCase, question.state.area);
}

// What is added to a case that was merged belongs to the one it goes on as (Merging.h).
void noteWhereTo(const Question& question, QJsonObject& body)
{
    if (!question.state.mergedInto.isEmpty())
        body.insert(u"into"_s, question.state.mergedInto);
}

// Of the field itself, of the table around it, or of something within it.
bool hasConflict(const Case& state, const QString& path)
{
    const auto within = [](const QString& inner, const QString& outer) {
        return inner == outer || inner.startsWith(outer + u'.');
    };
    return std::any_of(state.conflicts.begin(), state.conflicts.end(),
        [&](const FieldConflict& c) { return within(path, c.path) || within(c.path, path); });
}

QJsonValue orNull(const QJsonValue& value)
{
    return value.isUndefined() ? QJsonValue(QJsonValue::Null) : value;
}

// One of the edits of a command; what is left out or taken away is null.
struct Edit
{
    QString path;
    QJsonValue base;
    QJsonValue value;
};

Result<QList<Edit>> editsOf(const Question& question)
{
    QList<Edit> edits;
    const auto entries = question.body().value("edits"_L1).toArray();
    for (const auto& entry : entries) {
        const auto json = entry.toObject();
        ObjectReader reader(json, u"edits"_s);
        const QString path = reader.text(u"path"_s);
        KB_CHECK(reader.finish());
        edits.append({path, orNull(json.value("base"_L1)), orNull(json.value("value"_L1))});
    }
    return edits;
}

} // namespace

bool isPastCheck(const Case& state, const PreparedItem* item)
{
    const auto* current = state.currentTask();
    const auto* step = current && item ? item->flow.step(current->step) : nullptr;
    return step && step->kind == flow::StepKind::Handle &&
           std::any_of(
               state.tasks.begin(), state.tasks.end(), [](const Task& task) { return task.outcome == "approved"_L1; });
}

QList<NewEvent> derivedAgain(
    const forms::FormDefinition& form, const QJsonObject& values, const forms::FormState& after)
{
    QList<NewEvent> events;
    for (const auto& difference : forms::derivedDifferences(form, values, after)) {
        events.append({u"FieldChanged"_s, {{u"path"_s, difference.path}, {u"origin"_s, u"derived"_s}},
            {{u"value"_s, orNull(difference.derived)}}});
    }
    return events;
}

namespace {

// The verdict on values that were changed: sound in themselves, and derived values follow them.
Decision withDerived(
    const Question& question, const QJsonObject& values, const QStringList& changed, QList<NewEvent> events)
{
    const auto after = formState(question.facts, values, formContext(question.facts, question.state));
    if (const auto problem = valuesProblem(after, changed))
        return Decision::refuse(*problem);
    events.append(derivedAgain(question.facts.item->form, values, after));
    return Decision::accept(events);
}

} // namespace

// EditFields {edits:[{path, base, value}]}: merged field by field. Equal to base → changed; equal to the new value →
// nothing; else both values are kept for a person to settle. Derived values follow what changed.
Decision editFields(const Question& question)
{
    if (auto no = withoutEditing(question))
        return *no;
    if (!question.facts.item || isPastCheck(question.state, question.facts.item.get()))
        return Decision::refuse(wrongStep());
    const auto& form = question.facts.item->form;
    QJsonObject values = question.state.values;
    QStringList changed;
    QStringList conflicted;
    QList<NewEvent> events;
    const auto edits = editsOf(question);
    if (!edits)
        return Decision::refuse(edits.error());
    for (const auto& [path, base, value] : *edits) {
        if (const auto allowed = form.checkEdit(path, true); !allowed)
            return Decision::refuse(allowed.error());
        if (hasConflict(question.state, path) || conflicted.contains(path))
            return Decision::refuse(conflictProblem(question.facts, path));
        const auto present = orNull(forms::valueAt(values, path));
        if (present == value)
            continue;
        if (present == base) {
            events.append({u"FieldChanged"_s, {{u"path"_s, path}}, {{u"value"_s, value}}});
            values = forms::withValueAt(values, path, value);
            changed.append(path);
        } else {
            events.append(
                {u"FieldConflicted"_s, {{u"conflict"_s, question.command.id + u'/' + path}, {u"path"_s, path}},
                    {{u"base"_s, base}, {u"hub"_s, present}, {u"client"_s, value}}});
            conflicted.append(path);
        }
    }
    return changed.isEmpty() ? Decision::accept(events) : withDerived(question, values, changed, std::move(events));
}

// SetAccount {edits:[{path, value}]}: the fields that EditFields must leave alone once a case is submitted, such as the
// bank account that will be paid. Only the window that holds the case, and only if nothing happened to it that the
// window has not seen: such values are never merged.
Decision setAccount(const Question& question)
{
    const auto* current = question.state.currentTask();
    if (!current || current->holder != question.command.actor)
        return Decision::refuse(notHolder());
    if (!question.facts.item || isPastCheck(question.state, question.facts.item.get()))
        return Decision::refuse(wrongStep());
    const auto& form = question.facts.item->form;
    QJsonObject values = question.state.values;
    QStringList changed;
    QList<NewEvent> events;
    const auto edits = editsOf(question);
    if (!edits)
        return Decision::refuse(edits.error());
    for (const auto& [path, base, value] : *edits) {
        if (!form.isProtected(path) || !form.checkEdit(path, false))
            return Decision::refuse(forms::fieldNotEditable(path));
        if (orNull(forms::valueAt(values, path)) == value)
            continue;
        events.append({u"FieldChanged"_s, {{u"path"_s, path}}, {{u"value"_s, value}}});
        values = forms::withValueAt(values, path, value);
        changed.append(path);
    }
    return changed.isEmpty() ? Decision::accept({}) : withDerived(question, values, changed, std::move(events));
}

// SettleConflict {conflict, value}: by the holder of the case or a supervisor.
Decision settleConflict(const Question& question)
{
    const QString id = question.body().value("conflict"_L1).toString();
    const auto found = std::find_if(question.state.conflicts.begin(), question.state.conflicts.end(),
        [&](const FieldConflict& conflict) { return conflict.id == id; });
    if (found == question.state.conflicts.end())
        return Decision::accept({}); // somebody settled it already
    const auto* current = question.state.currentTask();
    if (!current || current->holder != question.command.actor) {
        if (auto no = withoutRight(question, identity::right::SuperviseCase, question.state.area))
            return *no;
    }
    if (!question.facts.item || isPastCheck(question.state, question.facts.item.get()))
        return Decision::refuse(wrongStep());
    const auto value = orNull(question.body().value("value"_L1));
    // What is protected is one of the words that were said; for another one there is SetAccount.
    const auto present = orNull(forms::valueAt(question.state.values, found->path));
    if (question.facts.item->form.isProtected(found->path) && value != present && value != found->hub &&
        value != found->client)
        return Decision::refuse(forms::fieldNotEditable(found->path));
    const QJsonObject values = forms::withValueAt(question.state.values, found->path, value);
    return withDerived(question, values, {found->path},
        {NewEvent{u"ConflictSettled"_s, {{u"conflict"_s, id}, {u"path"_s, found->path}}, {{u"value"_s, value}}}});
}

// SetMaterial {material}: adds or replaces one material with its pages. Accepted in every state: after a decision it
// stands as late.
Decision setMaterial(const Question& question)
{
    if (auto no = withoutEditing(question))
        return *no;
    const auto json = question.body().value("material"_L1).toObject();
    const auto material = CaseMaterial::fromJson(json);
    if (isPastCheck(question.state, question.facts.item.get()))
        return Decision::refuse(wrongStep());
    if (!question.facts.item)
        return Decision::refuse(materialUnknown());
    if (const auto problem = materialProblem(*question.facts.item, material))
        return Decision::refuse(*problem);
    QJsonObject body{{u"material"_s, material.id}};
    if (isClosed(question.state.phase))
        body.insert(u"late"_s, true);
    noteWhereTo(question, body);
    return Decision::accept({{u"MaterialSet"_s, body, {{u"material"_s, json}}}});
}

// RemoveMaterial {material}: only while the case is with the window.
Decision removeMaterial(const Question& question)
{
    const auto* current = question.state.currentTask();
    if (!current || current->holder != question.command.actor)
        return Decision::refuse(notHolder());
    const auto* step = question.facts.item ? question.facts.item->flow.step(current->step) : nullptr;
    if (!step || step->kind != flow::StepKind::Accept)
        return Decision::refuse(wrongStep());
    const QString id = question.body().value("material"_L1).toString();
    const bool known = std::any_of(question.state.materials.begin(), question.state.materials.end(),
        [&](const CaseMaterial& material) { return material.id == id; });
    if (!known)
        return Decision::refuse(materialUnknown());
    return Decision::accept({{u"MaterialRemoved"_s, {{u"material"_s, id}}, {}}});
}

namespace {

// By whoever may change the case, or find it.
std::optional<Decision> withoutSight(const Question& question)
{
    auto no = withoutEditing(question);
    if (no && no->kind == Decision::Kind::Refuse)
        no = withoutRight(question, identity::right::SearchCases, question.state.area);
    return no;
}

} // namespace

// RecordPrint {paper, name, copy?, copies?}: a paper of the case came out of a printer, in so many copies at once. A
// further copy bears a mark.
Decision recordPrint(const Question& question)
{
    const QString paper = question.text("paper"_L1);
    if (paper.isEmpty())
        return Decision::refuse(papersMissing());
    if (auto no = withoutSight(question))
        return *no;
    QJsonObject body{
        {u"paper"_s, paper}, {u"name"_s, question.text("name"_L1)}, {u"byName"_s, question.facts.actorName}};
    if (question.body().value("copy"_L1).toBool())
        body.insert(u"copy"_s, true);
    if (const auto copies = question.body().value("copies"_L1).toInteger(1); copies > 1)
        body.insert(u"copies"_s, copies);
    return Decision::accept({{u"PaperPrinted"_s, body, {}}});
}

// AddRemark {text}
Decision addRemark(const Question& question)
{
    const QString text = question.body().value("text"_L1).toString().trimmed();
    if (text.isEmpty())
        return Decision::refuse(reasonMissing());
    if (auto no = withoutSight(question))
        return *no;
    QJsonObject body{{u"byName"_s, question.facts.actorName}};
    noteWhereTo(question, body);
    return Decision::accept({{u"RemarkAdded"_s, body, {{u"text"_s, text}}}});
}

} // namespace kuaiban::casework

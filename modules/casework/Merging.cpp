#include "Merging.h"

#include "CaseEvolution.h"
#include "CaseworkErrors.h"
#include "Contents.h"
#include "Decisions.h"
#include "EventVersions.h"
#include "modules/forms/FormPaths.h"

#include <algorithm>

namespace kuaiban::casework {

using namespace Qt::StringLiterals;
using journal::NewEvent;

namespace {

const auto Absorb = u"absorb"_s;
const auto Addition = u"addition"_s;

NewEvent aliasOf(const Case& merged, const QString& actor)
{
    auto makers = merged.makers;
    makers.insert(actor);
    auto sorted = QStringList(makers.begin(), makers.end());
    sorted.sort();
    QJsonArray remarks;
    for (const auto& remark : merged.remarks)
        remarks.append(QJsonObject{{u"by"_s, remark.by}, {u"at"_s, remark.at}, {u"text"_s, remark.text}});
    QJsonObject personal;
    if (!remarks.isEmpty())
        personal.insert(u"remarks"_s, remarks);
    return {u"DuplicateAbsorbed"_s,
        {{u"from"_s, merged.id}, {u"number"_s, merged.number}, {u"byName"_s, merged.closedByName},
            {u"makers"_s, QJsonArray::fromStringList(sorted)}},
        personal};
}

// Whether it was decided on what is there: nothing that comes now was weighed.
bool isDecided(const Case& survivor, const PreparedItem& item)
{
    return isClosed(survivor.phase) || isPastCheck(survivor, &item);
}

// Nothing when the survivor has all of it. After its decision the papers stand beside those it was based on.
std::optional<NewEvent> materialEvent(const Case& survivor, const CaseMaterial& material, bool late)
{
    const auto mine = std::find_if(survivor.materials.begin(), survivor.materials.end(),
        [&](const CaseMaterial& one) { return one.id == material.id && one.late == late; });
    auto whole = mine == survivor.materials.end() ? material : united(*mine, material);
    whole.late = late;
    if (mine != survivor.materials.end() && whole == *mine)
        return {};
    whole.late = false; // the event says it
    QJsonObject body{{u"material"_s, whole.id}};
    if (late)
        body.insert(u"late"_s, true);
    return NewEvent{u"MaterialSet"_s, body, {{u"material"_s, whole.toJson()}}};
}

bool isNothing(const QJsonValue& value)
{
    return value.isUndefined() || value.isNull() || value == QJsonValue(QString()) ||
           (value.isObject() && forms::rowIds(value.toObject()).isEmpty());
}

QJsonValue orNull(const QJsonValue& value)
{
    return value.isUndefined() ? QJsonValue(QJsonValue::Null) : value;
}

// The rows of a table without their ids, which each counter makes for itself.
QJsonArray rowsOf(const QJsonValue& table)
{
    QJsonArray rows;
    for (const auto& id : forms::rowIds(table.toObject()))
        rows.append(table["rows"_L1][id]);
    return rows;
}

bool isSame(const forms::Field& field, const QJsonValue& one, const QJsonValue& other)
{
    return field.kind == forms::FieldKind::Table ? rowsOf(one) == rowsOf(other) : one == other;
}

// What one field has to become.
class FieldMerge
{
public:
    FieldMerge(const Case& survivor, const PreparedItem& item, const QString& command)
        : m_survivor(survivor)
        , m_item(item)
        , m_command(command)
        , m_values(survivor.values)
    {}

    void add(const forms::Field& field, const QJsonValue& theirs)
    {
        const auto mine = forms::valueAt(m_values, field.id);
        if (isNothing(theirs) || isSame(field, mine, theirs))
            return;
        if (!isNothing(mine) || m_item.form.isProtected(field.id) || !takes(field.id, theirs)) {
            dispute(field.id, mine, theirs);
            return;
        }
        m_values = forms::withValueAt(m_values, field.id, theirs);
        m_events.append({u"FieldChanged"_s, {{u"path"_s, field.id}}, {{u"value"_s, theirs}}});
    }

    QList<NewEvent> events() const
    {
        if (m_values == m_survivor.values)
            return m_events;
        return m_events + derivedAgain(m_item.form, m_values, stateWith(m_values));
    }

private:
    forms::FormState stateWith(const QJsonObject& values) const
    {
        CaseFacts facts;
        facts.item = std::shared_ptr<const PreparedItem>(std::shared_ptr<void>(), &m_item);
        return formState(facts, values, formContext(m_survivor));
    }

    bool takes(const QString& path, const QJsonValue& value) const
    {
        return !valuesProblem(stateWith(forms::withValueAt(m_values, path, value)), {path});
    }

    void dispute(const QString& path, const QJsonValue& mine, const QJsonValue& theirs)
    {
        const QString id = u"%1/%2/%3"_s.arg(m_command, path).arg(++m_disputes);
        m_events.append({u"FieldConflicted"_s, {{u"conflict"_s, id}, {u"path"_s, path}},
            {{u"base"_s, QJsonValue(QJsonValue::Null)}, {u"hub"_s, orNull(mine)}, {u"client"_s, theirs}}});
    }

    const Case& m_survivor;
    const PreparedItem& m_item;
    const QString m_command;
    QJsonObject m_values;
    QList<NewEvent> m_events;
    int m_disputes = 0;
};

QList<NewEvent> fieldEvents(const Case& survivor, const Case& merged, const PreparedItem& item, const QString& command)
{
    FieldMerge merge(survivor, item, command);
    for (const auto& section : item.form.sections()) {
        for (const auto& field : section.fields) {
            if (field.derived)
                continue;
            merge.add(field, forms::valueAt(merged.values, field.id));
            for (const auto& conflict : merged.conflicts) { // what was not settled there either
                if (conflict.path == field.id || conflict.path.startsWith(field.id + u'.'))
                    merge.add(field,
                        forms::valueAt(forms::withValueAt(merged.values, conflict.path, conflict.client), field.id));
            }
        }
    }
    return merge.events();
}

// Where what is written to `stream` belongs by now.
Result<Case> survivorOf(const journal::ReactionScope& scope, QString stream)
{
    for (;;) {
        KB_TRY(const auto history, scope.history(stream));
        auto state = fold(history);
        if (!state.exists())
            return fail(caseUnknown());
        if (state.phase != Phase::Merged)
            return state;
        stream = state.mergedInto;
    }
}

// A case merges into one that is open only, so that the way to the survivor never leads back.
QList<NewEvent> additionOf(const Case& survivor, const PreparedItem& item, const journal::Event& cause)
{
    if (cause.type == "MaterialSet"_L1) {
        const auto event = materialEvent(
            survivor, CaseMaterial::fromJson(cause.personal["material"_L1].toObject()), isDecided(survivor, item));
        return event ? QList{*event} : QList<NewEvent>();
    }
    auto body = cause.body;
    body.remove(u"into"_s);
    return {{cause.type, body, cause.personal}};
}

} // namespace

CaseMaterial united(const CaseMaterial& mine, const CaseMaterial& other)
{
    auto whole = mine;
    for (const auto& page : other.pages) {
        const bool known = std::any_of(
            mine.pages.begin(), mine.pages.end(), [&](const Page& one) { return one.digest == page.digest; });
        if (!known)
            whole.pages.append(page);
    }
    if (mine.pages.isEmpty() && !other.pages.isEmpty()) { // it was to come later, or was vouched for
        whole.form = other.form;
        whole.state = other.state;
        whole.dueOn = other.dueOn;
    }
    whole.copies = std::max(mine.copies, other.copies);
    return whole;
}

QList<NewEvent> absorbed(
    const Case& survivor, const Case& merged, const PreparedItem& item, const QString& command, const QString& actor)
{
    QList<NewEvent> events{aliasOf(merged, actor)};
    for (const auto& material : merged.materials) {
        if (const auto event = materialEvent(survivor, material, isDecided(survivor, item)))
            events.append(*event);
    }
    if (!isDecided(survivor, item))
        events.append(fieldEvents(survivor, merged, item, command));
    for (auto& event : events)
        event.v = currentVersion(event.type);
    return events;
}

Done noteMerging(store::Connection& connection, const journal::Event& event)
{
    return journal::ReactionQueue(connection)
        .add(event, MergeReaction::reactionName(), event.type == "CaseMerged"_L1 ? Absorb : Addition);
}

Done MergeReaction::react(journal::ReactionScope& scope, const QString& key)
{
    const auto& cause = scope.cause();
    KB_TRY(const auto survivor, survivorOf(scope, cause.body.value("into"_L1).toString()));
    KB_TRY(
        const auto item, m_shelf.item(scope.connection(), survivor.item, survivor.itemRevision, survivor.parameters));
    if (!item)
        return fail(caseUnknown());
    if (key == Addition)
        return scope.change(survivor.id, additionOf(survivor, *item, cause));
    // As it was when it was merged: what was added since then comes by itself.
    KB_TRY(auto history, scope.history());
    history.removeIf([&](const journal::Event& event) { return event.version > cause.version; });
    return scope.change(survivor.id, absorbed(survivor, fold(history), *item, cause.command, cause.actor));
}

} // namespace kuaiban::casework

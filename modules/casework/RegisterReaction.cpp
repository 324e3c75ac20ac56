#include "RegisterReaction.h"

#include "CaseEvolution.h"
#include "CaseworkErrors.h"
#include "Contents.h"
#include "Parties.h"
#include "RegisterChange.h"

#include <QUuid>

namespace kuaiban::casework {

using namespace Qt::StringLiterals;

Done RegisterReaction::react(journal::ReactionScope& scope, const QString& key)
{
    KB_TRY(const auto history, scope.history());
    const Case state = fold(history);
    KB_TRY(const auto item, m_shelf.item(scope.connection(), state.item, state.itemRevision, state.parameters));
    const QString table = item ? item->effects.table(key) : QString();
    if (table.isEmpty())
        return fail(effectUnfit(key, u"unknown"_s));
    CaseFacts facts;
    facts.item = item;
    KB_TRY(const auto set, item->effects.set(key, item->form, state.values, formContext(facts, state)));
    if (!set)
        return {};
    KB_TRY(const auto person, registeredPerson(scope.connection(), subjectOf(state.parties), state.area));
    const QString rowId = QUuid::createUuidV5(QUuid(state.id), key).toString(QUuid::WithoutBraces);
    KB_TRY(const auto change, changeRegister(scope.connection(), person, table, *set, rowId, state.id));
    return scope.append({u"EffectApplied"_s,
        {{u"effect"_s, key}, {u"table"_s, change.table}, {u"row"_s, change.row}, {u"version"_s, change.version}},
        {{u"before"_s, change.before}, {u"after"_s, change.after}}});
}

Done noteEffects(store::Connection& connection, const journal::Event& event)
{
    journal::ReactionQueue queue(connection);
    for (const auto& effect : event.body.value("effects"_L1).toArray())
        KB_CHECK(queue.add(event, RegisterReaction::reactionName(), effect.toString()));
    return {};
}

} // namespace kuaiban::casework

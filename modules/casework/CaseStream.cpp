#include "CaseStream.h"

#include "CaseEvolution.h"
#include "Contents.h"
#include "Duplicates.h"
#include "Leases.h"
#include "Merging.h"
#include "modules/codes/Identifiers.h"
#include "modules/forms/FormPaths.h"
#include "modules/identity/Accounts.h"
#include "modules/journal/Feed.h"
#include "modules/registry/Persons.h"
#include "Parties.h"
#include "RegisterReaction.h"

#include <algorithm>

namespace kuaiban::casework {

using namespace Qt::StringLiterals;

Result<journal::Decision> CaseStream::decide(
    store::Connection& connection, const QList<journal::Event>& history, const journal::Command& command)
{
    const Case state = fold(history);
    KB_TRY(const auto facts, gather(connection, state, command));
    return casework::decide(state, command, facts);
}

// What stands on whose matter it is: the register's word, and whether another case of it is open.
Done CaseStream::gatherParties(
    store::Connection& connection, const Case& state, const journal::Command& command, CaseFacts& facts) const
{
    if (!facts.item || (state.exists() && command.type != "SetParty"_L1))
        return {};
    const auto subject = subjectOf(partiesAfter(state, command));
    const QString idNo = codes::normalisedIdentifier(subject.value("idNo"_L1).toString());
    if (!idNo.isEmpty()) {
        KB_TRY(const auto record, registry::Persons(connection).recordByIdNo(idNo));
        facts.registered = record ? registry::formFacts(*record) : registry::unknownFormFacts();
    }
    KB_TRY(facts.openCase, openCaseOf(connection, uniquenessKey(*facts.item, state, command), command.stream));
    return {};
}

// What the colleague may do who is to get a task.
Done CaseStream::gatherTarget(store::Connection& connection, const journal::Command& command, CaseFacts& facts) const
{
    if (command.type != "HandOver"_L1 && command.type != "TransferTask"_L1)
        return {};
    KB_TRY(const auto account, identity::Accounts(connection).byId(command.body.value("to"_L1).toString()));
    facts.targetGrants = account && !account->locked ? account->grants : QList<identity::Grant>();
    facts.targetName = account ? account->name : QString();
    return {};
}

// Whether the register knows the card that this work would enter.
Done CaseStream::gatherCard(
    store::Connection& connection, const Case& state, const journal::Command& command, CaseFacts& facts) const
{
    const auto* task = state.currentTask();
    if (command.type != "CompleteTask"_L1 || !facts.item || !task)
        return {};
    QJsonObject values = state.values;
    const auto given = command.body.value("values"_L1).toObject();
    for (auto one = given.begin(); one != given.end(); ++one)
        values = forms::withValueAt(values, one.key(), one.value());
    const auto context = formContext(facts, state, task->step);
    const auto& effects = facts.item->effects;
    for (const auto& id : effects.ids(EffectTime::Completed)) {
        if (effects.table(id) != "card"_L1)
            continue;
        const auto set = effects.set(id, facts.item->form, values, context);
        if (!set || !*set) // what cannot be read is refused with its own words
            continue;
        KB_TRY(const qint64 known,
            connection.integer("SELECT COUNT(*) FROM card WHERE card_no = ?", {(*set)->value("cardNo"_L1).toString()}));
        facts.cardTaken = facts.cardTaken || known > 0;
    }
    return {};
}

Result<CaseFacts> CaseStream::gather(
    store::Connection& connection, const Case& state, const journal::Command& command) const
{
    CaseFacts facts;
    KB_TRY(facts.posts, m_shelf.posts(connection));
    KB_TRY(facts.calendar, m_shelf.calendar(connection));
    KB_TRY(const auto account, identity::Accounts(connection).byId(command.actor));
    if (account) {
        facts.actorName = account->name;
        facts.grants = account->grants;
    }
    KB_TRY(facts.item, itemOf(m_shelf, connection, state, command));
    KB_TRY(const auto codes, m_shelf.codes(connection));
    facts.knowsCode = [codes](const QString& table, const QString& code) { return codes->has(table, code); };
    facts.isBinding = true;
    if (!state.exists()) {
        KB_TRY(const qint64 taken, connection.integer("SELECT COUNT(*) FROM case_number WHERE number = ?",
                                       {command.body.value("number"_L1).toString()}));
        facts.numberTaken = taken > 0;
    }
    KB_CHECK(gatherParties(connection, state, command, facts));
    KB_CHECK(gatherTarget(connection, command, facts));
    KB_CHECK(gatherCard(connection, state, command, facts));
    if (command.type == "MergeDuplicate"_L1) {
        KB_TRY(facts.earlier, earlierCase(connection, state.duplicateOf, command.stream));
    }
    if (rulesOnWork(command.type)) {
        KB_TRY(facts.held, heldFacts(connection, command.stream, ruledOn(command.body)));
    }
    const auto files = state.files();
    facts.missingFiles =
        std::count_if(files.begin(), files.end(), [&](const QString& digest) { return !m_blobs.has(digest); });
    return facts;
}

// The stream itself leaves whoever lost the task, so it is told in a row of its own, without anything of a person.
Done CaseStream::tellLapse(store::Connection& connection, const journal::Event& event) const
{
    if (event.body.value("reason"_L1) != "lease"_L1)
        return {};
    KB_TRY(const auto row, connection.first("SELECT number, item, revision FROM case_row WHERE stream = ?",
                               {event.stream}, [](const store::Row& found) {
                                   return QJsonObject{{u"number"_s, found.text(0)}, {u"item"_s, found.text(1)},
                                       {u"revision"_s, found.integer(2)}};
                               }));
    auto told = row.value_or(QJsonObject());
    told.insert(u"stream"_s, event.stream);
    told.insert(u"heardAt"_s, event.body.value("heardAt"_L1));
    told.insert(u"at"_s, event.at);
    return journal::Feed(connection)
        .addRow(LapsedTaskTable, event.command, told, event.body.value("from"_L1).toString());
}

Done CaseStream::route(store::Connection& connection, const journal::Event& event)
{
    journal::Feed feed(connection);
    const auto leave = [&](const QString& account) -> Done {
        KB_TRY(
            const qint64 opened, connection.integer("SELECT COUNT(*) FROM case_row WHERE stream = ? AND opened_by = ?",
                                     {event.stream, account}));
        return opened > 0 || account.isEmpty() ? Done{} : feed.leave(event.stream, account);
    };
    const QString holder = event.body.value("holder"_L1).toString();
    if (event.type == "CaseOpened"_L1)
        return feed.enter(event.stream, event.actor);
    if (event.type == "TaskOpened"_L1) // a case that comes back may do so to another window than its first
        return holder.isEmpty() ? Done{} : feed.enter(event.stream, holder);
    if (event.type == "TaskClaimed"_L1 || event.type == "TaskTransferred"_L1) {
        KB_CHECK(leave(event.body.value("from"_L1).toString()));
        return feed.enter(event.stream, holder);
    }
    if (event.type == "TaskReleased"_L1) {
        KB_CHECK(tellLapse(connection, event));
        return leave(event.body.value("from"_L1).toString());
    }
    if (event.type == "TaskDone"_L1)
        return leave(event.actor);
    if (event.type == "CaseCompleted"_L1 || event.type == "ResultCollected"_L1)
        return noteEffects(connection, event);
    if (event.type == "CaseMerged"_L1 || event.body.contains("into"_L1))
        KB_CHECK(noteMerging(connection, event));
    if (event.type == "CaseVoided"_L1 || event.type == "CaseNotAccepted"_L1 ||
        event.type == "CaseMerged"_L1) { // a task may have been cancelled
        KB_TRY(const auto holders,
            connection.list("SELECT DISTINCT holder FROM task_row WHERE stream = ? AND state = 'cancelled' AND holder "
                            "IS NOT NULL",
                {event.stream}, [](const store::Row& row) { return row.text(0); }));
        for (const auto& account : holders)
            KB_CHECK(leave(account));
    }
    return {};
}

} // namespace kuaiban::casework

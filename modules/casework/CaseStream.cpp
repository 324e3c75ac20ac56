#include "CaseStream.h"

#include "CaseEvolution.h"
#include "modules/identity/Accounts.h"
#include "modules/journal/Feed.h"

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
    const bool opening = command.type == "OpenCase"_L1;
    const QString item = opening ? command.body.value("item"_L1).toString() : state.item;
    const int revision = opening ? command.body.value("revision"_L1).toInt() : state.itemRevision;
    KB_TRY(facts.item, m_shelf.item(connection, item, revision));
    if (opening) {
        KB_TRY(const qint64 taken, connection.integer("SELECT COUNT(*) FROM case_number WHERE number = ?",
                                       {command.body.value("number"_L1).toString()}));
        facts.numberTaken = taken > 0;
    }
    const auto files = state.files();
    facts.missingFiles =
        std::count_if(files.begin(), files.end(), [&](const QString& digest) { return !m_blobs.has(digest); });
    return facts;
}

Done CaseStream::route(store::Connection& connection, const journal::Event& event)
{
    journal::Feed feed(connection);
    if (event.type == "CaseOpened"_L1)
        return feed.enter(event.stream, event.actor);
    if (event.type == "TaskClaimed"_L1)
        return feed.enter(event.stream, event.body.value("holder"_L1).toString());
    if (event.type == "TaskReleased"_L1 || event.type == "TaskDone"_L1) {
        KB_TRY(
            const qint64 opened, connection.integer("SELECT COUNT(*) FROM case_row WHERE stream = ? AND opened_by = ?",
                                     {event.stream, event.actor}));
        if (opened == 0)
            return feed.leave(event.stream, event.actor);
    }
    if (event.type == "CaseVoided"_L1) { // somebody may have held the task that was cancelled
        KB_TRY(const auto holders,
            connection.list(
                "SELECT DISTINCT t.holder FROM task_row t JOIN case_row c ON c.stream = t.stream "
                "WHERE t.stream = ? AND t.state = 'cancelled' AND t.holder IS NOT NULL AND t.holder <> c.opened_by",
                {event.stream}, [](const store::Row& row) { return row.text(0); }));
        for (const auto& holder : holders)
            KB_CHECK(feed.leave(event.stream, holder));
    }
    return {};
}

} // namespace kuaiban::casework

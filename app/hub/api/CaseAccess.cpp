#include "CaseAccess.h"

#include "modules/casework/CaseQueries.h"
#include "modules/identity/IdentityErrors.h"

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

Done demandReading(const SignedIn& who, const QString& stream, store::Connection& connection, const HubParts& parts)
{
    KB_TRY(const auto posts, parts.shelf.posts(connection));
    KB_TRY(const bool may, casework::CaseQueries(connection, posts)
                               .mayRead(who.account.id, who.account.grants, stream, parts.clock.nowMs()));
    if (!may)
        return fail(identity::notAllowed(identity::right::SearchCases));
    return {};
}

Result<TaskCounts> countTasks(const SignedIn& who, store::Connection& connection, const HubParts& parts)
{
    TaskCounts counts;
    KB_TRY(const auto posts, parts.shelf.posts(connection));
    KB_TRY(counts.mine,
        connection.integer("SELECT COUNT(*) FROM task_row WHERE state = 'claimed' AND holder = ?", {who.account.id}));
    const qint64 now = parts.clock.nowMs();
    KB_CHECK(
        connection.run("SELECT need, area, item, COUNT(*) FROM task_row WHERE state = 'open' GROUP BY need, area, item",
            {}, [&](const store::Row& row) {
                const QByteArray need = row.text(0).toLatin1();
                const auto held = identity::entitlement(
                    posts, who.account.grants, QLatin1StringView(need), row.text(1), row.text(2), now);
                counts.open += held == identity::Entitlement::Held ? row.integer(3) : 0;
            }));
    return counts;
}

Result<QStringList> casesWithFile(const QString& digest, store::Connection& connection)
{
    KB_TRY(const auto streams, connection.list("SELECT stream FROM case_file WHERE digest = ? ORDER BY stream DESC",
                                   {digest}, [](const store::Row& row) { return row.text(0); }));
    return QStringList(streams);
}

QJsonObject caseOfPerson(const casework::CaseRow& row)
{
    return {{u"stream"_s, row.stream}, {u"item"_s, row.item}, {u"number"_s, row.number}, {u"openedAt"_s, row.openedAt},
        {u"phase"_s, row.phase}};
}

} // namespace kuaiban::hub

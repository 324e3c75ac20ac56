#include "CaseTable.h"

#include "CaseStream.h"
#include "EventVersions.h"
#include "Parties.h"

namespace kuaiban::casework {

using namespace Qt::StringLiterals;
using journal::Event;
using store::Value;

store::Schema caseSchema()
{
    return {u"casework"_s,
        {{"cases, tasks and numbers",
             {
                 "CREATE TABLE case_row(stream TEXT PRIMARY KEY, number TEXT NOT NULL, item TEXT NOT NULL, revision "
                 "BIGINT NOT NULL, "
                 "phase TEXT NOT NULL, step TEXT, area TEXT NOT NULL, office TEXT NOT NULL, window_no TEXT NOT NULL, "
                 "applicant TEXT NOT NULL, id_no TEXT NOT NULL, opened_by TEXT NOT NULL, opened_by_name TEXT NOT NULL, "
                 "opened_at BIGINT NOT NULL, due_on TEXT, query_code TEXT NOT NULL, uncertain BIGINT NOT NULL, "
                 "outcome TEXT, changed_at BIGINT NOT NULL)",
                 "CREATE INDEX case_row_number ON case_row(number)",
                 "CREATE INDEX case_row_id_no ON case_row(id_no)",
                 "CREATE INDEX case_row_applicant ON case_row(applicant)",
                 "CREATE INDEX case_row_opened ON case_row(opened_by, opened_at)",
                 "CREATE TABLE case_number(number TEXT PRIMARY KEY, stream TEXT NOT NULL)",
                 "CREATE TABLE number_range(area TEXT NOT NULL, first BIGINT NOT NULL, device TEXT NOT NULL, request "
                 "TEXT NOT NULL, "
                 "PRIMARY KEY(area, first), UNIQUE(device, request))",
                 "CREATE TABLE task_row(stream TEXT NOT NULL, task TEXT NOT NULL, step TEXT NOT NULL, need TEXT NOT "
                 "NULL, "
                 "area TEXT NOT NULL, item TEXT NOT NULL, state TEXT NOT NULL, holder TEXT, holder_name TEXT, "
                 "opened_at "
                 "BIGINT NOT NULL, "
                 "due_on TEXT, PRIMARY KEY(stream, task))",
                 "CREATE INDEX task_row_queue ON task_row(opened_at, stream) WHERE state IN ('open', 'claimed')",
                 "CREATE INDEX task_row_holder ON task_row(holder) WHERE state = 'claimed'",
                 "CREATE TABLE case_file(stream TEXT NOT NULL, digest TEXT NOT NULL, PRIMARY KEY(digest, stream))",
             }},
            {"supplements, collection and the same case taken twice",
                {
                    "ALTER TABLE case_row ADD COLUMN supplement_due TEXT",
                    "ALTER TABLE case_row ADD COLUMN collected_at BIGINT",
                    "ALTER TABLE case_row ADD COLUMN duplicate_of TEXT",
                    "ALTER TABLE case_row ADD COLUMN open_key TEXT",
                    "CREATE INDEX case_row_open_key ON case_row(open_key) WHERE open_key IS NOT NULL",
                    "CREATE TABLE open_case(open_key TEXT PRIMARY KEY, stream TEXT NOT NULL UNIQUE)",
                }},
            {"the citizen's number in the queue", {"ALTER TABLE case_row ADD COLUMN ticket TEXT"}},
            {"since when a task is held", {"ALTER TABLE task_row ADD COLUMN held_since BIGINT NOT NULL DEFAULT 0"}}}};
}

namespace {

constexpr auto OpenPhases = "('in-progress', 'supplement')";

// The key falls to the case that has waited for it longest. Nothing is lost when there is none.
Done passKeyOn(store::Connection& connection, const QString& key)
{
    KB_CHECK(connection.execute(
        "INSERT INTO open_case(open_key, stream) SELECT open_key, stream FROM case_row WHERE open_key = ? AND phase IN "_ba +
            OpenPhases + " ORDER BY opened_at, stream LIMIT 1",
        {key}));
    return {};
}

Done freeKey(store::Connection& connection, const QString& stream)
{
    KB_TRY(const auto key, connection.first("SELECT open_key FROM open_case WHERE stream = ?", {stream},
                               [](const store::Row& row) { return row.text(0); }));
    if (!key)
        return {};
    KB_CHECK(connection.execute("DELETE FROM open_case WHERE stream = ?", {stream}));
    return passKeyOn(connection, *key);
}

} // namespace

Done CaseTable::caseOpened(store::Connection& connection, const Event& event)
{
    const auto& body = event.body;
    const auto applicant = event.personal.value("parties"_L1).toObject().value("applicant"_L1).toObject();
    const auto text = [&](QLatin1StringView name) { return body.value(name).toString(); };
    const QString key = event.personal.value("openKey"_L1).toString();
    KB_CHECK(connection.execute("INSERT INTO case_row(stream, number, item, revision, phase, area, office, window_no, "
                                "applicant, id_no, opened_by, "
                                "opened_by_name, opened_at, due_on, query_code, uncertain, changed_at, ticket, "
                                "open_key, duplicate_of) "
                                "VALUES(?, ?, ?, ?, 'in-progress', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {event.stream, text("number"_L1), text("item"_L1), body.value("revision"_L1).toInteger(), text("area"_L1),
            text("office"_L1), text("window"_L1), applicant.value("name"_L1).toString(),
            applicant.value("idNo"_L1).toString(), event.actor, text("byName"_L1), event.at,
            store::orNull(text("dueOn"_L1)), text("queryCode"_L1), qint64(event.uncertain), event.at,
            store::orNull(text("ticket"_L1)), store::orNull(key), store::orNull(text("duplicateOf"_L1))}));
    KB_CHECK(
        connection.execute("INSERT INTO case_number(number, stream) VALUES(?, ?)", {text("number"_L1), event.stream}));
    for (const auto& material : event.personal.value("materials"_L1).toArray())
        KB_CHECK(keepFiles(connection, event.stream, CaseMaterial::fromJson(material.toObject()).pages));
    for (const auto& party : event.personal.value("parties"_L1).toObject())
        KB_CHECK(keepFiles(connection, event.stream, pagesOf(party.toObject())));
    KB_CHECK(keepFiles(connection, event.stream, pagesFrom(event.personal.value("signature"_L1).toArray())));
    return takeKey(connection, key, event.stream);
}

// The first to come holds it.
Done CaseTable::takeKey(store::Connection& connection, const QString& key, const QString& stream)
{
    if (!key.isEmpty())
        KB_CHECK(connection.execute(
            "INSERT INTO open_case(open_key, stream) VALUES(?, ?) ON CONFLICT DO NOTHING", {key, stream}));
    return {};
}

// The case stands under another key of uniqueness, or under none any more.
Done CaseTable::keyChanged(store::Connection& connection, const Event& event)
{
    const QString key = event.personal.value("openKey"_L1).toString();
    const QString earlier = event.body.value("duplicateOf"_L1).toString();
    KB_CHECK(connection.execute("UPDATE case_row SET open_key = NULL WHERE stream = ?", {event.stream}));
    KB_CHECK(freeKey(connection, event.stream));
    KB_CHECK(connection.execute("UPDATE case_row SET open_key = ?, duplicate_of = ? WHERE stream = ?",
        {store::orNull(key), store::orNull(earlier), event.stream}));
    return takeKey(connection, key, event.stream);
}

Done CaseTable::partySet(store::Connection& connection, const Event& event)
{
    const auto party = event.personal.value("party"_L1).toObject();
    if (event.body.value("role"_L1).toString() == role::Applicant)
        KB_CHECK(connection.execute("UPDATE case_row SET applicant = ?, id_no = ? WHERE stream = ?",
            {party.value("name"_L1).toString(), party.value("idNo"_L1).toString(), event.stream}));
    KB_CHECK(connection.execute("UPDATE case_row SET changed_at = ? WHERE stream = ?", {event.at, event.stream}));
    KB_CHECK(keepFiles(connection, event.stream, pagesOf(party)));
    return event.body.contains("duplicateOf"_L1) ? keyChanged(connection, event) : Done{};
}

Done CaseTable::supplementAsked(store::Connection& connection, const Event& event)
{
    KB_CHECK(connection.execute("UPDATE case_row SET phase = 'supplement', supplement_due = ? WHERE stream = ?",
        {store::orNull(event.body.value("deadline"_L1).toString()), event.stream}));
    return {};
}

Done CaseTable::collected(store::Connection& connection, const Event& event)
{
    KB_CHECK(connection.execute(
        "UPDATE case_row SET collected_at = ?, changed_at = ? WHERE stream = ?", {event.at, event.at, event.stream}));
    KB_CHECK(keepFiles(connection, event.stream, pagesOf(event.personal.value("collector"_L1).toObject())));
    return keepFiles(connection, event.stream, pagesFrom(event.personal.value("signature"_L1).toArray()));
}

// A page that was replaced stays with the case: whoever reads the history may read it too.
Done CaseTable::keepFiles(store::Connection& connection, const QString& stream, const QList<Page>& pages)
{
    for (const auto& page : pages)
        KB_CHECK(connection.execute(
            "INSERT INTO case_file(stream, digest) VALUES(?, ?) ON CONFLICT DO NOTHING", {stream, page.digest}));
    return {};
}

Done CaseTable::taskOpened(store::Connection& connection, const Event& event)
{
    const QString holder = event.body.value("holder"_L1).toString();
    KB_CHECK(connection.execute(
        "INSERT INTO task_row(stream, task, step, need, area, item, state, holder, holder_name, opened_at, due_on, "
        "held_since) SELECT stream, ?, ?, ?, area, item, ?, ?, ?, ?, ?, ? FROM case_row WHERE stream = ?",
        {event.body.value("task"_L1).toString(), event.body.value("step"_L1).toString(),
            event.body.value("right"_L1).toString(), holder.isEmpty() ? u"open"_s : u"claimed"_s, store::orNull(holder),
            store::orNull(event.body.value("holderName"_L1).toString()), event.at,
            store::orNull(event.body.value("dueOn"_L1).toString()), holder.isEmpty() ? qint64(0) : event.at,
            event.stream}));
    KB_CHECK(connection.execute("UPDATE case_row SET step = ?, changed_at = ? WHERE stream = ?",
        {event.body.value("step"_L1).toString(), event.at, event.stream}));
    return {};
}

Done CaseTable::taskMoved(store::Connection& connection, const Event& event)
{
    const QString state = event.type == "TaskReleased"_L1 ? u"open"_s
                          : event.type == "TaskDone"_L1   ? u"done"_s
                                                          : u"claimed"_s;
    const QString holder = event.type == "TaskDone"_L1 ? event.actor : event.body.value("holder"_L1).toString();
    const QString name = event.body.value(event.type == "TaskDone"_L1 ? "byName"_L1 : "holderName"_L1).toString();
    KB_CHECK(connection.execute(
        "UPDATE task_row SET state = ?, holder = ?, holder_name = ?, held_since = ? WHERE stream = ? AND task = ?",
        {state, store::orNull(holder), store::orNull(name), holder.isEmpty() ? qint64(0) : event.at, event.stream,
            event.body.value("task"_L1).toString()}));
    if (event.type == "TaskDone"_L1) {
        const QString outcome = event.body.value("outcome"_L1).toString();
        KB_CHECK(connection.execute("UPDATE case_row SET outcome = ?, phase = 'in-progress', supplement_due = NULL, "
                                    "due_on = COALESCE(?, due_on), changed_at = ? WHERE stream = ?",
            {outcome, store::orNull(event.body.value("dueOn"_L1).toString()), event.at, event.stream}));
        if (outcome == "supplement"_L1)
            return supplementAsked(connection, event);
    }
    return {};
}

Done CaseTable::caseClosed(store::Connection& connection, const Event& event, const QString& phase)
{
    KB_CHECK(connection.execute(
        "UPDATE case_row SET phase = ?, step = NULL, supplement_due = NULL, changed_at = ? WHERE stream = ?",
        {phase, event.at, event.stream}));
    KB_CHECK(connection.execute(
        "UPDATE task_row SET state = 'cancelled' WHERE stream = ? AND state <> 'done'", {event.stream}));
    return freeKey(connection, event.stream);
}

Done CaseTable::merged(store::Connection& connection, const Event& event)
{
    KB_CHECK(connection.execute("UPDATE case_row SET duplicate_of = NULL WHERE stream = ?", {event.stream}));
    return caseClosed(connection, event, u"merged"_s);
}

// Every number that led to what was merged leads here.
Done CaseTable::duplicateAbsorbed(store::Connection& connection, const Event& event)
{
    KB_CHECK(connection.execute(
        "UPDATE case_number SET stream = ? WHERE stream = ?", {event.stream, event.body.value("from"_L1).toString()}));
    KB_CHECK(connection.execute("UPDATE case_row SET changed_at = ? WHERE stream = ?", {event.at, event.stream}));
    return {};
}

Done CaseTable::apply(store::Connection& connection, const Event& stored)
{
    if (stored.streamKind != CaseStream::kind() || isBeyond(stored))
        return {};
    const Event event = lifted(stored);
    if (event.type == "CaseOpened"_L1)
        return caseOpened(connection, event);
    if (event.type == "MaterialSet"_L1)
        return keepFiles(
            connection, event.stream, CaseMaterial::fromJson(event.personal.value("material"_L1).toObject()).pages);
    if (event.type == "TaskOpened"_L1)
        return taskOpened(connection, event);
    if (event.type == "TaskClaimed"_L1 || event.type == "TaskTransferred"_L1 || event.type == "TaskReleased"_L1 ||
        event.type == "TaskDone"_L1)
        return taskMoved(connection, event);
    if (event.type == "SupplementAsked"_L1)
        return supplementAsked(connection, event);
    if (event.type == "PartySet"_L1)
        return partySet(connection, event);
    if (event.type == "ResultCollected"_L1)
        return collected(connection, event);
    if (event.type == "CaseCompleted"_L1)
        return caseClosed(connection, event, u"completed"_s);
    if (event.type == "CaseRefused"_L1)
        return caseClosed(connection, event, u"refused"_s);
    if (event.type == "CaseNotAccepted"_L1)
        return caseClosed(connection, event, u"not-accepted"_s);
    if (event.type == "CaseVoided"_L1)
        return caseClosed(connection, event, u"voided"_s);
    if (event.type == "CaseMerged"_L1)
        return merged(connection, event);
    if (event.type == "DuplicateAbsorbed"_L1)
        return duplicateAbsorbed(connection, event);
    if (event.type == "TimeConfirmed"_L1)
        KB_CHECK(connection.execute("UPDATE case_row SET uncertain = 0 WHERE stream = ?", {event.stream}));
    if (event.type == "DuplicateReleased"_L1)
        KB_CHECK(connection.execute("UPDATE case_row SET duplicate_of = NULL WHERE stream = ?", {event.stream}));
    return {};
}

Done CaseTable::clear(store::Connection& connection)
{
    KB_CHECK(connection.execute("DELETE FROM open_case"));
    KB_CHECK(connection.execute("DELETE FROM case_file"));
    KB_CHECK(connection.execute("DELETE FROM task_row"));
    KB_CHECK(connection.execute("DELETE FROM case_number"));
    KB_CHECK(connection.execute("DELETE FROM case_row"));
    return {};
}

} // namespace kuaiban::casework

#include "CaseTable.h"

#include "CaseStream.h"

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
                "area TEXT NOT NULL, item TEXT NOT NULL, state TEXT NOT NULL, holder TEXT, holder_name TEXT, opened_at "
                "BIGINT NOT NULL, "
                "due_on TEXT, PRIMARY KEY(stream, task))",
                "CREATE INDEX task_row_queue ON task_row(opened_at, stream) WHERE state IN ('open', 'claimed')",
                "CREATE INDEX task_row_holder ON task_row(holder) WHERE state = 'claimed'",
                "CREATE TABLE case_file(stream TEXT NOT NULL, digest TEXT NOT NULL, PRIMARY KEY(digest, stream))",
            }}}};
}

Done CaseTable::caseOpened(store::Connection& connection, const Event& event)
{
    const auto& body = event.body;
    const auto applicant = event.personal.value("parties"_L1).toObject().value("applicant"_L1).toObject();
    const auto text = [&](QLatin1StringView name) { return body.value(name).toString(); };
    KB_CHECK(connection.execute("INSERT INTO case_row(stream, number, item, revision, phase, area, office, window_no, "
                                "applicant, id_no, opened_by, "
                                "opened_by_name, opened_at, due_on, query_code, uncertain, changed_at) "
                                "VALUES(?, ?, ?, ?, 'in-progress', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {event.stream, text("number"_L1), text("item"_L1), body.value("revision"_L1).toInteger(), text("area"_L1),
            text("office"_L1), text("window"_L1), applicant.value("name"_L1).toString(),
            applicant.value("idNo"_L1).toString(), event.actor, text("byName"_L1), event.at,
            store::orNull(text("dueOn"_L1)), text("queryCode"_L1), qint64(event.uncertain), event.at}));
    KB_CHECK(
        connection.execute("INSERT INTO case_number(number, stream) VALUES(?, ?)", {text("number"_L1), event.stream}));
    for (const auto& material : event.personal.value("materials"_L1).toArray())
        KB_CHECK(keepFiles(connection, event.stream, material.toObject()));
    return {};
}

// A page that was replaced stays with the case: whoever reads the history may read it too.
Done CaseTable::keepFiles(store::Connection& connection, const QString& stream, const QJsonObject& material)
{
    for (const auto& page : CaseMaterial::fromJson(material).pages)
        KB_CHECK(connection.execute(
            "INSERT INTO case_file(stream, digest) VALUES(?, ?) ON CONFLICT DO NOTHING", {stream, page.digest}));
    return {};
}

Done CaseTable::taskOpened(store::Connection& connection, const Event& event)
{
    const QString holder = event.body.value("holder"_L1).toString();
    KB_CHECK(connection.execute(
        "INSERT INTO task_row(stream, task, step, need, area, item, state, holder, holder_name, opened_at, due_on) "
        "SELECT stream, ?, ?, ?, area, item, ?, ?, ?, ?, ? FROM case_row WHERE stream = ?",
        {event.body.value("task"_L1).toString(), event.body.value("step"_L1).toString(),
            event.body.value("right"_L1).toString(), holder.isEmpty() ? u"open"_s : u"claimed"_s, store::orNull(holder),
            store::orNull(event.body.value("holderName"_L1).toString()), event.at,
            store::orNull(event.body.value("dueOn"_L1).toString()), event.stream}));
    KB_CHECK(connection.execute("UPDATE case_row SET step = ?, changed_at = ? WHERE stream = ?",
        {event.body.value("step"_L1).toString(), event.at, event.stream}));
    return {};
}

Done CaseTable::taskMoved(store::Connection& connection, const Event& event)
{
    const QString state = event.type == "TaskClaimed"_L1    ? u"claimed"_s
                          : event.type == "TaskReleased"_L1 ? u"open"_s
                                                            : u"done"_s;
    const QString holder = event.type == "TaskDone"_L1 ? event.actor : event.body.value("holder"_L1).toString();
    const QString name = event.body.value(event.type == "TaskDone"_L1 ? "byName"_L1 : "holderName"_L1).toString();
    KB_CHECK(
        connection.execute("UPDATE task_row SET state = ?, holder = ?, holder_name = ? WHERE stream = ? AND task = ?",
            {state, store::orNull(holder), store::orNull(name), event.stream, event.body.value("task"_L1).toString()}));
    if (event.type == "TaskDone"_L1) {
        const QString outcome = event.body.value("outcome"_L1).toString();
        KB_CHECK(connection.execute("UPDATE case_row SET outcome = ?, phase = ?, changed_at = ? WHERE stream = ?",
            {outcome, outcome == "supplement"_L1 ? u"supplement"_s : u"in-progress"_s, event.at, event.stream}));
    }
    return {};
}

Done CaseTable::caseClosed(store::Connection& connection, const Event& event, const QString& phase)
{
    KB_CHECK(connection.execute("UPDATE case_row SET phase = ?, step = NULL, changed_at = ? WHERE stream = ?",
        {phase, event.at, event.stream}));
    KB_CHECK(connection.execute(
        "UPDATE task_row SET state = 'cancelled' WHERE stream = ? AND state <> 'done'", {event.stream}));
    return {};
}

Done CaseTable::apply(store::Connection& connection, const Event& event)
{
    if (event.streamKind != CaseStream::kind())
        return {};
    if (event.type == "CaseOpened"_L1)
        return caseOpened(connection, event);
    if (event.type == "MaterialSet"_L1)
        return keepFiles(connection, event.stream, event.personal.value("material"_L1).toObject());
    if (event.type == "TaskOpened"_L1)
        return taskOpened(connection, event);
    if (event.type == "TaskClaimed"_L1 || event.type == "TaskReleased"_L1 || event.type == "TaskDone"_L1)
        return taskMoved(connection, event);
    if (event.type == "CaseCompleted"_L1)
        return caseClosed(connection, event, u"completed"_s);
    if (event.type == "CaseRefused"_L1)
        return caseClosed(connection, event, u"refused"_s);
    if (event.type == "CaseNotAccepted"_L1)
        return caseClosed(connection, event, u"not-accepted"_s);
    if (event.type == "CaseVoided"_L1)
        return caseClosed(connection, event, u"voided"_s);
    if (event.type == "TimeConfirmed"_L1)
        KB_CHECK(connection.execute("UPDATE case_row SET uncertain = 0 WHERE stream = ?", {event.stream}));
    return {};
}

Done CaseTable::clear(store::Connection& connection)
{
    KB_CHECK(connection.execute("DELETE FROM case_file"));
    KB_CHECK(connection.execute("DELETE FROM task_row"));
    KB_CHECK(connection.execute("DELETE FROM case_number"));
    KB_CHECK(connection.execute("DELETE FROM case_row"));
    return {};
}

} // namespace kuaiban::casework

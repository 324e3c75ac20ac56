#include "OrganisationStream.h"

#include "IdentityErrors.h"
#include "Organisations.h"

namespace kuaiban::identity {

using namespace Qt::StringLiterals;
using journal::Decision;
using journal::Event;
using journal::NewEvent;

namespace {

// Whom to call is about a person: it stands where a lawful erasure can remove it.
NewEvent eventOf(const QString& type, const Organisation& one)
{
    auto body = one.toJson();
    QJsonObject personal;
    for (const auto& name : {u"contact"_s, u"phone"_s})
        personal.insert(name, body.take(name));
    return {type, body, personal};
}

// Accounts and machines from before there were organisations come to the one whose name they carry.
Done adopt(store::Connection& connection, const Organisation& one)
{
    for (const auto* sql :
        {"UPDATE account SET organisation = ? WHERE organisation = '' AND office = ? AND area LIKE ? || '%'",
            "UPDATE device SET organisation = ? WHERE organisation = '' AND office = ? AND area LIKE ? || '%'"})
        KB_CHECK(connection.execute(sql, {one.id, one.name, one.area}));
    return {};
}

Result<Decision> decideContent(
    store::Connection& connection, const QString& type, const journal::Command& command, bool isThere)
{
    const auto wanted = Organisation::fromJson(command.stream, command.body);
    if (!wanted)
        return Decision::refuse(wanted.error());
    if (type == "OrganisationOpened"_L1 && isThere)
        return Decision::refuse(organisationTaken(wanted->name));
    KB_TRY(const auto problems, Organisations(connection).problemsOf(*wanted));
    if (!problems.isEmpty())
        return Decision::refuse(problems.constFirst().error);
    return Decision::accept({eventOf(type, *wanted)});
}

} // namespace

Result<Decision> OrganisationStream::decide(
    store::Connection& connection, const QList<Event>& history, const journal::Command& command)
{
    if (command.type == "OpenOrganisation"_L1)
        return decideContent(connection, u"OrganisationOpened"_s, command, !history.isEmpty());
    const Organisations organisations(connection);
    KB_TRY(const auto known, organisations.byId(command.stream));
    if (!known)
        return Decision::refuse(organisationUnknown());
    if (command.type == "ChangeOrganisation"_L1)
        return decideContent(connection, u"OrganisationChanged"_s, command, true);
    if (command.type == "CloseOrganisation"_L1) {
        if (const auto may = organisations.checkClosing(known->id); !may) {
            if (!may.error().is("identity.organisation-in-use"_L1))
                return fail(may.error());
            return Decision::refuse(may.error());
        }
        return Decision::accept({NewEvent{u"OrganisationClosed"_s, {}, {}}});
    }
    if (command.type == "ReopenOrganisation"_L1) {
        KB_TRY(const auto problems, organisations.problemsOf(*known)); // its name or its place may be taken meanwhile
        if (!problems.isEmpty())
            return Decision::refuse(problems.constFirst().error);
        return Decision::accept({NewEvent{u"OrganisationReopened"_s, {}, {}}});
    }
    return Decision::refuse(notAllowed(command.type));
}

Done OrganisationTable::apply(store::Connection& connection, const Event& event)
{
    if (event.streamKind != OrganisationStream::kind())
        return {};
    if (event.type == "OrganisationOpened"_L1 || event.type == "OrganisationChanged"_L1) {
        auto json = event.body;
        for (auto entry = event.personal.begin(); entry != event.personal.end(); ++entry)
            json.insert(entry.key(), entry.value());
        KB_TRY(const auto one, Organisation::fromJson(event.stream, json));
        KB_CHECK(connection.execute(
            "INSERT INTO organisation(id, name, kind, area, parent, code, contact, phone, idle_minutes, closed, "
            "version) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?) ON CONFLICT(id) DO UPDATE SET name = excluded.name, kind "
            "= "
            "excluded.kind, area = excluded.area, parent = excluded.parent, code = excluded.code, contact = "
            "excluded.contact, phone = excluded.phone, idle_minutes = excluded.idle_minutes, version = "
            "excluded.version",
            {one.id, one.name, one.kind, one.area, one.parent, one.code, one.contact, one.phone,
                qint64(one.idleMinutes), event.version}));
        if (event.type == "OrganisationOpened"_L1)
            KB_CHECK(adopt(connection, one));
    } else if (event.type == "OrganisationClosed"_L1 || event.type == "OrganisationReopened"_L1) {
        KB_CHECK(connection.execute("UPDATE organisation SET closed = ?, version = ? WHERE id = ?",
            {qint64(event.type == "OrganisationClosed"_L1), event.version, event.stream}));
    }
    return {};
}

Done OrganisationTable::clear(store::Connection& connection)
{
    KB_CHECK(connection.execute("DELETE FROM organisation"));
    return {};
}

} // namespace kuaiban::identity

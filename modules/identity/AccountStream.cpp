#include "AccountStream.h"

#include "IdentityErrors.h"
#include "modules/base/ObjectReader.h"
#include "Organisations.h"

namespace kuaiban::identity {

using namespace Qt::StringLiterals;
using journal::Decision;
using journal::Event;
using journal::NewEvent;

namespace {

// Where an account belongs: an area, and the office as printed or the organisation that gives it its name.
struct Place
{
    QJsonObject body;
    std::optional<Error> refused;
};

Result<Place> placeOf(store::Connection& connection, ObjectReader& body)
{
    const QString area = body.text(u"area"_s);
    const QString organisation = body.textOr(u"organisation"_s);
    Place place{{{u"area"_s, area}, {u"office"_s, body.text(u"office"_s)}}, {}};
    if (const auto done = body.finish(); !done) {
        place.refused = done.error();
    } else if (!organisation.isEmpty()) {
        KB_TRY(const auto known, Organisations(connection).byId(organisation));
        if (!known || known->closed || !areaCovers(known->area, area))
            place.refused = organisationUnknown(place.body.value("office"_L1).toString());
        place.body.insert(u"organisation"_s, organisation);
    }
    return place;
}

Result<Decision> decideOpening(
    store::Connection& connection, const QList<Event>& history, const journal::Command& command)
{
    ObjectReader body(command.body);
    const QString login = body.text(u"login"_s);
    const QString name = body.text(u"name"_s);
    KB_TRY(auto place, placeOf(connection, body));
    if (place.refused)
        return Decision::refuse(*place.refused);
    KB_TRY(const qint64 taken, connection.integer("SELECT COUNT(*) FROM account WHERE login = ?", {login}));
    if (taken > 0 || !history.isEmpty())
        return Decision::refuse(loginTaken(login));
    place.body.insert(u"login"_s, login);
    return Decision::accept({NewEvent{u"AccountOpened"_s, place.body, {{u"name"_s, name}}}});
}

// Somebody moves to another office, or is called otherwise; posts are given and withdrawn apart.
Result<Decision> decideChange(store::Connection& connection, const journal::Command& command)
{
    ObjectReader body(command.body);
    const QString name = body.text(u"name"_s);
    KB_TRY(const auto place, placeOf(connection, body));
    if (place.refused)
        return Decision::refuse(*place.refused);
    return Decision::accept({NewEvent{u"AccountChanged"_s, place.body, {{u"name"_s, name}}}});
}

// Nobody begins again at an organisation that was closed meanwhile: the account is moved first.
Result<Decision> decideUnlocking(store::Connection& connection, const QString& account)
{
    KB_TRY(const auto closed,
        connection.first("SELECT o.name FROM account a JOIN organisation o ON o.id = a.organisation WHERE a.id = ? AND "
                         "o.closed = 1",
            {account}, [](const store::Row& row) { return row.text(0); }));
    if (closed)
        return Decision::refuse(organisationUnknown(*closed));
    return Decision::accept({NewEvent{u"AccountUnlocked"_s, {}, {}}});
}

Decision decideGrant(const Posts& posts, const journal::Command& command)
{
    const auto grant = Grant::fromJson(command.body);
    if (!grant)
        return Decision::refuse(grant.error());
    if (!posts.contains(grant->post))
        return Decision::refuse(postUnknown(grant->post));
    auto begun = *grant;
    begun.from = begun.from == 0 ? command.times.corrected : begun.from;
    return Decision::accept({NewEvent{u"PostGranted"_s, begun.toJson(), {}}});
}

} // namespace

bool AccountStream::comparesAndSets(const QString& commandType) const
{
    return !asides().contains(commandType);
}

Result<Decision> AccountStream::decide(
    store::Connection& connection, const QList<Event>& history, const journal::Command& command)
{
    if (command.type == "OpenAccount"_L1)
        return decideOpening(connection, history, command);
    if (history.isEmpty())
        return Decision::refuse(accountUnknown());
    if (command.type == "ChangeAccount"_L1)
        return decideChange(connection, command);
    if (command.type == "GrantPost"_L1)
        return decideGrant(m_posts, command);
    if (command.type == "WithdrawPost"_L1) {
        return Decision::accept({NewEvent{u"PostWithdrawn"_s,
            {{u"id"_s, command.body.value("id"_L1).toString()}, {u"until"_s, command.times.corrected}}, {}}});
    }
    if (command.type == "LockAccount"_L1)
        return Decision::accept({NewEvent{u"AccountLocked"_s, {}, {}}});
    if (command.type == "UnlockAccount"_L1)
        return decideUnlocking(connection, command.stream);
    if (command.type == "NoteEnrolCode"_L1)
        return Decision::accept({NewEvent{u"EnrolCodeMade"_s, command.body, {}}});
    if (command.type == "NoteRevocation"_L1)
        return Decision::accept({NewEvent{u"WindowRevoked"_s, command.body, {}}});
    if (command.type == "NoteCarriedWork"_L1) // of another machine, brought by this account
        return Decision::accept({NewEvent{u"WorkCarried"_s, command.body, {}}});
    if (command.type == "NotePasswordChange"_L1)
        return Decision::accept({NewEvent{u"PasswordChanged"_s, {}, {}}});
    if (command.type == "NoteReveal"_L1) { // full values of a person were shown to the account
        const auto& body = command.body;
        return Decision::accept({NewEvent{u"PersonRevealed"_s,
            {{u"person"_s, body.value("person"_L1)}, {u"device"_s, body.value("device"_L1)}},
            {{u"reason"_s, body.value("reason"_L1)}}}});
    }
    return Decision::refuse(notAllowed(command.type));
}

Done AccountTable::apply(store::Connection& connection, const Event& event)
{
    if (event.streamKind != AccountStream::kind())
        return {};
    const auto& body = event.body;
    if (event.type == "AccountOpened"_L1) {
        KB_CHECK(connection.execute(
            "INSERT INTO account(id, login, name, area, office, organisation, locked) VALUES(?, ?, ?, ?, ?, ?, 0)",
            {event.stream, body.value("login"_L1).toString(), event.personal.value("name"_L1).toString(),
                body.value("area"_L1).toString(), body.value("office"_L1).toString(),
                body.value("organisation"_L1).toString()}));
    } else if (event.type == "AccountChanged"_L1) {
        KB_CHECK(connection.execute("UPDATE account SET name = ?, area = ?, office = ?, organisation = ? WHERE id = ?",
            {event.personal.value("name"_L1).toString(), body.value("area"_L1).toString(),
                body.value("office"_L1).toString(), body.value("organisation"_L1).toString(), event.stream}));
    } else if (event.type == "PostGranted"_L1) {
        KB_TRY(const auto grant, Grant::fromJson(body));
        KB_CHECK(
            connection.execute("INSERT INTO account_grant(id, account, post, area, items, valid_from, valid_until) "
                               "VALUES(?, ?, ?, ?, ?, ?, ?)",
                {grant.id, event.stream, grant.post, grant.area, grant.items.join(u','), grant.from, grant.until}));
    } else if (event.type == "PostWithdrawn"_L1) {
        KB_CHECK(connection.execute("UPDATE account_grant SET valid_until = ? WHERE id = ? AND account = ?",
            {body.value("until"_L1).toInteger(), body.value("id"_L1).toString(), event.stream}));
    } else if (event.type == "AccountLocked"_L1 || event.type == "AccountUnlocked"_L1) {
        KB_CHECK(connection.execute(
            "UPDATE account SET locked = ? WHERE id = ?", {qint64(event.type == "AccountLocked"_L1), event.stream}));
    }
    return {};
}

Done AccountTable::clear(store::Connection& connection)
{
    KB_CHECK(connection.execute("DELETE FROM account_grant"));
    KB_CHECK(connection.execute("DELETE FROM account"));
    return {};
}

} // namespace kuaiban::identity

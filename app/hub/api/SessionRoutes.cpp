#include "HubCommands.h"
#include "HubRoutes.h"
#include "HubWorker.h"
#include "modules/base/ObjectReader.h"
#include "modules/identity/IdentityErrors.h"
#include "modules/identity/Organisations.h"
#include "modules/identity/PasswordPolicy.h"
#include "modules/identity/Sessions.h"
#include "modules/store/Transaction.h"
#include "Schemas.h"
#include "SignedIn.h"

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 BodyLimit = 16 * 1024;

// The form that the counter reads into its DeskUser.
Result<QJsonObject> deskUser(
    store::Connection& connection, const identity::Account& account, const identity::Device& device)
{
    // The window's own house decides when it locks itself, not that of whoever sits there.
    const QString& house = device.organisation.isEmpty() ? account.organisation : device.organisation;
    KB_TRY(const int idle, identity::Organisations(connection).idleMinutes(house));
    QJsonArray grants;
    for (const auto& grant : account.grants)
        grants.append(grant.toJson());
    return QJsonObject{{u"account"_s, account.id}, {u"login"_s, account.login}, {u"name"_s, account.name},
        {u"grants"_s, grants}, {u"device"_s, device.id}, {u"area"_s, device.area}, {u"office"_s, device.office},
        {u"window"_s, device.window}, {u"idleMinutes"_s, idle}};
}

Result<HttpReply> openSession(const HubParts& parts, HttpRequest& request, WorkerContext& context)
{
    KB_TRY(const auto json, jsonBody(request));
    ObjectReader reader(json);
    const QString login = reader.text(u"login"_s);
    const QString password = reader.text(u"password"_s);
    KB_CHECK(reader.finish());
    auto& connection = connectionOf(context);
    const QString deviceToken = request.headers.value(u"X-Device-Token").trimmed();
    KB_TRY(const auto device, identity::Devices(connection, parts.random).byToken(deviceToken));
    // Neither in a transaction, because wrong tries count though the request fails, nor under the writers' lock,
    // because checking a password takes long on purpose.
    const qint64 now = parts.clock.nowMs();
    KB_TRY(const auto account, identity::Accounts(connection).authenticate(login, password, now));
    KB_TRY(const auto user, deskUser(connection, account, device));
    QString token;
    {
        const std::lock_guard lock(parts.writing);
        KB_TRY(token, store::inTransaction(connection, [&] {
            return identity::Sessions(connection).open(account.id, device.id, parts.random, now);
        }));
    }
    return HttpResponse::json(
        QJsonObject{{u"token"_s, token}, {u"expiresAt"_s, rfc3339(now + identity::Sessions::LifetimeMs)},
            {u"user"_s, user}, {u"publicBase"_s, parts.publicBase}});
}

Result<HttpReply> closeSession(const HubParts& parts, HttpRequest& request, WorkerContext& context)
{
    const std::lock_guard lock(parts.writing);
    KB_CHECK(identity::Sessions(connectionOf(context)).close(signedIn(request).token));
    return HttpResponse::empty();
}

Result<HttpReply> changePassword(const HubParts& parts, HttpRequest& request, WorkerContext& context)
{
    KB_TRY(const auto json, jsonBody(request));
    ObjectReader reader(json);
    const QString old = reader.text(u"old"_s);
    const QString fresh = reader.text(u"new"_s);
    KB_CHECK(reader.finish());
    const auto& who = signedIn(request);
    auto& connection = connectionOf(context);
    KB_CHECK(identity::checkPassword(fresh, who.account.login));
    identity::Accounts accounts(connection);
    KB_CHECK(accounts.authenticate(who.account.login, old, parts.clock.nowMs()));
    KB_CHECK(accounts.setPassword(who.account.id, fresh, parts.random));
    KB_CHECK(notePasswordChange(parts, connection, who.account.id));
    // Whoever knew the old password must not stay signed in elsewhere.
    const std::lock_guard lock(parts.writing);
    KB_CHECK(identity::Sessions(connection).closeOthers(who.account.id, who.token));
    return HttpResponse::empty();
}

void describeSessions(SchemaRegistry& schemas)
{
    const auto text = schema::text();
    schemas.add(
        u"Grant"_s, schema::object({{u"id"_s, text}, {u"post"_s, text},
                        {u"area"_s, schema::text(u"Covers everything whose code begins with it"_s)},
                        {u"items?"_s, schema::listOf(text)}, {u"from"_s, schema::integer(u"UTC milliseconds"_s)},
                        {u"until?"_s, schema::integer(u"UTC milliseconds"_s)}}));
    schemas.add(u"DeskUser"_s, schema::object({{u"account"_s, text}, {u"login"_s, text}, {u"name"_s, text},
                                   {u"grants"_s, schema::listOf(schema::reference(u"Grant"_s))}, {u"device"_s, text},
                                   {u"area"_s, text}, {u"office"_s, text}, {u"window"_s, text},
                                   {u"idleMinutes?"_s, schema::integer(u"After which the window locks itself; 0: as "
                                                                       "the machine is set"_s)}}));
    schemas.add(u"SessionRequest"_s, schema::object({{u"login"_s, text}, {u"password"_s, text}}));
    schemas.add(u"Session"_s, schema::object({{u"token"_s, schema::text(u"For Authorization: Bearer"_s)},
                                  {u"expiresAt"_s, schema::text(u"RFC 3339"_s)},
                                  {u"user"_s, schema::reference(u"DeskUser"_s)}, {u"publicBase"_s, text}}));
    schemas.add(u"PasswordChange"_s, schema::object({{u"old"_s, text}, {u"new"_s, text}}));
}

} // namespace

void addSessionRoutes(RouteBook& book)
{
    describeSessions(book.schemas);
    auto& parts = book.parts;
    book.router.add({.method = u"POST"_s,
        .path = u"/api/v1/sessions"_s,
        .access = Access::Public,
        .doc = {.summary = u"Signs in at an enrolled machine"_s,
            .tag = u"sessions"_s,
            .requestSchema = u"SessionRequest"_s,
            .responseSchema = u"Session"_s,
            .problems = {401, 403, 429},
            .parameters = {{u"X-Device-Token"_s, u"Token that the machine was given at enrolment"_s, schema::text(),
                RouteParameter::In::Header, true}}},
        .handler = [&parts](
                       HttpRequest& request, WorkerContext& context) { return openSession(parts, request, context); },
        .bodyLimit = BodyLimit});
    book.router.add({.method = u"DELETE"_s,
        .path = u"/api/v1/sessions/current"_s,
        .doc = {.summary = u"Signs out"_s, .tag = u"sessions"_s, .responseStatus = 204},
        .handler = [&parts](HttpRequest& request, WorkerContext& context) {
            return closeSession(parts, request, context);
        }});
    book.router.add({.method = u"POST"_s,
        .path = u"/api/v1/sessions/password"_s,
        .doc = {.summary = u"Changes the password of the account that is signed in"_s,
            .tag = u"sessions"_s,
            .requestSchema = u"PasswordChange"_s,
            .responseStatus = 204,
            .problems = {422, 429}},
        .handler = [&parts](HttpRequest& request,
                       WorkerContext& context) { return changePassword(parts, request, context); },
        .bodyLimit = BodyLimit});
}

} // namespace kuaiban::hub

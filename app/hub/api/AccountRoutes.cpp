#include "app/hub/imports/AccountImport.h"
#include "app/hub/imports/ImportErrors.h"
#include "HubCommands.h"
#include "HubErrors.h"
#include "HubRoutes.h"
#include "HubWorker.h"
#include "modules/base/ObjectReader.h"
#include "modules/catalogue/Definitions.h"
#include "modules/identity/AccountStream.h"
#include "modules/identity/IdentityErrors.h"
#include "modules/identity/PasswordPolicy.h"
#include "modules/identity/PasswordVerifier.h"
#include "modules/identity/Sessions.h"
#include "modules/journal/StreamLog.h"
#include "modules/store/Transaction.h"
#include "Parameters.h"
#include "Schemas.h"
#include "SignedIn.h"

namespace kuaiban::hub {

using namespace Qt::StringLiterals;
using identity::AccountStream;

namespace {

constexpr qint64 MostAccounts = 200;
constexpr qint64 MostImported = 200; // each password takes a twentieth of a second, an answer must come in a minute
constexpr qint64 ImportBytes = 256 * 1024;

QJsonObject accountJson(const identity::Account& account, qint64 version)
{
    QJsonArray grants;
    for (const auto& grant : account.grants)
        grants.append(grant.toJson());
    return {{u"id"_s, account.id}, {u"login"_s, account.login}, {u"name"_s, account.name}, {u"area"_s, account.area},
        {u"office"_s, account.office}, {u"organisation"_s, account.organisation}, {u"locked"_s, account.locked},
        {u"grants"_s, grants}, {u"version"_s, version}};
}

Result<HttpReply> listAccounts(const HubParts& parts, HttpRequest& request, WorkerContext& context)
{
    const auto& who = signedIn(request);
    auto& connection = connectionOf(context);
    KB_TRY(const auto areas, demandAreas(who, identity::right::ManageAccounts, connection, parts));
    KB_TRY(const qint64 limit, integerParameter(request, u"limit"_s, 100, 1, MostAccounts));
    KB_TRY(const auto accounts,
        identity::Accounts(connection)
            .search(areas, request.query.value(u"q"), request.query.value(u"after"), static_cast<int>(limit)));
    QJsonArray rows;
    for (const auto& account : accounts) {
        KB_TRY(const auto head, journal::StreamLog(connection, parts.random).head(account.id));
        rows.append(accountJson(account, head.version));
    }
    return HttpResponse::json(
        QJsonObject{{u"rows"_s, rows}, {u"next"_s, accounts.size() < limit ? QString() : accounts.constLast().login}});
}

Result<HttpReply> newPassword(const HubParts& parts, HttpRequest& request, WorkerContext& context)
{
    KB_TRY(const auto key, idempotencyKey(request));
    Q_UNUSED(key) // asked twice the second password counts; nobody was told the first
    const auto& who = signedIn(request);
    auto& connection = connectionOf(context);
    KB_TRY(const auto account, identity::Accounts(connection).byId(request.pathValues.value(u"id"_s)));
    if (!account)
        return fail(identity::accountUnknown());
    KB_CHECK(demandManaging(who, *account, connection, parts));
    // A password is no part of any stream: it is set here and told once. Whoever knew the old one is signed out.
    const QString password = identity::generatedPassword(parts.random);
    const QString verifier = identity::makeVerifier(password, parts.random);
    {
        const std::lock_guard lock(parts.writing);
        KB_CHECK(store::inTransaction(connection, [&]() -> Done {
            KB_CHECK(identity::Accounts(connection).setVerifier(account->id, verifier));
            return identity::Sessions(connection).closeOthers(account->id, {});
        }));
    }
    KB_CHECK(notePasswordChange(parts, connection, account->id));
    return HttpResponse::json(QJsonObject{{u"password"_s, password}});
}

QList<HubCommand> openingOf(const HubParts& parts, const QString& id, const AccountRow& row, const QStringList& posts)
{
    QList<HubCommand> commands{{AccountStream::kind(), id, u"OpenAccount"_s,
        {{u"login"_s, row.login}, {u"name"_s, row.name}, {u"area"_s, row.area}, {u"office"_s, row.office},
            {u"organisation"_s, row.organisation}}}};
    for (const auto& post : posts) {
        commands.append({AccountStream::kind(), id, u"GrantPost"_s,
            {{u"id"_s, parts.ids.next()}, {u"post"_s, post}, {u"area"_s, row.area}}});
    }
    return commands;
}

// Accounts as they will be opened. Passwords are made before anything is locked: that takes long on purpose.
struct FreshAccounts
{
    QStringList ids;
    QStringList passwords;
    QStringList verifiers;
    QList<HubCommand> commands;
};

FreshAccounts freshAccounts(const HubParts& parts, const QList<AccountRow>& rows, const identity::Posts& posts)
{
    FreshAccounts fresh;
    for (const auto& row : rows) {
        fresh.ids.append(parts.ids.next());
        fresh.passwords.append(identity::generatedPassword(parts.random));
        fresh.verifiers.append(identity::makeVerifier(fresh.passwords.constLast(), parts.random));
        fresh.commands.append(openingOf(parts, fresh.ids.constLast(), row, postsOf(row.posts, posts)));
        fresh.commands.append({AccountStream::kind(), fresh.ids.constLast(), u"NotePasswordChange"_s});
    }
    return fresh;
}

// Nothing is made while any cell is wrong.
Result<HttpReply> importAccounts(const HubParts& parts, HttpRequest& request, WorkerContext& context)
{
    KB_TRY(const auto json, jsonBody(request));
    KB_TRY(const auto key, idempotencyKey(request));
    Q_UNUSED(key) // a repeat finds the logins taken
    ObjectReader reader(json);
    const auto array = reader.array(u"rows"_s);
    const bool checkOnly = reader.flagOr(u"check"_s, false);
    KB_CHECK(reader.finish());
    if (array.isEmpty() || array.size() > MostImported)
        return fail(importSize(MostImported));
    const auto& who = signedIn(request);
    auto& connection = connectionOf(context);
    KB_TRY(const auto posts, parts.shelf.posts(connection));
    KB_TRY(const auto managed, demandAreas(who, identity::right::ManageAccounts, connection, parts));
    KB_TRY(const auto definition, catalogue::Definitions(connection).current(u"codes"_s, u"areas"_s));
    KB_TRY(const auto areas, codes::AreaTree::parse(definition ? definition->content : QByteArray()));
    KB_TRY(auto rows, accountRows(array));
    const identity::Accounts accounts(connection);
    const identity::Organisations organisations(connection);
    const ImportGround ground{posts, areas,
        [&](const QString& login) -> Result<bool> {
            KB_TRY(const auto known, accounts.byLogin(login));
            return known.has_value();
        },
        [&](const QString& area) { return identity::anyCovers(managed, area); },
        [&](const QString& name, const QString& area) { return organisations.named(name, area); },
        [&](const QString& id) { return organisations.byId(id); }};
    KB_TRY(auto problems, importProblems(rows, ground));
    QJsonArray made;
    if (problems.isEmpty() && !checkOnly) {
        const auto fresh = freshAccounts(parts, rows, posts);
        const std::lock_guard lock(parts.writing);
        KB_TRY(problems, importProblems(rows, ground)); // somebody else may have opened one of them meanwhile
        if (problems.isEmpty()) {
            KB_CHECK(submitLocked(parts, connection, {who.account.id, who.device.id}, fresh.commands));
            KB_CHECK(store::inTransaction(connection, [&]() -> Done {
                for (qsizetype i = 0; i < rows.size(); ++i)
                    KB_CHECK(identity::Accounts(connection).setVerifier(fresh.ids.at(i), fresh.verifiers.at(i)));
                return {};
            }));
            for (qsizetype i = 0; i < rows.size(); ++i) {
                made.append(QJsonObject{{u"login"_s, rows.at(i).login}, {u"name"_s, rows.at(i).name},
                    {u"office"_s, rows.at(i).office}, {u"password"_s, fresh.passwords.at(i)}});
            }
        }
    }
    return HttpResponse::json(QJsonObject{{u"problems"_s, problemsJson(problems)}, {u"made"_s, made}});
}

void describeAccounts(SchemaRegistry& schemas)
{
    const auto text = schema::text();
    schemas.add(u"Account"_s, schema::anyObject(u"An account with its posts and the version of its stream"_s));
    schemas.add(u"AccountPage"_s, schema::object({{u"rows"_s, schema::listOf(schema::reference(u"Account"_s))},
                                      {u"next"_s, schema::text(u"`after` of the next page; empty at the end"_s)}}));
    schemas.add(u"NewPasswordRequest"_s, schema::anyObject(u"Nothing: the hub makes the password"_s));
    schemas.add(u"NewPassword"_s, schema::object({{u"password"_s, schema::text(u"Told once"_s)}}));
    schemas.add(u"AccountRow"_s,
        schema::object({{u"login"_s, text}, {u"name"_s, text}, {u"area"_s, text}, {u"office"_s, text},
            {u"posts"_s, schema::text(u"Ids or Chinese names, separated by semicolons"_s)},
            {u"organisation?"_s, schema::text(u"Id of the office, where its name alone is not enough"_s)}}));
    schemas.add(u"AccountImport"_s, schema::object({{u"rows"_s, schema::listOf(schema::reference(u"AccountRow"_s))},
                                        {u"check?"_s, schema::flag(u"Only says what is wrong"_s)}}));
    schemas.add(u"AccountImportResult"_s,
        schema::object({{u"problems"_s, schema::listOf(schema::anyObject(u"row, column and the failure of a cell"_s))},
            {u"made"_s, schema::listOf(schema::anyObject(u"login, name, office and first password"_s))}}));
}

} // namespace

void addAccountRoutes(RouteBook& book)
{
    describeAccounts(book.schemas);
    auto& parts = book.parts;
    book.router.add({.method = u"GET"_s,
        .path = u"/api/v1/accounts"_s,
        .doc = {.summary = u"Accounts of the areas that the administrator manages"_s,
            .tag = u"accounts"_s,
            .permission = identity::right::ManageAccounts,
            .responseSchema = u"AccountPage"_s,
            .problems = {422},
            .parameters = {textDoc(u"q"_s, u"Part of login, name or office"_s),
                textDoc(u"after"_s, u"`next` of the page before"_s),
                integerDoc(u"limit"_s, u"Most rows of a page"_s, 1, MostAccounts)}},
        .handler = [&parts](HttpRequest& request, WorkerContext& context) {
            return listAccounts(parts, request, context);
        }});
    book.router.add({.method = u"POST"_s,
        .path = u"/api/v1/accounts/{id}/password"_s,
        .doc = {.summary = u"Gives an account a new password"_s,
            .tag = u"accounts"_s,
            .permission = identity::right::ManageAccounts,
            .requestSchema = u"NewPasswordRequest"_s,
            .responseSchema = u"NewPassword"_s,
            .problems = {400, 404, 422},
            .parameters = {idempotencyDoc()}},
        .handler = [&parts](
                       HttpRequest& request, WorkerContext& context) { return newPassword(parts, request, context); },
        .bodyLimit = 16 * 1024});
    book.router.add({.method = u"POST"_s,
        .path = u"/api/v1/account-imports"_s,
        .doc = {.summary = u"Opens accounts from the lines of a sheet, all or none, or only checks them"_s,
            .tag = u"accounts"_s,
            .permission = identity::right::ManageAccounts,
            .requestSchema = u"AccountImport"_s,
            .responseSchema = u"AccountImportResult"_s,
            .problems = {400, 422},
            .parameters = {idempotencyDoc()}},
        .handler = [&parts](HttpRequest& request,
                       WorkerContext& context) { return importAccounts(parts, request, context); },
        .bodyLimit = ImportBytes});
}

} // namespace kuaiban::hub

#include "app/hub/imports/ImportErrors.h"
#include "app/hub/imports/OrganisationImport.h"
#include "HubCommands.h"
#include "HubErrors.h"
#include "HubRoutes.h"
#include "HubWorker.h"
#include "modules/base/ObjectReader.h"
#include "modules/catalogue/Definitions.h"
#include "modules/identity/AccountStream.h"
#include "modules/identity/IdentityErrors.h"
#include "modules/identity/OrganisationStream.h"
#include "modules/store/Transaction.h"
#include "Parameters.h"
#include "Schemas.h"
#include "SignedIn.h"

namespace kuaiban::hub {

using namespace Qt::StringLiterals;
using identity::Organisations;
using identity::OrganisationStream;
using identity::right::EnrolDevices;
using identity::right::ManageAccounts;

namespace {

constexpr qint64 MostOrganisations = 1000; // of a page
constexpr qint64 MostImported = 1000;
constexpr qint64 ImportBytes = 512 * 1024;

Result<HttpReply> listOrganisations(const HubParts& parts, HttpRequest& request, WorkerContext& context)
{
    auto& connection = connectionOf(context);
    KB_TRY(const auto areas, demandAreas(signedIn(request), ManageAccounts, connection, parts));
    KB_TRY(const qint64 limit, integerParameter(request, u"limit"_s, MostOrganisations, 1, MostOrganisations));
    KB_TRY(const auto list,
        Organisations(connection).listed(areas, request.query.value(u"after"), static_cast<int>(limit)));
    QJsonArray rows;
    QSet<QString> told;
    for (const auto& one : list)
        told.insert(one.organisation.id);
    QJsonArray above; // whoever reads the rows wants to know what they stand under
    for (const auto& one : list) {
        const QString& parent = one.organisation.parent;
        if (!parent.isEmpty() && !told.contains(parent)) {
            told.insert(parent);
            KB_TRY(const auto wider, Organisations(connection).byId(parent));
            if (wider)
                above.append(QJsonObject{{u"id"_s, wider->id}, {u"name"_s, wider->name}, {u"area"_s, wider->area},
                    {u"kind"_s, wider->kind}, {u"closed"_s, wider->closed}});
        }
        auto json = one.organisation.toJson();
        json.insert(u"id"_s, one.organisation.id);
        json.insert(u"closed"_s, one.organisation.closed);
        json.insert(u"version"_s, one.version);
        json.insert(u"accounts"_s, one.accounts);
        rows.append(json);
    }
    return HttpResponse::json(QJsonObject{{u"rows"_s, rows}, {u"above"_s, above},
        {u"next"_s, list.size() < limit ? QString() : list.constLast().organisation.id},
        {u"areas"_s, QJsonArray::fromStringList(areas)}});
}

// The organisation in the path, if whoever asks holds the right there.
Result<identity::Organisation> organisationOf(
    const HubParts& parts, const HttpRequest& request, QLatin1StringView right, store::Connection& connection)
{
    KB_TRY(const auto one, Organisations(connection).byId(request.pathValues.value(u"id"_s)));
    if (!one)
        return fail(identity::organisationUnknown());
    KB_CHECK(demand(signedIn(request), right, one->area, connection, parts));
    return *one;
}

Result<HttpReply> listWindows(const HubParts& parts, HttpRequest& request, WorkerContext& context)
{
    auto& connection = connectionOf(context);
    KB_TRY(const auto one, organisationOf(parts, request, ManageAccounts, connection));
    KB_TRY(const auto windows, identity::Devices(connection, parts.random).ofOrganisation(one.id));
    QJsonArray rows;
    for (const auto& window : windows) {
        rows.append(QJsonObject{{u"id"_s, window.id}, {u"name"_s, window.name}, {u"window"_s, window.window},
            {u"enrolledAt"_s, window.enrolledAt}, {u"revoked"_s, window.revoked}});
    }
    return HttpResponse::json(QJsonObject{{u"rows"_s, rows}});
}

// Who did it stands in the stream of the account.
Done note(const HubParts& parts, store::Connection& connection, const SignedIn& who, const QString& type,
    const QJsonObject& body)
{
    return submitAsHub(parts, connection, {{identity::AccountStream::kind(), who.account.id, type, body}});
}

Result<HttpReply> makeEnrolCode(const HubParts& parts, HttpRequest& request, WorkerContext& context)
{
    KB_TRY(const auto key, idempotencyKey(request));
    Q_UNUSED(key) // a code that nobody heard of ends by itself
    auto& connection = connectionOf(context);
    KB_TRY(const auto one, organisationOf(parts, request, EnrolDevices, connection));
    if (one.closed)
        return fail(identity::organisationUnknown(one.name));
    const auto& who = signedIn(request);
    const qint64 now = parts.clock.nowMs();
    QString code;
    {
        const std::lock_guard lock(parts.writing);
        KB_TRY(code, store::inTransaction(connection, [&] {
            return identity::Devices(connection, parts.random).makeCode(one.area, one.name, now, one.id);
        }));
    }
    KB_CHECK(note(parts, connection, who, u"NoteEnrolCode"_s, {{u"organisation"_s, one.id}}));
    return HttpResponse::json(
        QJsonObject{{u"code"_s, code}, {u"expiresAt"_s, rfc3339(now + identity::Devices::CodeLifetimeMs)}});
}

Result<HttpReply> revokeWindow(const HubParts& parts, HttpRequest& request, WorkerContext& context)
{
    KB_TRY(const auto key, idempotencyKey(request));
    Q_UNUSED(key) // revoking twice is revoking once
    auto& connection = connectionOf(context);
    identity::Devices devices(connection, parts.random);
    KB_TRY(const auto device, devices.find(request.pathValues.value(u"id"_s)));
    if (!device)
        return fail(identity::windowUnknown());
    const auto& who = signedIn(request);
    KB_TRY(const auto house, Organisations(connection).byId(device->organisation));
    KB_CHECK(demand(who, EnrolDevices, house ? house->area : device->area, connection, parts));
    if (device->id == who.device.id)
        return fail(identity::ownWindow());
    if (device->revoked)
        return HttpResponse::empty();
    {
        const std::lock_guard lock(parts.writing);
        KB_CHECK(store::inTransaction(connection, [&] { return devices.revoke(device->id, parts.clock.nowMs()); }));
    }
    KB_CHECK(note(parts, connection, who, u"NoteRevocation"_s, {{u"device"_s, device->id}}));
    return HttpResponse::empty();
}

QList<HubCommand> commandsOf(const OrganisationPlan& plan)
{
    QList<HubCommand> commands;
    for (const auto& one : plan.organisations)
        commands.append({OrganisationStream::kind(), one.id, u"OpenOrganisation"_s, one.toJson()});
    return commands;
}

// Nothing is made while any cell is wrong.
Result<HttpReply> importOrganisations(const HubParts& parts, HttpRequest& request, WorkerContext& context)
{
    KB_TRY(const auto json, jsonBody(request));
    KB_TRY(const auto key, idempotencyKey(request));
    Q_UNUSED(key) // a repeat finds the names taken
    ObjectReader reader(json);
    const auto array = reader.array(u"rows"_s);
    const bool checkOnly = reader.flagOr(u"check"_s, false);
    KB_CHECK(reader.finish());
    if (array.isEmpty() || array.size() > MostImported)
        return fail(importSize(MostImported));
    auto& connection = connectionOf(context);
    KB_TRY(const auto managed, demandAreas(signedIn(request), ManageAccounts, connection, parts));
    KB_TRY(const auto rows, organisationRows(array));
    KB_TRY(const auto definition, catalogue::Definitions(connection).current(u"codes"_s, u"areas"_s));
    KB_TRY(const auto areas, codes::AreaTree::parse(definition ? definition->content : QByteArray()));
    const Organisations known(connection);
    const OrganisationGround ground{
        areas, known, [&](const QString& area) { return identity::anyCovers(managed, area); }};
    KB_TRY(auto plan, planOrganisations(rows, ground, parts.ids));
    QJsonArray made;
    if (plan.problems.isEmpty() && !checkOnly) {
        const std::lock_guard lock(parts.writing);
        KB_TRY(plan, planOrganisations(rows, ground, parts.ids)); // somebody else may have opened one meanwhile
        if (plan.problems.isEmpty()) {
            const auto& who = signedIn(request);
            KB_CHECK(submitLocked(parts, connection, {who.account.id, who.device.id}, commandsOf(plan)));
            for (const auto& one : std::as_const(plan.organisations))
                made.append(QJsonObject{{u"id"_s, one.id}, {u"name"_s, one.name}});
        }
    }
    return HttpResponse::json(QJsonObject{{u"problems"_s, problemsJson(plan.problems)}, {u"made"_s, made}});
}

void describeOrganisations(SchemaRegistry& schemas)
{
    const auto text = schema::text();
    schemas.add(u"Organisation"_s,
        schema::anyObject(
            u"An organisation with the version of its stream and how many accounts and windows it has"_s));
    schemas.add(u"OrganisationList"_s,
        schema::object({{u"rows"_s, schema::listOf(schema::reference(u"Organisation"_s))},
            {u"above"_s,
                schema::listOf(schema::anyObject(u"What rows of this page stand under and is not among them"_s))},
            {u"next"_s, schema::text(u"`after` of the next page; empty at the end"_s)},
            {u"areas"_s, schema::listOf(text)}}));
    schemas.add(u"WindowList"_s,
        schema::object({{u"rows"_s, schema::listOf(schema::anyObject(u"A machine: id, name, window, enrolledAt "
                                                                     "(UTC milliseconds), revoked"_s))}}));
    schemas.add(u"EnrolCodeRequest"_s, schema::anyObject(u"Nothing: the hub makes the code"_s));
    schemas.add(u"EnrolCode"_s, schema::object({{u"code"_s, schema::text(u"Eight digits, told once"_s)},
                                    {u"expiresAt"_s, schema::text(u"RFC 3339"_s)}}));
    schemas.add(u"RevocationRequest"_s, schema::anyObject(u"Nothing"_s));
    schemas.add(u"OrganisationRow"_s,
        schema::object({{u"name"_s, text}, {u"area"_s, schema::text(u"Code, also with zeros to twelve digits"_s)},
            {u"kind"_s, schema::text(u"人社, 财政, 主管, 乡镇 or 村"_s)},
            {u"parent?"_s, schema::text(u"Name of the one above"_s)},
            {u"code?"_s, schema::text(u"Unified social credit code"_s)}, {u"contact?"_s, text}, {u"phone?"_s, text}}));
    schemas.add(
        u"OrganisationImport"_s, schema::object({{u"rows"_s, schema::listOf(schema::reference(u"OrganisationRow"_s))},
                                     {u"check?"_s, schema::flag(u"Only says what is wrong"_s)}}));
    schemas.add(u"OrganisationImportResult"_s,
        schema::object({{u"problems"_s, schema::listOf(schema::anyObject(u"row, column and the failure of a cell"_s))},
            {u"made"_s, schema::listOf(schema::anyObject(u"id and name"_s))}}));
}

} // namespace

void addOrganisationRoutes(RouteBook& book)
{
    describeOrganisations(book.schemas);
    using Handler = Result<HttpReply> (*)(const HubParts&, HttpRequest&, WorkerContext&);
    const auto add = [&](const QString& method, const QString& path, RouteDoc doc, Handler handler, qint64 limit) {
        doc.tag = u"organisations"_s;
        book.router.add({.method = method,
            .path = path,
            .doc = std::move(doc),
            .handler = [&parts = book.parts, handler](
                           HttpRequest& request, WorkerContext& context) { return handler(parts, request, context); },
            .bodyLimit = limit});
    };
    constexpr qint64 small = 16 * 1024;
    add(u"GET"_s, u"/api/v1/organisations"_s,
        {.summary = u"Organisations of the areas that the administrator manages, also closed ones"_s,
            .permission = ManageAccounts,
            .responseSchema = u"OrganisationList"_s,
            .problems = {422},
            .parameters = {textDoc(u"after"_s, u"`next` of the page before"_s),
                integerDoc(u"limit"_s, u"Most rows of a page"_s, 1, MostOrganisations)}},
        listOrganisations, small);
    add(u"GET"_s, u"/api/v1/organisations/{id}/windows"_s,
        {.summary = u"Machines enrolled at an organisation, also revoked ones"_s,
            .permission = ManageAccounts,
            .responseSchema = u"WindowList"_s,
            .problems = {404}},
        listWindows, small);
    add(u"POST"_s, u"/api/v1/organisations/{id}/enrol-codes"_s,
        {.summary = u"Makes a code by which one machine becomes a window of the organisation"_s,
            .permission = EnrolDevices,
            .requestSchema = u"EnrolCodeRequest"_s,
            .responseSchema = u"EnrolCode"_s,
            .problems = {400, 404},
            .parameters = {idempotencyDoc()}},
        makeEnrolCode, small);
    add(u"POST"_s, u"/api/v1/devices/{id}/revocation"_s,
        {.summary = u"The hub no longer knows a machine"_s,
            .permission = EnrolDevices,
            .requestSchema = u"RevocationRequest"_s,
            .responseStatus = 204,
            .problems = {400, 404, 422},
            .parameters = {idempotencyDoc()}},
        revokeWindow, small);
    add(u"POST"_s, u"/api/v1/organisation-imports"_s,
        {.summary = u"Opens organisations from the lines of a sheet, all or none, or only checks them"_s,
            .permission = ManageAccounts,
            .requestSchema = u"OrganisationImport"_s,
            .responseSchema = u"OrganisationImportResult"_s,
            .problems = {400, 422},
            .parameters = {idempotencyDoc()}},
        importOrganisations, ImportBytes);
}

} // namespace kuaiban::hub

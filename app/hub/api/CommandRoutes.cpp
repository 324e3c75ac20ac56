#include "HubCommands.h"
#include "HubErrors.h"
#include "HubRoutes.h"
#include "HubWorker.h"
#include "modules/announcements/AnnouncementStream.h"
#include "modules/base/ObjectReader.h"
#include "modules/casework/CaseStream.h"
#include "modules/identity/AccountStream.h"
#include "modules/identity/IdentityErrors.h"
#include "modules/identity/Organisations.h"
#include "modules/identity/OrganisationStream.h"
#include "modules/journal/Signer.h"
#include "Schemas.h"
#include "SignedIn.h"

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 BodyLimit = 256 * 1024;

// Cases and announcements judge rights by themselves. Organisations and accounts are changed by administrators of
// their area only, and
// everything else (definitions, notes that a password changed or a person was revealed) only by the hub itself.
Done allowed(const HubParts& parts, store::Connection& connection, const SignedIn& who, const QJsonObject& command)
{
    const QString kind = command.value("kind"_L1).toString();
    if (kind == casework::CaseStream::kind() || kind == announcements::AnnouncementStream::kind() ||
        kind == announcements::ReceiptStream::kind() || kind.isEmpty()) // the gate answers what is malformed
        return {};
    const bool isOrganisation = kind == identity::OrganisationStream::kind();
    if (!isOrganisation &&
        (kind != identity::AccountStream::kind() || command.value("type"_L1).toString().startsWith("Note"_L1)))
        return fail(identity::notAllowed(kind));
    const auto body = command.value("body"_L1).toObject();
    const QString stream = command.value("stream"_L1).toString();
    bool isThere = false;
    if (isOrganisation) {
        KB_TRY(const auto present, identity::Organisations(connection).byId(stream));
        isThere = present.has_value();
        if (present)
            KB_CHECK(demand(who, identity::right::ManageAccounts, present->area, connection, parts));
    } else {
        KB_TRY(const auto present, identity::Accounts(connection).byId(stream));
        isThere = present.has_value();
        if (present)
            KB_CHECK(demandManaging(who, *present, connection, parts));
    }
    if (body.contains("area"_L1) || !isThere)
        KB_CHECK(demand(who, identity::right::ManageAccounts, body.value("area"_L1).toString(), connection, parts));
    return {};
}

// Whoever has a token of the session but not the machine's key cannot speak for it.
Done checkSignature(const identity::Device& device, const HttpRequest& request)
{
    if (device.publicKey.isEmpty())
        return {};
    KB_TRY(const auto key, journal::publicKeyFromPem(device.publicKey));
    const auto signature = QByteArray::fromBase64(request.headers.value(u"X-Device-Signature").toLatin1());
    if (!key->verifies(journal::pushBytes(request.body), signature))
        return fail(deviceSignatureWrong());
    return {};
}

Result<HttpReply> submit(const HubParts& parts, HttpRequest& request, WorkerContext& context)
{
    KB_TRY(const auto json, jsonBody(request));
    ObjectReader reader(json);
    const auto list = reader.array(u"commands"_s);
    const auto held = reader.arrayOr(u"held"_s);
    KB_CHECK(reader.finish());
    KB_TRY(const auto holds, journal::holdsFromJson(held));
    KB_TRY(const auto commands, commandsIn(list));
    const auto& who = signedIn(request);
    KB_CHECK(checkSignature(who.device, request));
    auto& connection = connectionOf(context);
    for (const auto& command : commands)
        KB_CHECK(allowed(parts, connection, who, command));
    KB_TRY(const auto answers, takeCommands(parts, connection, commands, {who.account.id, who.device.id}, holds));
    return HttpResponse::json(QJsonObject{{u"answers"_s, answers}});
}

void describeCommands(SchemaRegistry& schemas)
{
    const auto text = schema::text();
    schemas.add(u"CommandTimes"_s,
        schema::object({{u"device"_s, schema::integer(u"UTC milliseconds of the device's clock"_s)},
            {u"corrected"_s, schema::integer(u"The same, corrected by the offset to the hub: the legal time"_s)},
            {u"uncertain?"_s, schema::flag(u"The clock jumped or the offset is unknown"_s)}}));
    schemas.add(u"Command"_s,
        schema::object({{u"id"_s, schema::text(u"UUIDv7; a repeat is answered from the log"_s)},
            {u"stream"_s, schema::text(u"UUIDv7"_s)},
            {u"kind"_s, schema::text(u"case, account, organisation, announcement or announcement-receipt"_s)},
            {u"type"_s, text}, {u"v"_s, schema::integer()}, {u"actor"_s, text}, {u"device"_s, text},
            {u"base"_s, schema::integer(u"Last version of the stream that the writer saw"_s)},
            {u"prev?"_s, schema::text(u"The writer's command before on this stream"_s)},
            {u"instead?"_s,
                schema::text(u"The writer's own command that this one is done in place of: the two count once"_s)},
            {u"times"_s, schema::reference(u"CommandTimes"_s)}, {u"files?"_s, schema::listOf(text)},
            {u"body"_s, schema::anyObject()}}));
    schemas.add(u"HeldCommand"_s, schema::object({{u"command"_s, schema::text(u"Id of a command of this request"_s)},
                                      {u"reason"_s, schema::anyObject(u"code, origin, detail, fields"_s)}}));
    schemas.add(u"Commands"_s, schema::object({{u"commands"_s, QJsonObject{{u"type"_s, u"array"_s},
                                                                   {u"items"_s, schema::reference(u"Command"_s)},
                                                                   {u"minItems"_s, 1}, {u"maxItems"_s, MostCommands}}},
                                   {u"held?"_s, schema::listOf(schema::reference(u"HeldCommand"_s))}}));
    schemas.add(u"Answer"_s,
        schema::object({{u"command"_s, text},
            {u"verdict"_s, schema::text(u"applied, already-applied, conflict, refused, wait or held"_s)},
            {u"recorded?"_s, schema::text(u"With already-applied: the answer to the first arrival"_s)},
            {u"version"_s, schema::integer()}, {u"reason?"_s, schema::anyObject(u"code, origin, detail, fields"_s)}}));
    schemas.add(u"Answers"_s, schema::object({{u"answers"_s, schema::listOf(schema::reference(u"Answer"_s))}}));
}

} // namespace

void addCommandRoutes(RouteBook& book)
{
    describeCommands(book.schemas);
    book.router.add({.method = u"POST"_s,
        .path = u"/api/v1/commands"_s,
        .doc = {.summary = u"Changes streams; one answer a command, in order"_s,
            .description =
                u"All commands of a request are committed together before the answer. The id of a command is its "
                "idempotency key; the same id with other content is 422 and nothing of the request is kept. What a "
                "counter no longer stands by itself goes into `held`: it is kept and not decided. A machine that was "
                "enrolled with a public key signs the body in X-Device-Signature: base64 of an SM2 signature with SM3 "
                "over the line “kuaiban push” and the body."_s,
            .tag = u"streams"_s,
            .requestSchema = u"Commands"_s,
            .responseSchema = u"Answers"_s,
            .problems = {403, 413, 422}},
        .handler = [&parts = book.parts](
                       HttpRequest& request, WorkerContext& context) { return submit(parts, request, context); },
        .bodyLimit = BodyLimit});
}

} // namespace kuaiban::hub

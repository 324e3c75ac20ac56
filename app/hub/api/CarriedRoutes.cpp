#include "HubCommands.h"
#include "HubErrors.h"
#include "HubRoutes.h"
#include "HubWorker.h"
#include "modules/announcements/AnnouncementStream.h"
#include "modules/base/Json.h"
#include "modules/base/ObjectReader.h"
#include "modules/casework/CaseStream.h"
#include "modules/identity/AccountStream.h"
#include "modules/identity/Sessions.h"
#include "modules/journal/Signer.h"
#include "Schemas.h"
#include "SignedIn.h"

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 BodyLimit = 640 * 1024; // the body of POST /commands, quoted

// Whose commands these are; what was done on another machine the gate refuses, each for itself.
Result<QString> authorOf(const QList<QJsonObject>& commands)
{
    const QString author = commands.isEmpty() ? QString() : commands.constFirst().value("actor"_L1).toString();
    for (const auto& command : commands) {
        const QString kind = command.value("kind"_L1).toString();
        const bool isWork = kind == casework::CaseStream::kind() || kind == announcements::ReceiptStream::kind();
        if (!isWork || command.value("actor"_L1).toString() != author)
            return fail(carriedRefused(u"commands"_s));
    }
    return author;
}

// A machine that was revoked, or a person who was locked: the work is not lost, but somebody looks at it first.
Result<journal::Holds> doubts(store::Connection& connection, const QList<QJsonObject>& commands,
    const identity::Device& from, const QString& author)
{
    KB_TRY(const bool works, identity::Sessions(connection).worksOn(author, from.id));
    if (!works)
        return fail(carriedRefused(u"actor"_s));
    KB_TRY(const auto account, identity::Accounts(connection).byId(author));
    journal::Holds holds;
    if (from.revoked || !account || account->locked) {
        for (const auto& command : commands)
            holds.insert(command.value("id"_L1).toString(), carriedInDoubt());
    }
    return holds;
}

Result<HttpReply> take(const HubParts& parts, HttpRequest& request, WorkerContext& context)
{
    KB_TRY(const auto json, jsonBody(request));
    ObjectReader reader(json);
    const QString device = reader.text(u"device"_s);
    const QByteArray body = reader.text(u"body"_s).toUtf8();
    const auto signature = QByteArray::fromBase64(reader.text(u"signature"_s).toLatin1());
    KB_CHECK(reader.finish());
    auto& connection = connectionOf(context);
    // A machine that was revoked meanwhile: what was done on it before is not lost.
    KB_TRY(const auto from, identity::Devices(connection, parts.random).find(device));
    if (!from || from->publicKey.isEmpty())
        return fail(carriedRefused(u"device"_s));
    const auto& who = signedIn(request);
    KB_CHECK(demand(who, identity::right::SuperviseCase, from->area, connection, parts));
    KB_TRY(const auto key, journal::publicKeyFromPem(from->publicKey));
    if (!key->verifies(journal::pushBytes(body), signature))
        return fail(carriedRefused(u"signature"_s));
    KB_TRY(const auto content, parseObject(body));
    if (content.keys() != QStringList{u"commands"_s}) // what a counter sends itself may hold some of it back
        return fail(carriedRefused(u"body"_s));
    const auto commands = commandsIn(content.value("commands"_L1).toArray());
    if (!commands)
        return fail(commands.error());
    KB_TRY(const auto author, authorOf(*commands));
    KB_TRY(const auto holds, doubts(connection, *commands, *from, author));
    KB_CHECK(submitAsHub(parts, connection,
        {{identity::AccountStream::kind(), who.account.id, u"NoteCarriedWork"_s,
            {{u"device"_s, device}, {u"account"_s, author}, {u"commands"_s, commands->size()}}}}));
    KB_TRY(const auto answers, takeCommands(parts, connection, *commands, {author, device}, holds));
    return HttpResponse::json(QJsonObject{{u"answers"_s, answers}});
}

} // namespace

void addCarriedRoutes(RouteBook& book)
{
    const auto text = schema::text();
    book.schemas.add(u"CarriedWork"_s, schema::object({{u"device"_s, schema::text(u"Where it was done"_s)},
                                           {u"body"_s, schema::text(u"Of POST /commands, as that machine signed it"_s)},
                                           {u"signature"_s, schema::text(u"Base64, as in X-Device-Signature"_s)}}));
    book.router.add({.method = u"POST"_s,
        .path = u"/api/v1/carried-work"_s,
        .doc = {.summary = u"Commands of a machine that cannot reach the hub, brought by a supervisor"_s,
            .description =
                u"Nothing counts but what the machine signed itself; the commands are those of whoever made them, "
                "and are judged as if the machine had sent them. A repeat is harmless. That somebody brought them is "
                "journalled."_s,
            .tag = u"streams"_s,
            .requestSchema = u"CarriedWork"_s,
            .responseSchema = u"Answers"_s,
            .problems = {403, 413, 422}},
        .handler = [&parts = book.parts](
                       HttpRequest& request, WorkerContext& context) { return take(parts, request, context); },
        .bodyLimit = BodyLimit});
}

} // namespace kuaiban::hub

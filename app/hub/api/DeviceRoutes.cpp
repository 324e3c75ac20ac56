#include "app/hub/http/HttpErrors.h"
#include "app/hub/http/RateLimiter.h"
#include "EnrolRequests.h"
#include "HubErrors.h"
#include "HubRoutes.h"
#include "HubWorker.h"
#include "modules/base/ObjectReader.h"
#include "modules/journal/Signer.h"
#include "modules/store/Transaction.h"
#include "Parameters.h"
#include "Schemas.h"

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

// An enrolment code has eight digits and lives an hour: at this pace nobody finds one by trying.
constexpr RateLimiter::Rule EnrolPace{30, 20, 10'000};

Result<HttpReply> enrol(const HubParts& parts, HttpRequest& request, WorkerContext& context)
{
    KB_TRY(const auto json, jsonBody(request));
    KB_TRY(const auto key, idempotencyKey(request));
    ObjectReader reader(json);
    const QString code = reader.text(u"code"_s).trimmed();
    const QString name = reader.text(u"name"_s);
    const QString window = reader.text(u"window"_s);
    const QByteArray publicKey = reader.textOr(u"publicKey"_s).toLatin1();
    if (!publicKey.isEmpty() && !journal::publicKeyFromPem(publicKey))
        reader.reject(u"publicKey"_s, u"a public key in PEM"_s);
    KB_CHECK(reader.finish());
    auto& connection = connectionOf(context);
    const std::lock_guard lock(parts.writing);
    KB_TRY(const auto enrolled, store::inTransaction(connection, [&]() -> Result<identity::EnrolledDevice> {
        EnrolRequests requests(connection, parts.random);
        KB_TRY(const auto known, requests.find(key, code));
        if (known)
            return *known;
        KB_TRY(auto fresh, identity::Devices(connection, parts.random)
                               .enrol(code, name, window, parts.ids, parts.clock.nowMs(), publicKey));
        KB_CHECK(requests.keep(key, code, fresh));
        return fresh;
    }));
    const auto& device = enrolled.device;
    return HttpResponse::json(
        QJsonObject{{u"device"_s, device.id}, {u"token"_s, enrolled.token}, {u"area"_s, device.area},
            {u"office"_s, device.office}, {u"window"_s, device.window}, {u"publicBase"_s, parts.publicBase}});
}

} // namespace

void addDeviceRoutes(RouteBook& book)
{
    book.schemas.add(u"EnrolRequest"_s,
        schema::object(
            {{u"code"_s, schema::text(u"Eight digits from an administrator, good for one hour and one machine"_s)},
                {u"name"_s, schema::text(u"What the machine is called"_s)},
                {u"window"_s, schema::text(u"Window number, as printed"_s)},
                {u"publicKey?"_s,
                    schema::text(u"PEM, SM2: from then on the machine signs what it sends, see POST /commands"_s)}}));
    book.schemas.add(u"Enrolled"_s,
        schema::object({{u"device"_s, schema::text(u"UUIDv7"_s)},
            {u"token"_s, schema::text(u"Given out once; sent as X-Device-Token when somebody signs in"_s)},
            {u"area"_s, schema::text()}, {u"office"_s, schema::text()}, {u"window"_s, schema::text()},
            {u"publicBase"_s, schema::text(u"Where people reach the progress page"_s)}}));
    auto limiter = std::make_shared<RateLimiter>(EnrolPace, book.parts.clock);
    book.router.add({.method = u"POST"_s,
        .path = u"/api/v1/devices/enrol"_s,
        .access = Access::Public,
        .doc = {.summary = u"Turns a machine into a counter of an office"_s,
            .tag = u"devices"_s,
            .requestSchema = u"EnrolRequest"_s,
            .responseSchema = u"Enrolled"_s,
            .problems = {400, 403, 422, 429},
            .parameters = {idempotencyDoc()}},
        .handler = [&parts = book.parts, limiter](HttpRequest& request, WorkerContext& context) -> Result<HttpReply> {
            if (const auto verdict = limiter->take(rateKey(request.remoteAddress)); !verdict.allowed)
                return fail(tooManyRequests(verdict.retryAfterSeconds));
            return enrol(parts, request, context);
        },
        .bodyLimit = 16 * 1024});
}

} // namespace kuaiban::hub

#include "HubReply.h"
#include "modules/base/Json.h"
#include "Session.h"

#include <QUrlQuery>

// What the pages ask of the registers on the hub.
namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int LookUpMs = 5000;

QString searchPath(const QString& resource, const QString& text, int limit)
{
    return u"/%1?q=%2&limit=%3"_s.arg(
        resource, QString::fromLatin1(QUrl::toPercentEncoding(text)), QString::number(limit));
}

// Objects, not functions: then() takes no function by its name.
template<class T>
constexpr auto rowsOf = [](const Result<sync::HubResponse>& response) -> Result<QList<T>> {
    if (!response)
        return fail(response.error());
    KB_TRY(const auto json, response->json());
    QList<T> rows;
    for (const auto& row : json.value("rows"_L1).toArray()) {
        KB_TRY(auto one, T::fromJson(row.toObject()));
        rows.append(std::move(one));
    }
    return rows;
};

} // namespace

QFuture<Result<QJsonObject>> Session::person(const QString& idNo)
{
    return ask({.path = u"/persons/"_s + idNo, .timeoutMs = LookUpMs}).then(this, jsonOf);
}

QFuture<Result<QList<registry::Person>>> Session::persons(const QString& text, int limit)
{
    return ask({.path = searchPath(u"persons"_s, text, limit), .timeoutMs = LookUpMs})
        .then(this, rowsOf<registry::Person>);
}

QFuture<Result<QList<registry::Unit>>> Session::units(const QString& text, int limit)
{
    return ask({.path = searchPath(u"units"_s, text, limit), .timeoutMs = LookUpMs}).then(this, rowsOf<registry::Unit>);
}

QFuture<Result<QJsonObject>> Session::personRecord(const QString& id)
{
    return ask({.path = u"/person-records/"_s + id, .timeoutMs = LookUpMs}).then(this, jsonOf);
}

QFuture<Result<QJsonObject>> Session::reveal(const QString& id, const QString& reason)
{
    const sync::HubRequest request{.method = "POST",
        .path = u"/person-records/%1/reveal"_s.arg(id),
        .body = canonicalBytes(QJsonObject{{u"reason"_s, reason}}),
        .idempotencyKey = m_world.ids.next(),
        .timeoutMs = LookUpMs};
    return ask(request).then(this, jsonOf);
}

QFuture<Result<QJsonObject>> Session::preference(const QString& key)
{
    return m_desk.run([key](DeskRoom& room) { return room.desk->preferences().value(key); });
}

QFuture<Result<void>> Session::keepPreference(const QString& key, const QJsonObject& value)
{
    return m_desk.run([key, value](DeskRoom& room) { return room.desk->preferences().keep(key, value); });
}

QFuture<Result<codes::CardProof>> Session::proveCard(const codes::CardChallenge& challenge)
{
    const sync::HubRequest request{.method = "POST",
        .path = u"/card-proofs"_s,
        .body = canonicalBytes(codes::toJson(challenge)),
        .idempotencyKey = m_world.ids.next(),
        .timeoutMs = LookUpMs};
    return ask(request).then(this, [](const Result<sync::HubResponse>& response) -> Result<codes::CardProof> {
        KB_TRY(const auto json, jsonOf(response));
        return codes::cardProofFrom(json);
    });
}

} // namespace kuaiban::counter

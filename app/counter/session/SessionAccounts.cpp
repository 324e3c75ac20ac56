#include "HubReply.h"
#include "modules/base/Json.h"
#include "modules/base/ObjectReader.h"
#include "modules/identity/AccountStream.h"
#include "modules/journal/Command.h"
#include "Session.h"

#include <QJsonArray>
#include <QUrl>

// What administrators ask of the hub and change there.
namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int AdminMs = 20'000; // many passwords take their time

} // namespace

Result<ManagedAccount> ManagedAccount::fromJson(const QJsonObject& json)
{
    ObjectReader reader(json, u"account"_s);
    ManagedAccount managed;
    auto& account = managed.account;
    account.id = reader.text(u"id"_s);
    account.login = reader.text(u"login"_s);
    account.name = reader.textOr(u"name"_s);
    account.area = reader.textOr(u"area"_s);
    account.office = reader.textOr(u"office"_s);
    account.organisation = reader.textOr(u"organisation"_s);
    account.locked = reader.flagOr(u"locked"_s, false);
    managed.version = reader.integerOr(u"version"_s, 0);
    const auto grants = reader.arrayOr(u"grants"_s);
    KB_CHECK(reader.finish());
    for (const auto& grant : grants) {
        KB_TRY(const auto one, identity::Grant::fromJson(grant.toObject()));
        account.grants.append(one);
    }
    return managed;
}

ImportResult ImportResult::fromJson(const QJsonObject& json)
{
    ImportResult result;
    for (const auto& entry : json.value("problems"_L1).toArray()) {
        const auto one = entry.toObject();
        result.problems.append(
            {one.value("row"_L1).toInt(), one.value("column"_L1).toString(), journal::errorFromJson(one)});
    }
    for (const auto& entry : json.value("made"_L1).toArray()) {
        const auto one = entry.toObject();
        const auto text = [&](QLatin1StringView name) { return one.value(name).toString(); };
        result.made.append({text("login"_L1), text("name"_L1), text("office"_L1), text("password"_L1)});
    }
    return result;
}

QFuture<Result<QList<ManagedAccount>>> Session::accounts(const QString& text)
{
    const QString query = QString::fromLatin1(QUrl::toPercentEncoding(text));
    return ask({.path = u"/accounts?limit=200&q="_s + query, .timeoutMs = AdminMs})
        .then(this, [](const Result<sync::HubResponse>& response) -> Result<QList<ManagedAccount>> {
            KB_TRY(const auto json, jsonOf(response));
            QList<ManagedAccount> accounts;
            for (const auto& row : json.value("rows"_L1).toArray()) {
                KB_TRY(auto account, ManagedAccount::fromJson(row.toObject()));
                accounts.append(std::move(account));
            }
            return accounts;
        });
}

QFuture<Result<void>> Session::changeAccount(
    const QString& account, qint64 version, const QString& type, const QJsonObject& body)
{
    return command(identity::AccountStream::kind(), account, version, type, body);
}

QFuture<Result<QString>> Session::newPassword(const QString& account)
{
    const sync::HubRequest request{.method = "POST",
        .path = u"/accounts/%1/password"_s.arg(account),
        .body = "{}",
        .idempotencyKey = m_world.ids.next(),
        .timeoutMs = AdminMs};
    return ask(request).then(this, [](const Result<sync::HubResponse>& response) -> Result<QString> {
        KB_TRY(const auto json, jsonOf(response));
        return json.value("password"_L1).toString();
    });
}

QFuture<Result<void>> Session::changePassword(const QString& present, const QString& fresh)
{
    const sync::HubRequest request{.method = "POST",
        .path = u"/sessions/password"_s,
        .body = canonicalBytes(QJsonObject{{u"old"_s, present}, {u"new"_s, fresh}}),
        .timeoutMs = AdminMs};
    return ask(request).then(this, isDone);
}

QFuture<Result<ImportResult>> Session::importSheet(SheetOf of, const QJsonArray& rows, bool checkOnly)
{
    const sync::HubRequest request{.method = "POST",
        .path = of == SheetOf::Accounts ? u"/account-imports"_s : u"/organisation-imports"_s,
        .body = canonicalBytes(QJsonObject{{u"rows"_s, rows}, {u"check"_s, checkOnly}}),
        .idempotencyKey = m_world.ids.next(),
        .timeoutMs = 6 * AdminMs};
    return ask(request).then(this, [](const Result<sync::HubResponse>& response) -> Result<ImportResult> {
        KB_TRY(const auto json, jsonOf(response));
        return ImportResult::fromJson(json);
    });
}

} // namespace kuaiban::counter

#include "HubReply.h"
#include "modules/base/ObjectReader.h"
#include "modules/identity/OrganisationStream.h"
#include "Session.h"

// Organisations and their windows, as administrators ask for them and change them.
namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int AskMs = 20'000; // a city has some thousand

constexpr auto isDone = [](const Result<sync::HubResponse>& response) -> Result<void> {
    if (!response)
        return fail(response.error());
    return {};
};

} // namespace

Result<ManagedOrganisations> ManagedOrganisations::fromJson(const QJsonObject& json)
{
    ManagedOrganisations managed;
    for (const auto& area : json.value("areas"_L1).toArray())
        managed.areas.append(area.toString());
    for (const auto& row : json.value("rows"_L1).toArray()) {
        ObjectReader reader(row.toObject(), u"organisation"_s);
        identity::ListedOrganisation listed;
        const QString id = reader.text(u"id"_s);
        listed.version = reader.integer(u"version"_s);
        listed.accounts = static_cast<int>(reader.integerOr(u"accounts"_s, 0));
        listed.windows = static_cast<int>(reader.integerOr(u"windows"_s, 0));
        KB_CHECK(reader.finish());
        KB_TRY(listed.organisation, identity::Organisation::fromJson(id, row.toObject()));
        managed.organisations.append(std::move(listed));
    }
    for (const auto& row : json.value("above"_L1).toArray()) {
        KB_TRY(auto one, identity::Organisation::fromJson(row["id"_L1].toString(), row.toObject()));
        managed.above.append(std::move(one));
    }
    return managed;
}

QFuture<Result<ManagedOrganisations>> Session::organisations()
{
    return ask({.path = u"/organisations"_s, .timeoutMs = AskMs})
        .then(this, [](const Result<sync::HubResponse>& response) -> Result<ManagedOrganisations> {
            KB_TRY(const auto json, jsonOf(response));
            return ManagedOrganisations::fromJson(json);
        });
}

QFuture<Result<void>> Session::changeOrganisation(
    const QString& organisation, qint64 version, const QString& type, const QJsonObject& body)
{
    return command(identity::OrganisationStream::kind(), organisation, version, type, body);
}

QFuture<Result<QList<ManagedWindow>>> Session::windowsOf(const QString& organisation)
{
    return ask({.path = u"/organisations/%1/windows"_s.arg(organisation)})
        .then(this, [](const Result<sync::HubResponse>& response) -> Result<QList<ManagedWindow>> {
            KB_TRY(const auto json, jsonOf(response));
            QList<ManagedWindow> windows;
            for (const auto& row : json.value("rows"_L1).toArray()) {
                windows.append({row["id"_L1].toString(), row["name"_L1].toString(), row["window"_L1].toString(),
                    row["enrolledAt"_L1].toInteger(), row["revoked"_L1].toBool()});
            }
            return windows;
        });
}

QFuture<Result<QString>> Session::enrolCode(const QString& organisation)
{
    const sync::HubRequest request{.method = "POST",
        .path = u"/organisations/%1/enrol-codes"_s.arg(organisation),
        .body = "{}",
        .idempotencyKey = m_world.ids.next()};
    return ask(request).then(this, [](const Result<sync::HubResponse>& response) -> Result<QString> {
        KB_TRY(const auto json, jsonOf(response));
        return json.value("code"_L1).toString();
    });
}

QFuture<Result<void>> Session::revokeWindow(const QString& device)
{
    const sync::HubRequest request{.method = "POST",
        .path = u"/devices/%1/revocation"_s.arg(device),
        .body = "{}",
        .idempotencyKey = m_world.ids.next()};
    return ask(request).then(this, isDone);
}

} // namespace kuaiban::counter

#include "HubReply.h"
#include "modules/base/ObjectReader.h"
#include "modules/identity/OrganisationStream.h"
#include "Session.h"

// Organisations and their windows, as administrators ask for them and change them.
namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int AskMs = 20'000; // a city has some thousand

} // namespace

Done ManagedOrganisations::add(const QJsonObject& page)
{
    areas.clear();
    for (const auto& area : page.value("areas"_L1).toArray())
        areas.append(area.toString());
    for (const auto& row : page.value("rows"_L1).toArray()) {
        ObjectReader reader(row.toObject(), u"organisation"_s);
        identity::ListedOrganisation listed;
        const QString id = reader.text(u"id"_s);
        listed.version = reader.integer(u"version"_s);
        listed.accounts = static_cast<int>(reader.integerOr(u"accounts"_s, 0));
        KB_CHECK(reader.finish());
        KB_TRY(listed.organisation, identity::Organisation::fromJson(id, row.toObject()));
        organisations.append(std::move(listed));
    }
    for (const auto& row : page.value("above"_L1).toArray()) {
        KB_TRY(auto one, identity::Organisation::fromJson(row["id"_L1].toString(), row.toObject()));
        above.append(std::move(one));
    }
    return {};
}

void ManagedOrganisations::finish()
{
    std::sort(organisations.begin(), organisations.end(),
        [](const identity::ListedOrganisation& a, const identity::ListedOrganisation& b) {
            return std::tie(a.organisation.area, a.organisation.name, a.organisation.id) <
                   std::tie(b.organisation.area, b.organisation.name, b.organisation.id);
        });
    QSet<QString> told; // what one page stands under may be on another
    for (const auto& listed : std::as_const(organisations))
        told.insert(listed.organisation.id);
    above.removeIf([&](const identity::Organisation& one) {
        const bool isTwice = told.contains(one.id);
        told.insert(one.id);
        return isTwice;
    });
}

QFuture<Result<ManagedOrganisations>> Session::organisations()
{
    return organisationsAfter({}, {});
}

// Page by page; each is small enough to be read without holding up the window.
QFuture<Result<ManagedOrganisations>> Session::organisationsAfter(
    const QString& after, const ManagedOrganisations& have)
{
    const QString path = after.isEmpty() ? u"/organisations"_s : u"/organisations?after="_s + after;
    return ask({.path = path, .timeoutMs = AskMs})
        .then(this,
            [this, have](const Result<sync::HubResponse>& response) -> QFuture<Result<ManagedOrganisations>> {
                auto managed = have;
                const auto page = jsonOf(response);
                const auto read = page ? managed.add(*page) : fail(page.error());
                if (!read)
                    return QtFuture::makeReadyFuture<Result<ManagedOrganisations>>(fail(read.error()));
                if (const QString next = page->value("next"_L1).toString(); !next.isEmpty())
                    return organisationsAfter(next, managed);
                managed.finish();
                return QtFuture::makeReadyFuture<Result<ManagedOrganisations>>(managed);
            })
        .unwrap();
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

#include "HubErrors.h"
#include "HubRoutes.h"
#include "HubWorker.h"
#include "Parameters.h"
#include "Schemas.h"
#include "SignedIn.h"

#include <algorithm>

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

// Rights about which there is something to hand over.
const QList<QLatin1StringView>& caseRights()
{
    using namespace identity::right;
    static const auto rights = [] {
        QList<QLatin1StringView> list{OpenCase};
        list.append(QList<QLatin1StringView>(QueueRights.begin(), QueueRights.end()));
        list.append(SuperviseCase);
        return list;
    }();
    return rights;
}

QString namesOfRights()
{
    QStringList names;
    for (const auto right : caseRights())
        names.append(right);
    return names.join(u", "_s);
}

QJsonArray postsWith(const QString& right, const identity::Account& account, const QString& area,
    const identity::Posts& posts, qint64 nowMs)
{
    const QByteArray name = right.toLatin1();
    QJsonArray ids;
    for (const auto& grant : account.grants) {
        if (identity::entitlement(posts, {grant}, QLatin1StringView(name), area, {}, nowMs) ==
                identity::Entitlement::Held &&
            !ids.contains(grant.post))
            ids.append(grant.post);
    }
    return ids;
}

Result<HttpReply> colleagues(const HubParts& parts, HttpRequest& request, WorkerContext& context)
{
    const auto& who = signedIn(request);
    const QString right = request.query.value(u"right");
    if (!std::any_of(caseRights().begin(), caseRights().end(), [&](QLatin1StringView one) { return one == right; }))
        return fail(parameterWrong(u"right"_s, namesOfRights()));
    auto& connection = connectionOf(context);
    KB_TRY(const auto posts, parts.shelf.posts(connection));
    KB_TRY(const auto accounts, identity::Accounts(connection).withGrantsOver(who.device.area));
    QJsonArray rows;
    for (const auto& account : accounts) {
        if (account.id == who.account.id)
            continue;
        const auto ids = postsWith(right, account, who.device.area, posts, parts.clock.nowMs());
        if (!ids.isEmpty())
            rows.append(QJsonObject{{u"account"_s, account.id}, {u"name"_s, account.name},
                {u"office"_s, account.office}, {u"posts"_s, ids}});
    }
    return HttpResponse::json(QJsonObject{{u"rows"_s, rows}});
}

} // namespace

void addColleagueRoutes(RouteBook& book)
{
    const auto text = schema::text();
    book.schemas.add(
        u"Colleague"_s, schema::object({{u"account"_s, text}, {u"name"_s, text}, {u"office"_s, text},
                            {u"posts"_s, schema::listOf(schema::text(u"Post that carries the right"_s))}}));
    book.schemas.add(u"Colleagues"_s, schema::object({{u"rows"_s, schema::listOf(schema::reference(u"Colleague"_s))}}));
    book.router.add({.method = u"GET"_s,
        .path = u"/api/v1/colleagues"_s,
        .doc = {.summary = u"To whom work could be handed: the others with a right in the device's area, by login"_s,
            .tag = u"cases"_s,
            .responseSchema = u"Colleagues"_s,
            .problems = {422},
            .parameters = {{.name = u"right"_s, .description = namesOfRights(), .required = true}}},
        .handler = [&parts = book.parts](
                       HttpRequest& request, WorkerContext& context) { return colleagues(parts, request, context); }});
}

} // namespace kuaiban::hub

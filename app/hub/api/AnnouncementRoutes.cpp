#include "HubRoutes.h"
#include "HubWorker.h"
#include "modules/announcements/AnnouncementErrors.h"
#include "modules/announcements/Announcements.h"
#include "modules/identity/IdentityErrors.h"
#include "Parameters.h"
#include "Schemas.h"
#include "SignedIn.h"

namespace kuaiban::hub {

using namespace Qt::StringLiterals;
using announcements::Announcements;
using identity::right::PublishAnnouncement;

namespace {

constexpr qint64 MostAnnouncements = 200;
constexpr qint64 MostReaders = 1000;

Result<HttpReply> listAnnouncements(const HubParts& parts, HttpRequest& request, WorkerContext& context)
{
    auto& connection = connectionOf(context);
    KB_TRY(const auto areas, areasOf(signedIn(request), PublishAnnouncement, connection, parts));
    if (areas.isEmpty())
        return fail(identity::notAllowed(PublishAnnouncement));
    KB_TRY(const qint64 limit, integerParameter(request, u"limit"_s, 100, 1, MostAnnouncements));
    KB_TRY(const auto list, Announcements(connection).managed(areas, static_cast<int>(limit)));
    QJsonArray rows;
    for (const auto& one : list)
        rows.append(one.toJson());
    return HttpResponse::json(QJsonObject{{u"rows"_s, rows}});
}

Result<HttpReply> listReaders(const HubParts& parts, HttpRequest& request, WorkerContext& context)
{
    auto& connection = connectionOf(context);
    KB_TRY(const auto one, Announcements(connection).byId(request.pathValues.value(u"id"_s)));
    if (!one)
        return fail(announcements::announcementUnknown());
    KB_CHECK(demand(signedIn(request), PublishAnnouncement, one->area, connection, parts));
    KB_TRY(const qint64 limit, integerParameter(request, u"limit"_s, MostReaders, 1, MostReaders));
    KB_TRY(const auto readers, Announcements(connection).readers(*one, static_cast<int>(limit)));
    QJsonArray rows;
    for (const auto& reader : readers)
        rows.append(reader.toJson());
    return HttpResponse::json(QJsonObject{{u"rows"_s, rows}});
}

} // namespace

void addAnnouncementRoutes(RouteBook& book)
{
    book.schemas.add(u"Announcement"_s,
        schema::anyObject(u"Title, text, area, author, times, and how many of those addressed took note"_s));
    book.schemas.add(
        u"AnnouncementList"_s, schema::object({{u"rows"_s, schema::listOf(schema::reference(u"Announcement"_s))}}));
    book.schemas.add(u"AnnouncementReader"_s,
        schema::object({{u"login"_s, schema::text()}, {u"name"_s, schema::text()}, {u"office"_s, schema::text()},
            {u"notedAt"_s, schema::integer(u"UTC milliseconds; 0: not yet"_s)}}));
    book.schemas.add(u"AnnouncementReaders"_s,
        schema::object({{u"rows"_s, schema::listOf(schema::reference(u"AnnouncementReader"_s))}}));
    auto& parts = book.parts;
    book.router.add({.method = u"GET"_s,
        .path = u"/api/v1/announcements"_s,
        .doc = {.summary = u"Announcements for the areas in which the account may publish, newest first"_s,
            .description = u"Whoever is addressed receives them through the feed."_s,
            .tag = u"announcements"_s,
            .permission = PublishAnnouncement,
            .responseSchema = u"AnnouncementList"_s,
            .problems = {422},
            .parameters = {integerDoc(u"limit"_s, u"Most rows"_s, 1, MostAnnouncements)}},
        .handler = [&parts](HttpRequest& request, WorkerContext& context) {
            return listAnnouncements(parts, request, context);
        }});
    book.router.add({.method = u"GET"_s,
        .path = u"/api/v1/announcements/{id}/readers"_s,
        .doc = {.summary = u"Who was addressed and when each took note; who did not yet comes first"_s,
            .tag = u"announcements"_s,
            .permission = PublishAnnouncement,
            .responseSchema = u"AnnouncementReaders"_s,
            .problems = {404, 422},
            .parameters = {integerDoc(u"limit"_s, u"Most rows"_s, 1, MostReaders)}},
        .handler = [&parts](
                       HttpRequest& request, WorkerContext& context) { return listReaders(parts, request, context); }});
}

} // namespace kuaiban::hub

#include "HubRoutes.h"
#include "HubWorker.h"
#include "modules/registry/Units.h"
#include "Parameters.h"
#include "Schemas.h"
#include "SignedIn.h"

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MostUnits = 50;

Result<HttpReply> searchUnits(const HubParts& parts, HttpRequest& request, WorkerContext& context)
{
    const auto& who = signedIn(request);
    auto& connection = connectionOf(context);
    KB_CHECK(demand(who, identity::right::ReadPersons, who.device.area, connection, parts));
    registry::UnitSearch wanted{.text = request.query.value(u"q"), .after = request.query.value(u"after")};
    KB_TRY(const qint64 limit, integerParameter(request, u"limit"_s, wanted.limit, 1, MostUnits));
    wanted.limit = static_cast<int>(limit);
    KB_TRY(const auto page, registry::Units(connection).search(wanted));
    QJsonArray rows;
    for (const auto& unit : page.units)
        rows.append(unit.toJson());
    return HttpResponse::json({{u"rows"_s, rows}, {u"next"_s, page.next}});
}

} // namespace

void addUnitRoutes(RouteBook& book)
{
    book.schemas.add(u"Unit"_s, schema::anyObject(u"An employer or another unit of the register. Codes by LD/T 92."_s));
    book.schemas.add(u"UnitPage"_s, schema::object({{u"rows"_s, schema::listOf(schema::reference(u"Unit"_s))},
                                        {u"next"_s, schema::text(u"`after` of the next page; empty at the end"_s)}}));
    book.router.add({.method = u"GET"_s,
        .path = u"/api/v1/units"_s,
        .doc = {.summary = u"Finds units by credit code, name or initials"_s,
            .tag = u"units"_s,
            .permission = identity::right::ReadPersons,
            .responseSchema = u"UnitPage"_s,
            .problems = {422},
            .parameters = {{.name = u"q"_s, .description = u"As typed"_s, .required = true},
                textDoc(u"after"_s, u"`next` of the page before"_s),
                integerDoc(u"limit"_s, u"Most rows of a page"_s, 1, MostUnits)}},
        .handler = [&parts = book.parts](
                       HttpRequest& request, WorkerContext& context) { return searchUnits(parts, request, context); }});
}

} // namespace kuaiban::hub

#include "FeedBell.h"
#include "HubRoutes.h"
#include "HubWorker.h"
#include "modules/journal/Feed.h"
#include "Parameters.h"
#include "Schemas.h"
#include "SignedIn.h"

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostEntries = 500;
constexpr int LongestWaitSeconds = 25;

HttpResponse pageOf(const journal::Feed::Page& page)
{
    QJsonArray rows;
    for (const auto& row : page.rows)
        rows.append(row.toJson());
    return HttpResponse::json({{u"rows"_s, rows}, {u"upTo"_s, page.upTo}, {u"more"_s, page.more}});
}

// One counter reading the feed, once or until there is something.
class FeedReading
{
public:
    FeedReading(const HubParts& parts, journal::Feed::Reader reader, qint64 after, int limit, qint64 waitMs)
        : m_parts(parts)
        , m_reader(std::move(reader))
        , m_after(after)
        , m_limit(limit)
        , m_waitMs(waitMs)
        , m_begun(parts.clock.monotonicMs())
        , m_begunAt(parts.clock.nowMs())
    {}

    Result<HttpReply> look(WorkerContext& context) const
    {
        KB_TRY(const auto page, journal::Feed(connectionOf(context)).page(m_reader, m_after, m_limit));
        const qint64 waited = m_parts.clock.monotonicMs() - m_begun;
        if (!page.rows.isEmpty() || waited >= m_waitMs)
            return timed(pageOf(page), waited);
        const LaterReply later(std::chrono::milliseconds(m_waitMs - waited), timed(pageOf(page), m_waitMs));
        m_parts.bell.wait({m_reader.account, later,
                              [reading = *this](HttpRequest&, WorkerContext& worker) { return reading.look(worker); },
                              timed(pageOf({{}, m_after, true}), waited)},
            page.upTo);
        return later;
    }

private:
    // The counter takes X-Hub-Time for the middle of its round trip, and of this one most was waiting.
    HttpResponse timed(HttpResponse response, qint64 waited) const
    {
        response.headers.set(u"X-Hub-Time"_s, rfc3339(m_begunAt + waited / 2));
        return response;
    }

    const HubParts& m_parts;
    journal::Feed::Reader m_reader;
    qint64 m_after;
    int m_limit;
    qint64 m_waitMs;
    qint64 m_begun;   // monotonic
    qint64 m_begunAt; // wall
};

Result<HttpReply> readFeed(const HubParts& parts, HttpRequest& request, WorkerContext& context)
{
    KB_TRY(const qint64 after, integerParameter(request, u"after"_s, 0, 0, std::numeric_limits<qint64>::max()));
    KB_TRY(const qint64 limit, integerParameter(request, u"limit"_s, MostEntries, 1, MostEntries));
    KB_TRY(const qint64 wait, integerParameter(request, u"wait"_s, 0, 0, LongestWaitSeconds));
    const auto& account = signedIn(request).account;
    return FeedReading(parts, {account.id, account.area}, after, static_cast<int>(limit), wait * 1000).look(context);
}

} // namespace

void addFeedRoutes(RouteBook& book)
{
    const auto text = schema::text();
    book.schemas.add(u"FeedRow"_s,
        schema::object({{u"pos"_s, schema::integer()},
            {u"kind"_s, schema::text(u"event, row, reload, enter or leave"_s)}, {u"stream?"_s, text},
            {u"content"_s, schema::anyObject(u"The event; or table, key and row; or table, area and revision"_s)}}));
    book.schemas.add(
        u"FeedPage"_s, schema::object({{u"rows"_s, schema::listOf(schema::reference(u"FeedRow"_s))},
                           {u"upTo"_s, schema::integer(u"Position up to which nothing is missing: the next `after`"_s)},
                           {u"more"_s, schema::flag()}}));
    book.router.add({.method = u"GET"_s,
        .path = u"/api/v1/feed"_s,
        .doc = {.summary = u"What happened after a position, as far as it concerns the account"_s,
            .description = u"With `wait` an empty page is held back until something happens or the seconds are over."_s,
            .tag = u"feed"_s,
            .responseSchema = u"FeedPage"_s,
            .problems = {422},
            .parameters = {integerDoc(u"after"_s, u"`upTo` of the page before; 0 at first"_s, 0, (1LL << 53) - 1),
                integerDoc(u"limit"_s, u"Most rows of a page"_s, 1, MostEntries),
                integerDoc(u"wait"_s, u"Seconds to wait while there is nothing"_s, 0, LongestWaitSeconds)}},
        .handler = [&parts = book.parts](
                       HttpRequest& request, WorkerContext& context) { return readFeed(parts, request, context); }});
}

} // namespace kuaiban::hub

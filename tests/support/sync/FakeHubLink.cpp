#include "FakeHubLink.h"

#include "modules/base/Json.h"
#include "modules/casework/NumberRanges.h"
#include "modules/journal/Feed.h"
#include "modules/store/Transaction.h"
#include "modules/sync/SyncErrors.h"

#include <QJsonArray>
#include <QPromise>
#include <QTimer>
#include <QUrl>

namespace kuaiban::test {

using namespace Qt::StringLiterals;
using sync::HubRequest;
using sync::HubResponse;

namespace {

QString nameOf(const HubRequest& request)
{
    return QString::fromLatin1(request.method) + u' ' + request.path;
}

Error asProblem(const Error& error, int status)
{
    return Error(error).with(u"status"_s, status);
}

} // namespace

void FakeHubLink::finish(Promise& promise, Result<HubResponse> result)
{
    promise.addResult(std::move(result));
    promise.finish();
}

QFuture<Result<HubResponse>> FakeHubLink::send(const HubRequest& request)
{
    auto promise = std::make_shared<Promise>();
    promise->start();
    auto future = promise->future();
    if (request.path.contains("&wait="_L1) && !cut) {
        m_waiting.append(promise);
        return future;
    }
    calls.append(nameOf(request));
    m_open.append(promise);
    QTimer::singleShot(0, this, [this, promise, request] {
        if (m_open.removeOne(promise))
            finish(*promise, pass(request));
    });
    return future;
}

Result<HubResponse> FakeHubLink::pass(const HubRequest& request)
{
    const Fault kind = cut ? Fault::Cut : fault ? fault(request) : Fault::None;
    if (kind == Fault::Cut)
        return fail(sync::hubUnreachable(u"cut"_s));
    if (kind == Fault::ServerError)
        return fail(asProblem(Error{u"http.internal"_s, Origin::Hub, {}, {}}, 500));
    if (problem) {
        if (const auto error = problem(request))
            return fail(*error);
    }
    if (instead) {
        if (const auto answer = instead(request))
            return *answer;
    }
    QByteArray raw;
    const auto perform = [&] {
        auto result = handle(request, &raw);
        if (done)
            done(request);
        return result;
    };
    if (kind == Fault::Twice)
        (void)perform();
    const auto answer = perform();
    if (kind == Fault::LoseReply)
        return fail(sync::hubUnreachable(u"reply lost"_s));
    if (kind == Fault::TimeOut)
        return fail(sync::hubTimedOut());
    if (!answer)
        return fail(asProblem(answer.error(), answer.error().origin == Origin::Machine ? 500 : 422));
    const HubResponse response{200, raw.isNull() ? canonicalBytes(*answer) : raw, m_world.clock.nowMs(), roundTripMs};
    if (delivered)
        delivered(request, response);
    return response;
}

Result<QJsonObject> FakeHubLink::handle(const HubRequest& request, QByteArray* raw)
{
    const QUrl url(request.path);
    const QUrlQuery query(url);
    const auto steps = url.path().split(u'/', Qt::SkipEmptyParts);
    const QString first = steps.value(0);
    if (first == "feed"_L1)
        return feed(query);
    if (first == "commands"_L1)
        return commands(request.body);
    if (first == "number-ranges"_L1)
        return numberRange(request);
    if (first == "streams"_L1) {
        QJsonArray events;
        for (const auto& event : m_world.events(steps.value(1)))
            events.append(event.toJson());
        return QJsonObject{{u"events"_s, events}};
    }
    const QString digest = steps.value(1);
    const qint64 size = query.queryItemValue(u"size"_s).toLongLong();
    if (steps.value(2) == "missing"_L1) {
        QJsonArray list;
        for (const int part : m_world.blobs.missingParts(digest, size))
            list.append(part);
        return QJsonObject{{u"missing"_s, list}};
    }
    if (steps.value(2) == "parts"_L1) {
        KB_CHECK(m_world.blobs.receivePart(digest, size, steps.value(3).toInt(), request.body));
        return QJsonObject{};
    }
    KB_TRY(*raw, m_world.blobs.read(digest));
    return QJsonObject{};
}

Result<QJsonObject> FakeHubLink::feed(const QUrlQuery& query)
{
    KB_TRY(auto page, journal::Feed(tables()).page({m_who.id, {}}, query.queryItemValue(u"after"_s).toLongLong(),
                          query.queryItemValue(u"limit"_s).toInt()));
    if (onPage)
        onPage(page);
    QJsonArray rows;
    for (const auto& row : page.rows)
        rows.append(row.toJson());
    return QJsonObject{{u"rows"_s, rows}, {u"upTo"_s, page.upTo}, {u"more"_s, page.more}};
}

Result<QJsonObject> FakeHubLink::commands(const QByteArray& body)
{
    KB_TRY(const auto json, parseObject(body));
    QList<QJsonObject> list;
    for (const auto& entry : json.value("commands"_L1).toArray())
        list.append(entry.toObject());
    KB_TRY(const auto holds, journal::holdsFromJson(json.value("held"_L1).toArray()));
    KB_TRY(const auto given, m_world.gate->submit(tables(), list, m_who.id, m_who.device, holds));
    QJsonArray answers;
    for (const auto& answer : given)
        answers.append(answer.toJson());
    return QJsonObject{{u"answers"_s, answers}};
}

Result<QJsonObject> FakeHubLink::numberRange(const HubRequest& request)
{
    if (request.idempotencyKey.isEmpty())
        return fail(Error{u"hub.idempotency-key"_s, Origin::Data, {}, {}});
    KB_TRY(const auto json, parseObject(request.body));
    KB_TRY(const auto range, store::inTransaction(tables(), [&] {
        return casework::NumberRanges(tables()).issue(
            json.value("area"_L1).toString(), m_who.device, request.idempotencyKey);
    }));
    return QJsonObject{{u"area"_s, range.area}, {u"first"_s, range.first}, {u"last"_s, range.last}};
}

qsizetype FakeHubLink::count(const QString& beginning) const
{
    return std::count_if(calls.begin(), calls.end(), [&](const QString& call) { return call.startsWith(beginning); });
}

void FakeHubLink::failOnce(const QString& beginning, Fault kind, int nth)
{
    fault = [beginning, kind, left = nth](const HubRequest& request) mutable {
        return nameOf(request).startsWith(beginning) && --left == 0 ? kind : Fault::None;
    };
}

void FakeHubLink::ring()
{
    for (const auto& promise : std::exchange(m_waiting, {})) {
        const auto empty = canonicalBytes({{u"rows"_s, QJsonArray{}}, {u"upTo"_s, 0}, {u"more"_s, true}});
        finish(*promise, HubResponse{200, empty, m_world.clock.nowMs(), roundTripMs});
    }
}

void FakeHubLink::release()
{
    for (const auto& promise : std::exchange(m_waiting, {}) + std::exchange(m_open, {}))
        finish(*promise, fail(sync::hubUnreachable(u"closed"_s)));
}

} // namespace kuaiban::test

#pragma once

#include "modules/journal/Feed.h"
#include "modules/sync/HubLink.h"
#include "tests/support/casework/CaseWorld.h"

#include <QObject>
#include <QUrlQuery>

#include <memory>

namespace kuaiban::test {

// What happens to one request on its way.
enum class Fault {
    None,
    Cut,         // never arrives: sync.unreachable
    LoseReply,   // arrives and is done, but the answer never comes back: sync.unreachable
    TimeOut,     // arrives and is done, but the answer comes too late: sync.timeout
    ServerError, // the hub answers 500 and does nothing
    Twice,       // arrives twice
};

// The way from one counter to the CaseWorld, answering what the hub's routes answer: /feed, /streams/{id}/events,
// /commands, /blobs/…, /number-ranges. Answers come through the event loop, never inside send(). A feed request that
// would wait is kept until ring(). Rights of reading are the hub's business and not asked here.
class FakeHubLink final : public QObject, public sync::HubLink
{
    Q_OBJECT

public:
    FakeHubLink(CaseWorld& world, Actor who)
        : m_world(world)
        , m_who(std::move(who))
    {}
    ~FakeHubLink() override { release(); }

    QFuture<Result<sync::HubResponse>> send(const sync::HubRequest& request) override;

    bool cut = false;                                                                 // the cable is out
    std::function<Fault(const sync::HubRequest&)> fault;                              // asked for each request
    std::function<std::optional<sync::HubResponse>(const sync::HubRequest&)> instead; // another answer than the hub's
    std::function<std::optional<Error>(const sync::HubRequest&)> problem; // the hub answers with a problem page
    std::function<void(const sync::HubRequest&)> done;                    // the hub did what was asked
    std::function<void(const sync::HubRequest&, const sync::HubResponse&)> delivered; // and its answer came back
    std::function<void(journal::Feed::Page&)> onPage;                                 // of the feed, before it is sent
    store::Connection* hub = nullptr; // the hub's way to its own tables, when not the world's
    QStringList calls;                // "PUT /blobs/…", without long polls
    qint64 roundTripMs = 0;

    // Calls that begin so.
    qsizetype count(const QString& beginning) const;
    // A fault for the n-th request (from 1) from now on that begins so; other requests go through.
    void failOnce(const QString& beginning, Fault kind, int nth = 1);
    // Something happened on the hub: whoever waits on the feed hears it.
    void ring();
    // Whoever still waits gets sync.unreachable; for taking things down.
    void release();

private:
    using Promise = QPromise<Result<sync::HubResponse>>;

    Result<sync::HubResponse> pass(const sync::HubRequest& request);
    Result<QJsonObject> handle(const sync::HubRequest& request, QByteArray* raw);
    Result<QJsonObject> feed(const QUrlQuery& query);
    Result<QJsonObject> commands(const QByteArray& body);
    Result<QJsonObject> numberRange(const sync::HubRequest& request);
    store::Connection& tables() const { return hub ? *hub : *m_world.connection; }
    static void finish(Promise& promise, Result<sync::HubResponse> result);

    CaseWorld& m_world;
    Actor m_who;
    QList<std::shared_ptr<Promise>> m_open;    // to be answered soon
    QList<std::shared_ptr<Promise>> m_waiting; // on the feed
};

} // namespace kuaiban::test

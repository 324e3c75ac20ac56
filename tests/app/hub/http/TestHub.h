#pragma once

#include "app/hub/http/HttpErrors.h"
#include "app/hub/http/HttpServer.h"
#include "app/hub/http/SystemRoutes.h"
#include "modules/base/FailureManual.h"
#include "tests/support/base/FairTimer.h"
#include "tests/support/http/HttpTestClient.h"

#include <condition_variable>
#include <mutex>

namespace kuaiban::hub {

// A door that handlers wait at until the test opens it.
class Gate
{
public:
    void open()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_open = true;
        }
        m_changed.notify_all();
    }

    void pass()
    {
        std::unique_lock lock(m_mutex);
        ++m_arrived;
        m_changed.notify_all();
        m_changed.wait(lock, [this] { return m_open; });
    }

    bool waitForArrivals(int count)
    {
        std::unique_lock lock(m_mutex);
        const test::FairTimer time;
        while (m_arrived < count && time.elapsed() < 10'000)
            m_changed.wait_for(lock, std::chrono::milliseconds(20));
        return m_arrived >= count;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_arrived = 0;
    bool m_open = false;
};

// A whole server on a free port, with a few routes that show what arrived.
class TestHub
{
public:
    Gate gate;
    Router router;
    SchemaRegistry schemas;
    HttpMetrics metrics;
    HttpSettings settings;
    WorkerFactory makeContext = {};
    RequestFilter filter = {};

    TestHub()
    {
        using namespace Qt::StringLiterals;
        schemas.add(u"Any"_s, {});
        addSystemRoutes(router, schemas, metrics, {u"Test hub"_s, u"1"_s, {}});
        add(u"POST"_s, u"/echo"_s, [](HttpRequest& request, WorkerContext&) -> Result<HttpReply> {
            return HttpResponse::text(request.body, u"application/octet-stream"_s);
        });
        add(u"GET"_s, u"/things/{id}"_s, [](HttpRequest& request, WorkerContext&) -> Result<HttpReply> {
            return HttpResponse::json({{u"id"_s, request.pathValues.value(u"id"_s)}, {u"path"_s, request.path},
                {u"q"_s, request.query.value(u"q")}, {u"remote"_s, request.remoteAddress},
                {u"secure"_s, request.secure}, {u"agent"_s, request.headers.value(u"user-agent")},
                {u"request"_s, request.id}});
        });
        add(u"GET"_s, u"/slow"_s, [this](HttpRequest&, WorkerContext&) -> Result<HttpReply> {
            gate.pass();
            return HttpResponse::json(QJsonObject{{u"slow"_s, true}});
        });
        add(
            u"POST"_s, u"/small"_s,
            [](HttpRequest& request, WorkerContext&) -> Result<HttpReply> {
                return HttpResponse::json(QJsonObject{{u"size"_s, request.body.size()}});
            },
            100);
    }

    ~TestHub()
    {
        gate.open();
        if (server)
            server->stop();
    }

    void add(const QString& method, const QString& path, HttpHandler handler, qint64 bodyLimit = 0)
    {
        using namespace Qt::StringLiterals;
        router.add({.method = method,
            .path = path,
            .access = Access::Public,
            .doc = {.summary = u"for tests"_s, .tag = u"test"_s, .responseSchema = u"Any"_s},
            .handler = std::move(handler),
            .bodyLimit = bodyLimit});
    }

    Done start()
    {
        server = std::make_unique<HttpServer>(settings, HttpServer::Parts{router, problems, metrics, clock, ids,
                                                            makeContext, filter, [this](const AccessRecord& record) {
                                                                const std::lock_guard lock(m_mutex);
                                                                m_records.append(record);
                                                                m_changed.notify_all();
                                                            }});
        return server->start();
    }

    test::HttpTestClient client() const { return test::HttpTestClient(server->port()); }

    // The records, once there are at least so many.
    QList<AccessRecord> records(qsizetype count)
    {
        std::unique_lock lock(m_mutex);
        const test::FairTimer time;
        while (m_records.size() < count && time.elapsed() < 5000)
            m_changed.wait_for(lock, std::chrono::milliseconds(20));
        return m_records;
    }

    FailureManual manual;
    Problems problems{manual};
    SystemClock clock;
    SecureRandom random;
    IdSource ids{clock, random};
    std::unique_ptr<HttpServer> server;

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    QList<AccessRecord> m_records;
};

} // namespace kuaiban::hub

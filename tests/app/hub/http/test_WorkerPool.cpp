#include "app/hub/http/WorkerPool.h"

#include "modules/base/Failure.h"

#include <QtTest>

#include <atomic>
#include <future>
#include <set>

using namespace kuaiban;
using namespace kuaiban::hub;
using namespace Qt::StringLiterals;

class Counted final : public WorkerContext
{
public:
    explicit Counted(std::atomic<int>& living)
        : m_living(living)
    {
        ++m_living;
    }
    ~Counted() override
    {
        --m_living;
        m_sameThread = m_sameThread && std::this_thread::get_id() == m_thread;
        Q_ASSERT(m_sameThread);
    }
    void interrupt() override { m_interrupted.set_value(); }

    std::promise<void> m_interrupted;
    std::thread::id m_thread = std::this_thread::get_id();

private:
    std::atomic<int>& m_living;
    bool m_sameThread = true;
};

class TestWorkerPool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void start_everyThread_hasItsOwnContext();
    void start_factoryFails_endsWithItsError();
    void post_queueFull_isRefused();
    void post_notRunning_isRefused();
    void stop_queuedTasks_areDropped();
    void interruptAll_reachesBusyContext();
};

void TestWorkerPool::start_everyThread_hasItsOwnContext()
{
    std::atomic<int> living = 0;
    WorkerPool pool(
        4, 100, [&living]() -> Result<std::unique_ptr<WorkerContext>> { return std::make_unique<Counted>(living); });
    QVERIFY(pool.start());
    QCOMPARE(living.load(), 4);
    std::mutex mutex;
    std::condition_variable changed;
    std::set<WorkerContext*> seen;
    bool owned = true;
    for (int i = 0; i < 4; ++i) {
        QVERIFY(pool.post([&](WorkerContext& context) {
            std::unique_lock lock(mutex);
            owned = owned && static_cast<Counted&>(context).m_thread == std::this_thread::get_id();
            seen.insert(&context);
            changed.notify_all();
            changed.wait_for(lock, std::chrono::seconds(10), [&] { return seen.size() == 4; }); // all four at once
        }));
    }
    {
        std::unique_lock lock(mutex);
        QVERIFY(changed.wait_for(lock, std::chrono::seconds(10), [&] { return seen.size() == 4; }));
    }
    pool.stop();
    QVERIFY(owned);
    QCOMPARE(living.load(), 0);
}

void TestWorkerPool::start_factoryFails_endsWithItsError()
{
    std::atomic<int> living = 0;
    std::atomic<int> calls = 0;
    WorkerPool pool(3, 10, [&]() -> Result<std::unique_ptr<WorkerContext>> {
        if (++calls == 2)
            return fail(Error{u"store.unreachable"_s, Origin::Machine, {}, {}});
        return std::make_unique<Counted>(living);
    });
    const auto started = pool.start();
    QVERIFY(!started);
    QCOMPARE(started.error().code, u"store.unreachable"_s);
    QCOMPARE(living.load(), 0);
    QVERIFY(!pool.post([](WorkerContext&) {}));
}

void TestWorkerPool::post_queueFull_isRefused()
{
    WorkerPool pool(1, 2, {});
    QVERIFY(pool.start());
    std::promise<void> entered;
    std::promise<void> release;
    QVERIFY(pool.post([&](WorkerContext&) {
        entered.set_value();
        release.get_future().wait();
    }));
    entered.get_future().wait();
    std::atomic<int> done = 0;
    QVERIFY(pool.post([&](WorkerContext&) { ++done; }));
    QVERIFY(pool.post([&](WorkerContext&) { ++done; }));
    QVERIFY(!pool.post([&](WorkerContext&) { ++done; }));
    QCOMPARE(pool.queued(), 2);
    release.set_value();
    QTRY_COMPARE(done.load(), 2);
}

void TestWorkerPool::post_notRunning_isRefused()
{
    WorkerPool pool(1, 2, {});
    QVERIFY(!pool.post([](WorkerContext&) {}));
    QVERIFY(pool.start());
    pool.stop();
    QVERIFY(!pool.post([](WorkerContext&) {}));
}

void TestWorkerPool::stop_queuedTasks_areDropped()
{
    WorkerPool pool(1, 10, {});
    QVERIFY(pool.start());
    std::promise<void> entered;
    std::promise<void> release;
    bool late = false;
    auto token = std::make_shared<int>(1);
    QVERIFY(pool.post([&](WorkerContext&) {
        entered.set_value();
        release.get_future().wait();
    }));
    entered.get_future().wait();
    QVERIFY(pool.post([&late, token](WorkerContext&) { late = true; }));
    std::thread stopper([&pool] { pool.stop(); });
    QTRY_COMPARE(token.use_count(), 1); // the queued task is gone, before the running one ends
    release.set_value();
    stopper.join();
    QVERIFY(!late);
}

void TestWorkerPool::interruptAll_reachesBusyContext()
{
    std::atomic<int> living = 0;
    WorkerPool pool(
        1, 10, [&living]() -> Result<std::unique_ptr<WorkerContext>> { return std::make_unique<Counted>(living); });
    QVERIFY(pool.start());
    std::promise<bool> interrupted;
    QVERIFY(pool.post([&](WorkerContext& context) {
        auto waiting = static_cast<Counted&>(context).m_interrupted.get_future();
        interrupted.set_value(waiting.wait_for(std::chrono::seconds(10)) == std::future_status::ready);
    }));
    pool.interruptAll();
    QVERIFY(interrupted.get_future().get());
}

QTEST_GUILESS_MAIN(TestWorkerPool)
#include "test_WorkerPool.moc"

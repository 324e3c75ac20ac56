#include "devices/base/DeviceWorker.h"
#include "devices/base/Pause.h"
#include "tests/support/base/FairTimer.h"

#include <QtTest>

using namespace kuaiban::devices;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestDeviceWorker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void post_manyCommands_runInOrderInTheThread();
    void destroy_whileACommandWaits_isQuickAndDropsTheRest();
    void destroy_adoptedObject_diesInItsThread();
    void pause_stopRequested_endsAtOnce();
    void pause_undisturbed_lastsItsTime();
};

namespace {

struct Witness : QObject
{
    explicit Witness(std::atomic<QThread*>& place)
        : m_place(place)
    {}
    ~Witness() override { m_place = QThread::currentThread(); }

private:
    std::atomic<QThread*>& m_place;
};

} // namespace

void TestDeviceWorker::post_manyCommands_runInOrderInTheThread()
{
    DeviceWorker worker(u"test"_s);
    auto* const context = worker.adopt(std::make_unique<QObject>());
    QMutex mutex;
    QList<int> order;
    std::atomic<bool> elsewhere = true;
    for (int i = 0; i < 100; ++i) {
        worker.post(context, [&, i, here = QThread::currentThread()] {
            const QMutexLocker lock(&mutex);
            order.append(i);
            elsewhere = elsewhere && QThread::currentThread() != here;
        });
    }
    QTRY_COMPARE(
        [&] {
            const QMutexLocker lock(&mutex);
            return order.size();
        }(),
        100);
    QVERIFY(std::is_sorted(order.begin(), order.end()));
    QVERIFY(elsewhere);
}

void TestDeviceWorker::destroy_whileACommandWaits_isQuickAndDropsTheRest()
{
    std::atomic<bool> started = false;
    std::atomic<bool> second = false;
    kuaiban::test::FairTimer timer;
    {
        DeviceWorker worker(u"test"_s);
        auto* const context = worker.adopt(std::make_unique<QObject>());
        worker.post(context, [&, stop = worker.stopToken()] {
            started = true;
            pause(stop, 30s);
        });
        worker.post(context, [&] { second = true; });
        QTRY_VERIFY(started);
        timer.start();
    }
    QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!second);
}

void TestDeviceWorker::destroy_adoptedObject_diesInItsThread()
{
    std::atomic<QThread*> place = nullptr;
    {
        DeviceWorker worker(u"test"_s);
        worker.adopt(std::make_unique<Witness>(place));
    }
    QVERIFY(place != nullptr);
    QVERIFY(place != QThread::currentThread());
}

void TestDeviceWorker::pause_stopRequested_endsAtOnce()
{
    std::stop_source source;
    source.request_stop();
    kuaiban::test::FairTimer timer;
    timer.start();
    QVERIFY(!pause(source.get_token(), 10s));
    QVERIFY(timer.elapsed() < 200);
}

void TestDeviceWorker::pause_undisturbed_lastsItsTime()
{
    QElapsedTimer timer;
    timer.start();
    QVERIFY(pause({}, 30ms));
    QVERIFY(timer.elapsed() >= 29);
}

QTEST_GUILESS_MAIN(TestDeviceWorker)
#include "test_device_worker.moc"

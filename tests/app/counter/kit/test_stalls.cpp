#include "app/counter/kit/WatchedApplication.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using kuaiban::counter::WatchedApplication;

namespace {

// Handles an event by being busy for so long, also inside another event.
class Worker : public QObject
{
    Q_OBJECT

public:
    void work(qint64 ms)
    {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < ms) {
        }
    }
    bool event(QEvent* event) override
    {
        if (event->type() != QEvent::User)
            return QObject::event(event);
        work(m_ms / 2);
        if (m_inner) {
            QEvent again(QEvent::User);
            QCoreApplication::sendEvent(m_inner, &again);
        }
        work(m_ms / 2);
        return true;
    }
    qint64 m_ms = 0;
    Worker* m_inner = nullptr;
};

} // namespace

// What makes the window stand still is written down.
class TestStalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void event_thatTakesLong_isLoggedWithWhatItWas();
    void event_thatIsShort_isNotLogged();
    void eventsInside_countOnce();

private:
    static WatchedApplication* application() { return qobject_cast<WatchedApplication*>(qApp); }
    static void send(Worker& worker)
    {
        QEvent event(QEvent::User);
        QCoreApplication::sendEvent(&worker, &event);
    }
};

void TestStalls::event_thatTakesLong_isLoggedWithWhatItWas()
{
    Worker worker;
    worker.m_ms = 60;
    const int before = application()->stalls();
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^\\d+ ms: User for .*Worker$"_s));
    QCoreApplication::postEvent(&worker, new QEvent(QEvent::User));
    QTRY_COMPARE(application()->stalls(), before + 1);
    QVERIFY(application()->longestMs() >= 60);
}

void TestStalls::event_thatIsShort_isNotLogged()
{
    Worker worker;
    const int before = application()->stalls();
    QTest::failOnWarning(QRegularExpression(u"."_s));
    send(worker);
    QCOMPARE(application()->stalls(), before);
}

void TestStalls::eventsInside_countOnce()
{
    Worker inner;
    inner.m_ms = 60;
    Worker outer;
    outer.m_ms = 10;
    outer.m_inner = &inner;
    const int before = application()->stalls();
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^\\d+ ms: User for .*Worker$"_s));
    QCoreApplication::postEvent(&outer, new QEvent(QEvent::User));
    QTRY_COMPARE(application()->stalls(), before + 1);
}

int main(int argc, char* argv[])
{
    // The test is called from no event, or else that one would be the outermost.
    WatchedApplication watched(argc, argv);
    TestStalls test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_stalls.moc"

#include "devices/smartcard/SmartCardDrivers.h"
#include "devices/smartcard/SscStation.h"
#include "tests/support/base/FairTimer.h"
#include "tests/support/devices/CardService.h"

#include <QSignalSpy>
#include <QtTest>

#include <unistd.h>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

namespace {

QJsonObject card(const QJsonObject& more = {})
{
    QJsonObject told{{"spec"_L1, "2.00"_L1}, {"ssn"_L1, "210603196603120027"_L1}, {"name"_L1, u"王桂兰"_s},
        {"sex"_L1, "2"_L1}, {"birth"_L1, "19660312"_L1}, {"card_no"_L1, "D01234567"_L1},
        {"card_id"_L1, "210600D156000005000000000000B001"_L1}};
    for (auto it = more.begin(); it != more.end(); ++it)
        told.insert(it.key(), it.value());
    return told;
}

const QJsonObject Neighbour{{"ssn"_L1, "210602195810010110"_L1}, {"name"_L1, u"李建国"_s}, {"sex"_L1, "1"_L1},
    {"birth"_L1, "19581001"_L1}, {"card_no"_L1, "D07654321"_L1}, {"card_id"_L1, "210600D156000005000000000000B002"_L1}};

} // namespace

// The station over the real card service, with cards that misbehave, a service that dies and one that stands still.
// Needs root for a service of its own.
class TestPcscTerminal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void watch_cardPutInAndTakenOut_isTold();
    void watch_twoSlots_eitherIsRead();
    void watch_cardVanishesWhileRead_givesNothing();
    void watch_cardGoesSilent_leavesWhenItIsTakenOut();
    void watch_rubbish_isRefused();
    void watch_serviceRestarted_readsAgain();
    void station_serviceStandsStill_isDestroyedSoon();
    void find_readers_areListed();

private:
    std::unique_ptr<test::CardService> m_service;
    std::unique_ptr<test::PythonDouble> m_left;
    std::unique_ptr<test::PythonDouble> m_right;
    std::unique_ptr<SscStation> m_station;
    SystemClock m_clock;
};

void TestPcscTerminal::initTestCase()
{
    if (::geteuid() != 0)
        QSKIP("A card service of the test's own can be started by root only");
    m_service = std::make_unique<test::CardService>();
    QVERIFY(m_service->start());
}

void TestPcscTerminal::init()
{
    const auto at = [this](int slot) { return QStringList{QString::number(m_service->port(slot))}; };
    m_left = std::make_unique<test::PythonDouble>(u"virtual_card.py"_s, at(0));
    m_right = std::make_unique<test::PythonDouble>(u"virtual_card.py"_s, at(1));
    m_station = std::make_unique<SscStation>(smartCardDrivers(m_clock).make(u"pcsc:"_s));
    QTRY_COMPARE(m_station->state().health, DeviceHealth::Ready);
    m_station->startWatching();
}

void TestPcscTerminal::cleanup()
{
    m_station.reset();
    m_left.reset();
    m_right.reset();
}

void TestPcscTerminal::watch_cardPutInAndTakenOut_isTold()
{
    QSignalSpy read(m_station.get(), &SscStation::cardRead);
    QSignalSpy removed(m_station.get(), &SscStation::cardRemoved);
    QVERIFY(m_left->obey({{"insert"_L1, card()}}));
    QTRY_COMPARE(read.count(), 1);
    QCOMPARE(read.at(0).at(0).value<SscCard>().name, u"王桂兰"_s);
    QVERIFY(m_left->obey({{"remove"_L1, true}}));
    QTRY_COMPARE(removed.count(), 1);
    QVERIFY(m_left->obey({{"insert"_L1, card(Neighbour)}}));
    QTRY_COMPARE(read.count(), 2);
    QCOMPARE(read.at(1).at(0).value<SscCard>().ssn, u"210602195810010110"_s);
}

void TestPcscTerminal::watch_twoSlots_eitherIsRead()
{
    QSignalSpy read(m_station.get(), &SscStation::cardRead);
    QVERIFY(m_left->obey({{"insert"_L1, card({{"other"_L1, true}})}})); // a module that stays
    QSignalSpy failed(m_station.get(), &SscStation::failed);
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(m_right->obey({{"insert"_L1, card()}}));
    QTRY_COMPARE(read.count(), 1);
    QCOMPARE(read.at(0).at(0).value<SscCard>().reader, m_service->reader(1));
    QCOMPARE(failed.count(), 1);
}

void TestPcscTerminal::watch_cardVanishesWhileRead_givesNothing()
{
    QSignalSpy read(m_station.get(), &SscStation::cardRead);
    QSignalSpy failed(m_station.get(), &SscStation::failed);
    for (const int commands : {1, 5, 12, 16}) {
        QVERIFY(m_left->obey({{"insert"_L1, card({{"vanish"_L1, commands}})}}));
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 10'000);
        QCOMPARE(failed.at(0).at(0).value<Error>().origin, Origin::Card);
        failed.clear();
        QVERIFY(m_left->obey({{"remove"_L1, true}}));
        QTest::qWait(600); // until the service has noticed
    }
    QCOMPARE(read.count(), 0);
    QVERIFY(m_left->obey({{"insert"_L1, card(Neighbour)}}));
    QTRY_COMPARE(read.count(), 1);
    QCOMPARE(read.at(0).at(0).value<SscCard>().name, u"李建国"_s);
}

void TestPcscTerminal::watch_cardGoesSilent_leavesWhenItIsTakenOut()
{
    QSignalSpy read(m_station.get(), &SscStation::cardRead);
    QSignalSpy failed(m_station.get(), &SscStation::failed);
    QVERIFY(m_left->obey({{"insert"_L1, card({{"silent"_L1, 6}})}}));
    QTest::qWait(800);
    QVERIFY(m_left->obey({{"remove"_L1, true}}));
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 10'000);
    QVERIFY(m_left->obey({{"insert"_L1, card()}}));
    QTRY_COMPARE_WITH_TIMEOUT(read.count(), 1, 10'000);
}

void TestPcscTerminal::watch_rubbish_isRefused()
{
    QSignalSpy read(m_station.get(), &SscStation::cardRead);
    QSignalSpy failed(m_station.get(), &SscStation::failed);
    QVERIFY(m_left->obey({{"insert"_L1, card({{"torn"_L1, 9}})}}));
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(read.count(), 0);
}

void TestPcscTerminal::watch_serviceRestarted_readsAgain()
{
    QSignalSpy read(m_station.get(), &SscStation::cardRead);
    QSignalSpy removed(m_station.get(), &SscStation::cardRemoved);
    QVERIFY(m_left->obey({{"insert"_L1, card()}}));
    QTRY_COMPARE(read.count(), 1);
    m_service->stop();
    QTRY_COMPARE(m_station->state().health, DeviceHealth::Fault);
    QCOMPARE(m_station->state().reason->code, u"smartcard.service"_s);
    QCOMPARE(removed.count(), 1);
    QVERIFY(m_service->start());
    QTRY_COMPARE(m_station->state(), DeviceState::ready());
    QVERIFY(m_left->obey({{"insert"_L1, card(Neighbour)}}));
    QTRY_COMPARE(read.count(), 2);
    QCOMPARE(read.at(1).at(0).value<SscCard>().name, u"李建国"_s);
}

// A service that no longer answers holds the thread that asks, but not the counter.
void TestPcscTerminal::station_serviceStandsStill_isDestroyedSoon()
{
    QVERIFY(m_service->freeze(true));
    QTest::qWait(500);
    test::FairTimer timer;
    timer.start();
    m_station.reset();
    QVERIFY(timer.elapsed() < 1000);
    QVERIFY(m_service->freeze(false));
}

void TestPcscTerminal::find_readers_areListed()
{
    const auto found = findSmartCardReaders({});
    QCOMPARE(found.size(), 3);
    QCOMPARE(found.at(0).uri, u"pcsc:"_s);
    QCOMPARE(found.at(1).title, m_service->reader(0));
    const auto reader = smartCardDrivers(m_clock).make(found.at(2).uri);
    QVERIFY(reader && *reader);
    QVERIFY((*reader)->open({}));
    QVERIFY((*reader)->look({}));
}

QTEST_GUILESS_MAIN(TestPcscTerminal)
#include "test_pcsc_terminal.moc"

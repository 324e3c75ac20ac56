#include "devices/base/DeviceErrors.h"
#include "devices/base/Pause.h"
#include "devices/idcard/IdCardErrors.h"
#include "devices/idcard/IdCardJson.h"
#include "devices/idcard/IdCardStation.h"
#include "tests/support/base/FairTimer.h"
#include "tests/support/devices/Persons.h"

#include <QSignalSpy>
#include <QtTest>

#include <mutex>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

namespace {

// What lies on the reader; the test changes it while the device thread reads.
struct Desk
{
    std::mutex mutex;
    std::optional<IdCard> card;
    bool shy = false; // find stays silent once the card was read
    bool wasRead = false;
    std::optional<Error> openError; // the line cannot be opened
    std::optional<Error> readError;
    std::chrono::milliseconds delay{0};
    std::atomic<int> readings = 0;
    std::atomic<int> looks = 0;
    int opened = 0;

    void lay(std::optional<IdCard> newCard)
    {
        const std::scoped_lock lock(mutex);
        card = std::move(newCard);
        wasRead = false;
    }
    void breakWith(std::optional<Error> error)
    {
        const std::scoped_lock lock(mutex);
        readError = error;
        openError = error;
    }
};

class DeskReader final : public IdCardReader
{
public:
    explicit DeskReader(Desk& desk)
        : m_desk(desk)
    {}

    Done open(const std::stop_token&) override
    {
        const std::scoped_lock lock(m_desk.mutex);
        if (m_desk.openError)
            return fail(*m_desk.openError);
        ++m_desk.opened;
        return {};
    }
    void close() override {}
    Result<QString> moduleId(const std::stop_token&) override { return QString(); }
    Result<bool> findCard(const std::stop_token& stop) override
    {
        if (!pause(stop, m_desk.delay))
            return fail(deviceCancelled());
        const std::scoped_lock lock(m_desk.mutex);
        ++m_desk.looks;
        if (m_desk.readError && m_desk.readError->origin == Origin::Device)
            return fail(*m_desk.readError);
        return m_desk.card.has_value() && !(m_desk.shy && m_desk.wasRead);
    }
    Result<IdCard> readCard(IdCardExtent, const std::stop_token& stop) override
    {
        if (!pause(stop, m_desk.delay))
            return fail(deviceCancelled());
        ++m_desk.readings;
        const std::scoped_lock lock(m_desk.mutex);
        if (m_desk.readError)
            return fail(*m_desk.readError);
        if (!m_desk.card)
            return fail(idCardNoCard());
        m_desk.wasRead = true;
        return *m_desk.card;
    }

private:
    Desk& m_desk;
};

IdCard demo(const QString& name)
{
    return idCardFromJson(test::demoPerson(name)).value();
}

constexpr IdCardTiming Fast{10, 15, 25, 30};

} // namespace

class TestIdCardStation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void watching_cardLaidAndLifted_isToldOnce_data();
    void watching_cardLaidAndLifted_isToldOnce();
    void watching_cardsSwappedQuickly_tellsRemovalAndNewCard();
    void watching_cardThatGoesOnAnswering_isSeldomReadAgain();
    void watching_failingCard_isReportedOnceUntilLifted();
    void watching_readerUnplugged_turnsToFaultAndComesBack();
    void stopWatching_cardLaid_isNotRead();
    void readNow_cardThatWasRead_isReadAgain();
    void readNow_nothingThere_answersNoCard();
    void station_notConfigured_saysSo();
    void station_wrongUri_showsFault();
    void destroy_whileReaderIsSlow_isQuick();
};

void TestIdCardStation::watching_cardLaidAndLifted_isToldOnce_data()
{
    QTest::addColumn<bool>("shy");
    QTest::addRow("find goes on answering") << false;
    QTest::addRow("find is silent once the card was read") << true;
}

void TestIdCardStation::watching_cardLaidAndLifted_isToldOnce()
{
    QFETCH(bool, shy);
    Desk desk;
    desk.shy = shy;
    IdCardStation station(std::make_unique<DeskReader>(desk), Fast);
    QSignalSpy read(&station, &IdCardStation::cardRead);
    QSignalSpy removed(&station, &IdCardStation::cardRemoved);
    station.startWatching();
    QTRY_COMPARE(station.state().health, DeviceHealth::Ready);
    QCOMPARE(read.size(), 0);
    desk.lay(demo(u"wang-guilan"_s));
    QTRY_COMPARE(read.size(), 1);
    QCOMPARE(read.first().first().value<IdCard>().name, u"王桂兰"_s);
    QTest::qWait(120); // it lies there for some polls
    QCOMPARE(read.size(), 1);
    QCOMPARE(removed.size(), 0);
    desk.lay({});
    QTRY_COMPARE(removed.size(), 1);
    desk.lay(demo(u"wang-guilan"_s));
    QTRY_COMPARE(read.size(), 2);
}

void TestIdCardStation::watching_cardsSwappedQuickly_tellsRemovalAndNewCard()
{
    Desk desk;
    IdCardStation station(std::make_unique<DeskReader>(desk), Fast);
    QStringList told;
    connect(&station, &IdCardStation::cardRead, this, [&](const IdCard& card) { told.append(card.name); });
    connect(&station, &IdCardStation::cardRemoved, this, [&] { told.append(u"-"_s); });
    station.startWatching();
    desk.lay(demo(u"wang-guilan"_s));
    QTRY_COMPARE(told.size(), 1);
    desk.lay(demo(u"li-jianguo"_s));
    QTRY_COMPARE(told, (QStringList{u"王桂兰"_s, u"-"_s, u"李建国"_s}));
}

void TestIdCardStation::watching_cardThatGoesOnAnswering_isSeldomReadAgain()
{
    Desk desk;
    desk.card = demo(u"wang-guilan"_s);
    IdCardStation station(std::make_unique<DeskReader>(desk), {5, 5, 60'000, 30});
    QSignalSpy read(&station, &IdCardStation::cardRead);
    QSignalSpy removed(&station, &IdCardStation::cardRemoved);
    station.startWatching();
    QTRY_COMPARE(read.size(), 1);
    QTest::qWait(150);
    QCOMPARE(desk.readings, 2); // read, and verified once
    desk.lay({});
    QTRY_COMPARE(removed.size(), 1);
}

void TestIdCardStation::watching_failingCard_isReportedOnceUntilLifted()
{
    Desk desk;
    IdCardStation station(std::make_unique<DeskReader>(desk), Fast);
    QSignalSpy failed(&station, &IdCardStation::failed);
    desk.readError = idCardWrongType();
    desk.card = demo(u"wang-guilan"_s);
    station.startWatching();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, u"idcard.card-type"_s);
    QTest::qWait(100);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(station.state().health, DeviceHealth::Ready); // the card is at fault, not the reader
    desk.lay({});
    const int lifted = desk.looks;
    QTRY_VERIFY(desk.looks > lifted + 2); // two that found nothing, whatever was on its way
    desk.lay(demo(u"wang-guilan"_s));
    QTRY_COMPARE(failed.size(), 2);
}

void TestIdCardStation::watching_readerUnplugged_turnsToFaultAndComesBack()
{
    Desk desk;
    IdCardStation station(std::make_unique<DeskReader>(desk), Fast);
    QSignalSpy read(&station, &IdCardStation::cardRead);
    QSignalSpy failed(&station, &IdCardStation::failed);
    station.startWatching();
    QTRY_COMPARE(station.state().health, DeviceHealth::Ready);
    desk.breakWith(deviceUnplugged(u"/dev/x"_s));
    QTRY_COMPARE(station.state().health, DeviceHealth::Fault);
    QCOMPARE(station.state().reason->code, u"device.unplugged"_s);
    QTRY_COMPARE(failed.size(), 1);
    QTest::qWait(120);
    QCOMPARE(failed.size(), 1);
    desk.breakWith({});
    QTRY_COMPARE(station.state().health, DeviceHealth::Ready);
    QCOMPARE(desk.opened, 2);
    desk.lay(demo(u"wang-guilan"_s));
    QTRY_COMPARE(read.size(), 1);
}

void TestIdCardStation::stopWatching_cardLaid_isNotRead()
{
    Desk desk;
    IdCardStation station(std::make_unique<DeskReader>(desk), Fast);
    QSignalSpy read(&station, &IdCardStation::cardRead);
    station.startWatching();
    QVERIFY(station.isWatching());
    station.stopWatching();
    QTRY_COMPARE(station.state().health, DeviceHealth::Ready);
    desk.lay(demo(u"wang-guilan"_s));
    QTest::qWait(80);
    QCOMPARE(read.size(), 0);
}

void TestIdCardStation::readNow_cardThatWasRead_isReadAgain()
{
    Desk desk;
    desk.shy = true;
    desk.card = demo(u"wang-guilan"_s);
    IdCardStation station(std::make_unique<DeskReader>(desk), Fast);
    QSignalSpy read(&station, &IdCardStation::cardRead);
    station.readNow();
    QTRY_COMPARE(read.size(), 1);
    station.readNow();
    QTRY_COMPARE(read.size(), 2);
}

void TestIdCardStation::readNow_nothingThere_answersNoCard()
{
    Desk desk;
    IdCardStation station(std::make_unique<DeskReader>(desk), Fast);
    QSignalSpy failed(&station, &IdCardStation::failed);
    station.readNow();
    station.readNow();
    QTRY_COMPARE(failed.size(), 2); // who asks gets an answer every time
    QCOMPARE(failed.last().first().value<Error>().code, u"idcard.no-card"_s);
}

void TestIdCardStation::station_notConfigured_saysSo()
{
    IdCardStation station(std::unique_ptr<IdCardReader>{});
    QCOMPARE(station.state().health, DeviceHealth::NotConfigured);
    QSignalSpy failed(&station, &IdCardStation::failed);
    station.startWatching();
    station.readNow();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, u"device.not-configured"_s);
}

void TestIdCardStation::station_wrongUri_showsFault()
{
    IdCardStation station(fail(deviceDriverUnknown(u"twain"_s)));
    QCOMPARE(station.state().health, DeviceHealth::Fault);
    QSignalSpy failed(&station, &IdCardStation::failed);
    station.readNow();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, u"device.driver-unknown"_s);
}

void TestIdCardStation::destroy_whileReaderIsSlow_isQuick()
{
    Desk desk;
    desk.delay = std::chrono::seconds(30);
    desk.card = demo(u"wang-guilan"_s);
    test::FairTimer timer;
    {
        IdCardStation station(std::make_unique<DeskReader>(desk), Fast);
        station.startWatching();
        station.readNow();
        QTRY_COMPARE(station.state().health, DeviceHealth::Ready);
        timer.start();
    }
    QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestIdCardStation)
#include "test_id_card_station.moc"

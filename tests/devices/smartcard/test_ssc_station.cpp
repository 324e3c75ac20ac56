#include "Cards.h"
#include "devices/smartcard/SmartCardDrivers.h"
#include "devices/smartcard/SscStation.h"
#include "modules/codes/SscCryptogram.h"
#include "tests/support/base/FairTimer.h"

#include <QSignalSpy>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

namespace {

constexpr SscTiming Quick{10, 20, 20'000};

QJsonObject step(const QString& verb, const QJsonValue& value = true, const QString& reader = {})
{
    QJsonObject object{{verb, value}};
    if (!reader.isEmpty())
        object.insert("reader"_L1, reader);
    return object;
}

QJsonObject scriptOf(const QJsonArray& steps, const QStringList& readers = {})
{
    const auto neighbour =
        test::cardOf(u"2.00"_s, {{"card_id"_L1, "210600D156000005000000000000B002"_L1}, {"card_no"_L1, "D07654321"_L1},
                                    {"ssn"_L1, "210602195810010110"_L1}, {"name"_L1, u"李建国"_s}, {"sex_code"_L1, 1},
                                    {"birth"_L1, "1958-10-01"_L1}});
    const QJsonObject cards{{"wang"_L1, test::cardOf(u"2.00"_s)}, {"li"_L1, neighbour},
        {"new"_L1, test::cardOf(u"3.00"_s)}, {"door"_L1, QJsonObject{{"other"_L1, true}}},
        {"turned"_L1, QJsonObject{{"mute"_L1, true}}}, {"dead"_L1, test::cardOf(u"2.00"_s, {{"silent"_L1, true}})}};
    QJsonObject script{{"cards"_L1, cards}, {"steps"_L1, steps}};
    if (!readers.isEmpty())
        script.insert("readers"_L1, QJsonArray::fromStringList(readers));
    return script;
}

} // namespace

// Cards that come and go, readers that come and go, a service that comes and goes.
class TestSscStation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void watch_cardPutIn_isReadOnceAndItsRemovalTold();
    void watch_cardsExchanged_areTwoPeople();
    void watch_cardPulledWhileRead_givesNothing();
    void watch_securityModuleInASlot_isLeftAlone();
    void watch_turnedCard_isToldOnce();
    void watch_readerPluggedOutAndIn_turnsGreenByItself();
    void watch_serviceRestarted_turnsGreenByItself();
    void watch_namedReaderMissing_saysWhich();
    void readNow_nothingThere_saysSo();
    void readNow_silentCard_endsAndIsTold();
    void proof_hubAnswers_personIsTold();
    void proof_otherCardMeanwhile_isRefused();
    void commands_noReaderConfigured_areAnswered_data();
    void commands_noReaderConfigured_areAnswered();
    void station_destroyedWhileACardIsSilent_endsSoon();
    void pin_wrong_tellsTheTriesLeft();
    void pin_serviceGone_isAnsweredThoughTheLightTellsIt();

private:
    std::unique_ptr<SscStation> station(
        const QJsonArray& steps, const QStringList& readers = {}, const QString& reader = {})
    {
        return std::make_unique<SscStation>(test::simulatedReader(scriptOf(steps, readers), m_clock, reader), Quick);
    }

    SystemClock m_clock;
};

void TestSscStation::watch_cardPutIn_isReadOnceAndItsRemovalTold()
{
    const auto watched = station({step(u"wait"_s, 60), step(u"insert"_s, u"wang"_s), step(u"wait"_s, 150),
        step(u"remove"_s), step(u"wait"_s, 60), step(u"insert"_s, u"wang"_s)});
    QStringList told;
    connect(watched.get(), &SscStation::cardRead, this, [&told](const SscCard& card) { told.append(card.name); });
    connect(watched.get(), &SscStation::cardRemoved, this, [&told] { told.append(u"gone"_s); });
    QSignalSpy failed(watched.get(), &SscStation::failed);
    watched->startWatching();
    const QStringList wanted{u"王桂兰"_s, u"gone"_s, u"王桂兰"_s};
    QTRY_COMPARE(told, wanted);
    QCOMPARE(failed.count(), 0);
    QCOMPARE(watched->state(), DeviceState::ready());
}

void TestSscStation::watch_cardsExchanged_areTwoPeople()
{
    const auto watched = station({step(u"insert"_s, u"wang"_s), step(u"wait"_s, 200), step(u"insert"_s, u"li"_s)});
    QStringList told;
    connect(watched.get(), &SscStation::cardRead, this,
        [&told](const SscCard& card) { told.append(card.name + card.ssn); });
    connect(watched.get(), &SscStation::cardRemoved, this, [&told] { told.append(u"gone"_s); });
    watched->startWatching();
    const QStringList wanted{u"王桂兰210603196603120027"_s, u"gone"_s, u"李建国210602195810010110"_s};
    QTRY_COMPARE(told, wanted);
}

// Slow enough that the exchange happens between two records: nothing of either card may come out of that reading.
void TestSscStation::watch_cardPulledWhileRead_givesNothing()
{
    const auto watched = station({step(u"delay"_s, 20), step(u"insert"_s, u"wang"_s), step(u"wait"_s, 150),
        step(u"insert"_s, u"li"_s), step(u"delay"_s, 0)});
    QStringList told;
    connect(watched.get(), &SscStation::cardRead, this,
        [&told](const SscCard& card) { told.append(card.name + card.ssn); });
    watched->startWatching();
    QTRY_COMPARE(told, QStringList{u"李建国210602195810010110"_s});
    QTest::qWait(100);
    QCOMPARE(told.size(), 1);
}

void TestSscStation::watch_securityModuleInASlot_isLeftAlone()
{
    const QString left = u"Left 00 00"_s;
    const QString right = u"Right 00 00"_s;
    const auto watched =
        station({step(u"insert"_s, u"door"_s, left), step(u"wait"_s, 100), step(u"insert"_s, u"wang"_s, right),
                    step(u"wait"_s, 200), step(u"remove"_s, true, right)},
            {left, right});
    QSignalSpy read(watched.get(), &SscStation::cardRead);
    QSignalSpy removed(watched.get(), &SscStation::cardRemoved);
    QSignalSpy failed(watched.get(), &SscStation::failed);
    watched->startWatching();
    QTRY_COMPARE(read.count(), 1);
    QCOMPARE(read.at(0).at(0).value<SscCard>().reader, right);
    QTRY_COMPARE(removed.count(), 1);
    QCOMPARE(failed.count(), 1); // the module itself, once
    QCOMPARE(failed.at(0).at(0).value<Error>().code, u"smartcard.not-social-security"_s);
}

void TestSscStation::watch_turnedCard_isToldOnce()
{
    const auto watched = station({step(u"insert"_s, u"turned"_s)});
    QSignalSpy failed(watched.get(), &SscStation::failed);
    watched->startWatching();
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.at(0).at(0).value<Error>().code, u"smartcard.mute"_s);
    QTest::qWait(100);
    QCOMPARE(failed.count(), 1);
}

void TestSscStation::watch_readerPluggedOutAndIn_turnsGreenByItself()
{
    const auto watched = station({step(u"insert"_s, u"wang"_s), step(u"wait"_s, 100), step(u"unplug"_s),
        step(u"wait"_s, 150), step(u"plug"_s), step(u"wait"_s, 50), step(u"insert"_s, u"li"_s)});
    QStringList states;
    connect(watched.get(), &SscStation::stateChanged, this, [&states](const DeviceState& state) {
        states.append(state.reason ? state.reason->code : healthName(state.health));
    });
    QSignalSpy read(watched.get(), &SscStation::cardRead);
    watched->startWatching();
    QTRY_COMPARE(read.count(), 2);
    const QStringList wanted{u"ready"_s, u"smartcard.no-reader"_s, u"ready"_s};
    QCOMPARE(states, wanted);
}

void TestSscStation::watch_serviceRestarted_turnsGreenByItself()
{
    const auto watched = station(
        {step(u"service"_s, false), step(u"wait"_s, 100), step(u"service"_s, true), step(u"insert"_s, u"wang"_s),
            step(u"wait"_s, 100), step(u"service"_s, false), step(u"wait"_s, 100), step(u"service"_s, true)});
    QStringList states;
    connect(watched.get(), &SscStation::stateChanged, this, [&states](const DeviceState& state) {
        states.append(state.reason ? state.reason->code : healthName(state.health));
    });
    QSignalSpy failed(watched.get(), &SscStation::failed);
    QSignalSpy read(watched.get(), &SscStation::cardRead);
    watched->startWatching();
    const QStringList wanted{u"smartcard.service"_s, u"ready"_s, u"smartcard.service"_s, u"ready"_s};
    QTRY_COMPARE(states, wanted);
    QTRY_COMPARE(read.count(), 2); // the card is still there: its holder is told anew
    QCOMPARE(failed.count(), 2);
}

void TestSscStation::watch_namedReaderMissing_saysWhich()
{
    const auto watched = station({}, {u"Left"_s}, u"Right"_s);
    QTRY_COMPARE(watched->state().health, DeviceHealth::Fault);
    QCOMPARE(watched->state().reason->code, u"smartcard.reader-missing"_s);
    QCOMPARE(watched->state().reason->fields.value("reader"_L1).toString(), u"Right"_s);
}

void TestSscStation::readNow_nothingThere_saysSo()
{
    const auto watched = station({});
    QSignalSpy failed(watched.get(), &SscStation::failed);
    watched->readNow();
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.at(0).at(0).value<Error>().code, u"smartcard.no-card"_s);
    QCOMPARE(watched->state(), DeviceState::ready());
}

void TestSscStation::readNow_silentCard_endsAndIsTold()
{
    const auto watched = station({step(u"insert"_s, u"dead"_s)});
    QSignalSpy failed(watched.get(), &SscStation::failed);
    watched->readNow();
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 8000);
    QCOMPARE(failed.at(0).at(0).value<Error>().code, u"smartcard.silent"_s);
}

void TestSscStation::proof_hubAnswers_personIsTold()
{
    const auto watched = station({step(u"insert"_s, u"new"_s)});
    const auto key = QByteArray::fromHex("00112233445566778899AABBCCDDEEFF");
    QList<SscCard> cards;
    connect(watched.get(), &SscStation::cardRead, this, [&](const SscCard& card) {
        cards.append(card);
        if (card.needsAuthentication)
            watched->askForChallenge();
    });
    connect(watched.get(), &SscStation::challenged, this, [&](const CardChallenge& asked) {
        watched->takeProof({codes::sscCryptogram(key, asked.cardId, asked.internalFactor, asked.internalSource),
            codes::sscCryptogram(key, asked.cardId, asked.externalFactor, asked.externalSource)});
    });
    watched->startWatching();
    QTRY_COMPARE(cards.size(), 2);
    QVERIFY(cards.at(0).name.isEmpty());
    QCOMPARE(cards.at(1).name, u"王桂兰"_s);
}

void TestSscStation::proof_otherCardMeanwhile_isRefused()
{
    const auto watched = station({step(u"insert"_s, u"new"_s), step(u"wait"_s, 300), step(u"insert"_s, u"li"_s)});
    QSignalSpy challenged(watched.get(), &SscStation::challenged);
    QSignalSpy read(watched.get(), &SscStation::cardRead);
    QSignalSpy failed(watched.get(), &SscStation::failed);
    watched->startWatching();
    QTRY_COMPARE(read.count(), 1);
    watched->askForChallenge();
    QTRY_COMPARE(challenged.count(), 1);
    QTRY_COMPARE(read.count(), 2);
    QCOMPARE(read.at(1).at(0).value<SscCard>().name, u"李建国"_s);
    watched->takeProof({QByteArray(8, 'x'), QByteArray(16, 'y')});
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.at(0).at(0).value<Error>().code, u"smartcard.exchanged"_s);
}

void TestSscStation::commands_noReaderConfigured_areAnswered_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<QString>("code");
    QTest::addColumn<DeviceHealth>("health");
    QTest::addRow("none") << QString() << u"device.not-configured"_s << DeviceHealth::NotConfigured;
    QTest::addRow("wrong driver") << u"ga450:serial:/dev/x"_s << u"device.driver-unknown"_s << DeviceHealth::Fault;
}

void TestSscStation::commands_noReaderConfigured_areAnswered()
{
    QFETCH(QString, uri);
    SscStation none(smartCardDrivers(m_clock).make(uri));
    QSignalSpy failed(&none, &SscStation::failed);
    none.startWatching();
    none.readNow();
    QTRY_COMPARE(failed.count(), 1);
    QTEST(failed.at(0).at(0).value<Error>().code, "code");
    QTEST(none.state().health, "health");
}

void TestSscStation::station_destroyedWhileACardIsSilent_endsSoon()
{
    auto watched = station({step(u"insert"_s, u"dead"_s)});
    watched->readNow();
    QTest::qWait(50);
    test::FairTimer timer;
    timer.start();
    watched.reset();
    QVERIFY(timer.elapsed() < 1000);
}

void TestSscStation::pin_wrong_tellsTheTriesLeft()
{
    const auto watched = station({step(u"insert"_s, u"wang"_s)});
    QSignalSpy failed(watched.get(), &SscStation::failed);
    QSignalSpy accepted(watched.get(), &SscStation::pinAccepted);
    QSignalSpy number(watched.get(), &SscStation::bankCardRead);
    watched->readNow();
    watched->verifyPin(*Pin::fromText(u"111111"));
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.at(0).at(0).value<Error>().fields.value("tries"_L1).toInt(), 2);
    watched->changePin(*Pin::fromText(u"123456"), *Pin::fromText(u"222222"));
    watched->verifyPin(*Pin::fromText(u"222222"));
    watched->readBankCardNumber();
    QTRY_COMPARE(number.count(), 1);
    QCOMPARE(accepted.count(), 2);
    QCOMPARE(failed.count(), 1);
}

void TestSscStation::pin_serviceGone_isAnsweredThoughTheLightTellsIt()
{
    const auto watched = station({step(u"insert"_s, u"wang"_s), step(u"wait"_s, 200), step(u"service"_s, false)});
    QSignalSpy read(watched.get(), &SscStation::cardRead);
    QSignalSpy failed(watched.get(), &SscStation::failed);
    watched->startWatching();
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(read.count(), 1);
    QCOMPARE(watched->state().health, DeviceHealth::Fault);
    watched->verifyPin(*Pin::fromText(u"123456"));
    QTRY_COMPARE(failed.count(), 2);
    watched->changePin(*Pin::fromText(u"123456"), *Pin::fromText(u"222222"));
    QTRY_COMPARE(failed.count(), 3);
    for (const auto& answer : std::as_const(failed))
        QCOMPARE(answer.at(0).value<Error>().code, u"smartcard.service"_s);
}

QTEST_GUILESS_MAIN(TestSscStation)
#include "test_ssc_station.moc"

#include "Cards.h"
#include "tests/support/base/FakeClock.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

// What the simulated card cannot be asked by a script: proofs that are wrong, keys of elsewhere, PINs. What real and
// simulated readers have in common is tried in test_card_contract.
class TestSscApplication : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void challenge_wrongProof_isRefused_data();
    void challenge_wrongProof_isRefused();
    void challenge_everyTime_isAnother();
    void proof_withoutAChallenge_isRefused();
    void pin_text_isChecked_data();
    void pin_text_isChecked();
    void pin_packed_asVerifyTakesIt();
    void pin_moved_leavesNothingBehind();
    void script_mistakes_areNamed_data();
    void script_mistakes_areNamed();

private:
    test::FakeClock m_clock;
};

void TestSscApplication::challenge_wrongProof_isRefused_data()
{
    QTest::addColumn<bool>("internal"); // whether the answer of a genuine card is the right one
    QTest::addColumn<qsizetype>("length");
    QTest::addColumn<QString>("code");
    QTest::addRow("another card's answer") << false << qsizetype(16) << u"smartcard.not-genuine"_s;
    QTest::addRow("wrong key") << true << qsizetype(16) << u"smartcard.proof-refused"_s;
    QTest::addRow("too short") << true << qsizetype(8) << u"smartcard.not-genuine"_s;
    QTest::addRow("nothing") << true << qsizetype(0) << u"smartcard.not-genuine"_s;
}

void TestSscApplication::challenge_wrongProof_isRefused()
{
    QFETCH(bool, internal);
    QFETCH(qsizetype, length);
    const auto reader = test::readerWith(test::cardOf(u"3.00"_s), m_clock);
    QVERIFY(reader->read({}));
    const auto challenge = reader->challenge({});
    QVERIFY(challenge);
    const auto card =
        reader->readWithProof({internal ? challenge->internalAnswer : QByteArray(8, 'x'), QByteArray(length, 'y')}, {});
    QVERIFY(!card);
    QTEST(card.error().code, "code");
    // The card is not spoilt by it: what it gives freely can be read again.
    QVERIFY(reader->read({})->needsAuthentication);
}

void TestSscApplication::challenge_everyTime_isAnother()
{
    const auto reader = test::readerWith(test::cardOf(u"3.00"_s), m_clock);
    QVERIFY(reader->read({}));
    const auto one = reader->challenge({});
    const auto two = reader->challenge({});
    QVERIFY(one && two);
    QVERIFY(one->externalSource != two->externalSource);
    QVERIFY(one->internalAnswer != two->internalAnswer);
    QCOMPARE(one->algorithm, quint8(0x03));
    QCOMPARE(one->cardId.toHex(), "210600d156000005000000000000b001"_ba);
}

void TestSscApplication::proof_withoutAChallenge_isRefused()
{
    const auto reader = test::readerWith(test::cardOf(u"3.00"_s), m_clock);
    QVERIFY(reader->read({}));
    QCOMPARE(
        reader->readWithProof({QByteArray(8, 'x'), QByteArray(16, 'y')}, {}).error().code, u"smartcard.exchanged"_s);
    QVERIFY(reader->challenge({}));
    reader->letGo();
    QCOMPARE(
        reader->readWithProof({QByteArray(8, 'x'), QByteArray(16, 'y')}, {}).error().code, u"smartcard.exchanged"_s);
}

void TestSscApplication::pin_text_isChecked_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    QTest::addRow("six") << u"123456"_s << true;
    QTest::addRow("four") << u"0000"_s << true;
    QTest::addRow("twelve") << u"123456789012"_s << true;
    QTest::addRow("three") << u"123"_s << false;
    QTest::addRow("thirteen") << u"1234567890123"_s << false;
    QTest::addRow("a letter") << u"12345a"_s << false;
    QTest::addRow("wide digits") << u"１２３４５６"_s << false;
    QTest::addRow("nothing") << QString() << false;
}

void TestSscApplication::pin_text_isChecked()
{
    QFETCH(QString, text);
    QFETCH(bool, good);
    const auto pin = Pin::fromText(text);
    QCOMPARE(pin.has_value(), good);
    if (!good)
        QCOMPARE(pin.error().code, u"smartcard.pin-format"_s);
}

void TestSscApplication::pin_packed_asVerifyTakesIt()
{
    QCOMPARE(Pin::fromText(u"123456")->packed().toHex(), "123456"_ba);
    QCOMPARE(Pin::fromText(u"12345")->packed().toHex(), "12345f"_ba);
}

void TestSscApplication::pin_moved_leavesNothingBehind()
{
    auto pin = *Pin::fromText(u"123456");
    const Pin other = std::move(pin);
    QVERIFY(pin.packed().isEmpty()); // NOLINT: what is left behind is the point
    QCOMPARE(other.packed().toHex(), "123456"_ba);
}

void TestSscApplication::script_mistakes_areNamed_data()
{
    QTest::addColumn<QJsonObject>("script");
    const auto with = [](const QJsonObject& more) {
        return QJsonObject{{"cards"_L1, QJsonObject{{"card"_L1, test::cardOf(u"2.00"_s, more)}}}};
    };
    QTest::addRow("id of another length") << with({{"card_id"_L1, "2106"_L1}});
    QTest::addRow("no number") << with({{"ssn"_L1, QJsonValue()}});
    QTest::addRow("no such birth") << with({{"birth"_L1, "1966-02-31"_L1}});
    QTest::addRow("too many tries") << with({{"tries"_L1, 16}});
    QTest::addRow("3.0 without a key") << with({{"spec_version"_L1, "3.00"_L1}, {"readers_key"_L1, QString()}});
    QTest::addRow("unknown card in a step")
        << QJsonObject{{"steps"_L1, QJsonArray{QJsonObject{{"insert"_L1, "nobody"_L1}}}}};
    QTest::addRow("unknown reader in a step")
        << QJsonObject{{"steps"_L1, QJsonArray{QJsonObject{{"remove"_L1, true}, {"reader"_L1, "left"_L1}}}}};
    QTest::addRow("unknown word") << QJsonObject{{"steps"_L1, QJsonArray{QJsonObject{{"jump"_L1, 1}}}}};
    QTest::addRow("unknown card on read") << QJsonObject{{"onRead"_L1, QJsonArray{"nobody"_L1}}};
}

void TestSscApplication::script_mistakes_areNamed()
{
    QFETCH(QJsonObject, script);
    const auto read = readSmartCardScript(script, u"cards.json"_s);
    QVERIFY(!read);
    QCOMPARE(read.error().code, u"device.script"_s);
    QCOMPARE(read.error().fields.value("file"_L1).toString(), u"cards.json"_s);
}

QTEST_GUILESS_MAIN(TestSscApplication)
#include "test_ssc_application.moc"

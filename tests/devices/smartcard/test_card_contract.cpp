#include "Cards.h"
#include "devices/smartcard/SmartCardDrivers.h"
#include "devices/smartcard/SscJson.h"
#include "modules/codes/SscCryptogram.h"
#include "tests/support/base/FakeClock.h"
#include "tests/support/devices/CardService.h"

#include <QtTest>

#include <unistd.h>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

namespace {

// A reader with a card in it, wherever both come from.
class Table
{
public:
    virtual ~Table() = default;
    virtual std::unique_ptr<SscReader> readerWith(const QJsonObject& card) = 0;
};

class SimulatedTable final : public Table
{
public:
    std::unique_ptr<SscReader> readerWith(const QJsonObject& card) override { return test::readerWith(card, m_clock); }

private:
    test::FakeClock m_clock;
};

// The card as the double beside pcscd is told it.
QJsonObject forDouble(const QJsonObject& card)
{
    const auto plain = [&card](QLatin1StringView name) { return card.value(name).toString().remove(u'-'); };
    QJsonObject told{{"spec"_L1, card.value("spec_version"_L1)}, {"ssn"_L1, card.value("ssn"_L1)},
        {"name"_L1, card.value("name"_L1)}, {"sex"_L1, QString::number(card.value("sex_code"_L1).toInt())},
        {"ethnicity"_L1, QString::number(card.value("ethnicity_code"_L1).toInt()).rightJustified(2, u'0')},
        {"birth"_L1, plain("birth"_L1)}, {"card_no"_L1, card.value("card_no"_L1)},
        {"card_id"_L1, card.value("card_id"_L1)}, {"issued"_L1, plain("issued"_L1)},
        {"expires"_L1, plain("expires"_L1)}, {"pin"_L1, card.value("pin"_L1)},
        {"bank"_L1, card.value("bank_card_no"_L1)}, {"key"_L1, card.value("readers_key"_L1)}};
    const QList<QPair<QString, QString>> words{
        {u"strict_lengths"_s, u"strict"_s}, {u"numbers_only"_s, u"numbers_only"_s}, {u"other"_s, u"other"_s}};
    for (const auto& [ours, theirs] : words)
        told.insert(theirs, card.value(ours).toBool());
    return told;
}

class PcscTable final : public Table
{
public:
    PcscTable()
    {
        if (!m_service.start())
            qFatal("pcscd does not start");
        m_double =
            std::make_unique<test::PythonDouble>(u"virtual_card.py"_s, QStringList{QString::number(m_service.port())});
    }

    std::unique_ptr<SscReader> readerWith(const QJsonObject& card) override
    {
        m_double->obey({{"remove"_L1, true}});
        auto reader = smartCardDrivers(m_clock).make(u"pcsc:"_s).value();
        if (!reader->open({}) || !await(*reader, false) || !m_double->obey({{"insert"_L1, forDouble(card)}}) ||
            !await(*reader, true))
            qFatal("the virtual reader takes a card");
        return reader;
    }

private:
    static bool await(SscReader& reader, bool card)
    {
        return QTest::qWaitFor([&] {
            const auto presence = reader.look({});
            return presence && presence->hasCard == card;
        });
    }

    test::FakeClock m_clock;
    test::CardService m_service;
    std::unique_ptr<test::PythonDouble> m_double;
};

CardProof proofFor(const CardChallenge& challenge, const QJsonObject& card)
{
    const auto key = QByteArray::fromHex(card.value("readers_key"_L1).toString().toLatin1());
    return {codes::sscCryptogram(key, challenge.cardId, challenge.internalFactor, challenge.internalSource),
        codes::sscCryptogram(key, challenge.cardId, challenge.externalFactor, challenge.externalSource)};
}

} // namespace

// What a reader of social security cards promises, tried on the simulator and on pcscd with a virtual reader whose card
// is another program. Needs root for a card service of its own.
class TestCardContract : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void read_card_saysEverything_data();
    void read_card_saysEverything();
    void read_newestCard_tellsThePersonAfterItsProof_data();
    void read_newestCard_tellsThePersonAfterItsProof();
    void read_otherCard_isToldSoOnce_data();
    void read_otherCard_isToldSoOnce();
    void read_contradiction_isRefused_data();
    void read_contradiction_isRefused();
    void pin_tries_areCounted_data();
    void pin_tries_areCounted();
    void pin_changed_isTheNewOne_data();
    void pin_changed_isTheNewOne();
    void bankCard_number_isRead_data();
    void bankCard_number_isRead();

private:
    void stacks();
    Table& table();

    std::unique_ptr<Table> m_simulated;
    std::unique_ptr<Table> m_real;
};

void TestCardContract::initTestCase()
{
    if (::geteuid() != 0)
        QSKIP("A card service of the test's own can be started by root only");
    m_simulated = std::make_unique<SimulatedTable>();
    m_real = std::make_unique<PcscTable>();
}

void TestCardContract::stacks()
{
    QTest::addColumn<bool>("real");
    QTest::addRow("simulator") << false;
    QTest::addRow("pcscd") << true;
}

Table& TestCardContract::table()
{
    QFETCH(bool, real);
    return real ? *m_real : *m_simulated;
}

void TestCardContract::read_card_saysEverything_data()
{
    QTest::addColumn<bool>("real");
    QTest::addColumn<QJsonObject>("card");
    for (const bool real : {false, true}) {
        const auto row = [real](const char* name, const QJsonObject& card) {
            QTest::addRow("%s: %s", real ? "pcscd" : "simulator", name) << real << card;
        };
        row("1.0", test::cardOf(u"1.00"_s));
        row("2.0", test::cardOf(u"2.00"_s));
        row("2.0 by record numbers", test::cardOf(u"2.00"_s, {{"numbers_only"_L1, true}}));
        row("1.0 by record numbers", test::cardOf(u"1.00"_s, {{"numbers_only"_L1, true}}));
        row("lengths corrected", test::cardOf(u"2.00"_s, {{"strict_lengths"_L1, true}}));
        row("long name", test::cardOf(u"2.00"_s, {{"name"_L1, u"阿卜杜热合曼·买买提依明江·库尔班江"_s}}));
        row("rare character", test::cardOf(u"2.00"_s, {{"name"_L1, u"王𠮷㛃"_s}}));
    }
}

void TestCardContract::read_card_saysEverything()
{
    QFETCH(QJsonObject, card);
    const auto reader = table().readerWith(card);
    const auto read = reader->read({});
    QVERIFY2(read, read ? "" : qPrintable(logLine(read.error())));
    const auto json = toJson(*read);
    const QStringList same{u"spec_version"_s, u"card_id"_s, u"card_no"_s, u"issued"_s, u"expires"_s, u"ssn"_s,
        u"name"_s, u"sex_code"_s, u"ethnicity_code"_s, u"birth_place"_s, u"birth"_s};
    for (const auto& name : same)
        QCOMPARE(json.value(name), card.value(name));
    QVERIFY(!read->needsAuthentication);
    QVERIFY(!read->atr.isEmpty());
    QVERIFY2(reader->lastCommands() <= 45, qPrintable(QString::number(reader->lastCommands())));
}

void TestCardContract::read_newestCard_tellsThePersonAfterItsProof_data()
{
    stacks();
}

void TestCardContract::read_newestCard_tellsThePersonAfterItsProof()
{
    const auto card = test::cardOf(u"3.00"_s);
    const auto reader = table().readerWith(card);
    const auto before = reader->read({});
    QVERIFY(before);
    QVERIFY(before->needsAuthentication);
    QVERIFY(!before->tellsPerson());
    QVERIFY(before->name.isEmpty());
    QCOMPARE(before->cardNo, u"D01234567"_s);
    const auto challenge = reader->challenge({});
    QVERIFY2(challenge, challenge ? "" : qPrintable(logLine(challenge.error())));
    const auto after = reader->readWithProof(proofFor(*challenge, card), {});
    QVERIFY2(after, after ? "" : qPrintable(logLine(after.error())));
    QVERIFY(!after->needsAuthentication);
    QCOMPARE(after->name, u"王桂兰"_s);
    QCOMPARE(after->ssn, card.value("ssn"_L1).toString());
    QCOMPARE(after->expires, QDate(2030, 3, 15));
}

void TestCardContract::read_otherCard_isToldSoOnce_data()
{
    stacks();
}

void TestCardContract::read_otherCard_isToldSoOnce()
{
    const auto reader = table().readerWith({{"other"_L1, true}});
    QCOMPARE(reader->read({}).error().code, u"smartcard.not-social-security"_s);
    QVERIFY(!reader->look({})->hasCard); // it is left alone from now on
    QCOMPARE(reader->read({}).error().code, u"smartcard.not-social-security"_s);
}

void TestCardContract::read_contradiction_isRefused_data()
{
    QTest::addColumn<bool>("real");
    QTest::addColumn<QJsonObject>("wrong");
    QTest::addColumn<QString>("code");
    for (const bool real : {false, true}) {
        const auto row = [real](const char* name, const QJsonObject& wrong, const QString& code) {
            QTest::addRow("%s: %s", real ? "pcscd" : "simulator", name) << real << wrong << code;
        };
        row("check digit", {{"ssn"_L1, "210603196603120028"_L1}}, u"smartcard.check-digit"_s);
        row("birth", {{"birth"_L1, "1966-03-21"_L1}}, u"smartcard.birth-mismatch"_s);
        row("sex", {{"sex_code"_L1, 1}}, u"smartcard.sex-mismatch"_s);
    }
}

void TestCardContract::read_contradiction_isRefused()
{
    QFETCH(QJsonObject, wrong);
    const auto reader = table().readerWith(test::cardOf(u"2.00"_s, wrong));
    QTEST(reader->read({}).error().code, "code");
}

void TestCardContract::pin_tries_areCounted_data()
{
    stacks();
}

void TestCardContract::pin_tries_areCounted()
{
    const auto reader = table().readerWith(test::cardOf(u"2.00"_s));
    QVERIFY(reader->read({}));
    const auto right = *Pin::fromText(u"123456");
    const auto wrong = *Pin::fromText(u"654321");
    QCOMPARE(reader->verifyPin(wrong, {}).error().fields.value("tries"_L1).toInt(), 2);
    QVERIFY(reader->verifyPin(right, {})); // and all tries are there again
    for (const int left : {2, 1}) {
        const auto done = reader->verifyPin(wrong, {});
        QCOMPARE(done.error().code, u"smartcard.pin-wrong"_s);
        QCOMPARE(done.error().fields.value("tries"_L1).toInt(), left);
    }
    QCOMPARE(reader->verifyPin(wrong, {}).error().code, u"smartcard.pin-blocked"_s);
    QCOMPARE(reader->verifyPin(right, {}).error().code, u"smartcard.pin-blocked"_s);
}

void TestCardContract::pin_changed_isTheNewOne_data()
{
    stacks();
}

void TestCardContract::pin_changed_isTheNewOne()
{
    const auto reader = table().readerWith(test::cardOf(u"2.00"_s));
    QVERIFY(reader->read({}));
    const auto before = *Pin::fromText(u"123456");
    const auto after = *Pin::fromText(u"8642");
    QCOMPARE(reader->changePin(after, before, {}).error().code, u"smartcard.pin-wrong"_s);
    QVERIFY(reader->changePin(before, after, {}));
    QVERIFY(reader->verifyPin(after, {}));
    QCOMPARE(reader->verifyPin(before, {}).error().code, u"smartcard.pin-wrong"_s);
}

void TestCardContract::bankCard_number_isRead_data()
{
    stacks();
}

void TestCardContract::bankCard_number_isRead()
{
    const auto reader = table().readerWith(test::cardOf(u"2.00"_s));
    QVERIFY(reader->read({}));
    QCOMPARE(reader->bankCardNumber({}), u"6217000000000010017"_s);
    const auto without = table().readerWith(test::cardOf(u"2.00"_s, {{"bank_card_no"_L1, QString()}}));
    QVERIFY(without->read({}));
    QCOMPARE(without->bankCardNumber({}).error().code, u"smartcard.no-bank-application"_s);
}

QTEST_GUILESS_MAIN(TestCardContract)
#include "test_card_contract.moc"

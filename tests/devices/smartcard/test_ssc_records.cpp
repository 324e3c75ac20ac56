#include "devices/smartcard/SscJson.h"
#include "devices/smartcard/SscRecords.h"
#include "modules/base/Sm4.h"
#include "modules/codes/SscCryptogram.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

namespace {

const SscRecord& recordOf(int tag)
{
    for (const auto& records : {cardRecords(), personRecords()}) {
        for (const auto& record : records) {
            if (record.tag == tag)
                return record;
        }
    }
    qFatal("no such record");
}

SscCard person()
{
    SscCard card;
    card.ssn = u"210603196603120027"_s;
    card.name = u"王桂兰"_s;
    card.sexCode = u"2"_s;
    card.birth = QDate(1966, 3, 12);
    return card;
}

} // namespace

// What the records of a card mean, byte for byte.
class TestSscRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void take_goodRecord_fillsItsField_data();
    void take_goodRecord_fillsItsField();
    void take_brokenRecord_namesTheField_data();
    void take_brokenRecord_namesTheField();
    void take_nameAndExtension_areOneName();
    void check_person_data();
    void check_person();
    void json_card_saysWhatIsPromised();
    void sm4_standardExample_isMet();
    void cryptogram_everyInput_matters();
};

void TestSscRecords::take_goodRecord_fillsItsField_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char* name, const char* hex, const QString& field, const QJsonValue& value) {
        QTest::addRow("%s", name) << QByteArray::fromHex(hex) << field << value;
    };
    row("card id", "0110330300D15600000599110145FFFFFFFF0001", u"card_id"_s, u"330300D15600000599110145FFFFFFFF"_s);
    QTest::addRow("class") << "\x02\x01"
                              "1"_ba
                           << u"card_class"_s << QJsonValue(u"1"_s);
    QTest::addRow("version") << "\x03\x04"
                                "3.00"_ba
                             << u"spec_version"_s << QJsonValue(u"3.00"_s);
    row("institution", "040C0102030405060708090A0B0C", u"institution"_s, u"0102030405060708090A0B0C"_s);
    row("issued", "050420200315", u"issued"_s, u"2020-03-15"_s);
    row("expires", "060420300315", u"expires"_s, u"2030-03-15"_s);
    row("no expiry", "0604FFFFFFFF", u"expires"_s, QJsonValue());
    row("expiry of zeros", "060400000000", u"expires"_s, QJsonValue());
    QTest::addRow("card number") << "\x07\x09"
                                    "D01234567"_ba
                                 << u"card_no"_s << QJsonValue(u"D01234567"_s);
    QTest::addRow("number with a small x") << "\x08\x12"
                                              "21060319660312002x"_ba
                                           << u"ssn"_s << QJsonValue(u"21060319660312002X"_s);
    row("name", "091ECDF5B9F0C0BC000000000000000000000000000000000000000000000000", u"name"_s, u"王桂兰"_s);
    row("name with a dot", "091EB0A2D2C0B9C5A1A4C2F2C2F2CCE1000000000000000000000000000000000000", u"name"_s,
        u"阿依古·买买提"_s);
    row("rare character of four bytes", "091ECDF59534B235000000000000000000000000000000000000000000000000", u"name"_s,
        u"王𠮷"_s);
    QTest::addRow("sex") << "\x0a\x01"
                            "2"_ba
                         << u"sex_code"_s << QJsonValue(2);
    row("ethnicity", "0B0111", u"ethnicity_code"_s, 11);
    row("birth place", "0C03210603", u"birth_place"_s, u"210603"_s);
    row("birth place of a province", "0C0321FFFF", u"birth_place"_s, u"21"_s);
    row("birth", "0D0419660312", u"birth"_s, u"1966-03-12"_s);
    row("longer than it should be", "0D05196603120000", u"birth"_s, u"1966-03-12"_s);
}

void TestSscRecords::take_goodRecord_fillsItsField()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, field);
    SscCard card;
    const auto done = takeRecord(recordOf(static_cast<quint8>(answer.at(0))), answer.first(2 + answer.at(1)), card);
    QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
    QTEST(toJson(card).value(field), "value");
}

void TestSscRecords::take_brokenRecord_namesTheField_data()
{
    QTest::addColumn<int>("tag");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("field");
    QTest::addRow("empty") << 0x08 << QByteArray() << u"ssn"_s;
    QTest::addRow("another tag") << 0x08 << QByteArray::fromHex("0904CDF5B9F0") << u"ssn"_s;
    QTest::addRow("shorter than it says") << 0x0d << QByteArray::fromHex("0D041966") << u"birth"_s;
    QTest::addRow("no value") << 0x0d << QByteArray::fromHex("0D00") << u"birth"_s;
    QTest::addRow("no such day") << 0x0d << QByteArray::fromHex("0D0419660231") << u"birth"_s;
    QTest::addRow("day of letters") << 0x05 << QByteArray::fromHex("05042020AB15") << u"issued"_s;
    QTest::addRow("half a character") << 0x09 << QByteArray::fromHex("0903CDF5B9") << u"name"_s;
    QTest::addRow("control character") << 0x09 << QByteArray::fromHex("0903CDF50A") << u"name"_s;
    QTest::addRow("number of bytes") << 0x08 << QByteArray::fromHex("0812FFD8FFE000104A464946000101000001000101")
                                     << u"ssn"_s;
    QTest::addRow("short card id") << 0x01 << QByteArray::fromHex("010431060000") << u"card_id"_s;
}

void TestSscRecords::take_brokenRecord_namesTheField()
{
    QFETCH(int, tag);
    QFETCH(QByteArray, answer);
    QFETCH(QString, field);
    SscCard card;
    const auto done = takeRecord(recordOf(tag), answer, card);
    QVERIFY(!done);
    QCOMPARE(done.error().code, u"smartcard.layout"_s);
    QCOMPARE(done.error().fields.value("field"_L1).toString(), field);
}

void TestSscRecords::take_nameAndExtension_areOneName()
{
    SscCard card;
    QVERIFY(takeRecord(recordOf(0x09), QByteArray::fromHex("0906B0A2CBFEA1A4"), card));
    QVERIFY(takeRecord(recordOf(0x4e), QByteArray::fromHex("4E14C2F2C2F2CCE10000000000000000000000000000"), card));
    QCOMPARE(card.name, u"阿塔·买买提"_s);
}

void TestSscRecords::check_person_data()
{
    QTest::addColumn<SscCard>("card");
    QTest::addColumn<QString>("code");
    QTest::addRow("agrees") << person() << QString();
    QTest::addRow("nothing told yet") << SscCard() << QString();
    auto card = person();
    card.ssn = u"210603196603120028"_s;
    QTest::addRow("check digit") << card << u"smartcard.check-digit"_s;
    card = person();
    card.ssn.chop(3);
    QTest::addRow("fifteen digits") << card << u"smartcard.check-digit"_s;
    card = person();
    card.birth = QDate(1966, 3, 13);
    QTest::addRow("birth") << card << u"smartcard.birth-mismatch"_s;
    card = person();
    card.sexCode = u"1"_s;
    QTest::addRow("sex") << card << u"smartcard.sex-mismatch"_s;
    card = person();
    card.sexCode = u"9"_s;
    QTest::addRow("sex not stated") << card << QString();
    card = person();
    card.name.clear();
    QTest::addRow("no name") << card << u"smartcard.layout"_s;
    card = person();
    card.ssn = u"RUS643198706150"_s;
    QTest::addRow("foreigner") << card << QString();
}

void TestSscRecords::check_person()
{
    QFETCH(SscCard, card);
    QFETCH(QString, code);
    const auto done = checkSscCard(card);
    QCOMPARE(done ? QString() : done.error().code, code);
}

void TestSscRecords::json_card_saysWhatIsPromised()
{
    const auto json = toJson(person());
    const QStringList promised{u"card_id"_s, u"card_class"_s, u"spec_version"_s, u"institution"_s, u"issued"_s,
        u"expires"_s, u"card_no"_s, u"ssn"_s, u"name"_s, u"sex_code"_s, u"ethnicity_code"_s, u"birth_place"_s,
        u"birth"_s, u"atr"_s, u"needs_authentication"_s};
    for (const auto& name : promised)
        QVERIFY2(json.contains(name), qPrintable(name));
    QCOMPARE(json.value("sex"_L1).toString(), u"女性"_s);
    QVERIFY(json.value("card_id"_L1).isNull());
}

// GB/T 32907, example 1 of its annex.
void TestSscRecords::sm4_standardExample_isMet()
{
    const auto block = QByteArray::fromHex("0123456789abcdeffedcba9876543210");
    QCOMPARE(sm4Block(block, block).toHex(), "681edf34d206965e86b3e94f536e4246"_ba);
}

void TestSscRecords::cryptogram_everyInput_matters()
{
    const auto key = QByteArray::fromHex("00112233445566778899aabbccddeeff");
    const QByteArray card(16, 'c');
    const QByteArray factor(8, 'f');
    const QByteArray source(8, 's');
    const auto one = codes::sscCryptogram(key, card, factor, source);
    QCOMPARE(one.size(), 16);
    QCOMPARE(codes::sscCryptogram(key, card, factor, source), one);
    QVERIFY(codes::sscCryptogram(card, card, factor, source) != one);
    QVERIFY(codes::sscCryptogram(key, key, factor, source) != one);
    QVERIFY(codes::sscCryptogram(key, card, source, source) != one);
    QVERIFY(codes::sscCryptogram(key, card, factor, factor) != one);
}

QTEST_GUILESS_MAIN(TestSscRecords)
#include "test_ssc_records.moc"

#include "devices/idcard/IdCardJson.h"
#include "devices/idcard/IdCardText.h"
#include "tests/support/base/SeededRandom.h"
#include "tests/support/devices/Persons.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

namespace {

// A block written column by column from the tables of the standard.
class Block
{
public:
    Block()
        : m_bytes(QByteArray(" \0", 2).repeated(128))
    {}
    Block& put(qsizetype offset, const QString& text)
    {
        for (qsizetype i = 0; i < text.size(); ++i) {
            m_bytes[offset + 2 * i] = static_cast<char>(text.at(i).unicode() & 0xff);
            m_bytes[offset + 2 * i + 1] = static_cast<char>(text.at(i).unicode() >> 8);
        }
        return *this;
    }
    QByteArray bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

Block residentBlock()
{
    return Block()
        .put(0, u"王桂兰"_s)
        .put(30, u"2"_s)
        .put(32, u"01"_s)
        .put(36, u"19660312"_s)
        .put(52, u"辽宁省丹东市振兴区示例街1号"_s)
        .put(122, u"210603196603120027"_s)
        .put(158, u"丹东市公安局振兴分局"_s)
        .put(188, u"20160520"_s)
        .put(204, u"长期"_s);
}

} // namespace

class TestIdCardText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decode_resident_readsEveryColumn();
    void decode_gat_readsPermitAndIssueCount();
    void decode_foreigner2017_readsItsOwnColumns();
    void decode_foreigner2023_joinsTheEnglishName();
    void decode_zeroPadding_isTrimmed();
    void decode_rareCharacters_survive_data();
    void decode_rareCharacters_survive();
    void decode_brokenColumn_namesIt_data();
    void decode_brokenColumn_namesIt();
    void decode_everyDemoPerson_roundTrips();
    void decode_randomBlocks_neverCrash();
    void addedAddress_fourLines_areJoined();
};

void TestIdCardText::decode_resident_readsEveryColumn()
{
    const auto card = decodeIdCardText(residentBlock().bytes());
    QVERIFY(card);
    QCOMPARE(card->kind, IdCardKind::Resident);
    QCOMPARE(card->name, u"王桂兰"_s);
    QCOMPARE(card->sexCode, u"2"_s);
    QCOMPARE(card->ethnicityCode, u"01"_s);
    QCOMPARE(card->birth, QDate(1966, 3, 12));
    QCOMPARE(card->address, u"辽宁省丹东市振兴区示例街1号"_s);
    QCOMPARE(card->idNo, u"210603196603120027"_s);
    QCOMPARE(card->authority, u"丹东市公安局振兴分局"_s);
    QCOMPARE(card->validFrom, QDate(2016, 5, 20));
    QCOMPARE(card->validTo, std::nullopt);
}

void TestIdCardText::decode_gat_readsPermitAndIssueCount()
{
    auto block = residentBlock().put(32, u"  "_s).put(220, u"H12345678"_s).put(238, u"02"_s).put(248, u"J"_s);
    const auto card = decodeIdCardText(block.bytes());
    QVERIFY(card);
    QCOMPARE(card->kind, IdCardKind::Gat);
    QCOMPARE(card->permitNo, u"H12345678"_s);
    QCOMPARE(card->issueCount, 2);
    QCOMPARE(card->ethnicityCode, QString());
}

void TestIdCardText::decode_foreigner2017_readsItsOwnColumns()
{
    const auto block = Block()
                           .put(0, u"IVANOV ALEKSEI"_s)
                           .put(120, u"1"_s)
                           .put(122, u"RUS210087061500"_s)
                           .put(152, u"RUS"_s)
                           .put(158, u"伊万诺夫"_s)
                           .put(188, u"20180203"_s)
                           .put(204, u"20280202"_s)
                           .put(220, u"19870615"_s)
                           .put(236, u"01"_s)
                           .put(240, u"2100"_s)
                           .put(248, u"I"_s);
    const auto card = decodeIdCardText(block.bytes());
    QVERIFY(card);
    QCOMPARE(card->kind, IdCardKind::Foreigner2017);
    QCOMPARE(card->nameEn, u"IVANOV ALEKSEI"_s);
    QCOMPARE(card->name, u"伊万诺夫"_s);
    QCOMPARE(card->idNo, u"RUS210087061500"_s);
    QCOMPARE(card->nationality, u"RUS"_s);
    QCOMPARE(card->birth, QDate(1987, 6, 15));
    QCOMPARE(card->authority, u"2100"_s);
    QCOMPARE(card->validTo, QDate(2028, 2, 2));
}

void TestIdCardText::decode_foreigner2023_joinsTheEnglishName()
{
    const auto name = u"ABCDEFGHIJKLMNOPQRSTUVWXYZ ABCDEFG HIJKLMNOPQ"_s; // the 35th character is a blank
    QCOMPARE(name.at(34), u' ');
    const auto block = Block()
                           .put(0, u"某某"_s)
                           .put(30, u"1"_s)
                           .put(32, u"01"_s)
                           .put(36, u"19870615"_s)
                           .put(52, name.first(35))
                           .put(122, u"921643198706150016"_s)
                           .put(188, u"20240201"_s)
                           .put(204, u"20340201"_s)
                           .put(220, name.sliced(35))
                           .put(242, u"RUS"_s)
                           .put(248, u"Y"_s);
    const auto card = decodeIdCardText(block.bytes());
    QVERIFY(card);
    QCOMPARE(card->kind, IdCardKind::Foreigner2023);
    QCOMPARE(card->nameEn, name);
    QCOMPARE(card->issueCount, 1);
    QCOMPARE(card->nationality, u"RUS"_s);
}

void TestIdCardText::decode_zeroPadding_isTrimmed()
{
    auto block = residentBlock().put(6, QString(12, QChar(0)));
    QCOMPARE(decodeIdCardText(block.bytes())->name, u"王桂兰"_s);
}

void TestIdCardText::decode_rareCharacters_survive_data()
{
    QTest::addColumn<QString>("name");
    QTest::addRow("extension B") << u"𠮷田"_s;
    QTest::addRow("private use area") << QString(QChar(0xe863));
    QTest::addRow("middle dot") << u"阿卜杜拉·买买提"_s;
    QTest::addRow("fifteen characters") << u"阿卜杜热合曼阿卜杜热合曼阿卜杜"_s;
}

void TestIdCardText::decode_rareCharacters_survive()
{
    QFETCH(QString, name);
    QCOMPARE(decodeIdCardText(residentBlock().put(0, name.leftJustified(15)).bytes())->name, name);
}

void TestIdCardText::decode_brokenColumn_namesIt_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("field");
    QTest::addRow("too short") << residentBlock().bytes().first(250) << u"length"_s;
    QTest::addRow("empty") << QByteArray() << u"length"_s;
    QTest::addRow("sex") << residentBlock().put(30, u"3"_s).bytes() << u"sex"_s;
    QTest::addRow("ethnicity") << residentBlock().put(32, u"ab"_s).bytes() << u"ethnicity"_s;
    QTest::addRow("birth on 30 February") << residentBlock().put(36, u"19660230"_s).bytes() << u"birth"_s;
    QTest::addRow("birth in full-width digits") << residentBlock().put(36, u"１９６６０３１２"_s).bytes() << u"birth"_s;
    QTest::addRow("valid from") << residentBlock().put(188, u"        "_s).bytes() << u"valid_from"_s;
    QTest::addRow("valid to") << residentBlock().put(204, u"永久"_s).bytes() << u"valid_to"_s;
    QTest::addRow("no name") << residentBlock().put(0, QString(15, u' ')).bytes() << u"name"_s;
    QTest::addRow("line feed in the name") << residentBlock().put(0, u"王\n兰"_s).bytes() << u"text"_s;
    QTest::addRow("half a surrogate pair") << residentBlock().put(0, QString(QChar(0xd842))).bytes() << u"text"_s;
}

void TestIdCardText::decode_brokenColumn_namesIt()
{
    QFETCH(QByteArray, bytes);
    const auto card = decodeIdCardText(bytes);
    QVERIFY(!card);
    QCOMPARE(card.error().code, u"idcard.layout"_s);
    QTEST(card.error().fields.value("field"_L1).toString(), "field");
}

void TestIdCardText::decode_everyDemoPerson_roundTrips()
{
    for (const auto& name : {u"wang-guilan"_s, u"chen-jiahui"_s, u"ivanov"_s, u"jin-mingzhe"_s}) {
        auto card = idCardFromJson(test::demoPerson(name)).value();
        card.addedAddress.clear(); // not part of the block
        const auto back = decodeIdCardText(encodeIdCardText(card));
        QVERIFY2(back, qPrintable(name));
        QCOMPARE(*back, card);
    }
}

void TestIdCardText::decode_randomBlocks_neverCrash()
{
    test::SeededRandom random(256);
    const auto good = residentBlock().bytes();
    int understood = 0;
    for (int i = 0; i < 20'000; ++i) {
        auto block = i % 2 ? random.bytes(256) : good;
        for (int n = random.below(6); n > 0; --n)
            block[random.below(256)] = random.bytes(1).at(0);
        if (random.below(50) == 0)
            block.truncate(random.below(257));
        const auto card = decodeIdCardText(block);
        understood += card.has_value();
        QVERIFY(card || card.error().code == "idcard.layout"_L1);
    }
    QVERIFY(understood > 100);
}

void TestIdCardText::addedAddress_fourLines_areJoined()
{
    QByteArray block = QByteArray(" \0", 2).repeated(140);
    const auto first = u"辽宁省丹东市"_s;
    const auto second = u"花园街道"_s;
    std::memcpy(block.data(), first.constData(), static_cast<size_t>(first.size()) * 2);
    std::memcpy(block.data() + 70, second.constData(), static_cast<size_t>(second.size()) * 2);
    QCOMPARE(decodeAddedAddress(block), first + second);
    QCOMPARE(decodeAddedAddress({}), QString());
}

QTEST_GUILESS_MAIN(TestIdCardText)
#include "test_id_card_text.moc"

#include "modules/codes/PinyinSpelling.h"
#include "modules/codes/PinyinTable.h"
#include "tests/support/places/Places.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::codes;
using namespace Qt::StringLiterals;

class TestPinyin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pinyinInitials_texts_data();
    void pinyinInitials_texts();
    void pinyinInitials_unifiedIdeographs_haveALetter();
    void pinyinInitials_words_areNeeded();
    void initialsOf_longestWord_wins();
    void parse_brokenTable_namesLineAndRule_data();
    void parse_brokenTable_namesLineAndRule();
    void pinyinSpelling_ofWhatIsTyped_data();
    void pinyinSpelling_ofWhatIsTyped();
    void pinyinSpelling_longAndAmbiguous_endsSoon();
    void syllables_brokenTable_namesLineAndRule_data();
    void syllables_brokenTable_namesLineAndRule();
};

void TestPinyin::pinyinInitials_texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("initials");
    QTest::addRow("item") << u"失业登记"_s << u"sydj"_s;
    QTest::addRow("long item") << u"灵活就业人员社会保险补贴申领"_s << u"lhjyryshbxbtsl"_s;
    QTest::addRow("person") << u"王桂兰"_s << u"wgl"_s;
    QTest::addRow("rare character") << u"𠮷田"_s << u"jt"_s;
    QTest::addRow("rare character of a new reading") << u"王𬭊"_s << u"wd"_s;
    QTest::addRow("name with a dot") << u"阿依古丽·买买提"_s << u"ayglmmt"_s;
    QTest::addRow("second level of GB 2312") << u"晟楠覃珺"_s << u"snqj"_s;
    QTest::addRow("Latin and digits") << u"LD/T 92编码"_s << u"ldt92bm"_s;
    QTest::addRow("full-width") << u"Ａ１类"_s << u"a1l"_s;
    QTest::addRow("marks go") << u"（死亡）《证明》、"_s << u"swzm"_s;
    QTest::addRow("bank") << u"开户银行"_s << u"khyh"_s;
    QTest::addRow("conduct") << u"执行行政决定"_s << u"zxxzjd"_s;
    QTest::addRow("Chongqing") << u"重庆市"_s << u"cqs"_s;
    QTest::addRow("heavy") << u"重度残疾"_s << u"zdcj"_s;
    QTest::addRow("again") << u"社保卡密码重置"_s << u"sbkmmcz"_s;
    QTest::addRow("accountant") << u"会计证"_s << u"kjz"_s;
    QTest::addRow("society") << u"社会保险"_s << u"shbx"_s;
    QTest::addRow("transfer of a file") << u"档案转递调档函"_s << u"dazdddh"_s;
    QTest::addRow("adjust") << u"待遇调整"_s << u"dytz"_s;
    QTest::addRow("pay out") << u"一次性给付"_s << u"ycxjf"_s;
    QTest::addRow("Tibetan") << u"藏族"_s << u"zz"_s;
    QTest::addRow("Xiamen") << u"厦门"_s << u"xm"_s;
    QTest::addRow("Dongguan") << u"东莞"_s << u"dg"_s;
    QTest::addRow("Gelao") << u"仡佬族"_s << u"glz"_s;
    QTest::addRow("surname of two characters") << u"长孙无忌"_s << u"zswj"_s;
    QTest::addRow("zero") << u"二〇二六"_s << u"elel"_s;
    QTest::addRow("character nobody reads") << u"\U0003134a甲"_s << u"\U0003134aj"_s;
    QTest::addRow("empty") << QString() << QString();
}

void TestPinyin::pinyinInitials_texts()
{
    QFETCH(QString, text);
    QTEST(pinyinInitials(text), "initials");
}

void TestPinyin::pinyinInitials_unifiedIdeographs_haveALetter()
{
    // The unified ideographs of Unicode 1.1 hold all of GB 2312 and of GBK; only units made in Japan have no reading.
    QString without;
    for (char16_t c = 0x4e00; c <= 0x9fa5; ++c) {
        const auto initials = pinyinInitials(QString(QChar(c)));
        if (initials.size() != 1 || initials.front() < u'a' || initials.front() > u'z')
            without += QChar(c);
    }
    QCOMPARE(without, u"兙兡嗧桛烪瓧瓰瓱瓼甅"_s);
}

void TestPinyin::pinyinInitials_words_areNeeded()
{
    // A word that reads as its characters do only costs time: the list must hold nothing but exceptions.
    QFile letters(test::inSource(u"resources/codes/pinyin-initials.txt"));
    QFile words(test::inSource(u"resources/codes/pinyin-words.txt"));
    QVERIFY(letters.open(QIODevice::ReadOnly) && words.open(QIODevice::ReadOnly));
    const auto plain = PinyinTable::parse(letters.readAll(), {});
    QVERIFY(plain);
    int seen = 0;
    for (const auto& line : QString::fromUtf8(words.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u'#'))
            continue;
        const auto parts = line.split(u' ');
        QVERIFY2(plain->initialsOf(parts.first()) != parts.last(), qPrintable(line));
        QCOMPARE(pinyinInitials(parts.first()), parts.last());
        ++seen;
    }
    QVERIFY(seen > 50);
}

void TestPinyin::initialsOf_longestWord_wins()
{
    const auto table = PinyinTable::parse("a 甲\nb 乙\nc 丙\n", "甲乙 xy\n甲乙丙 xyz\n");
    QVERIFY(table);
    QCOMPARE(table->initialsOf(u"甲乙丙"_s), u"xyz"_s);
    QCOMPARE(table->initialsOf(u"甲乙甲乙丙"_s), u"xyxyz"_s);
    QCOMPARE(table->initialsOf(u"甲丙甲乙"_s), u"acxy"_s);
    QCOMPARE(table->initialsOf(u"甲"_s), u"a"_s);
}

void TestPinyin::parse_brokenTable_namesLineAndRule_data()
{
    QTest::addColumn<QByteArray>("letters");
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<int>("line");
    QTest::addRow("no space") << QByteArray("# x\na甲\n") << QByteArray() << 2;
    QTest::addRow("nothing behind the letter") << QByteArray("a \n") << QByteArray() << 1;
    QTest::addRow("no letter") << QByteArray("A 甲\n") << QByteArray() << 1;
    QTest::addRow("character twice") << QByteArray("a 甲\nb 乙\nc 甲\n") << QByteArray() << 3;
    QTest::addRow("initials too short") << QByteArray("a 甲\n") << QByteArray("\n甲乙 x\n") << 2;
    QTest::addRow("initials in capitals") << QByteArray("a 甲\n") << QByteArray("甲乙 XY\n") << 1;
}

void TestPinyin::parse_brokenTable_namesLineAndRule()
{
    QFETCH(QByteArray, letters);
    QFETCH(QByteArray, words);
    const auto table = PinyinTable::parse(letters, words);
    QVERIFY(!table);
    QCOMPARE(table.error().code, u"codes.pinyin"_s);
    QTEST(table.error().fields.value(u"line"_s).toInt(), "line");
    QVERIFY(!table.error().fields.value(u"rule"_s).toString().isEmpty());
}

void TestPinyin::pinyinSpelling_ofWhatIsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name");
    QTest::addColumn<Spelling>("spelling");
    const auto row = [](const char* what, const QString& typed, const QString& name, Spelling spelling) {
        QTest::addRow("%s", what) << typed << name << spelling;
    };
    row("whole", u"shiyedengji"_s, u"失业登记"_s, Spelling::Whole);
    row("capitals, spaces, apostrophe", u"Shi ye deng'ji"_s, u"失业登记"_s, Spelling::Whole);
    row("begun", u"shiye"_s, u"失业登记"_s, Spelling::Beginning);
    row("in the middle of a syllable", u"shiyede"_s, u"失业登记"_s, Spelling::Beginning);
    row("initials", u"sydj"_s, u"失业登记"_s, Spelling::Whole);
    row("syllables, then initials", u"shiyedj"_s, u"失业登记"_s, Spelling::Whole);
    row("initials, then syllables", u"sydengji"_s, u"失业登记"_s, Spelling::Whole);
    row("from the middle", u"dengji"_s, u"失业登记"_s, Spelling::Inside);
    row("something else", u"tuixiu"_s, u"失业登记"_s, Spelling::None);
    row("too long", u"shiyedengjibiao"_s, u"失业登记"_s, Spelling::None);
    row("the other reading", u"chongqing"_s, u"重庆"_s, Spelling::Whole);
    row("a bank", u"yinhang"_s, u"银行"_s, Spelling::Whole);
    row("ü", u"lvshi"_s, u"律师"_s, Spelling::Whole);
    row("one syllable within another", u"xian"_s, u"西安"_s, Spelling::Whole);
    row("a name with a dot", u"guli maimaiti"_s, u"古丽·买买提"_s, Spelling::Whole);
    row("digits and letters", u"12333dianhua"_s, u"12333电话"_s, Spelling::Whole);
    row("characters are not spelled", u"失业"_s, u"失业登记"_s, Spelling::None);
    row("nothing typed", u" "_s, u"失业登记"_s, Spelling::None);
    row("a rare character", u"ji"_s, u"𠮷"_s, Spelling::None);
    row("after a rare character", u"tian"_s, u"𠮷田"_s, Spelling::Inside);
}

void TestPinyin::pinyinSpelling_ofWhatIsTyped()
{
    QFETCH(QString, typed);
    QFETCH(QString, name);
    QTEST(pinyinSpelling(typed, name), "spelling");
}

void TestPinyin::pinyinSpelling_longAndAmbiguous_endsSoon()
{
    // Many ways lead through the same letters, and none to the end.
    QCOMPARE(pinyinSpelling(u"e"_s.repeated(5000) + u'z', u"额"_s.repeated(200)), Spelling::Beginning);
    QCOMPARE(pinyinSpelling(u"en"_s.repeated(29) + u"zz"_s, u"恩嗯"_s.repeated(100)), Spelling::None);
}

void TestPinyin::syllables_brokenTable_namesLineAndRule_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<int>("line");
    QTest::addRow("no characters") << QByteArray("# made\na 啊\nai\n") << 3;
    QTest::addRow("a tone") << QByteArray("ān 安\n") << 1;
    QTest::addRow("a rare character") << QByteArray("ji 𠮷\n") << 1;
}

void TestPinyin::syllables_brokenTable_namesLineAndRule()
{
    QFETCH(QByteArray, table);
    const auto parsed = PinyinSpelling::parse(table);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, u"codes.pinyin"_s);
    QTEST(parsed.error().fields.value(u"line"_s).toInt(), "line");
}

Q_DECLARE_METATYPE(kuaiban::codes::Spelling)

QTEST_GUILESS_MAIN(TestPinyin)
#include "test_pinyin.moc"

#include "modules/codes/AreaTree.h"
#include "tests/support/base/FairTimer.h"
#include "tests/support/places/Places.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::codes;
using namespace Qt::StringLiterals;

class TestAreaTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void parse_shippedFile_holdsWhatIsServed_data();
    void parse_shippedFile_holdsWhatIsServed();
    void parse_shippedFile_isSmallAndFast();
    void find_codes_data();
    void find_codes();
    void fullName_codes_data();
    void fullName_codes();
    void parentOf_levels_climb();
    void children_areas_areInOrder();
    void isWithin_codes_data();
    void isWithin_codes();
    void levelOf_codes_data();
    void levelOf_codes();
    void parse_brokenFile_namesLineAndRule_data();
    void parse_brokenFile_namesLineAndRule();
    void parse_markAndLineEndsOfOtherSystems_areUnderstood();
    void emptyTree_anyQuestion_isAnswered();

private:
    qsizetype countWithin(const QString& prefix, AreaLevel level) const;

    QByteArray m_bytes;
    AreaTree m_tree;
};

void TestAreaTree::initTestCase()
{
    QFile file(test::inSource(u"resources/codes/areas.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_bytes = file.readAll();
    const auto tree = AreaTree::parse(m_bytes);
    QVERIFY2(tree, tree ? "" : qPrintable(logLine(tree.error())));
    m_tree = *tree;
}

qsizetype TestAreaTree::countWithin(const QString& prefix, AreaLevel level) const
{
    qsizetype count = 0;
    QStringList open{prefix};
    while (!open.isEmpty()) {
        const auto code = open.takeLast();
        if (AreaTree::levelOf(code) == level) {
            ++count;
            continue;
        }
        for (const auto& child : m_tree.children(code))
            open.append(child.code);
    }
    return count;
}

void TestAreaTree::parse_shippedFile_holdsWhatIsServed_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<AreaLevel>("level");
    QTest::addColumn<qsizetype>("count");
    QTest::addRow("provinces, with those without statistics") << QString() << AreaLevel::Province << qsizetype(34);
    QTest::addRow("cities") << QString() << AreaLevel::City << qsizetype(342);
    QTest::addRow("areas") << QString() << AreaLevel::County << qsizetype(2978);
    QTest::addRow("streets of Jilin") << u"22"_s << AreaLevel::Street << qsizetype(1075);
    QTest::addRow("villages of Jilin") << u"22"_s << AreaLevel::Village << qsizetype(11860);
    QTest::addRow("areas of Dandong") << u"2106"_s << AreaLevel::County << qsizetype(6);
    QTest::addRow("streets of Dandong") << u"2106"_s << AreaLevel::Street << qsizetype(89);
    QTest::addRow("villages of Dandong") << u"2106"_s << AreaLevel::Village << qsizetype(879);
    QTest::addRow("areas of Nantong") << u"3206"_s << AreaLevel::County << qsizetype(8);
    QTest::addRow("streets of Nantong") << u"3206"_s << AreaLevel::Street << qsizetype(136);
    QTest::addRow("villages of Nantong") << u"3206"_s << AreaLevel::Village << qsizetype(2005);
    QTest::addRow("streets of Yongkang") << u"330784"_s << AreaLevel::Street << qsizetype(14);
    QTest::addRow("villages of Yongkang") << u"330784"_s << AreaLevel::Village << qsizetype(452);
    QTest::addRow("streets elsewhere") << u"11"_s << AreaLevel::Street << qsizetype(0);
}

void TestAreaTree::parse_shippedFile_holdsWhatIsServed()
{
    QFETCH(QString, code);
    QFETCH(AreaLevel, level);
    QTEST(countWithin(code, level), "count");
}

void TestAreaTree::parse_shippedFile_isSmallAndFast()
{
    QVERIFY(m_bytes.size() < 1'500'000);
    QVERIFY(m_tree.size() > 10'000);
    test::FairTimer timer;
    timer.start();
    QVERIFY(AreaTree::parse(m_bytes));
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed()))); // some 20 ms on a small machine
}

void TestAreaTree::find_codes_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("name");
    QTest::addRow("province") << u"22"_s << u"吉林省"_s;
    QTest::addRow("province as on identity numbers") << u"220000"_s << u"吉林省"_s;
    QTest::addRow("city padded to six") << u"210600"_s << u"丹东市"_s;
    QTest::addRow("city padded to twelve") << u"210600000000"_s << u"丹东市"_s;
    QTest::addRow("county") << u"210624"_s << u"宽甸满族自治县"_s;
    QTest::addRow("county padded to twelve") << u"330784000000"_s << u"永康市"_s;
    QTest::addRow("city repeated as county keeps its level") << u"441900"_s << u"东莞市"_s;
    QTest::addRow("unknown county") << u"320683"_s << QString();
    QTest::addRow("unknown, not taken for the city") << u"210699"_s << QString();
    QTest::addRow("odd length") << u"22012"_s << QString();
    QTest::addRow("no code") << u"吉林"_s << QString();
    QTest::addRow("empty") << QString() << QString();
}

void TestAreaTree::find_codes()
{
    QFETCH(QString, code);
    const auto* area = m_tree.find(code);
    QTEST(area ? area->name : QString(), "name");
}

void TestAreaTree::fullName_codes_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("name");
    QTest::addRow("county") << u"210603"_s << u"辽宁省丹东市振兴区"_s;
    QTest::addRow("province") << u"22"_s << u"吉林省"_s;
    QTest::addRow("autonomous prefecture") << u"222401"_s << u"吉林省延边朝鲜族自治州延吉市"_s;
    QTest::addRow("municipality, its grouping row left out") << u"110101"_s << u"北京市东城区"_s;
    QTest::addRow("county of Chongqing") << u"500229"_s << u"重庆市城口县"_s;
    QTest::addRow("directly under the province") << u"419001"_s << u"河南省济源市"_s;
    QTest::addRow("city without counties") << u"441900"_s << u"广东省东莞市"_s;
    QTest::addRow("the grouping row itself") << u"1101"_s << u"北京市市辖区"_s;
    QTest::addRow("special administrative region") << u"810000"_s << u"香港特别行政区"_s;
    QTest::addRow("unknown") << u"999999"_s << QString();
}

void TestAreaTree::fullName_codes()
{
    QFETCH(QString, code);
    QTEST(m_tree.fullName(code), "name");
}

void TestAreaTree::parentOf_levels_climb()
{
    const auto streets = m_tree.children(u"330784"_s);
    QCOMPARE(streets.size(), 14);
    const auto villages = m_tree.children(streets.first().code);
    QVERIFY(!villages.isEmpty());
    QString code = villages.first().code;
    QStringList climbed{code};
    while (const auto* parent = m_tree.parentOf(code)) {
        code = parent->code;
        climbed.append(code);
    }
    QCOMPARE(climbed, (QStringList{villages.first().code, streets.first().code, u"330784"_s, u"3307"_s, u"33"_s}));
    QVERIFY(m_tree.fullName(villages.first().code).startsWith(u"浙江省金华市永康市"_s));
    QCOMPARE(m_tree.parentOf(u"33"_s), nullptr);
    QCOMPARE(m_tree.parentOf(u"999999"_s), nullptr);
}

void TestAreaTree::children_areas_areInOrder()
{
    QStringList codes;
    for (const auto& area : m_tree.children(u"210600"_s))
        codes.append(area.code);
    QCOMPARE(codes, (QStringList{u"210602"_s, u"210603"_s, u"210604"_s, u"210624"_s, u"210681"_s, u"210682"_s}));
    QVERIFY(m_tree.children(u"999999"_s).isEmpty());
    QCOMPARE(m_tree.children({}).first().name, u"北京市"_s);
}

void TestAreaTree::isWithin_codes_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("ancestor");
    QTest::addColumn<bool>("within");
    QTest::addRow("itself") << u"210603"_s << u"210603"_s << true;
    QTest::addRow("county in its city") << u"210603"_s << u"2106"_s << true;
    QTest::addRow("county in its city, padded") << u"210603000000"_s << u"210600"_s << true;
    QTest::addRow("county in its province") << u"210603"_s << u"210000"_s << true;
    QTest::addRow("county in another city") << u"210603"_s << u"2102"_s << false;
    QTest::addRow("city in its county") << u"2106"_s << u"210603"_s << false;
    QTest::addRow("padded city in its county") << u"210600"_s << u"210603"_s << false;
    QTest::addRow("merged county, by its digits") << u"320683"_s << u"3206"_s << true;
    QTest::addRow("village that is not listed") << u"110101001001"_s << u"110101"_s << true;
    QTest::addRow("digits that only look alike") << u"21"_s << u"2"_s << false;
    QTest::addRow("unknown ancestor") << u"999999"_s << u"99"_s << false;
    QTest::addRow("no ancestor") << u"210603"_s << QString() << false;
    QTest::addRow("odd length") << u"21060"_s << u"2106"_s << false;
    QTest::addRow("no code") << QString() << u"21"_s << false;
}

void TestAreaTree::isWithin_codes()
{
    QFETCH(QString, code);
    QFETCH(QString, ancestor);
    QTEST(m_tree.isWithin(code, ancestor), "within");
}

void TestAreaTree::levelOf_codes_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("level"); // 0 for none
    QTest::addRow("province") << u"22"_s << 1;
    QTest::addRow("city") << u"2201"_s << 2;
    QTest::addRow("county") << u"220122"_s << 3;
    QTest::addRow("street") << u"220122001"_s << 4;
    QTest::addRow("village") << u"220122001001"_s << 5;
    QTest::addRow("letters") << u"2201AB"_s << 0;
    QTest::addRow("full-width") << u"２２"_s << 0;
    QTest::addRow("three digits") << u"220"_s << 0;
    QTest::addRow("empty") << QString() << 0;
}

void TestAreaTree::levelOf_codes()
{
    QFETCH(QString, code);
    const auto level = AreaTree::levelOf(code);
    QTEST(level ? static_cast<int>(*level) : 0, "level");
}

void TestAreaTree::parse_brokenFile_namesLineAndRule_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("rule");
    const auto row = [](const char* name, const QByteArray& lines, int line, const QString& rule) {
        QTest::addRow("%s", name) << "# note\ncode,name,parent\n22,吉林省,\n" + lines << line << rule;
    };
    QTest::addRow("no head") << QByteArray("22,吉林省,\n") << 1 << u"the head code,name,parent"_s;
    QTest::addRow("empty file") << QByteArray() << 0 << u"at least one area"_s;
    QTest::addRow("head only") << "code,name,parent\n"_ba << 1 << u"at least one area"_s;
    row("two columns", "2201,长春市\n", 4, u"three columns code,name,parent"_s);
    row("four columns", "2201,长春市,22,x\n", 4, u"three columns code,name,parent"_s);
    row("code of five digits", "2201,长春市,22\n22010,某区,2201\n", 5, u"a code of 2, 4, 6, 9 or 12 digits"_s);
    row("letters", "22AB,长春市,22\n", 4, u"a code of 2, 4, 6, 9 or 12 digits"_s);
    row("no name", "2201,,22\n", 4, u"a name in UTF-8 without spaces around it"_s);
    row("GBK instead of UTF-8", "2201,\xB3\xA4\xB4\xBA\xCA\xD0,22\n", 4, u"a name in UTF-8 without spaces around it"_s);
    row("foreign parent", "2201,长春市,21\n", 4, u"the parent that the code begins with"_s);
    row("no parent", "2201,长春市,\n", 4, u"the parent that the code begins with"_s);
    row("parent not above", "220102,南关区,2201\n2201,长春市,22\n", 4, u"a parent that stands above its children"_s);
    row("twice", "2201,长春市,22\n2202,吉林市,22\n2201,长春市,22\n", 6, u"a code that no earlier line has"_s);
}

void TestAreaTree::parse_brokenFile_namesLineAndRule()
{
    QFETCH(QByteArray, csv);
    const auto tree = AreaTree::parse(csv);
    QVERIFY(!tree);
    QCOMPARE(tree.error().code, u"codes.areas"_s);
    QTEST(tree.error().fields.value(u"line"_s).toInt(), "line");
    QTEST(tree.error().fields.value(u"rule"_s).toString(), "rule");
}

void TestAreaTree::parse_markAndLineEndsOfOtherSystems_areUnderstood()
{
    const auto tree = AreaTree::parse("\xEF\xBB\xBF"
                                      "code,name,parent\r\n22,吉林省,\r\n\r\n2201,长春市,22");
    QVERIFY(tree);
    QCOMPARE(tree->size(), 2);
    QCOMPARE(tree->fullName(u"2201"_s), u"吉林省长春市"_s);
}

void TestAreaTree::emptyTree_anyQuestion_isAnswered()
{
    const AreaTree tree;
    QCOMPARE(tree.size(), 0);
    QCOMPARE(tree.find(u"22"_s), nullptr);
    QVERIFY(tree.children({}).isEmpty());
    QVERIFY(!tree.isWithin(u"22"_s, u"22"_s));
}

QTEST_GUILESS_MAIN(TestAreaTree)
#include "test_area_tree.moc"

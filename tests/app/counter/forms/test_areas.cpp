#include "app/counter/forms/AreaIndex.h"
#include "FormFixture.h"
#include "tests/support/places/Places.h"

#include <QFile>

#include <ctime>

using namespace kuaiban;
using namespace kuaiban::counter;
using namespace Qt::StringLiterals;

class TestAreas : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void find_typed_offersTheNearestFirst_data();
    void find_typed_offersTheNearestFirst();
    void byCode_anyForm_isUnderstood_data();
    void byCode_anyForm_isUnderstood();
    void find_realAreas_knowsWhatTheTreeKnows();
    void find_sixHundredThousandVillages_answersAtEveryKey();
    void shelf_table_isReadOnceForAllForms();
    void shelf_firstAnswer_comesLater();
    void shelf_newRevision_isTakenOver();
    void shelf_brokenTable_tellsWhy();

private:
    // Of this thread: other programs on the machine do not count.
    static qint64 cpuMicroseconds()
    {
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return qint64(now.tv_sec) * 1'000'000 + now.tv_nsec / 1000;
    }

    static AreaIndex few() { return AreaIndex(*codes::AreaTree::parse(fewAreas()), u"210603001"_s); }
};

void TestAreas::find_typed_offersTheNearestFirst_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("codes");
    QTest::addRow("nothing: what lies around the office") << QString() << QStringList{u"210603"_s, u"210603001"_s};
    QTest::addRow("a code") << u"210603"_s << QStringList{u"210603"_s, u"210603001"_s};
    QTest::addRow("the beginning of codes") << u"2201"_s << QStringList{u"2201"_s, u"220102"_s};
    QTest::addRow("a padded code") << u"210600000000"_s << QStringList{u"2106"_s};
    QTest::addRow("a name: the own street before the one far away")
        << u"站前街道"_s << QStringList{u"210603001"_s, u"220102001"_s};
    QTest::addRow("part of a name") << u"江街"_s << QStringList{u"210603002"_s};
    QTest::addRow("initials") << u"zxq"_s << QStringList{u"210603"_s};
    QTest::addRow("capitals") << u"LJJD"_s << QStringList{u"210603002"_s};
    QTest::addRow("two words") << u"长春 站前"_s << QStringList{u"220102001"_s};
    QTest::addRow("two initials") << u"ccs zqjd"_s << QStringList{u"220102001"_s};
    QTest::addRow("the own name and those above in one word")
        << u"吉林省长春市南关区站前街道"_s << QStringList{u"220102001"_s};
    QTest::addRow("only the beginnings of the names") << u"辽宁丹东元宝"_s << QStringList{u"210602"_s};
    QTest::addRow("initials through the levels") << u"lnsddsybq"_s << QStringList{u"210602"_s};
    QTest::addRow("nothing fits") << u"上海"_s << QStringList();
}

void TestAreas::find_typed_offersTheNearestFirst()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, codes);
    QStringList found;
    for (const auto& item : few().find(typed, 2))
        found.append(item.code);
    QCOMPARE(found, codes);
}

void TestAreas::byCode_anyForm_isUnderstood_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("name");
    QTest::addRow("a province") << u"21"_s << u"辽宁省"_s;
    QTest::addRow("a village with all above it") << u"210603001001"_s << u"辽宁省丹东市振兴区站前街道站前社区"_s;
    QTest::addRow("padded by others") << u"210603000000"_s << u"辽宁省丹东市振兴区"_s;
    QTest::addRow("a village of a street that lists none")
        << u"220102001007"_s << u"吉林省长春市南关区站前街道 220102001007"_s;
    QTest::addRow("a village that its street does not list") << u"210603001099"_s << QString();
    QTest::addRow("unknown") << u"310000"_s << QString();
    QTest::addRow("no code") << u"21a603"_s << QString();
}

void TestAreas::byCode_anyForm_isUnderstood()
{
    QFETCH(QString, code);
    QFETCH(QString, name);
    const auto item = few().byCode(code);
    QCOMPARE(item ? item->text : QString(), name);
}

void TestAreas::find_realAreas_knowsWhatTheTreeKnows()
{
    QFile file(test::inSource(u"resources/codes/areas.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto tree = codes::AreaTree::parse(file.readAll());
    QVERIFY(tree);
    const AreaIndex index(*tree, u"2106"_s);
    QCOMPARE(index.size(), tree->size());
    for (const auto& code : {u"110101"_s, u"2106"_s, u"210603"_s, u"441900"_s, u"330784"_s, u"469001"_s}) {
        const auto item = index.byCode(code);
        QCOMPARE(item.has_value(), tree->find(code) != nullptr);
        if (item)
            QCOMPARE(item->text, tree->fullName(code));
    }
    const auto found = index.find(u"丹东 振兴"_s, 5);
    QVERIFY(!found.isEmpty());
    QCOMPARE(found.front().code, u"210603"_s);
}

void TestAreas::find_sixHundredThousandVillages_answersAtEveryKey()
{
    const auto padded = [](int number, int width) { return QByteArray::number(number).rightJustified(width, '0'); };
    QByteArray csv = "code,name,parent\n";
    const auto add = [&csv](const QByteArray& code, const QByteArray& name, const QByteArray& parent) {
        csv += code + ',' + name + ',' + parent + '\n';
        return code;
    };
    for (int p = 11; p < 41; ++p) {
        const auto province = add(padded(p, 2), padded(p, 2) + "省", {});
        for (int c = 1; c <= 10; ++c) {
            const auto city = add(province + padded(c, 2), padded(c, 1) + "城市", province);
            for (int d = 1; d <= 10; ++d) {
                const auto county = add(city + padded(d, 2), padded(d, 1) + "区", city);
                for (int s = 1; s <= 10; ++s) {
                    const auto street = add(county + padded(s, 3), padded(s, 1) + "街道", county);
                    for (int v = 1; v <= 20; ++v)
                        add(street + padded(v, 3), "东风" + padded(v, 1) + "村", street);
                }
            }
        }
    }
    const qint64 begun = cpuMicroseconds();
    const AreaIndex index(*codes::AreaTree::parse(csv), u"210603001"_s);
    const qint64 built = cpuMicroseconds() - begun;
    QVERIFY2(index.size() > 600'000, qPrintable(QString::number(index.size())));
    index.find(u"热身"_s, 51); // the first allocation after the tree pays for tidying up behind it
    qint64 slowest = 0;
    for (const QString& typed :
        {u"东"_s, u"东风17村"_s, u"df17c"_s, u"210603001007"_s, u"村"_s, u"3区 东风"_s, u"3城市3区3街道东风9村"_s}) {
        for (qsizetype length = 1; length <= typed.size(); ++length) {
            const qint64 before = cpuMicroseconds();
            index.find(typed.first(length), 51);
            slowest = std::max(slowest, cpuMicroseconds() - before);
        }
        QVERIFY2(typed == u"村" || !index.find(typed, 51).isEmpty(), qPrintable(typed));
    }
    qInfo("600,000 villages: built in %lld ms, slowest key %lld µs", built / 1000, slowest);
    QVERIFY2(slowest < 100'000, qPrintable(QString::number(slowest))); // a pause people would feel, on any machine
    QVERIFY(index.byCode(u"210603001007"_s));
}

void TestAreas::shelf_table_isReadOnceForAllForms()
{
    Definitions definitions;
    CodeShelf shelf(definitions.fetch(), {});
    QSignalSpy changed(&shelf, &CodeShelf::changed);
    const auto one = shelf.source(u"reason"_s);
    const auto other = shelf.source(u"reason"_s);
    QCOMPARE(one, other);
    QTRY_VERIFY(!changed.isEmpty());
    QCOMPARE(definitions.asked, 1);
    QCOMPARE(shelf.text(u"reason"_s, u"12"_s), u"单位破产"_s);
    QCOMPARE(one->find(u"dwpc"_s, 5).front().code, u"12"_s);
    QVERIFY(shelf.knows(u"reason"_s, u"31"_s));
    QVERIFY(!shelf.knows(u"reason"_s, u"77"_s));
    QCOMPARE(shelf.text(u"reason"_s, u"90"_s), u"旧的原因"_s); // readable,
    QVERIFY(one->find(u"旧的"_s, 5).isEmpty());                // but not offered
}

void TestAreas::shelf_firstAnswer_comesLater()
{
    Definitions definitions;
    definitions.isHeld = true;
    CodeShelf shelf(definitions.fetch(), {});
    QSignalSpy changed(&shelf, &CodeShelf::changed);
    const auto areas = shelf.source(CodeShelf::areas());
    QVERIFY(!areas->isReady());
    QVERIFY(areas->find(u"振兴"_s, 5).isEmpty());
    QVERIFY(shelf.knows(CodeShelf::areas(), u"999999"_s)); // not refused for want of a table
    definitions.letGo();
    QTRY_VERIFY(!changed.isEmpty());
    QVERIFY(areas->isReady());
    QCOMPARE(areas->find(u"振兴"_s, 5).front().code, u"210603"_s);
    QVERIFY(!shelf.knows(CodeShelf::areas(), u"999999"_s));
}

void TestAreas::shelf_newRevision_isTakenOver()
{
    Definitions definitions;
    CodeShelf shelf(definitions.fetch(), {});
    QSignalSpy changed(&shelf, &CodeShelf::changed);
    const auto source = shelf.source(u"reason"_s);
    QTRY_COMPARE(changed.size(), 1); // what is quickly prepared comes at once
    shelf.refresh();
    QTRY_COMPARE(definitions.asked, 2);
    definitions.bytes[u"reason"_s].replace("本人辞职", "本人提出辞职");
    QTest::qWait(20);
    QCOMPARE(changed.size(), 1); // the same bytes are no news
    shelf.refresh();
    QTRY_COMPARE(changed.size(), 2);
    QCOMPARE(source->byCode(u"31"_s)->text, u"本人提出辞职"_s);
}

void TestAreas::shelf_brokenTable_tellsWhy()
{
    Definitions definitions;
    definitions.bytes[u"reason"_s] = "{\"kind\": \"code-table\"}";
    CodeShelf shelf(definitions.fetch(), {});
    QSignalSpy changed(&shelf, &CodeShelf::changed);
    shelf.source(u"reason"_s);
    shelf.source(u"nowhere"_s);
    shelf.source(u"AAC004"_s);
    QTRY_COMPARE(changed.size(), 3);
    QCOMPARE(shelf.error(u"reason"_s)->code, u"codes.table"_s);
    QCOMPARE(shelf.error(u"nowhere"_s)->code, u"codes.unreadable"_s);
    QVERIFY(!shelf.error(u"AAC004"_s)); // 性别 is compiled in
    QCOMPARE(shelf.text(u"AAC004"_s, u"1"_s), u"男性"_s);
    definitions.bytes[u"reason"_s] = reasonTable();
    shelf.refresh();
    QTRY_VERIFY(!shelf.error(u"reason"_s));
}

QTEST_MAIN(TestAreas)
#include "test_areas.moc"

#include "app/counter/finder/FinderMemory.h"
#include "app/counter/finder/LocalFinder.h"
#include "modules/base/Json.h"
#include "modules/casework/FormEnvironments.h"
#include "tests/support/casework/SampleMatter.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::counter;
using namespace kuaiban::test;

namespace {

ItemPtr item(const QString& id, const QString& zh, const QString& legalBasis)
{
    auto json = sampleMatter();
    json.insert(u"id"_s, id);
    json.insert(u"name"_s, QJsonObject{{u"zh_CN"_s, zh}, {u"en"_s, id}});
    json.insert(u"legalBasis"_s, QJsonObject{{u"zh_CN"_s, legalBasis}, {u"en"_s, legalBasis}});
    return casework::prepareItem(canonicalBytes(json), id, 1, casework::standardFormEnvironment()).value_or(nullptr);
}

sync::LocalCase ownCase(const QString& stream, const QString& number, const QString& applicant)
{
    sync::LocalCase line;
    line.stream = stream;
    line.number = number;
    line.applicant = applicant;
    line.item = u"claim"_s;
    return line;
}

FinderSources sources()
{
    FinderSources known;
    known.pages = {{u"intake"_s, u"受理"_s}, {u"mine"_s, u"我的受理"_s}, {u"settings"_s, u"设置"_s}};
    known.items = {
        item(u"claim"_s, u"失业登记及失业保险金申领"_s, u"《中华人民共和国社会保险法》第四十五条至第五十二条"_s),
        item(u"retire"_s, u"职工退休申请"_s, u"《国务院关于渐进式延迟法定退休年龄的办法》"_s)};
    known.cases = {ownCase(u"s1"_s, u"2106032026112200017"_s, u"林素梅"_s),
        ownCase(u"s2"_s, u"2106032026112200018"_s, u"邵长河"_s)};
    known.takesCases = true;
    known.language = u"zh_CN"_s;
    return known;
}

QStringList told(const QList<Found>& list)
{
    QStringList lines;
    for (const auto& found : list)
        lines.append(u"%1 %2"_s.arg(foundKindName(found.kind), found.id));
    return lines;
}

} // namespace

// What the search box finds without asking anybody, and what it remembers.
class TestLocalFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typed_findsLocally_data();
    void typed_findsLocally();
    void rows_ofPersons_areMasked();
    void whoTakesNoCases_getsTheGuide();
    void policy_showsThePassage();
    void thousandCases_areSearchedWhileTyping();
    void memory_keepsOrderAndSurvives();
};

void TestLocalFinder::typed_findsLocally_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("nothing") << u" "_s << QStringList();
    QTest::newRow("initials of a matter") << u"sydj"_s << QStringList{u"item claim"_s};
    QTest::newRow("initials of a page") << u"wdsl"_s << QStringList{u"page mine"_s};
    QTest::newRow("a word of pages") << u"受理"_s << QStringList{u"page intake"_s, u"page mine"_s};
    QTest::newRow("end of a case number") << u"00018"_s << QStringList{u"case s2"_s};
    QTest::newRow("name of an applicant") << u"林素"_s << QStringList{u"case s1"_s};
    QTest::newRow("initials of an applicant") << u"sch"_s << QStringList{u"case s2"_s};
    QTest::newRow("words of a policy") << u"延迟法定"_s << QStringList{u"policy retire"_s};
    QTest::newRow("nothing of the kind") << u"xyz"_s << QStringList();
}

void TestLocalFinder::typed_findsLocally()
{
    QFETCH(QString, typed);
    QTEST(told(findLocally(sources(), typed, 5)), "found");
}

void TestLocalFinder::rows_ofPersons_areMasked()
{
    const auto found = findLocally(sources(), u"林素梅"_s, 5);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().title, u"林*梅 · 失业登记及失业保险金申领"_s);
    QCOMPARE(found.first().page, u"mine"_s);
}

void TestLocalFinder::whoTakesNoCases_getsTheGuide()
{
    auto known = sources();
    QCOMPARE(findLocally(known, u"zgtx"_s, 5).first().subject, u"item:retire"_s);
    known.takesCases = false;
    const auto found = findLocally(known, u"zgtx"_s, 5).first();
    QVERIFY(found.page.isEmpty()); // shown in place
    QCOMPARE(found.subject, u"retire"_s);
}

void TestLocalFinder::policy_showsThePassage()
{
    const auto found = findLocally(sources(), u"第四十五条"_s, 5);
    QCOMPARE(found.size(), 1);
    QVERIFY2(found.first().title.contains(u"第四十五条"_s), qPrintable(found.first().title));
    QCOMPARE(found.first().detail, u"失业登记及失业保险金申领"_s);
}

void TestLocalFinder::thousandCases_areSearchedWhileTyping()
{
    auto known = sources();
    for (int i = 0; i < 1000; ++i)
        known.cases.append(ownCase(u"t%1"_s.arg(i), u"21060320261122%1"_s.arg(10000 + i), u"张晓雯"_s));
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(findLocally(known, u"没有这个人"_s, 5).size(), 0); // goes through all
    qInfo("1,000 own cases: %.2f ms", double(timer.nsecsElapsed()) / 1e6);
}

void TestLocalFinder::memory_keepsOrderAndSurvives()
{
    FinderMemory memory;
    for (int i = 0; i < 20; ++i)
        memory.note({FoundKind::Case, QString::number(i), u"办件 %1"_s.arg(i), {}, u"cases"_s, {}});
    QCOMPARE(memory.recent().size(), FinderMemory::MostRecent);
    memory.note({FoundKind::Case, u"15"_s, u"办件 15"_s, {}, u"cases"_s, {}});
    QCOMPARE(memory.recent().first().id, u"15"_s);
    QCOMPARE(memory.recent().size(), FinderMemory::MostRecent); // moved, not doubled
    const auto liked = memory.recent().at(3);
    memory.toggle(liked);
    QVERIFY(memory.isFavourite(liked));
    QCOMPARE(memory.recent().size(), FinderMemory::MostRecent - 1);
    const auto again = FinderMemory::fromJson(memory.toJson());
    QCOMPARE(again.favourites(), memory.favourites());
    QCOMPARE(again.recent(), memory.recent());
    QVERIFY(FinderMemory::fromJson({{u"recent"_s, u"broken"_s}}).recent().isEmpty());
    memory.toggle(liked);
    QVERIFY(memory.favourites().isEmpty());
}

QTEST_MAIN(TestLocalFinder)
#include "test_local_finder.moc"

#include "app/counter/finder/ItemSearch.h"
#include "modules/base/Json.h"
#include "modules/casework/FormEnvironments.h"
#include "tests/support/casework/SampleMatter.h"

#include <QJsonArray>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::counter;
using namespace kuaiban::test;

namespace {

ItemPtr item(
    const QString& id, const QString& code, const QString& zh, const QString& en, const QStringList& aliases = {})
{
    auto json = sampleMatter();
    json.insert(u"id"_s, id);
    json.insert(u"code"_s, code);
    json.insert(u"name"_s, QJsonObject{{u"zh_CN"_s, zh}, {u"en"_s, en}});
    json.insert(u"aliases"_s, QJsonArray::fromStringList(aliases));
    return casework::prepareItem(canonicalBytes(json), id, 1, casework::standardFormEnvironment()).value_or(nullptr);
}

QList<ItemPtr> allItems()
{
    return {item(u"free"_s, u"000001"_s, u"纯接件"_s, u"Free intake"_s, {u"收件"_s, u"其他事项"_s}),
        item(u"claim"_s, u"022002"_s, u"失业登记及失业保险金申领"_s, u"Unemployment claim"_s, {u"失业金"_s}),
        item(u"card"_s, u"022010"_s, u"社会保障卡补换"_s, u"Card replacement"_s, {u"补卡"_s}),
        item(u"pension"_s, u"031000"_s, u"城乡居民养老保险参保登记"_s, u"Pension registration"_s)};
}

} // namespace

// Finding a matter with few keys.
class TestItemSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typed_findsTheItem_data();
    void typed_findsTheItem();
    void nothingTyped_showsAll_recentlyUsedFirst();
    void equalHits_recentlyUsedFirst();
    void recent_isTakenFromOwnCases();
};

void TestItemSearch::typed_findsTheItem_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("initials") << u"sydj"_s << QStringList{u"claim"_s};
    QTest::newRow("pinyin") << u"shiye"_s << QStringList{u"claim"_s};
    QTest::newRow("initials of what people call it") << u"syj"_s << QStringList{u"claim"_s};
    QTest::newRow("capital initials") << u"BK"_s << QStringList{u"card"_s};
    QTest::newRow("a word inside") << u"保险"_s << QStringList{u"claim"_s, u"pension"_s};
    QTest::newRow("the whole code") << u"022010"_s << QStringList{u"card"_s};
    QTest::newRow("the beginning of codes") << u"022"_s << QStringList{u"claim"_s, u"card"_s};
    QTest::newRow("English") << u"unemp"_s << QStringList{u"claim"_s};
    QTest::newRow("spaces around") << u" 补卡 "_s << QStringList{u"card"_s};
    QTest::newRow("nothing like it") << u"xyzq"_s << QStringList{};
}

void TestItemSearch::typed_findsTheItem()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, found);
    QStringList ids;
    for (const auto& hit : findItems(allItems(), typed, {}))
        ids.append(hit->item.id);
    QCOMPARE(ids, found);
}

void TestItemSearch::nothingTyped_showsAll_recentlyUsedFirst()
{
    QStringList ids;
    for (const auto& hit : findItems(allItems(), {}, {u"pension"_s, u"card"_s}))
        ids.append(hit->item.id);
    QCOMPARE(ids, (QStringList{u"pension"_s, u"card"_s, u"free"_s, u"claim"_s}));
}

void TestItemSearch::equalHits_recentlyUsedFirst()
{
    const auto hits = findItems(allItems(), u"保险"_s, {u"pension"_s});
    QCOMPARE(hits.constFirst()->item.id, u"pension"_s);
    // A better hit stands before one that was used lately.
    QCOMPARE(findItems(allItems(), u"022010"_s, {u"claim"_s}).constFirst()->item.id, u"card"_s);
}

void TestItemSearch::recent_isTakenFromOwnCases()
{
    sync::LocalCase newest;
    newest.item = u"card"_s;
    sync::LocalCase older;
    older.item = u"claim"_s;
    QCOMPARE(recentItems({newest, older, newest}), (QStringList{u"card"_s, u"claim"_s}));
    QVERIFY(recentItems({}).isEmpty());
}

QTEST_GUILESS_MAIN(TestItemSearch)
#include "test_item_search.moc"

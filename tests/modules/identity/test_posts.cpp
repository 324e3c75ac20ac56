#include "modules/base/Json.h"
#include "modules/identity/Posts.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::identity;
using namespace Qt::StringLiterals;

class TestPosts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_duplicateOrIncomplete_namesThePlace();
    void entitlement_cases_data();
    void entitlement_cases();

private:
    static Posts posts()
    {
        return parsePosts(
            *parseObject(R"({"posts":[{"id":"clerk","name":{"zh_CN":"柜员","en":"Clerk"},"rights":["case.open"]},
            {"id":"reviewer","name":{"zh_CN":"审核","en":"Reviewer"},"rights":["case.review"]}]})"))
            .value();
    }
};

void TestPosts::parse_duplicateOrIncomplete_namesThePlace()
{
    const auto twice = parsePosts(*parseObject(
        R"({"posts":[{"id":"a","name":{"zh_CN":"甲","en":"A"}},{"id":"a","name":{"zh_CN":"甲","en":"A"}}]})"));
    QVERIFY(!twice);
    QVERIFY2(twice.error().detail.contains(u"posts[1].id"_s), qPrintable(twice.error().detail));
    QVERIFY(!parsePosts(*parseObject(R"({"posts":[{"id":"a","name":{"en":"A"}}]})")));
}

void TestPosts::entitlement_cases_data()
{
    QTest::addColumn<QString>("area");
    QTest::addColumn<QString>("item");
    QTest::addColumn<qint64>("at");
    QTest::addColumn<QLatin1StringView>("right");
    QTest::addColumn<Entitlement>("expected");
    QTest::addRow("in the area") << u"210603"_s << u"i1"_s << qint64(150) << right::OpenCase << Entitlement::Held;
    QTest::addRow("in a township below") << u"210603001"_s << u"i1"_s << qint64(150) << right::OpenCase
                                         << Entitlement::Held;
    QTest::addRow("in another district") << u"210602"_s << u"i1"_s << qint64(150) << right::OpenCase
                                         << Entitlement::Never;
    QTest::addRow("in the city above") << u"2106"_s << u"i1"_s << qint64(150) << right::OpenCase << Entitlement::Never;
    QTest::addRow("before the grant") << u"210603"_s << u"i1"_s << qint64(99) << right::OpenCase << Entitlement::Never;
    QTest::addRow("after withdrawal") << u"210603"_s << u"i1"_s << qint64(200) << right::OpenCase
                                      << Entitlement::Withdrawn;
    QTest::addRow("right of another post")
        << u"210603"_s << u"i1"_s << qint64(150) << right::ApproveCase << Entitlement::Never;
    QTest::addRow("item of the grant") << u"210603"_s << u"i2"_s << qint64(500) << right::ReviewCase
                                       << Entitlement::Held;
    QTest::addRow("item outside the grant")
        << u"210603"_s << u"i1"_s << qint64(500) << right::ReviewCase << Entitlement::Never;
    QTest::addRow("right in general") << u"210603"_s << QString() << qint64(500) << right::ReviewCase
                                      << Entitlement::Held;
}

void TestPosts::entitlement_cases()
{
    QFETCH(QString, area);
    QFETCH(QString, item);
    QFETCH(qint64, at);
    QFETCH(QLatin1StringView, right);
    const QList<Grant> grants{
        {u"g1"_s, u"clerk"_s, u"210603"_s, {}, 100, 200}, {u"g2"_s, u"reviewer"_s, u"2106"_s, {u"i2"_s}, 0, 0}};
    QTEST(entitlement(posts(), grants, right, area, item, at), "expected");
}

QTEST_GUILESS_MAIN(TestPosts)
#include "test_posts.moc"

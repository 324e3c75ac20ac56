#include "HubWorld.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

// To whom work could be handed.
class TestColleagues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void colleagues_withARight_areListed_data();
    void colleagues_withARight_areListed();
    void colleague_row_saysWhoAndWhere();
    void colleagues_ofAnotherArea_areItsOwn();
    void colleagues_withAnotherRight_areRefused_data();
    void colleagues_withAnotherRight_areRefused();
    void handOver_toSomebodyOfTheList_isApplied();

private:
    QStringList names(const Desk& desk, const QString& right);

    HubWorld m_hub;
    Desk m_clerk;
};

void TestColleagues::initTestCase()
{
    QVERIFY(m_hub.open());
    QVERIFY(m_hub.addAccount(u"chen"_s, {u"window-clerk"_s}));
    QVERIFY(m_hub.addAccount(u"zhu"_s, {u"window-clerk"_s, u"dispatcher"_s}));
    QVERIFY(m_hub.addAccount(u"qin"_s, {u"township-caseworker"_s}));
    QVERIFY(m_hub.addAccount(u"you"_s, {u"reviewer"_s}));
    QVERIFY(m_hub.addAccount(u"xu"_s, {u"reviewer"_s}, u"2106"_s)); // of the city, which covers the district
    QVERIFY(m_hub.addAccount(u"he"_s, {u"reviewer"_s, u"window-clerk"_s}, u"210682"_s));
    QVERIFY(m_hub.addAccount(u"shi"_s, {u"supervisor"_s}));
    m_clerk = m_hub.desk(u"chen"_s);
    QVERIFY(!m_clerk.token.isEmpty());
}

QStringList TestColleagues::names(const Desk& desk, const QString& right)
{
    QStringList names;
    const auto reply = m_hub.get(desk, u"/api/v1/colleagues?right="_s + right);
    for (const auto& row : reply.json().value("rows"_L1).toArray())
        names.append(row.toObject().value("name"_L1).toString());
    return names;
}

void TestColleagues::colleagues_withARight_areListed_data()
{
    QTest::addColumn<QString>("right");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("windows, but not myself") << u"case.open"_s << QStringList{u"测试qin"_s, u"测试zhu"_s};
    QTest::newRow("dispatchers and supervisors") << u"case.dispatch"_s << QStringList{u"测试shi"_s, u"测试zhu"_s};
    QTest::newRow("reviewers, also of the city")
        << u"case.review"_s << QStringList{u"测试shi"_s, u"测试xu"_s, u"测试you"_s};
    QTest::newRow("approvers") << u"case.approve"_s << QStringList{u"测试shi"_s};
}

void TestColleagues::colleagues_withARight_areListed()
{
    QFETCH(QString, right);
    QFETCH(QStringList, expected);
    QCOMPARE(names(m_clerk, right), expected);
}

void TestColleagues::colleague_row_saysWhoAndWhere()
{
    const auto rows = m_hub.get(m_clerk, u"/api/v1/colleagues?right=case.open"_s).json().value("rows"_L1).toArray();
    const auto zhu = rows.last().toObject();
    QCOMPARE(zhu.keys(), (QStringList{u"account"_s, u"name"_s, u"office"_s, u"posts"_s}));
    QCOMPARE(zhu.value("posts"_L1).toArray(), QJsonArray{u"window-clerk"_s}); // only the post that carries the right
    QVERIFY(!zhu.value("account"_L1).toString().isEmpty());
}

void TestColleagues::colleagues_ofAnotherArea_areItsOwn()
{
    const auto elsewhere = m_hub.desk(u"chen"_s, u"210682"_s);
    QCOMPARE(names(elsewhere, u"case.review"_s), (QStringList{u"测试he"_s, u"测试xu"_s}));
}

void TestColleagues::colleagues_withAnotherRight_areRefused_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("none") << QString();
    QTest::newRow("one of no case") << u"?right=account.manage"_s;
    QTest::newRow("one that is not there") << u"?right=case.burn"_s;
}

void TestColleagues::colleagues_withAnotherRight_areRefused()
{
    QFETCH(QString, query);
    const auto reply = m_hub.get(m_clerk, u"/api/v1/colleagues"_s + query);
    QCOMPARE(reply.status, query.isEmpty() ? reply.status : 422);
    QVERIFY2(reply.status == 400 || reply.status == 422, qPrintable(QString::number(reply.status)));
}

void TestColleagues::handOver_toSomebodyOfTheList_isApplied()
{
    const auto dispatcher = m_hub.desk(u"zhu"_s);
    const QString stream = m_hub.openedCase(m_clerk);
    QCOMPARE(m_hub.say(dispatcher, m_hub.onTask(dispatcher, stream, u"ClaimTask"_s)), u"applied"_s);
    const auto rows =
        m_hub.get(dispatcher, u"/api/v1/colleagues?right=case.dispatch"_s).json().value("rows"_L1).toArray();
    const auto shi = rows.at(0).toObject();
    QJsonObject body{{u"to"_s, shi.value("account"_L1)}, {u"toName"_s, u"随便写的"_s}, {u"reason"_s, u"外出"_s}};
    QCOMPARE(m_hub.say(dispatcher, m_hub.onTask(dispatcher, stream, u"HandOver"_s, body)), u"applied"_s);
    const auto held = m_hub.get(m_hub.desk(u"shi"_s), u"/api/v1/tasks?mine=true"_s).json().value("rows"_L1).toArray();
    QCOMPARE(held.size(), 1);
    QCOMPARE(held.at(0).toObject().value("holderName"_L1).toString(), u"测试shi"_s); // as the hub knows the name
}

QTEST_GUILESS_MAIN(TestColleagues)
#include "test_Colleagues.moc"

#include "HubWorld.h"

#include "modules/announcements/AnnouncementStream.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

// Announcements over HTTP: who receives one, and who may see how far it came.
class TestAnnouncementRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void waiter_ofTheArea_isToldAtOnce();
    void announcement_isFedToTheAreaOnly();
    void list_isForWhoMayPublish();
    void readers_whoTookNote_areShownToWhoMayPublishThere();

private:
    QString publish(const Desk& desk, const QString& area, const QString& title);
    int fed(const Desk& desk);
    journal::Command of(const Desk& desk, const QString& stream, const QString& type, const QJsonObject& body = {})
    {
        auto command = m_hub.command(desk, stream, type, body);
        command.streamKind = announcements::AnnouncementStream::kind();
        return command;
    }

    HubWorld m_hub;
    Desk m_boss; // of 210603
    Desk m_clerk;
    Desk m_stranger; // manages 2102
};

void TestAnnouncementRoutes::initTestCase()
{
    QVERIFY(m_hub.open());
    QVERIFY(m_hub.addAccount(u"root"_s, {u"administrator"_s}));
    QVERIFY(m_hub.addAccount(u"chen"_s, {u"window-clerk"_s}));
    QVERIFY(m_hub.addAccount(u"far"_s, {u"administrator"_s}, u"2102"_s));
    m_boss = m_hub.desk(u"root"_s);
    m_clerk = m_hub.desk(u"chen"_s);
    m_stranger = m_hub.desk(u"far"_s, u"2102"_s);
}

QString TestAnnouncementRoutes::publish(const Desk& desk, const QString& area, const QString& title)
{
    const auto command = of(desk, m_hub.ids.next(), u"PublishAnnouncement"_s,
        {{u"area"_s, area}, {u"title"_s, title}, {u"text"_s, u"正文"_s}});
    const QString said = m_hub.say(desk, command);
    return said == "applied"_L1 ? command.stream : said;
}

// Events of announcements in the feed of this desk.
int TestAnnouncementRoutes::fed(const Desk& desk)
{
    const auto rows = m_hub.get(desk, u"/api/v1/feed?after=0&limit=500"_s).json().value("rows"_L1).toArray();
    return static_cast<int>(std::count_if(rows.begin(), rows.end(),
        [](const QJsonValue& row) { return row["content"_L1]["kind"_L1] == "announcement"_L1; }));
}

void TestAnnouncementRoutes::waiter_ofTheArea_isToldAtOnce()
{
    const auto upTo = m_hub.get(m_clerk, u"/api/v1/feed?after=0&limit=500"_s).json().value("upTo"_L1).toInteger();
    HttpTestClient waiting(m_hub.server->port());
    waiting.send(
        requestBytes("GET", "/api/v1/feed?limit=500&wait=20&after=" + QByteArray::number(upTo), {}, m_clerk.headers()));
    QTest::qWait(200);
    QVERIFY(!QUuid::fromString(publish(m_boss, u"210603"_s, u"晨会提前"_s)).isNull());
    const auto reply = waiting.receive(10'000);
    QVERIFY(reply);
    QCOMPARE(reply->status, 200);
    QCOMPARE(fed(m_clerk), 1);
}

void TestAnnouncementRoutes::announcement_isFedToTheAreaOnly()
{
    const int before = fed(m_clerk);
    publish(m_boss, u"210603"_s, u"只给振安"_s);
    QCOMPARE(fed(m_clerk), before + 1);
    QCOMPARE(fed(m_stranger), 0);
}

void TestAnnouncementRoutes::list_isForWhoMayPublish()
{
    const QString id = publish(m_boss, u"210603"_s, u"管理可见"_s);
    const auto titles = [this](const Desk& desk) {
        QStringList list;
        for (const auto& row : m_hub.get(desk, u"/api/v1/announcements"_s).json().value("rows"_L1).toArray())
            list.append(row["title"_L1].toString());
        return list;
    };
    QVERIFY(titles(m_boss).contains(u"管理可见"_s));
    QCOMPARE(titles(m_stranger), QStringList());
    const auto refused = m_hub.get(m_clerk, u"/api/v1/announcements"_s);
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.code(), u"identity.right"_s);
    QCOMPARE(m_hub.get(m_boss, u"/api/v1/announcements?limit=0"_s).status, 422);
    QCOMPARE(publish(m_clerk, u"210603"_s, u"柜员不能发"_s), u"refused identity.right"_s);
}

void TestAnnouncementRoutes::readers_whoTookNote_areShownToWhoMayPublishThere()
{
    const QString id = publish(m_boss, u"210603"_s, u"请阅"_s);
    auto note = m_hub.command(m_clerk, m_hub.ids.next(), u"AcknowledgeAnnouncement"_s, {{u"announcement"_s, id}});
    note.streamKind = announcements::ReceiptStream::kind();
    QCOMPARE(m_hub.say(m_clerk, note), u"applied"_s);
    const QString path = u"/api/v1/announcements/%1/readers"_s.arg(id);
    const auto rows = m_hub.get(m_boss, path).json().value("rows"_L1).toArray();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.at(0)["login"_L1].toString(), u"root"_s); // not yet
    QCOMPARE(rows.at(0)["notedAt"_L1].toInteger(), 0);
    QCOMPARE(rows.at(1)["login"_L1].toString(), u"chen"_s);
    QVERIFY(rows.at(1)["notedAt"_L1].toInteger() > 0);
    QCOMPARE(m_hub.get(m_boss, path + u"?limit=1"_s).json().value("rows"_L1).toArray().size(), 1);
    QCOMPARE(m_hub.get(m_clerk, path).status, 403);
    QCOMPARE(m_hub.get(m_stranger, path).status, 403);
    const auto unknown = m_hub.get(m_boss, u"/api/v1/announcements/%1/readers"_s.arg(m_hub.ids.next()));
    QCOMPARE(unknown.status, 404);
    QCOMPARE(unknown.code(), u"announcements.unknown"_s);
}

QTEST_GUILESS_MAIN(TestAnnouncementRoutes)
#include "test_Announcements.moc"

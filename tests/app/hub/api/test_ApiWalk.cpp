#include "HubWorld.h"

#include "modules/base/Digest.h"
#include "modules/casework/Case.h"
#include "modules/journal/Event.h"
#include "modules/journal/JournalVerifier.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

// A case from the window to its end, told only through the REST interface.
class TestApiWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void enrolment_withACode_makesACounter();
    void feed_ofANewCounter_bringsTheDefinitions();
    void numbers_ofTheDevicesArea_areGivenOnceAKey();
    void aCase_goesFromTheWindowToItsEnd();
    void history_afterTheWalk_isSoundAndRebuildsEqual();

private:
    QStringList typesInFeed(const Desk& desk);
    QJsonObject progress(const QString& number);

    HubWorld m_hub;
    Desk m_clerk;
    Desk m_dispatcher;
    Desk m_reviewer;
};

void TestApiWalk::initTestCase()
{
    const auto opened = m_hub.open();
    QVERIFY2(opened, opened ? "" : qPrintable(logLine(opened.error())));
    QVERIFY(m_hub.addAccount(u"chen"_s, {u"window-clerk"_s}));
    QVERIFY(m_hub.addAccount(u"sun"_s, {u"dispatcher"_s}));
    QVERIFY(m_hub.addAccount(u"liu"_s, {u"reviewer"_s}));
    m_clerk = m_hub.desk(u"chen"_s);
    m_dispatcher = m_hub.desk(u"sun"_s);
    m_reviewer = m_hub.desk(u"liu"_s);
    QVERIFY(!m_clerk.token.isEmpty() && !m_dispatcher.token.isEmpty() && !m_reviewer.token.isEmpty());
}

void TestApiWalk::enrolment_withACode_makesACounter()
{
    const QByteArray body = "{\"code\":\"" + m_hub.enrolCode().toLatin1() + "\",\"name\":\"窗口 5\",\"window\":\"5\"}";
    const auto headers = jsonHeaders("Idempotency-Key: " + m_hub.ids.next().toLatin1() + "\r\n");
    const auto first = m_hub.ask("POST", u"/api/v1/devices/enrol"_s, body, headers);
    QCOMPARE(first.status, 200);
    const auto device = first.json();
    QVERIFY(isUuid7(device.value("device"_L1).toString()));
    QCOMPARE(device.value("area"_L1).toString(), QString::fromLatin1(HubWorld::Area));
    QCOMPARE(device.value("office"_L1).toString(), u"振安区政务服务中心"_s);
    QCOMPARE(device.value("window"_L1).toString(), u"5"_s);
    QCOMPARE(m_hub.ask("POST", u"/api/v1/devices/enrol"_s, body, headers).json(), device); // the answer got lost
}

void TestApiWalk::feed_ofANewCounter_bringsTheDefinitions()
{
    const auto page = m_hub.get(m_clerk, u"/api/v1/feed?after=0&limit=500"_s);
    QCOMPARE(page.status, 200);
    QStringList items;
    for (const auto& entry : page.json().value("rows"_L1).toArray()) {
        const auto event = journal::Event::fromJson(entry.toObject().value("content"_L1).toObject());
        QVERIFY(event);
        if (event->body.value("table"_L1) == "item"_L1)
            items.append(event->body.value("key"_L1).toString());
    }
    QCOMPARE(items, QStringList{u"free-intake"_s});
    QCOMPARE(page.json().value("more"_L1).toBool(), false);
    const auto rest = m_hub.get(m_clerk, u"/api/v1/feed?after=%1"_s.arg(page.json().value("upTo"_L1).toInteger()));
    QCOMPARE(rest.json().value("rows"_L1).toArray().size(), 0);
}

void TestApiWalk::numbers_ofTheDevicesArea_areGivenOnceAKey()
{
    const QByteArray key = "Idempotency-Key: " + m_hub.ids.next().toLatin1() + "\r\n";
    const auto first = m_hub.post(m_clerk, u"/api/v1/number-ranges"_s, {{u"area"_s, u"210603"_s}}, key);
    QCOMPARE(first.status, 200);
    QCOMPARE(first.json().value("last"_L1).toInt() - first.json().value("first"_L1).toInt(), 199);
    QCOMPARE(m_hub.post(m_clerk, u"/api/v1/number-ranges"_s, {{u"area"_s, u"210603"_s}}, key).json(), first.json());
    const auto other = m_hub.post(m_clerk, u"/api/v1/number-ranges"_s, {{u"area"_s, u"210603"_s}},
        "Idempotency-Key: " + m_hub.ids.next().toLatin1() + "\r\n");
    QCOMPARE(other.json().value("first"_L1).toInt(), first.json().value("last"_L1).toInt() + 1);
}

QStringList TestApiWalk::typesInFeed(const Desk& desk)
{
    QStringList types;
    for (const auto& entry : m_hub.get(desk, u"/api/v1/feed?after=0"_s).json().value("rows"_L1).toArray()) {
        const auto row = entry.toObject();
        const QString type = row.value("content"_L1).toObject().value("type"_L1).toString();
        if (type != "DefinitionPublished"_L1)
            types.append(type.isEmpty() ? row.value("kind"_L1).toString() : type);
    }
    return types;
}

QJsonObject TestApiWalk::progress(const QString& number)
{
    return m_hub.ask("GET", u"/api/v1/public/progress?n=%1&c=7K2M9Q"_s.arg(number)).json();
}

void TestApiWalk::aCase_goesFromTheWindowToItsEnd()
{
    const QByteArray scan(300'000, 'x');
    const QString digest = digestOf(scan);
    const casework::CaseMaterial material{m_hub.ids.next(), u"情况说明"_s, u"copy"_s, u"supplied"_s, 1,
        {{digest, u"image/png"_s, 1240, 1754, 150, scan.size()}}, {}, false};
    auto opening = m_hub.openCase(m_clerk, {material.toJson()});
    opening.files = {digest};
    QCOMPARE(m_hub.say(m_clerk, opening), u"applied"_s);
    QCOMPARE(m_hub.say(m_clerk, opening), u"already-applied"_s);
    const QString number = opening.body.value("number"_L1).toString();
    QVERIFY(typesInFeed(m_clerk).contains(u"CaseOpened"_s));
    QVERIFY(!typesInFeed(m_dispatcher).contains(u"CaseOpened"_s));

    for (int part = 0; part < 2; ++part) {
        QCOMPARE(
            m_hub
                .ask("PUT", u"/api/v1/blobs/%1/parts/%2?size=300000"_s.arg(digest).arg(part),
                    scan.mid(part * 262'144, 262'144), m_clerk.headers() + "Content-Type: application/octet-stream\r\n")
                .status,
            204);
    }
    QCOMPARE(progress(number).value("state"_L1).toString(), u"in-progress"_s);
    QCOMPARE(progress(number).value("step"_L1).toString(), u"分发"_s);

    QCOMPARE(m_hub.get(m_dispatcher, u"/api/v1/tasks/counts"_s).json(), (QJsonObject{{u"open"_s, 1}, {u"mine"_s, 0}}));
    const auto queue = m_hub.get(m_dispatcher, u"/api/v1/tasks?limit=10"_s).json().value("rows"_L1).toArray();
    QCOMPARE(queue.size(), 1);
    QCOMPARE(queue.at(0).toObject().value("number"_L1).toString(), number);
    QCOMPARE(m_hub.get(m_reviewer, u"/api/v1/tasks"_s).json().value("rows"_L1).toArray().size(), 0);

    const QString stream = opening.stream;
    const auto events = m_hub.get(m_dispatcher, u"/api/v1/streams/%1/events"_s.arg(stream));
    QCOMPARE(events.status, 200);
    QVERIFY(events.json().value("events"_L1).toArray().size() >= 2);
    QCOMPARE(m_hub.get(m_reviewer, u"/api/v1/blobs/%1"_s.arg(digest)).body, scan);

    QCOMPARE(m_hub.say(m_dispatcher, m_hub.onTask(m_dispatcher, stream, u"ClaimTask"_s)), u"applied"_s);
    QCOMPARE(m_hub.get(m_dispatcher, u"/api/v1/tasks/counts"_s).json(), (QJsonObject{{u"open"_s, 0}, {u"mine"_s, 1}}));
    QCOMPARE(m_hub.get(m_dispatcher, u"/api/v1/tasks?mine=true"_s).json().value("rows"_L1).toArray().size(), 1);
    QVERIFY(typesInFeed(m_dispatcher).contains(u"enter"_s));
    QCOMPARE(m_hub.say(m_dispatcher,
                 m_hub.onTask(m_dispatcher, stream, u"DispatchCase"_s, {{u"department"_s, u"养老保险科"_s}})),
        u"applied"_s);
    QCOMPARE(m_hub.say(m_reviewer, m_hub.onTask(m_reviewer, stream, u"ClaimTask"_s)), u"applied"_s);
    QCOMPARE(m_hub.say(m_reviewer, m_hub.onTask(m_reviewer, stream, u"ApproveTask"_s, {{u"opinion"_s, u"同意"_s}})),
        u"applied"_s);

    const auto end = progress(number);
    QCOMPARE(end.value("state"_L1).toString(), u"completed"_s);
    QCOMPARE(end.keys(), (QStringList{u"next"_s, u"state"_s, u"step"_s}));
    const auto mine =
        m_hub.get(m_clerk, u"/api/v1/cases?openedBy=me&phase=completed"_s).json().value("rows"_L1).toArray();
    QCOMPARE(mine.size(), 1);
    QCOMPARE(mine.at(0).toObject().value("id"_L1).toString(), stream);
    QVERIFY(typesInFeed(m_clerk).contains(u"CaseCompleted"_s));
    QVERIFY(typesInFeed(m_dispatcher).contains(u"leave"_s));
}

void TestApiWalk::history_afterTheWalk_isSoundAndRebuildsEqual()
{
    auto& connection = m_hub.core->main();
    QVERIFY(m_hub.core->checkpoint(connection));
    const auto report = journal::verifyJournal(connection, nullptr);
    QVERIFY(report);
    QCOMPARE(report->problems, QStringList());
    const auto files = [&] {
        return connection.integer("SELECT COUNT(*) FROM case_file").value_or(-1) * 1000 +
               connection.integer("SELECT COUNT(*) FROM task_row WHERE state = 'done'").value_or(-1);
    };
    const auto before = files();
    QVERIFY(before > 1000);
    QVERIFY(journal::rebuild(connection, m_hub.core->parts().gate.projections()));
    QCOMPARE(files(), before);
}

QTEST_GUILESS_MAIN(TestApiWalk)
#include "test_ApiWalk.moc"

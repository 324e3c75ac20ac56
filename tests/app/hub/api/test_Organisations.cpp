#include "HubWorld.h"
#include "modules/identity/Organisations.h"
#include "modules/identity/OrganisationStream.h"
#include "modules/journal/StreamLog.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

// Organisations over HTTP: who may see and change them, what a sheet makes, how a machine becomes a window.
class TestOrganisationRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void list_isOfTheAreasOneManages();
    void change_isForTheAreasOneManages();
    void account_withWiderPosts_isNotForANarrowAdministrator();
    void sheet_withMistakes_makesNothing();
    void sheet_sound_makesAll_once();
    void enrolCode_makesAWindowOfTheOrganisation();
    void revokedWindow_isNotKnownAnyMore();
    void idleTime_isToldAtSigningIn();

private:
    journal::Command of(const Desk& desk, const QString& stream, const QString& type, const QJsonObject& body)
    {
        auto command = m_hub.command(desk, stream, type, body);
        command.streamKind = identity::OrganisationStream::kind();
        return command;
    }
    HttpTestReply import(const QJsonArray& rows, bool check)
    {
        return m_hub.post(m_boss, u"/api/v1/organisation-imports"_s, {{u"rows"_s, rows}, {u"check"_s, check}},
            "Idempotency-Key: " + m_hub.ids.next().toLatin1() + "\r\n");
    }
    HttpTestReply act(const Desk& desk, const QString& path)
    {
        return m_hub.post(desk, path, {}, "Idempotency-Key: " + m_hub.ids.next().toLatin1() + "\r\n");
    }

    HubWorld m_hub;
    QString m_city;
    QString m_hall;
    Desk m_boss; // of 210603
    Desk m_clerk;
};

void TestOrganisationRoutes::initTestCase()
{
    QVERIFY(QDir().mkpath(m_hub.resource(u"codes"_s)));
    QFile areas(m_hub.resource(u"codes/areas.csv"_s));
    QVERIFY(areas.open(QIODevice::WriteOnly));
    areas.write("code,name,parent\n21,辽宁省,\n2106,丹东市,21\n210603,振兴区,2106\n210603001,站前街道,210603\n");
    areas.close();
    QVERIFY(m_hub.open());
    m_city = m_hub.addOrganisation(u"丹东市人社局"_s, u"2106"_s);
    m_hall = m_hub.addOrganisation(QString::fromUtf8(HubWorld::Office), u"210603"_s, m_city);
    QVERIFY(!m_city.isEmpty() && !m_hall.isEmpty());
    QVERIFY(m_hub.addAccount(u"root"_s, {u"administrator"_s}));
    QVERIFY(m_hub.addAccount(u"chen"_s, {u"window-clerk"_s}));
    m_boss = m_hub.desk(u"root"_s);
    m_clerk = m_hub.desk(u"chen"_s);
}

void TestOrganisationRoutes::list_isOfTheAreasOneManages()
{
    const auto rows = m_hub.get(m_boss, u"/api/v1/organisations"_s).json().value("rows"_L1).toArray();
    QCOMPARE(rows.size(), 1); // that of the city is above
    QCOMPARE(rows[0]["id"_L1].toString(), m_hall);
    QCOMPARE(rows[0]["parent"_L1].toString(), m_city);
    const auto above = m_hub.get(m_boss, u"/api/v1/organisations"_s).json().value("above"_L1).toArray();
    QCOMPARE(above.size(), 1);
    QCOMPARE(above[0]["name"_L1].toString(), u"丹东市人社局"_s);
    QCOMPARE(rows[0]["accounts"_L1].toInt(), 2);
    QCOMPARE(m_hub.get(m_clerk, u"/api/v1/organisations"_s).status, 403);
    QCOMPARE(m_hub.get(m_clerk, u"/api/v1/organisations/"_s + m_hall + u"/windows"_s).status, 403);
    QCOMPARE(m_hub.get(m_boss, u"/api/v1/organisations/"_s + m_city + u"/windows"_s).status, 403);
    QCOMPARE(m_hub.get(m_boss, u"/api/v1/organisations/"_s + m_hub.ids.next() + u"/windows"_s).status, 404);
}

void TestOrganisationRoutes::change_isForTheAreasOneManages()
{
    const QJsonObject street{
        {u"name"_s, u"站前街道"_s}, {u"kind"_s, u"township"_s}, {u"area"_s, u"210603001"_s}, {u"parent"_s, m_hall}};
    const QString id = m_hub.ids.next();
    QCOMPARE(m_hub.say(m_clerk, of(m_clerk, id, u"OpenOrganisation"_s, street)), u"403 identity.right"_s);
    QCOMPARE(m_hub.say(m_boss, of(m_boss, id, u"OpenOrganisation"_s, street)), u"applied"_s);
    auto moved = street;
    moved.insert(u"area"_s, u"2102"_s); // not his
    QCOMPARE(m_hub.say(m_boss, of(m_boss, id, u"ChangeOrganisation"_s, moved)), u"403 identity.right"_s);
    QCOMPARE(m_hub.say(m_boss, of(m_boss, m_city, u"CloseOrganisation"_s, {})), u"403 identity.right"_s);
    QCOMPARE(
        m_hub.say(m_boss, of(m_boss, m_hall, u"CloseOrganisation"_s, {})), u"refused identity.organisation-in-use"_s);
    QCOMPARE(m_hub.say(m_boss, of(m_boss, id, u"CloseOrganisation"_s, {})), u"applied"_s);
}

// Who may do more than one may give is not changed, locked or moved by one.
void TestOrganisationRoutes::account_withWiderPosts_isNotForANarrowAdministrator()
{
    QVERIFY(m_hub.addAccount(u"wide"_s, {u"reviewer"_s}));
    QVERIFY(hub::Accounting(*m_hub.core).grant(u"wide"_s, u"supervisor"_s, u"2106"_s));
    const auto wide = *identity::Accounts(m_hub.core->main()).byLogin(u"wide"_s).value();
    const auto say = [&](const QString& type, const QJsonObject& body) {
        auto command = m_hub.command(m_boss, wide.id, type, body);
        command.streamKind = u"account"_s;
        return m_hub.say(m_boss, command);
    };
    QCOMPARE(say(u"LockAccount"_s, {}), u"403 identity.right"_s);
    QCOMPARE(say(u"WithdrawPost"_s, {{u"id"_s, wide.grants.constLast().id}}), u"403 identity.right"_s);
    QCOMPARE(say(u"ChangeAccount"_s, {{u"name"_s, u"某"_s}, {u"area"_s, u"210603"_s}, {u"office"_s, u"厅"_s}}),
        u"403 identity.right"_s);
    QVERIFY(hub::Accounting(*m_hub.core).withdraw(u"wide"_s, u"supervisor"_s));
    QCOMPARE(say(u"LockAccount"_s, {}), u"applied"_s);
}

void TestOrganisationRoutes::sheet_withMistakes_makesNothing()
{
    const QJsonArray rows{QJsonObject{{u"name"_s, u"甲"_s}, {u"area"_s, u"210603"_s}, {u"kind"_s, u"财政"_s}},
        QJsonObject{{u"name"_s, u"乙"_s}, {u"area"_s, u"2106"_s}, {u"kind"_s, u"?"_s}}};
    const auto reply = import(rows, false);
    QCOMPARE(reply.status, 200);
    const auto problems = reply.json().value("problems"_L1).toArray();
    QCOMPARE(problems.size(), 2);
    QCOMPARE(problems[0]["row"_L1].toInt(), 1);
    QCOMPARE(problems[0]["column"_L1].toString(), u"area"_s); // not his
    QCOMPARE(problems[1]["column"_L1].toString(), u"kind"_s);
    QVERIFY(!identity::Organisations(m_hub.core->main()).named(u"甲"_s, u"210603"_s).value());
    QCOMPARE(import({}, false).status, 422);
    QCOMPARE(m_hub
                 .post(m_clerk, u"/api/v1/organisation-imports"_s, {{u"rows"_s, rows}},
                     "Idempotency-Key: " + m_hub.ids.next().toLatin1() + "\r\n")
                 .status,
        403);
}

void TestOrganisationRoutes::sheet_sound_makesAll_once()
{
    const QJsonArray rows{QJsonObject{{u"name"_s, u"一村"_s}, {u"area"_s, u"210603001000"_s}, {u"kind"_s, u"村"_s},
                              {u"parent"_s, u"振兴区财政所"_s}, {u"phone"_s, u"0415-1"_s}},
        QJsonObject{{u"name"_s, u"振兴区财政所"_s}, {u"area"_s, u"210603"_s}, {u"kind"_s, u"财政"_s},
            {u"parent"_s, QString::fromUtf8(HubWorld::Office)}}};
    QVERIFY(import(rows, true).json().value("problems"_L1).toArray().isEmpty());
    const identity::Organisations organisations(m_hub.core->main());
    QVERIFY(!organisations.named(u"一村"_s, u"210603001"_s).value()); // only checked so far
    QCOMPARE(import(rows, false).json().value("made"_L1).toArray().size(), 2);
    const auto village = organisations.named(u"一村"_s, u"210603001"_s).value();
    QVERIFY(village);
    QCOMPARE(village->area, u"210603001"_s);
    QCOMPARE(village->phone, u"0415-1"_s);
    QCOMPARE(organisations.byId(village->parent).value()->parent, m_hall);
    const auto again = import(rows, false).json(); // the answer got lost, the sheet is sent once more
    QVERIFY(again.value("made"_L1).toArray().isEmpty());
    QCOMPARE(again.value("problems"_L1).toArray().size(), 2);
}

void TestOrganisationRoutes::enrolCode_makesAWindowOfTheOrganisation()
{
    const QString path = u"/api/v1/organisations/"_s + m_hall + u"/enrol-codes"_s;
    QCOMPARE(act(m_clerk, path).status, 403);
    QCOMPARE(m_hub.post(m_boss, path, {}).status, 400); // without a key
    const auto code = act(m_boss, path).json().value("code"_L1).toString();
    QCOMPARE(code.size(), 8);
    const auto enrolled =
        m_hub
            .ask("POST", u"/api/v1/devices/enrol"_s,
                QJsonDocument(QJsonObject{{u"code"_s, code}, {u"name"_s, u"新机"_s}, {u"window"_s, u"9"_s}}).toJson(),
                jsonHeaders("Idempotency-Key: " + m_hub.ids.next().toLatin1() + "\r\n"))
            .json();
    QCOMPARE(enrolled.value("office"_L1).toString(), QString::fromUtf8(HubWorld::Office));
    const auto rows =
        m_hub.get(m_boss, u"/api/v1/organisations/"_s + m_hall + u"/windows"_s).json().value("rows"_L1).toArray();
    const auto is9 = [](const QJsonValue& row) { return row["window"_L1] == "9"_L1 && row["name"_L1] == u"新机"_s; };
    QCOMPARE(std::count_if(rows.begin(), rows.end(), is9), 1);
}

void TestOrganisationRoutes::revokedWindow_isNotKnownAnyMore()
{
    const auto lost = m_hub.desk(u"chen"_s);
    QCOMPARE(m_hub.get(lost, u"/api/v1/cases"_s).status, 200);
    const QString path = u"/api/v1/devices/"_s + lost.device + u"/revocation"_s;
    QCOMPARE(act(m_clerk, path).status, 403);
    QCOMPARE(act(m_boss, path).status, 204);
    QCOMPARE(act(m_boss, path).status, 204); // once more is the same
    QCOMPARE(m_hub.get(lost, u"/api/v1/cases"_s).status, 401);
    const auto own = act(m_boss, u"/api/v1/devices/"_s + m_boss.device + u"/revocation"_s);
    QCOMPARE(own.status, 422);
    QCOMPARE(own.json().value("code"_L1).toString(), u"identity.window-own"_s);
    QStringList notes; // who did it stands in his stream
    const auto history = journal::StreamLog(m_hub.core->main(), m_hub.random).history(m_boss.account);
    for (const auto& event : history.value_or(QList<journal::Event>()))
        notes.append(event.type);
    QCOMPARE(notes.count(u"WindowRevoked"_s), 1);
    QCOMPARE(notes.count(u"EnrolCodeMade"_s), 1);
    const auto never = act(m_boss, u"/api/v1/devices/"_s + m_hub.ids.next() + u"/revocation"_s);
    QCOMPARE(never.status, 404);
    QCOMPARE(never.json().value("code"_L1).toString(), u"identity.window"_s);
}

void TestOrganisationRoutes::idleTime_isToldAtSigningIn()
{
    const auto told = [this] {
        return m_hub
            .ask("POST", u"/api/v1/sessions"_s,
                QJsonDocument(
                    QJsonObject{{u"login"_s, u"chen"_s}, {u"password"_s, QString::fromLatin1(HubWorld::Password)}})
                    .toJson(),
                jsonHeaders("X-Device-Token: " + m_clerk.deviceToken.toLatin1() + "\r\n"))
            .json()
            .value("user"_L1)
            .toObject()
            .value("idleMinutes"_L1)
            .toInt(-1);
    };
    QCOMPARE(told(), 0);
    const QJsonObject hall{{u"name"_s, QString::fromUtf8(HubWorld::Office)}, {u"kind"_s, u"human-resources"_s},
        {u"area"_s, u"210603"_s}, {u"parent"_s, m_city}, {u"idleMinutes"_s, 5}};
    QCOMPARE(m_hub.say(m_boss, of(m_boss, m_hall, u"ChangeOrganisation"_s, hall)), u"applied"_s);
    QCOMPARE(told(), 5);
}

QTEST_GUILESS_MAIN(TestOrganisationRoutes)
#include "test_Organisations.moc"

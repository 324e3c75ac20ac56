#include "HubWorld.h"

#include "app/hub/api/HubCommands.h"
#include "modules/base/Json.h"
#include "modules/carried/CarriedWork.h"
#include "modules/identity/Devices.h"
#include "modules/journal/StreamLog.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

// POST /api/v1/carried-work: what a machine signed counts as if it had come itself, and nothing else does.
class TestCarriedWork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void work_broughtByASupervisor_isOfWhoeverDidIt();
    void work_broughtTwice_orComingItselfAfterwards_isKnown();
    void work_inDoubt_isHeld_data();
    void work_inDoubt_isHeld();
    void work_doneOnAnotherMachine_isRefusedByItself();
    void work_thatIsNotTheMachines_isRefused_data();
    void work_thatIsNotTheMachines_isRefused();

private:
    QJsonObject carried(const QList<journal::Command>& commands);
    HttpTestReply bring(const Desk& by, const QJsonObject& work)
    {
        return m_hub->post(by, u"/api/v1/carried-work"_s, work);
    }
    QString verdict(const HttpTestReply& reply)
    {
        return reply.json().value("answers"_L1).toArray().at(0)["verdict"_L1].toString();
    }

    std::unique_ptr<HubWorld> m_hub;
    std::unique_ptr<journal::Signer> m_key;
    Desk m_clerk;
    Desk m_supervisor;
};

void TestCarriedWork::init()
{
    m_hub = std::make_unique<HubWorld>();
    QVERIFY(m_hub->open());
    QVERIFY(m_hub->addAccount(u"chen"_s, {u"window-clerk"_s}));
    QVERIFY(m_hub->addAccount(u"wang"_s, {u"supervisor"_s}));
    m_key = *journal::signerFromPem(*journal::newSigningKey());
    m_clerk = m_hub->desk(u"chen"_s, QString::fromLatin1(HubWorld::Area), *m_key->publicPem());
    m_supervisor = m_hub->desk(u"wang"_s);
    QVERIFY(!m_clerk.token.isEmpty() && !m_supervisor.token.isEmpty());
}

QJsonObject TestCarriedWork::carried(const QList<journal::Command>& commands)
{
    const auto push = carried::signedPushes(commands, *m_key)->constFirst();
    return {{u"device"_s, m_clerk.device}, {u"body"_s, QString::fromUtf8(push.body)},
        {u"signature"_s, QString::fromLatin1(push.signature.toBase64())}};
}

void TestCarriedWork::work_broughtByASupervisor_isOfWhoeverDidIt()
{
    const auto opening = m_hub->openCase(m_clerk);
    const auto reply = bring(m_supervisor, carried({opening}));
    QCOMPARE(reply.status, 200);
    QCOMPARE(verdict(reply), u"applied"_s);
    auto& connection = m_hub->core->main();
    const auto opener = connection.first("SELECT opened_by FROM case_row WHERE stream = ?", {opening.stream},
        [](const store::Row& row) { return row.text(0); });
    QCOMPARE(opener->value_or(QString()), m_clerk.account);
    // Who brought it is known.
    const auto told = journal::StreamLog(connection, m_hub->random).history(m_supervisor.account)->constLast();
    QCOMPARE(told.type, u"WorkCarried"_s);
    QCOMPARE(told.body.value("device"_L1).toString(), m_clerk.device);
    QCOMPARE(told.body.value("account"_L1).toString(), m_clerk.account);
}

void TestCarriedWork::work_broughtTwice_orComingItselfAfterwards_isKnown()
{
    const auto opening = m_hub->openCase(m_clerk);
    const auto work = carried({opening});
    QCOMPARE(verdict(bring(m_supervisor, work)), u"applied"_s);
    QCOMPARE(verdict(bring(m_supervisor, work)), u"already-applied"_s);
    const auto body = work.value("body"_L1).toString().toUtf8();
    const auto itself = m_hub->ask("POST", u"/api/v1/commands"_s, body,
        jsonHeaders(
            m_clerk.headers() + "X-Device-Signature: " + work.value("signature"_L1).toString().toLatin1() + "\r\n"));
    QCOMPARE(verdict(itself), u"already-applied"_s);
}

// It may have been done by a thief: kept, and a supervisor says whether it counts.
void TestCarriedWork::work_inDoubt_isHeld_data()
{
    QTest::addColumn<bool>("revoked");
    QTest::newRow("of a machine that was revoked") << true;
    QTest::newRow("of somebody who was locked") << false;
}

void TestCarriedWork::work_inDoubt_isHeld()
{
    QFETCH(bool, revoked);
    const auto opening = m_hub->openCase(m_clerk);
    auto& connection = m_hub->core->main();
    if (revoked)
        QVERIFY(identity::Devices(connection, m_hub->random).revoke(m_clerk.device, m_hub->clock.nowMs()));
    else
        QVERIFY(hub::submitAsHub(
            m_hub->core->parts(), connection, {{u"account"_s, m_clerk.account, u"LockAccount"_s, {}}}));
    const auto reply = bring(m_supervisor, carried({opening}));
    QCOMPARE(reply.status, 200);
    QCOMPARE(verdict(reply), u"held"_s);
    const auto answer = reply.json().value("answers"_L1).toArray().at(0);
    QCOMPARE(answer["reason"_L1]["code"_L1].toString(), u"hub.carried-doubt"_s);
    const auto ruled =
        m_hub->command(m_supervisor, opening.stream, u"AdmitWork"_s, {{u"commands"_s, QJsonArray{opening.id}}});
    QCOMPARE(m_hub->say(m_supervisor, ruled), u"applied"_s);
    QCOMPARE(connection.integer("SELECT COUNT(*) FROM case_row WHERE stream = ?", {opening.stream}).value_or(-1), 1);
}

void TestCarriedWork::work_doneOnAnotherMachine_isRefusedByItself()
{
    auto foreign = m_hub->openCase(m_clerk);
    foreign.device = m_supervisor.device; // of an enrolment before this one
    const auto mine = m_hub->openCase(m_clerk);
    const auto answers = bring(m_supervisor, carried({foreign, mine})).json().value("answers"_L1).toArray();
    QCOMPARE(answers.at(0)["verdict"_L1].toString(), u"refused"_s);
    QCOMPARE(answers.at(1)["verdict"_L1].toString(), u"applied"_s);
}

void TestCarriedWork::work_thatIsNotTheMachines_isRefused_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::newRow("brought by a clerk") << u"clerk"_s << 403 << u"identity.right"_s;
    QTest::newRow("brought by a supervisor of elsewhere") << u"elsewhere"_s << 403 << u"identity.right"_s;
    QTest::newRow("of a machine that nobody knows") << u"unknown"_s << 422 << u"hub.carried"_s;
    QTest::newRow("of a machine without a key") << u"keyless"_s << 422 << u"hub.carried"_s;
    QTest::newRow("changed on the way") << u"changed"_s << 422 << u"hub.carried"_s;
    QTest::newRow("not signed") << u"unsigned"_s << 422 << u"hub.carried"_s;
    QTest::newRow("in the name of somebody who never worked there") << u"stranger"_s << 422 << u"hub.carried"_s;
    QTest::newRow("sent by the counter itself and overheard") << u"overheard"_s << 422 << u"hub.carried"_s;
    QTest::newRow("of two people") << u"two"_s << 422 << u"hub.carried"_s;
    QTest::newRow("rights instead of work") << u"account"_s << 422 << u"hub.carried"_s;
    QTest::newRow("no commands") << u"none"_s << 422 << u"hub.command-count"_s;
    QTest::newRow("no JSON in it") << u"text"_s << 400 << u"base.json"_s;
}

void TestCarriedWork::work_thatIsNotTheMachines_isRefused()
{
    QFETCH(QString, way);
    QFETCH(int, status);
    QFETCH(QString, code);
    QVERIFY(m_hub->addAccount(u"hu"_s, {u"supervisor"_s}, u"210682"_s));
    const auto elsewhere = m_hub->desk(u"hu"_s, u"210682"_s);
    auto opening = m_hub->openCase(m_clerk);
    auto second = m_hub->openCase(m_clerk);
    if (way == "stranger"_L1)
        opening.actor = second.actor = m_supervisor.account;
    if (way == "two"_L1)
        second.actor = m_supervisor.account;
    if (way == "account"_L1) {
        opening.streamKind = u"account"_s;
        opening.type = u"GrantPost"_s;
    }
    auto work = carried({opening, second});
    const auto sign = [&](const QByteArray& body) {
        work.insert(u"body"_s, QString::fromUtf8(body));
        work.insert(u"signature"_s, QString::fromLatin1(m_key->sign(journal::pushBytes(body))->toBase64()));
    };
    if (way == "unknown"_L1)
        work.insert(u"device"_s, m_hub->ids.next());
    if (way == "keyless"_L1)
        work.insert(u"device"_s, m_supervisor.device);
    if (way == "changed"_L1)
        work.insert(u"body"_s, work.value("body"_L1).toString().replace(u"\"3\""_s, u"\"4\""_s));
    if (way == "unsigned"_L1)
        work.insert(u"signature"_s, u"AAAA"_s);
    if (way == "overheard"_L1)
        sign(canonicalBytes({{u"commands"_s, QJsonArray{opening.toJson()}}, {u"held"_s, QJsonArray()}}));
    if (way == "none"_L1)
        sign(R"({"commands":[]})");
    if (way == "text"_L1)
        sign("commands");
    const auto before = m_hub->core->main().integer("SELECT COUNT(*) FROM event").value_or(-1);
    const auto reply = bring(way == "clerk"_L1 ? m_clerk : way == "elsewhere"_L1 ? elsewhere : m_supervisor, work);
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.code(), code);
    QCOMPARE(m_hub->core->main().integer("SELECT COUNT(*) FROM event").value_or(-2), before);
}

QTEST_GUILESS_MAIN(TestCarriedWork)
#include "test_CarriedWork.moc"

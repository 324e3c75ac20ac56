#include "HubWorld.h"

#include "modules/base/Json.h"
#include "modules/identity/AccountStream.h"
#include "modules/journal/JournalVerifier.h"
#include "modules/journal/Signer.h"
#include "tests/support/store/FullDisk.h"
#include "tests/support/store/TestDatabase.h"

#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

// POST /api/v1/commands: answers, limits, who may, and many at once.
class TestCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void command_ofEachKind_isAnswered();
    void commandId_withOtherContent_keepsNothingOfTheRequest();
    void fullDisk_takesNothing_andLaterEverythingOnce();
    void requests_outsideTheLimits_areRefused_data();
    void requests_outsideTheLimits_areRefused();
    void push_ofAMachineWithAKey_isBelievedBySignature_data();
    void push_ofAMachineWithAKey_isBelievedBySignature();
    void enrolment_withAKeyThatIsNone_isRefused();
    void command_heldByItsCounter_isKeptAndNotDecided();
    void heldWork_isListedAndRuledOn();
    void command_ofAnotherPerson_isRefused();
    void accounts_changedByThoseWhoMayNot_stayAsTheyWere_data();
    void accounts_changedByThoseWhoMayNot_stayAsTheyWere();
    void accounts_changedByTheAdministrator_holdTheNewPost();
    void eightThreads_hammering_loseNothing();

private:
    journal::Command grant(const Desk& by, const Desk& whom, const QString& post, const QString& area);
    qint64 events() { return m_hub->core->main().integer("SELECT COUNT(*) FROM event").value_or(-1); }

    std::unique_ptr<HubWorld> m_hub;
    Desk m_clerk;
};

void TestCommands::init()
{
    m_hub = std::make_unique<HubWorld>();
    QVERIFY(m_hub->open());
    QVERIFY(m_hub->addAccount(u"chen"_s, {u"window-clerk"_s}));
    m_clerk = m_hub->desk(u"chen"_s);
}

void TestCommands::command_ofEachKind_isAnswered()
{
    const auto opening = m_hub->openCase(m_clerk);
    auto late = m_hub->command(m_clerk, opening.stream, u"AddRemark"_s, {{u"text"_s, u"已电话联系"_s}});
    late.prev = m_hub->ids.next(); // has not arrived
    QCOMPARE(m_hub->say(m_clerk, opening), u"applied"_s);
    QCOMPARE(m_hub->say(m_clerk, opening), u"already-applied"_s);
    QCOMPARE(m_hub->say(m_clerk, late), u"wait journal.prev-unknown"_s);
    auto stale = m_hub->command(m_clerk, opening.stream, u"VoidCase"_s, {{u"reason"_s, u"重复"_s}});
    stale.base = 0;
    QCOMPARE(m_hub->say(m_clerk, stale), u"conflict journal.changed"_s);
    QCOMPARE(m_hub->say(m_clerk, m_hub->onTask(m_clerk, opening.stream, u"ClaimTask"_s)), u"refused casework.right"_s);
    QCOMPARE(m_hub->say(m_clerk, {}), u"refused journal.command"_s);
}

void TestCommands::commandId_withOtherContent_keepsNothingOfTheRequest()
{
    const auto opening = m_hub->openCase(m_clerk);
    QCOMPARE(m_hub->say(m_clerk, opening), u"applied"_s);
    const qint64 before = events();
    auto other = m_hub->openCase(m_clerk);
    auto changed = opening;
    changed.body.insert(u"window"_s, u"9"_s);
    const auto reply = m_hub->send(m_clerk, {other, changed});
    QCOMPARE(reply.status, 422);
    QCOMPARE(reply.code(), u"journal.id-reused"_s);
    QCOMPARE(events(), before);
    QCOMPARE(m_hub->say(m_clerk, other), u"applied"_s); // it is still new
}

// The counter keeps what was not taken and sends it again: then it is there once.
void TestCommands::fullDisk_takesNothing_andLaterEverythingOnce()
{
    if (isOnPostgres())
        QSKIP("the disk that is full here is that of this process, and the server has its own");
    const auto opening = m_hub->openCase(m_clerk);
    const qint64 before = events();
    {
        const FullDisk full;
        const auto reply = m_hub->send(m_clerk, {opening});
        QCOMPARE(reply.status, 503);
        QCOMPARE(reply.code(), u"store.full"_s);
    }
    QCOMPARE(events(), before);
    QCOMPARE(m_hub->say(m_clerk, opening), u"applied"_s);
    QCOMPARE(m_hub->say(m_clerk, opening), u"already-applied"_s);
}

void TestCommands::requests_outsideTheLimits_areRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");

    QTest::newRow("no command") << QByteArray(R"({"commands":[]})") << 422 << u"hub.command-count"_s;
    QTest::newRow("a hundred and one commands")
        << "{\"commands\":[" + QByteArray(R"({"kind":"case"},)").repeated(100) + R"({"kind":"case"}]})" << 422
        << u"hub.command-count"_s;
    QTest::newRow("no list") << QByteArray(R"({"commands":{}})") << 422 << u"base.json-field"_s;
    QTest::newRow("held without a reason")
        << QByteArray(R"({"commands":[{"kind":"case"}],"held":[{"command":"c1"}]})") << 422 << u"journal.command"_s;
    QTest::newRow("no JSON") << QByteArray("commands") << 400 << u"base.json"_s;
    QTest::newRow("more than 256 KB") << QByteArray(256 * 1024 + 1, ' ') << 413 << u"http.body-too-large"_s;
}

void TestCommands::requests_outsideTheLimits_areRefused()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QString, code);
    const qint64 before = events();
    const auto reply = m_hub->ask("POST", u"/api/v1/commands"_s, body, jsonHeaders(m_clerk.headers()));
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.code(), code);
    QCOMPARE(events(), before);
}

void TestCommands::push_ofAMachineWithAKey_isBelievedBySignature_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<int>("status");
    QTest::newRow("signed") << u"signed"_s << 200;
    QTest::newRow("not signed") << QString() << 403;
    QTest::newRow("signed by another machine") << u"other"_s << 403;
    QTest::newRow("changed on the way") << u"changed"_s << 403;
    QTest::newRow("something else was signed") << u"bare"_s << 403;
    QTest::newRow("no base64") << u"nonsense"_s << 403;
}

void TestCommands::push_ofAMachineWithAKey_isBelievedBySignature()
{
    QFETCH(QString, way);
    QFETCH(int, status);
    const auto mine = *journal::signerFromPem(*journal::newSigningKey());
    const auto other = *journal::signerFromPem(*journal::newSigningKey());
    const auto desk = m_hub->desk(u"chen"_s, QString::fromLatin1(HubWorld::Area), *mine->publicPem());
    QVERIFY(!desk.token.isEmpty());
    const auto opening = m_hub->openCase(desk);
    const auto body = canonicalBytes({{u"commands"_s, QJsonArray{opening.toJson()}}});
    const auto& signer = way == "other"_L1 ? *other : *mine;
    const auto bytes = way == "bare"_L1 ? body : journal::pushBytes(way == "changed"_L1 ? body + ' ' : body);
    QByteArray headers = desk.headers();
    if (!way.isEmpty())
        headers += "X-Device-Signature: " +
                   (way == "nonsense"_L1 ? "~~~"_ba : signer.sign(bytes).value_or(QByteArray()).toBase64()) + "\r\n";
    const qint64 before = events();
    const auto reply = m_hub->ask("POST", u"/api/v1/commands"_s, body, jsonHeaders(headers));
    QCOMPARE(reply.status, status);
    if (status != 200) {
        QCOMPARE(reply.code(), u"hub.device-signature"_s);
        QCOMPARE(events(), before);
    } else {
        QCOMPARE(reply.json().value("answers"_L1).toArray().at(0)["verdict"_L1].toString(), u"applied"_s);
    }
}

void TestCommands::enrolment_withAKeyThatIsNone_isRefused()
{
    QVERIFY(m_hub->desk(u"chen"_s, QString::fromLatin1(HubWorld::Area), "no key").token.isEmpty());
}

void TestCommands::command_heldByItsCounter_isKeptAndNotDecided()
{
    const auto opening = m_hub->openCase(m_clerk);
    const qint64 before = events();
    const QJsonObject reason{{u"code"_s, u"casework.right-withdrawn"_s}, {u"origin"_s, u"user"_s}};
    const QJsonObject request{{u"commands"_s, QJsonArray{opening.toJson()}},
        {u"held"_s, QJsonArray{QJsonObject{{u"command"_s, opening.id}, {u"reason"_s, reason}}}}};
    const auto reply =
        m_hub->ask("POST", u"/api/v1/commands"_s, canonicalBytes(request), jsonHeaders(m_clerk.headers()));
    QCOMPARE(reply.status, 200);
    const auto answer = reply.json().value("answers"_L1).toArray().at(0).toObject();
    QCOMPARE(answer.value("verdict"_L1).toString(), u"held"_s);
    QCOMPARE(answer.value("reason"_L1).toObject().value("code"_L1).toString(), u"casework.right-withdrawn"_s);
    QVERIFY(m_hub->say(m_clerk, opening).startsWith("already-applied"_L1)); // it is known, and stays held
    QCOMPARE(events(), before);
}

void TestCommands::heldWork_isListedAndRuledOn()
{
    QVERIFY(m_hub->addAccount(u"wang"_s, {u"supervisor"_s}));
    const auto supervisor = m_hub->desk(u"wang"_s);
    const auto opening = m_hub->openCase(m_clerk);
    const QJsonObject reason{{u"code"_s, u"casework.right-withdrawn"_s}, {u"origin"_s, u"user"_s}};
    const QJsonObject request{{u"commands"_s, QJsonArray{opening.toJson()}},
        {u"held"_s, QJsonArray{QJsonObject{{u"command"_s, opening.id}, {u"reason"_s, reason}}}}};
    QCOMPARE(
        m_hub->ask("POST", u"/api/v1/commands"_s, canonicalBytes(request), jsonHeaders(m_clerk.headers())).status, 200);
    QCOMPARE(m_hub->ask("GET", u"/api/v1/held"_s).status, 401);
    QCOMPARE(m_hub->get(m_clerk, u"/api/v1/held"_s).json().value("rows"_L1).toArray().size(), 0);
    const auto rows = m_hub->get(supervisor, u"/api/v1/held"_s).json().value("rows"_L1).toArray();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.at(0)["stream"_L1].toString(), opening.stream);
    QCOMPARE(rows.at(0)["actorName"_L1].toString(), u"测试chen"_s);
    QCOMPARE(rows.at(0)["commands"_L1][0]["body"_L1].toObject(), opening.body);
    auto ruling = m_hub->command(supervisor, opening.stream, u"AdmitWork"_s, {{u"commands"_s, QJsonArray{opening.id}}});
    QCOMPARE(m_hub->say(supervisor, ruling), u"applied"_s);
    QCOMPARE(m_hub->get(supervisor, u"/api/v1/held"_s).json().value("rows"_L1).toArray().size(), 0);
    QCOMPARE(m_hub->say(m_clerk, opening), u"already-applied"_s);
}

void TestCommands::command_ofAnotherPerson_isRefused()
{
    QVERIFY(m_hub->addAccount(u"zhao"_s, {u"window-clerk"_s}));
    const auto other = m_hub->desk(u"zhao"_s);
    const auto opening = m_hub->openCase(m_clerk);
    QCOMPARE(m_hub->say(other, opening), u"refused journal.foreign-actor"_s);
}

journal::Command TestCommands::grant(const Desk& by, const Desk& whom, const QString& post, const QString& area)
{
    auto command = m_hub->command(
        by, whom.account, u"GrantPost"_s, {{u"id"_s, m_hub->ids.next()}, {u"post"_s, post}, {u"area"_s, area}});
    command.streamKind = identity::AccountStream::kind();
    return command;
}

void TestCommands::accounts_changedByThoseWhoMayNot_stayAsTheyWere_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("area");
    QTest::addColumn<bool>("administrator");

    QTest::newRow("a clerk grants itself a post") << u"account"_s << u"GrantPost"_s << u"210603"_s << false;
    QTest::newRow("a clerk locks an account") << u"account"_s << u"LockAccount"_s << QString() << false;
    QTest::newRow("an administrator grants for another area") << u"account"_s << u"GrantPost"_s << u"2106"_s << true;
    QTest::newRow("somebody notes that a colleague saw a person")
        << u"account"_s << u"NoteReveal"_s << QString() << true;
    QTest::newRow("somebody notes a new password") << u"account"_s << u"NotePasswordChange"_s << QString() << true;
    QTest::newRow("somebody publishes definitions") << u"catalogue"_s << u"PublishDefinitions"_s << QString() << true;
}

void TestCommands::accounts_changedByThoseWhoMayNot_stayAsTheyWere()
{
    QFETCH(QString, kind);
    QFETCH(QString, type);
    QFETCH(QString, area);
    QFETCH(bool, administrator);
    QVERIFY(m_hub->addAccount(u"root"_s, {u"administrator"_s}));
    const auto admin = m_hub->desk(u"root"_s);
    const qint64 before = events();
    auto command = grant(administrator ? admin : m_clerk, m_clerk, u"supervisor"_s, area);
    command.streamKind = kind;
    command.type = type;
    if (area.isEmpty())
        command.body = {};
    QCOMPARE(m_hub->say(administrator ? admin : m_clerk, command), u"403 identity.right"_s);
    QCOMPARE(events(), before);
}

void TestCommands::accounts_changedByTheAdministrator_holdTheNewPost()
{
    QVERIFY(m_hub->addAccount(u"root"_s, {u"administrator"_s}));
    const auto admin = m_hub->desk(u"root"_s);
    QCOMPARE(m_hub->get(m_clerk, u"/api/v1/tasks/counts"_s).json().value("open"_L1).toInt(), 0);
    QVERIFY(!m_hub->openedCase(m_clerk).isEmpty());
    QCOMPARE(m_hub->say(admin, grant(admin, m_clerk, u"dispatcher"_s, u"210603"_s)), u"applied"_s);
    QCOMPARE(m_hub->get(m_clerk, u"/api/v1/tasks/counts"_s).json().value("open"_L1).toInt(), 1);
}

void TestCommands::eightThreads_hammering_loseNothing()
{
    constexpr int Threads = 8;
    constexpr int Each = 25;
    const QString shared = m_hub->openedCase(m_clerk);
    QList<QList<journal::Command>> work(Threads);
    for (auto& list : work) {
        for (int i = 0; i < Each; ++i) {
            list.append(m_hub->openCase(m_clerk));
            list.append(m_hub->command(m_clerk, shared, u"AddRemark"_s, {{u"text"_s, u"第 %1 条"_s.arg(i)}}));
        }
    }
    std::atomic<int> applied = 0;
    std::vector<std::thread> threads;
    for (const auto& list : std::as_const(work)) {
        threads.emplace_back([&, list] {
            for (const auto& command : list)
                applied += m_hub->say(m_clerk, command) == "applied"_L1;
        });
    }
    for (auto& thread : threads)
        thread.join();
    QCOMPARE(applied.load(), 2 * Threads * Each);
    auto& connection = m_hub->core->main();
    QCOMPARE(connection.integer("SELECT COUNT(*) FROM case_row").value_or(0), Threads * Each + 1);
    QCOMPARE(
        connection.integer("SELECT COUNT(*) FROM event WHERE stream = ?", {shared}).value_or(0) -
            connection.integer("SELECT COUNT(*) FROM event WHERE stream = ? AND version <= 2", {shared}).value_or(0),
        Threads * Each);
    QCOMPARE(connection.integer("SELECT MAX(pos) - COUNT(*) FROM feed").value_or(-1), 0); // dense
    const auto report = journal::verifyJournal(connection, nullptr);
    QVERIFY(report);
    QCOMPARE(report->problems, QStringList());
}

QTEST_GUILESS_MAIN(TestCommands)
#include "test_Commands.moc"

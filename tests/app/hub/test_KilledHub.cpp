#include "api/HubWorld.h"

#include "modules/base/Json.h"
#include "modules/journal/JournalVerifier.h"
#include "tests/support/places/Places.h"

#include <QFile>
#include <QProcess>
#include <QTest>

#include <csignal>
#include <thread>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

// The real program is killed in the middle of writing. What it answered is there afterwards, once, and the chains are
// sound.
class TestKilledHub : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hub_killedWhileItWrites_losesNothingItAnswered_data();
    void hub_killedWhileItWrites_losesNothingItAnswered();
};

namespace {

struct Client
{
    QList<journal::Command> commands;
    QStringList acknowledged;
    QStringList unanswered;
};

void hammer(Client& client, quint16 port, const QByteArray& headers)
{
    for (const auto& command : std::as_const(client.commands)) {
        const auto reply = HttpTestClient(port).ask("POST", "/api/v1/commands",
            canonicalBytes({{u"commands"_s, QJsonArray{command.toJson()}}}), jsonHeaders(headers));
        const auto answer = reply.json().value("answers"_L1).toArray().at(0).toObject();
        if (answer.value("verdict"_L1) == "applied"_L1)
            client.acknowledged.append(command.id);
        else
            client.unanswered.append(command.id);
        if (reply.status == 0)
            return;
    }
}

} // namespace

void TestKilledHub::hub_killedWhileItWrites_losesNothingItAnswered_data()
{
    QTest::addColumn<int>("afterMs");
    QTest::newRow("almost at once") << 150;
    QTest::newRow("after some work") << 600;
    QTest::newRow("after more work") << 1300;
}

void TestKilledHub::hub_killedWhileItWrites_losesNothingItAnswered()
{
    QFETCH(int, afterMs);
    HubWorld world;
    Desk clerk;
    QList<Client> clients(4);
    QVERIFY(world.open());
    QVERIFY(world.addAccount(u"chen"_s, {u"window-clerk"_s}));
    clerk = world.desk(u"chen"_s);
    for (auto& client : clients) {
        for (int i = 0; i < 500; ++i)
            client.commands.append(world.openCase(clerk));
    }
    world.server->stop();

    QFile config(world.config.file);
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write(
        R"({"database":"hub.db","blobs":"blobs","resources":"resources","http":{"port":0},"checkpoint_seconds":1})");
    config.close();
    QProcess process;
    process.setReadChannel(QProcess::StandardError);
    process.start(test::inBuild(u"app/hub/kuaiban-hub"), {u"serve"_s, u"--config"_s, world.config.file});
    QVERIFY(process.waitForReadyRead(20'000));
    const auto said = process.readAllStandardError().trimmed();
    const auto port = said.mid(said.lastIndexOf(':') + 1).toUShort();
    QVERIFY2(port > 0, said.constData());

    std::vector<std::thread> threads;
    for (auto& client : clients)
        threads.emplace_back([&client, port, headers = clerk.headers()] { hammer(client, port, headers); });
    QTest::qSleep(afterMs);
    ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
    for (auto& thread : threads)
        thread.join();
    QVERIFY(process.waitForFinished(10'000));
    QCOMPARE(process.exitStatus(), QProcess::CrashExit);

    QProcess verify;
    verify.start(test::inBuild(u"app/hub/kuaiban-hub"), {u"verify"_s, u"--config"_s, world.config.file});
    QVERIFY(verify.waitForFinished(60'000));
    QVERIFY2(verify.exitCode() == 0, verify.readAllStandardOutput().constData());

    qsizetype acknowledged = 0;
    QVERIFY(world.server->start()); // the same database again
    for (const auto& client : std::as_const(clients)) {
        acknowledged += client.acknowledged.size();
        for (const auto& command : client.commands) {
            const bool answered = client.acknowledged.contains(command.id);
            if (!answered && !client.unanswered.contains(command.id))
                continue;
            const QString verdict = world.say(clerk, command);
            if (answered)
                QCOMPARE(verdict, u"already-applied"_s);
            else // the answer got lost: whether it was kept or not, the repeat ends well
                QVERIFY2(verdict == "already-applied"_L1 || verdict == "applied"_L1, qPrintable(verdict));
        }
    }
    QVERIFY(acknowledged > 0);
    QCOMPARE(world.core->main().integer("SELECT COUNT(*) FROM event e WHERE version = 1 AND NOT EXISTS("
                                        "SELECT 1 FROM command c WHERE c.id = e.command)"),
        0);
    const auto report = journal::verifyJournal(world.core->main(), nullptr);
    QVERIFY(report && report->sound());
}

QTEST_GUILESS_MAIN(TestKilledHub)
#include "test_KilledHub.moc"

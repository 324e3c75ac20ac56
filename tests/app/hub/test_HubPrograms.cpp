#include "api/HubWorld.h"

#include "modules/base/Json.h"
#include "tests/support/places/Places.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

// The real program, run as an administrator runs it.
class TestHubPrograms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void user_addedAndListed_canSignIn();
    void enrolCode_printed_hasEightDigits();
    void serve_toldToStop_endsCleanly_data();
    void serve_toldToStop_endsCleanly();
    void verify_ofAChangedJournal_fails();
    void rebuild_afterLosingProjections_bringsThemBack();
    void openapi_printed_isTheDocument();
    void catalogue_checked_namesWhatIsBroken();
    void seed_withDemoPassword_makesPeopleAndAccounts();
    void mistakes_onTheCommandLine_areExplained_data();
    void mistakes_onTheCommandLine_areExplained();

private:
    struct Outcome
    {
        int status = -1;
        QByteArray out;
        QByteArray err;

        QList<QJsonObject> lines() const
        {
            QList<QJsonObject> list;
            for (const auto& line : out.split('\n')) {
                if (!line.isEmpty())
                    list.append(QJsonDocument::fromJson(line).object());
            }
            return list;
        }
        QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    };
    Outcome run(const QStringList& arguments, const QByteArray& input = {});
    QStringList withConfig(const QStringList& arguments) const;

    std::unique_ptr<HubWorld> m_hub; // only its folder and resources
    QString m_config;
};

void TestHubPrograms::init()
{
    m_hub = std::make_unique<HubWorld>();
    m_config = m_hub->folder.filePath(u"hub.json"_s);
    QFile file(m_config);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"database":"hub.db","blobs":"blobs","resources":"resources","http":{"port":0,"drain_timeout":1}})");
}

QStringList TestHubPrograms::withConfig(const QStringList& arguments) const
{
    return arguments + QStringList{u"--config"_s, m_config};
}

TestHubPrograms::Outcome TestHubPrograms::run(const QStringList& arguments, const QByteArray& input)
{
    QProcess process;
    process.start(test::inBuild(u"app/hub/kuaiban-hub"), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000))
        process.kill();
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
        process.readAllStandardError()};
}

void TestHubPrograms::user_addedAndListed_canSignIn()
{
    const QStringList who{u"--login"_s, u"chen"_s};
    const auto added = run(withConfig(QStringList{u"user"_s, u"add"_s} + who +
                                      QStringList{u"--name"_s, u"陈思远"_s, u"--area"_s, u"210603"_s, u"--office"_s,
                                          u"大厅"_s, u"--post"_s, u"window-clerk,reviewer"_s}));
    QCOMPARE(added.status, 0);
    QCOMPARE(added.json().value("password"_L1).toString().size(), 12);
    QCOMPARE(run(withConfig(QStringList{u"user"_s, u"withdraw"_s, u"--post"_s, u"reviewer"_s} + who)).status, 0);
    QCOMPARE(
        run(withConfig(QStringList{u"user"_s, u"grant"_s, u"--post"_s, u"dispatcher"_s, u"--area"_s, u"2106"_s} + who))
            .status,
        0);
    QCOMPARE(run(withConfig(QStringList{u"user"_s, u"lock"_s} + who)).status, 0);
    const auto locked = run(withConfig({u"user"_s, u"list"_s}));
    QCOMPARE(locked.json().value("locked"_L1).toBool(), true);
    QCOMPARE(locked.json().value("grants"_L1).toArray().size(), 3);
    QCOMPARE(run(withConfig(QStringList{u"user"_s, u"unlock"_s} + who)).status, 0);
    const auto changed =
        run(withConfig(QStringList{u"user"_s, u"passwd"_s, u"--password-stdin"_s} + who), "Correct1horse\n");
    QCOMPARE(changed.status, 0);
    QVERIFY(!changed.out.contains("Correct1horse"));
    QVERIFY(m_hub->open());
    QVERIFY(!m_hub->desk(u"chen"_s).token.isEmpty());
}

void TestHubPrograms::enrolCode_printed_hasEightDigits()
{
    const auto printed = run(withConfig({u"enrol-code"_s, u"--area"_s, u"210603"_s, u"--office"_s, u"大厅"_s}));
    QCOMPARE(printed.status, 0);
    QVERIFY(QRegularExpression(u"^[0-9]{8}\n$"_s).match(QString::fromLatin1(printed.out)).hasMatch());
}

void TestHubPrograms::serve_toldToStop_endsCleanly_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("by SIGTERM") << SIGTERM;
    QTest::newRow("by SIGINT") << SIGINT;
}

void TestHubPrograms::serve_toldToStop_endsCleanly()
{
    QFETCH(int, signal);
    QProcess process;
    process.setReadChannel(QProcess::StandardError);
    process.start(test::inBuild(u"app/hub/kuaiban-hub"), withConfig({u"serve"_s}));
    QByteArray said;
    while (!said.contains('\n') && process.waitForReadyRead(20'000))
        said += process.readAllStandardError();
    QVERIFY2(said.startsWith("listening on http://127.0.0.1:"), said.constData());
    const auto port = said.trimmed().mid(said.trimmed().lastIndexOf(':') + 1).toUShort();
    QCOMPARE(HttpTestClient(port).ask("GET", "/readyz").status, 200);
    ::kill(static_cast<pid_t>(process.processId()), signal);
    QVERIFY(process.waitForFinished(10'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(process.readAllStandardOutput(), QByteArray());
    const auto report = run(withConfig({u"verify"_s}));
    QCOMPARE(report.status, 0);
    QCOMPARE(report.json().value("sound"_L1).toBool(), true);
    QCOMPARE(report.json().value("checkpoints"_L1).toInt(), 1); // of the stop
}

void TestHubPrograms::verify_ofAChangedJournal_fails()
{
    QVERIFY(m_hub->open());
    QVERIFY(m_hub->core->main().execute("UPDATE event SET bytes = ? WHERE id = 2", {QByteArray("{}")}));
    const auto report = run(withConfig({u"verify"_s}));
    QCOMPARE(report.status, 1);
    QCOMPARE(report.json().value("sound"_L1).toBool(), false);
    QVERIFY(!report.json().value("problems"_L1).toArray().isEmpty());
}

void TestHubPrograms::rebuild_afterLosingProjections_bringsThemBack()
{
    QVERIFY(m_hub->open());
    QVERIFY(m_hub->addAccount(u"chen"_s, {u"window-clerk"_s}));
    QVERIFY(!m_hub->openedCase(m_hub->desk(u"chen"_s)).isEmpty());
    QVERIFY(m_hub->core->main().execute("DELETE FROM case_row"));
    const auto rebuilt = run(withConfig({u"rebuild"_s}));
    QCOMPARE(rebuilt.status, 0);
    QVERIFY(rebuilt.json().value("events"_L1).toInt() > 5);
    QCOMPARE(m_hub->core->main().integer("SELECT COUNT(*) FROM case_row"), 1);
}

void TestHubPrograms::openapi_printed_isTheDocument()
{
    const auto printed = run({u"openapi"_s});
    QCOMPARE(printed.status, 0);
    QCOMPARE(printed.json().value("openapi"_L1).toString(), u"3.1.0"_s);
    QVERIFY(m_hub->open());
    QCOMPARE(printed.json(), m_hub->server->routes().document());
}

void TestHubPrograms::catalogue_checked_namesWhatIsBroken()
{
    QCOMPARE(run({u"catalogue"_s, u"check"_s, m_hub->config.resources}).status, 0);
    QFile file(m_hub->resource(u"codes/AAC011.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        R"({"kind":"code-table","id":"AAC011","name":"文化程度","standard":"LD/T 92","revision":1,"entries":[{"code":"10"}]})");
    file.close();
    const auto broken = run({u"catalogue"_s, u"check"_s, m_hub->config.resources});
    QCOMPARE(broken.status, 1);
    const auto problem = broken.json().value("problems"_L1).toArray().at(0).toObject();
    QCOMPARE(problem.value("file"_L1).toString(), u"codes/AAC011.json"_s);
    QVERIFY2(problem.value("rule"_L1).toString().contains("entries[0]"_L1), broken.out.constData());
}

void TestHubPrograms::seed_withDemoPassword_makesPeopleAndAccounts()
{
    QFile::copy(test::inSource(u"resources/codes/areas.csv"), m_hub->resource(u"codes/areas.csv"_s));
    const auto seeded = run(withConfig(
        {u"seed"_s, u"--persons"_s, u"300"_s, u"--seed"_s, u"7"_s, u"--demo-password"_s, u"Correct1horse"_s}));
    QVERIFY2(seeded.status == 0, seeded.out.constData());
    QCOMPARE(seeded.lines().size(), 8);
    QVERIFY(m_hub->open());
    QCOMPARE(m_hub->core->main().integer("SELECT COUNT(*) FROM person"), 300);
    for (const auto& account : seeded.lines())
        QVERIFY(!m_hub->desk(account.value("login"_L1).toString()).token.isEmpty());
    const auto again = run(withConfig({u"seed"_s, u"--persons"_s, u"10"_s}));
    QCOMPARE(again.status, 1);
    QCOMPARE(again.json().value("failure"_L1).toString(), u"registry.not-empty"_s);
}

void TestHubPrograms::mistakes_onTheCommandLine_areExplained_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("code");

    QTest::newRow("unknown command") << QStringList{u"sing"_s} << u"hub.command-line"_s;
    QTest::newRow("unknown option") << QStringList{u"openapi"_s, u"--loud"_s} << u"hub.command-line"_s;
    QTest::newRow("no configuration") << QStringList{u"serve"_s} << u"hub.command-line"_s;
    QTest::newRow("a configuration that is not there")
        << QStringList{u"serve"_s, u"--config"_s, u"nothing.json"_s} << u"hub.config"_s;
    QTest::newRow("unknown action") << QStringList{u"user"_s, u"sing"_s, u"--login"_s, u"a"_s, u"--config"_s,
                                           u"CONFIG"_s}
                                    << u"hub.command-line"_s;
    QTest::newRow("unknown login") << QStringList{u"user"_s, u"lock"_s, u"--login"_s, u"nobody"_s, u"--config"_s,
                                          u"CONFIG"_s}
                                   << u"identity.account"_s;
    QTest::newRow("a name where a code belongs")
        << QStringList{u"enrol-code"_s, u"--area"_s, u"丹东"_s, u"--office"_s, u"x"_s, u"--config"_s, u"CONFIG"_s}
        << u"hub.command-line"_s;
    QTest::newRow("no folder to check") << QStringList{u"catalogue"_s, u"check"_s} << u"hub.command-line"_s;
}

void TestHubPrograms::mistakes_onTheCommandLine_areExplained()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, code);
    arguments.replaceInStrings(u"CONFIG"_s, m_config);
    const auto outcome = run(arguments);
    QCOMPARE(outcome.status, 1);
    const auto failure = outcome.json();
    QCOMPARE(failure.value("failure"_L1).toString(), code);
    for (const auto& name : {u"origin"_s, u"message"_s, u"remedy"_s})
        QVERIFY2(!failure.value(name).toString().isEmpty(), qPrintable(name));
}

QTEST_GUILESS_MAIN(TestHubPrograms)
#include "test_HubPrograms.moc"

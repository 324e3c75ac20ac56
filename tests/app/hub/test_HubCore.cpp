#include "api/HubWorld.h"
#include "app/hub/CatalogueCheck.h"
#include "app/hub/Periodic.h"

#include "modules/catalogue/Definitions.h"
#include "modules/journal/Feed.h"
#include "modules/journal/JournalVerifier.h"
#include "tests/support/places/Places.h"

#include <QFile>
#include <QTest>

#include <openssl/evp.h>
#include <openssl/pem.h>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

// The composition below the network: opening, publishing, checking the catalogue, checkpoints, accounts.
class TestHubCore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resources_publishedAgain_changeNothing();
    void resources_changed_becomeTheNextRevision();
    void resources_broken_areNotPublished_data();
    void catalogue_withOneMistake_namesIt_data();
    void catalogue_withOneMistake_namesIt();
    void catalogue_parametersThatContradict_areFound();
    void resources_broken_areNotPublished();
    void catalogue_ofTheProject_isSound();
    void folder_unusable_isAFailure();
    void checkpoints_withAKey_areSignedAndVerified();
    void checkpointer_stopped_leavesACheckpoint();
    void accounts_fromTheConsole_areJournaled();
    void accounts_wrongly_areRefused_data();
    void accounts_wrongly_areRefused();

private:
    static bool write(const QString& file, const QByteArray& bytes);
};

bool TestHubCore::write(const QString& file, const QByteArray& bytes)
{
    QFile out(file);
    out.remove();
    return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size();
}

void TestHubCore::resources_publishedAgain_changeNothing()
{
    HubWorld hub;
    QVERIFY(hub.open());
    const auto head = journal::Feed(hub.core->main()).head();
    QCOMPARE(head, 8);
    QVERIFY(hub.core->publishResources());
    QCOMPARE(journal::Feed(hub.core->main()).head(), head);
}

void TestHubCore::resources_changed_becomeTheNextRevision()
{
    HubWorld hub;
    QVERIFY(hub.open());
    const QString file = hub.resource(u"catalogue/items/free-intake.json"_s);
    QFile reader(file);
    QVERIFY(reader.open(QIODevice::ReadOnly));
    auto bytes = reader.readAll();
    QVERIFY(write(file, bytes.replace("\"workingDays\": 5", "\"workingDays\": 7")));
    QVERIFY(hub.core->publishResources());
    QCOMPARE(journal::Feed(hub.core->main()).head(), 9);
    const auto item = hub.core->parts().shelf.currentItem(hub.core->main(), u"free-intake"_s);
    QVERIFY(item && *item);
    QCOMPARE((*item)->item.revision, 2);
    QCOMPARE((*item)->item.workingDays, 7);
}

void TestHubCore::resources_broken_areNotPublished_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");

    QTest::newRow("an item without a flow")
        << u"catalogue/items/free-intake.json"_s
        << QByteArray(R"({"id":"free-intake","kind":"intake","name":{"zh_CN":"件"}})");
    QTest::newRow("a post without a name")
        << u"catalogue/posts.json"_s << QByteArray(R"({"posts":[{"id":"x","rights":[]}]})");
    QTest::newRow("a calendar without years")
        << u"codes/calendar.json"_s << QByteArray(R"({"kind":"working-calendar"})");
    QTest::newRow("a code table without entries")
        << u"codes/AAC011.json"_s << QByteArray(R"({"kind":"code-table","id":"AAC011"})");
    QTest::newRow("areas without a head") << u"codes/areas.csv"_s << QByteArray("21,辽宁省,\n");
    QTest::newRow("a template without blocks")
        << u"templates/slip-receipt.json"_s << QByteArray(R"({"id":"slip-receipt"})");
    QTest::newRow("parameters of no kind")
        << u"catalogue/parameters/p.json"_s << QByteArray(R"({"parameters":[{"name":""}]})");
}

// What only the whole catalogue shows: each is one change of a sound item, or one page more.
void TestHubCore::catalogue_withOneMistake_namesIt_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("rule");
    QTest::newRow("a table nobody publishes") << "\"codeTable\": \"job-wish\""_ba
                                              << "\"codeTable\": \"job-wishes\""_ba << u"job-wishes"_s;
    QTest::newRow("a key nobody knows") << "\"width\": 8"_ba
                                        << "\"with\": 8"_ba << u"with"_s;
    QTest::newRow("a calculator nobody has") << "calc.unemploymentTotal"_ba
                                             << "calc.unemploymentSum"_ba << u"unemploymentSum"_s;
    QTest::newRow("a template nobody publishes") << "\"slip-receipt\""_ba
                                                 << "\"slip-of-paper\""_ba << u"slip-of-paper"_s;
    QTest::newRow("shared data that nobody names") << "has(card.idNo)"_ba
                                                   << "has(cart.idNo)"_ba << u"sharedWhen"_s;
    QTest::newRow("an effect on a column that is none") << "\"totalFen\""_ba
                                                        << "\"total\""_ba << u"effects[1].set.total"_s;
    QTest::newRow("an example that breaks its field") << "\"example\": 96"_ba
                                                      << "\"example\": 9600"_ba << u"example"_s;
}

void TestHubCore::catalogue_withOneMistake_namesIt()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QString, rule);
    HubWorld hub;
    QVERIFY(hub.copyResources());
    QFile file(hub.resource(u"catalogue/items/unemployment-claim.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    auto content = file.readAll();
    file.close();
    QVERIFY(content.contains(before));
    content.replace(before, after);
    QVERIFY(write(file.fileName(), content));
    const auto report = hub::checkCatalogue(hub.config.resources);
    QVERIFY(report);
    QVERIFY(!report->problems.isEmpty());
    for (const auto& problem : report->problems) {
        QCOMPARE(problem.file, u"catalogue/items/unemployment-claim.json"_s);
        QVERIFY2(problem.rule.contains(rule), qPrintable(problem.rule));
    }
}

void TestHubCore::catalogue_parametersThatContradict_areFound()
{
    HubWorld hub;
    QVERIFY(hub.copyResources());
    QVERIFY(write(hub.resource(u"catalogue/parameters/wages.json"_s),
        R"({"parameters":[{"name":"minimum-wage","area":"2106","validFrom":"2026-07-01","value":1}]})"));
    const auto report = hub::checkCatalogue(hub.config.resources);
    QVERIFY(report);
    QCOMPARE(report->problems.size(), 1);
    QCOMPARE(report->problems.constFirst().file, u"catalogue/parameters"_s);
}

void TestHubCore::resources_broken_areNotPublished()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    HubWorld hub;
    QVERIFY(QDir().mkpath(QFileInfo(hub.resource(file)).path()));
    if (!file.startsWith("catalogue/posts"_L1))
        QVERIFY(write(hub.resource(file), content));
    const auto opened = hub.open();
    if (file.startsWith("catalogue/posts"_L1)) {
        QVERIFY(opened);
        QVERIFY(write(hub.resource(file), content)); // found by the next check
        QVERIFY(!hub.core->publishResources());
    } else {
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, u"catalogue.broken"_s);
        QCOMPARE(opened.error().fields.value("file"_L1).toString(), file);
        QCOMPARE(journal::Feed(hub.core->main()).head(), 0);
    }
    const auto report = hub::checkCatalogue(hub.config.resources);
    QVERIFY(report);
    QCOMPARE(report->problems.size(), 1);
    QCOMPARE(report->problems.constFirst().file, file);
    QVERIFY(!report->problems.constFirst().rule.isEmpty());
}

void TestHubCore::catalogue_ofTheProject_isSound()
{
    const auto report = hub::checkCatalogue(test::inSource(u"resources"));
    QVERIFY(report);
    QVERIFY(report->definitions.size() > 20);
    for (const auto& problem : report->problems)
        QFAIL(qPrintable(problem.file + u": "_s + problem.rule));
}

void TestHubCore::folder_unusable_isAFailure()
{
    HubWorld hub;
    QVERIFY(write(hub.folder.filePath(u"file"_s), "x"));
    hub.config.blobs = hub.folder.filePath(u"file/below"_s);
    const auto opened = hub.open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, u"hub.folder"_s);
}

void TestHubCore::checkpoints_withAKey_areSignedAndVerified()
{
    HubWorld hub;
    hub.config.signingKey = hub.folder.filePath(u"sign.pem"_s);
    EVP_PKEY* key = EVP_EC_gen("SM2");
    FILE* out = fopen(qPrintable(hub.config.signingKey), "w");
    QVERIFY(key && out);
    QCOMPARE(PEM_write_PrivateKey(out, key, nullptr, nullptr, 0, nullptr, nullptr), 1);
    fclose(out);
    EVP_PKEY_free(key);
    QVERIFY(hub.open());
    QVERIFY(hub.core->checkpoint(hub.core->main()));
    const auto report = journal::verifyJournal(hub.core->main(), hub.core->signer());
    QVERIFY(report);
    QCOMPARE(report->problems, QStringList());
    QCOMPARE(report->checkpoints, 1);
    QCOMPARE(report->unsignedCheckpoints, 0);
}

void TestHubCore::checkpointer_stopped_leavesACheckpoint()
{
    HubWorld hub;
    QVERIFY(hub.open());
    hub.server->stop();
    QCOMPARE(
        hub.core->main().integer("SELECT pos FROM checkpoint"), journal::Feed(hub.core->main()).head().value_or(-1));
}

void TestHubCore::accounts_fromTheConsole_areJournaled()
{
    HubWorld hub;
    QVERIFY(hub.open());
    hub::Accounting accounting(*hub.core);
    QVERIFY(hub.addAccount(u"chen"_s, {u"window-clerk"_s}));
    QVERIFY(accounting.grant(u"chen"_s, u"dispatcher"_s, {}));
    QVERIFY(accounting.withdraw(u"chen"_s, u"window-clerk"_s));
    QVERIFY(accounting.lock(u"chen"_s));
    auto all = accounting.all();
    QVERIFY(all && all->size() == 1);
    QVERIFY(all->constFirst().locked);
    QStringList held;
    for (const auto& grant : all->constFirst().grants) {
        if (grant.until == 0)
            held.append(grant.post);
    }
    QCOMPARE(held, QStringList{u"dispatcher"_s});
    QVERIFY(accounting.unlock(u"chen"_s));
    QVERIFY(!hub.desk(u"chen"_s).token.isEmpty());
    QVERIFY(accounting.setPassword(u"chen"_s, u"Another3word"_s));
    QVERIFY(hub.desk(u"chen"_s).token.isEmpty());
    for (int i = 0; i < 50; ++i) {
        const QString made = accounting.generatedPassword();
        QCOMPARE(made.size(), 12);
        QVERIFY(accounting.setPassword(u"chen"_s, made) || i > 0);
        if (i == 0)
            QCOMPARE(made, made.toLower());
        if (i > 2)
            break; // setting one takes long on purpose
    }
}

void TestHubCore::accounts_wrongly_areRefused_data()
{
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("post");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("code");

    QTest::newRow("a login that is taken")
        << u"chen"_s << u"reviewer"_s << u"Correct1horse"_s << u"identity.login-taken"_s;
    QTest::newRow("a post nobody knows") << u"zhao"_s << u"king"_s << u"Correct1horse"_s << u"identity.post"_s;
    QTest::newRow("a weak password") << u"zhao"_s << u"reviewer"_s << u"12345678"_s << u"identity.password-weak"_s;
}

void TestHubCore::accounts_wrongly_areRefused()
{
    QFETCH(QString, login);
    QFETCH(QString, post);
    QFETCH(QString, password);
    QFETCH(QString, code);
    HubWorld hub;
    QVERIFY(hub.open());
    QVERIFY(hub.addAccount(u"chen"_s, {}));
    hub::Accounting accounting(*hub.core);
    const auto added = accounting.add({login, u"某人"_s, u"210603"_s, u"大厅"_s, {post}, password});
    QVERIFY(!added);
    QCOMPARE(added.error().code, code);
    QCOMPARE(accounting.all()->size(), 1);
    QCOMPARE(accounting.lock(u"nobody"_s).error().code, u"identity.account"_s);
}

QTEST_GUILESS_MAIN(TestHubCore)
#include "test_HubCore.moc"

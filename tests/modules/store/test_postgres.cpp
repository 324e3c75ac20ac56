#include "modules/store/Migration.h"
#include "modules/store/OpenDatabase.h"
#include "modules/store/PostgresConnection.h"
#include "modules/store/Transaction.h"
#include "tests/support/store/PrivateCluster.h"

#include <QtTest>

#include <thread>

using namespace kuaiban;
using namespace kuaiban::store;
using namespace Qt::StringLiterals;

// What only a server does: it goes away, and several hubs have it at once.
class TestPostgres : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void lost_outsideATransaction_isMadeAnew();
    void lost_insideATransaction_runsNothingOfItsRest();
    void migrate_severalHubsAtOnce_allStart();
    void address_ofAServer_isNoFile();

private:
    bool cut(Connection& connection); // its server ends it

    test::PrivateCluster m_cluster;
    QString m_address;
};

void TestPostgres::initTestCase()
{
    QCOMPARE(m_cluster.start(), QString());
}

bool TestPostgres::cut(Connection& connection)
{
    const auto process = connection.integer("SELECT pg_backend_pid()");
    const auto other = PostgresConnection::open(m_address);
    return process && other && (*other)->execute("SELECT pg_terminate_backend(?::int)", {*process});
}

void TestPostgres::lost_outsideATransaction_isMadeAnew()
{
    m_address = m_cluster.database();
    const auto connection = *PostgresConnection::open(m_address);
    QVERIFY(connection->execute("CREATE TABLE item(id BIGINT)"));
    QVERIFY(connection->execute("INSERT INTO item(id) VALUES(?)", {qint64(1)}));
    QVERIFY(cut(*connection));
    const auto lost = connection->execute("INSERT INTO item(id) VALUES(?)", {qint64(2)});
    QVERIFY(!lost);
    QVERIFY2(lost.error().code == "store.io"_L1, qPrintable(logLine(lost.error())));
    QVERIFY(connection->execute("INSERT INTO item(id) VALUES(?)", {qint64(3)})); // prepared anew
    QCOMPARE(connection->integer("SELECT SUM(id)::bigint FROM item"), 4);
}

// What a room does after an error that it takes lightly must not be kept without what came before it.
void TestPostgres::lost_insideATransaction_runsNothingOfItsRest()
{
    m_address = m_cluster.database();
    const auto connection = *PostgresConnection::open(m_address);
    QVERIFY(connection->execute("CREATE TABLE item(id BIGINT)"));
    {
        auto transaction = Transaction::begin(*connection);
        QVERIFY(transaction);
        QVERIFY(connection->execute("INSERT INTO item(id) VALUES(?)", {qint64(1)}));
        QVERIFY(cut(*connection));
        QVERIFY(!connection->execute("INSERT INTO item(id) VALUES(?)", {qint64(2)}));
        const auto rest = connection->execute("INSERT INTO item(id) VALUES(?)", {qint64(3)});
        QVERIFY(!rest);
        QCOMPARE(rest.error().code, u"store.io"_s);
        const auto loaded = connection->load("item", {"id"}, [](Values&) { return false; });
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, u"store.io"_s);
        const auto done = transaction->commit();
        QVERIFY(!done);
        QCOMPARE(done.error().code, u"store.io"_s);
    }
    QCOMPARE(connection->integer("SELECT COUNT(*) FROM item"), 0);
    QVERIFY(
        inTransaction(*connection, [&] { return connection->execute("INSERT INTO item(id) VALUES(?)", {qint64(4)}); }));
    QCOMPARE(connection->integer("SELECT COUNT(*) FROM item"), 1);
}

void TestPostgres::address_ofAServer_isNoFile()
{
    QVERIFY(isServerAddress(u"postgresql://hub@10.0.0.1/hub"_s));
    QVERIFY(isServerAddress(u"postgres://hub@10.0.0.1/hub"_s));
    QVERIFY(!isServerAddress(u"/var/lib/kuaiban/hub.db"_s));
}

void TestPostgres::migrate_severalHubsAtOnce_allStart()
{
    const QList<Schema> schemas{
        {u"room"_s, {{"one", {"CREATE TABLE one(id {id})", "CREATE INDEX one_id ON one(id)"}}}}};
    for (int round = 0; round < 5; ++round) {
        const QString address = m_cluster.database();
        QStringList told;
        std::mutex mutex;
        {
            std::vector<std::jthread> hubs;
            for (int i = 0; i < 4; ++i) {
                hubs.emplace_back([&] {
                    const auto connection = PostgresConnection::open(address);
                    const auto done = connection ? migrate(**connection, schemas) : Done(fail(connection.error()));
                    const std::lock_guard lock(mutex);
                    told.append(done ? u"started"_s : logLine(done.error()));
                });
            }
        }
        QCOMPARE(told, QStringList(4, u"started"_s));
    }
}

QTEST_GUILESS_MAIN(TestPostgres)
#include "test_postgres.moc"

#include "modules/store/Migration.h"
#include "modules/store/SqliteConnection.h"
#include "tests/support/store/FailingConnection.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::store;
using namespace Qt::StringLiterals;

class TestMigration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void migrate_twice_changesNothingTheSecondTime();
    void migrate_newStep_keepsOldRows();
    void migrate_databaseOfNewerProgram_isRefused();
    void migrate_anyStatementFails_nextStartRecovers();

private:
    std::unique_ptr<Connection> m_connection;
    const Schema m_first{
        u"desk"_s, {{"first tables", {"CREATE TABLE a(id {id}, data {bytes})", "CREATE INDEX a_data ON a(data)"}}}};
    Schema second() const
    {
        Schema schema = m_first;
        schema.migrations.append(Migration{"a name", {"ALTER TABLE a ADD COLUMN name TEXT"}});
        return schema;
    }
};

void TestMigration::init()
{
    auto opened = SqliteConnection::open(u":memory:"_s);
    QVERIFY(opened);
    m_connection = std::move(*opened);
}

void TestMigration::migrate_twice_changesNothingTheSecondTime()
{
    QVERIFY(migrate(*m_connection, {m_first}));
    QVERIFY(migrate(*m_connection, {m_first}));
    QCOMPARE(m_connection->integer("SELECT COUNT(*) FROM schema_version"), 1);
}

void TestMigration::migrate_newStep_keepsOldRows()
{
    QVERIFY(migrate(*m_connection, {m_first}));
    QVERIFY(m_connection->execute("INSERT INTO a(data) VALUES(?)", {"x"_ba}));
    QVERIFY(migrate(*m_connection, {second()}));
    QCOMPARE(m_connection->integer("SELECT COUNT(*) FROM a WHERE name IS NULL"), 1);
}

void TestMigration::migrate_databaseOfNewerProgram_isRefused()
{
    QVERIFY(migrate(*m_connection, {second()}));
    const auto older = migrate(*m_connection, {m_first});
    QVERIFY(!older);
    QCOMPARE(older.error().code, u"store.newer"_s);
}

void TestMigration::migrate_anyStatementFails_nextStartRecovers()
{
    for (int at = 1;; ++at) {
        init();
        test::FailingConnection failing(*m_connection);
        failing.failAt(at);
        const bool reached = !migrate(failing, {second()});
        failing.heal();
        QVERIFY(migrate(failing, {second()}));
        QCOMPARE(m_connection->integer("SELECT COUNT(*) FROM schema_version"), 2);
        if (!reached)
            break;
        QVERIFY(at < 50);
    }
}

QTEST_GUILESS_MAIN(TestMigration)
#include "test_migration.moc"

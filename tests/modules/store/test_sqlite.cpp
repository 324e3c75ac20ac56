#include "modules/store/SqliteConnection.h"
#include "modules/store/Transaction.h"
#include "tests/support/store/FailingConnection.h"
#include "tests/support/store/FullDisk.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::store;
using kuaiban::test::FullDisk;
using namespace Qt::StringLiterals;

class TestSqlite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void values_everyKind_comeBackUnchanged();
    void run_duplicateKey_isConstraint();
    void run_nonsense_isOurMistake();
    void run_insideItsOwnHandler_isRefused();
    void transaction_withoutCommit_leavesNothing();
    void transaction_commitFails_leavesNothing();
    void savepoint_withoutRelease_undoesOnlyItsPart();
    void open_notADatabase_isCorrupt();
    void open_missingFolder_isOpenFailure();
    void write_fullDisk_isFullAndOldRowsStay();
    void write_beyondTheQuota_isFullAndOldRowsStay();
    void write_whileLocked_isBusy();
    void write_readOnly_isInputOutput();
    void load_manyRows_countsThem();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Connection> m_connection;
    QString path() const { return m_folder->filePath(u"store.db"_s); }
};

void TestSqlite::init()
{
    m_connection.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto opened = SqliteConnection::open(path());
    QVERIFY(opened);
    m_connection = std::move(*opened);
    QVERIFY(m_connection->execute(
        "CREATE TABLE item(id {id}, name TEXT UNIQUE, data BLOB)"_ba.replace("{id}", "INTEGER PRIMARY KEY")));
}

void TestSqlite::values_everyKind_comeBackUnchanged()
{
    const QString name = u"古丽·买买提 𠮷"_s;
    const QByteArray data("\0\x01\xff", 3);
    QVERIFY(m_connection->execute("INSERT INTO item(id, name, data) VALUES(?, ?, ?)", {qint64(1) << 53, name, data}));
    QVERIFY(m_connection->execute("INSERT INTO item(id, name, data) VALUES(?, ?, ?)", {qint64(2), Value{}, Value{}}));
    int rows = 0;
    QVERIFY(m_connection->run("SELECT id, name, data FROM item ORDER BY id DESC", {}, [&](const Row& row) {
        if (rows++ == 0) {
            QCOMPARE(row.integer(0), qint64(1) << 53);
            QCOMPARE(row.text(1), name);
            QCOMPARE(row.bytes(2), data);
        } else {
            QVERIFY(row.isNull(1));
            QVERIFY(row.isNull(2));
        }
    }));
    QCOMPARE(rows, 2);
}

void TestSqlite::run_duplicateKey_isConstraint()
{
    QVERIFY(m_connection->execute("INSERT INTO item(name) VALUES(?)", {u"a"_s}));
    const auto again = m_connection->execute("INSERT INTO item(name) VALUES(?)", {u"a"_s});
    QVERIFY(!again);
    QCOMPARE(again.error().code, u"store.constraint"_s);
}

void TestSqlite::run_nonsense_isOurMistake()
{
    QCOMPARE(m_connection->execute("SELEKT 1").error().code, u"store.sql"_s);
}

void TestSqlite::run_insideItsOwnHandler_isRefused()
{
    QVERIFY(m_connection->execute("INSERT INTO item(name) VALUES('a')"));
    Result<qint64> inner = 0;
    QVERIFY(m_connection->run(
        "SELECT id FROM item", {}, [&](const Row&) { inner = m_connection->run("SELECT id FROM item", {}, {}); }));
    QVERIFY(!inner);
}

void TestSqlite::transaction_withoutCommit_leavesNothing()
{
    {
        auto transaction = Transaction::begin(*m_connection);
        QVERIFY(transaction);
        QVERIFY(m_connection->execute("INSERT INTO item(name) VALUES('a')"));
    }
    QCOMPARE(m_connection->integer("SELECT COUNT(*) FROM item"), 0);
}

void TestSqlite::transaction_commitFails_leavesNothing()
{
    test::FailingConnection failing(*m_connection);
    failing.failAt(3);
    const auto done = inTransaction(failing, [&]() -> Done {
        KB_CHECK(failing.execute("INSERT INTO item(name) VALUES('a')"));
        return {};
    });
    QVERIFY(!done);
    QCOMPARE(m_connection->integer("SELECT COUNT(*) FROM item"), 0);
}

void TestSqlite::savepoint_withoutRelease_undoesOnlyItsPart()
{
    const auto done = inTransaction(*m_connection, [&]() -> Done {
        KB_CHECK(m_connection->execute("INSERT INTO item(name) VALUES('kept')"));
        {
            KB_TRY(auto part, Savepoint::begin(*m_connection));
            KB_CHECK(m_connection->execute("INSERT INTO item(name) VALUES('dropped')"));
        }
        KB_TRY(auto part, Savepoint::begin(*m_connection));
        KB_CHECK(m_connection->execute("INSERT INTO item(name) VALUES('also kept')"));
        return part.release();
    });
    QVERIFY(done);
    QCOMPARE(m_connection->integer("SELECT COUNT(*) FROM item WHERE name LIKE '%kept'"), 2);
    QCOMPARE(m_connection->integer("SELECT COUNT(*) FROM item"), 2);
}

void TestSqlite::open_notADatabase_isCorrupt()
{
    const QString other = m_folder->filePath(u"other.db"_s);
    QFile file(other);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("this is not a database ").repeated(100));
    file.close();
    const auto opened = SqliteConnection::open(other);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, u"store.corrupt"_s);
}

void TestSqlite::open_missingFolder_isOpenFailure()
{
    QCOMPARE(SqliteConnection::open(m_folder->filePath(u"no/such/store.db"_s)).error().code, u"store.open"_s);
}

void TestSqlite::write_fullDisk_isFullAndOldRowsStay()
{
    QVERIFY(m_connection->execute("INSERT INTO item(name) VALUES('old')"));
    QVERIFY(m_connection->execute("PRAGMA max_page_count = 8"));
    const auto done =
        m_connection->execute("INSERT INTO item(name, data) VALUES('big', ?)", {QByteArray(1'000'000, 'x')});
    QVERIFY(!done);
    QCOMPARE(done.error().code, u"store.full"_s);
    QCOMPARE(m_connection->integer("SELECT COUNT(*) FROM item"), 1);
}

void TestSqlite::write_beyondTheQuota_isFullAndOldRowsStay()
{
    QVERIFY(m_connection->execute("INSERT INTO item(name) VALUES('old')"));
    {
        const FullDisk full;
        const auto done =
            m_connection->execute("INSERT INTO item(name, data) VALUES('big', ?)", {QByteArray(1'000'000, 'x')});
        QVERIFY(!done);
        QCOMPARE(done.error().code, u"store.full"_s);
    }
    QCOMPARE(m_connection->integer("SELECT COUNT(*) FROM item"), 1);
    QVERIFY(m_connection->execute("INSERT INTO item(name) VALUES('after')")); // there is room again
}

void TestSqlite::write_whileLocked_isBusy()
{
    auto second = SqliteConnection::open(path(), {.busyTimeoutMs = 20});
    QVERIFY(second);
    auto transaction = Transaction::begin(*m_connection);
    QVERIFY(transaction);
    const auto other = Transaction::begin(**second);
    QVERIFY(!other);
    QCOMPARE(other.error().code, u"store.busy"_s);
}

void TestSqlite::write_readOnly_isInputOutput()
{
    auto second = SqliteConnection::open(path(), {.readOnly = true});
    QVERIFY(second);
    QCOMPARE((*second)->execute("INSERT INTO item(name) VALUES('a')").error().code, u"store.io"_s);
}

void TestSqlite::load_manyRows_countsThem()
{
    int made = 0;
    const auto loaded = inTransaction(*m_connection, [&] {
        return m_connection->load("item", {"id", "name"}, [&](Values& values) {
            values = {qint64(made), u"name %1"_s.arg(made)};
            return ++made <= 1000;
        });
    });
    QVERIFY(loaded);
    QCOMPARE(*loaded, 1000);
    QCOMPARE(m_connection->integer("SELECT COUNT(*) FROM item"), 1000);
}

QTEST_GUILESS_MAIN(TestSqlite)
#include "test_sqlite.moc"

#include "modules/store/Migration.h"
#include "modules/store/SqliteConnection.h"
#include "tests/support/store/FullDisk.h"

#include <QtTest>

#include <array>
#include <thread>

using namespace kuaiban;
using namespace kuaiban::store;
using kuaiban::test::FullDisk;
using namespace Qt::StringLiterals;

// What only SQLite has: files that may be missing, foreign, full or read-only. The rest is in test_engines.
class TestSqlite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void run_insideItsOwnHandler_isRefused();
    void open_notADatabase_isCorrupt();
    void open_newFileByManyAtOnce_oneWaitsForTheOther();
    void open_missingFolder_isOpenFailure();
    void write_fullDisk_isFullAndOldRowsStay();
    void write_beyondTheQuota_isFullAndOldRowsStay();
    void write_readOnly_isInputOutput();

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

void TestSqlite::run_insideItsOwnHandler_isRefused()
{
    QVERIFY(m_connection->execute("INSERT INTO item(name) VALUES('a')"));
    Result<qint64> inner = 0;
    QVERIFY(m_connection->run(
        "SELECT id FROM item", {}, [&](const Row&) { inner = m_connection->run("SELECT id FROM item", {}, {}); }));
    QVERIFY(!inner);
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

void TestSqlite::open_newFileByManyAtOnce_oneWaitsForTheOther()
{
    const Schema schema{u"items"_s, {{"items", {"CREATE TABLE item(id {id}, name TEXT)"}}}};
    for (int round = 0; round < 20; ++round) {
        const QString fresh = m_folder->filePath(u"fresh-%1.db"_s.arg(round));
        std::array<QString, 6> failures;
        std::vector<std::thread> openers;
        for (auto& failure : failures) {
            openers.emplace_back([&fresh, &schema, &failure] {
                const auto opened = SqliteConnection::open(fresh);
                const auto migrated = opened ? migrate(**opened, {schema}) : fail(opened.error());
                if (!migrated)
                    failure = logLine(migrated.error());
            });
        }
        for (auto& opener : openers)
            opener.join();
        for (const auto& failure : failures)
            QCOMPARE(failure, QString());
    }
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

void TestSqlite::write_readOnly_isInputOutput()
{
    auto second = SqliteConnection::open(path(), {.readOnly = true});
    QVERIFY(second);
    QCOMPARE((*second)->execute("INSERT INTO item(name) VALUES('a')").error().code, u"store.io"_s);
}

QTEST_GUILESS_MAIN(TestSqlite)
#include "test_sqlite.moc"

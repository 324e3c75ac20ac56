#include "modules/store/Migration.h"
#include "modules/store/PostgresConnection.h"
#include "modules/store/SqliteConnection.h"
#include "modules/store/Transaction.h"
#include "tests/support/store/FailingConnection.h"
#include "tests/support/store/PrivateCluster.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::store;
using namespace Qt::StringLiterals;

// What the store promises, on both engines alike.
class TestEngines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void values_everyKind_comeBackUnchanged_data() { engines(); }
    void values_everyKind_comeBackUnchanged();
    void values_inConditions_findTheirRows_data() { engines(); }
    void values_inConditions_findTheirRows();
    void order_ofTexts_isThatOfTheirBytes_data() { engines(); }
    void order_ofTexts_isThatOfTheirBytes();
    void run_questionMarkInAText_isNoValue_data() { engines(); }
    void run_questionMarkInAText_isNoValue();
    void run_changedRows_areCounted_data() { engines(); }
    void run_changedRows_areCounted();
    void run_insideAnotherHandler_works_data() { engines(); }
    void run_insideAnotherHandler_works();
    void run_duplicateKey_isConstraint_data() { engines(); }
    void run_duplicateKey_isConstraint();
    void run_nonsense_isOurMistake_data() { engines(); }
    void run_nonsense_isOurMistake();
    void transaction_withoutCommit_leavesNothing_data() { engines(); }
    void transaction_withoutCommit_leavesNothing();
    void transaction_commitFails_leavesNothing_data() { engines(); }
    void transaction_commitFails_leavesNothing();
    void savepoint_withoutRelease_undoesOnlyItsPart_data() { engines(); }
    void savepoint_withoutRelease_undoesOnlyItsPart();
    void savepoint_afterAFailure_goesOn_data() { engines(); }
    void savepoint_afterAFailure_goesOn();
    void write_whileAnotherWrites_isBusy_data() { engines(); }
    void write_whileAnotherWrites_isBusy();
    void load_manyRows_keepsEveryCharacter_data() { engines(); }
    void load_manyRows_keepsEveryCharacter();
    void load_duplicateKey_isConstraintAndLeavesNothing_data() { engines(); }
    void load_duplicateKey_isConstraintAndLeavesNothing();

private:
    void engines();
    // A new database with a table, by the row's engine.
    std::unique_ptr<Connection> made();
    std::unique_ptr<Connection> again(int patienceMs); // the same database once more

    std::unique_ptr<test::PrivateCluster> m_cluster;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_address;
};

void TestEngines::initTestCase()
{
    m_cluster = std::make_unique<test::PrivateCluster>();
    QCOMPARE(m_cluster->start(), QString());
}

void TestEngines::cleanupTestCase()
{
    m_cluster.reset();
}

void TestEngines::engines()
{
    QTest::addColumn<bool>("postgres");
    QTest::newRow("SQLite") << false;
    QTest::newRow("PostgreSQL") << true;
}

std::unique_ptr<Connection> TestEngines::made()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QFETCH(bool, postgres);
    m_address = postgres ? m_cluster->database() : m_folder->filePath(u"store.db"_s);
    auto connection = again(5000);
    const QByteArray table = "CREATE TABLE item(id {id}, name TEXT UNIQUE, data {bytes}, number BIGINT)";
    if (connection && !migrate(*connection, {{u"test"_s, {{"item", {table}}}}}))
        return nullptr;
    return connection;
}

std::unique_ptr<Connection> TestEngines::again(int patienceMs)
{
    QFETCH(bool, postgres);
    auto opened = postgres ? PostgresConnection::open(m_address)
                           : SqliteConnection::open(m_address, {.busyTimeoutMs = patienceMs});
    if (opened && postgres && !(*opened)->execute("SET lock_timeout = " + QByteArray::number(patienceMs)))
        return nullptr;
    return opened ? *std::move(opened) : nullptr;
}

void TestEngines::values_everyKind_comeBackUnchanged()
{
    const auto connection = made();
    QVERIFY(connection);
    const QString name = u"古丽·买买提 𠮷"_s;
    const QByteArray data("\0\x01\xff\\x", 5);
    const auto insert = "INSERT INTO item(id, name, data, number) VALUES(?, ?, ?, ?)";
    QVERIFY(connection->execute(insert, {qint64(1) << 53, name, data, std::numeric_limits<qint64>::min()}));
    QVERIFY(connection->execute(insert, {qint64(2), Value{}, Value{}, Value{}}));
    QVERIFY(connection->execute(insert, {qint64(1), QString(), QByteArray(), qint64(0)}));
    int rows = 0;
    QVERIFY(connection->run("SELECT id, name, data, number FROM item ORDER BY id DESC", {}, [&](const Row& row) {
        switch (rows++) {
        case 0:
            QCOMPARE(row.integer(0), qint64(1) << 53);
            QCOMPARE(row.text(1), name);
            QCOMPARE(row.bytes(2), data);
            QCOMPARE(row.integer(3), std::numeric_limits<qint64>::min());
            break;
        case 1:
            QVERIFY(row.isNull(1));
            QVERIFY(row.isNull(2));
            QVERIFY(row.isNull(3));
            break;
        default: // empty is not NULL
            QVERIFY(!row.isNull(1));
            QCOMPARE(row.text(1), QString());
        }
    }));
    QCOMPARE(rows, 3);
}

void TestEngines::values_inConditions_findTheirRows()
{
    const auto connection = made();
    QVERIFY(connection->execute(
        "INSERT INTO item(name, data, number) VALUES(?, ?, ?)", {u"李"_s, QByteArray("\x80", 1), qint64(7)}));
    const auto count = [&](QByteArrayView where, const Value& value) {
        return connection->integer("SELECT COUNT(*) FROM item WHERE " + where.toByteArray(), {value}).value_or(-1);
    };
    QCOMPARE(count("name = ?", u"李"_s), 1);
    QCOMPARE(count("name LIKE ?", u"李%"_s), 1);
    QCOMPARE(count("data = ?", QByteArray("\x80", 1)), 1);
    QCOMPARE(count("number >= ?", qint64(7)), 1);
    QCOMPARE(count("COALESCE(number, 0) + 1 > ?", qint64(8)), 0);
}

void TestEngines::order_ofTexts_isThatOfTheirBytes()
{
    const auto connection = made();
    for (const auto& name : {u"b"_s, u"李"_s, u"A"_s, u"a"_s, u"_"_s})
        QVERIFY(connection->execute("INSERT INTO item(name) VALUES(?)", {name}));
    const auto names =
        connection->list("SELECT name FROM item ORDER BY name", {}, [](const Row& row) { return row.text(0); });
    QCOMPARE(*names, (QList<QString>{u"A"_s, u"_"_s, u"a"_s, u"b"_s, u"李"_s}));
}

void TestEngines::run_questionMarkInAText_isNoValue()
{
    const auto connection = made();
    QVERIFY(connection->execute("INSERT INTO item(name, number) VALUES('why? it''s ?', ?)", {qint64(3)}));
    QCOMPARE(connection->integer("SELECT number FROM item WHERE name = ?", {u"why? it's ?"_s}), 3);
}

void TestEngines::run_changedRows_areCounted()
{
    const auto connection = made();
    QCOMPARE(connection->execute("INSERT INTO item(name) VALUES('a'), ('b')"), 2);
    QCOMPARE(connection->execute("UPDATE item SET number = 1"), 2);
    QCOMPARE(connection->execute("DELETE FROM item WHERE name = 'a'"), 1);
    QCOMPARE(connection->execute("INSERT INTO item(name) VALUES('b') ON CONFLICT(name) DO NOTHING"), 0);
}

void TestEngines::run_insideAnotherHandler_works()
{
    const auto connection = made();
    QVERIFY(connection->execute("INSERT INTO item(name) VALUES('a'), ('b')"));
    QStringList names;
    QVERIFY(connection->run("SELECT id FROM item ORDER BY id", {}, [&](const Row& row) {
        QVERIFY(connection->run("SELECT name FROM item WHERE id = ?", {row.integer(0)},
            [&](const Row& inner) { names.append(inner.text(0)); }));
    }));
    QCOMPARE(names, (QStringList{u"a"_s, u"b"_s}));
}

void TestEngines::run_duplicateKey_isConstraint()
{
    const auto connection = made();
    QVERIFY(connection->execute("INSERT INTO item(name) VALUES(?)", {u"a"_s}));
    const auto again = connection->execute("INSERT INTO item(name) VALUES(?)", {u"a"_s});
    QVERIFY(!again);
    QCOMPARE(again.error().code, u"store.constraint"_s);
}

void TestEngines::run_nonsense_isOurMistake()
{
    const auto connection = made();
    QCOMPARE(connection->execute("SELEKT 1").error().code, u"store.sql"_s);
    QCOMPARE(connection->execute("SELECT nothing FROM item").error().code, u"store.sql"_s);
    QCOMPARE(connection->integer("SELECT 1"), 1); // and goes on
}

void TestEngines::transaction_withoutCommit_leavesNothing()
{
    const auto connection = made();
    {
        auto transaction = Transaction::begin(*connection);
        QVERIFY(transaction);
        QVERIFY(connection->execute("INSERT INTO item(name) VALUES('a')"));
    }
    QCOMPARE(connection->integer("SELECT COUNT(*) FROM item"), 0);
}

void TestEngines::transaction_commitFails_leavesNothing()
{
    const auto connection = made();
    for (int i = 1;; ++i) {
        test::FailingConnection failing(*connection);
        failing.failAt(i);
        const auto done = inTransaction(failing, [&]() -> Done {
            KB_CHECK(failing.execute("INSERT INTO item(name) VALUES('a')"));
            return {};
        });
        if (done)
            break;
        QCOMPARE(connection->integer("SELECT COUNT(*) FROM item"), 0);
        QVERIFY(i < 10);
    }
    QCOMPARE(connection->integer("SELECT COUNT(*) FROM item"), 1);
}

void TestEngines::savepoint_withoutRelease_undoesOnlyItsPart()
{
    const auto connection = made();
    const auto done = inTransaction(*connection, [&]() -> Done {
        KB_CHECK(connection->execute("INSERT INTO item(name) VALUES('kept')"));
        {
            KB_TRY(auto part, Savepoint::begin(*connection));
            KB_CHECK(connection->execute("INSERT INTO item(name) VALUES('dropped')"));
        }
        KB_TRY(auto part, Savepoint::begin(*connection));
        KB_CHECK(connection->execute("INSERT INTO item(name) VALUES('also kept')"));
        return part.release();
    });
    QVERIFY(done);
    QCOMPARE(connection->integer("SELECT COUNT(*) FROM item WHERE name LIKE '%kept'"), 2);
    QCOMPARE(connection->integer("SELECT COUNT(*) FROM item"), 2);
}

void TestEngines::savepoint_afterAFailure_goesOn()
{
    const auto connection = made();
    const auto done = inTransaction(*connection, [&]() -> Done {
        KB_CHECK(connection->execute("INSERT INTO item(name) VALUES('a')"));
        {
            KB_TRY(auto part, Savepoint::begin(*connection));
            if (connection->execute("INSERT INTO item(name) VALUES('a')"))
                return fail(Error());
        }
        return connection->execute("INSERT INTO item(name) VALUES('b')").map([](qint64) {});
    });
    QVERIFY(done);
    QCOMPARE(connection->integer("SELECT COUNT(*) FROM item"), 2);
}

void TestEngines::write_whileAnotherWrites_isBusy()
{
    const auto connection = made();
    const auto second = again(20);
    QVERIFY(second);
    {
        auto transaction = Transaction::begin(*connection);
        QVERIFY(transaction);
        const auto other = Transaction::begin(*second);
        QVERIFY(!other);
        QCOMPARE(other.error().code, u"store.busy"_s);
        QCOMPARE(second->integer("SELECT COUNT(*) FROM item"), 0); // reading goes on
    }
    QVERIFY(Transaction::begin(*second));
}

void TestEngines::load_manyRows_keepsEveryCharacter()
{
    const auto connection = made();
    const QString odd = u"tab\there\\N \r\n 𠮷 'q' \\t"_s;
    int made = 0;
    const auto loaded = inTransaction(*connection, [&] {
        return connection->load("item", {"id", "name", "data"}, [&](Values& values) {
            values = {qint64(made), made == 0 ? Value{} : Value{odd + QString::number(made)}, QByteArray("\\\0\n", 3)};
            return ++made <= 3000;
        });
    });
    QVERIFY2(loaded, loaded ? "" : qPrintable(logLine(loaded.error())));
    QCOMPARE(*loaded, 3000);
    QCOMPARE(connection->integer("SELECT COUNT(*) FROM item"), 3000);
    QCOMPARE(connection->integer("SELECT COUNT(*) FROM item WHERE name IS NULL"), 1);
    QVERIFY(connection->run("SELECT name, data FROM item WHERE id = 2999", {}, [&](const Row& row) {
        QCOMPARE(row.text(0), odd + u"2999"_s);
        QCOMPARE(row.bytes(1), QByteArray("\\\0\n", 3));
    }));
}

void TestEngines::load_duplicateKey_isConstraintAndLeavesNothing()
{
    const auto connection = made();
    int made = 0;
    const auto loaded = inTransaction(*connection, [&] {
        return connection->load("item", {"name"}, [&](Values& values) {
            values = {u"same"_s};
            return ++made <= 2;
        });
    });
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, u"store.constraint"_s);
    QCOMPARE(connection->integer("SELECT COUNT(*) FROM item"), 0);
}

QTEST_GUILESS_MAIN(TestEngines)
#include "test_engines.moc"

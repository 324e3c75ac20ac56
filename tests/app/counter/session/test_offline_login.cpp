#include "app/counter/session/OfflineLogin.h"
#include "modules/identity/PasswordVerifier.h"
#include "modules/store/SqliteConnection.h"
#include "tests/support/base/FakeClock.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::counter;

namespace {

constexpr qint64 Day = 24LL * 3600 * 1000;

} // namespace

// Who is let in without the hub.
class TestOfflineLogin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void enter_knownUser_isLetInWithWhatTheHubSaid();
    void enter_nobodyKnown_hasNoAnswer();
    void enter_days_areCountedDown_data();
    void enter_days_areCountedDown();
    void enter_neverAllowed_hasNoAnswer();
    void enter_wrongPasswords_endIt();
    void enter_rightPasswordBetween_countsAnew();
    void enter_clockSetBack_isRefused();
    void meet_beginsTheDaysAnew();
    void remember_anotherPassword_replacesTheOldOne();
    void forget_oneOrAll_areGone();
    void store_namesNoPassword();

private:
    OfflineLogin machine(int days = 7) const { return {m_folder->path(), days, m_clock}; }
    QString enter(const QString& password, int days = 7, const QString& login = u"clerk01"_s) const;
    SignedIn signedIn(const QString& name = u"测试员甲"_s) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    test::FakeClock m_clock;
};

SignedIn TestOfflineLogin::signedIn(const QString& name) const
{
    sync::DeskUser user;
    user.account = u"account-1"_s;
    user.login = u"clerk01"_s;
    user.name = name;
    user.device = u"device-1"_s;
    user.area = u"210603"_s;
    user.office = u"虚构镇便民服务站"_s;
    user.window = u"1"_s;
    return {user, u"token"_s, QUrl(u"https://hub.test"_s)};
}

void TestOfflineLogin::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock = test::FakeClock();
    SecureRandom random;
    QVERIFY(machine().remember(u"clerk01"_s, identity::makeVerifier(u"right"_s, random, 4), signedIn()));
}

// "in, 7 days", "nobody", or the code.
QString TestOfflineLogin::enter(const QString& password, int days, const QString& login) const
{
    const auto entered = machine(days).enter(login, password);
    if (!entered)
        return entered.error().code;
    return *entered ? u"in, %1 days"_s.arg((*entered)->daysLeft) : u"nobody"_s;
}

void TestOfflineLogin::enter_knownUser_isLetInWithWhatTheHubSaid()
{
    const auto entered = machine().enter(u"clerk01"_s, u"right"_s);
    QVERIFY(entered && *entered);
    const auto& in = **entered;
    QCOMPARE(in.user.toJson(), signedIn().user.toJson());
    QCOMPARE(in.publicBase, QUrl(u"https://hub.test"_s));
    QVERIFY(in.token.isEmpty());
    QVERIFY(in.later);
    QCOMPARE(in.later->login, u"clerk01"_s);
    QCOMPARE(in.later->password, u"right"_s);
    QCOMPARE(in.daysLeft, 7);
}

void TestOfflineLogin::enter_nobodyKnown_hasNoAnswer()
{
    QCOMPARE(enter(u"right"_s, 7, u"clerk02"_s), u"nobody"_s);
    const QTemporaryDir empty;
    const auto entered = OfflineLogin(empty.filePath(u"new"_s), 7, m_clock).enter(u"clerk01"_s, u"right"_s);
    QVERIFY(entered && !*entered);
}

void TestOfflineLogin::enter_days_areCountedDown_data()
{
    QTest::addColumn<qint64>("later");
    QTest::addColumn<QString>("told");
    QTest::newRow("at once") << qint64(0) << u"in, 7 days"_s;
    QTest::newRow("the next morning") << Day / 2 << u"in, 7 days"_s;
    QTest::newRow("after two days") << 2 * Day << u"in, 5 days"_s;
    QTest::newRow("the last hour") << 7 * Day - 3'600'000 << u"in, 1 days"_s;
    QTest::newRow("too late") << 7 * Day << u"session.offline-expired"_s;
    QTest::newRow("a year") << 365 * Day << u"session.offline-expired"_s;
}

void TestOfflineLogin::enter_days_areCountedDown()
{
    QFETCH(qint64, later);
    m_clock.advance(later);
    QTEST(enter(u"right"_s), "told");
}

void TestOfflineLogin::enter_neverAllowed_hasNoAnswer()
{
    QCOMPARE(enter(u"right"_s, 0), u"nobody"_s);
}

void TestOfflineLogin::enter_wrongPasswords_endIt()
{
    for (int left = OfflineLogin::MostTries - 1; left >= 0; --left) {
        const auto refused = machine().enter(u"clerk01"_s, u"wrong"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"identity.login"_s);
        QCOMPARE(refused.error().fields.value(u"tries"_s).toInt(), left);
    }
    QCOMPARE(enter(u"right"_s), u"session.offline-locked"_s);
    QVERIFY(machine().meet(u"clerk01"_s, signedIn())); // with the hub
    QCOMPARE(enter(u"right"_s), u"in, 7 days"_s);
}

void TestOfflineLogin::enter_rightPasswordBetween_countsAnew()
{
    for (int round = 0; round < 3; ++round) {
        for (int i = 1; i < OfflineLogin::MostTries; ++i)
            QCOMPARE(enter(u"wrong"_s), u"identity.login"_s);
        QCOMPARE(enter(u"right"_s), u"in, 7 days"_s);
    }
}

void TestOfflineLogin::enter_clockSetBack_isRefused()
{
    m_clock.advance(6 * Day);
    QCOMPARE(enter(u"right"_s), u"in, 1 days"_s);
    m_clock.setWall(m_clock.nowMs() - 5 * Day); // to win some days
    QCOMPARE(enter(u"right"_s), u"session.offline-clock"_s);
    m_clock.setWall(m_clock.nowMs() + 5 * Day - 60'000); // a minute is nothing
    QCOMPARE(enter(u"right"_s), u"in, 2 days"_s);
}

void TestOfflineLogin::meet_beginsTheDaysAnew()
{
    m_clock.advance(8 * Day);
    QCOMPARE(enter(u"right"_s), u"session.offline-expired"_s);
    QVERIFY(machine().meet(u"clerk01"_s, signedIn(u"测试员乙"_s)));
    const auto entered = machine().enter(u"clerk01"_s, u"right"_s);
    QVERIFY(entered && *entered);
    QCOMPARE((*entered)->user.name, u"测试员乙"_s);
    QCOMPARE((*entered)->daysLeft, 7);
}

void TestOfflineLogin::remember_anotherPassword_replacesTheOldOne()
{
    SecureRandom random;
    QVERIFY(machine().remember(u"clerk01"_s, identity::makeVerifier(u"new"_s, random, 4), signedIn()));
    QCOMPARE(enter(u"right"_s), u"identity.login"_s);
    QCOMPARE(enter(u"new"_s), u"in, 7 days"_s);
}

void TestOfflineLogin::forget_oneOrAll_areGone()
{
    SecureRandom random;
    QVERIFY(machine().remember(u"clerk02"_s, identity::makeVerifier(u"right"_s, random, 4), signedIn()));
    QVERIFY(machine().forget(u"clerk01"_s));
    QCOMPARE(enter(u"right"_s), u"nobody"_s);
    QCOMPARE(enter(u"right"_s, 7, u"clerk02"_s), u"in, 7 days"_s);
    QVERIFY(machine().forget());
    QCOMPARE(enter(u"right"_s, 7, u"clerk02"_s), u"nobody"_s);
}

void TestOfflineLogin::store_namesNoPassword()
{
    const auto store = *store::SqliteConnection::open(m_folder->filePath(u"machine.db"_s));
    int rows = 0;
    QVERIFY(store->run("SELECT verifier, bytes FROM known_user", {}, [&](const store::Row& row) {
        ++rows;
        QVERIFY(row.text(0).startsWith(u"scrypt:"_s));
        QVERIFY(!row.bytes(1).contains("right") && !row.bytes(1).contains("token"));
    }));
    QCOMPARE(rows, 1);
}

QTEST_GUILESS_MAIN(TestOfflineLogin)
#include "test_offline_login.moc"

#include "modules/identity/Accounts.h"
#include "modules/identity/AccountStream.h"
#include "modules/identity/Contacts.h"
#include "modules/identity/Devices.h"
#include "modules/identity/IdentitySchema.h"
#include "modules/identity/PasswordPolicy.h"
#include "modules/identity/PasswordVerifier.h"
#include "modules/identity/Sessions.h"
#include "modules/journal/JournalSchema.h"
#include "tests/support/base/FakeClock.h"
#include "tests/support/base/SeededRandom.h"
#include "tests/support/store/TestDatabase.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::identity;
using namespace Qt::StringLiterals;

class TestIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void verifier_rightAndWrong_areToldApart();
    void verifier_damaged_fitsNothing();
    void policy_weakPasswords_areRefused_data();
    void policy_weakPasswords_areRefused();
    void authenticate_right_givesGrants();
    void authenticate_wrongOrUnknown_lookTheSame();
    void authenticate_manyWrong_blocksAndEndsByItself();
    void authenticate_lockedAccount_saysSoOnlyWithTheRightPassword();
    void openAccount_loginTaken_isRefused();
    void grantPost_unknownAccount_isRefused();
    void withdrawPost_keepsTheHistory();
    void session_expiresClosesAndFollowsLocks();
    void contact_isNeverOlderThanItWas();
    void contact_afterAPauseOfTheHub_isNow();
    void enrol_codeOnceAndInTime();
    void rebuild_accounts_equalsLive();

private:
    journal::Answer send(const QString& stream, const QString& type, const QJsonObject& body, qint64 base)
    {
        const journal::Command command{m_ids.next(), stream, AccountStream::kind(), type, 1, u"hub"_s, u"hub"_s, base,
            {}, {m_clock.nowMs(), m_clock.nowMs(), false}, {}, body};
        return m_gate->submit(*m_connection, {command.toJson()}, {}, {}).value().constFirst();
    }
    test::FakeClock m_clock;
    test::SeededRandom m_random;
    IdSource m_ids{m_clock, m_random};
    std::unique_ptr<store::Connection> m_connection;
    std::unique_ptr<journal::CommandGate> m_gate;
    QString m_account;
};

void TestIdentity::init()
{
    m_connection = test::testDatabase().value();
    QVERIFY(store::migrate(*m_connection, {journal::journalSchema(), identitySchema()}));
    std::vector<std::unique_ptr<journal::StreamKind>> kinds;
    kinds.push_back(std::make_unique<AccountStream>(Posts{{u"clerk"_s, {u"clerk"_s, u"柜员"_s, u"Clerk"_s, {}}}}));
    journal::Projections projections;
    projections.push_back(std::make_unique<AccountTable>());
    m_gate = std::make_unique<journal::CommandGate>(m_clock, m_random, std::move(kinds), std::move(projections));
    m_account = m_ids.next();
    QCOMPARE(
        send(m_account, u"OpenAccount"_s,
            {{u"login"_s, u"chen"_s}, {u"name"_s, u"陈思远"_s}, {u"area"_s, u"210603"_s}, {u"office"_s, u"服务大厅"_s}},
            0)
            .verdict,
        journal::Verdict::Applied);
    QCOMPARE(send(m_account, u"GrantPost"_s, {{u"id"_s, u"g1"_s}, {u"post"_s, u"clerk"_s}, {u"area"_s, u"210603"_s}}, 1)
                 .verdict,
        journal::Verdict::Applied);
    QVERIFY(Accounts(*m_connection).setPassword(m_account, u"window3clerk"_s, m_random));
}

void TestIdentity::verifier_rightAndWrong_areToldApart()
{
    const auto verifier = makeVerifier(u"Pässwort 密码 1"_s, m_random, 10);
    QVERIFY(fitsVerifier(u"Pa\u0308sswort 密码 1"_s, verifier)); // the same letter, composed differently
    QVERIFY(!fitsVerifier(u"Passwort 密码 1"_s, verifier));
    QVERIFY(verifier != makeVerifier(u"Pässwort 密码 1"_s, m_random, 10));
    QVERIFY(makeVerifier(u"window3clerk"_s, m_random).startsWith("scrypt:15:8:1:"_L1)); // what nobody lowered
}

void TestIdentity::verifier_damaged_fitsNothing()
{
    for (const auto* text : {"", "scrypt", "scrypt:10:8:1:00:", "scrypt:99:8:1:00:00", "plain:1:1:1:aa:bb"})
        QVERIFY2(!fitsVerifier(u""_s, QString::fromLatin1(text)), text);
}

void TestIdentity::policy_weakPasswords_areRefused_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<bool>("fine");
    QTest::addRow("short") << u"a1b2c3d"_s << false;
    QTest::addRow("digits only") << u"1234567890"_s << false;
    QTest::addRow("letters only") << u"abcdefghij"_s << false;
    QTest::addRow("contains the login") << u"2026Chen!!"_s << false;
    QTest::addRow("good") << u"window3clerk"_s << true;
}

void TestIdentity::policy_weakPasswords_areRefused()
{
    QFETCH(QString, password);
    const auto done = checkPassword(password, u"chen"_s);
    QTEST(done.has_value(), "fine");
    if (!done)
        QCOMPARE(done.error().code, u"identity.password-weak"_s);
}

void TestIdentity::authenticate_right_givesGrants()
{
    const auto account = Accounts(*m_connection).authenticate(u"chen"_s, u"window3clerk"_s, m_clock.nowMs());
    QVERIFY(account);
    QCOMPARE(account->name, u"陈思远"_s);
    QCOMPARE(account->grants.size(), 1);
    QCOMPARE(account->grants.constFirst().from, m_clock.nowMs());
}

void TestIdentity::authenticate_wrongOrUnknown_lookTheSame()
{
    const auto wrong = Accounts(*m_connection).authenticate(u"chen"_s, u"wrong"_s, m_clock.nowMs());
    const auto unknown = Accounts(*m_connection).authenticate(u"nobody"_s, u"wrong"_s, m_clock.nowMs());
    QCOMPARE(wrong.error().code, u"identity.login"_s);
    QCOMPARE(unknown.error().code, u"identity.login"_s);
}

void TestIdentity::authenticate_manyWrong_blocksAndEndsByItself()
{
    Accounts accounts(*m_connection);
    for (int i = 0; i < 5; ++i)
        QVERIFY(!accounts.authenticate(u"chen"_s, u"wrong"_s, m_clock.nowMs()));
    const auto blocked = accounts.authenticate(u"chen"_s, u"window3clerk"_s, m_clock.nowMs());
    QCOMPARE(blocked.error().code, u"identity.too-many-tries"_s);
    QCOMPARE(blocked.error().fields.value(u"minutes"_s).toInt(), 1);
    m_clock.advance(61'000);
    QVERIFY(accounts.authenticate(u"chen"_s, u"window3clerk"_s, m_clock.nowMs()));
}

void TestIdentity::authenticate_lockedAccount_saysSoOnlyWithTheRightPassword()
{
    QCOMPARE(send(m_account, u"LockAccount"_s, {}, 2).verdict, journal::Verdict::Applied);
    QCOMPARE(Accounts(*m_connection).authenticate(u"chen"_s, u"wrong"_s, 0).error().code, u"identity.login"_s);
    QCOMPARE(Accounts(*m_connection).authenticate(u"chen"_s, u"window3clerk"_s, 0).error().code, u"identity.locked"_s);
    QCOMPARE(send(m_account, u"UnlockAccount"_s, {}, 3).verdict, journal::Verdict::Applied);
    QVERIFY(Accounts(*m_connection).authenticate(u"chen"_s, u"window3clerk"_s, 0));
}

void TestIdentity::openAccount_loginTaken_isRefused()
{
    const auto answer = send(m_ids.next(), u"OpenAccount"_s,
        {{u"login"_s, u"chen"_s}, {u"name"_s, u"另一位"_s}, {u"area"_s, u"21"_s}, {u"office"_s, u"厅"_s}}, 0);
    QCOMPARE(answer.verdict, journal::Verdict::Refused);
    QCOMPARE(answer.reason->code, u"identity.login-taken"_s);
}

void TestIdentity::grantPost_unknownAccount_isRefused()
{
    const auto answer =
        send(m_ids.next(), u"GrantPost"_s, {{u"id"_s, u"g"_s}, {u"post"_s, u"clerk"_s}, {u"area"_s, u"21"_s}}, 0);
    QCOMPARE(answer.reason->code, u"identity.account"_s);
    QCOMPARE(send(m_account, u"GrantPost"_s, {{u"id"_s, u"g"_s}, {u"post"_s, u"king"_s}, {u"area"_s, u"21"_s}}, 2)
                 .reason->code,
        u"identity.post"_s);
    QCOMPARE(send(m_account, u"MakeCoffee"_s, {}, 2).reason->code, u"identity.right"_s);
}

void TestIdentity::withdrawPost_keepsTheHistory()
{
    m_clock.advance(1000);
    QCOMPARE(send(m_account, u"WithdrawPost"_s, {{u"id"_s, u"g1"_s}}, 2).verdict, journal::Verdict::Applied);
    const auto account = Accounts(*m_connection).byId(m_account);
    QVERIFY(account && *account);
    QCOMPARE((*account)->grants.constFirst().until, m_clock.nowMs());
}

void TestIdentity::session_expiresClosesAndFollowsLocks()
{
    Devices devices(*m_connection, m_random);
    const auto code = devices.makeCode(u"210603"_s, u"服务大厅"_s, m_clock.nowMs());
    const auto enrolled = devices.enrol(*code, u"pc-3"_s, u"3"_s, m_ids, m_clock.nowMs());
    QVERIFY(enrolled);
    Sessions sessions(*m_connection);
    const auto token = sessions.open(m_account, enrolled->device.id, m_random, m_clock.nowMs());
    QVERIFY(token);
    QCOMPARE(sessions.find(*token, m_clock.nowMs())->account, m_account);
    QCOMPARE(sessions.find(*token, m_clock.nowMs() + Sessions::LifetimeMs).error().code, u"identity.session"_s);
    QVERIFY(!sessions.find(u"guess"_s, m_clock.nowMs()));
    QVERIFY(devices.revoke(enrolled->device.id, m_clock.nowMs()));
    QVERIFY(!sessions.find(*token, m_clock.nowMs()));
    QCOMPARE(devices.byToken(enrolled->token).error().code, u"identity.device"_s);
    const auto second = sessions.open(m_account, enrolled->device.id, m_random, m_clock.nowMs());
    QVERIFY(sessions.close(*second));
    QVERIFY(!sessions.find(*second, m_clock.nowMs()));
    QCOMPARE(m_connection->integer("SELECT COUNT(*) FROM session WHERE token = ?", {*token}), 0);
}

void TestIdentity::contact_isNeverOlderThanItWas()
{
    Contacts contacts(*m_connection);
    QCOMPARE(*contacts.of(u"li"_s), 0);
    QVERIFY(contacts.note(u"li"_s, 2000));
    QVERIFY(contacts.note(u"li"_s, 1000)); // by another hub, whose clock is slow
    QCOMPARE(*contacts.of(u"li"_s), 2000);
    QVERIFY(contacts.note(u"li"_s, 3000));
    QCOMPARE(*contacts.of(u"li"_s), 3000);
}

void TestIdentity::contact_afterAPauseOfTheHub_isNow()
{
    constexpr qint64 hour = 3600 * 1000;
    Contacts contacts(*m_connection);
    QVERIFY(contacts.noteHub(hour * 100));
    QVERIFY(contacts.note(u"li"_s, hour * 100));
    QVERIFY(contacts.noteHub(hour * 101)); // a short one says nothing
    QCOMPARE(*contacts.of(u"li"_s), hour * 100);
    QVERIFY(contacts.note(u"later"_s, hour * 200)); // heard of while the clock ran ahead
    QVERIFY(contacts.noteHub(hour * 103));
    QCOMPARE(*contacts.of(u"li"_s), hour * 103);
    QCOMPARE(*contacts.of(u"later"_s), hour * 103);
}

void TestIdentity::enrol_codeOnceAndInTime()
{
    Devices devices(*m_connection, m_random);
    const auto code = devices.makeCode(u"210603"_s, u"厅"_s, m_clock.nowMs());
    QCOMPARE(code->size(), 8);
    QCOMPARE(
        devices.enrol(u"00000000"_s, u"pc"_s, u"1"_s, m_ids, m_clock.nowMs()).error().code, u"identity.enrol-code"_s);
    QVERIFY(devices.enrol(u' ' + *code, u"pc"_s, u"1"_s, m_ids, m_clock.nowMs()));
    QVERIFY(!devices.enrol(*code, u"pc"_s, u"1"_s, m_ids, m_clock.nowMs()));
    const auto late = devices.makeCode(u"210603"_s, u"厅"_s, m_clock.nowMs());
    QVERIFY(!devices.enrol(*late, u"pc"_s, u"1"_s, m_ids, m_clock.nowMs() + Devices::CodeLifetimeMs));
}

void TestIdentity::rebuild_accounts_equalsLive()
{
    QCOMPARE(send(m_account, u"LockAccount"_s, {}, 2).verdict, journal::Verdict::Applied);
    const auto live = Accounts(*m_connection).byId(m_account).value().value();
    QVERIFY(journal::rebuild(*m_connection, m_gate->projections()));
    const auto again = Accounts(*m_connection).byId(m_account).value().value();
    QCOMPARE(again.grants, live.grants);
    QCOMPARE(again.locked, true);
    QCOMPARE(again.name, live.name);
}

QTEST_GUILESS_MAIN(TestIdentity)
#include "test_identity.moc"

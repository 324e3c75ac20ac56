#include "HubWorld.h"

#include "modules/base/Json.h"
#include "modules/identity/Devices.h"
#include "modules/journal/StreamLog.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

// Enrolling, signing in and out, passwords, and what happens to those who may not.
class TestSigningIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void enrolment_refused_namesTheReason_data();
    void enrolment_refused_namesTheReason();
    void enrolment_repeatedWithAnotherCode_isRefused();
    void enrolment_triedTooOften_waits();
    void enrolment_storedForRepeats_holdsNoToken();
    void session_opened_tellsWhoWhereAndUntilWhen();
    void session_refused_namesTheReason_data();
    void session_refused_namesTheReason();
    void session_afterFiveWrongPasswords_waits();
    void session_ended_opensNothing_data();
    void session_ended_opensNothing();
    void password_changed_opensTheNextSession();
    void password_changedWrongly_staysAsItWas_data();
    void password_changedWrongly_staysAsItWas();

private:
    HttpTestReply signIn(const QString& login, const QString& password, const QString& deviceToken);

    std::unique_ptr<HubWorld> m_hub;
};

void TestSigningIn::init()
{
    m_hub = std::make_unique<HubWorld>();
    QVERIFY(m_hub->open());
    QVERIFY(m_hub->addAccount(u"chen"_s, {u"window-clerk"_s}));
}

HttpTestReply TestSigningIn::signIn(const QString& login, const QString& password, const QString& deviceToken)
{
    return m_hub->ask("POST", u"/api/v1/sessions"_s, canonicalBytes({{u"login"_s, login}, {u"password"_s, password}}),
        jsonHeaders("X-Device-Token: " + deviceToken.toLatin1() + "\r\n"));
}

void TestSigningIn::enrolment_refused_namesTheReason_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");

    const QByteArray key = "Idempotency-Key: 0198f000-0000-7000-8000-000000000001\r\n";
    const QByteArray body = R"({"code":"00000000","name":"a","window":"1"})";
    QTest::newRow("a code nobody made") << body << jsonHeaders(key) << 403 << u"identity.enrol-code"_s;
    QTest::newRow("without a key for repeats") << body << jsonHeaders() << 400 << u"hub.idempotency-key"_s;
    QTest::newRow("with a key that is too short")
        << body << jsonHeaders("Idempotency-Key: 12\r\n") << 400 << u"hub.idempotency-key"_s;
    QTest::newRow("without a window") << QByteArray(R"({"code":"1","name":"a"})") << jsonHeaders(key) << 422
                                      << u"base.json-field"_s;
    QTest::newRow("not as JSON") << body << key << 415 << u"http.media-type"_s;
    QTest::newRow("far too long") << QByteArray(20'000, ' ') << jsonHeaders(key) << 413 << u"http.body-too-large"_s;
}

void TestSigningIn::enrolment_refused_namesTheReason()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, headers);
    QFETCH(int, status);
    QFETCH(QString, code);
    const auto reply = m_hub->ask("POST", u"/api/v1/devices/enrol"_s, body, headers);
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.code(), code);
}

void TestSigningIn::enrolment_repeatedWithAnotherCode_isRefused()
{
    const auto headers = jsonHeaders("Idempotency-Key: " + m_hub->ids.next().toLatin1() + "\r\n");
    for (const int status : {200, 422}) {
        const auto reply = m_hub->ask("POST", u"/api/v1/devices/enrol"_s,
            canonicalBytes({{u"code"_s, m_hub->enrolCode()}, {u"name"_s, u"a"_s}, {u"window"_s, u"1"_s}}), headers);
        QCOMPARE(reply.status, status);
        if (status == 422)
            QCOMPARE(reply.code(), u"hub.key-reused"_s);
    }
}

void TestSigningIn::enrolment_triedTooOften_waits()
{
    HttpTestReply reply;
    for (int i = 0; i < 40 && reply.status != 429; ++i) {
        reply = m_hub->ask("POST", u"/api/v1/devices/enrol"_s, R"({"code":"00000000","name":"a","window":"1"})",
            jsonHeaders("Idempotency-Key: " + m_hub->ids.next().toLatin1() + "\r\n"));
    }
    QCOMPARE(reply.code(), u"http.too-many-requests"_s);
    QVERIFY(reply.headers.value("retry-after").toInt() > 0);
}

void TestSigningIn::enrolment_storedForRepeats_holdsNoToken()
{
    const auto desk = m_hub->desk(u"chen"_s);
    const auto token = QByteArray::fromHex(desk.deviceToken.toLatin1());
    QCOMPARE(token.size(), 32);
    const auto sealed = m_hub->core->main().list(
        "SELECT sealed FROM enrol_request", {}, [](const store::Row& row) { return row.bytes(0); });
    QVERIFY(sealed && sealed->size() == 1);
    QVERIFY(sealed->constFirst() != token);
}

void TestSigningIn::session_opened_tellsWhoWhereAndUntilWhen()
{
    const auto desk = m_hub->desk(u"chen"_s);
    const auto reply = signIn(u"chen"_s, QString::fromLatin1(HubWorld::Password), desk.deviceToken);
    QCOMPARE(reply.status, 200);
    const auto json = reply.json();
    const auto user = json.value("user"_L1).toObject();
    QCOMPARE(user.value("login"_L1).toString(), u"chen"_s);
    QCOMPARE(user.value("name"_L1).toString(), u"测试chen"_s);
    QCOMPARE(user.value("device"_L1).toString(), desk.device);
    QCOMPARE(user.value("area"_L1).toString(), u"210603"_s);
    QCOMPARE(user.value("window"_L1).toString(), u"3"_s);
    QCOMPARE(user.value("grants"_L1).toArray().at(0).toObject().value("post"_L1).toString(), u"window-clerk"_s);
    QCOMPARE(json.value("publicBase"_L1).toString(), u"https://hub.test"_s);
    const qint64 hours = (fromRfc3339(json.value("expiresAt"_L1).toString()) - m_hub->clock.nowMs()) / 3'600'000;
    QVERIFY(hours >= 11 && hours <= 12);
}

void TestSigningIn::session_refused_namesTheReason_data()
{
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("password");
    QTest::addColumn<bool>("device");
    QTest::addColumn<bool>("locked");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");

    const auto right = QString::fromLatin1(HubWorld::Password);
    QTest::newRow("wrong password") << u"chen"_s << u"Wrong1horse"_s << true << false << 401 << u"identity.login"_s;
    QTest::newRow("unknown login") << u"nobody"_s << right << true << false << 401 << u"identity.login"_s;
    QTest::newRow("unknown machine") << u"chen"_s << right << false << false << 401 << u"identity.device"_s;
    QTest::newRow("locked account") << u"chen"_s << right << true << true << 403 << u"identity.locked"_s;
    QTest::newRow("no password") << u"chen"_s << QString() << true << false << 422 << u"base.json-field"_s;
}

void TestSigningIn::session_refused_namesTheReason()
{
    QFETCH(QString, login);
    QFETCH(QString, password);
    QFETCH(bool, device);
    QFETCH(bool, locked);
    QFETCH(int, status);
    QFETCH(QString, code);
    const auto desk = m_hub->desk(u"chen"_s);
    if (locked)
        QVERIFY(hub::Accounting(*m_hub->core).lock(u"chen"_s));
    const auto reply = signIn(login, password, device ? desk.deviceToken : u"0"_s.repeated(64));
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.code(), code);
    QVERIFY(!reply.body.contains("token\":\""));
}

void TestSigningIn::session_afterFiveWrongPasswords_waits()
{
    const auto desk = m_hub->desk(u"chen"_s);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(signIn(u"chen"_s, u"Wrong1horse"_s, desk.deviceToken).status, 401);
    const auto right = QString::fromLatin1(HubWorld::Password);
    const auto waiting = signIn(u"chen"_s, right, desk.deviceToken);
    QCOMPARE(waiting.status, 429);
    QCOMPARE(waiting.code(), u"identity.too-many-tries"_s);
    m_hub->clock.advance(61'000);
    QCOMPARE(signIn(u"chen"_s, right, desk.deviceToken).status, 200);
}

void TestSigningIn::session_ended_opensNothing_data()
{
    QTest::addColumn<QString>("how");
    for (const auto* how : {"signed out", "too old", "account locked", "machine revoked", "another token", "no token"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

void TestSigningIn::session_ended_opensNothing()
{
    QFETCH(QString, how);
    auto desk = m_hub->desk(u"chen"_s);
    QCOMPARE(m_hub->get(desk, u"/api/v1/tasks/counts"_s).status, 200);
    if (how == "signed out"_L1)
        QCOMPARE(m_hub->ask("DELETE", u"/api/v1/sessions/current"_s, {}, desk.headers()).status, 204);
    else if (how == "too old"_L1)
        m_hub->clock.advance(12LL * 3'600'000);
    else if (how == "account locked"_L1)
        QVERIFY(hub::Accounting(*m_hub->core).lock(u"chen"_s));
    else if (how == "machine revoked"_L1)
        QVERIFY(identity::Devices(m_hub->core->main(), m_hub->random).revoke(desk.device, 1));
    else
        desk.token = how == "no token"_L1 ? QString() : desk.token.sliced(1) + u'0';
    for (const auto& path : {u"/api/v1/tasks/counts"_s, u"/api/v1/feed?after=0"_s, u"/api/v1/persons?q=210603"_s}) {
        const auto reply = m_hub->get(desk, path);
        QCOMPARE(reply.status, 401);
        QCOMPARE(reply.code(), u"identity.session"_s);
    }
}

void TestSigningIn::password_changed_opensTheNextSession()
{
    const auto elsewhere = m_hub->desk(u"chen"_s);
    const auto desk = m_hub->desk(u"chen"_s);
    const auto changed = m_hub->post(desk, u"/api/v1/sessions/password"_s,
        {{u"old"_s, QString::fromLatin1(HubWorld::Password)}, {u"new"_s, u"Battery2staple"_s}});
    QCOMPARE(changed.status, 204);
    QCOMPARE(m_hub->get(desk, u"/api/v1/tasks/counts"_s).status, 200);
    QCOMPARE(m_hub->get(elsewhere, u"/api/v1/tasks/counts"_s).status, 401); // whoever knew the old one is out
    QCOMPARE(signIn(u"chen"_s, QString::fromLatin1(HubWorld::Password), desk.deviceToken).status, 401);
    QCOMPARE(signIn(u"chen"_s, u"Battery2staple"_s, desk.deviceToken).status, 200);
    const auto history = journal::StreamLog(m_hub->core->main(), m_hub->random).history(desk.account);
    QVERIFY(history);
    QCOMPARE(history->constLast().type, u"PasswordChanged"_s);
    QVERIFY(history->constLast().body.isEmpty());
}

void TestSigningIn::password_changedWrongly_staysAsItWas_data()
{
    QTest::addColumn<QString>("old");
    QTest::addColumn<QString>("fresh");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");

    const auto right = QString::fromLatin1(HubWorld::Password);
    QTest::newRow("the old one is wrong") << u"Wrong1horse"_s << u"Battery2staple"_s << 401 << u"identity.login"_s;
    QTest::newRow("the new one is too short") << right << u"a1"_s << 422 << u"identity.password-weak"_s;
    QTest::newRow("the new one holds the login") << right << u"chen12345"_s << 422 << u"identity.password-weak"_s;
}

void TestSigningIn::password_changedWrongly_staysAsItWas()
{
    QFETCH(QString, old);
    QFETCH(QString, fresh);
    QFETCH(int, status);
    QFETCH(QString, code);
    const auto desk = m_hub->desk(u"chen"_s);
    const auto reply = m_hub->post(desk, u"/api/v1/sessions/password"_s, {{u"old"_s, old}, {u"new"_s, fresh}});
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.code(), code);
    QCOMPARE(signIn(u"chen"_s, QString::fromLatin1(HubWorld::Password), desk.deviceToken).status, 200);
}

QTEST_GUILESS_MAIN(TestSigningIn)
#include "test_SigningIn.moc"

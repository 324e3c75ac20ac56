#include "Hall.h"

#include "devices/caller/CallerDrivers.h"
#include "tests/support/base/FairTimer.h"
#include "tests/support/base/FakeClock.h"
#include "tests/support/http/TestCertificate.h"

#include <QSslConfiguration>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using test::answerOf;
using test::Hall;
using namespace Qt::StringLiterals;

namespace {

const CallRequest Next{CallOperation::Next, {}, u"1024"_s};

QString codeOf(const Result<CallState>& state)
{
    return state ? u"ok"_s : state.error().code;
}

} // namespace

// What only the real line can do: every way in which an answer goes wrong.
class TestHttpCaller : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void next_whateverBecomesOfTheAnswer_isSentOnce_data();
    void next_whateverBecomesOfTheAnswer_isSentOnce();
    void next_systemGoneBeforeItTellsTheState_leavesDoubt();
    void next_slowButInTime_isAnswered();
    void state_floodOfHeaders_endsInTime();
    void state_nobodyListens_isUnreachable();
    void next_defaultLimit_isThreeSeconds();
    void next_clerkAndTicket_reachTheSystem();
    void ask_token_isSentAndNeverTold();
    void ask_base_isJoinedToThePath_data();
    void ask_base_isJoinedToThePath();
    void https_certificate_decides_data();
    void https_certificate_decides();
    void destroy_whileTheSystemIsSilent_isQuick();
    void make_wrongUri_isNamed_data();
    void make_wrongUri_isNamed();
};

void TestHttpCaller::next_whateverBecomesOfTheAnswer_isSentOnce_data()
{
    QTest::addColumn<QString>("style");
    QTest::addColumn<QJsonObject>("fault");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<bool>("leavesDoubt");
    QTest::addColumn<bool>("carriedOut");
    for (const auto& style : {u"hall"_s, u"envelope"_s}) { // POST with a body, GET without one
        const auto row = [&style](const QString& fault, const QString& code, bool doubt, bool done, int value = 0) {
            QTest::addRow("%s %s %d", qPrintable(style), qPrintable(fault), value)
                << style << QJsonObject{{"fault"_L1, fault}, {"value"_L1, value}} << code << doubt << done;
        };
        row(u"silent"_s, u"caller.no-answer"_s, true, false);
        row(u"mute"_s, u"caller.no-answer"_s, true, true);
        row(u"drop"_s, u"caller.no-answer"_s, true, true);
        row(u"crash"_s, u"caller.no-answer"_s, true, true);
        row(u"half"_s, u"caller.no-answer"_s, true, true);
        row(u"drip"_s, u"caller.no-answer"_s, true, true);
        row(u"noise"_s, u"caller.no-answer"_s, true, true);
        row(u"html"_s, u"caller.answer"_s, true, true);
        row(u"garbage"_s, u"caller.answer"_s, true, true);
        row(u"empty"_s, u"caller.answer"_s, true, true);
        row(u"strange"_s, u"caller.answer"_s, true, true);
        row(u"zipped"_s, u"caller.answer"_s, true, true);
        row(u"huge"_s, u"caller.too-large"_s, true, true);
        row(u"flood"_s, u"caller.too-large"_s, true, true);
        row(u"status"_s, u"caller.status"_s, true, false, 500);
        row(u"status"_s, u"caller.status"_s, true, false, 404);
        row(u"status"_s, u"caller.status"_s, true, false, 407);
        row(u"status"_s, u"caller.access"_s, false, false, 401);
        row(u"status"_s, u"caller.access"_s, false, false, 403);
        row(u"refuse"_s, u"caller.refused"_s, false, false);
        row(u"redirect"_s, u"caller.redirect"_s, true, false, 302);
        row(u"redirect"_s, u"caller.redirect"_s, true, false, 307);
    }
}

void TestHttpCaller::next_whateverBecomesOfTheAnswer_isSentOnce()
{
    QFETCH(QString, style);
    QFETCH(QJsonObject, fault);
    QFETCH(bool, leavesDoubt);
    QFETCH(bool, carriedOut);
    QFETCH(QString, expected);
    Hall hall(style);
    const auto terminal = hall.terminal();
    const auto hasty = hall.terminal(expected == "caller.no-answer"_L1 ? test::ShortLimit : test::LongLimit);
    QVERIFY(hall.arrive(u"A001"_s));
    QVERIFY(hall.arrive(u"A002"_s));
    QVERIFY(answerOf(*terminal, {}));
    QVERIFY(hall.obey(fault));
    const test::FairTimer timer;
    const auto told = answerOf(*hasty, Next);
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(codeOf(told), expected);
    QCOMPARE(devices::leavesDoubt(told.error()), leavesDoubt);
    QVERIFY(hall.hasBeenAsked(u"next"_s, 1));
    if (fault.value("fault"_L1) == "crash"_L1)
        QVERIFY(hall.obey({{"open"_L1, true}}));
    const auto now = answerOf(*terminal, {});
    QVERIFY2(now, qPrintable(codeOf(now)));
    QCOMPARE(now->ticketNumber(), carriedOut ? u"A001"_s : QString());
}

void TestHttpCaller::next_systemGoneBeforeItTellsTheState_leavesDoubt()
{
    Hall hall(u"envelope"_s); // which answers next with a code only
    const auto terminal = hall.terminal();
    QVERIFY(hall.arrive(u"A001"_s));
    QVERIFY(hall.obey({{"fault"_L1, "leave"_L1}}));
    const auto told = answerOf(*terminal, Next);
    QCOMPARE(codeOf(told), u"caller.no-answer"_s);
    QCOMPARE(told.error().detail, u"device.unreachable"_s);
    QVERIFY(leavesDoubt(told.error()));
}

void TestHttpCaller::next_slowButInTime_isAnswered()
{
    Hall hall;
    const auto terminal = hall.terminal();
    QVERIFY(hall.arrive(u"A001"_s));
    QVERIFY(hall.obey({{"fault"_L1, "late"_L1}, {"value"_L1, 0.6}}));
    QCOMPARE(answerOf(*terminal, Next)->ticketNumber(), u"A001"_s);
}

void TestHttpCaller::state_floodOfHeaders_endsInTime()
{
    Hall hall;
    const auto terminal = hall.terminal(std::chrono::milliseconds(300));
    QVERIFY(hall.obey({{"fault"_L1, "headers"_L1}, {"of"_L1, "state"_L1}}));
    QVERIFY(!answerOf(*terminal, {}));
}

void TestHttpCaller::state_nobodyListens_isUnreachable()
{
    Hall hall;
    QVERIFY(hall.obey({{"close"_L1, true}}));
    const auto told = answerOf(*hall.terminal(), Next);
    QCOMPARE(codeOf(told), u"device.unreachable"_s);
    QVERIFY(!leavesDoubt(told.error()));
    QVERIFY(hall.address().contains(told.error().fields.value("port"_L1).toString()));
}

void TestHttpCaller::next_defaultLimit_isThreeSeconds()
{
    Hall hall;
    const test::FakeClock clock;
    const auto terminal = callerDrivers(clock).make("caller:hall-json.json:%1?window=3"_L1.arg(hall.address())).value();
    QVERIFY(hall.obey({{"fault"_L1, "drip"_L1}}));
    const test::FairTimer fair;
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(codeOf(answerOf(*terminal, Next)), u"caller.no-answer"_s);
    QVERIFY(timer.elapsed() >= 2500);
    QVERIFY(fair.elapsed() < 15'000);
}

void TestHttpCaller::next_clerkAndTicket_reachTheSystem()
{
    Hall hall;
    const auto terminal = hall.terminal();
    QVERIFY(hall.arrive(u"A001"_s));
    QVERIFY(hall.arrive(u"A002"_s));
    const auto clerk = u"孙 芳/?&\"{ticket}"_s;
    QVERIFY(answerOf(*terminal, {CallOperation::Next, {}, clerk}));
    QVERIFY(hall.obey({{"clerk"_L1, clerk}}));
    const auto stale = answerOf(*terminal, Next); // whoever asks knows of nobody at the window
    QCOMPARE(stale.error().fields.value("code"_L1).toString(), u"moved"_s);
    QCOMPARE(answerOf(*terminal, {CallOperation::Next, u"A001"_s, {}})->ticketNumber(), u"A002"_s);
}

void TestHttpCaller::ask_token_isSentAndNeverTold()
{
    Hall hall(u"hall"_s, {u"--token"_s, u"sesame"_s});
    QCOMPARE(codeOf(answerOf(*hall.terminal(), {})), u"caller.access"_s);
    auto profile = loadCallerProfile(u"hall-json.json"_s).value();
    profile.headers.insert("Authorization", "Bearer sesame");
    const auto terminal = Hall::terminalFor(profile, hall.address());
    QVERIFY(answerOf(*terminal, {}));
    for (const auto& fault : {u"garbage"_s, u"redirect"_s, u"drop"_s, u"refuse"_s, u"status"_s, u"huge"_s}) {
        QVERIFY(hall.obey({{"fault"_L1, fault}, {"value"_L1, 500}}));
        const auto told = answerOf(*terminal, {CallOperation::Pause, {}, {}});
        QVERIFY(!told);
        QVERIFY(!logLine(told.error()).contains("sesame"_L1));
        QVERIFY(!canonicalBytes(told.error().fields).contains("sesame"));
    }
}

void TestHttpCaller::ask_base_isJoinedToThePath_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QByteArray>("expected");
    QTest::addRow("a base") << u"/base"_s << QByteArray("/base/windows/3");
    QTest::addRow("a base with a slash") << u"/base/"_s << QByteArray("/base/windows/3");
    QTest::addRow("a slash") << u"/"_s << QByteArray("/windows/3");
    QTest::addRow("no base") << u""_s << QByteArray("/windows/3");
}

void TestHttpCaller::ask_base_isJoinedToThePath()
{
    QFETCH(QString, address);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QByteArray asked;
    connect(&server, &QTcpServer::newConnection, &server, [&server, &asked] {
        auto* socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket, &asked] {
            asked += socket->readAll();
            socket->disconnectFromHost();
        });
    });
    const auto terminal = Hall::terminalFor(loadCallerProfile(u"hall-json.json"_s).value(),
        "http://127.0.0.1:%1%2"_L1.arg(QString::number(server.serverPort()), address));
    QVERIFY(!answerOf(*terminal, {}));
    QTEST(asked.split(' ').value(1), "expected");
}

void TestHttpCaller::https_certificate_decides_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("known");
    QTest::addColumn<QString>("expected");
    QTest::addRow("issuer known") << u"localhost"_s << true << u"ok"_s;
    QTest::addRow("issuer unknown") << u"localhost"_s << false << u"caller.certificate"_s;
    QTest::addRow("another host") << u"127.0.0.1"_s << true << u"caller.certificate"_s;
}

void TestHttpCaller::https_certificate_decides()
{
    QFETCH(QString, host);
    QFETCH(bool, known);
    const QTemporaryDir folder;
    const auto certificate = folder.filePath(u"hall.pem"_s);
    const auto key = folder.filePath(u"hall.key"_s);
    QVERIFY(test::writeTestCertificate(certificate, key));
    const auto before = QSslConfiguration::defaultConfiguration();
    const auto restore = qScopeGuard([&before] { QSslConfiguration::setDefaultConfiguration(before); });
    if (known) {
        auto configuration = before;
        QVERIFY(configuration.addCaCertificates(certificate));
        QSslConfiguration::setDefaultConfiguration(configuration);
    }
    Hall hall(u"hall"_s, {u"--tls"_s, certificate, key});
    QVERIFY(hall.arrive(u"A001"_s));
    const auto terminal =
        Hall::terminalFor(loadCallerProfile(u"hall-json.json"_s).value(), hall.address(u"https"_s, host));
    const auto told = answerOf(*terminal, Next);
    QTEST(codeOf(told), "expected");
    QVERIFY(hall.hasBeenAsked(u"next"_s, told ? 1 : 0));
    QVERIFY(told || !leavesDoubt(told.error()));
}

void TestHttpCaller::destroy_whileTheSystemIsSilent_isQuick()
{
    Hall hall;
    QVERIFY(hall.obey({{"fault"_L1, "silent"_L1}}));
    bool answered = false;
    test::FairTimer timer;
    {
        const auto terminal = hall.terminal(test::ShortLimit);
        terminal->ask(Next, [&answered](const Result<CallState>&) { answered = true; });
        QTRY_VERIFY(hall.hasBeenAsked(u"next"_s, 1));
        timer.start();
    }
    QVERIFY(timer.elapsed() < 1000);
    QTest::qWait(static_cast<int>(test::ShortLimit.count()) + 200);
    QVERIFY(!answered);
}

void TestHttpCaller::make_wrongUri_isNamed_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<QString>("expected");
    const auto uri = u"device.uri"_s;
    QTest::addRow("no window") << u"caller:hall-json.json:http://10.0.0.9:8080"_s << uri;
    QTest::addRow("window without end") << u"caller:hall-json.json:http://10.0.0.9?window="_s + QString(41, u'3')
                                        << uri;
    QTest::addRow("no host") << u"caller:hall-json.json:http:///base?window=3"_s << uri;
    QTest::addRow("no slashes") << u"caller:hall-json.json:http:10.0.0.9?window=3"_s << uri;
    QTest::addRow("port is no number") << u"caller:hall-json.json:http://10.0.0.9:web?window=3"_s << uri;
    QTest::addRow("a name and a password") << u"caller:hall-json.json:http://a:b@10.0.0.9?window=3"_s << uri;
    QTest::addRow("a fragment") << u"caller:hall-json.json:http://10.0.0.9/#x?window=3"_s << uri;
    QTest::addRow("a query of its own") << u"caller:hall-json.json:http://10.0.0.9/?a=b?window=3"_s << uri;
    QTest::addRow("no such profile") << u"caller:none.json:http://10.0.0.9?window=3"_s << u"caller.profile"_s;
    QTest::addRow("no such driver") << u"sip:10.0.0.9"_s << u"device.driver-unknown"_s;
    QTest::addRow("no such script") << u"sim:caller?script=/nowhere"_s << u"device.script"_s;
}

void TestHttpCaller::make_wrongUri_isNamed()
{
    QFETCH(QString, uri);
    const test::FakeClock clock;
    const auto made = callerDrivers(clock).make(uri);
    QVERIFY(!made);
    QTEST(made.error().code, "expected");
}

QTEST_GUILESS_MAIN(TestHttpCaller)
#include "test_http_caller.moc"

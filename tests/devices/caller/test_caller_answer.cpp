#include "devices/caller/CallerAnswer.h"
#include "modules/base/Clock.h"
#include "tests/support/places/Places.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

namespace {

const CallerProfile& hallProfile()
{
    static const auto profile = loadCallerProfile(u"hall-json.json"_s).value();
    return profile;
}

const CallerProfile& envelopeProfile()
{
    static const auto profile = loadCallerProfile(test::inSource(u"tests/devices/caller/envelope.json")).value();
    return profile;
}

Result<CallState> stateIn(const CallerProfile& profile, int status, const QByteArray& body)
{
    KB_TRY(const auto answer, CallerAnswer::read(profile, status, body));
    return answer.state(profile);
}

// "A001 社会保险 @1763600400000 +5 paused", or the failure code.
QString brief(const Result<CallState>& state)
{
    if (!state)
        return state.error().code;
    auto text = u"-"_s;
    if (state->ticket) {
        text = state->ticket->number + u' ' + state->ticket->queue;
        if (state->ticket->calledAtMs)
            text += " @"_L1 + QString::number(*state->ticket->calledAtMs);
    }
    if (state->waiting)
        text += " +"_L1 + QString::number(*state->waiting);
    return state->paused ? text + " paused"_L1 : text;
}

} // namespace

class TestCallerAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void state_hallAnswer_isRead_data();
    void state_hallAnswer_isRead();
    void state_envelopeAnswer_isRead_data();
    void state_envelopeAnswer_isRead();
    void time_anyForm_isTheSame_data();
    void time_anyForm_isTheSame();
    void refusal_itsWords_reachTheClerk();
    void state_words_areOneCleanLine();
};

void TestCallerAnswer::state_hallAnswer_isRead_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, int status, const char* body, const QString& expected) {
        QTest::newRow(name) << status << QByteArray(body) << expected;
    };
    const auto unreadable = u"caller.answer"_s;
    row("somebody", 200, R"({"ticket":{"number":"A001","queue":"社会保险"},"waiting":5,"paused":false})",
        u"A001 社会保险 +5"_s);
    row("number as a number", 200, R"({"ticket":{"number":17,"queue":null},"waiting":"5","paused":true})",
        u"17  +5 paused"_s);
    row("nobody", 200, R"({"ticket":null,"waiting":0,"paused":true})", u"- +0 paused"_s);
    row("ticket is left out", 200, R"({"waiting":2})", u"- +2"_s);
    row("ticket is an empty text", 200, R"({"ticket":"","waiting":2})", u"- +2"_s);
    row("how many wait is not known", 200, R"({"ticket":null,"waiting":null})", u"-"_s);
    row("nobody by status", 204, "", u"-"_s);
    row("nothing at all", 200, "", unreadable);
    row("blanks", 200, " \n ", unreadable);
    row("another object", 200, R"({"hello":1})", unreadable);
    row("a list", 200, "[]", unreadable);
    row("a page", 200, "<html></html>", unreadable);
    row("GBK", 200, "{\"ticket\":{\"number\":\"A001\",\"queue\":\"\xc9\xe7\xb1\xa3\"},\"waiting\":1}", unreadable);
    row("ticket without number", 200, R"({"ticket":{},"waiting":1})", unreadable);
    row("ticket of blanks", 200, R"({"ticket":{"number":" \t "},"waiting":1})", unreadable);
    row("number is an object", 200, R"({"ticket":{"number":{}},"waiting":1})", unreadable);
    row("number is a fraction", 200, R"({"ticket":{"number":1.5},"waiting":1})", unreadable);
    row("number too long", 200, R"({"ticket":{"number":"AAAAAAAAAABBBBBBBBBBCCCCCCCCCCDDDDDDDDDDE"},"waiting":1})",
        unreadable);
    row("fewer than nobody waits", 200, R"({"ticket":null,"waiting":-1})", unreadable);
    row("more wait than live here", 200, R"({"ticket":null,"waiting":100000})", unreadable);
    row("many wait", 200, R"({"ticket":null,"waiting":"many"})", unreadable);
    row("half a citizen waits", 200, R"({"ticket":null,"waiting":0.5})", unreadable);
    row("a time nobody knows", 200, R"({"ticket":{"number":"A1","calledAt":"noon"},"waiting":1})", unreadable);
    row("refusal", 409, R"({"error":{"code":"paused","text":"x"}})", u"caller.refused"_s);
    row("refusal with another status", 500, R"({"error":{"code":7}})", u"caller.refused"_s);
    row("refusal with success", 200, R"({"error":{"code":"paused"}})", u"caller.refused"_s);
    row("no token", 401, "", u"caller.access"_s);
    row("wrong token", 403, "{}", u"caller.access"_s);
    row("no such window", 404, "not found", u"caller.status"_s);
    row("broken inside", 500, "<html>", u"caller.status"_s);
    row("elsewhere", 302, "", u"caller.redirect"_s);
    row("not modified", 304, "", u"caller.redirect"_s);
    row("status of a later century", 799, "{}", u"caller.status"_s);
}

void TestCallerAnswer::state_hallAnswer_isRead()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QTEST(brief(stateIn(hallProfile(), status, body)), "expected");
}

void TestCallerAnswer::state_envelopeAnswer_isRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* body, const QString& expected) {
        QTest::newRow(name) << QByteArray(body) << expected;
    };
    row("somebody", R"({"code":0,"data":{"ticketNo":"B007","bizName":"就业","waitNum":"12","winState":1}})",
        u"B007 就业 +12"_s);
    row("code as text", R"({"code":"0","data":{"ticketNo":"B007","waitNum":1,"winState":2}})", u"B007  +1 paused"_s);
    row("nobody", R"({"code":0,"data":{"ticketNo":"","waitNum":"3"}})", u"- +3"_s);
    row("nobody by code", R"({"code":1001,"msg":"无人等候"})", u"-"_s);
    row("refusal", R"({"code":2002,"msg":"窗口已暂停","data":null})", u"caller.refused"_s);
    row("no code", R"({"data":{"ticketNo":"B007","waitNum":1}})", u"caller.answer"_s);
    row("code is null", R"({"code":null,"data":{"ticketNo":"B007","waitNum":1}})", u"caller.answer"_s);
    row("code is an object", R"({"code":{},"data":{"ticketNo":"B007","waitNum":1}})", u"caller.answer"_s);
    row("no data", R"({"code":0,"msg":"成功"})", u"caller.answer"_s);
}

void TestCallerAnswer::state_envelopeAnswer_isRead()
{
    QFETCH(QByteArray, body);
    QTEST(brief(stateIn(envelopeProfile(), 200, body)), "expected");
}

void TestCallerAnswer::time_anyForm_isTheSame_data()
{
    QTest::addColumn<QByteArray>("time");
    QTest::addRow("RFC 3339") << QByteArray(R"("2026-11-20T09:00:00+08:00")");
    QTest::addRow("RFC 3339 in UTC") << QByteArray(R"("2026-11-20T01:00:00Z")");
    QTest::addRow("as the hall's clocks show it") << QByteArray(R"("2026-11-20 09:00:00")");
    QTest::addRow("seconds") << QByteArray("1795136400");
    QTest::addRow("seconds as text") << QByteArray(R"("1795136400")");
    QTest::addRow("milliseconds") << QByteArray("1795136400000");
}

void TestCallerAnswer::time_anyForm_isTheSame()
{
    QFETCH(QByteArray, time);
    const auto state =
        stateIn(hallProfile(), 200, R"({"ticket":{"number":"A1","calledAt":)" + time + R"(},"waiting":0})");
    QVERIFY(state);
    QCOMPARE(state->ticket->calledAtMs, std::optional(utcMs({2026, 11, 20}, {9, 0})));
}

void TestCallerAnswer::refusal_itsWords_reachTheClerk()
{
    const auto state = stateIn(envelopeProfile(), 200, R"({"code":2002,"msg":" 窗口\u0007已\n暂停 "})");
    QCOMPARE(state.error().fields.value("code"_L1).toString(), u"2002"_s);
    QCOMPARE(state.error().fields.value("text"_L1).toString(), u"窗口已 暂停"_s);
    QVERIFY(!logLine(state.error()).contains(u"暂停"_s)); // it may name somebody
}

void TestCallerAnswer::state_words_areOneCleanLine()
{
    const QByteArray longQueue = QByteArray("\xf0\xa0\xae\xb7").repeated(60); // 𠮷, two code units each
    const auto state = stateIn(hallProfile(), 200,
        R"({"ticket":{"number":" A\u202e00\u00001 ","queue":"x)" + longQueue + R"("},"waiting":0})");
    QVERIFY(state);
    QCOMPARE(state->ticket->number, u"A001"_s);
    QVERIFY(state->ticket->queue.startsWith(u"x𠮷"_s));
    QVERIFY(state->ticket->queue.isValidUtf16());
    QCOMPARE_LE(state->ticket->queue.size(), 100);
}

QTEST_GUILESS_MAIN(TestCallerAnswer)
#include "test_caller_answer.moc"

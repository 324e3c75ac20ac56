#include "devices/caller/CallerProfile.h"
#include "devices/caller/CallerTemplate.h"
#include "modules/base/Json.h"
#include "tests/support/places/Places.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

namespace {

QJsonObject shipped()
{
    QFile file(test::inSource(u"resources/caller/hall-json.json"));
    return file.open(QIODevice::ReadOnly) ? parseObject(file.readAll()).value() : QJsonObject();
}

// The object with another value at a place such as "operations.next.path"; an undefined value removes the word.
QJsonObject with(QJsonObject object, const QString& place, const QJsonValue& value)
{
    const auto word = place.section(u'.', 0, 0);
    const auto rest = place.section(u'.', 1);
    object.insert(word, rest.isEmpty() ? value : QJsonValue(with(object.value(word).toObject(), rest, value)));
    return object;
}

} // namespace

class TestCallerProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void load_shipped_isWhole();
    void load_pathOfAFile_isRead();
    void load_noProfile_namesTheFile_data();
    void load_noProfile_namesTheFile();
    void read_leastProfile_isEnough();
    void read_mistake_namesThePlace_data();
    void read_mistake_namesThePlace();
    void read_mistakeBesideAToken_doesNotTellIt();
    void placeholders_inPathAndBody_areFound();
    void filledPath_anyValue_staysOnePart_data();
    void filledPath_anyValue_staysOnePart();
    void filledBody_anyValue_staysText();
};

void TestCallerProfile::load_shipped_isWhole()
{
    const auto profile = loadCallerProfile(u"hall-json.json"_s);
    QVERIFY(profile);
    QCOMPARE(profile->steps.size(), static_cast<qsizetype>(CallOperationNames.size()));
    QVERIFY(placeholdersIn(*profile->steps.value(CallOperation::Next).body).contains(u"ticket"_s));
    QVERIFY(profile->steps.value(CallOperation::State).tellsState);
    QCOMPARE(profile->nobody.status, std::optional(204));
    QVERIFY(profile->headers.isEmpty());
}

void TestCallerProfile::load_pathOfAFile_isRead()
{
    const auto profile = loadCallerProfile(test::inSource(u"tests/devices/caller/envelope.json"));
    QVERIFY(profile);
    QCOMPARE(profile->refusal->accepted, std::optional(QStringList{u"0"_s}));
    QVERIFY(!profile->steps.value(CallOperation::Next).tellsState);
}

void TestCallerProfile::load_noProfile_namesTheFile_data()
{
    QTest::addColumn<QString>("name");
    QTest::addRow("not compiled in") << u"other.json"_s;
    QTest::addRow("no such path") << u"/nowhere/other.json"_s;
    QTest::addRow("no JSON") << test::inSource(u"README.md");
    QTest::addRow("a folder") << test::inSource(u"resources/caller");
}

void TestCallerProfile::load_noProfile_namesTheFile()
{
    QFETCH(QString, name);
    const auto profile = loadCallerProfile(name);
    QVERIFY(!profile);
    QCOMPARE(profile.error().code, u"caller.profile"_s);
    QCOMPARE(profile.error().fields.value("file"_L1).toString(), name);
}

void TestCallerProfile::read_leastProfile_isEnough()
{
    const QJsonObject least{
        {"operations"_L1, QJsonObject{{"state"_L1, QJsonObject{{"method"_L1, "GET"_L1}, {"path"_L1, "/s"_L1}}},
                              {"next"_L1, QJsonObject{{"method"_L1, "POST"_L1}, {"path"_L1, "/n"_L1}}}}},
        {"state"_L1, QJsonObject{{"ticket"_L1, "/no"_L1}}},
        {"nobody"_L1, QJsonObject{{"empty"_L1, "/no"_L1}}},
    };
    const auto profile = readCallerProfile(least, u"x"_s);
    QVERIFY(profile);
    QCOMPARE(profile->steps.keys(), (QList{CallOperation::State, CallOperation::Next}));
}

void TestCallerProfile::read_mistake_namesThePlace_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("named");
    const QJsonValue gone(QJsonValue::Undefined);
    const auto row = [](const char* name, const QString& place, const QJsonValue& value, const QString& named = {}) {
        QTest::newRow(name) << place << value << (named.isEmpty() ? place : named);
    };
    row("a word nobody knows", u"retries"_s, 3);
    row("a word nobody knows in an operation", u"operations.next.verb"_s, u"GET"_s);
    row("an operation nobody knows", u"operations.transfer"_s, QJsonObject());
    row("no operations", u"operations"_s, gone);
    row("no next", u"operations.next"_s, gone);
    row("no state operation", u"operations.state"_s, gone);
    row("operation is no object", u"operations.skip"_s, u"/skip"_s);
    row("no method", u"operations.done.method"_s, gone);
    row("method nobody knows", u"operations.done.method"_s, u"DELETE"_s);
    row("no path", u"operations.done.path"_s, gone);
    row("path without a slash", u"operations.done.path"_s, u"done"_s);
    row("path with a blank", u"operations.done.path"_s, u"/do ne"_s);
    row("path with a fragment", u"operations.done.path"_s, u"/done#1"_s);
    row("path in Chinese", u"operations.done.path"_s, u"/办结"_s);
    row("placeholder nobody knows", u"operations.done.path"_s, u"/done/{number}"_s);
    row("placeholder nobody knows, deep in a body", u"operations.done.body"_s,
        QJsonObject{{"a"_L1, QJsonArray{QJsonObject{{"b"_L1, "{name}"_L1}}}}});
    row("state about a ticket", u"operations.state.path"_s, u"/tickets/{ticket}"_s);
    row("body of a GET", u"operations.state.body"_s, QJsonObject{{"a"_L1, 1}});
    row("body is no object", u"operations.done.body"_s, u"{}"_s);
    row("tellsState is no flag", u"operations.done.tellsState"_s, u"yes"_s);
    row("pause without resume", u"operations.resume"_s, gone, u"operations.pause"_s);
    row("pause that nobody can see", u"state.paused"_s, gone);
    row("no state", u"state"_s, gone);
    row("no ticket", u"state.ticket"_s, gone);
    row("ticket is no pointer", u"state.ticket"_s, u"ticket.number"_s);
    row("waiting is no pointer", u"state.waiting"_s, 5);
    row("paused without a place", u"state.paused"_s, QJsonObject{{"is"_L1, QJsonArray{"1"_L1}}}, u"state.paused.at"_s);
    row("paused without values", u"state.paused.is"_s, QJsonArray());
    row("paused compared with a number", u"state.paused.is"_s, QJsonArray{2});
    row("nobody is never told", u"nobody"_s, QJsonObject(), u"nobody.empty"_s);
    row("no nobody", u"nobody"_s, gone);
    row("status of nobody is a failure", u"nobody.status"_s, 500);
    row("status of nobody is no number", u"nobody.status"_s, u"none"_s);
    row("refusal without a code", u"refusal.code"_s, gone);
    row("refusal accepts nothing", u"refusal.accepted"_s, QJsonArray());
    row("headers are no object", u"headers"_s, QJsonArray());
    row("header is no text", u"headers.X-Hall"_s, 3);
    row("header of the line's own", u"headers.Host"_s, u"hall"_s);
    row("header with a blank in its name", u"headers.X Hall"_s, u"hall"_s);
    row("header in Chinese", u"headers.X-Hall"_s, u"大厅"_s);
}

void TestCallerProfile::read_mistake_namesThePlace()
{
    QFETCH(QString, place);
    QFETCH(QJsonValue, value);
    const auto profile = readCallerProfile(with(shipped(), place, value), u"x.json"_s);
    QVERIFY(!profile);
    QCOMPARE(profile.error().code, u"caller.profile"_s);
    QTEST(profile.error().fields.value("place"_L1).toString(), "named");
    QCOMPARE(profile.error().fields.value("file"_L1).toString(), u"x.json"_s);
}

void TestCallerProfile::read_mistakeBesideAToken_doesNotTellIt()
{
    const auto profile =
        readCallerProfile(with(shipped(), u"headers.Authorization"_s, u"Bearer sesame\nX-Evil: 1"_s), u"x.json"_s);
    QVERIFY(!profile);
    QCOMPARE(profile.error().fields.value("place"_L1).toString(), u"headers.Authorization"_s);
    QVERIFY(!logLine(profile.error()).contains("sesame"_L1));
    QVERIFY(!canonicalBytes(profile.error().fields).contains("sesame"));
}

void TestCallerProfile::placeholders_inPathAndBody_areFound()
{
    QCOMPARE(placeholdersIn(u"/w/{window}/{ticket}?a={}"_s), (QStringList{u"window"_s, u"ticket"_s, u""_s}));
    QCOMPARE(placeholdersIn(u"/w/}{/x"_s), QStringList());
    const QJsonObject body{{"a"_L1, QJsonArray{"{clerk}"_L1, 3}}, {"b"_L1, QJsonObject{{"c"_L1, "x{window}y"_L1}}}};
    QCOMPARE(placeholdersIn(body), (QStringList{u"clerk"_s, u"window"_s}));
}

void TestCallerProfile::filledPath_anyValue_staysOnePart_data()
{
    QTest::addColumn<QString>("ticket");
    QTest::addColumn<QString>("expected");
    QTest::addRow("plain") << u"A001"_s << u"/t/A001/x"_s;
    QTest::addRow("nobody") << u""_s << u"/t//x"_s;
    QTest::addRow("Chinese") << u"甲1"_s << u"/t/%E7%94%B21/x"_s;
    QTest::addRow("path and query") << u"../a?b=c&d#e"_s << u"/t/..%2Fa%3Fb%3Dc%26d%23e/x"_s;
    QTest::addRow("a placeholder") << u"{clerk}"_s << u"/t/%7Bclerk%7D/x"_s;
    QTest::addRow("a line break") << u"A\r\nX: 1"_s << u"/t/A%0D%0AX%3A%201/x"_s;
}

void TestCallerProfile::filledPath_anyValue_staysOnePart()
{
    QFETCH(QString, ticket);
    QTEST(filledPath(u"/t/{ticket}/x"_s, {{u"ticket"_s, ticket}, {u"clerk"_s, u"1024"_s}}), "expected");
}

void TestCallerProfile::filledBody_anyValue_staysText()
{
    const QJsonObject body{
        {"t"_L1, "no {ticket}"_L1}, {"n"_L1, 3}, {"list"_L1, QJsonArray{"{clerk}"_L1, QJsonValue(), true}}};
    const QJsonObject expected{
        {"t"_L1, "no \",\"x\":{clerk}"_L1}, {"n"_L1, 3}, {"list"_L1, QJsonArray{"1024"_L1, QJsonValue(), true}}};
    QCOMPARE(filledBody(body, {{u"ticket"_s, u"\",\"x\":{clerk}"_s}, {u"clerk"_s, u"1024"_s}}), expected);
}

QTEST_GUILESS_MAIN(TestCallerProfile)
#include "test_caller_profile.moc"

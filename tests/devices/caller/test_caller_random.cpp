#include "devices/caller/CallerAnswer.h"
#include "modules/base/FailureManual.h"
#include "modules/base/Json.h"
#include "tests/support/base/SeededRandom.h"
#include "tests/support/places/Places.h"

#include <QJsonDocument>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

namespace {

constexpr quint32 Seed = 20261120;

int cases()
{
    const int asked = qEnvironmentVariableIntValue("KUAIBAN_FUZZ_CASES");
    return asked > 0 ? asked : 20'000;
}

QJsonValue oddValue(test::SeededRandom& random, int depth = 0)
{
    const QList<QJsonValue> values{QJsonValue(), true, false, 0, 1, -1, 5, 99'999, 100'000, 1.5, 1e300, -1e300,
        9.007199254740993e15, u""_s, u" "_s, u"A001"_s, u"0"_s, u"1001"_s, u"true"_s, u"2"_s, u"\u0000\u202e"_s,
        QString(QChar(0xd842)), u"𠮷"_s, QString(300, u'长'), u"2026-11-20 09:00:00"_s, u"2026-11-20T09:00:00+08:00"_s,
        u"2026-02-30 25:61:00"_s, u"99999999999999999999"_s, 1e18, QJsonObject(), QJsonArray(),
        QJsonValue(QJsonValue::Undefined)};
    const int kind = random.below(static_cast<int>(values.size()) + (depth < 3 ? 2 : 0));
    if (kind < values.size())
        return values.at(kind);
    if (kind == values.size())
        return QJsonArray{oddValue(random, depth + 1), oddValue(random, depth + 1)};
    return QJsonObject{{"number"_L1, oddValue(random, depth + 1)}, {"code"_L1, oddValue(random, depth + 1)},
        {"ticketNo"_L1, oddValue(random, depth + 1)}};
}

// An answer of either style, with odd values at any of its places.
QByteArray oddAnswer(test::SeededRandom& random)
{
    QJsonObject ticket{{"number"_L1, "A001"_L1}, {"queue"_L1, u"社会保险"_s}, {"calledAt"_L1, 1795136400}};
    QJsonObject data{{"ticketNo"_L1, "A001"_L1}, {"bizName"_L1, u"就业"_s}, {"callTime"_L1, QJsonValue()},
        {"waitNum"_L1, "3"_L1}, {"winState"_L1, 1}};
    QJsonObject root{{"waiting"_L1, 5}, {"paused"_L1, false}, {"code"_L1, 0}, {"msg"_L1, ""_L1}};
    const auto spoil = [&random](QJsonObject& object) {
        for (const auto& name : object.keys()) {
            if (random.below(8) == 0)
                object.insert(name, oddValue(random));
        }
    };
    spoil(ticket);
    spoil(data);
    root.insert("ticket"_L1, ticket);
    root.insert("data"_L1, data);
    if (random.below(8) == 0)
        root.insert("error"_L1, QJsonObject{{"code"_L1, oddValue(random)}, {"text"_L1, oddValue(random)}});
    spoil(root);
    return QJsonDocument(root).toJson(QJsonDocument::Compact);
}

// Bytes flipped, lost, doubled or cut off.
QByteArray damaged(QByteArray bytes, test::SeededRandom& random)
{
    for (int n = random.below(4); n > 0 && !bytes.isEmpty(); --n) {
        const int at = random.below(static_cast<int>(bytes.size()));
        switch (random.below(5)) {
        case 0:
            bytes[at] = random.bytes(1).at(0);
            break;
        case 1:
            bytes.remove(at, 1 + random.below(8));
            break;
        case 2:
            bytes.insert(at, bytes.mid(at, 1 + random.below(40)));
            break;
        case 3:
            bytes.truncate(at);
            break;
        default:
            bytes.insert(at, QByteArray(random.below(600), '['));
            break;
        }
    }
    return bytes;
}

bool isPresentable(const QString& text, qsizetype longest)
{
    return text.size() <= longest && text == text.simplified() && text.isValidUtf16() &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c.isPrint() || c.isSurrogate(); });
}

} // namespace

// Whatever a system answers: a state that can be shown, or a failure of the manual.
class TestCallerRandom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answer_randomAndDamaged_isAStateOrAFailure();
    void answer_randomValues_isReadAsExpected();

private:
    void judge(const CallerProfile& profile, int status, const QByteArray& body);

    const FailureManual m_manual;
    QList<CallerProfile> m_profiles;
    QMap<QString, int> m_outcomes;
};

void TestCallerRandom::initTestCase()
{
    for (const auto& name : {u"hall-json.json"_s, test::inSource(u"tests/devices/caller/envelope.json")})
        m_profiles.append(loadCallerProfile(name).value());
}

void TestCallerRandom::judge(const CallerProfile& profile, int status, const QByteArray& body)
{
    const auto answer = CallerAnswer::read(profile, status, body);
    const auto state = answer ? answer->state(profile) : Result<CallState>(fail(answer.error()));
    ++m_outcomes[state ? (state->ticket ? u"somebody"_s : u"nobody"_s) : state.error().code];
    const auto where = QString::fromUtf8(body);
    if (!state) {
        QVERIFY2(m_manual.has(state.error().code), qPrintable(where));
        QVERIFY2(isPresentable(state.error().fields.value("text"_L1).toString(), 100), qPrintable(where));
        QVERIFY2(isPresentable(state.error().fields.value("code"_L1).toString(), 40), qPrintable(where));
        return;
    }
    QVERIFY2(!state->waiting || (*state->waiting >= 0 && *state->waiting <= 99'999), qPrintable(where));
    if (!state->ticket)
        return;
    QVERIFY2(!state->ticket->number.isEmpty() && isPresentable(state->ticket->number, 40), qPrintable(where));
    QVERIFY2(isPresentable(state->ticket->queue, 100), qPrintable(where));
}

void TestCallerRandom::answer_randomAndDamaged_isAStateOrAFailure()
{
    qInfo("seed %u, %d cases", Seed, cases());
    test::SeededRandom random(Seed);
    const QList<int> statuses{200, 200, 200, 200, 201, 204, 302, 401, 404, 409, 500};
    for (int i = 0; i < cases(); ++i) {
        const auto body = random.below(20) == 0 ? random.bytes(random.below(200)) : damaged(oddAnswer(random), random);
        judge(m_profiles.at(random.below(2)), statuses.at(random.below(static_cast<int>(statuses.size()))), body);
        if (QTest::currentTestFailed())
            return;
    }
    for (const auto& outcome : {u"somebody"_s, u"nobody"_s, u"caller.answer"_s, u"caller.refused"_s}) // all were tried
        QVERIFY2(m_outcomes.value(outcome) > cases() / 100, qPrintable(outcome));
}

void TestCallerRandom::answer_randomValues_isReadAsExpected()
{
    test::SeededRandom random(Seed + 1);
    for (int i = 0; i < cases() / 10; ++i) {
        CallState expected;
        expected.waiting = random.below(100'000);
        expected.paused = random.below(2) == 0;
        QJsonValue ticket;
        if (random.below(3) > 0) {
            const qint64 seconds = 1'700'000'000 + random.below(100'000'000);
            expected.ticket = {QChar(u'A' + random.below(26)) + QString::number(random.below(10'000)),
                QString(random.below(90), u'办'), seconds * 1000};
            ticket = QJsonObject{
                {"number"_L1, expected.ticket->number}, {"queue"_L1, expected.ticket->queue}, {"calledAt"_L1, seconds}};
        }
        const QJsonObject root{
            {"ticket"_L1, ticket}, {"waiting"_L1, *expected.waiting}, {"paused"_L1, expected.paused}};
        const auto answer = CallerAnswer::read(m_profiles.first(), 200, canonicalBytes(root));
        QVERIFY(answer);
        QCOMPARE(answer->state(m_profiles.first()), expected);
    }
}

QTEST_GUILESS_MAIN(TestCallerRandom)
#include "test_caller_random.moc"

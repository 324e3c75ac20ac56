#include "tests/support/journal/CounterStream.h"

#include "modules/base/Json.h"
#include "modules/journal/StreamLog.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::journal;
using namespace Qt::StringLiterals;

namespace {

Event sampleEvent()
{
    Event event;
    event.stream = u"case-1"_s;
    event.streamKind = u"counter"_s;
    event.version = 2;
    event.type = u"AddDone"_s;
    event.v = 3;
    event.actor = u"clerk"_s;
    event.device = u"desk"_s;
    event.command = u"command-1"_s;
    event.at = 1'795'222'800'000;
    event.uncertain = true;
    event.body = {{u"amount"_s, 7}, {u"note"_s, u"𠮷"_s}};
    return event;
}

QJsonObject envelopeOfSample()
{
    return parseObject(sampleEvent().bytes({})).value_or(QJsonObject{});
}

QByteArray without(const QString& field)
{
    auto json = envelopeOfSample();
    json.remove(field);
    return canonicalBytes(json);
}

QByteArray with(const QString& field, const QJsonValue& value)
{
    auto json = envelopeOfSample();
    json.insert(field, value);
    return canonicalBytes(json);
}

} // namespace

class TestEvent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytes_readBack_areTheSameEvent();
    void bytes_withPersonalDigest_nameIt();
    void json_readBack_carriesThePersonalPart();
    void unknownFields_stayAsTheyAre();
    void fromBytes_unreadable_isReported_data();
    void fromBytes_unreadable_isReported();
    void history_unreadableEvent_isReported();
    void command_onUnreadableHistory_changesNothing();
    void rebuild_unreadableEvent_keepsTheProjections();

private:
    void openWithBrokenSecondEvent();

    std::unique_ptr<test::CounterHub> m_hub;
    QString m_broken; // stream whose second event is damaged
    QString m_sound;
};

void TestEvent::bytes_readBack_areTheSameEvent()
{
    const auto event = sampleEvent();
    const auto read = Event::fromBytes(event.bytes({}));
    QVERIFY(read);
    QCOMPARE(read->toJson(), event.toJson());
    QCOMPARE(read->bytes({}), event.bytes({}));
    QCOMPARE(Event::personalDigest(event.bytes({})), QString());
}

void TestEvent::bytes_withPersonalDigest_nameIt()
{
    auto event = sampleEvent();
    event.personal = {{u"who"_s, u"王小明"_s}};
    const auto bytes = event.bytes(u"0f1e"_s);
    QCOMPARE(Event::personalDigest(bytes), u"0f1e"_s);
    QVERIFY(!bytes.contains(u"王小明"_s.toUtf8())); // the chained bytes stay when the person is erased
}

void TestEvent::json_readBack_carriesThePersonalPart()
{
    auto event = sampleEvent();
    event.personal = {{u"who"_s, u"王小明"_s}};
    const auto read = Event::fromJson(event.toJson());
    QVERIFY(read);
    QCOMPARE(read->personal, event.personal);
    QVERIFY(!read->erased);

    auto erased = sampleEvent();
    erased.erased = true;
    const auto readErased = Event::fromJson(erased.toJson());
    QVERIFY(readErased);
    QVERIFY(readErased->erased);
}

// Of a newer program: not even the hash of the event may change on its way.
void TestEvent::unknownFields_stayAsTheyAre()
{
    const auto newer = with(u"seal"_s, QJsonObject{{u"by"_s, u"hall"_s}, {u"n"_s, 3}});
    const auto event = Event::fromBytes(newer);
    QVERIFY(event);
    QCOMPARE(event->more.keys(), QStringList{u"seal"_s});
    QCOMPARE(event->bytes({}), newer);
    auto travelled = *event;
    travelled.personal = {{u"name"_s, u"王*兰"_s}};
    travelled.erased = true;
    const auto arrived = Event::fromJson(travelled.toJson());
    QCOMPARE(arrived->toJson(), travelled.toJson());
    QCOMPARE(arrived->bytes({}), newer);
    QVERIFY(Event::fromBytes(sampleEvent().bytes({}))->more.isEmpty());
}

void TestEvent::fromBytes_unreadable_isReported_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("detail"); // a part of what the detail says
    QTest::newRow("nothing at all") << QByteArray() << u"offset 0"_s;
    QTest::newRow("cut off in the middle") << sampleEvent().bytes({}).left(40) << u"offset"_s;
    QTest::newRow("a list instead of an object") << "[1,2]"_ba << u"object"_s;
    QTest::newRow("no stream") << without(u"stream"_s) << u"stream"_s;
    QTest::newRow("no body") << without(u"body"_s) << u"body"_s;
    QTest::newRow("no command") << without(u"command"_s) << u"command"_s;
    QTest::newRow("an empty type") << with(u"type"_s, QString()) << u"type"_s;
    QTest::newRow("a version in words") << with(u"version"_s, u"second"_s) << u"version"_s;
    QTest::newRow("a time that is none") << with(u"at"_s, u"yesterday"_s) << u"at"_s;
    QTest::newRow("a body that is a list") << with(u"body"_s, QJsonArray{1}) << u"body"_s;
}

void TestEvent::fromBytes_unreadable_isReported()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, detail);
    const auto read = Event::fromBytes(bytes);
    QVERIFY(!read);
    QCOMPARE(read.error().code, u"journal.event"_s);
    QCOMPARE(read.error().origin, Origin::Machine);
    QVERIFY2(read.error().detail.contains(detail), qPrintable(read.error().detail));
}

void TestEvent::openWithBrokenSecondEvent()
{
    m_hub = std::make_unique<test::CounterHub>();
    QVERIFY(m_hub->open());
    m_broken = m_hub->ids.next();
    m_sound = m_hub->ids.next();
    for (const auto& stream : {m_broken, m_sound}) {
        for (int amount : {1, 2, 3})
            QVERIFY(m_hub->send(m_hub->command(stream, u"Add"_s, amount)));
    }
    QVERIFY(m_hub->connection->execute(
        "UPDATE event SET bytes = ? WHERE stream = ? AND version = 2", {QByteArray("{\"stream\":"), m_broken}));
}

void TestEvent::history_unreadableEvent_isReported()
{
    openWithBrokenSecondEvent();
    const StreamLog log(*m_hub->connection, m_hub->random);
    const auto history = log.history(m_broken);
    QVERIFY(!history);
    QCOMPARE(history.error().code, u"journal.event"_s);
    const auto sound = log.history(m_sound);
    QVERIFY(sound); // the neighbour is not drawn in
    QCOMPARE(sound->size(), 3);
}

void TestEvent::command_onUnreadableHistory_changesNothing()
{
    openWithBrokenSecondEvent();
    const auto before = m_hub->dump();
    const auto answer = m_hub->send(m_hub->command(m_broken, u"Add"_s, 4, 3));
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, u"journal.event"_s);
    QCOMPARE(m_hub->dump(), before);

    const auto elsewhere = m_hub->send(m_hub->command(m_sound, u"Add"_s, 4, 3));
    QVERIFY(elsewhere);
    QCOMPARE(elsewhere->verdict, Verdict::Applied);
}

void TestEvent::rebuild_unreadableEvent_keepsTheProjections()
{
    openWithBrokenSecondEvent();
    const auto before = m_hub->dump();
    const auto rebuilt = rebuild(*m_hub->connection, m_hub->gate->projections());
    QVERIFY(!rebuilt);
    QCOMPARE(rebuilt.error().code, u"journal.event"_s);
    QCOMPARE(m_hub->dump(), before);
    QCOMPARE(m_hub->total(m_sound), 6);
}

QTEST_GUILESS_MAIN(TestEvent)
#include "test_event.moc"

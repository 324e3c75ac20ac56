#include "devices/keypad/KeypadFrames.h"

#include <QtTest>

#include <malloc.h>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

namespace {

using Events = QList<KeypadEvent>;

KeypadProfile framed()
{
    return loadKeypadProfile(u"framed-ff68"_s).value();
}

KeypadProfile fiveKeys()
{
    return loadKeypadProfile(u"five-keys"_s).value();
}

// A made-up model: one byte a key, a long reply to its poll that holds many bytes of any kind.
KeypadProfile oneByte()
{
    return readKeypadProfile(
        {{"name"_L1, QJsonObject{{"zh_CN"_L1, "x"_L1}, {"en"_L1, "x"_L1}}}, {"baud"_L1, 9600}, {"answerMs"_L1, 9000},
            {"ask"_L1, "05"_L1},
            {"poll"_L1, QJsonObject{{"send"_L1, "05"_L1}, {"reply"_L1, "06 ?? ?? ?? ??"_L1}, {"everyMs"_L1, 1000},
                            {"withinMs"_L1, 100}}},
            {"pressed"_L1, QJsonArray{u"{value}"_s}}, {"grades"_L1, QJsonObject{{"31"_L1, 5}, {"32"_L1, 1}}}},
        u"one-byte"_s)
        .value();
}

QByteArray hex(const char* text)
{
    return QByteArray::fromHex(text);
}

// What is found when the stream comes in these pieces and then falls silent.
Events eventsOf(const KeypadProfile& profile, const QByteArrayList& pieces)
{
    KeypadFrames frames(profile);
    Events events;
    for (const auto& piece : pieces)
        events += frames.feed(piece);
    events += frames.giveUp();
    return events;
}

KeypadProfile profileOf(const QString& model)
{
    return model == "framed"_L1 ? framed() : model == "five"_L1 ? fiveKeys() : oneByte();
}

KeypadEvent key(int grade, std::optional<quint8> question = {})
{
    return {grade, question};
}

const KeypadEvent Alive{};
const char Five[] = "ff68 0404 68 01 91 07 01 9a 16"; // question 7, very satisfied
const char Two[] = "ff68 0404 68 01 91 07 04 9d 16";
const char Here[] = "ff68 0303 68 01 90 64 f5 16"; // the reply to a poll

} // namespace

namespace QTest {

template<>
char* toString(const KeypadEvent& event)
{
    return qstrdup(
        qPrintable(u"grade %1 question %2"_s.arg(event.grade.value_or(0)).arg(event.question ? *event.question : -1)));
}

} // namespace QTest

class TestKeypadFrames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void feed_stream_hasItsEvents_data();
    void feed_stream_hasItsEvents();
    void feed_stream_splitAtEveryByte_hasTheSameEvents_data();
    void feed_stream_splitAtEveryByte_hasTheSameEvents();
    void feed_stream_byteByByte_hasTheSameEvents_data();
    void feed_stream_byteByByte_hasTheSameEvents();
    void feed_everyByteOfAFrameChanged_isNoOtherValue();
    void giveUp_frameHiddenByTheBeginningOfAnother_isFound();
    void reset_halfAFrame_isForgotten();
    void feed_endlessBeginnings_keepsLittle();
};

void TestKeypadFrames::feed_stream_hasItsEvents_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<Events>("events");
    const auto row = [](const char* name, const QString& model, const QByteArray& stream, const Events& events) {
        QTest::newRow(name) << model << stream << events;
    };
    const auto framed = u"framed"_s;
    const auto five = u"five"_s;
    row("one key", framed, hex(Five), {key(5, 7)});
    row("the reply to a poll", framed, hex(Here), {Alive});
    row("two frames in one read", framed, hex(Five) + hex(Two), {key(5, 7), key(2, 7)});
    row("key between two replies", framed, hex(Here) + hex(Two) + hex(Here), {Alive, key(2, 7), Alive});
    row("noise before", framed, hex("00 68 16 a5") + hex(Five), {key(5, 7)});
    row("half a frame before", framed, hex(Five).first(6) + hex(Five), {key(5, 7)});
    row("beginnings before", framed, hex("ff ff68 ff6804 ff680404") + hex(Two), {key(2, 7)});
    row("noise behind", framed, hex(Five) + hex("ff 00 01"), {key(5, 7)});
    row("tail lost, then the next", framed, hex(Five).chopped(2) + hex(Two), {key(2, 7)});
    row("head lost, then the next", framed, hex(Five).sliced(2) + hex(Two), {key(2, 7)});
    row("middle lost, then the next", framed, hex(Five).remove(7, 1) + hex(Two), {key(2, 7)});
    row("wrong sum", framed, hex("ff68 0404 68 01 91 07 01 9b 16"), {});
    row("wrong sum, then the next", framed, hex("ff68 0404 68 01 91 07 01 9b 16") + hex(Two), {key(2, 7)});
    row("wrong end", framed, hex("ff68 0404 68 01 91 07 01 9a 17"), {});
    row("sum right by two mistakes", framed, hex("ff68 0404 68 01 92 06 01 9a 16"), {});
    row("frame inside a damaged one", framed, hex("ff68 0404 68 01 91") + hex(Five), {key(5, 7)});
    row("key without a grade", framed, hex("ff68 0404 68 01 91 07 15 ae 16"), {});
    row("question ff", framed, hex("ff68 0404 68 01 91 ff 03 94 16"), {key(3, 0xff)});
    row("nothing", framed, {}, {});
    row("ASCII key", five, "K5\r"_ba, {key(5)});
    row("all five", five, "K1\rK2\rK3\rK4\rK5\r"_ba, {key(1), key(2), key(3), key(4), key(5)});
    row("line feeds between", five, "K1\r\nK2\r\n"_ba, {key(1), key(2)});
    row("key over a key", five, "KK4\rK\r"_ba, {key(4)});
    row("no such key", five, "K6\rK0\r"_ba, {});
    row("keys of one byte", u"one"_s, "12x1"_ba, {key(5), key(1), key(5)});
    row("keys inside a reply", u"one"_s,
        "\x06"
        "1212"
        "2"_ba,
        {Alive, key(1)});
}

void TestKeypadFrames::feed_stream_hasItsEvents()
{
    QFETCH(QString, model);
    QFETCH(QByteArray, stream);
    QTEST(eventsOf(profileOf(model), {stream}), "events");
}

void TestKeypadFrames::feed_stream_splitAtEveryByte_hasTheSameEvents_data()
{
    feed_stream_hasItsEvents_data();
}

void TestKeypadFrames::feed_stream_splitAtEveryByte_hasTheSameEvents()
{
    QFETCH(QString, model);
    QFETCH(QByteArray, stream);
    for (qsizetype at = 0; at <= stream.size(); ++at)
        QTEST(eventsOf(profileOf(model), {stream.first(at), stream.sliced(at)}), "events");
}

void TestKeypadFrames::feed_stream_byteByByte_hasTheSameEvents_data()
{
    feed_stream_hasItsEvents_data();
}

void TestKeypadFrames::feed_stream_byteByByte_hasTheSameEvents()
{
    QFETCH(QString, model);
    QFETCH(QByteArray, stream);
    QByteArrayList pieces;
    for (const char byte : stream)
        pieces.append(QByteArray(1, byte));
    QTEST(eventsOf(profileOf(model), pieces), "events");
}

void TestKeypadFrames::feed_everyByteOfAFrameChanged_isNoOtherValue()
{
    const auto whole = hex(Five);
    const auto profile = framed();
    for (qsizetype at = 0; at < whole.size(); ++at) {
        for (int change = 1; change < 256; ++change) {
            auto damaged = whole;
            damaged[at] = static_cast<char>(damaged.at(at) ^ change);
            QCOMPARE(eventsOf(profile, {damaged}), Events());
        }
    }
}

void TestKeypadFrames::giveUp_frameHiddenByTheBeginningOfAnother_isFound()
{
    KeypadFrames frames(oneByte());
    QCOMPARE(frames.feed("\x06"
                         "12"),
        Events()); // may still be a reply
    QCOMPARE(frames.giveUp(), (Events{key(5), key(1)}));
    QCOMPARE(frames.giveUp(), Events());
    QCOMPARE(frames.feed("2"), Events{key(1)});
}

void TestKeypadFrames::reset_halfAFrame_isForgotten()
{
    KeypadFrames frames(framed());
    QCOMPARE(frames.feed(hex(Five).first(8)), Events());
    frames.reset();
    QCOMPARE(frames.feed(hex(Five).sliced(8)), Events());
    QCOMPARE(frames.feed(hex(Five)), Events{key(5, 7)});
}

void TestKeypadFrames::feed_endlessBeginnings_keepsLittle()
{
    KeypadFrames frames(framed());
    const auto beginnings = hex("ff680404680191").repeated(1000);
    frames.feed(beginnings);
    const auto before = ::mallinfo2().uordblks;
    for (int i = 0; i < 2000; ++i) // 14 MB of what always looks like the beginning of a frame
        QCOMPARE(frames.feed(beginnings), Events());
    QVERIFY(::mallinfo2().uordblks < before + 1'000'000);
    QCOMPARE(frames.feed(hex(Five)), Events{key(5, 7)});
}

QTEST_GUILESS_MAIN(TestKeypadFrames)
#include "test_keypad_frames.moc"

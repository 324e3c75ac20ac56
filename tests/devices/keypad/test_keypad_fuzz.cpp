#include "devices/keypad/KeypadFrames.h"
#include "tests/support/base/SeededRandom.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

namespace {

constexpr quint32 Seed = 20'260'416;

int fuzzCases()
{
    bool ok = false;
    const int cases = qEnvironmentVariableIntValue("KUAIBAN_FUZZ_CASES", &ok);
    return ok && cases > 0 ? cases : 20'000;
}

// Each word is one event: "5/7" a grade and its question, "5" a grade, "here" the reply to a poll.
QString worded(const KeypadEvent& event)
{
    if (!event.grade)
        return u"here"_s;
    const auto grade = QString::number(*event.grade);
    return event.question ? "%1/%2"_L1.arg(grade, QString::number(*event.question)) : grade;
}

// The shipped models once more, written down by hand from the description of their frames and looked for in the
// plainest way: at every byte of the whole stream.
struct Model
{
    virtual ~Model() = default;
    virtual QString profile() const = 0;
    virtual QByteArray makeFrame(test::SeededRandom& random) const = 0;
    // The event at the beginning of these bytes and its length; 0 if there is none.
    virtual int eventAt(QByteArrayView bytes, QString& word) const = 0;

    QStringList eventsIn(QByteArrayView stream) const
    {
        QStringList words;
        for (qsizetype at = 0; at < stream.size();) {
            QString word;
            const int length = eventAt(stream.sliced(at), word);
            if (length > 0)
                words.append(word);
            at += std::max(length, 1);
        }
        return words;
    }
};

struct FramedModel final : Model
{
    static int at(QByteArrayView bytes, qsizetype i) { return static_cast<quint8>(bytes[i]); }

    QString profile() const override { return u"framed-ff68"_s; }

    QByteArray makeFrame(test::SeededRandom& random) const override
    {
        const int command = random.below(3) == 0 ? 0x90 : 0x91;
        QByteArray body{"\x01"};
        body.append(static_cast<char>(command)).append(random.bytes(1));
        if (command == 0x91)
            body.append(static_cast<char>(1 + random.below(6)));
        int sum = 0;
        for (const char byte : body)
            sum += static_cast<quint8>(byte);
        const auto size = static_cast<char>(body.size());
        return QByteArray("\xff\x68").append(size).append(size).append('\x68') + body + static_cast<char>(sum) + '\x16';
    }

    int eventAt(QByteArrayView bytes, QString& word) const override
    {
        if (bytes.size() < 10 || at(bytes, 0) != 0xff || at(bytes, 1) != 0x68 || at(bytes, 4) != 0x68)
            return 0;
        const int size = at(bytes, 2);
        if (at(bytes, 3) != size || bytes.size() < size + 7 || at(bytes, size + 6) != 0x16 || at(bytes, 5) != 1)
            return 0;
        int sum = 0;
        for (int i = 0; i < size; ++i)
            sum += at(bytes, 5 + i);
        if (sum % 256 != at(bytes, size + 5))
            return 0;
        if (size == 3 && at(bytes, 6) == 0x90)
            word = u"here"_s;
        else if (size == 4 && at(bytes, 6) == 0x91 && at(bytes, 8) >= 1 && at(bytes, 8) <= 5)
            word = "%1/%2"_L1.arg(QString::number(6 - at(bytes, 8)), QString::number(at(bytes, 7)));
        else
            return 0;
        return size + 7;
    }
};

struct AsciiModel final : Model
{
    QString profile() const override { return u"five-keys"_s; }

    QByteArray makeFrame(test::SeededRandom& random) const override
    {
        return 'K' + QByteArray(1, static_cast<char>('0' + random.below(7))) + '\r';
    }

    int eventAt(QByteArrayView bytes, QString& word) const override
    {
        if (bytes.size() < 3 || bytes[0] != 'K' || bytes[1] < '1' || bytes[1] > '5' || bytes[2] != '\r')
            return 0;
        word = QString(QLatin1Char(bytes[1]));
        return 3;
    }
};

// Frames, some of them changed, between noise that likes the bytes of frames.
QByteArray randomStream(const Model& model, test::SeededRandom& random)
{
    const auto likely = QByteArray::fromHex("ff6804036801919016074b350d");
    QByteArray stream;
    for (int part = random.below(6); part >= 0; --part) {
        auto frame = model.makeFrame(random);
        const auto at = random.below(static_cast<int>(frame.size()));
        switch (random.below(8)) {
        case 0:
            frame[at] = random.bytes(1).at(0);
            break;
        case 1:
            frame.remove(at, 1 + random.below(4));
            break;
        case 2:
            frame.insert(at, random.bytes(1 + random.below(3)));
            break;
        case 3:
            frame = random.bytes(random.below(16));
            break;
        case 4:
            for (auto& byte : frame)
                byte = likely.at(random.below(static_cast<int>(likely.size())));
            break;
        default:
            break;
        }
        stream += frame;
    }
    return stream;
}

} // namespace

class TestKeypadFuzz : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void feed_randomStreams_agreesWithThePlainSearch_data();
    void feed_randomStreams_agreesWithThePlainSearch();
};

void TestKeypadFuzz::feed_randomStreams_agreesWithThePlainSearch_data()
{
    QTest::addColumn<bool>("framed");
    QTest::newRow("frames with a checksum") << true;
    QTest::newRow("short texts") << false;
}

void TestKeypadFuzz::feed_randomStreams_agreesWithThePlainSearch()
{
    QFETCH(bool, framed);
    const auto model =
        framed ? std::unique_ptr<Model>(std::make_unique<FramedModel>()) : std::make_unique<AsciiModel>();
    const auto profile = loadKeypadProfile(model->profile()).value();
    const int cases = fuzzCases();
    qInfo("seed %u, %d cases", Seed, cases);
    test::SeededRandom random(Seed);
    qsizetype found = 0;
    for (int i = 0; i < cases; ++i) {
        const auto stream = randomStream(*model, random);
        const auto expected = model->eventsIn(stream);
        KeypadFrames frames(profile);
        QList<KeypadEvent> events;
        for (qsizetype at = 0; at < stream.size();) {
            const auto count = std::min<qsizetype>(stream.size() - at, 1 + random.below(12));
            events += frames.feed(stream.sliced(at, count));
            at += count;
        }
        events += frames.giveUp();
        QStringList words;
        for (const auto& event : events)
            words.append(worded(event));
        if (words != expected)
            qInfo("case %d: %s", i, stream.toHex(' ').constData());
        QCOMPARE(words, expected);
        found += words.size();
    }
    QVERIFY2(found > cases, qPrintable(QString::number(found))); // the streams are not mere noise
}

QTEST_GUILESS_MAIN(TestKeypadFuzz)
#include "test_keypad_fuzz.moc"

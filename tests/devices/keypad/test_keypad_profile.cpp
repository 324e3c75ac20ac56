#include "devices/keypad/KeypadProfile.h"
#include "modules/base/Json.h"
#include "tests/support/base/SeededRandom.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

namespace {

QJsonObject soundProfile()
{
    return {{"name"_L1, QJsonObject{{"zh_CN"_L1, u"三键评价器"_s}, {"en"_L1, "Three keys"_L1}}}, {"baud"_L1, 4800},
        {"answerMs"_L1, 9000}, {"greet"_L1, "43 0D"_L1}, {"ask"_L1, "41 {question} {xor8:1-2} 0d"_L1},
        {"thank"_L1, "54 0D"_L1},
        {"poll"_L1,
            QJsonObject{{"send"_L1, "05"_L1}, {"reply"_L1, "06 ??"_L1}, {"everyMs"_L1, 2000}, {"withinMs"_L1, 300}}},
        {"pressed"_L1, QJsonArray{u"4B {question} {value} {sum8:2-3}"_s, u"4C {value}"_s}},
        {"grades"_L1, QJsonObject{{"a1"_L1, 5}, {"A2"_L1, 3}, {"0f"_L1, 1}}}};
}

QJsonObject with(const QString& word, const QJsonValue& value)
{
    auto object = soundProfile();
    object.insert(word, value);
    return object;
}

QJsonObject withPart(const QString& part, const QString& word, const QJsonValue& value)
{
    auto inner = soundProfile().value(part).toObject();
    inner.insert(word, value);
    return with(part, inner);
}

QJsonObject without(const QString& word)
{
    auto object = soundProfile();
    object.remove(word);
    return object;
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestKeypadProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void read_soundProfile_hasItsValues();
    void read_onlyWhatMustBe_isEnough();
    void read_mistake_isNamed_data();
    void read_mistake_isNamed();
    void frame_holes_areFilled();
    void load_shippedProfile_isSound_data();
    void load_shippedProfile_isSound();
    void load_fileOfOnesOwn_isRead();
    void load_noSuchFile_saysSo_data();
    void load_noSuchFile_saysSo();
    void load_brokenFile_namesFilePlaceAndReason_data();
    void load_brokenFile_namesFilePlaceAndReason();
    void read_mutatedProfile_isRefusedOrUsable();
};

void TestKeypadProfile::read_soundProfile_hasItsValues()
{
    const auto profile = readKeypadProfile(soundProfile(), u"x.json"_s).value();
    QCOMPARE(profile.nameZh, u"三键评价器"_s);
    QCOMPARE(profile.nameEn, u"Three keys"_s);
    QCOMPARE(profile.baud, 4800);
    QCOMPARE(profile.answerTime.count(), 9000);
    QCOMPARE(profile.poll->every.count(), 2000);
    QCOMPARE(profile.poll->within.count(), 300);
    QCOMPARE(profile.greet->frame(0), "C\r"_ba);
    QCOMPARE(profile.thank->frame(0), "T\r"_ba);
    QCOMPARE(profile.pressed.size(), 2);
    QCOMPARE(profile.grades, (QHash<quint8, int>{{0xa1, 5}, {0xa2, 3}, {0x0f, 1}}));
}

void TestKeypadProfile::read_onlyWhatMustBe_isEnough()
{
    auto object = soundProfile();
    for (const auto word : {"greet"_L1, "thank"_L1, "poll"_L1})
        object.remove(word);
    const auto profile = readKeypadProfile(object, u"x.json"_s).value();
    QVERIFY(!profile.greet && !profile.thank && !profile.poll);
}

void TestKeypadProfile::read_mistake_isNamed_data()
{
    QTest::addColumn<QJsonObject>("profile");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("reason"); // a part of it
    const auto row = [](const char* name, const QJsonObject& profile, const QString& place, const QString& reason) {
        QTest::newRow(name) << profile << place << reason;
    };
    for (const auto word : {"name", "baud", "answerMs", "ask", "grades"})
        QTest::addRow("no %s", word) << without(QLatin1StringView(word)) << QString::fromLatin1(word) << u"required"_s;
    row("unknown word", with(u"colour"_s, u"red"_s), u"colour"_s, u"one of the words name baud"_s);
    row("unknown word in name", withPart(u"name"_s, u"de"_s, u"x"_s), u"name.de"_s, u"one of the words"_s);
    row("unknown word in poll", withPart(u"poll"_s, u"retry"_s, 2), u"poll.retry"_s, u"one of the words"_s);
    row("no Chinese name", with(u"name"_s, QJsonObject{{"en"_L1, "x"_L1}}), u"name.zh_CN"_s, u"required"_s);
    row("empty English name", withPart(u"name"_s, u"en"_s, u""_s), u"name.en"_s, u"a text"_s);
    row("name as a text", with(u"name"_s, u"keypad"_s), u"name"_s, u"an object"_s);
    row("baud as a text", with(u"baud"_s, u"9600"_s), u"baud"_s, u"an integer"_s);
    row("baud too low", with(u"baud"_s, 300), u"baud"_s, u"a number from 1200 to 921600"_s);
    row("answer time with a fraction", with(u"answerMs"_s, 1000.5), u"answerMs"_s, u"an integer"_s);
    row("answer time too long", with(u"answerMs"_s, 900'000), u"answerMs"_s, u"from 1000 to 300000"_s);
    row("poll as a list", with(u"poll"_s, QJsonArray{}), u"poll"_s, u"an object"_s);
    row("poll without a reply", with(u"poll"_s, QJsonObject{{"send"_L1, "05"_L1}}), u"poll.reply"_s, u"required"_s);
    row("poll too often", withPart(u"poll"_s, u"everyMs"_s, 1), u"poll.everyMs"_s, u"from 100"_s);
    row("reply later than the next poll", withPart(u"poll"_s, u"withinMs"_s, 2001), u"poll.withinMs"_s,
        u"not longer than everyMs"_s);

    row("ask as a number", with(u"ask"_s, 41), u"ask"_s, u"a text"_s);
    row("blank frame", with(u"greet"_s, u"  "_s), u"greet"_s, u"a frame has 1 to 64 bytes"_s);
    row("frame too long", with(u"greet"_s, u"00 "_s.repeated(65)), u"greet"_s, u"a frame has 1 to 64 bytes"_s);
    row("bytes without a space", with(u"thank"_s, u"54 0D0A"_s), u"thank"_s, u"byte 2, 0D0A: two hexadecimal"_s);
    row("no hexadecimal digit", with(u"thank"_s, u"5G"_s), u"thank"_s, u"byte 1, 5G"_s);
    row("unknown hole", with(u"ask"_s, u"41 {window}"_s), u"ask"_s, u"byte 2, {window}"_s);
    row("unknown checksum", with(u"ask"_s, u"41 {crc16:1-1}"_s), u"ask"_s, u"byte 2, {crc16:1-1}"_s);
    row("checksum without a range", with(u"ask"_s, u"41 {sum8}"_s), u"ask"_s, u"byte 2, {sum8}"_s);
    row("any byte in an order", with(u"ask"_s, u"41 ??"_s), u"ask"_s, u"byte 2, ??: has no meaning"_s);
    row("key in an order", with(u"ask"_s, u"41 {value}"_s), u"ask"_s, u"byte 2, {value}: has no meaning"_s);
    row("question in the greeting", with(u"greet"_s, u"43 {question}"_s), u"greet"_s, u"byte 2, {question}"_s);
    row("question in a poll", withPart(u"poll"_s, u"send"_s, u"{question}"_s), u"poll.send"_s, u"byte 1"_s);
    row("key in a reply", withPart(u"poll"_s, u"reply"_s, u"06 {value}"_s), u"poll.reply"_s, u"byte 2"_s);
    row("range behind the frame", with(u"ask"_s, u"41 42 {sum8:1-4}"_s), u"ask"_s, u"a checksum covers bytes"_s);
    row("range counted from 0", with(u"ask"_s, u"41 42 {sum8:0-1}"_s), u"ask"_s, u"a checksum covers bytes"_s);
    row("range backwards", with(u"ask"_s, u"41 42 {sum8:2-1}"_s), u"ask"_s, u"a checksum covers bytes"_s);
    row("checksum over itself", with(u"ask"_s, u"41 {sum8:1-2}"_s), u"ask"_s, u"and no checksum"_s);

    row("no frame for a key", with(u"pressed"_s, QJsonArray{}), u"pressed"_s, u"at least one frame"_s);
    row("frame for a key that is no text", with(u"pressed"_s, QJsonArray{1}), u"pressed"_s, u"a list of texts"_s);
    row("frame for a key as a text", with(u"pressed"_s, u"{value}"_s), u"pressed"_s, u"a list"_s);
    row("frame without a key", with(u"pressed"_s, QJsonArray{u"4B 0D"_s}), u"pressed.0"_s, u"{value}"_s);
    row("two keys in a frame", with(u"pressed"_s, QJsonArray{u"4B {value}"_s, u"4C {value} {value}"_s}), u"pressed.1"_s,
        u"exactly once"_s);
    row("key that looks like a reply", with(u"pressed"_s, QJsonArray{u"06 {value} 0D"_s}), u"pressed.0"_s,
        u"cannot be told from poll.reply"_s);
    row("two frames for one key", with(u"pressed"_s, QJsonArray{u"4B {value}"_s, u"4B {value} ??"_s}), u"pressed.1"_s,
        u"cannot be told from pressed.0"_s);

    row("no keys", with(u"grades"_s, QJsonObject{}), u"grades"_s, u"at least one key"_s);
    row("key of one digit", withPart(u"grades"_s, u"5"_s, 4), u"grades.5"_s, u"two hexadecimal digits"_s);
    row("key twice", withPart(u"grades"_s, u"A1"_s, 4), u"grades.a1"_s, u"the key has a grade already"_s);
    row("grade zero", withPart(u"grades"_s, u"b0"_s, 0), u"grades.b0"_s, u"a grade from 1"_s);
    row("grade six", withPart(u"grades"_s, u"b0"_s, 6), u"grades.b0"_s, u"a grade from 1"_s);
    row("grade as a text", withPart(u"grades"_s, u"b0"_s, u"4"_s), u"grades.b0"_s, u"a grade from 1"_s);
    row("grade of two keys", withPart(u"grades"_s, u"b0"_s, 5), u"grades.b0"_s, u"another key has this grade"_s);
}

void TestKeypadProfile::read_mistake_isNamed()
{
    QFETCH(QJsonObject, profile);
    QFETCH(QString, reason);
    const auto read = readKeypadProfile(profile, u"hall/x.json"_s);
    QVERIFY(!read);
    const auto& error = read.error();
    QCOMPARE(error.code, u"keypad.profile"_s);
    QCOMPARE(error.fields.value("file"_L1).toString(), u"hall/x.json"_s);
    QTEST(error.fields.value("place"_L1).toString(), "place");
    QVERIFY2(error.fields.value("reason"_L1).toString().contains(reason), qPrintable(error.detail));
}

void TestKeypadProfile::frame_holes_areFilled()
{
    const auto profile = readKeypadProfile(soundProfile(), u"x.json"_s).value();
    QCOMPARE(profile.ask.frame(0x21).toHex(' '), "41 21 60 0d"_ba);
    const auto pressed = profile.pressed.constFirst().frame(0xff, 0xa2);
    QCOMPARE(pressed.toHex(' '), "4b ff a2 a1"_ba);
    QCOMPARE(profile.pressed.constFirst().valueIn(pressed), std::optional<quint8>(0xa2));
    QCOMPARE(profile.pressed.constFirst().questionIn(pressed), std::optional<quint8>(0xff));
    QCOMPARE(profile.pressed.constLast().questionIn("L\xa2"), std::nullopt);
}

void TestKeypadProfile::load_shippedProfile_isSound_data()
{
    QTest::addColumn<QByteArray>("ask");
    QTest::addColumn<QByteArray>("verySatisfied");
    QTest::addColumn<bool>("polls");
    QTest::newRow("five-keys.json") << "410d"_ba
                                    << "4b350d"_ba << false;
    QTest::newRow("framed-ff68.json") << "ff680303680111071916"_ba
                                      << "ff6804046801910701"
                                         "9a16"_ba
                                      << true;
}

void TestKeypadProfile::load_shippedProfile_isSound()
{
    const auto name = QString::fromLatin1(QTest::currentDataTag());
    QVERIFY(shippedKeypadProfiles().contains(name));
    const auto profile = loadKeypadProfile(name).value();
    QVERIFY(!profile.nameZh.isEmpty() && !profile.nameEn.isEmpty());
    QTEST(profile.ask.frame(7).toHex(), "ask");
    QTEST(profile.pressed.constFirst().frame(7, profile.grades.key(5)).toHex(), "verySatisfied");
    QTEST(profile.poll.has_value(), "polls");
    QCOMPARE(profile.grades.size(), 5);
    QCOMPARE(loadKeypadProfile(name.chopped(5)).value().nameZh, profile.nameZh);
}

void TestKeypadProfile::load_fileOfOnesOwn_isRead()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"mine"_s);
    write(path, canonicalBytes(soundProfile()));
    QCOMPARE(loadKeypadProfile(path).value().baud, 4800);
}

void TestKeypadProfile::load_noSuchFile_saysSo_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("seven-keys.json") << u":/keypad/seven-keys.json"_s;
    QTest::newRow("./none/mine.json") << u"./none/mine.json"_s;
    QTest::newRow("/") << u"/"_s;
}

void TestKeypadProfile::load_noSuchFile_saysSo()
{
    const auto loaded = loadKeypadProfile(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, u"keypad.profile-read"_s);
    QTEST(loaded.error().fields.value("file"_L1).toString(), "file");
}

void TestKeypadProfile::load_brokenFile_namesFilePlaceAndReason_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("place");
    QTest::newRow("empty") << QByteArray() << u"offset 0"_s;
    QTest::newRow("cut off") << R"({"baud": 9600,)"_ba << u"offset 14"_s;
    QTest::newRow("a list") << "[]"_ba << u"{}"_s;
    QTest::newRow("binary") << QByteArray(4096, '\xff') << u"offset 1"_s;
    QTest::newRow("endless") << '{' + QByteArray(300 * 1024, ' ') + '}' << u"offset 262144"_s;
    QTest::newRow("nothing in it") << "{}"_ba << u"name"_s;
}

void TestKeypadProfile::load_brokenFile_namesFilePlaceAndReason()
{
    QFETCH(QByteArray, bytes);
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"mine.json"_s);
    write(path, bytes);
    const auto loaded = loadKeypadProfile(path);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, u"keypad.profile"_s);
    QCOMPARE(loaded.error().fields.value("file"_L1).toString(), path);
    QTEST(loaded.error().fields.value("place"_L1).toString(), "place");
    QVERIFY(!loaded.error().fields.value("reason"_L1).toString().isEmpty());
}

void TestKeypadProfile::read_mutatedProfile_isRefusedOrUsable()
{
    test::SeededRandom random(39735);
    const QList<QJsonValue> values{QJsonValue(), true, 0, -1, 1e18, 0.5, 1500, u""_s, u"4B {value}"_s, u"06 ??"_s,
        u"{sum8:1-1} 05"_s, u"05 {xor8:1-999}"_s, u"41 {question}"_s, QJsonArray{u"{value}"_s},
        QJsonArray{u"?? {value}"_s, 1}, QJsonObject{{"31"_L1, 5}}};
    const auto words = soundProfile().keys();
    int usable = 0;
    for (int i = 0; i < 5000; ++i) {
        auto object = soundProfile();
        for (int n = 1 + random.below(2); n > 0; --n) {
            const auto word = words.at(random.below(static_cast<int>(words.size())));
            const auto value = values.at(random.below(static_cast<int>(values.size())));
            const auto inner = object.value(word).toObject();
            if (inner.isEmpty() || random.below(2) == 0)
                object.insert(word, value);
            else
                object = withPart(word, inner.keys().at(random.below(static_cast<int>(inner.size()))), value);
        }
        const auto profile = readKeypadProfile(object, u"x"_s);
        if (!profile) {
            QCOMPARE(profile.error().code, u"keypad.profile"_s);
            continue;
        }
        ++usable;
        QCOMPARE(profile->ask.fit(profile->ask.frame(9)), KeypadPattern::Fit::Whole);
        for (const auto& pattern : profile->pressed) {
            const auto frame = pattern.frame(9, profile->grades.constBegin().key());
            QCOMPARE(pattern.fit(frame), KeypadPattern::Fit::Whole);
            QCOMPARE(pattern.valueIn(frame), std::optional<quint8>(profile->grades.constBegin().key()));
        }
    }
    QVERIFY2(usable > 200 && usable < 4800, qPrintable(QString::number(usable)));
}

QTEST_GUILESS_MAIN(TestKeypadProfile)
#include "test_keypad_profile.moc"

#include "KeypadProfile.h"

#include "KeypadErrors.h"
#include "modules/base/Json.h"
#include "modules/base/ObjectReader.h"

#include <QDir>
#include <QRegularExpression>

static void initialiseKeypadResource()
{
    Q_INIT_RESOURCE(keypad); // a static library's resources are dropped by the linker unless someone asks for them
}

namespace kuaiban::devices {

namespace {

constexpr qint64 LargestProfile = 256 * 1024;
constexpr auto ShippedFolder = ":/keypad/"_L1;

// Reads one object of the file and knows all its words.
class WordReader : public ObjectReader
{
public:
    WordReader(const QJsonObject& object, const QString& path, const QStringList& words)
        : ObjectReader(object, path)
    {
        for (const auto& word : object.keys()) {
            if (!words.contains(word))
                reject(word, "one of the words %1"_L1.arg(words.join(u' ')));
        }
    }

    int number(const QString& word, int least, int most)
    {
        const auto number = integer(word);
        if (number < least || number > most)
            reject(word, "a number from %1 to %2"_L1.arg(QString::number(least), QString::number(most)));
        return static_cast<int>(number);
    }

    KeypadPattern pattern(
        const QString& word, const QString& text, KeypadFrameUse use, const KeypadPattern::Keys& keys = {})
    {
        const auto pattern = KeypadPattern::parse(text, use, keys);
        if (!pattern)
            reject(word, pattern.error());
        return pattern.value_or(KeypadPattern());
    }

    KeypadPattern order(const QString& word, KeypadFrameUse use) { return pattern(word, text(word), use); }
};

Result<QHash<quint8, int>> gradesIn(const QJsonObject& object)
{
    static const QRegularExpression key(u"^[0-9a-fA-F]{2}\\z"_s);
    ObjectReader reader(object, u"grades"_s);
    QHash<quint8, int> grades;
    for (const auto& word : object.keys()) {
        const auto grade = static_cast<int>(object.value(word).toInteger());
        const auto byte = static_cast<quint8>(word.toUInt(nullptr, 16));
        if (!key.match(word).hasMatch())
            reader.reject(word, u"a key is a byte of two hexadecimal digits"_s);
        else if (grades.contains(byte))
            reader.reject(word, u"the key has a grade already"_s);
        else if (grade < 1 || grade > 5)
            reader.reject(word, u"a grade from 1 (very dissatisfied) to 5 (very satisfied)"_s);
        else if (!grades.keys(grade).isEmpty())
            reader.reject(word, u"another key has this grade"_s);
        grades.insert(byte, grade);
    }
    KB_CHECK(reader.finish());
    return grades;
}

Result<KeypadPoll> pollIn(const QJsonObject& object)
{
    WordReader reader(object, u"poll"_s, {u"send"_s, u"reply"_s, u"everyMs"_s, u"withinMs"_s});
    KeypadPoll poll;
    poll.send = reader.order(u"send"_s, KeypadFrameUse::Order);
    poll.reply = reader.order(u"reply"_s, KeypadFrameUse::Reply);
    poll.every = std::chrono::milliseconds(reader.number(u"everyMs"_s, 100, 60'000));
    poll.within = std::chrono::milliseconds(reader.number(u"withinMs"_s, 10, 10'000));
    if (poll.within > poll.every)
        reader.reject(u"withinMs"_s, u"not longer than everyMs"_s);
    KB_CHECK(reader.finish());
    return poll;
}

// A reply to a poll that looked like a key would invent what citizens think.
void rejectConfusion(WordReader& reader, const KeypadProfile& profile)
{
    for (qsizetype i = 0; i < profile.pressed.size(); ++i) {
        const auto place = "pressed.%1"_L1.arg(QString::number(i));
        if (profile.poll && profile.pressed.at(i).isConfusedWith(profile.poll->reply))
            reader.reject(place, u"cannot be told from poll.reply"_s);
        for (qsizetype before = 0; before < i; ++before) {
            if (profile.pressed.at(i).isConfusedWith(profile.pressed.at(before)))
                reader.reject(place, "cannot be told from pressed.%1"_L1.arg(QString::number(before)));
        }
    }
}

Result<KeypadProfile> profileIn(const QJsonObject& object)
{
    WordReader reader(object, {},
        {u"name"_s, u"baud"_s, u"answerMs"_s, u"greet"_s, u"ask"_s, u"thank"_s, u"poll"_s, u"pressed"_s, u"grades"_s});
    WordReader name(reader.object(u"name"_s), u"name"_s, {u"zh_CN"_s, u"en"_s});
    KeypadProfile profile;
    profile.baud = reader.number(u"baud"_s, 1200, 921'600);
    profile.answerTime = std::chrono::milliseconds(reader.number(u"answerMs"_s, 1000, 300'000));
    profile.ask = reader.order(u"ask"_s, KeypadFrameUse::Ask);
    if (object.contains("thank"_L1))
        profile.thank = reader.order(u"thank"_s, KeypadFrameUse::Ask);
    if (object.contains("greet"_L1))
        profile.greet = reader.order(u"greet"_s, KeypadFrameUse::Order);
    const auto grades = reader.object(u"grades"_s);
    if (grades.isEmpty())
        reader.reject(u"grades"_s, u"at least one key"_s);
    const auto pressed = reader.textsOr(u"pressed"_s);
    if (pressed.isEmpty())
        reader.reject(u"pressed"_s, u"at least one frame"_s);
    const auto poll = reader.objectOr(u"poll"_s);
    KB_CHECK(reader.finish());

    profile.nameZh = name.text(u"zh_CN"_s);
    profile.nameEn = name.text(u"en"_s);
    KB_CHECK(name.finish());
    if (object.contains("poll"_L1)) {
        KB_TRY(profile.poll, pollIn(poll));
    }
    KB_TRY(profile.grades, gradesIn(grades));
    KeypadPattern::Keys keys;
    for (auto it = profile.grades.keyBegin(); it != profile.grades.keyEnd(); ++it)
        keys.set(*it);
    for (qsizetype i = 0; i < pressed.size(); ++i) {
        const auto place = "pressed.%1"_L1.arg(QString::number(i));
        profile.pressed.append(reader.pattern(place, pressed.at(i), KeypadFrameUse::Pressed, keys));
    }
    KB_CHECK(reader.finish());
    rejectConfusion(reader, profile);
    KB_CHECK(reader.finish());
    return profile;
}

// Both kinds of mistake in JSON say "place: reason".
Error brokenAt(const QString& file, const Error& error)
{
    const auto colon = error.detail.indexOf(": "_L1);
    if (colon < 0)
        return keypadProfileBroken(file, u"{}"_s, error.detail);
    return keypadProfileBroken(file, error.detail.first(colon), error.detail.sliced(colon + 2));
}

} // namespace

Result<KeypadProfile> readKeypadProfile(const QJsonObject& object, const QString& file)
{
    return profileIn(object).map_error([&file](const Error& error) { return brokenAt(file, error); });
}

Result<KeypadProfile> loadKeypadProfile(const QString& name)
{
    initialiseKeypadResource();
    auto path = name;
    if (!name.contains(u'/'))
        path = ShippedFolder + (name.endsWith(".json"_L1) ? name : name + ".json"_L1);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(keypadProfileUnreadable(path, file.errorString()));
    const auto object = parseObject(file.read(LargestProfile));
    if (!object)
        return fail(brokenAt(path, object.error()));
    return readKeypadProfile(*object, path);
}

QStringList shippedKeypadProfiles()
{
    initialiseKeypadResource();
    return QDir(ShippedFolder).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
}

} // namespace kuaiban::devices

#include "PinyinTable.h"

#include "PinyinLines.h"

#include <QFile>

#include <algorithm>

static void initialiseCodesResource()
{
    Q_INIT_RESOURCE(codes); // a static library's resources are dropped by the linker unless someone asks for them
}

namespace kuaiban::codes {

using namespace Qt::StringLiterals;

namespace {

constexpr uint FirstCommon = 0x3400; // CJK extension A and the unified ideographs
constexpr uint LastCommon = 0x9fff;

bool isLetter(QChar c)
{
    return c >= u'a' && c <= u'z';
}

} // namespace

QByteArray pinyinResource(const QString& name)
{
    initialiseCodesResource();
    QFile file(":/codes/"_L1 + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the compiled-in pinyin table is missing");
    return file.readAll();
}

Result<PinyinTable> PinyinTable::parse(QByteArrayView letters, QByteArrayView words)
{
    PinyinTable table;
    KB_CHECK(table.readLetters(letters));
    KB_CHECK(table.readWords(words));
    return table;
}

Done PinyinTable::readLetters(QByteArrayView letters)
{
    m_common.assign(LastCommon - FirstCommon + 1, 0);
    return readPairs(letters, [this](const QString& letter, const QString& characters) -> const char* {
        if (letter.size() != 1 || !isLetter(letter.front()))
            return "one letter a to z";
        for (const uint character : characters.toUcs4()) {
            if (letterOf(character) != 0)
                return "characters that no earlier line has";
            if (character >= FirstCommon && character <= LastCommon)
                m_common[character - FirstCommon] = letter.front().toLatin1();
            else
                m_rare.insert(character, letter.front().toLatin1());
        }
        return nullptr;
    });
}

Done PinyinTable::readWords(QByteArrayView words)
{
    const auto done = readPairs(words, [this](const QString& word, const QString& initials) -> const char* {
        const auto characters = word.toUcs4();
        if (characters.size() != initials.size() || !std::all_of(initials.begin(), initials.end(), isLetter))
            return "as many letters a to z as characters";
        m_words[characters.front()].append({characters, initials});
        return nullptr;
    });
    for (auto& sameStart : m_words) {
        std::stable_sort(sameStart.begin(), sameStart.end(),
            [](const Word& a, const Word& b) { return a.characters.size() > b.characters.size(); });
    }
    return done;
}

char PinyinTable::letterOf(uint character) const
{
    if (character >= FirstCommon && character <= LastCommon)
        return m_common[character - FirstCommon];
    return m_rare.value(character, 0);
}

const PinyinTable::Word* PinyinTable::wordAt(const QList<uint>& text, qsizetype at) const
{
    const auto place = m_words.constFind(text.at(at));
    if (place == m_words.constEnd())
        return nullptr;
    for (const auto& word : *place) {
        if (word.characters.size() <= text.size() - at &&
            std::equal(word.characters.begin(), word.characters.end(), text.begin() + at))
            return &word;
    }
    return nullptr;
}

QString PinyinTable::initialsOf(const QString& text) const
{
    const auto characters = text.toUcs4();
    QString initials;
    for (qsizetype i = 0; i < characters.size();) {
        if (const auto* word = wordAt(characters, i)) {
            initials += word->initials;
            i += word->characters.size();
            continue;
        }
        uint character = characters.at(i++);
        if (character >= 0xff01 && character <= 0xff5e)
            character -= 0xfee0;
        if (const char letter = letterOf(character))
            initials += QLatin1Char(letter);
        else if (QChar::isLetterOrNumber(character))
            initials += QStringView(QChar::fromUcs4(QChar::toLower(character)));
    }
    return initials;
}

QString pinyinInitials(const QString& text)
{
    static const auto table = [] {
        auto parsed =
            PinyinTable::parse(pinyinResource(u"pinyin-initials.txt"_s), pinyinResource(u"pinyin-words.txt"_s));
        if (!parsed)
            qFatal("the compiled-in pinyin table is broken: %s", qPrintable(logLine(parsed.error())));
        return *std::move(parsed);
    }();
    return table.initialsOf(text);
}

} // namespace kuaiban::codes

#include "PinyinSpelling.h"

#include "PinyinLines.h"

#include <algorithm>

namespace kuaiban::codes {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostLetters = 60; // a set of places in them fits into 64 bits

quint64 bit(qsizetype at)
{
    return quint64(1) << at;
}

// The letters and digits that were typed; empty when there is something else among them.
QByteArray lettersOf(const QString& typed)
{
    QByteArray letters;
    for (const auto& c : typed.toLower()) {
        const bool counts = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
        if (counts)
            letters += c.toLatin1();
        else if (!c.isSpace() && c != u'\'' && c != u'’')
            return {};
    }
    return letters.first(std::min(letters.size(), MostLetters));
}

} // namespace

Result<PinyinSpelling> PinyinSpelling::parse(QByteArrayView syllables)
{
    PinyinSpelling spelling;
    KB_CHECK(readPairs(syllables, [&](const QString& syllable, const QString& characters) -> const char* {
        if (!std::all_of(syllable.begin(), syllable.end(), [](QChar c) { return c >= u'a' && c <= u'z'; }))
            return "a syllable of letters a to z";
        const auto number = static_cast<quint16>(spelling.m_syllables.size());
        spelling.m_syllables.push_back(syllable.toLatin1());
        for (const auto& character : characters) {
            if (character.isSurrogate())
                return "characters of the basic plane";
            spelling.m_readings.push_back({character.unicode(), number});
        }
        return nullptr;
    }));
    std::stable_sort(spelling.m_readings.begin(), spelling.m_readings.end(),
        [](const Reading& a, const Reading& b) { return a.character < b.character; });
    return spelling;
}

// Where one more character of the name may end, for each place in the letters at which it may begin: the character is
// its whole syllable, or the letter that begins it. `unfinished` when the letters end within a syllable.
quint64 PinyinSpelling::after(QChar character, QByteArrayView letters, quint64 begins, bool* unfinished) const
{
    quint64 ends = 0;
    const auto read = [&](QByteArrayView syllable) {
        for (qsizetype at = 0; at < letters.size(); ++at) {
            if (!(begins & bit(at)))
                continue;
            const auto rest = letters.sliced(at);
            if (rest.startsWith(syllable))
                ends |= bit(at + syllable.size());
            else if (syllable.startsWith(rest))
                *unfinished = true;
            if (rest.front() == syllable.front())
                ends |= bit(at + 1);
        }
    };
    if (character.unicode() < 0x80) {
        const char itself = character.toLower().toLatin1();
        read(QByteArrayView(&itself, 1));
        return ends;
    }
    const auto [first, last] = std::equal_range(m_readings.begin(), m_readings.end(), Reading{character.unicode(), 0},
        [](const Reading& a, const Reading& b) { return a.character < b.character; });
    for (auto reading = first; reading != last; ++reading)
        read(m_syllables[reading->syllable]);
    return ends;
}

// All ways are followed at once, as a set of places in the letters: there may be more ways than time.
Spelling PinyinSpelling::from(QStringView name, QByteArrayView letters) const
{
    quint64 places = bit(0);
    auto found = Spelling::None;
    for (; !name.isEmpty() && places; name = name.sliced(1)) {
        if (name.front().isSurrogate()) // nobody knows how it is read
            break;
        if (!name.front().isLetterOrNumber())
            continue;
        bool unfinished = false;
        places = after(name.front(), letters, places, &unfinished);
        const bool ends = places & bit(letters.size());
        if (!ends && !unfinished)
            continue;
        const auto counts = [](QChar c) { return c.isLetterOrNumber(); };
        found = Spelling::Beginning;
        if (ends && std::none_of(name.begin() + 1, name.end(), counts))
            return Spelling::Whole;
    }
    return found;
}

Spelling PinyinSpelling::judge(const QString& typed, const QString& name) const
{
    const auto letters = lettersOf(typed);
    if (letters.isEmpty())
        return Spelling::None;
    if (const auto spelling = from(name, letters); spelling != Spelling::None)
        return spelling;
    for (qsizetype at = 1; at < name.size(); ++at) {
        if (from(QStringView(name).sliced(at), letters) != Spelling::None)
            return Spelling::Inside;
    }
    return Spelling::None;
}

Spelling pinyinSpelling(const QString& typed, const QString& name)
{
    static const auto table = [] {
        auto parsed = PinyinSpelling::parse(pinyinResource(u"pinyin-syllables.txt"_s));
        if (!parsed)
            qFatal("the compiled-in table of syllables is broken: %s", qPrintable(logLine(parsed.error())));
        return *std::move(parsed);
    }();
    return table.judge(typed, name);
}

} // namespace kuaiban::codes

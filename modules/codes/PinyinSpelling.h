#pragma once

#include "modules/base/Result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace kuaiban::codes {

// How what was typed spells a name.
enum class Spelling {
    None,
    Inside,    // from some later character on
    Beginning, // from the first character on
    Whole
};

// Full pinyin as people type it, with or without the syllables' ends: 失业登记 is shiyedengji, shiyedj, sydengji,
// shiyed. Each reading of a character counts. Immutable after construction, so any thread may read it.
class PinyinSpelling
{
public:
    // `syllables`: lines "<syllable> <characters>", UTF-8, # begins a comment line; ü is v. Errors: `codes.pinyin`.
    static Result<PinyinSpelling> parse(QByteArrayView syllables);

    // Case, spaces and apostrophes in what was typed do not matter; other than letters and digits spell nothing.
    Spelling judge(const QString& typed, const QString& name) const;

private:
    struct Reading
    {
        char16_t character;
        quint16 syllable;
    };

    quint64 after(QChar character, QByteArrayView letters, quint64 begins, bool* unfinished) const;
    Spelling from(QStringView name, QByteArrayView letters) const;

    std::vector<QByteArray> m_syllables;
    std::vector<Reading> m_readings; // by character
};

// The same with the table that is compiled in.
Spelling pinyinSpelling(const QString& typed, const QString& name);

} // namespace kuaiban::codes

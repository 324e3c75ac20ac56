#pragma once

#include "modules/base/Result.h"

#include <QHash>
#include <QList>

#include <vector>

namespace kuaiban::codes {

// Pinyin initials (拼音首字母): how people at a counter find items and persons with few keys. 失业登记 → sydj.
// Immutable after construction, so any thread may read it.
class PinyinTable
{
public:
    // `letters`: lines "<letter> <characters>"; `words`: lines "<word> <initials>", for words whose reading differs
    // from the usual one of their characters (重庆 cq). Both UTF-8, # begins a comment line. Errors: `codes.pinyin`
    // names the line and the rule.
    static Result<PinyinTable> parse(QByteArrayView letters, QByteArrayView words);

    // One letter for each character: the longest word of the list first, then the character's own letter. Latin letters
    // (made lower-case) and digits stay, full-width ones become half-width; letters without a reading stay as they are;
    // marks and spaces go. Surrogate pairs are one character.
    QString initialsOf(const QString& text) const;

private:
    struct Word
    {
        QList<uint> characters;
        QString initials;
    };

    Done readLetters(QByteArrayView letters);
    Done readWords(QByteArrayView words);
    char letterOf(uint character) const; // 0 when unknown
    const Word* wordAt(const QList<uint>& text, qsizetype at) const;

    std::vector<char> m_common; // from FirstCommon on, the block in which nearly all characters lie
    QHash<uint, char> m_rare;
    QHash<uint, QList<Word>> m_words; // by first character, longest first
};

// The same with the table that is compiled in.
QString pinyinInitials(const QString& text);

} // namespace kuaiban::codes

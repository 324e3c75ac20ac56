#include "CodeSource.h"

#include <algorithm>
#include <array>

namespace kuaiban::counter {

namespace {

constexpr int rankCount = 6;

} // namespace

CodeList::CodeList(QVector<CodeItem> items)
    : m_items(std::move(items))
{
    m_haystacks.reserve(m_items.size());
    for (const CodeItem& item : std::as_const(m_items))
        m_haystacks.append(QString(item.code + u'\n' + item.initials + u'\n' + item.text).toLower());
}

// What a clerk most likely means by a word, 0 first: the code itself, its beginning, initials, the words.
int CodeList::rank(const CodeItem& item, const QString& word) const
{
    constexpr auto any = Qt::CaseInsensitive;
    if (item.code.compare(word, any) == 0)
        return 0;
    if (item.initials.compare(word, any) == 0 || item.text.compare(word, any) == 0)
        return 1;
    if (item.code.startsWith(word, any))
        return 2;
    if (item.initials.startsWith(word, any) || item.text.startsWith(word, any))
        return 3;
    return item.text.contains(word, any) ? 4 : 5;
}

QVector<CodeItem> CodeList::find(const QString& typed, int limit) const
{
    const QStringList words = typed.toLower().split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return m_items.mid(0, limit);

    const QString query = words.join(u' ');
    const bool narrows = !m_lastTyped.isEmpty() && query.startsWith(m_lastTyped);
    QVector<int> hits;
    const auto consider = [&](int index) {
        const QString& hay = m_haystacks[index];
        if (std::all_of(words.begin(), words.end(), [&](const QString& word) { return hay.contains(word); }))
            hits.append(index);
    };
    if (narrows) {
        for (const int index : std::as_const(m_lastHits))
            consider(index);
    } else {
        for (int index = 0; index < m_items.size(); ++index)
            consider(index);
    }
    m_lastTyped = query;
    m_lastHits = hits;

    std::array<QVector<int>, rankCount> ranked;
    for (const int index : std::as_const(hits))
        ranked[size_t(rank(m_items[index], words.front()))].append(index);
    QVector<CodeItem> found;
    for (const QVector<int>& group : ranked) {
        for (const int index : group) {
            if (found.size() == limit)
                return found;
            found.append(m_items[index]);
        }
    }
    return found;
}

std::optional<CodeItem> CodeList::byCode(const QString& code) const
{
    const auto found =
        std::find_if(m_items.begin(), m_items.end(), [&](const CodeItem& item) { return item.code == code; });
    return found == m_items.end() ? std::nullopt : std::optional<CodeItem>(*found);
}

} // namespace kuaiban::counter

#include "AreaIndex.h"

#include "modules/codes/Ascii.h"
#include "modules/codes/PinyinTable.h"

#include <QStringMatcher>

#include <algorithm>
#include <vector>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int CodeDigits = 12;
constexpr qsizetype LongestPath = 48; // characters of one word that runs over several names

bool isDigits(const QString& text)
{
    return std::all_of(text.begin(), text.end(), codes::isAsciiDigit);
}

qint64 paddedCode(const QString& code)
{
    return code.leftJustified(CodeDigits, u'0').toLongLong();
}

quint8 distanceBetween(const QString& code, const QString& home)
{
    qsizetype common = 0;
    while (common < code.size() && common < home.size() && code[common] == home[common])
        ++common;
    return common >= 6 ? 0 : common >= 4 ? 1 : common >= 2 ? 2 : 3;
}

} // namespace

void LineStack::append(QStringView line)
{
    m_text.append(line);
    m_ends.append(quint32(m_text.size()));
    m_text.append(u'\n');
}

QStringView LineStack::line(qsizetype index) const
{
    const qsizetype start = startOf(index);
    return QStringView(m_text).sliced(start, m_ends[index] - start);
}

template<class Hit>
void LineStack::eachHit(const QString& word, Hit hit) const
{
    if (word.size() == 1) {
        const QChar* text = m_text.constData();
        const QChar first = word[0];
        qsizetype start = 0;
        for (qsizetype i = 0; i < size(); ++i) {
            if (text[start] == first)
                hit(i, true, m_ends[i] == start + 1);
            start = qsizetype(m_ends[i]) + 1;
        }
        return;
    }
    const QStringMatcher matcher(word);
    qsizetype index = 0;
    for (qsizetype at = matcher.indexIn(m_text, 0); at >= 0; at = matcher.indexIn(m_text, m_ends[index] + 1)) {
        while (m_ends[index] < at)
            ++index;
        const qsizetype start = startOf(index);
        hit(index, at == start, at == start && m_ends[index] == start + word.size());
    }
}

AreaIndex::AreaIndex(const codes::AreaTree& tree, const QString& home)
{
    m_areas.reserve(tree.size());
    for (const auto& province : tree.children({}))
        add(tree, province, -1, home);
}

void AreaIndex::add(const codes::AreaTree& tree, const codes::Area& area, qint32 parent, const QString& home)
{
    const auto row = qint32(m_areas.size());
    m_areas.append({paddedCode(area.code), parent, quint8(area.code.size()), distanceBetween(area.code, home),
        codes::AreaTree::isGrouping(area)});
    m_names.append(area.name);
    m_initials.append(codes::pinyinInitials(area.name));
    for (const auto& child : tree.children(area.code))
        add(tree, child, row, home);
}

QVector<CodeItem> AreaIndex::find(const QString& typed, int limit) const
{
    const QStringList words = typed.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return best(Fit(m_areas.size(), Exact), limit); // what lies nearest
    if (words.size() == 1)
        return best(fitOf(words.first()), limit);

    // Each word may stand for the area or for one around it, but one of them must stand for the area itself.
    Fit own(m_areas.size(), Around);
    Fit total = own;
    for (const auto& word : words) {
        Fit fit = fitOf(word);
        for (qsizetype row = 0; row < fit.size(); ++row) {
            if (fit[row] != Misses)
                own[row] = std::min(own[row], fit[row]);
            else if (m_areas[row].parent >= 0 && fit[m_areas[row].parent] != Misses)
                fit[row] = Around;
            if (fit[row] == Misses)
                total[row] = Misses;
        }
    }
    for (qsizetype row = 0; row < total.size(); ++row) {
        if (total[row] != Misses)
            total[row] = own[row] == Around ? quint8(Misses) : own[row];
    }
    return best(total, limit);
}

std::optional<CodeItem> AreaIndex::byCode(const QString& code) const
{
    if (!codes::AreaTree::levelOf(code))
        return {};
    if (const auto row = knownRow(code))
        return itemOf(*row);
    for (const int length : {9, 6, 4, 2}) {
        const auto above = length < code.size() ? knownRow(code.first(length)) : std::nullopt;
        if (above)
            return isLeaf(*above) ? std::optional(CodeItem{code, fullNameOf(*above) + u' ' + code, {}}) : std::nullopt;
    }
    return {};
}

bool AreaIndex::isLeaf(qsizetype row) const
{
    return row + 1 == m_areas.size() || m_areas[row + 1].parent != row;
}

std::optional<qsizetype> AreaIndex::knownRow(const QString& code) const
{
    const qint64 padded = paddedCode(code);
    std::optional<qsizetype> found;
    for (qsizetype row = rowOf(padded, 0);
         row < m_areas.size() && m_areas[row].padded == padded && m_areas[row].digits <= code.size(); ++row)
        found = row; // the longest form there is
    return found;
}

AreaIndex::Fit AreaIndex::fitOf(const QString& word) const
{
    Fit fit(m_areas.size(), Misses);
    if (isDigits(word) && fitCode(word, fit))
        return fit;
    const bool isLatin = std::all_of(word.begin(), word.end(), [](QChar c) { return c.unicode() < 0x80; });
    const LineStack& lines = isLatin && !isDigits(word) ? m_initials : m_names;
    const QString sought = isLatin ? word.toLower() : word;
    if (!fitText(lines, sought, fit))
        fitPath(lines, sought, fit);
    return fit;
}

bool AreaIndex::fitCode(const QString& word, Fit& fit) const
{
    if (word.size() > CodeDigits)
        return false;
    bool fits = false;
    const QString last = word.leftJustified(CodeDigits, u'9');
    for (qsizetype row = rowOf(paddedCode(word), 0); row < m_areas.size() && m_areas[row].padded <= last.toLongLong();
         ++row) {
        if (m_areas[row].digits < word.size())
            continue; // 21 does not begin with 210
        fit[row] = m_areas[row].digits == word.size() ? Exact : Begins;
        fits = true;
    }
    if (const auto padded = fits || !codes::AreaTree::levelOf(word) ? std::nullopt : knownRow(word)) {
        fit[*padded] = Exact;
        fits = true;
    }
    return fits;
}

bool AreaIndex::fitText(const LineStack& lines, const QString& word, Fit& fit) const
{
    bool any = false;
    quint8* fits = fit.data();
    lines.eachHit(word, [&](qsizetype row, bool begins, bool isWhole) {
        fits[row] = isWhole ? Exact : begins ? Begins : Inside;
        any = true;
    });
    return any;
}

// One word made of the beginnings of several names, each lying in the one before: 辽宁丹东振兴, lnsddszxq.
bool AreaIndex::fitPath(const LineStack& lines, const QString& word, Fit& fit) const
{
    if (word.size() > LongestPath)
        return false;
    bool fits = false;
    // How much of the word the names down to a row can account for: bit n stands for n characters.
    QVector<quint64> reached(m_areas.size());
    for (qsizetype row = 0; row < m_areas.size(); ++row) {
        const quint64 above = m_areas[row].parent < 0 ? 1 : reached[m_areas[row].parent];
        quint64 here = above;
        const QStringView name = lines.line(row);
        for (qsizetype from = 0; from < word.size() && (above >> from) != 0; ++from) {
            if (!(above >> from & 1))
                continue;
            qsizetype taken = 0;
            while (taken < name.size() && from + taken < word.size() && name[taken] == word[from + taken]) {
                ++taken;
                here |= quint64(1) << (from + taken);
                if (from + taken == word.size()) {
                    fit[row] = Exact;
                    fits = true;
                }
            }
        }
        reached[row] = here;
    }
    return fits;
}

QVector<CodeItem> AreaIndex::best(const Fit& fit, int limit) const
{
    // A heap of the best so far, the worst of them on top: one letter may fit half a million rows.
    std::vector<quint64> keys;
    for (qsizetype row = 0; row < fit.size(); ++row) {
        if (fit[row] == Misses || m_areas[row].isGrouping)
            continue;
        const quint64 key = quint64(fit[row]) << 48 | quint64(m_areas[row].distance) << 44 |
                            quint64(m_areas[row].digits) << 36 | quint64(row);
        const bool isFull = keys.size() == size_t(limit);
        if (isFull && key > keys.front())
            continue;
        if (isFull) {
            std::pop_heap(keys.begin(), keys.end());
            keys.pop_back();
        }
        keys.push_back(key);
        std::push_heap(keys.begin(), keys.end());
    }
    std::sort_heap(keys.begin(), keys.end());
    QVector<CodeItem> items;
    items.reserve(qsizetype(keys.size()));
    for (const quint64 key : keys)
        items.append(itemOf(qsizetype(key & 0xFFFFFFFFF)));
    return items;
}

qsizetype AreaIndex::rowOf(qint64 padded, int digits) const
{
    const auto found = std::lower_bound(m_areas.begin(), m_areas.end(), std::pair(padded, digits),
        [](const Row& row, const std::pair<qint64, int>& sought) {
            return std::pair(row.padded, int(row.digits)) < sought;
        });
    return found - m_areas.begin();
}

QString AreaIndex::codeOf(qsizetype row) const
{
    return QString::number(m_areas[row].padded).rightJustified(CodeDigits, u'0').first(m_areas[row].digits);
}

QString AreaIndex::fullNameOf(qsizetype row) const
{
    QString name;
    QStringView below;
    for (qsizetype at = row; at >= 0; at = m_areas[at].parent) {
        const QStringView here = m_names.line(at);
        // 东莞 and 中山 have no counties: the statistics repeat the city there.
        if (here != below && (at == row || !m_areas[at].isGrouping))
            name.prepend(here);
        below = here;
    }
    return name;
}

CodeItem AreaIndex::itemOf(qsizetype row) const
{
    return {codeOf(row), fullNameOf(row), m_initials.line(row).toString()};
}

} // namespace kuaiban::counter

#include "LocalFinder.h"

#include "ItemSearch.h"
#include "modules/codes/Mask.h"

#include <algorithm>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LeastOfNumber = 4;  // digits of a case number that are worth looking for
constexpr qsizetype LeastOfPolicy = 2;  // characters of a passage
constexpr qsizetype AroundPassage = 18; // characters of the passage that are shown before what was found
constexpr qsizetype PassageLength = 60;

bool isNumber(const QString& typed)
{
    return !typed.isEmpty() && std::all_of(typed.begin(), typed.end(), [](QChar c) { return c.isDigit(); });
}

void addPages(QList<Found>& list, const FinderSources& sources, const QString& typed, int most)
{
    QList<std::pair<int, const PageName*>> hits;
    for (const auto& page : sources.pages) {
        const int rank = matchRank(page.word, typed);
        if (rank < NoMatch)
            hits.append({rank, &page});
    }
    std::stable_sort(hits.begin(), hits.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& hit : hits.first(std::min<qsizetype>(most, hits.size())))
        list.append({FoundKind::Page, hit.second->id, hit.second->word, {}, hit.second->id, {}});
}

Found itemRow(const catalogue::Item& item, const FinderSources& sources)
{
    const QString name = item.name.in(sources.language);
    if (!sources.takesCases)
        return {FoundKind::Item, item.id, name, item.code, {}, item.id};
    return {FoundKind::Item, item.id, name, item.code, u"intake"_s, u"item:"_s + item.id};
}

void addItems(QList<Found>& list, const FinderSources& sources, const QString& typed, int most)
{
    const auto found = findItems(sources.items, typed, sources.recentItems);
    for (const auto& item : found.first(std::min<qsizetype>(most, found.size())))
        list.append(itemRow(item->item, sources));
}

void addCases(QList<Found>& list, const FinderSources& sources, const QString& typed, int most)
{
    int count = 0;
    for (const auto& line : sources.cases) {
        const bool byNumber = isNumber(typed) && typed.size() >= LeastOfNumber && line.number.contains(typed);
        const bool byName = !isNumber(typed) && matchRank(line.applicant, typed) < NoMatch;
        if (!byNumber && !byName)
            continue;
        const auto item = std::find_if(sources.items.begin(), sources.items.end(),
            [&](const ItemPtr& known) { return known->item.id == line.item; });
        const QString name = item == sources.items.end() ? line.item : (*item)->item.name.in(sources.language);
        list.append({FoundKind::Case, line.stream, u"%1 · %2"_s.arg(codes::maskName(line.applicant), name), line.number,
            u"mine"_s, line.stream});
        if (++count == most)
            return;
    }
}

// Around the place where it was found, so that it can be read in one line.
QString passage(const QString& text, qsizetype at)
{
    const qsizetype from = at <= AroundPassage ? 0 : at - AroundPassage;
    QString part = text.mid(from, PassageLength);
    if (from > 0)
        part.prepend(u'…');
    if (from + PassageLength < text.size())
        part.append(u'…');
    return part;
}

void addPolicies(QList<Found>& list, const FinderSources& sources, const QString& typed, int most)
{
    if (typed.size() < LeastOfPolicy)
        return;
    int count = 0;
    for (const auto& item : sources.items) {
        QList<catalogue::Words> texts{item->item.legalBasis, item->item.summary};
        texts.append(item->item.conditions);
        for (const auto& words : std::as_const(texts)) {
            const QString text = words.in(sources.language);
            const auto at = text.indexOf(typed, 0, Qt::CaseInsensitive);
            if (at < 0)
                continue;
            list.append({FoundKind::Policy, item->item.id, passage(text, at), item->item.name.in(sources.language), {},
                item->item.id});
            if (++count == most)
                return;
            break; // one line of each item
        }
    }
}

} // namespace

QList<Found> findLocally(const FinderSources& sources, const QString& typed, int mostOfKind)
{
    const QString wanted = typed.trimmed().toLower();
    QList<Found> list;
    if (wanted.isEmpty())
        return list;
    addCases(list, sources, wanted, mostOfKind);
    addItems(list, sources, wanted, mostOfKind);
    addPages(list, sources, wanted, mostOfKind);
    addPolicies(list, sources, wanted, mostOfKind);
    return list;
}

} // namespace kuaiban::counter

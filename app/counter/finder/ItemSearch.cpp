#include "ItemSearch.h"

#include "modules/codes/PinyinSpelling.h"
#include "modules/codes/PinyinTable.h"

#include <algorithm>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

int rankOf(const catalogue::Item& item, const QString& typed)
{
    if (typed.isEmpty() || item.code == typed)
        return 0;
    int best = item.code.startsWith(typed) ? 1 : NoMatch;
    best = std::min({best, matchRank(item.name.zh, typed), matchRank(item.name.en, typed)});
    for (const auto& alias : item.aliases)
        best = std::min(best, matchRank(alias, typed));
    return best;
}

} // namespace

int matchRank(const QString& name, const QString& typed)
{
    const QString text = name.toLower();
    const QString initials = codes::pinyinInitials(name);
    if (text == typed || initials == typed)
        return 0;
    if (text.startsWith(typed) || initials.startsWith(typed))
        return 1;
    const auto spelling = codes::pinyinSpelling(typed, name);
    if (spelling == codes::Spelling::Whole)
        return 0;
    if (spelling == codes::Spelling::Beginning)
        return 1;
    if (text.contains(typed))
        return 2;
    return spelling == codes::Spelling::Inside || initials.contains(typed) ? 3 : NoMatch;
}

QList<ItemPtr> findItems(const QList<ItemPtr>& items, const QString& typed, const QStringList& recent)
{
    struct Hit
    {
        int rank;
        qsizetype used;
        ItemPtr item;
    };
    const QString wanted = typed.trimmed().toLower();
    QList<Hit> hits;
    for (const auto& item : items) {
        const int rank = rankOf(item->item, wanted);
        const auto used = recent.indexOf(item->item.id);
        if (rank < NoMatch)
            hits.append({rank, used < 0 ? recent.size() : used, item});
    }
    std::stable_sort(hits.begin(), hits.end(),
        [](const Hit& a, const Hit& b) { return std::pair(a.rank, a.used) < std::pair(b.rank, b.used); });
    QList<ItemPtr> found;
    for (const auto& hit : std::as_const(hits))
        found.append(hit.item);
    return found;
}

QStringList recentItems(const QList<sync::LocalCase>& cases)
{
    QStringList used;
    for (const auto& one : cases) { // newest first
        if (!used.contains(one.item))
            used.append(one.item);
    }
    return used;
}

} // namespace kuaiban::counter

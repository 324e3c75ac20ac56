#include "FinderMemory.h"

#include <QJsonArray>

#include <algorithm>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

qsizetype indexOf(const QList<Found>& list, const Found& found)
{
    const auto at = std::find_if(list.begin(), list.end(), [&](const Found& one) { return one.isSame(found); });
    return at == list.end() ? -1 : at - list.begin();
}

QList<Found> rowsOf(const QJsonArray& array, int most)
{
    QList<Found> rows;
    for (const auto& entry : array) {
        const auto found = Found::fromJson(entry.toObject());
        if (!found.id.isEmpty() && !found.title.isEmpty() && rows.size() < most)
            rows.append(found);
    }
    return rows;
}

QJsonArray arrayOf(const QList<Found>& rows)
{
    QJsonArray array;
    for (const auto& row : rows)
        array.append(row.toJson());
    return array;
}

} // namespace

FinderMemory FinderMemory::fromJson(const QJsonObject& json)
{
    FinderMemory memory;
    memory.m_recent = rowsOf(json.value("recent"_L1).toArray(), MostRecent);
    memory.m_favourites = rowsOf(json.value("favourites"_L1).toArray(), MostFavourites);
    return memory;
}

QJsonObject FinderMemory::toJson() const
{
    return {{u"recent"_s, arrayOf(m_recent)}, {u"favourites"_s, arrayOf(m_favourites)}};
}

void FinderMemory::note(const Found& found)
{
    if (const auto at = indexOf(m_recent, found); at >= 0)
        m_recent.removeAt(at);
    m_recent.prepend(found);
    if (m_recent.size() > MostRecent)
        m_recent.removeLast();
}

void FinderMemory::toggle(const Found& found)
{
    if (const auto at = indexOf(m_favourites, found); at >= 0)
        m_favourites.removeAt(at);
    else if (m_favourites.size() < MostFavourites)
        m_favourites.append(found);
}

bool FinderMemory::isFavourite(const Found& found) const
{
    return indexOf(m_favourites, found) >= 0;
}

QList<Found> FinderMemory::recent() const
{
    QList<Found> rows;
    for (const auto& found : m_recent) {
        if (!isFavourite(found))
            rows.append(found);
    }
    return rows;
}

} // namespace kuaiban::counter

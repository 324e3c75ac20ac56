#pragma once

#include "Found.h"

namespace kuaiban::counter {

// What a user found last and what is marked as a favourite, kept in the user's own store: nobody else sees it. Masked
// as the rows are.
class FinderMemory
{
public:
    static constexpr int MostRecent = 12;
    static constexpr int MostFavourites = 30;

    static FinderMemory fromJson(const QJsonObject& json); // what cannot be read is left out
    QJsonObject toJson() const;

    void note(const Found& found);   // it was opened just now
    void toggle(const Found& found); // favourite or not
    bool isFavourite(const Found& found) const;
    const QList<Found>& favourites() const { return m_favourites; }
    // Without those that are favourites, the last opened first.
    QList<Found> recent() const;

private:
    QList<Found> m_recent;
    QList<Found> m_favourites;
};

} // namespace kuaiban::counter

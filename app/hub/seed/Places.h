#pragma once

#include "Dice.h"
#include "modules/codes/AreaTree.h"

namespace kuaiban::hub {

// Where somebody lives.
struct Place
{
    QString area;    // code of the village or community
    QString address; // down to the door
    bool rural = false;
};

// The areas in which synthetic people live: Jilin, Dandong, Nantong and Yongkang with their towns and villages.
class Places
{
public:
    // The tree must outlive the object. Areas that it does not have are left out; without any there are no places.
    explicit Places(const codes::AreaTree& areas);

    bool isEmpty() const { return m_regions.isEmpty(); }
    // A village of the four regions, each region with its share of the people.
    QString village(Dice& dice) const;
    // A village of one county; of anywhere when the tree has none there.
    QString villageOf(const QString& county, Dice& dice) const;
    // A new door in a village.
    Place door(const QString& village, Dice& dice) const;
    // A region code as identity numbers carry it, mostly that of the county given.
    QString birthRegion(const QString& county, Dice& dice) const;
    QString countyName(const QString& county) const; // 宽甸满族自治县
    // 丹东, 延吉: as enterprises write it in front of their names.
    QString townName(const QString& county) const;
    // The smallest known area whose name stands in the address, for addresses printed on cards.
    QString areaOfAddress(const QString& address) const;

private:
    struct Region
    {
        int share = 0;
        QStringList villages;
        QStringList counties; // those of GB/T 2260: development zones of the statistics issue no identity numbers
    };

    const codes::AreaTree& m_areas;
    QList<Region> m_regions;
    QList<int> m_shares;
    QHash<QString, QStringList> m_villagesByCounty;
};

} // namespace kuaiban::hub

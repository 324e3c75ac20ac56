#pragma once

#include "modules/base/Ids.h"
#include "modules/registry/Unit.h"
#include "Places.h"
#include "SyntheticNumbers.h"

namespace kuaiban::hub {

// Makes employers with invented names: a town, two characters that hardly anybody would choose, a trade and a form.
class SyntheticUnits
{
public:
    SyntheticUnits(const Places& places, SyntheticNumbers& numbers, IdSource& ids, Dice& dice, QDate today)
        : m_places(places)
        , m_numbers(numbers)
        , m_ids(ids)
        , m_dice(dice)
        , m_today(today)
    {}

    QList<registry::Unit> make(int count);
    // One enterprise in a county.
    registry::Unit enterpriseIn(const QString& county);

private:
    registry::Unit makeOne(const QString& village, int form);
    QString newTradeName(const QString& trade, const QString& form, const QString& town);

    const Places& m_places;
    SyntheticNumbers& m_numbers;
    IdSource& m_ids;
    Dice& m_dice;
    QDate m_today;
    QSet<QString> m_names;
};

} // namespace kuaiban::hub

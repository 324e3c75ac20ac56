#pragma once

#include "modules/registry/PersonRecord.h"
#include "SyntheticNumbers.h"

namespace kuaiban::hub {

// Makes social security cards: most in order, some lost, expired, still at the maker, some never applied for.
class SyntheticCards
{
public:
    SyntheticCards(SyntheticNumbers& numbers, Dice& dice, QDate today)
        : m_numbers(numbers)
        , m_dice(dice)
        , m_today(today)
    {}

    void issue(registry::PersonRecord& record);
    // A card in order with an account that receives money.
    void issueUsable(registry::PersonRecord& record);
    // One whose ten years are over.
    void issueExpired(registry::PersonRecord& record);

private:
    registry::Card blank(const registry::PersonRecord& record);
    registry::Card made(const registry::PersonRecord& record, QDate issued);

    SyntheticNumbers& m_numbers;
    Dice& m_dice;
    QDate m_today;
};

} // namespace kuaiban::hub

#include "Dice.h"

namespace kuaiban::hub {

int Dice::weighted(std::span<const int> weights)
{
    int sum = 0;
    for (const int weight : weights)
        sum += weight;
    int at = below(sum);
    int index = 0;
    while (at >= weights[static_cast<size_t>(index)])
        at -= weights[static_cast<size_t>(index++)];
    return index;
}

} // namespace kuaiban::hub

#pragma once

#include "modules/store/Connection.h"
#include "SyntheticPopulation.h"

namespace kuaiban::hub {

// Told after each transaction and at the end, when `done` is `total`.
using SeedProgress = std::function<void(int done, int total)>;

// Fills an empty register with synthetic units and people. All or nothing. Blocks for about a second per 20,000 people,
// so not for a thread that answers requests. Errors: registry.not-empty, those of SyntheticPopulation::make and of the
// store.
Done seedRegistry(store::Connection& connection, const codes::AreaTree& areas, const SyntheticPopulation::Order& order,
    const SeedProgress& progress = {});

} // namespace kuaiban::hub

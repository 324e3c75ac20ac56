#pragma once

#include "api/HubParts.h"

namespace kuaiban::hub {

// Gives the tasks of people who were not heard of for too long back to the queue. Whether it is time is decided by the
// hub's clock; after a pause of the hub itself everybody has his time anew. Called at least every ten minutes.
Done endLeases(const HubParts& parts, store::Connection& connection);

} // namespace kuaiban::hub

#pragma once

#include "Event.h"
#include "modules/store/Connection.h"

#include <memory>
#include <vector>

namespace kuaiban::journal {

// A table (or several) that follows the events: written in the transaction that appends them, and rebuilt from the
// journal at any time with the same result.
class Projection
{
public:
    virtual ~Projection() = default;
    virtual QString name() const = 0;
    virtual Done apply(store::Connection& connection, const Event& event) = 0;
    virtual Done clear(store::Connection& connection) = 0; // empties its tables before a rebuild
};

using Projections = std::vector<std::unique_ptr<Projection>>;

// Empties all projections and folds the whole journal again, in one transaction. Returns the number of events.
Result<qint64> rebuild(store::Connection& connection, const Projections& projections);

} // namespace kuaiban::journal

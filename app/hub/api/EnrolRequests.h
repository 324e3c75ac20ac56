#pragma once

#include "modules/identity/Devices.h"

namespace kuaiban::hub {

// Remembers what an enrolment was answered, so that a machine whose answer got lost is told the same again. The
// device's token is covered by a digest of key and code, which only that machine knows: a copied database opens
// nothing.
class EnrolRequests
{
public:
    EnrolRequests(store::Connection& connection, RandomSource& random)
        : m_connection(connection)
        , m_random(random)
    {}

    // Errors: hub.key-reused when the key came with another code.
    Result<std::optional<identity::EnrolledDevice>> find(const QString& key, const QString& code) const;
    Done keep(const QString& key, const QString& code, const identity::EnrolledDevice& enrolled);

private:
    store::Connection& m_connection;
    RandomSource& m_random;
};

} // namespace kuaiban::hub

#pragma once

#include "modules/store/Connection.h"

namespace kuaiban::identity {

// When the hub last heard of each account, from whatever machine. What an account has on loan counts from then.
class Contacts
{
public:
    static constexpr qint64 GrainMs = 10 * 60 * 1000; // how old a note may be before it is worth another

    explicit Contacts(store::Connection& connection)
        : m_connection(connection)
    {}

    Done note(const QString& account, qint64 nowMs); // never back in time
    Result<qint64> of(const QString& account) const; // UTC milliseconds; 0: never
    // The hub is there and its clock counts: nobody was heard of later than now. Said at least every GrainMs by whoever
    // runs it. After a pause of more than an hour, in which nobody could reach it, everybody counts as heard of now.
    Done noteHub(qint64 nowMs);

private:
    store::Connection& m_connection;
};

} // namespace kuaiban::identity

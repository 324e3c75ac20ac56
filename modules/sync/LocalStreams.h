#pragma once

#include "modules/journal/Event.h"
#include "modules/store/Connection.h"

namespace kuaiban::sync {

// The confirmed events of the streams this counter follows, exactly as the hub sent them. Nothing provisional is ever
// written here. Works inside the caller's transaction.
class LocalStreams
{
public:
    explicit LocalStreams(store::Connection& user)
        : m_user(user)
    {}

    Result<QList<journal::Event>> events(const QString& stream) const;
    Result<qint64> version(const QString& stream) const; // 0 when nothing is known

    // Adds one event; a repeat is no mistake.
    Done add(const journal::Event& event);
    Done purge(const QString& stream); // left the scope: own pending commands stay
    // Streams that were entered and have not been fetched whole yet.
    Done noteEntered(const QString& stream);
    Result<QStringList> toFetch() const;
    Done noteFetched(const QString& stream);

    Result<qint64> cursor(const QString& scope) const;
    Done setCursor(const QString& scope, qint64 pos);

private:
    store::Connection& m_user;
};

} // namespace kuaiban::sync

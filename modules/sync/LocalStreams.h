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
    // The stream is followed from now on. It has to be fetched whole, unless the feed brought it from its first event
    // on: an own case, or all there is on a counter that comes anew.
    Done noteEntered(const QString& stream);
    Done askFor(const QString& stream); // it is to be fetched whole whatever is here
    Result<QStringList> toFetch() const;
    Done noteFetched(const QString& stream);

    Result<qint64> cursor(const QString& scope) const;
    Done setCursor(const QString& scope, qint64 pos);

private:
    store::Connection& m_user;
};

} // namespace kuaiban::sync

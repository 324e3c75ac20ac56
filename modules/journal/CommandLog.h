#pragma once

#include "Command.h"
#include "modules/store/Connection.h"

#include <QSet>

namespace kuaiban::journal {

struct LoggedCommand
{
    QString digest;
    QString stream;
    QString prev;
    QByteArray bytes; // as they arrived
    Answer answer;

    QString actor() const;
};

// Every command that arrived, with its bytes and the answer it was given: repeats are answered from here, and the work
// of refused, conflicting and held commands stays available.
class CommandLog
{
public:
    explicit CommandLog(store::Connection& connection)
        : m_connection(connection)
    {}

    Result<std::optional<LoggedCommand>> find(const QString& id) const;
    Done add(
        const Command& command, const QByteArray& bytes, const QString& digest, const Answer& answer, qint64 arrivedAt);

    Done settle(const Answer& answer); // a person ruled on what was held

    // Whether the stream has events after `base` that do not come from the chain of commands that ends in `prev`,
    // but for commands of the types `asides`.
    Result<bool> changedByOthers(
        const QString& stream, qint64 base, const QString& prev, const QStringList& asides = {}) const;

private:
    store::Connection& m_connection;
};

} // namespace kuaiban::journal

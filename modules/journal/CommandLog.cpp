#include "CommandLog.h"

#include "modules/base/Json.h"

namespace kuaiban::journal {

using namespace Qt::StringLiterals;

namespace {

QString textIn(const QByteArray& command, QLatin1StringView name)
{
    return parseObject(command).value_or(QJsonObject{}).value(name).toString();
}

} // namespace

QString LoggedCommand::actor() const
{
    return textIn(bytes, "actor"_L1);
}

Result<std::optional<LoggedCommand>> CommandLog::find(const QString& id) const
{
    return m_connection.first("SELECT digest, stream, COALESCE(prev, ''), bytes, answer FROM command WHERE id = ?",
        {id}, [](const store::Row& row) {
            return LoggedCommand{row.text(0), row.text(1), row.text(2), row.bytes(3),
                Answer::fromJson(parseObject(row.bytes(4)).value_or(QJsonObject{}))};
        });
}

Done CommandLog::add(
    const Command& command, const QByteArray& bytes, const QString& digest, const Answer& answer, qint64 arrivedAt)
{
    KB_CHECK(m_connection.execute("INSERT INTO command(id, stream, prev, digest, bytes, verdict, answer, arrived_at) "
                                  "VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
        {command.id, command.stream, store::orNull(command.prev), digest, bytes, verdictName(answer.verdict),
            canonicalBytes(answer.toJson()), arrivedAt}));
    return {};
}

Done CommandLog::settle(const Answer& answer)
{
    KB_CHECK(m_connection.execute("UPDATE command SET verdict = ?, answer = ? WHERE id = ? AND verdict = 'held'",
        {verdictName(answer.verdict), canonicalBytes(answer.toJson()), answer.command}));
    return {};
}

Result<bool> CommandLog::changedByOthers(
    const QString& stream, qint64 base, const QString& prev, const QStringList& asides) const
{
    // What a reaction of the hub says ("<command>/…") changes nothing that anybody decides on.
    KB_TRY(const auto later,
        m_connection.list(
            "SELECT DISTINCT command FROM event WHERE stream = ? AND version > ? AND command NOT LIKE '%/%'",
            {stream, base}, [](const store::Row& row) { return row.text(0); }));
    QSet<QString> foreign(later.begin(), later.end());
    for (QString link = prev; !foreign.isEmpty() && !link.isEmpty();) {
        foreign.remove(link);
        KB_TRY(const auto logged, find(link));
        link = logged ? logged->prev : QString();
    }
    for (const auto& id : foreign) {
        KB_TRY(const auto type, m_connection.first("SELECT bytes FROM command WHERE id = ?", {id},
                                    [](const store::Row& row) { return textIn(row.bytes(0), "type"_L1); }));
        if (!type || !asides.contains(*type))
            return true;
    }
    return false;
}

} // namespace kuaiban::journal

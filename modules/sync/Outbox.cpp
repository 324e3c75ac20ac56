#include "Outbox.h"

#include "modules/base/Json.h"

#include <QSet>

namespace kuaiban::sync {

using namespace Qt::StringLiterals;
using journal::Answer;
using journal::Command;
using journal::Verdict;

namespace {

OutboxState stateFrom(const QString& text)
{
    return text == "sent"_L1 ? OutboxState::Sent : text == "attention"_L1 ? OutboxState::Attention : OutboxState::Ready;
}

struct StoredItem
{
    QByteArray bytes;
    QString state;
    QByteArray answer;
    qint64 madeAt;
};

StoredItem storedFrom(const store::Row& row)
{
    return {row.bytes(0), row.text(1), row.bytes(2), row.integer(3)};
}

Result<QList<OutboxItem>> restored(const QList<StoredItem>& rows)
{
    QList<OutboxItem> items;
    for (const auto& row : rows) {
        KB_TRY(const auto json, parseObject(row.bytes));
        KB_TRY(auto command, Command::fromJson(json));
        OutboxItem item{std::move(command), stateFrom(row.state), {}, row.madeAt};
        if (!row.answer.isEmpty()) {
            KB_TRY(const auto answer, parseObject(row.answer));
            item.answer = Answer::fromJson(answer);
        }
        items.append(std::move(item));
    }
    return items;
}

} // namespace

Done Outbox::add(const Command& command, const QList<OutgoingFile>& files, qint64 nowMs)
{
    KB_CHECK(
        m_user.execute("INSERT INTO pending_command(id, stream, bytes, state, made_at) VALUES(?, ?, ?, 'ready', ?)",
            {command.id, command.stream, canonicalBytes(command.toJson()), nowMs}));
    for (const auto& file : files) {
        KB_CHECK(m_user.execute(
            "INSERT INTO outgoing_file(digest, size, command) VALUES(?, ?, ?) ON CONFLICT(digest) DO NOTHING",
            {file.digest, file.size, command.id}));
    }
    return {};
}

Result<QList<OutboxItem>> Outbox::items() const
{
    KB_TRY(const auto rows,
        m_user.list("SELECT bytes, state, answer, made_at FROM pending_command ORDER BY seq", {}, storedFrom));
    return restored(rows);
}

Result<QList<OutboxItem>> Outbox::ofStream(const QString& stream) const
{
    KB_TRY(const auto rows,
        m_user.list("SELECT bytes, state, answer, made_at FROM pending_command WHERE stream = ? ORDER BY seq", {stream},
            storedFrom));
    return restored(rows);
}

Result<QString> Outbox::lastOf(const QString& stream) const
{
    KB_TRY(const auto last, m_user.first("SELECT id FROM pending_command WHERE stream = ? AND state <> 'attention' "
                                         "ORDER BY seq DESC LIMIT 1",
                                {stream}, [](const store::Row& row) { return row.text(0); }));
    return last.value_or(QString());
}

Result<QList<Command>> Outbox::ready(int limit, qsizetype maximumBytes) const
{
    KB_TRY(const auto all, items());
    QList<Command> commands;
    QSet<QString> stuck;
    qsizetype bytes = 0;
    for (const auto& item : all) {
        if (item.state == OutboxState::Attention)
            stuck.insert(item.command.stream);
        if (item.state != OutboxState::Ready || stuck.contains(item.command.stream))
            continue;
        bytes += canonicalBytes(item.command.toJson()).size();
        if (commands.size() == limit || (bytes > maximumBytes && !commands.isEmpty()))
            break;
        commands.append(item.command);
    }
    return commands;
}

Done Outbox::record(const Answer& answer)
{
    const auto verdict = answer.verdict == Verdict::AlreadyApplied ? answer.recorded : answer.verdict;
    if (verdict == Verdict::Wait)
        return {}; // stays ready: its predecessor is in the same outbox and goes first
    const QString state = verdict == Verdict::Applied ? u"sent"_s : u"attention"_s;
    KB_CHECK(m_user.execute("UPDATE pending_command SET state = ?, answer = ? WHERE id = ?",
        {state, canonicalBytes(answer.toJson()), answer.command}));
    return {};
}

Done Outbox::confirm(const QString& command)
{
    KB_CHECK(m_user.execute("DELETE FROM pending_command WHERE id = ?", {command}));
    return {};
}

Done Outbox::drop(const QString& command)
{
    KB_CHECK(m_user.execute("DELETE FROM pending_command WHERE id = ? AND state = 'attention'", {command}));
    return {};
}

Result<QList<OutgoingFile>> Outbox::files() const
{
    return m_user.list(
        "SELECT digest, size FROM outgoing_file ORDER BY command, digest", {}, [](const store::Row& row) {
            return OutgoingFile{row.text(0), row.integer(1)};
        });
}

Done Outbox::fileSent(const QString& digest)
{
    KB_CHECK(m_user.execute("DELETE FROM outgoing_file WHERE digest = ?", {digest}));
    return {};
}

Result<int> Outbox::waiting() const
{
    KB_TRY(const qint64 count, m_user.integer("SELECT COUNT(DISTINCT k) FROM (SELECT stream AS k FROM pending_command "
                                              "WHERE state <> 'sent' UNION SELECT command FROM outgoing_file)"));
    return static_cast<int>(count);
}

} // namespace kuaiban::sync

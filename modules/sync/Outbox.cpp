#include "Outbox.h"

#include "modules/base/Json.h"
#include "modules/casework/CaseDecision.h"

#include <algorithm>

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
    int tries;
};

constexpr auto Columns = "SELECT bytes, state, answer, made_at, tries FROM pending_command ";

StoredItem storedFrom(const store::Row& row)
{
    return {row.bytes(0), row.text(1), row.bytes(2), row.integer(3), static_cast<int>(row.integer(4))};
}

Result<Command> commandFrom(const QByteArray& bytes)
{
    KB_TRY(const auto json, parseObject(bytes));
    return Command::fromJson(json);
}

Result<QList<OutboxItem>> restored(const QList<StoredItem>& rows)
{
    QList<OutboxItem> items;
    for (const auto& row : rows) {
        KB_TRY(auto command, commandFrom(row.bytes));
        OutboxItem item{std::move(command), stateFrom(row.state), {}, row.madeAt, row.tries};
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
        m_user.execute("DELETE FROM parked_stream WHERE stream = ? "
                       "AND stream NOT IN (SELECT stream FROM pending_command UNION SELECT stream FROM outgoing_file)",
            {command.stream}));
    KB_CHECK(
        m_user.execute("INSERT INTO pending_command(id, stream, bytes, state, made_at) VALUES(?, ?, ?, 'ready', ?)",
            {command.id, command.stream, canonicalBytes(command.toJson()), nowMs}));
    for (const auto& file : files)
        KB_CHECK(addFile({file.digest, file.size, 0, command.stream}, command.id));
    return {};
}

Done Outbox::addFile(const OutgoingFile& file, const QString& command)
{
    KB_CHECK(m_user.execute("INSERT INTO outgoing_file(digest, size, command, stream) VALUES(?, ?, ?, ?) "
                            "ON CONFLICT(digest) DO NOTHING",
        {file.digest, file.size, command, file.stream}));
    return {};
}

Result<QList<OutboxItem>> Outbox::items() const
{
    KB_TRY(const auto rows, m_user.list(QByteArray(Columns) + "ORDER BY seq", {}, storedFrom));
    return restored(rows);
}

Result<QList<OutboxItem>> Outbox::ofStream(const QString& stream) const
{
    KB_TRY(const auto rows, m_user.list(QByteArray(Columns) + "WHERE stream = ? ORDER BY seq", {stream}, storedFrom));
    return restored(rows);
}

Result<QString> Outbox::lastOf(const QString& stream) const
{
    KB_TRY(const auto all, ofStream(stream));
    const auto last = std::find_if(all.crbegin(), all.crend(), [](const OutboxItem& item) {
        return item.state != OutboxState::Attention && item.command.type != casework::WithdrawWork;
    });
    return last == all.crend() ? QString() : last->command.id;
}

Result<QList<Command>> Outbox::ready(int limit, qsizetype maximumBytes, const QSet<QString>& except) const
{
    KB_TRY(const auto all, items());
    KB_TRY(const auto parkedStreams, parked());
    const auto stays = parkedStreams + except;
    QList<Command> commands;
    qsizetype bytes = 0;
    for (const auto& item : all) {
        if (item.state != OutboxState::Ready || stays.contains(item.command.stream))
            continue;
        bytes += canonicalBytes(item.command.toJson()).size();
        if (commands.size() == limit || (bytes > maximumBytes && !commands.isEmpty()))
            break;
        commands.append(item.command);
    }
    return commands;
}

Done Outbox::noteTried(const QList<Command>& commands)
{
    for (const auto& command : commands)
        KB_CHECK(m_user.execute("UPDATE pending_command SET tries = tries + 1 WHERE id = ?", {command.id}));
    return {};
}

Done Outbox::record(const Answer& answer)
{
    if (answer.recorded == Verdict::Wait)
        return {}; // stays ready for the next round
    const QString state = answer.recorded == Verdict::Applied ? u"sent"_s : u"attention"_s;
    KB_CHECK(m_user.execute("UPDATE pending_command SET state = ?, answer = ? WHERE id = ?",
        {state, canonicalBytes(answer.toJson()), answer.command}));
    return {};
}

Done Outbox::askAgain(const QString& command)
{
    KB_CHECK(m_user.execute(
        "UPDATE pending_command SET state = 'ready', answer = NULL WHERE id = ? AND state = 'attention'", {command}));
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

Done Outbox::dropNeedless(const QString& command, qint64 nowMs)
{
    KB_TRY(const auto all, items());
    const auto dropped =
        std::find_if(all.begin(), all.end(), [&](const OutboxItem& item) { return item.command.id == command; });
    if (dropped == all.end())
        return {};
    KB_CHECK(m_user.execute("INSERT INTO needless_command(id, stream, bytes, at) VALUES(?, ?, ?, ?)",
        {command, dropped->command.stream, canonicalBytes(dropped->command.toJson()), nowMs}));
    for (const auto& item : all) {
        if (item.command.prev != command)
            continue;
        Command follower = item.command;
        follower.prev = dropped->command.prev;
        KB_CHECK(m_user.execute(
            "UPDATE pending_command SET bytes = ? WHERE id = ?", {canonicalBytes(follower.toJson()), follower.id}));
    }
    return confirm(command);
}

Result<QList<NeedlessCommand>> Outbox::needless(qint64 since) const
{
    KB_TRY(
        const auto rows, m_user.list("SELECT bytes, at FROM needless_command WHERE at >= ? ORDER BY at DESC, id DESC",
                             {since}, [](const store::Row& row) { return std::pair(row.bytes(0), row.integer(1)); }));
    QList<NeedlessCommand> list;
    for (const auto& [bytes, at] : rows) {
        KB_TRY(auto command, commandFrom(bytes));
        list.append({std::move(command), at});
    }
    return list;
}

Done Outbox::forgetNeedless(qint64 before)
{
    KB_CHECK(m_user.execute("DELETE FROM needless_command WHERE at < ?", {before}));
    return {};
}

Result<QList<OutgoingFile>> Outbox::allFiles() const
{
    return m_user.list(
        "SELECT digest, size, sent, stream FROM outgoing_file ORDER BY command, digest", {}, [](const store::Row& row) {
            return OutgoingFile{row.text(0), row.integer(1), row.integer(2), row.text(3)};
        });
}

Result<QList<OutgoingFile>> Outbox::files() const
{
    KB_TRY(auto all, allFiles());
    KB_TRY(const auto parkedStreams, parked());
    all.removeIf([&](const OutgoingFile& file) { return parkedStreams.contains(file.stream); });
    return all;
}

Done Outbox::fileProgress(const QString& digest, qint64 sent)
{
    KB_CHECK(m_user.execute("UPDATE outgoing_file SET sent = ? WHERE digest = ?", {sent, digest}));
    return {};
}

Done Outbox::fileSent(const QString& digest)
{
    KB_CHECK(m_user.execute("DELETE FROM outgoing_file WHERE digest = ?", {digest}));
    return {};
}

Result<int> Outbox::waiting() const
{
    KB_TRY(const qint64 count,
        m_user.integer("SELECT COUNT(DISTINCT k) FROM (SELECT stream AS k FROM pending_command WHERE state <> 'sent' "
                       "UNION SELECT CASE WHEN stream = '' THEN command ELSE stream END FROM outgoing_file)"));
    return static_cast<int>(count);
}

Done Outbox::setParked(const QString& stream, bool parked)
{
    KB_CHECK(m_user.execute(parked ? "INSERT INTO parked_stream(stream) VALUES(?) ON CONFLICT(stream) DO NOTHING"
                                   : "DELETE FROM parked_stream WHERE stream = ?",
        {stream}));
    return {};
}

Result<QSet<QString>> Outbox::parked() const
{
    KB_TRY(const auto streams,
        m_user.list("SELECT stream FROM parked_stream", {}, [](const store::Row& row) { return row.text(0); }));
    return QSet<QString>(streams.begin(), streams.end());
}

} // namespace kuaiban::sync

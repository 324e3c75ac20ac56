#include "HubCommands.h"

#include "FeedBell.h"
#include "HubErrors.h"
#include "modules/identity/AccountStream.h"
#include "modules/journal/StreamLog.h"

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

Done submitAs(
    const HubParts& parts, store::Connection& connection, const Author& author, const QList<HubCommand>& commands)
{
    const std::lock_guard lock(parts.writing);
    return submitLocked(parts, connection, author, commands);
}

Done submitLocked(
    const HubParts& parts, store::Connection& connection, const Author& author, const QList<HubCommand>& commands)
{
    const qint64 now = parts.clock.nowMs();
    QList<QJsonObject> list;
    QHash<QString, QString> previous; // by stream: the command before, in this request
    for (const auto& wanted : commands) {
        KB_TRY(const auto head, journal::StreamLog(connection, parts.random).head(wanted.stream));
        const journal::Command command{parts.ids.next(), wanted.stream, wanted.kind, wanted.type, 1, author.account,
            author.device, head.version, previous.value(wanted.stream), {now, now, false}, {}, wanted.body};
        previous.insert(wanted.stream, command.id);
        list.append(command.toJson());
    }
    KB_TRY(const auto answers, parts.gate.submit(connection, list, {}, {}));
    KB_CHECK(parts.bell.ring(connection));
    for (const auto& answer : answers) {
        if (answer.reason)
            return fail(*answer.reason);
    }
    return {};
}

Result<QList<QJsonObject>> commandsIn(const QJsonArray& list)
{
    if (list.isEmpty() || list.size() > MostCommands)
        return fail(commandCountWrong(MostCommands));
    QList<QJsonObject> commands;
    for (const auto& entry : list)
        commands.append(entry.toObject());
    return commands;
}

Result<QJsonArray> takeCommands(const HubParts& parts, store::Connection& connection,
    const QList<QJsonObject>& commands, const Author& author, const journal::Holds& holds)
{
    QJsonArray answers;
    {
        const std::lock_guard lock(parts.writing);
        KB_TRY(const auto given, parts.gate.submit(connection, commands, author.account, author.device, holds));
        for (const auto& answer : given)
            answers.append(answer.toJson());
    }
    // The commands are committed: a bell that fails makes others look later, a reaction that fails is tried again
    // later, and neither must deny this answer.
    if (const auto rung = parts.bell.ring(connection); !rung)
        qWarning().noquote() << "feed bell:" << logLine(rung.error());
    if (const auto reacted = react(parts, connection); !reacted)
        qWarning().noquote() << "reactions:" << logLine(reacted.error());
    return answers;
}

Done react(const HubParts& parts, store::Connection& connection)
{
    bool changed = false;
    for (int done = 1; done > 0;) {
        const std::lock_guard lock(parts.writing);
        KB_TRY(done, parts.reactions.runDue(connection));
        changed = changed || done > 0;
    }
    return changed ? parts.bell.ring(connection) : Done{};
}

Done notePasswordChange(const HubParts& parts, store::Connection& connection, const QString& account)
{
    return submitAsHub(parts, connection, {{identity::AccountStream::kind(), account, u"NotePasswordChange"_s}});
}

} // namespace kuaiban::hub

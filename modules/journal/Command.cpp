#include "Command.h"

#include "JournalErrors.h"
#include "modules/base/Digest.h"
#include "modules/base/Ids.h"
#include "modules/base/Json.h"
#include "modules/base/ObjectReader.h"

#include <array>

namespace kuaiban::journal {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<Verdict, QLatin1StringView>, 6> VerdictNames{{
    {Verdict::Applied, "applied"_L1},
    {Verdict::AlreadyApplied, "already-applied"_L1},
    {Verdict::Conflict, "conflict"_L1},
    {Verdict::Refused, "refused"_L1},
    {Verdict::Wait, "wait"_L1},
    {Verdict::Held, "held"_L1},
}};

} // namespace

QString verdictName(Verdict verdict)
{
    for (const auto& [value, name] : VerdictNames) {
        if (value == verdict)
            return name;
    }
    return {};
}

Verdict verdictFromName(const QString& name)
{
    for (const auto& [value, text] : VerdictNames) {
        if (text == name)
            return value;
    }
    return Verdict::Refused; // an answer we do not understand must never pass for success
}

QJsonObject Command::toJson() const
{
    QJsonObject json{{u"id"_s, id}, {u"stream"_s, stream}, {u"kind"_s, streamKind}, {u"type"_s, type}, {u"v"_s, v},
        {u"actor"_s, actor}, {u"device"_s, device}, {u"base"_s, base},
        {u"times"_s, QJsonObject{{u"device"_s, times.device}, {u"corrected"_s, times.corrected},
                         {u"uncertain"_s, times.uncertain}}},
        {u"files"_s, QJsonArray::fromStringList(files)}, {u"body"_s, body}};
    if (!prev.isEmpty())
        json.insert(u"prev"_s, prev);
    if (!instead.isEmpty())
        json.insert(u"instead"_s, instead);
    return json;
}

Result<Command> Command::fromJson(const QJsonObject& json)
{
    ObjectReader reader(json);
    Command command;
    command.id = reader.text(u"id"_s);
    command.stream = reader.text(u"stream"_s);
    command.streamKind = reader.text(u"kind"_s);
    command.type = reader.text(u"type"_s);
    command.v = static_cast<int>(reader.integer(u"v"_s));
    command.actor = reader.text(u"actor"_s);
    command.device = reader.text(u"device"_s);
    command.base = reader.integer(u"base"_s);
    command.prev = reader.textOr(u"prev"_s);
    command.instead = reader.textOr(u"instead"_s);
    command.files = reader.textsOr(u"files"_s);
    command.body = reader.object(u"body"_s);
    ObjectReader times(reader.object(u"times"_s), u"times"_s);
    command.times.device = times.integer(u"device"_s);
    command.times.corrected = times.integer(u"corrected"_s);
    command.times.uncertain = times.flagOr(u"uncertain"_s, true);
    if (!isUuid7(command.id))
        reader.reject(u"id"_s, u"a UUIDv7"_s);
    if (!isUuid7(command.stream))
        reader.reject(u"stream"_s, u"a UUIDv7"_s);
    if (command.base < 0)
        reader.reject(u"base"_s, u"0 or more"_s);
    for (const auto& file : std::as_const(command.files)) {
        if (!isDigest(file))
            reader.reject(u"files"_s, u"a list of digests"_s);
    }
    if (!isCanonical(json))
        reader.reject(u"body"_s, u"integers only; decimals as texts"_s);
    for (const auto& done : {reader.finish(), times.finish()}) {
        if (!done)
            return fail(commandMalformed(done.error().detail));
    }
    return command;
}

QJsonObject errorToJson(const Error& error)
{
    QJsonObject json{{u"code"_s, error.code}, {u"origin"_s, originName(error.origin)}};
    if (!error.detail.isEmpty())
        json.insert(u"detail"_s, error.detail);
    if (!error.fields.isEmpty())
        json.insert(u"fields"_s, error.fields);
    return json;
}

Error errorFromJson(const QJsonObject& json)
{
    return {json.value("code"_L1).toString(), originFromName(json.value("origin"_L1).toString()),
        json.value("detail"_L1).toString(), json.value("fields"_L1).toObject()};
}

QJsonArray holdsToJson(const Holds& holds)
{
    QJsonArray list;
    for (auto held = holds.begin(); held != holds.end(); ++held)
        list.append(QJsonObject{{u"command"_s, held.key()}, {u"reason"_s, errorToJson(held.value())}});
    return list;
}

Result<Holds> holdsFromJson(const QJsonArray& list)
{
    Holds holds;
    for (const auto& entry : list) {
        ObjectReader reader(entry.toObject(), u"held"_s);
        const QString command = reader.text(u"command"_s);
        const auto reason = errorFromJson(reader.object(u"reason"_s));
        if (reason.code.isEmpty())
            reader.reject(u"reason"_s, u"an error with its code"_s);
        if (const auto done = reader.finish(); !done)
            return fail(commandMalformed(done.error().detail));
        holds.insert(command, reason);
    }
    return holds;
}

QJsonObject Answer::toJson() const
{
    QJsonObject json{{u"command"_s, command}, {u"verdict"_s, verdictName(verdict)}, {u"version"_s, version}};
    if (verdict == Verdict::AlreadyApplied)
        json.insert(u"recorded"_s, verdictName(recorded));
    if (reason)
        json.insert(u"reason"_s, errorToJson(*reason));
    return json;
}

Answer Answer::fromJson(const QJsonObject& json)
{
    Answer answer;
    answer.command = json.value("command"_L1).toString();
    answer.verdict = verdictFromName(json.value("verdict"_L1).toString());
    answer.recorded =
        json.contains("recorded"_L1) ? verdictFromName(json.value("recorded"_L1).toString()) : answer.verdict;
    answer.version = json.value("version"_L1).toInteger();
    if (json.contains("reason"_L1))
        answer.reason = errorFromJson(json.value("reason"_L1).toObject());
    return answer;
}

} // namespace kuaiban::journal

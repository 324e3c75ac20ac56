#include "Event.h"

#include "JournalErrors.h"
#include "modules/base/Json.h"
#include "modules/base/ObjectReader.h"

#include <algorithm>
#include <array>

namespace kuaiban::journal {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array Required{
    "stream"_L1, "kind"_L1, "version"_L1, "type"_L1, "v"_L1, "actor"_L1, "device"_L1, "command"_L1, "at"_L1, "body"_L1};
constexpr std::array Optional{"uncertain"_L1, "personal"_L1, "erased"_L1};

QJsonObject envelope(const Event& event)
{
    QJsonObject json{{u"stream"_s, event.stream}, {u"kind"_s, event.streamKind}, {u"version"_s, event.version},
        {u"type"_s, event.type}, {u"v"_s, event.v}, {u"actor"_s, event.actor}, {u"device"_s, event.device},
        {u"command"_s, event.command}, {u"at"_s, event.at}, {u"body"_s, event.body}};
    if (event.uncertain)
        json.insert(u"uncertain"_s, true);
    for (auto field = event.more.begin(); field != event.more.end(); ++field)
        json.insert(field.key(), field.value());
    return json;
}

// Most events have nothing of the kind, and there are many events.
QJsonObject unknownFields(const QJsonObject& json)
{
    const auto optional =
        std::count_if(Optional.begin(), Optional.end(), [&](QLatin1StringView name) { return json.contains(name); });
    if (json.size() == static_cast<qsizetype>(Required.size()) + optional)
        return {};
    QJsonObject unknown = json;
    for (const auto name : Required)
        unknown.remove(name);
    for (const auto name : Optional)
        unknown.remove(name);
    return unknown;
}

Result<Event> fromEnvelope(const QJsonObject& json)
{
    ObjectReader reader(json);
    Event event;
    event.stream = reader.text(u"stream"_s);
    event.streamKind = reader.text(u"kind"_s);
    event.version = reader.integer(u"version"_s);
    event.type = reader.text(u"type"_s);
    event.v = static_cast<int>(reader.integer(u"v"_s));
    event.actor = reader.text(u"actor"_s);
    event.device = reader.text(u"device"_s);
    event.command = reader.text(u"command"_s);
    event.at = reader.integer(u"at"_s);
    event.uncertain = reader.flagOr(u"uncertain"_s, false);
    event.body = reader.object(u"body"_s);
    if (const auto done = reader.finish(); !done)
        return fail(eventUnreadable(done.error().detail));
    event.more = unknownFields(json);
    return event;
}

} // namespace

QByteArray Event::bytes(const QString& personalDigest) const
{
    auto json = envelope(*this);
    if (!personalDigest.isEmpty())
        json.insert(u"personal"_s, personalDigest);
    return canonicalBytes(json);
}

Result<Event> Event::fromBytes(const QByteArray& bytes)
{
    const auto json = parseObject(bytes);
    if (!json)
        return fail(eventUnreadable(json.error().detail));
    return fromEnvelope(*json);
}

QString Event::personalDigest(const QByteArray& bytes)
{
    const auto json = parseObject(bytes);
    return json ? json->value("personal"_L1).toString() : QString();
}

QJsonObject Event::toJson() const
{
    auto json = envelope(*this);
    if (!personal.isEmpty())
        json.insert(u"personal"_s, personal);
    if (erased)
        json.insert(u"erased"_s, true);
    return json;
}

Result<Event> Event::fromJson(const QJsonObject& json)
{
    KB_TRY(auto event, fromEnvelope(json));
    event.personal = json.value("personal"_L1).toObject();
    event.erased = json.value("erased"_L1).toBool();
    return event;
}

} // namespace kuaiban::journal

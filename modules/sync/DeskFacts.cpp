#include "Desk.h"

#include "modules/base/Json.h"
#include "modules/base/ObjectReader.h"
#include "modules/catalogue/Definitions.h"

#include <QJsonArray>

// What the counter knows when it decides, and how its users and lists are written down.
namespace kuaiban::sync {

using namespace Qt::StringLiterals;

QJsonObject DeskUser::toJson() const
{
    QJsonArray list;
    for (const auto& grant : grants)
        list.append(grant.toJson());
    return {{u"account"_s, account}, {u"login"_s, login}, {u"name"_s, name}, {u"grants"_s, list}, {u"device"_s, device},
        {u"area"_s, area}, {u"office"_s, office}, {u"window"_s, window}, {u"idleMinutes"_s, idleMinutes}};
}

Result<DeskUser> DeskUser::fromJson(const QJsonObject& json)
{
    ObjectReader reader(json);
    DeskUser user{reader.text(u"account"_s), reader.text(u"login"_s), reader.text(u"name"_s), {},
        reader.text(u"device"_s), reader.text(u"area"_s), reader.text(u"office"_s), reader.text(u"window"_s),
        static_cast<int>(reader.integerOr(u"idleMinutes"_s, 0))};
    for (const auto& entry : reader.array(u"grants"_s)) {
        KB_TRY(const auto grant, identity::Grant::fromJson(entry.toObject()));
        user.grants.append(grant);
    }
    KB_CHECK(reader.finish());
    return user;
}

QJsonObject LocalCase::toJson() const
{
    QJsonObject json{{u"stream"_s, stream}, {u"number"_s, number}, {u"item"_s, item}, {u"revision"_s, revision},
        {u"phase"_s, phase}, {u"step"_s, step}, {u"applicant"_s, applicant}, {u"idNo"_s, idNo},
        {u"openedAt"_s, openedAt}, {u"dueOn"_s, dueOn}, {u"outcome"_s, outcome}, {u"opinion"_s, opinion},
        {u"mine"_s, mine}, {u"pending"_s, pending}, {u"supplementDue"_s, supplementDue}, {u"collected"_s, collected},
        {u"duplicateOf"_s, duplicateOf}, {u"holder"_s, holder}, {u"holderName"_s, holderName},
        {u"closedAt"_s, closedAt}, {u"unopened"_s, unopened}};
    if (attention)
        json.insert(u"attention"_s, journal::errorToJson(*attention));
    return json;
}

LocalCase LocalCase::fromJson(const QJsonObject& json)
{
    const auto text = [&](QLatin1StringView name) { return json.value(name).toString(); };
    LocalCase line{text("stream"_L1), text("number"_L1), text("item"_L1), json.value("revision"_L1).toInt(),
        text("phase"_L1), text("step"_L1), text("applicant"_L1), text("idNo"_L1), json.value("openedAt"_L1).toInteger(),
        text("dueOn"_L1), text("outcome"_L1), text("opinion"_L1), json.value("mine"_L1).toBool(),
        json.value("pending"_L1).toBool(), {}, text("supplementDue"_L1), json.value("collected"_L1).toBool(),
        text("duplicateOf"_L1), text("holder"_L1), text("holderName"_L1), json.value("closedAt"_L1).toInteger(),
        json.value("unopened"_L1).toBool()};
    if (json.contains("attention"_L1))
        line.attention = journal::errorFromJson(json.value("attention"_L1).toObject());
    return line;
}

Result<casework::CaseFacts> Desk::gather(const casework::Case& state, const journal::Command& command) const
{
    casework::CaseFacts facts;
    KB_TRY(facts.posts, m_parts.shelf.posts(m_parts.machine));
    KB_TRY(facts.calendar, m_parts.shelf.calendar(m_parts.machine));
    facts.actorName = m_user.name;
    facts.grants = m_user.grants;
    KB_TRY(facts.item, casework::itemOf(m_parts.shelf, m_parts.machine, state, command));
    KB_TRY(const auto codes, m_parts.shelf.codes(m_parts.machine));
    facts.knowsCode = [codes](const QString& table, const QString& code) { return codes->has(table, code); };
    // What the clerk was shown of the register. The hub reads its own and says where it derives otherwise.
    facts.registered = command.body.value("registered"_L1).toObject();
    // Whether the number is taken elsewhere, whether all files have arrived, whether the same case is open and what a
    // colleague may do only the hub can know: it says so itself.
    return facts;
}

Result<std::shared_ptr<const casework::PreparedItem>> Desk::item(const QString& id, int revision) const
{
    return m_parts.shelf.item(m_parts.machine, id, revision);
}

Result<std::shared_ptr<const casework::KnownCodes>> Desk::codes() const
{
    return m_parts.shelf.codes(m_parts.machine);
}

Result<QList<std::shared_ptr<const casework::PreparedItem>>> Desk::items() const
{
    KB_TRY(const auto definitions, catalogue::Definitions(m_parts.machine).all(u"item"_s));
    QList<std::shared_ptr<const casework::PreparedItem>> items;
    for (const auto& definition : definitions) {
        KB_TRY(auto item, m_parts.shelf.item(m_parts.machine, definition.key, definition.revision));
        items.append(item);
    }
    return items;
}

} // namespace kuaiban::sync

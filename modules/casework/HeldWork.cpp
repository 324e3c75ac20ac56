#include "HeldWork.h"

#include "CaseDecision.h"
#include "CaseStream.h"
#include "CaseworkErrors.h"
#include "Decisions.h"
#include "modules/base/Json.h"
#include "modules/identity/Accounts.h"
#include "modules/journal/CommandLog.h"
#include "modules/journal/JournalErrors.h"

#include <algorithm>

namespace kuaiban::casework {

using namespace Qt::StringLiterals;
using journal::Verdict;

namespace {

struct Kept
{
    Command command;
    Error reason;
    qint64 arrivedAt = 0;
};

constexpr qint64 MostStreams = 5000; // that are looked at for one list

// Where held work belongs; no area of a case that is not there yet.
struct Place
{
    QString stream;
    QString area;
    QString item;
};

// What the case itself says; of one that is not there yet, what would open it.
Done place(store::Connection& connection, HeldWork& work, const Command& first)
{
    KB_TRY(const auto isThere,
        connection.first("SELECT number, item, revision, area, applicant, id_no FROM case_row WHERE stream = ?",
            {work.stream}, [&work](const store::Row& row) {
                work.number = row.text(0);
                work.item = row.text(1);
                work.revision = static_cast<int>(row.integer(2));
                work.area = row.text(3);
                work.applicant = row.text(4);
                work.idNo = row.text(5);
                return true;
            }));
    if (isThere)
        return {};
    const auto& body = first.body;
    const auto applicant = body.value("parties"_L1).toObject().value("applicant"_L1).toObject();
    work.opens = opens(first.type);
    work.number = body.value("number"_L1).toString();
    work.item = body.value("item"_L1).toString();
    work.revision = body.value("revision"_L1).toInt();
    work.area = body.value("area"_L1).toString();
    work.applicant = applicant.value("name"_L1).toString();
    work.idNo = applicant.value("idNo"_L1).toString();
    return {};
}

} // namespace

QStringList ruledOn(const QJsonObject& body)
{
    QStringList list;
    for (const auto& id : body.value("commands"_L1).toArray())
        list.append(id.toString());
    return list;
}

QStringList HeldWork::ids() const
{
    QStringList list;
    for (const auto& command : commands)
        list.append(command.id);
    return list;
}

QJsonObject HeldWork::toJson() const
{
    QJsonArray list;
    for (const auto& command : commands)
        list.append(QJsonObject{
            {u"id"_s, command.id}, {u"type"_s, command.type}, {u"at"_s, command.at}, {u"body"_s, command.body}});
    return {{u"stream"_s, stream}, {u"number"_s, number}, {u"item"_s, item}, {u"revision"_s, revision},
        {u"area"_s, area}, {u"applicant"_s, applicant}, {u"idNo"_s, idNo}, {u"opens"_s, opens}, {u"actor"_s, actor},
        {u"actorName"_s, actorName}, {u"reason"_s, journal::errorToJson(reason)}, {u"arrivedAt"_s, arrivedAt},
        {u"commands"_s, list}};
}

HeldWork HeldWork::fromJson(const QJsonObject& json)
{
    const auto text = [&](QLatin1StringView name) { return json.value(name).toString(); };
    HeldWork work{text("stream"_L1), text("number"_L1), text("item"_L1), json.value("revision"_L1).toInt(),
        text("area"_L1), text("applicant"_L1), text("idNo"_L1), json.value("opens"_L1).toBool(), text("actor"_L1),
        text("actorName"_L1), journal::errorFromJson(json.value("reason"_L1).toObject()),
        json.value("arrivedAt"_L1).toInteger(), {}};
    for (const auto& entry : json.value("commands"_L1).toArray()) {
        const auto one = entry.toObject();
        work.commands.append({one.value("id"_L1).toString(), one.value("type"_L1).toString(),
            one.value("at"_L1).toInteger(), one.value("body"_L1).toObject()});
    }
    return work;
}

namespace {

Result<QList<Kept>> keptOn(store::Connection& connection, const QString& stream)
{
    return connection.list(
        "SELECT bytes, answer, arrived_at FROM command WHERE stream = ? AND verdict = 'held' ORDER BY arrived_at, id",
        {stream}, [](const store::Row& row) {
            const auto answer = journal::Answer::fromJson(parseObject(row.bytes(1)).value_or(QJsonObject{}));
            return Kept{Command::fromJson(parseObject(row.bytes(0)).value_or(QJsonObject{})).value_or(Command{}),
                answer.reason.value_or(Error{}), row.integer(2)};
        });
}

// All that is held on one stream, by who did it.
Result<QList<HeldWork>> heldOn(store::Connection& connection, const QString& stream)
{
    KB_TRY(const auto kept, keptOn(connection, stream));
    QList<HeldWork> list;
    for (const auto& one : kept) {
        const auto& command = one.command;
        if (command.streamKind != CaseStream::kind())
            continue;
        auto work =
            std::find_if(list.begin(), list.end(), [&](const HeldWork& known) { return known.actor == command.actor; });
        if (work == list.end()) {
            HeldWork fresh;
            fresh.stream = stream;
            fresh.actor = command.actor;
            fresh.reason = one.reason;
            work = list.insert(list.end(), fresh);
        }
        if (work->area.isEmpty()) // what opens the case may have arrived after what follows it
            KB_CHECK(place(connection, *work, command));
        work->commands.append({command.id, command.type, command.times.corrected, command.body});
        work->arrivedAt = one.arrivedAt;
    }
    return list;
}

} // namespace

Result<QList<HeldWork>> heldWork(store::Connection& connection, const identity::Posts& posts, const QString& account,
    const QList<identity::Grant>& grants, qint64 nowMs, int limit)
{
    const auto supervises = [&](const QString& area, const QString& item) {
        return identity::entitlement(posts, grants, identity::right::SuperviseCase, area, item, nowMs) ==
               identity::Entitlement::Held;
    };
    // Of a case that is there, its row says whose district it is: only what would open one has to be read for that.
    KB_TRY(const auto places,
        connection.list("SELECT h.stream, r.area, r.item FROM (SELECT stream, MAX(arrived_at) AS latest FROM command "
                        "WHERE verdict = 'held' GROUP BY stream) h LEFT JOIN case_row r ON r.stream = h.stream ORDER "
                        "BY h.latest DESC, h.stream LIMIT ?",
            {MostStreams}, [](const store::Row& row) {
                return Place{row.text(0), row.text(1), row.text(2)};
            }));
    identity::Accounts accounts(connection);
    QList<HeldWork> supervised;
    for (const auto& place : places) {
        if (supervised.size() >= limit)
            break;
        if (!place.area.isEmpty() && !supervises(place.area, place.item))
            continue;
        KB_TRY(auto list, heldOn(connection, place.stream));
        for (auto& work : list) {
            if (work.actor == account || !supervises(work.area, work.item))
                continue;
            KB_TRY(const auto actor, accounts.byId(work.actor));
            work.actorName = actor ? actor->name : QString();
            supervised.append(work);
        }
    }
    return supervised;
}

Result<QList<HeldFacts>> heldFacts(store::Connection& connection, const QString& stream, const QStringList& commands)
{
    const journal::CommandLog log(connection);
    identity::Accounts accounts(connection);
    QList<HeldFacts> list;
    for (const auto& id : commands) {
        KB_TRY(const auto known, log.find(id));
        if (!known || known->stream != stream || known->answer.verdict != Verdict::Held)
            continue;
        KB_TRY(const auto command, Command::fromJson(parseObject(known->bytes).value_or(QJsonObject{})));
        KB_TRY(const auto actor, accounts.byId(command.actor));
        const bool begins = opens(command.type);
        list.append({id, command.actor, actor ? actor->name : QString(),
            begins ? command.body.value("area"_L1).toString() : QString(),
            begins ? command.body.value("item"_L1).toString() : QString()});
    }
    return list;
}

namespace {

// Everything of it has to be held work of others in the supervisor's area.
std::optional<Decision> withoutHeldWork(const Question& question)
{
    const auto& held = question.facts.held;
    if (held.isEmpty() || held.size() != ruledOn(question.body()).size())
        return Decision::refuse(journal::notHeld());
    const auto isOwn = [&](const HeldFacts& one) { return one.actor == question.command.actor; };
    if (std::any_of(held.begin(), held.end(), isOwn) || question.state.makers.contains(question.command.actor))
        return Decision::refuse(makerChecks());
    const bool isThere = question.state.exists();
    const QString area = isThere ? question.state.area : held.constFirst().area;
    const QString item = isThere ? question.state.item : held.constFirst().item;
    switch (identity::entitlement(question.facts.posts, question.facts.grants, identity::right::SuperviseCase, area,
        item, question.command.times.corrected)) {
    case identity::Entitlement::Held:
        return {};
    case identity::Entitlement::Withdrawn:
        return Decision::hold(rightWithdrawn());
    case identity::Entitlement::Never:
        break;
    }
    return Decision::refuse(rightMissing(QString(identity::right::SuperviseCase)));
}

QJsonObject rulingBody(const Question& question, const QStringList& commands)
{
    return {{u"commands"_s, QJsonArray::fromStringList(commands)}, {u"byName"_s, question.facts.actorName},
        {u"ofName"_s, question.facts.held.constFirst().actorName}};
}

} // namespace

// AdmitWork {commands}: what was held counts after all, although the right had been withdrawn.
Decision admitWork(const Question& question)
{
    const auto commands = ruledOn(question.body());
    if (auto no = withoutHeldWork(question))
        return *no;
    auto decision = Decision::accept({{u"WorkAdmitted"_s, rulingBody(question, commands), {}}});
    decision.rulings = {{commands, {}}};
    return decision;
}

// RefuseWork {commands, reason}: it does not count; whoever did it is told why.
Decision refuseWork(const Question& question)
{
    const auto commands = ruledOn(question.body());
    const QString reason = question.text("reason"_L1);
    if (reason.isEmpty())
        return Decision::refuse(reasonMissing());
    if (auto no = withoutHeldWork(question))
        return *no;
    auto decision = Decision::accept({{u"WorkRefused"_s, rulingBody(question, commands), {{u"reason"_s, reason}}}});
    decision.rulings = {{commands, workRefused(question.facts.actorName, reason)}};
    return decision;
}

// WithdrawWork {commands}: by who did it, who gave it up or did it once more. What a supervisor ruled on meanwhile is
// past that; nothing happens on the case.
Decision withdrawWork(const Question& question)
{
    QStringList left;
    for (const auto& one : question.facts.held) {
        if (one.actor != question.command.actor)
            return Decision::refuse(journal::notHeld());
        left.append(one.command);
    }
    auto decision = Decision::accept({});
    decision.rulings = {{left, workWithdrawn()}};
    return decision;
}

} // namespace kuaiban::casework

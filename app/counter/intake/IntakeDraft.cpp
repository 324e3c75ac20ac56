#include "IntakeDraft.h"

#include "modules/base/Digest.h"
#include "modules/base/Json.h"

#include <QJsonArray>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

QJsonArray materialList(const QList<casework::CaseMaterial>& materials)
{
    QJsonArray list;
    for (const auto& material : materials)
        list.append(material.toJson());
    return list;
}

// The same for what the applicant is shown of it, and no other. The paper that he signs becomes another by that.
QString markOf(const QJsonObject& body, QDate day, const QString& signedPaper)
{
    QJsonObject shown{{u"day"_s, day.toString(Qt::ISODate)}};
    for (const auto& part : {u"item"_s, u"scenario"_s, u"parties"_s, u"values"_s})
        shown.insert(part, body.value(part));
    QJsonArray materials;
    for (const auto& material : body.value("materials"_L1).toArray()) {
        if (signedPaper.isEmpty() || casework::CaseMaterial::fromJson(material.toObject()).id != signedPaper)
            materials.append(material);
    }
    shown.insert(u"materials"_s, materials);
    return digestOf(canonicalBytes(shown));
}

} // namespace

bool IntakeDraft::isEmpty() const
{
    return parties.isEmpty() && typing.isEmpty() && values.isEmpty() && materials.isEmpty();
}

QJsonObject IntakeDraft::card() const
{
    return cardFacts(concerned());
}

void IntakeDraft::enter(const QString& role)
{
    auto aside = typing.value("aside"_L1).toObject();
    if (typing.contains("party"_L1)) {
        auto begun = typing;
        begun.remove("aside"_L1);
        aside.insert(enteredRole(), begun);
    }
    typing = aside.take(role).toObject();
    if (typing.isEmpty()) {
        typing.insert(u"role"_s, role);
        if (parties.contains(role))
            typing.insert(u"from"_s, role);
    }
    if (!aside.isEmpty())
        typing.insert(u"aside"_s, aside);
}

QJsonObject IntakeDraft::entered() const
{
    if (typing.contains("party"_L1))
        return typing.value("party"_L1).toObject();
    const auto party = parties.value(enteredRole()).toObject();
    // An applicant who was read from a card and is typed now was not on that card.
    const bool typedAnew =
        enteredRole() == casework::role::Applicant && party.value("source"_L1).toString() == "card"_L1;
    return typedAnew ? QJsonObject() : party;
}

void IntakeDraft::setEntered(const QString& role, const QJsonObject& party)
{
    if (const QString before = enteredRole(); before != role) { // pages on their way know him by that
        auto was = typing.value("was"_L1).toArray();
        was.append(before);
        typing.insert(u"was"_s, was);
    }
    typing.insert(u"role"_s, role);
    typing.insert(u"party"_s, party);
}

bool IntakeDraft::isEntering(const QString& role) const
{
    return !typing.isEmpty() && (enteredRole() == role || typing.value("was"_L1).toArray().contains(role));
}

bool IntakeDraft::changeParty(const QString& role, const std::function<void(QJsonObject* party)>& change)
{
    auto aside = typing.value("aside"_L1).toObject();
    if (isEntering(role)) {
        auto party = entered();
        change(&party);
        typing.insert(u"party"_s, party);
    } else if (auto begun = aside.value(role).toObject(); !begun.isEmpty()) {
        auto party = begun.value("party"_L1).toObject();
        change(&party);
        begun.insert(u"party"_s, party);
        aside.insert(role, begun);
        typing.insert(u"aside"_s, aside);
    } else if (auto party = parties.value(role).toObject(); !party.isEmpty()) {
        change(&party);
        parties.insert(role, party);
    } else {
        return false;
    }
    return true;
}

void IntakeDraft::endEntering()
{
    auto aside = typing.value("aside"_L1).toObject();
    aside.remove(enteredRole()); // who has this part is settled
    typing = {};
    if (aside.isEmpty())
        return;
    typing.insert(u"aside"_s, aside);
    enter(aside.constBegin().key());
}

QString IntakeDraft::otherEnteredRole() const
{
    auto begun = typing.value("aside"_L1).toObject().keys();
    begun.prepend(enteredRole());
    for (const auto& role : begun) {
        if (!role.isEmpty() && role != casework::role::Applicant)
            return role;
    }
    return casework::role::Agent;
}

QJsonObject IntakeDraft::toJson() const
{
    QJsonObject json{{u"item"_s, item}, {u"revision"_s, revision}, {u"scenario"_s, scenario}, {u"parties"_s, parties},
        {u"registered"_s, registered}, {u"values"_s, values}, {u"origins"_s, origins},
        {u"materials"_s, materialList(materials)}};
    if (!typing.isEmpty())
        json.insert(u"typing"_s, typing);
    if (!signature.isEmpty())
        json.insert(u"signature"_s, signature);
    if (!ticket.isEmpty())
        json.insert(u"ticket"_s, ticket);
    if (isVoided()) {
        json.insert(u"voidReason"_s, voidReason);
        json.insert(u"voidedAt"_s, voidedAt);
    }
    return json;
}

IntakeDraft IntakeDraft::fromJson(const QString& id, const QJsonObject& json)
{
    IntakeDraft draft{.id = id,
        .item = json.value("item"_L1).toString(),
        .revision = json.value("revision"_L1).toInt(),
        .scenario = json.value("scenario"_L1).toString(),
        .parties = json.value("parties"_L1).toObject(),
        .typing = json.value("typing"_L1).toObject(),
        .registered = json.value("registered"_L1).toObject(),
        .values = json.value("values"_L1).toObject(),
        .origins = json.value("origins"_L1).toObject(),
        .materials = {},
        .signature = json.value("signature"_L1).toObject(),
        .ticket = json.value("ticket"_L1).toString(),
        .voidReason = json.value("voidReason"_L1).toString(),
        .voidedAt = json.value("voidedAt"_L1).toInteger()};
    for (const auto& material : json.value("materials"_L1).toArray())
        draft.materials.append(casework::CaseMaterial::fromJson(material.toObject()));
    return draft;
}

QJsonObject IntakeDraft::openingBody() const
{
    QJsonObject body{{u"item"_s, item}, {u"revision"_s, revision}, {u"parties"_s, parties}, {u"values"_s, values},
        {u"origins"_s, origins}, {u"materials"_s, materialList(materials)}};
    if (!scenario.isEmpty())
        body.insert(u"scenario"_s, scenario);
    if (const auto read = card(); !read.isEmpty())
        body.insert(u"card"_s, read);
    if (!registered.isEmpty())
        body.insert(u"registered"_s, registered);
    if (!ticket.isEmpty())
        body.insert(u"ticket"_s, ticket);
    return body;
}

void IntakeDraft::sign(const casework::Page& page, const QJsonObject& shown, QDate day, const QString& paper)
{
    signature = {{u"page"_s, page.toJson()}, {u"paper"_s, paper}, {u"of"_s, markOf(shown, day, paper)}};
}

std::optional<casework::Page> IntakeDraft::signedPage(QDate day) const
{
    const QString paper = signature.value("paper"_L1).toString();
    if (signature.isEmpty() || signature.value("of"_L1).toString() != markOf(openingBody(), day, paper))
        return {};
    return casework::Page::fromJson(signature.value("page"_L1).toObject());
}

} // namespace kuaiban::counter

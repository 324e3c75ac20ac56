#pragma once

#include "app/counter/parties/PartyFacts.h"
#include "modules/casework/Parties.h"

#include <QJsonObject>
#include <QStringList>

#include <functional>
#include <optional>

namespace kuaiban::counter {

// A case that is being taken: what the page shows and what the draft store keeps.
struct IntakeDraft
{
    QString id;
    QString item;
    int revision = 0;
    QString scenario;
    QJsonObject parties;    // by role, as casework::Case holds them
    QJsonObject typing;     // the party that is being entered, not part of the case yet; see enter()
    QJsonObject registered; // what the register said of the person the case is about; empty before it answered
    QJsonObject values;
    QJsonObject origins;
    QList<casework::CaseMaterial> materials;
    QJsonObject signature; // under what was confirmed: page, paper, and the mark of what that was; see sign()
    QString ticket;     // the number that was called to the window when the person came; empty without a queue system
    QString voidReason; // thrown away, kept for a while so that it can be taken back
    qint64 voidedAt = 0;

    QJsonObject party(QLatin1StringView role) const { return parties.value(role).toObject(); }
    bool hasPerson() const { return !personName().isEmpty(); }
    bool isEmpty() const;
    bool isVoided() const { return voidedAt > 0; }
    QString personName() const { return party(casework::role::Applicant).value(QLatin1StringView("name")).toString(); }
    // The person the case is about: the subject where there is one, else the applicant.
    QJsonObject concerned() const { return casework::subjectOf(parties); }
    QString concernedIdNo() const { return concerned().value(QLatin1StringView("idNo")).toString(); }
    // What forms read under "card": the card of the person concerned, empty if no card was read.
    QJsonObject card() const;

    // Begins to enter the person with this part. Who was begun for another part is laid aside and found again; who was
    // only looked at is not. In `typing`: role, party (once something was entered), from (the part he has in the case),
    // was (parts that were chosen for him before), aside (the same of others, by role).
    void enter(const QString& role);
    QString enteredRole() const { return typing.value(QLatin1StringView("role")).toString(); }
    QJsonObject entered() const;
    void setEntered(const QString& role, const QJsonObject& party);
    bool isEntering(const QString& role) const; // also when he has another part by now
    // Changes the person with this part: who is being entered, was laid aside, or is in the case. False: nobody is.
    bool changeParty(const QString& role, const std::function<void(QJsonObject* party)>& change);
    void endEntering(); // goes on with one who was laid aside, if there is one
    // The part, besides the applicant's, for which somebody is begun; the agent's if nobody is.
    QString otherEnteredRole() const;

    QJsonObject toJson() const;
    static IntakeDraft fromJson(const QString& id, const QJsonObject& json);
    // The body of OpenCase, without what the desk adds.
    QJsonObject openingBody() const;

    // The applicant put his name to what `shown` says, a body as openingBody gives it, on this day. `paper`: the
    // material that bears the signature, which is no part of what was signed; empty where none is asked for.
    void sign(const casework::Page& page, const QJsonObject& shown, QDate day, const QString& paper = {});
    // His signature, while the draft still says that and the day is the same: the confirmation bears its date.
    std::optional<casework::Page> signedPage(QDate day) const;
};

} // namespace kuaiban::counter

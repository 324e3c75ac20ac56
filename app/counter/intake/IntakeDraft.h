#pragma once

#include "devices/idcard/IdCard.h"
#include "modules/casework/Case.h"

#include <QJsonObject>
#include <QStringList>

namespace kuaiban::counter {

// A case that is being taken: what the page shows and what the draft store keeps.
struct IntakeDraft
{
    QString id;
    QString item;
    int revision = 0;
    QJsonObject
        party; // the applicant: name, idKind, idNo, sex, ethnicity, birth, address, validTo, source, typedReason
    QJsonObject values;
    QJsonObject origins;
    QList<casework::CaseMaterial> materials;

    bool hasPerson() const { return !party.value(QLatin1StringView("name")).toString().isEmpty(); }
    bool isEmpty() const { return !hasPerson() && values.isEmpty() && materials.isEmpty(); }
    QString personName() const { return party.value(QLatin1StringView("name")).toString(); }

    QJsonObject toJson() const;
    static IntakeDraft fromJson(const QString& id, const QJsonObject& json);
    // The body of OpenCase, without what the desk adds.
    QJsonObject openingBody() const;
};

// The applicant as a card tells.
QJsonObject partyOf(const devices::IdCard& card);
// What forms read under "card".
QJsonObject cardFacts(const QJsonObject& party);

} // namespace kuaiban::counter

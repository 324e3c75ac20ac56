#pragma once

#include "HubParts.h"

namespace kuaiban::hub {

// What anybody with the receipt may know of a case: nothing in it is about a person.
struct Progress
{
    QString state; // phase: in-progress, supplement …
    QString step;  // name of the step in hand, empty once closed
    QString next;  // what comes next or what the applicant has to do, as a sentence

    QJsonObject toJson() const
    {
        return {{QStringLiteral("state"), state}, {QStringLiteral("step"), step}, {QStringLiteral("next"), next}};
    }
};

// Looks a case up by its number and the query code of its receipt. Error: hub.progress-unknown, whichever is wrong.
Result<Progress> findProgress(store::Connection& connection, const HubParts& parts, const QString& number,
    const QString& code, const QString& language);

// A page for a telephone, without anything that is loaded from elsewhere.
QByteArray progressPage(const QString& number, const Progress& progress);
QByteArray progressUnknownPage();

} // namespace kuaiban::hub

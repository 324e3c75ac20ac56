#pragma once

#include "app/counter/session/Session.h"

namespace kuaiban::counter {

// Why a person cannot decide a case now.
enum class WhyNot {
    Nothing,
    Closed,      // the case is at its end
    HeldByOther, // a colleague holds it
    AtWindow,    // the window has it: returned, or waiting for what the applicant brings
    Maker,       // he entered data of it himself
    NoRight      // his posts do not cover the step for its area and item
};

// What stands in the way of a last word although the person may decide.
enum class Obstacle { None, Duplicate, UncertainTime, Conflict };

// What one person may do with a case now. The hub decides the same again; here it only spares the person a refusal.
struct TaskOffers
{
    bool claim = false;
    bool release = false;
    bool decide = false; // approve, dispatch or work on it, after claiming where nobody holds it
    bool giveBack = false;
    bool refuse = false;
    bool supplement = false;
    bool handOver = false; // to a colleague, by its holder
    bool transfer = false; // to a colleague, by a supervisor
    bool grab = false;     // by a supervisor, to himself
    bool voidCase = false;
    bool supervise = false;    // confirm the time, release or merge a duplicate
    bool settle = false;       // conflicts and differences
    bool continueHere = false; // at the window: edit and send again
    bool takeOver = false;     // a supplement case that another window holds
    bool recall = false;       // take back what this window sent on
    bool collect = false;      // hand out the result
    bool askVoid = false;      // he may not void it himself
    WhyNot whyNot = WhyNot::Nothing;
    Obstacle obstacle = Obstacle::None;
};

// Who looks at the case.
struct Worker
{
    QString account;
    QList<identity::Grant> grants;
    identity::Posts posts;
    qint64 now = 0; // UTC milliseconds

    bool may(const QString& right, const casework::Case& state) const;
};

TaskOffers offersFor(const casework::Case& state, const casework::PreparedItem& item, const Worker& worker);

} // namespace kuaiban::counter

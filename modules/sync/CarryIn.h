#pragma once

#include "Desk.h"
#include "HubLink.h"
#include "modules/carried/CarriedWork.h"

#include <QObject>

namespace kuaiban::sync {

// What became of work that was brought from another counter.
struct CarriedOutcome
{
    QString name; // whose it was
    int applied = 0;
    int known = 0;       // the hub had it already
    int held = 0;        // a supervisor decides
    int refused = 0;     // or in conflict with what happened meanwhile: the counter it comes from will be told
    int waiting = 0;     // for work before it that is not there yet
    qsizetype files = 0; // on their way from here
};

// Brings the work of another counter to the hub: its commands at once, its files by this desk's outbox, which sends
// them part by part as it does its own. A way that breaks is tried again by whoever pressed the key: what arrived is
// known then. Lives in the desk's thread; one at a time.
class CarryIn final : public QObject
{
    Q_OBJECT

public:
    CarryIn(Desk& desk, HubLink& link, QObject* parent = nullptr);

    // Errors: those of the way, and what the hub says of the file (hub.carried, identity.right).
    QFuture<Result<CarriedOutcome>> bring(const carried::Work& work);

private:
    void next();
    void finish(Result<CarriedOutcome> result);
    Done count(const HubResponse& response);

    Desk& m_desk;
    HubLink& m_link;
    carried::Work m_work;
    CarriedOutcome m_outcome;
    QPromise<Result<CarriedOutcome>> m_promise;
};

} // namespace kuaiban::sync

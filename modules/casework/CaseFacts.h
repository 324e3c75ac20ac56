#pragma once

#include "Case.h"
#include "HeldWork.h"
#include "ItemEffects.h"
#include "MaterialRules.h"
#include "modules/catalogue/Item.h"
#include "modules/codes/WorkingCalendar.h"
#include "modules/flow/FlowDefinition.h"
#include "modules/forms/FormDefinition.h"
#include "modules/identity/Posts.h"
#include "modules/journal/Command.h"
#include "Routing.h"

#include <functional>
#include <memory>
#include <optional>

namespace kuaiban::casework {

// An item with its parts parsed; shared, because parsing compiles every condition of the form.
struct PreparedItem
{
    catalogue::Item item;
    flow::FlowDefinition flow;
    forms::FormDefinition form;
    MaterialRules materials;
    ItemEffects effects;
    Routing routing;
    QJsonObject parameters; // revisions of the published pages it calculates with: {key: revision}
};

// All that a decision on a case reads, gathered once from the local store or the hub's. `decide` reads nothing else, so
// that equal facts give equal verdicts on desk and hub.
struct CaseFacts
{
    identity::Posts posts;
    QString actorName;
    QList<identity::Grant> grants;            // of the actor, also those that ended
    std::shared_ptr<const PreparedItem> item; // the revision pinned by the case or named by OpenCase; null if unknown
    std::shared_ptr<const codes::WorkingCalendar> calendar;
    std::function<bool(const QString& table, const QString& code)> knowsCode; // code tables in force; none: not checked
    // Opening: what the register knows of the subject, registry::formFacts. On the hub from its own register, on the
    // desk what the clerk was shown. Later commands read what the case recorded.
    QJsonObject registered;
    bool isBinding = false; // the hub's own facts: differences to what the clerk saw are recorded or refused
    QString openCase;       // OpenCase: stream of an earlier open case of the same uniqueness key, or empty
    // MergeDuplicate, on the hub: the case that was there first. Nothing known on the desk.
    struct Earlier
    {
        QString stream;
        QString number;
        QString area;
        bool isOpen = false; // and about the same person
    };
    std::optional<Earlier> earlier;
    // HandOver, TransferTask, on the hub: what the colleague may do. Nothing known on the desk; an account that is not
    // there or is locked has no grants.
    std::optional<QList<identity::Grant>> targetGrants;
    QString targetName;         // as the hub knows the colleague; empty on the desk
    QList<HeldFacts> held;      // AdmitWork, RefuseWork, on the hub: of those commands that are held
    bool cardTaken = false;     // CompleteTask, on the hub: the number of the new card is in the register already
    bool numberTaken = false;   // OpenCase: the case number belongs to another case
    qsizetype missingFiles = 0; // pages of the case that have not arrived whole
};

} // namespace kuaiban::casework

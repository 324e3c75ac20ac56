#pragma once

#include "Case.h"
#include "MaterialRules.h"
#include "modules/catalogue/Item.h"
#include "modules/codes/WorkingCalendar.h"
#include "modules/flow/FlowDefinition.h"
#include "modules/forms/FormDefinition.h"
#include "modules/identity/Posts.h"
#include "modules/journal/Command.h"

#include <functional>
#include <memory>

namespace kuaiban::casework {

// An item with its parts parsed; shared, because parsing compiles every condition of the form.
struct PreparedItem
{
    catalogue::Item item;
    flow::FlowDefinition flow;
    forms::FormDefinition form;
    MaterialRules materials;
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
    bool numberTaken = false;   // OpenCase: the case number belongs to another case
    qsizetype missingFiles = 0; // pages of the case that have not arrived whole
};

} // namespace kuaiban::casework

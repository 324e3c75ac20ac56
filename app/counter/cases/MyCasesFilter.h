#pragma once

#include "modules/sync/Desk.h"

namespace kuaiban::counter {

// The lists a clerk keeps his cases in.
enum class MyCases {
    ToContinue, // back at my window: returned, or waiting for papers
    Today,
    InTransit,
    Passed,
    NotPassed,
    NotAccepted,
    Voided,    // or merged into another one
    ToCollect, // at their end, the result is still here
    All
};

bool fitsMyCases(const sync::LocalCase& line, MyCases list, QDate today);

} // namespace kuaiban::counter

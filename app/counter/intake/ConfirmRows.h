#pragma once

#include "app/counter/casefile/CodeWords.h"
#include "app/counter/citizen/CitizenCase.h"
#include "IntakeDraft.h"
#include "modules/base/FailureManual.h"
#include "modules/forms/FormState.h"

namespace kuaiban::counter {

// What the citizen checks before it is submitted: the matter, who takes part, what is entered, what is to be noted, the
// papers. The note, if any, is what he should know before he reads the rest.
QList<ConfirmRow> confirmRows(const IntakeDraft& draft, const casework::PreparedItem& item,
    const forms::FormState& form, const CodeWords& words, const FailureManual& manual, const QString& language,
    const QString& note);

} // namespace kuaiban::counter

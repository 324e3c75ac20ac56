#pragma once

#include "modules/base/Result.h"

#include <QDate>
#include <QStringList>

namespace kuaiban::codes {

// What a person typed or pasted, in the form in which numbers are checked and stored: full-width characters become
// half-width, letters upper-case (x → X), and spaces, hyphens and invisible marks go. Nothing else is touched.
QString normalisedIdentifier(const QString& typed);

// Names under which definitions (forms, code tables) ask for a check:
// citizen-id, residence-permit, foreigner-permit, credit-code, organisation-code, bank-card, mobile, card-number.
const QStringList& identifierChecks();

// Runs one of them on a normalised text. Errors: those of the check; `codes.check-unknown` for a name not in the list.
Done checkIdentifier(const QString& check, const QString& text, QDate today);

// Whether an error of a check is a doubt only: shown as a warning that the clerk may confirm, because valid numbers
// exist that break the rule (credit codes of the pilot phase, foreigners' cards of 2017).
bool isDoubt(const Error& error);

} // namespace kuaiban::codes

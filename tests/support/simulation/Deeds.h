#pragma once

#include "modules/casework/Case.h"

namespace kuaiban::test {

// What somebody does to a case, as a page would hand it to the desk.
struct Deed
{
    QString type; // empty: there is nothing to do
    QJsonObject body;
};

// One of the ways on from where the case stands, sensible or not; whoever may not is refused.
Deed deedOn(const casework::Case& state, int choice, const QDate& today);
// One of a few values for one of a few fields, from what is seen there now.
Deed editOf(const casework::Case& state, int choice);
// The first open conflict, with either value.
Deed settlingOf(const casework::Case& state, int choice);

} // namespace kuaiban::test

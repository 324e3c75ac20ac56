#pragma once

#include "modules/base/Result.h"
#include "modules/expr/Functions.h"

#include <QDate>
#include <QJsonObject>
#include <QSet>

#include <functional>
#include <optional>

namespace kuaiban::forms {

// Says whether a text is a valid identifier of some kind on a day (nobody is born tomorrow); the failure's code tells
// what is wrong with it. Must be pure and thread-safe.
using IdentifierCheck = std::function<Done(const QString& text, QDate today)>;

// What definitions may use besides their own fields. Injected, so that this room knows no code tables and calculators.
struct FormEnvironment
{
    expr::Functions functions;                        // "calc.…"
    QHash<QString, IdentifierCheck> identifierChecks; // by the name of `checkAs`: "citizen-id", "mobile", …
    // Whether a failed check is only a doubt, which warns instead of blocking. None: all failures block.
    std::function<bool(const Error&)> isDoubt;
    std::optional<QSet<QString>> codeTables; // none: any name passes the catalogue check
    // What expressions find under card, register and params. By default anything may be read there.
    expr::Type card = expr::Type::map(expr::Type::any());
    expr::Type registered = expr::Type::map(expr::Type::any());
    expr::Type params = expr::Type::map(expr::Type::any());
};

// The world around one form at one moment. Evaluation reads nothing else, so the hub repeats it exactly.
struct FormContext
{
    QDate today;            // legal date
    QJsonObject card;       // as read from the card at the counter; empty without one
    QJsonObject registered; // what the register knows about the applicant, "register" in expressions
    QJsonObject params;     // dated parameters and settings of the item
    QSet<QString> steps;    // of the flow that the case has come to; sections of other steps are not there yet
    // Whether a code is in a table; areas are asked under the table name "area". None: codes are not checked.
    std::function<bool(const QString& table, const QString& code)> knowsCode;
};

} // namespace kuaiban::forms

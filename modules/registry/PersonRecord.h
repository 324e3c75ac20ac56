#pragma once

#include "Benefit.h"
#include "Card.h"
#include "Household.h"
#include "Insurance.h"
#include "PensionAccount.h"
#include "Person.h"
#include "TerminationReport.h"

#include <optional>

namespace kuaiban::registry {

// All that the person card at the counter shows of the register, so that one call answers.
struct PersonRecord
{
    Person person;
    QList<Card> cards;                     // the newest first
    QList<Insurance> insurances;           // by kind
    QList<TerminationReport> terminations; // the latest first
    QList<Benefit> benefits;               // the latest first
    std::optional<PensionAccount> pension;
    std::optional<Household> household;

    // The card that is in use, or else the newest; null without any.
    const Card* currentCard() const;
    const Insurance* insurance(QLatin1StringView kind) const; // null when not insured in it
    const Benefit* benefit(QLatin1StringView kind) const;     // the latest that was not undone; null for none

    QJsonObject toJson() const;
    static Result<PersonRecord> fromJson(const QJsonObject& json);
    friend bool operator==(const PersonRecord&, const PersonRecord&) = default;
};

PersonRecord masked(const PersonRecord& record);

// What forms and their conditions read under "register": the person's own values flat (register.phone), the card in use
// (register.bankAccount, cardNo, cardState, cardExpires, bank, bankState), one that is being made or waits to be
// collected (register.pendingCardNo), each insured kind under its code
// (register.insurances["210"].months, .state, .unitName …), the latest report of an ended contract
// (register.termination.reason, .endedOn, .unit, .unitName), the latest unemployment benefit (register.benefit.state,
// .months, .fromMonth …), and in months: register.unemploymentMonths (paid in all), .usedMonths (of these, consumed by
// benefits granted before) and .unclaimedMonths (of the latest benefit, due and not drawn); of the pension scheme
// register.pension (.workingSince, .category, .deemedMonths, .specialMonths, .index as a text, .balanceFen),
// .pensionMonths (paid in all) and .pensionBenefit. Keys without a value are there as empty text or 0, so that
// conditions need not ask for them first; termination, benefit, pension and pensionBenefit are empty objects without
// one.
QJsonObject formFacts(const PersonRecord& record);

// What forms read of somebody the register does not know: no card. Without any facts the register was not asked.
QJsonObject unknownFormFacts();

} // namespace kuaiban::registry

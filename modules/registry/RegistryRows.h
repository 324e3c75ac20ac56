#pragma once

#include "PersonRecord.h"
#include "RowTable.h"
#include "Unit.h"

namespace kuaiban::registry {

// The one place that knows which value stands in which column. Reading begins at the column given; each reader takes
// as many columns as RowTable::readColumns names. Values come in the order keys, data, derived.

const RowTable& personTable();
store::Values personValues(const Person& person);
Person personFrom(const store::Row& row, int at = 0);

const RowTable& householdTable();
store::Values householdValues(const Household& household);
Household householdFrom(const store::Row& row, int at = 0);
inline constexpr int HouseholdColumns = 6;

const RowTable& unitTable();
store::Values unitValues(const Unit& unit);
Unit unitFrom(const store::Row& row, int at = 0);

const RowTable& cardTable();
store::Values cardValues(const Card& card);
Card cardFrom(const store::Row& row, int at = 0);

const RowTable& insuranceTable();
store::Values insuranceValues(const Insurance& insurance);
Insurance insuranceFrom(const store::Row& row, int at = 0);
inline constexpr int InsuranceColumns = 12;

const RowTable& terminationTable();
store::Values terminationValues(const TerminationReport& report);
TerminationReport terminationFrom(const store::Row& row, int at = 0);
inline constexpr int TerminationColumns = 7;

const RowTable& pensionTable();
store::Values pensionValues(const PensionAccount& account);
PensionAccount pensionFrom(const store::Row& row, int at = 0);

const RowTable& benefitTable();
store::Values benefitValues(const Benefit& benefit);
Benefit benefitFrom(const store::Row& row, int at = 0);

} // namespace kuaiban::registry

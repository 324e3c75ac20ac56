#include "RegistrySchema.h"

namespace kuaiban::registry {

namespace {

// (key, id) serves pages in order without sorting; the area behind it lets a common surname be looked for in one
// village without fetching everybody of that name.
const QList<SearchIndex> Indexes{
    {"person_id_no", "UNIQUE INDEX person_id_no ON person(id_no)"},
    {"person_name", "INDEX person_name ON person(name, id, area)"},
    {"person_given_name", "INDEX person_given_name ON person(given_name, id, area)"},
    {"person_initials", "INDEX person_initials ON person(initials, id, area)"},
    {"person_phone", "INDEX person_phone ON person(phone, id, area)"},
    {"person_area", "INDEX person_area ON person(area, id)"},
    {"card_card_no", "UNIQUE INDEX card_card_no ON card(card_no)"},
    {"card_bank_account", "INDEX card_bank_account ON card(bank_account)"},
    {"insurance_unit", "INDEX insurance_unit ON insurance(unit, person)"},
};

QList<QByteArray> firstTables()
{
    QList<QByteArray> statements{
        "CREATE TABLE person(id TEXT PRIMARY KEY, id_kind TEXT NOT NULL, id_no TEXT NOT NULL, name TEXT NOT NULL, "
        "sex TEXT NOT NULL, ethnicity TEXT NOT NULL, nationality TEXT NOT NULL, birth TEXT, address TEXT NOT NULL, "
        "area TEXT NOT NULL, phone TEXT, household_kind TEXT NOT NULL, education TEXT NOT NULL, marital TEXT NOT NULL, "
        "employment TEXT NOT NULL, vital TEXT NOT NULL, died_on TEXT, household TEXT, version BIGINT NOT NULL DEFAULT "
        "1, "
        "given_name TEXT, initials TEXT NOT NULL)",
        "CREATE INDEX person_household ON person(household)",
        "CREATE TABLE household(id TEXT PRIMARY KEY, head TEXT NOT NULL, kind TEXT NOT NULL, area TEXT NOT NULL, "
        "address TEXT NOT NULL, version BIGINT NOT NULL DEFAULT 1)",
        "CREATE TABLE unit(id TEXT PRIMARY KEY, credit_code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, trade_name TEXT, "
        "kind TEXT NOT NULL, economy TEXT NOT NULL, area TEXT NOT NULL, address TEXT NOT NULL, phone TEXT, "
        "legal_person TEXT NOT NULL, registered_on TEXT, closed_on TEXT, version BIGINT NOT NULL DEFAULT 1, initials "
        "TEXT NOT NULL, "
        "trade_initials TEXT)",
        "CREATE INDEX unit_name ON unit(name, id)",
        "CREATE INDEX unit_trade_name ON unit(trade_name, id)",
        "CREATE INDEX unit_initials ON unit(initials, id)",
        "CREATE INDEX unit_trade_initials ON unit(trade_initials, id)",
        "CREATE TABLE card(person TEXT NOT NULL, card_no TEXT NOT NULL, card_id TEXT, state TEXT NOT NULL, bank TEXT "
        "NOT NULL, "
        "bank_account TEXT, bank_state TEXT NOT NULL, issued TEXT, expires TEXT, version BIGINT NOT NULL DEFAULT 1, "
        "PRIMARY KEY(person, card_no))",
        "CREATE TABLE insurance(person TEXT NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL, insured_as TEXT NOT "
        "NULL, "
        "unit TEXT, first_on TEXT, since TEXT, until TEXT, reason TEXT, months BIGINT NOT NULL, base_fen BIGINT NOT "
        "NULL, "
        "version BIGINT NOT NULL DEFAULT 1, PRIMARY KEY(person, kind))",
        "CREATE TABLE termination_report(id TEXT PRIMARY KEY, person TEXT NOT NULL, unit TEXT NOT NULL, reason TEXT "
        "NOT NULL, "
        "ended_on TEXT NOT NULL, reported_on TEXT NOT NULL, version BIGINT NOT NULL DEFAULT 1)",
        "CREATE INDEX termination_report_person ON termination_report(person, ended_on)",
        "CREATE INDEX termination_report_unit ON termination_report(unit, ended_on)",
        // One row while a mass load runs: what such a load left behind when it was cut off can be told from data.
        "CREATE TABLE registry_load(id BIGINT PRIMARY KEY)",
    };
    for (const auto& index : Indexes)
        statements.append("CREATE " + index.definition);
    return statements;
}

} // namespace

const QList<SearchIndex>& searchIndexes()
{
    return Indexes;
}

store::Schema registrySchema()
{
    return {QStringLiteral("registry"),
        {{"persons, units, cards, insurances, households, reports", firstTables()},
            {"benefits",
                {"CREATE TABLE benefit(id TEXT PRIMARY KEY, person TEXT NOT NULL, kind TEXT NOT NULL, state TEXT NOT "
                 "NULL, reason TEXT, registered_on TEXT, from_month TEXT, months BIGINT NOT NULL, added_months BIGINT "
                 "NOT NULL, drawn_months BIGINT NOT NULL, counted_months BIGINT NOT NULL, stages TEXT NOT NULL, "
                 "total_fen BIGINT NOT NULL, bank TEXT, bank_account TEXT, pay_medical BIGINT NOT NULL, granted_by "
                 "TEXT, version BIGINT NOT NULL DEFAULT 1)",
                    "CREATE INDEX benefit_person ON benefit(person, from_month)"}},
            {"pension accounts, parts of a benefit",
                {"CREATE TABLE pension_account(person TEXT PRIMARY KEY, working_since TEXT, category TEXT NOT NULL, "
                 "deemed_months BIGINT NOT NULL, special_months BIGINT NOT NULL, average_index TEXT NOT NULL, "
                 "balance_fen BIGINT NOT NULL, version BIGINT NOT NULL DEFAULT 1)",
                    "ALTER TABLE benefit ADD COLUMN parts TEXT"}}}};
}

} // namespace kuaiban::registry

#pragma once

#include "FormEnvironment.h"
#include "FormField.h"

namespace kuaiban::forms {

// The definition of a form, as it stands in the catalogue (JSON):
//
// {
//   "id": "ui-claim", "revision": 3,
//   "sections": [{
//     "id": "applicant",
//     "title": {"zh_CN": "申请人", "en": "Applicant"},
//     "visibleWhen": "expression",              optional; a hidden section hides its fields
//     "steps": ["make"],                        optional; filled in at these steps of the flow, not there before
//     "fields": [{
//       "id": "contributionMonths",             a name of the expression language, unique in the form
//       "label": {"zh_CN": "缴费月数", "en": "Months paid"},
//       "kind": "integer",                      text multiline integer money decimal date month flag code table area
//       "required": true | "expression",        a required flag must be ticked, a required table have a row
//       "visibleWhen": "expression",
//       "readOnly": true,                       people cannot type here; filling and commands can
//       "source": "card.name" | ["card.name", "register.name"],   where a value may be filled from; the first one wins;
//                                               also register.insurances["210"].months
//       "derived": "expression",                computed, never typed
//       "codeTable": "AAC058",                  kind code, required there
//       "maxLength": 50,                        text (200 unless said) and multiline (2000), in code points
//       "min": 1, "max": 480,                   integer, money (fen), decimal ("0.5"), date, month
//       "pattern": "[A-Z][0-9]+",               text; must match the whole text
//       "checkAs": "citizen-id",                text; a named identifier check
//       "hint": {"zh_CN": "…", "en": "…"},
//       "width": 6,                             1 … 12 columns of the grid; 6 unless said, 12 for multiline and table
//       "binding": true,                        derived only: a different result on the hub refuses the command
//       "protected": true,                      state, money, account or identity: never in EditFields once submitted
//       "columns": [fields without source, no tables],  kind table
//       "minRows": 1, "maxRows": 20,            kind table; at most 200 unless said
//       "example": 96                           must itself pass the field's rules
//     }]
//   }],
//   "checks": [{
//     "id": "months-not-more-than-age",
//     "when": "contributionMonths > age(birth, today) * 12",   the message appears while this holds
//     "severity": "block" | "warn",
//     "message": {"zh_CN": "…", "en": "…"},
//     "fields": ["contributionMonths"]          where the message is shown
//   }]
// }
//
// Values: texts, codes and areas are strings, money is integer fen, decimals are strings ("0.9"), dates YYYY-MM-DD,
// months YYYY-MM, flags true or false. A table is {"rows": {"<row id>": {column: value}}, "order": ["<row id>", …]}, so
// that rows are addressed by id ("periods.rows.<row id>.months"); row ids are 1 to 64 letters, digits and hyphens.
//
// Expressions see the fields by id, the rows of a table as a list of maps (with "rowId"), inside columns the row as
// `row`, and `card`, `register`, `params`, `today`. A hidden field is absent there, and so is an empty one, except that
// a flag not ticked is false and a table without rows an empty list. An expression that meets something absent has no
// result: the derived value stays empty, a condition does not hold, a check does not apply.

struct Section
{
    QString id;
    LocalText title;
    QStringList steps; // of the flow at which it is filled in; empty: when the case is taken
    std::optional<expr::Expression> visibleWhen;
    QList<Field> fields;
};

enum class Severity { Block, Warn };

struct Check
{
    QString id;
    std::optional<expr::Expression> when; // always there in a definition that parsed
    Severity severity = Severity::Block;
    LocalText message;
    QStringList fields;
};

// Where a field stands: its section and its index there.
struct FieldPlace
{
    qsizetype section = 0;
    qsizetype field = 0;
};

// A parsed definition. Immutable, shared by copies, usable from several threads; holds its expressions compiled.
class FormDefinition
{
public:
    // Fails with the first mistake. Keys it does not know are allowed here: newer catalogues may say more.
    static Result<FormDefinition> parse(const QJsonObject& json, const FormEnvironment& environment);
    // The catalogue check: every mistake, unknown keys included; each error has the field "place".
    static QList<Error> findings(const QJsonObject& json, const FormEnvironment& environment);

    const QString& id() const;
    qint64 revision() const;
    const QJsonObject& json() const;
    const QList<Section>& sections() const;
    const QList<Check>& checks() const;
    const FormEnvironment& environment() const;
    // All fields, each after those its derived value and visibility depend on.
    const QList<FieldPlace>& evaluationOrder() const;
    bool reads(const QString& root) const; // whether an expression reads "card", "register" or "params"

    // The field or column at a value path: "name", "periods", "periods.rows.r1.months", "periods.rows.r1" (the table).
    const Field* fieldAt(const QString& path) const;
    bool isProtected(const QString& path) const; // the field, its table or one of a whole row's columns
    QStringList bindingFields() const;           // ids; "periods.months" for columns
    // Whether the section of this path is filled in at this step of the flow.
    bool belongsTo(const QString& step, const QString& path) const;
    // Whether an edit may name this path: `forms.unknown-field`, or `forms.not-editable` for derived fields,
    // for those of a later step and, once the case is submitted, for protected ones.
    Done checkEdit(const QString& path, bool isSubmitted) const;

private:
    struct Data;
    explicit FormDefinition(std::shared_ptr<const Data> data)
        : m_data(std::move(data))
    {}
    static std::shared_ptr<const Data> read(
        const QJsonObject& json, const FormEnvironment& environment, QList<Error>& findings);

    std::shared_ptr<const Data> m_data;
};

} // namespace kuaiban::forms

#pragma once

#include "FormDefinition.h"

namespace kuaiban::forms {

// Values of a form and where each came from: value path → "card", "register", "params", "derived", or what the caller
// uses for typing. Paths as in FormPaths.h.
struct FormValues
{
    QJsonObject values;
    QJsonObject origins;
};

struct FieldState
{
    bool isVisible = true;
    bool isRequired = false;
    bool isReadOnly = false; // marked so, or derived
    friend bool operator==(const FieldState&, const FieldState&) = default;
};

struct Problem
{
    QStringList paths; // where it is shown; empty: on the whole form
    Severity severity = Severity::Block;
    Error error;       // with the fields "label" and "labelEn" when it belongs to one value
    LocalText message; // of the definition's own checks; other texts are made from the code by the failure manual
};

// What a form says for certain values at a certain moment.
struct FormState
{
    QJsonObject values;                // of visible fields only, with derived ones; what documents and decisions read
    QJsonObject origins;               // of these values, derived ones added
    QHash<QString, FieldState> fields; // by path, with the cells of tables
    QHash<QString, bool> sections;     // whether visible, by id
    QList<Problem> problems;           // in the order of the form, then of its checks

    bool isBlocked() const;
    FieldState at(const QString& path) const { return fields.value(path); }
    QList<Problem> problemsAt(const QString& path) const;
};

// A derived value that came out otherwise than somebody else saw it.
struct DerivedDifference
{
    QString path;
    QJsonValue seen;
    QJsonValue derived; // undefined: it has none any more
    bool isBinding = false;
};

// Compares what a clerk saw with what was derived again, field by field and cell by cell.
QList<DerivedDifference> derivedDifferences(
    const FormDefinition& definition, const QJsonObject& seen, const FormState& again);

} // namespace kuaiban::forms

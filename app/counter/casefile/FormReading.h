#pragma once

#include "app/counter/kit/ComparisonTable.h"
#include "CodeWords.h"

namespace kuaiban::counter {

// A piece of a form to be read: the plain fields of a section in rows, or one table of it.
struct FormBlock
{
    QString title = {}; // of the section, on its first block
    QVector<ComparisonRow> rows = {};
    QString tableName = {}; // with heads: a table
    QStringList heads = {};
    QVector<QStringList> lines = {};

    bool isTable() const { return !heads.isEmpty(); }
    bool isEmpty() const { return rows.isEmpty() && heads.isEmpty(); }
    bool operator==(const FormBlock&) const = default;
};

struct FormReading
{
    QVector<FormBlock> blocks;
    bool hasRegister = false; // some row says what the register knows

    bool operator==(const FormReading&) const = default;
};

// How a case is shown to its reader.
struct ReadingManner
{
    QString language;  // "zh_CN" or "en"
    bool full = false; // the task needs full numbers
};

// The form of a case section by section, as the reader needs it: every visible field with its value in words, where the
// value came from, and beside it what the register knew when the case was taken. Pure.
FormReading readForm(const casework::Case& state, const casework::PreparedItem& item, const CodeWords& words,
    const ReadingManner& manner);

// The label of the field or cell at a path: "Unemployment reason", "Periods · 2 · Months".
QString pathLabel(const forms::FormDefinition& form, const QString& path, const QString& language);

} // namespace kuaiban::counter

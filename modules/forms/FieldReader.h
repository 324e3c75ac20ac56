#pragma once

#include "FormEnvironment.h"
#include "FormField.h"
#include "PlaceReader.h"

namespace kuaiban::forms {

// The names that a definition may not give to its fields, because expressions know them otherwise.
bool isUsableId(const QString& id, const FormEnvironment& environment);

// Compiles one expression of a definition; mistakes are reported at the place of `name`.
std::optional<expr::Expression> readExpression(
    PlaceReader& reader, const QString& name, const expr::Environment& names, const expr::Type& expected);

// Reads one field of a definition, or one column of a table.
class FieldReader
{
public:
    // `names`: what expressions of fields may read. Unknown keys are reported only on demand.
    FieldReader(
        const FormEnvironment& environment, const expr::Environment& names, QList<Error>& findings, bool isStrict)
        : m_environment(environment)
        , m_names(names)
        , m_findings(findings)
        , m_isStrict(isStrict)
    {}

    // Nothing when the field has no usable id or kind; every mistake is reported either way.
    std::optional<Field> field(const QJsonObject& json, const QString& place);

private:
    std::optional<Field> read(
        const QJsonObject& json, const QString& place, const expr::Environment& names, bool isColumn);
    void readConditions(Field& field, PlaceReader& reader, const expr::Environment& names);
    void readTextRules(Field& field, PlaceReader& reader);
    void readRange(Field& field, PlaceReader& reader);
    void readTable(Field& field, PlaceReader& reader, const expr::Environment& names);
    void readSources(Field& field, PlaceReader& reader);
    void readExample(Field& field, PlaceReader& reader);
    std::optional<expr::Value> bound(const Field& field, PlaceReader& reader, const QString& name);
    void onlyFor(PlaceReader& reader, const QStringList& names, bool applies, const QString& kinds);

    const FormEnvironment& m_environment;
    const expr::Environment& m_names;
    QList<Error>& m_findings;
    bool m_isStrict;
};

} // namespace kuaiban::forms

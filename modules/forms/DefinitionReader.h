#pragma once

#include "FormDefinition.h"
#include "PlaceReader.h"

namespace kuaiban::forms {

// What a definition says, before its parts are held against one another.
struct DefinitionParts
{
    QString id;
    qint64 revision = 0;
    QList<Section> sections;
    QList<Check> checks;
    QList<FieldPlace> order; // filled by checkDefinition()
};

// Reads the parts and compiles their expressions; mistakes go to `findings`. Unknown keys only when strict.
DefinitionParts readDefinition(
    const QJsonObject& json, const FormEnvironment& environment, QList<Error>& findings, bool isStrict);

// Finds cycles and references to nothing, and puts fields and columns in the order of their dependencies.
void checkDefinition(DefinitionParts& parts, QList<Error>& findings);

} // namespace kuaiban::forms

#pragma once

#include "Case.h"
#include "modules/catalogue/Item.h"
#include "modules/forms/FormDefinition.h"

namespace kuaiban::casework {

// When an item asks for its materials, and what may stand for the paper. Conditions are compiled once and read the
// fields of the form (no tables) and `today`. Immutable, usable from several threads.
class MaterialRules
{
public:
    // Error: base.json-field names the material's place in the definition.
    static Result<MaterialRules> compile(const catalogue::Item& item, const forms::FormDefinition& form);

    // The first material these values ask for that is neither there nor rightly deferred, committed or shared; null
    // when nothing is missing. A condition that reads what is absent does not hold.
    const catalogue::Material* missing(const catalogue::Item& item, const forms::FormDefinition& form,
        const QJsonObject& values, QDate today, const QList<CaseMaterial>& present) const;

private:
    QHash<QString, expr::Expression> m_conditions; // by material id; those that are neither always nor never
};

} // namespace kuaiban::casework

#pragma once

#include "Case.h"
#include "modules/catalogue/Item.h"
#include "modules/forms/FormDefinition.h"

namespace kuaiban::casework {

// One line of an item's list for certain values: whether it is asked for, and whether what is there will do.
struct MaterialNeed
{
    const catalogue::Material* material = nullptr; // of the item
    bool isAsked = false;                          // the values ask for it
    bool canShare = false;                         // shared data may stand for the paper (sharedWhen holds)
    bool isThere = false;                          // handed in, or rightly deferred, committed, shared or reused
    bool isCovered = false;                        // another one of its one-of group is there
    bool isMissing() const { return isAsked && !isThere && !isCovered; }
};

// When an item asks for its materials, and what may stand for the paper: deferral (容缺), commitment (告知承诺), shared
// data, a paper of an earlier case. Conditions are compiled once and read what FormScope.h names. Immutable, usable
// from several threads.
class MaterialRules
{
public:
    // Error: base.json-field names the material's place in the definition.
    static Result<MaterialRules> compile(const catalogue::Item& item, const forms::FormDefinition& form);

    // Every material of the item in its order, as these values and what was handed in make it.
    QList<MaterialNeed> needs(const catalogue::Item& item, const forms::FormDefinition& form, const QJsonObject& values,
        const forms::FormContext& context, const QList<CaseMaterial>& present) const;
    // The first material these values ask for that is neither there nor rightly deferred, committed or shared; null
    // when nothing is missing. A condition that reads what is absent does not hold.
    const catalogue::Material* missing(const catalogue::Item& item, const forms::FormDefinition& form,
        const QJsonObject& values, const forms::FormContext& context, const QList<CaseMaterial>& present) const;

private:
    using Conditions = QHash<QString, expr::Expression>; // by material id; those that are neither always nor never

    // Each substitute counts only where the item allows it.
    static bool counts(const CaseMaterial& given, const MaterialNeed& need);

    Conditions m_required;
    Conditions m_shared;
};

} // namespace kuaiban::casework

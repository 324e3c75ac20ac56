#pragma once

#include "modules/expr/Expression.h"
#include "modules/forms/FormDefinition.h"

// What the conditions of an item outside its form read (materials, effects): the fields of the form except tables, and
// card, register, params and today as the form itself does.
namespace kuaiban::casework {

template<class Visit>
void eachPlainField(const forms::FormDefinition& form, Visit visit)
{
    for (const auto& section : form.sections()) {
        for (const auto& field : section.fields) {
            if (field.kind != forms::FieldKind::Table)
                visit(field);
        }
    }
}

expr::Environment formNames(const forms::FormDefinition& form, const expr::Type& expected);

// `values` are those of an evaluated form: hidden fields are absent. What cannot be read as the field's kind is absent
// too; the form itself has reported it.
expr::Scope formScope(const forms::FormDefinition& form, const QJsonObject& values, const forms::FormContext& context);

} // namespace kuaiban::casework

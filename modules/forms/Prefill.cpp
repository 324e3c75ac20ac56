#include "Prefill.h"

#include "SourceValues.h"

namespace kuaiban::forms {

using namespace Qt::StringLiterals;

FormValues prefill(const FormDefinition& definition, const FormContext& context)
{
    const QJsonObject world{
        {u"card"_s, context.card}, {u"register"_s, context.registered}, {u"params"_s, context.params}};
    FormValues filled;
    for (const auto& section : definition.sections()) {
        for (const auto& field : section.fields) {
            for (const auto& source : field.sources) {
                const auto value = sourceValue(field, world, source);
                if (value.isUndefined())
                    continue;
                filled.values.insert(field.id, value);
                filled.origins.insert(field.id, source.section(u'.', 0, 0));
                break;
            }
        }
    }
    return filled;
}

} // namespace kuaiban::forms

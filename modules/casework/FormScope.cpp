#include "FormScope.h"

#include "modules/expr/JsonValue.h"
#include "modules/forms/FieldRules.h"

namespace kuaiban::casework {

using namespace Qt::StringLiterals;

expr::Environment formNames(const forms::FormDefinition& form, const expr::Type& expected)
{
    const auto& known = form.environment();
    expr::Environment names;
    names.functions = known.functions;
    names.expected = expected;
    names.declarations.emplace();
    names.declarations->declare(u"card"_s, known.card);
    names.declarations->declare(u"register"_s, known.registered);
    names.declarations->declare(u"params"_s, known.params);
    names.declarations->declare(u"today"_s, expr::Type::date());
    eachPlainField(form, [&](const forms::Field& field) { names.declarations->declare(field.id, field.type()); });
    return names;
}

expr::Scope formScope(const forms::FormDefinition& form, const QJsonObject& values, const forms::FormContext& context)
{
    expr::Scope scope;
    scope.set(u"today"_s, context.today);
    const auto provide = [&](const QString& root, const QJsonObject& json, const expr::Type& type) {
        if (const auto value = expr::valueFromJson(json, type))
            scope.set(root, *value);
    };
    provide(u"card"_s, context.card, form.environment().card);
    provide(u"register"_s, context.registered, form.environment().registered);
    provide(u"params"_s, context.params, form.environment().params);
    eachPlainField(form, [&](const forms::Field& field) {
        const auto json = values.value(field.id);
        if (forms::isBlank(json)) {
            if (field.kind == forms::FieldKind::Flag)
                scope.set(field.id, false);
        } else if (const auto value = forms::fieldValue(field, json)) {
            scope.set(field.id, *value);
        }
    });
    return scope;
}

} // namespace kuaiban::casework

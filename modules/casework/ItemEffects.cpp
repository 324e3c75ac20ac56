#include "ItemEffects.h"

#include "FormScope.h"
#include "modules/base/BaseErrors.h"
#include "modules/base/ObjectReader.h"
#include "modules/expr/JsonValue.h"

#include <algorithm>

namespace kuaiban::casework {

using namespace Qt::StringLiterals;

namespace {

// What an effect may write, by table: never keys, never who somebody is.
const QHash<QString, QStringList>& writableColumns()
{
    static const QHash<QString, QStringList> columns{
        {u"person"_s, {u"address"_s, u"area"_s, u"phone"_s, u"householdKind"_s, u"education"_s, u"marital"_s,
                          u"employment"_s, u"vital"_s, u"diedOn"_s}},
        {u"insurance"_s, {u"kind"_s, u"state"_s, u"insuredAs"_s, u"until"_s, u"reason"_s, u"months"_s, u"baseFen"_s}},
        {u"benefit"_s, {u"kind"_s, u"state"_s, u"reason"_s, u"registeredOn"_s, u"fromMonth"_s, u"months"_s,
                           u"addedMonths"_s, u"drawnMonths"_s, u"countedMonths"_s, u"stages"_s, u"totalFen"_s,
                           u"parts"_s, u"bank"_s, u"bankAccount"_s, u"payMedical"_s}},
        {u"card"_s, {u"cardNo"_s, u"cardId"_s, u"state"_s, u"bank"_s, u"bankAccount"_s, u"bankState"_s, u"issued"_s,
                        u"expires"_s}},
    };
    return columns;
}

// What a table cannot do without.
const QHash<QString, QStringList>& demandedColumns()
{
    static const QHash<QString, QStringList> columns{{u"insurance"_s, {u"kind"_s}},
        {u"benefit"_s, {u"kind"_s, u"state"_s, u"months"_s}}, {u"card"_s, {u"cardNo"_s, u"state"_s}}};
    return columns;
}

bool isAbsence(const Error& error)
{
    return error.is("expr.missing"_L1);
}

} // namespace

Result<ItemEffects> ItemEffects::compile(const catalogue::Item& item, const forms::FormDefinition& form)
{
    ItemEffects effects;
    for (qsizetype i = 0; i < item.effects.size(); ++i) {
        const QString path = u"effects[%1]"_s.arg(i);
        KB_TRY(auto effect, compileOne(item.effects.at(i).toObject(), path, form));
        if (effects.find(effect.id))
            return fail(jsonField(path + ".id"_L1, u"not used before"_s));
        effects.m_effects.append(std::move(effect));
    }
    return effects;
}

Result<ItemEffects::Effect> ItemEffects::compileOne(
    const QJsonObject& json, const QString& path, const forms::FormDefinition& form)
{
    ObjectReader reader(json, path);
    Effect effect;
    effect.id = reader.text(u"id"_s);
    effect.name = catalogue::Words::fromJson(reader.object(u"name"_s));
    effect.table = reader.oneOf(u"table"_s, writableColumns().keys());
    const QString after = reader.textOr(u"after"_s, u"completed"_s);
    if (after != "completed"_L1 && after != "collected"_L1)
        reader.reject(u"after"_s, u"completed or collected"_s);
    effect.after = after == "collected"_L1 ? EffectTime::Collected : EffectTime::Completed;
    const QString when = reader.textOr(u"when"_s);
    const auto set = reader.object(u"set"_s);
    for (const auto& column : set.keys()) {
        if (!writableColumns().value(effect.table).contains(column))
            reader.reject(u"set."_s + column, u"a column that effects may write"_s);
    }
    for (const auto& column : demandedColumns().value(effect.table)) {
        if (!set.contains(column))
            reader.reject(u"set."_s + column, u"a value for %1"_s.arg(column));
    }
    KB_CHECK(reader.finish());
    if (effect.id.contains(u'/'))
        return fail(jsonField(path + ".id"_L1, u"no slash"_s));
    const auto compiled = [&](const QString& place, const QString& source,
                              const expr::Type& type) -> Result<expr::Expression> {
        const auto expression = expr::Expression::compile(source, formNames(form, type));
        if (!expression)
            return fail(jsonField(path + u'.' + place, logLine(expression.error())));
        return *expression;
    };
    if (!when.isEmpty()) {
        KB_TRY(effect.when, compiled(u"when"_s, when, expr::Type::boolean()));
    }
    for (auto column = set.begin(); column != set.end(); ++column) {
        KB_TRY(const auto value, compiled(u"set."_s + column.key(), column.value().toString(), expr::Type::any()));
        effect.set.append({column.key(), value});
    }
    return effect;
}

const ItemEffects::Effect* ItemEffects::find(const QString& id) const
{
    const auto found =
        std::find_if(m_effects.begin(), m_effects.end(), [&](const Effect& effect) { return effect.id == id; });
    return found == m_effects.end() ? nullptr : &*found;
}

QStringList ItemEffects::ids(EffectTime after) const
{
    QStringList ids;
    for (const auto& effect : m_effects) {
        if (effect.after == after)
            ids.append(effect.id);
    }
    return ids;
}

QString ItemEffects::table(const QString& effect) const
{
    const auto* known = find(effect);
    return known ? known->table : QString();
}

catalogue::Words ItemEffects::name(const QString& effect) const
{
    const auto* known = find(effect);
    return known ? known->name : catalogue::Words{};
}

Result<std::optional<QJsonObject>> ItemEffects::set(const QString& effect, const forms::FormDefinition& form,
    const QJsonObject& values, const forms::FormContext& context) const
{
    const auto* known = find(effect);
    if (!known)
        return std::optional<QJsonObject>();
    const auto scope = formScope(form, values, context);
    if (known->when) {
        const auto holds = known->when->holds(scope);
        if (!holds && !isAbsence(holds.error()))
            return fail(holds.error());
        if (!holds || !*holds)
            return std::optional<QJsonObject>();
    }
    QJsonObject row;
    for (const auto& [column, expression] : known->set) {
        const auto value = expression.evaluate(scope);
        if (!value && isAbsence(value.error()))
            continue;
        if (!value)
            return fail(value.error());
        KB_TRY(const auto json, expr::jsonFromValue(*value));
        row.insert(column, json);
    }
    return std::optional(row);
}

} // namespace kuaiban::casework

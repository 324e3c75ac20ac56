#pragma once

#include "modules/catalogue/Item.h"
#include "modules/forms/FormDefinition.h"

namespace kuaiban::casework {

enum class EffectTime { Completed, Collected };

// What the completion of a case does to the registers, as the item says it:
//
// "effects": [{
//   "id": "benefit-granted",                       unique in the item
//   "name": {"zh_CN": "…", "en": "…"},
//   "table": "benefit",                            person, insurance, benefit or card: a row of the subject
//   "after": "collected",                          optional; completed unless said
//   "when": "benefitMonths > 0",                   optional
//   "set": {"months": "benefitMonths", "state": "\"10\""}   columns by their JSON name, values as expressions
// }]
//
// person: changes what the register says of the person; never who it is. insurance: changes the kind named by "kind".
// benefit: a new row. card: changes the card with the number "cardNo", or is a new one. After "completed": when the
// case is; after "collected": when its result was handed out, of completed cases only. Expressions read what
// FormScope.h names; one that reads what is absent leaves its column alone. Compiled once, immutable, usable from
// several threads.
class ItemEffects
{
public:
    // Error: base.json-field names the place in the definition.
    static Result<ItemEffects> compile(const catalogue::Item& item, const forms::FormDefinition& form);

    QStringList ids(EffectTime after) const; // in the order of the item
    // The register row's table of an effect, or empty when the item has no such effect.
    QString table(const QString& effect) const;
    catalogue::Words name(const QString& effect) const;

    // What the effect sets for a case with these values; nothing when its condition does not hold. Errors: what the
    // expressions fail with, but for absence.
    Result<std::optional<QJsonObject>> set(const QString& effect, const forms::FormDefinition& form,
        const QJsonObject& values, const forms::FormContext& context) const;

private:
    struct Effect
    {
        QString id;
        catalogue::Words name;
        QString table;
        EffectTime after = EffectTime::Completed;
        std::optional<expr::Expression> when;
        QList<std::pair<QString, expr::Expression>> set;
    };
    static Result<Effect> compileOne(const QJsonObject& json, const QString& path, const forms::FormDefinition& form);
    const Effect* find(const QString& id) const;

    QList<Effect> m_effects;
};

} // namespace kuaiban::casework

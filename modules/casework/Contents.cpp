#include "Contents.h"

#include "CaseworkErrors.h"
#include "FormEnvironments.h"
#include "modules/base/Clock.h"
#include "modules/base/Digest.h"
#include "modules/blobs/BlobErrors.h"

#include <algorithm>

namespace kuaiban::casework {

using namespace Qt::StringLiterals;

forms::FormContext formContext(const CaseFacts& facts, const Case& state, const QString& atStep)
{
    auto context = formContext(state, atStep);
    context.knowsCode = facts.knowsCode;
    return context;
}

forms::FormContext openingContext(const CaseFacts& facts, const QJsonObject& body, QDate acceptedOn)
{
    return {acceptedOn, body.value("card"_L1).toObject(), facts.registered,
        formParams(body.value("area"_L1).toString(), body.value("scenario"_L1).toString(),
            body.value("parties"_L1).toObject()),
        {}, facts.knowsCode};
}

QJsonObject partiesAfter(const Case& state, const journal::Command& command)
{
    if (!state.exists())
        return command.body.value("parties"_L1).toObject();
    auto parties = state.parties;
    if (command.type != "SetParty"_L1)
        return parties;
    const QString as = command.body.value("role"_L1).toString();
    const auto party = command.body.value("party"_L1);
    if (party.isObject())
        parties.insert(as, party);
    else
        parties.remove(as);
    return parties;
}

forms::FormState formState(const CaseFacts& facts, const QJsonObject& values, const forms::FormContext& context)
{
    return forms::evaluate(facts.item->form, values, context);
}

std::optional<Error> valuesProblem(const forms::FormState& form, const QStringList& paths)
{
    for (const auto& problem : form.problems) {
        const bool concerned = paths.isEmpty() || std::any_of(problem.paths.begin(), problem.paths.end(),
                                                      [&](const QString& path) { return paths.contains(path); });
        if (problem.severity == forms::Severity::Block && concerned)
            return problem.paths.isEmpty() ? problem.error : problem.error.with(u"path"_s, problem.paths.constFirst());
    }
    return {};
}

std::optional<Error> incompleteProblem(const forms::FormState& form)
{
    auto filled = form;
    filled.problems.removeIf([](const forms::Problem& problem) {
        const bool isEmptyTable =
            problem.error.code == "forms.rows"_L1 && problem.error.fields.value("rows"_L1).toInteger() == 0;
        return isEmptyTable || problem.error.code == "forms.required"_L1;
    });
    return valuesProblem(filled);
}

Error conflictProblem(const CaseFacts& facts, const QString& path)
{
    const auto* field = facts.item ? facts.item->form.fieldAt(path) : nullptr;
    return conflictOpen(path, field ? field->label.zh : path, field ? field->label.en : path);
}

std::optional<Error> materialProblem(const PreparedItem& item, const CaseMaterial& material)
{
    if (material.id.isEmpty() || material.name.isEmpty() ||
        (!item.item.material(material.id) && !item.item.freeMaterials))
        return materialUnknown();
    // A page whose file can never arrive would keep the case from being decided for ever.
    const bool sound = std::all_of(
        material.pages.begin(), material.pages.end(), [](const Page& page) { return isDigest(page.digest); });
    return sound ? std::optional<Error>() : blobs::blobDigestMalformed();
}

std::optional<Error> materialsProblem(const PreparedItem& item, const QList<CaseMaterial>& materials)
{
    for (const auto& material : materials) {
        if (const auto problem = materialProblem(item, material))
            return problem;
    }
    return {};
}

std::optional<Error> materialsProblem(const PreparedItem& item, const QList<CaseMaterial>& materials,
    const QJsonObject& values, const forms::FormContext& context)
{
    if (const auto problem = materialsProblem(item, materials))
        return problem;
    for (const auto& material : materials) {
        const auto* asked = item.item.material(material.id);
        if (!asked || material.state != "deferred"_L1 || asked->deferDays == 0)
            continue;
        const QDate due = QDate::fromString(material.dueOn, Qt::ISODate);
        if (!due.isValid() || due < context.today || due > context.today.addDays(asked->deferDays))
            return deferredTooLong(asked->name.zh, asked->name.en, asked->deferDays);
    }
    if (const auto* missing = item.materials.missing(item.item, item.form, values, context, materials))
        return materialMissing(missing->name.zh, missing->name.en);
    return {};
}

} // namespace kuaiban::casework

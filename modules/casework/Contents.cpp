#include "Contents.h"

#include "CaseworkErrors.h"
#include "modules/base/Digest.h"
#include "modules/blobs/BlobErrors.h"
#include "modules/codes/PersonIds.h"

#include <algorithm>

namespace kuaiban::casework {

using namespace Qt::StringLiterals;

namespace {

std::optional<Error> partyProblem(const QJsonObject& party, QDate acceptedOn)
{
    if (party.value("name"_L1).toString().trimmed().isEmpty())
        return applicantMissing();
    if (party.value("idKind"_L1).toString() == "01"_L1) {
        if (const auto done = codes::checkCitizenId(party.value("idNo"_L1).toString(), acceptedOn); !done)
            return done.error();
    }
    if (party.value("source"_L1).toString() == "typed"_L1 &&
        party.value("typedReason"_L1).toString().trimmed().isEmpty())
        return typedIdentityReason();
    return {};
}

} // namespace

forms::FormState formState(const CaseFacts& facts, const QJsonObject& values, QDate acceptedOn)
{
    forms::FormContext context;
    context.today = acceptedOn;
    context.knowsCode = facts.knowsCode;
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

Error conflictProblem(const CaseFacts& facts, const QString& path)
{
    const auto* field = facts.item ? facts.item->form.fieldAt(path) : nullptr;
    return conflictOpen(path, field ? field->label.zh : path, field ? field->label.en : path);
}

std::optional<Error> partiesProblem(const QJsonObject& parties, QDate acceptedOn)
{
    if (!parties.contains("applicant"_L1))
        return applicantMissing();
    for (const auto& party : parties) {
        if (const auto problem = partyProblem(party.toObject(), acceptedOn))
            return problem;
    }
    return {};
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

std::optional<Error> materialsProblem(
    const PreparedItem& item, const QList<CaseMaterial>& materials, const QJsonObject& values, QDate acceptedOn)
{
    for (const auto& material : materials) {
        if (const auto problem = materialProblem(item, material))
            return problem;
    }
    if (const auto* missing = item.materials.missing(item.item, item.form, values, acceptedOn, materials))
        return materialMissing(missing->name.zh, missing->name.en);
    return {};
}

} // namespace kuaiban::casework

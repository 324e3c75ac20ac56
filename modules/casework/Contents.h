#pragma once

#include "CaseFacts.h"
#include "modules/forms/FormEvaluation.h"

// What a case must contain: parties, values and materials. Shared by opening, editing and resubmitting it.
namespace kuaiban::casework {

// The form with these values as of the day the case was accepted: what was valid then stays valid.
forms::FormState formState(const CaseFacts& facts, const QJsonObject& values, QDate acceptedOn);

// The first thing in the form that stands in the way; warnings do not. With `paths` only what is shown on one of them.
std::optional<Error> valuesProblem(const forms::FormState& form, const QStringList& paths = {});

// That a conflict on this path is still open, with the field's name as people know it.
Error conflictProblem(const CaseFacts& facts, const QString& path);

// The first party without a name, with a wrong identity number or typed without a reason.
std::optional<Error> partiesProblem(const QJsonObject& parties, QDate acceptedOn);

// A material the item does not know, without a name, or with a page that names no file.
std::optional<Error> materialProblem(const PreparedItem& item, const CaseMaterial& material);

// The first such material, or the first one that the item asks for in vain.
std::optional<Error> materialsProblem(
    const PreparedItem& item, const QList<CaseMaterial>& materials, const QJsonObject& values, QDate acceptedOn);

} // namespace kuaiban::casework

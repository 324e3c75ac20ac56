#pragma once

#include "CaseFacts.h"
#include "modules/forms/FormEvaluation.h"

// What a case must contain: parties, values and materials. Shared by opening, editing and resubmitting it.
namespace kuaiban::casework {

// formContext of the case, with the codes in force.
forms::FormContext formContext(const CaseFacts& facts, const Case& state, const QString& atStep = {});
// The same for a case that is being opened; the register's word is that of the facts.
forms::FormContext openingContext(const CaseFacts& facts, const QJsonObject& body, QDate acceptedOn);

// The parties as they will be after OpenCase, RefuseAcceptance or SetParty; those of the case after any other command.
QJsonObject partiesAfter(const Case& state, const journal::Command& command);

forms::FormState formState(const CaseFacts& facts, const QJsonObject& values, const forms::FormContext& context);

// The first thing in the form that stands in the way; warnings do not. With `paths` only what is shown on one of them.
std::optional<Error> valuesProblem(const forms::FormState& form, const QStringList& paths = {});

// The same for a case that is taken incomplete: required fields may still be empty.
std::optional<Error> incompleteProblem(const forms::FormState& form);

// That a conflict on this path is still open, with the field's name as people know it.
Error conflictProblem(const CaseFacts& facts, const QString& path);

// A material the item does not know, without a name, or with a page that names no file.
std::optional<Error> materialProblem(const PreparedItem& item, const CaseMaterial& material);

// The first such material.
std::optional<Error> materialsProblem(const PreparedItem& item, const QList<CaseMaterial>& materials);

// The first such material, or the first one that the item asks for in vain.
std::optional<Error> materialsProblem(const PreparedItem& item, const QList<CaseMaterial>& materials,
    const QJsonObject& values, const forms::FormContext& context);

} // namespace kuaiban::casework

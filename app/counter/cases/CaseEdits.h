#pragma once

#include "app/counter/session/Session.h"

namespace kuaiban::counter {

// The edits that lead from one state of a form to another, as EditFields wants them: {path, base, value}, tables cell
// by cell, added and removed rows whole. Derived values follow by themselves; protected ones never change. Pure.
QJsonArray editsBetween(const forms::FormDefinition& form, const QJsonObject& before, const QJsonObject& after);

// The commands that bring the materials of a case from one list to the other, in order: SetMaterial for what is new or
// different, RemoveMaterial for what is gone. Materials that came late stay untouched.
struct CaseCommand
{
    QString type;
    QJsonObject body;
    friend bool operator==(const CaseCommand&, const CaseCommand&) = default;
};
QList<CaseCommand> materialCommands(
    const QList<casework::CaseMaterial>& before, const QList<casework::CaseMaterial>& after);

} // namespace kuaiban::counter

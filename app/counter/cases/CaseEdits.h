#pragma once

#include "app/counter/session/Session.h"

namespace kuaiban::counter {

struct CaseCommand
{
    QString type;
    QJsonObject body;
    friend bool operator==(const CaseCommand&, const CaseCommand&) = default;
};

// The commands that lead from one state of a form to another, tables cell by cell, added and removed rows whole:
// EditFields for what is merged, SetAccount for what is protected once a case is submitted. Derived values follow by
// themselves, and a path in `faulty` is left out, because the hub would refuse everything with it. Pure.
QList<CaseCommand> valueCommands(const forms::FormDefinition& form, const QJsonObject& before, const QJsonObject& after,
    const QSet<QString>& faulty = {});

// The commands that bring the materials of a case from one list to the other, in order: SetMaterial for what is new or
// different, RemoveMaterial for what is gone. Materials that came late stay untouched.
QList<CaseCommand> materialCommands(
    const QList<casework::CaseMaterial>& before, const QList<casework::CaseMaterial>& after);

} // namespace kuaiban::counter

#pragma once

#include "FormDefinition.h"

namespace kuaiban::forms {

// One field of a case beside what the register knows of it, for whoever checks the case.
struct RegisterDifference
{
    QString path;
    LocalText label;
    QJsonValue reported;   // as it stands in the case; undefined for nothing
    QJsonValue registered; // as the register says it; undefined when it says nothing
    bool differs = false;  // both say something, and not the same; or the case leaves out what the register knows
    friend bool operator==(const RegisterDifference&, const RegisterDifference&) = default;
};

// Every single field that may be filled from the register ("source": "register.…"), in the order of the form, with both
// values. The first such source that says something counts. Fields of which neither side says anything are left out,
// and so are tables: their rows have no counterpart.
QList<RegisterDifference> registerDifferences(
    const FormDefinition& definition, const QJsonObject& values, const QJsonObject& registered);

} // namespace kuaiban::forms

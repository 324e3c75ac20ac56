#pragma once

#include "app/counter/look/Look.h"

#include <QHash>

namespace kuaiban::counter {

// One line of what the citizen is asked to check.
struct ConfirmRow
{
    QString label;
    QString value;
    Tone tone = Tone::Normal;
};

// What the citizen sees of his case before it is submitted.
struct CitizenCase
{
    QString id;                             // of the draft
    QHash<QString, QList<ConfirmRow>> rows; // by language
    bool wantsSignature = false;
};

} // namespace kuaiban::counter

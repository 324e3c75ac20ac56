#include "IntakeSteps.h"

#include <QCoreApplication>

#include <algorithm>

namespace kuaiban::counter {

QVector<TrailStep> intakeSteps(
    const IntakeDraft& draft, bool hasItem, bool formComplete, const QList<casework::MaterialNeed>& needs)
{
    constexpr int papers = 3;
    const bool anyAsked = std::any_of(needs.begin(), needs.end(), [](const auto& need) { return need.isAsked; });
    const bool scanned = !draft.materials.isEmpty() &&
                         std::none_of(needs.begin(), needs.end(), [](const auto& need) { return need.isMissing(); }) &&
                         (anyAsked || std::all_of(draft.materials.begin(), draft.materials.end(),
                                          [](const auto& material) { return !material.pages.isEmpty(); }));
    const QList<bool> done{draft.hasPerson(), hasItem, hasItem && formComplete, scanned, false};
    const QStringList names{QCoreApplication::translate("IntakeSteps", "Card"),
        QCoreApplication::translate("IntakeSteps", "Matter"), QCoreApplication::translate("IntakeSteps", "Form"),
        QCoreApplication::translate("IntakeSteps", "Papers"), QCoreApplication::translate("IntakeSteps", "Submit")};
    QVector<TrailStep> steps;
    bool reached = false;
    for (int i = 0; i < names.size(); ++i) {
        StepState state = done.at(i) ? StepState::Done : StepState::Open;
        if (!done.at(i) && !reached && (i != papers || anyAsked)) {
            state = StepState::Current;
            reached = true;
        }
        steps.append({names.at(i), state});
    }
    return steps;
}

} // namespace kuaiban::counter

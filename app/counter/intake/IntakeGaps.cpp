#include "IntakeGaps.h"

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

bool isEmptiness(const forms::Problem& problem)
{
    return problem.error.is("forms.required"_L1) ||
           (problem.error.is("forms.rows"_L1) && problem.error.fields.value("rows"_L1).toInteger() == 0);
}

} // namespace

QList<casework::MissingThing> gapsOf(
    const QList<casework::MaterialNeed>& needs, const forms::FormDefinition& form, const forms::FormState& state)
{
    QList<casework::MissingThing> gaps;
    QSet<QString> groups;
    for (const auto& need : needs) {
        if (!need.isMissing())
            continue;
        const auto& asked = *need.material;
        QString name = asked.name.zh;
        if (!asked.oneOf.isEmpty()) {
            if (groups.contains(asked.oneOf))
                continue;
            groups.insert(asked.oneOf);
            QStringList names;
            for (const auto& other : needs) {
                if (other.material->oneOf == asked.oneOf && other.isAsked)
                    names.append(other.material->name.zh);
            }
            name = names.join(u"或"_s);
        }
        gaps.append({asked.id, name, u"未提交"_s});
    }
    for (const auto& problem : state.problems) {
        if (problem.severity != forms::Severity::Block || !isEmptiness(problem))
            continue;
        const auto* field = form.fieldAt(problem.paths.value(0));
        gaps.append({{}, field ? field->label.zh : problem.paths.value(0), u"申请信息未填写"_s});
    }
    return gaps;
}

std::optional<forms::Problem> mistakeIn(const forms::FormState& state)
{
    for (const auto& problem : state.problems) {
        if (problem.severity == forms::Severity::Block && !isEmptiness(problem))
            return problem;
    }
    return {};
}

} // namespace kuaiban::counter

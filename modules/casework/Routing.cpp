#include "Routing.h"

#include "FormScope.h"
#include "modules/flow/FlowErrors.h"

namespace kuaiban::casework {

using namespace Qt::StringLiterals;

namespace {

Done sectionsFit(const flow::FlowDefinition& flow, const forms::FormDefinition& form)
{
    for (const auto& section : form.sections()) {
        for (const auto& id : section.steps) {
            const auto* step = flow.step(id);
            if (!step || step->kind != flow::StepKind::Handle)
                return fail(flow::flowBroken(
                    u"form.sections.%1.steps"_s.arg(section.id), u"“%1” is not a handle step"_s.arg(id)));
        }
    }
    return {};
}

} // namespace

Result<Routing> Routing::compile(const flow::FlowDefinition& flow, const forms::FormDefinition& form)
{
    KB_CHECK(sectionsFit(flow, form));
    Routing routing;
    const auto names = formNames(form, expr::Type::boolean());
    for (qsizetype i = 0; i < flow.steps().size(); ++i) {
        const auto& step = flow.steps().at(i);
        for (qsizetype b = 0; b < step.branches.size(); ++b) {
            const auto condition = expr::Expression::compile(step.branches.at(b).when, names);
            if (!condition)
                return fail(
                    flow::flowBroken(u"steps[%1].branches[%2].when"_s.arg(i).arg(b), logLine(condition.error())));
            routing.m_conditions[step.id].append(*condition);
        }
    }
    return routing;
}

const flow::Step* Routing::after(const flow::FlowDefinition& flow, const QString& step,
    const forms::FormDefinition& form, const QJsonObject& values, const forms::FormContext& context) const
{
    const auto* at = flow.step(step);
    if (!at)
        return nullptr;
    const auto conditions = m_conditions.value(step);
    if (!conditions.isEmpty()) {
        const auto scope = formScope(form, values, context);
        for (qsizetype i = 0; i < conditions.size(); ++i) {
            const auto holds = conditions.at(i).holds(scope);
            if (holds && *holds)
                return flow.step(at->branches.at(i).next);
        }
    }
    return flow.after(step);
}

QList<const flow::Step*> Routing::way(const flow::FlowDefinition& flow, const forms::FormDefinition& form,
    const Case& state, const forms::FormContext& context) const
{
    QSet<QString> ids;
    for (const auto& task : state.tasks)
        ids.insert(task.step);
    for (const auto* at = &flow.first(); at; at = after(flow, at->id, form, state.values, context))
        ids.insert(at->id);
    QList<const flow::Step*> steps;
    for (const auto& step : flow.steps()) {
        if (ids.contains(step.id))
            steps.append(&step);
    }
    return steps;
}

} // namespace kuaiban::casework

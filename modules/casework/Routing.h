#pragma once

#include "Case.h"
#include "modules/flow/FlowDefinition.h"
#include "modules/forms/FormDefinition.h"

namespace kuaiban::casework {

// The ways through a flow for one case: its branches read the form. Compiled once, immutable, usable from several
// threads. The flow and form handed in later are those it was compiled for.
class Routing
{
public:
    // Errors: flow.broken for a condition that does not compile or a section of the form that names a step which is
    // none of the flow's or is not a handle step.
    static Result<Routing> compile(const flow::FlowDefinition& flow, const forms::FormDefinition& form);

    // The step after `step`; null at the end. A condition that meets something absent does not hold.
    const flow::Step* after(const flow::FlowDefinition& flow, const QString& step, const forms::FormDefinition& form,
        const QJsonObject& values, const forms::FormContext& context) const;
    // Every step this case has come to or will come to as it stands, in the order of the flow.
    QList<const flow::Step*> way(const flow::FlowDefinition& flow, const forms::FormDefinition& form, const Case& state,
        const forms::FormContext& context) const;

private:
    QHash<QString, QList<expr::Expression>> m_conditions; // by step, as its branches
};

} // namespace kuaiban::casework

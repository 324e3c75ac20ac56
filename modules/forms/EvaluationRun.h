#pragma once

#include "FormState.h"

namespace kuaiban::forms {

// What is under way in one evaluation, and the rules by which expressions answer in it.
class EvaluationRun
{
public:
    EvaluationRun(const FormDefinition& definition, const FormContext& context);

    expr::Scope scope;
    FormState state;

    const FormDefinition& definition() const { return m_definition; }
    const FormContext& context() const { return m_context; }

    // Where the value being looked at stands. `rank` puts problems into the order of the form.
    struct Spot
    {
        QString path;
        LocalText label;
        qsizetype rank = 0;
    };

    // The answer of a condition: what is absent means no, what cannot be computed is a problem and means `otherwise`.
    bool asked(const std::optional<expr::Expression>& condition, bool otherwise, const Spot& spot, const QString& rule);
    bool asked(const Condition& condition, const Spot& spot, const QString& rule);
    // The JSON and the value that a derived field gets; nothing when its inputs are absent or a problem was reported.
    std::optional<std::pair<QJsonValue, expr::Value>> derived(const Field& field, const Spot& spot);
    // Reports the first rule that a value breaks, and a required one that is missing.
    void check(const Field& field, const QJsonValue& json, const std::optional<expr::Value>& value, bool isRequired,
        const Spot& spot);

    void report(const Error& error, Severity severity, const Spot& spot);
    void report(const Problem& problem, qsizetype rank) { m_problems.append({rank, problem}); }
    FormState finished();

private:
    const FormDefinition& m_definition;
    const FormContext& m_context;
    QList<std::pair<qsizetype, Problem>> m_problems;
};

} // namespace kuaiban::forms

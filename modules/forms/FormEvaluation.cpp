#include "FormEvaluation.h"

#include "FieldRules.h"
#include "FormErrors.h"
#include "FormPaths.h"
#include "TableEvaluation.h"

#include <algorithm>
#include <map>

namespace kuaiban::forms {

using namespace Qt::StringLiterals;

namespace {

class FormEvaluation
{
public:
    FormEvaluation(const FormDefinition& definition, const FormValues& input, const FormContext& context)
        : m_definition(definition)
        , m_input(input)
        , m_run(definition, context)
    {}

    FormState run()
    {
        rankFields();
        for (const auto place : m_definition.evaluationOrder())
            computeValue(place);
        for (qsizetype s = 0; s < m_definition.sections().size(); ++s) {
            for (qsizetype f = 0; f < m_definition.sections()[s].fields.size(); ++f)
                checkRules(m_definition.sections()[s].fields[f]);
        }
        runChecks();
        reportUnknownFields();
        keepOrigins();
        return m_run.finished();
    }

private:
    void rankFields()
    {
        for (const auto& section : m_definition.sections()) {
            for (const auto& field : section.fields)
                m_ranks.insert(field.id, m_ranks.size());
        }
    }

    EvaluationRun::Spot spotOf(const Field& field) const { return {field.id, field.label, m_ranks.value(field.id)}; }

    // A section is asked when its first field is reached: by then all that its condition reads has a value.
    bool isSectionVisible(const Section& section, const EvaluationRun::Spot& spot)
    {
        const auto known = m_run.state.sections.constFind(section.id);
        if (known != m_run.state.sections.cend())
            return *known;
        const auto& reached = m_run.context().steps;
        const bool isReached =
            section.steps.isEmpty() || std::any_of(section.steps.begin(), section.steps.end(),
                                           [&](const QString& step) { return reached.contains(step); });
        const bool visible =
            isReached && (!section.visibleWhen || m_run.asked(section.visibleWhen, true, spot, u"visibleWhen"_s));
        m_run.state.sections.insert(section.id, visible);
        return visible;
    }

    void computeValue(FieldPlace place)
    {
        const auto& section = m_definition.sections()[place.section];
        const auto& field = section.fields[place.field];
        const auto spot = spotOf(field);
        const bool visible = isSectionVisible(section, spot) &&
                             (!field.visibleWhen || m_run.asked(field.visibleWhen, true, spot, u"visibleWhen"_s));
        m_run.state.fields.insert(field.id, FieldState{visible, false, field.readOnly || field.derived.has_value()});
        if (!visible)
            return;
        if (field.kind == FieldKind::Table) {
            auto& table = m_tables.emplace(field.id, TableEvaluation(field, spot)).first->second;
            table.computeValues(m_run, m_input.values.value(field.id));
        } else if (field.derived) {
            if (const auto derived = m_run.derived(field, spot)) {
                m_run.state.origins.insert(field.id, u"derived"_s);
                keep(field, derived->first, derived->second);
            }
        } else {
            const auto json = m_input.values.value(field.id);
            if (!isBlank(json)) {
                const auto value = fieldValue(field, json);
                keep(field, json, value ? std::optional(*value) : std::nullopt);
            } else if (field.kind == FieldKind::Flag) {
                m_run.scope.set(field.id, false);
            }
        }
    }

    void keep(const Field& field, const QJsonValue& json, const std::optional<expr::Value>& value)
    {
        m_run.state.values.insert(field.id, json);
        if (value)
            m_run.scope.set(field.id, *value);
    }

    void checkRules(const Field& field)
    {
        auto& state = m_run.state.fields[field.id];
        if (!state.isVisible)
            return;
        const auto spot = spotOf(field);
        const bool required = m_run.asked(field.required, spot, u"required"_s);
        state.isRequired = required; // before cells are added, which may move it
        if (field.kind == FieldKind::Table) {
            m_tables.at(field.id).checkRules(m_run, required);
            return;
        }
        const auto* value = m_run.scope.find(field.id);
        m_run.check(
            field, m_run.state.values.value(field.id), value ? std::optional(*value) : std::nullopt, required, spot);
    }

    void runChecks()
    {
        for (const auto& check : m_definition.checks()) {
            const EvaluationRun::Spot spot{check.fields.value(0), check.message, m_ranks.size()};
            if (!m_run.asked(check.when, false, spot, check.id))
                continue;
            m_run.report(
                Problem{check.fields, check.severity, checkApplies(check.id, check.message), check.message}, spot.rank);
        }
    }

    // Drafts of an older or newer revision may hold more: people are told, nothing is refused because of it.
    void reportUnknownFields()
    {
        for (auto it = m_input.values.begin(); it != m_input.values.end(); ++it) {
            if (!m_ranks.contains(it.key()))
                m_run.report(
                    fieldUnknown(it.key()), Severity::Warn, {it.key(), {it.key(), it.key()}, m_ranks.size() + 1});
        }
    }

    void keepOrigins()
    {
        auto& origins = m_run.state.origins;
        for (auto it = m_input.origins.begin(); it != m_input.origins.end(); ++it) {
            const bool isThere = !isBlank(valueAt(m_run.state.values, it.key()));
            if (isThere && !origins.contains(it.key()))
                origins.insert(it.key(), it.value());
        }
    }

    const FormDefinition& m_definition;
    const FormValues& m_input;
    EvaluationRun m_run;
    std::map<QString, TableEvaluation> m_tables;
    QHash<QString, qsizetype> m_ranks;
};

} // namespace

FormState evaluate(const FormDefinition& definition, const FormValues& input, const FormContext& context)
{
    return FormEvaluation(definition, input, context).run();
}

} // namespace kuaiban::forms

#include "FlowDefinition.h"

#include "FlowErrors.h"
#include "modules/base/ObjectReader.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace kuaiban::flow {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<StepKind, QLatin1StringView>, 5> KindNames{{
    {StepKind::Accept, "accept"_L1},
    {StepKind::Dispatch, "dispatch"_L1},
    {StepKind::Review, "review"_L1},
    {StepKind::Approve, "approve"_L1},
    {StepKind::Finish, "finish"_L1},
}};

Result<Step> parseStep(const QJsonObject& json, const QString& path)
{
    ObjectReader reader(json, path);
    ObjectReader name(reader.object(u"name"_s), path + u".name"_s);
    Step step;
    step.id = reader.text(u"id"_s);
    const QString kind = reader.text(u"kind"_s);
    const auto known =
        std::find_if(KindNames.begin(), KindNames.end(), [&](const auto& entry) { return entry.second == kind; });
    if (known == KindNames.end())
        reader.reject(u"kind"_s, u"accept, dispatch, review, approve or finish"_s);
    else
        step.kind = known->first;
    step.nameZh = name.text(u"zh_CN"_s);
    step.nameEn = name.text(u"en"_s);
    step.next = reader.textOr(u"next"_s);
    step.returnsTo = reader.textsOr(u"returnsTo"_s);
    step.right = step.kind == StepKind::Finish ? QString() : reader.text(u"right"_s);
    step.workingDays = static_cast<int>(reader.integerOr(u"workingDays"_s, 0));
    if (step.workingDays < 0 || step.workingDays > 250)
        reader.reject(u"workingDays"_s, u"0 to 250 working days"_s);
    if ((step.kind == StepKind::Finish) != step.next.isEmpty())
        reader.reject(u"next"_s, u"a step, except at the end"_s);
    for (const auto& done : {reader.finish(), name.finish()}) {
        if (!done)
            return fail(flowBroken(
                done.error().fields.value("path"_L1).toString(), done.error().fields.value("expected"_L1).toString()));
    }
    return step;
}

} // namespace

QString stepKindName(StepKind kind)
{
    return std::find_if(KindNames.begin(), KindNames.end(), [&](const auto& entry) {
        return entry.first == kind;
    })->second;
}

Result<FlowDefinition> FlowDefinition::parse(const QJsonObject& json)
{
    FlowDefinition flow;
    const auto steps = json.value("steps"_L1).toArray();
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const QString path = u"steps[%1]"_s.arg(i);
        KB_TRY(const auto step, parseStep(steps.at(i).toObject(), path));
        if (flow.step(step.id))
            return fail(flowBroken(path + u".id"_s, u"not used before"_s));
        flow.m_steps.append(step);
    }
    if (flow.m_steps.isEmpty() || flow.first().kind != StepKind::Accept)
        return fail(flowBroken(u"steps[0].kind"_s, u"the first step is accept"_s));
    for (qsizetype i = 0; i < flow.m_steps.size(); ++i) {
        const auto& step = flow.m_steps.at(i);
        const QString path = u"steps[%1]"_s.arg(i);
        if (!step.next.isEmpty() && !flow.step(step.next))
            return fail(flowBroken(path + u".next"_s, u"“%1” is not a step"_s.arg(step.next)));
        for (const auto& earlier : step.returnsTo) {
            const bool isEarlier = std::any_of(flow.m_steps.begin(), flow.m_steps.begin() + i,
                [&](const Step& other) { return other.id == earlier && other.kind != StepKind::Finish; });
            if (!isEarlier)
                return fail(flowBroken(path + u".returnsTo"_s, u"“%1” is not an earlier step"_s.arg(earlier)));
        }
    }
    for (qsizetype i = 0; i < flow.m_steps.size(); ++i) { // only now is it sure that every step leads to a step
        QSet<QString> seen;
        for (const auto* at = &flow.m_steps.at(i); at->kind != StepKind::Finish; at = flow.step(at->next)) {
            if (seen.contains(at->id))
                return fail(
                    flowBroken(u"steps[%1].next"_s.arg(i), u"the way leads in a circle and never to the end"_s));
            seen.insert(at->id);
        }
    }
    return flow;
}

const Step* FlowDefinition::step(const QString& id) const
{
    const auto found =
        std::find_if(m_steps.begin(), m_steps.end(), [&](const Step& candidate) { return candidate.id == id; });
    return found == m_steps.end() ? nullptr : &*found;
}

const Step* FlowDefinition::after(const QString& id) const
{
    const auto* current = step(id);
    return current ? step(current->next) : nullptr;
}

} // namespace kuaiban::flow

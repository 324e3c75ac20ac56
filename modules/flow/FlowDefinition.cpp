#include "FlowDefinition.h"

#include "FlowErrors.h"
#include "modules/base/ObjectReader.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace kuaiban::flow {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<StepKind, QLatin1StringView>, 6> KindNames{{
    {StepKind::Accept, "accept"_L1},
    {StepKind::Dispatch, "dispatch"_L1},
    {StepKind::Review, "review"_L1},
    {StepKind::Approve, "approve"_L1},
    {StepKind::Handle, "handle"_L1},
    {StepKind::Finish, "finish"_L1},
}};

Done asBroken(const Done& done)
{
    if (done)
        return {};
    const auto& fields = done.error().fields;
    return fail(flowBroken(fields.value("path"_L1).toString(), fields.value("expected"_L1).toString()));
}

// The steps that one may lead to.
QStringList ways(const Step& step)
{
    QStringList ids;
    for (const auto& branch : step.branches)
        ids.append(branch.next);
    if (!step.next.isEmpty())
        ids.append(step.next);
    return ids;
}

// Whether some way from `step` comes back to one that it has passed.
bool leadsInCircle(const FlowDefinition& flow, const Step& step, QSet<QString> passed)
{
    if (passed.contains(step.id))
        return true;
    passed.insert(step.id);
    const auto next = ways(step);
    return std::any_of(
        next.begin(), next.end(), [&](const QString& id) { return leadsInCircle(flow, *flow.step(id), passed); });
}

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
        reader.reject(u"kind"_s, u"accept, dispatch, review, approve, handle or finish"_s);
    else
        step.kind = known->first;
    step.nameZh = name.text(u"zh_CN"_s);
    step.nameEn = name.text(u"en"_s);
    step.next = reader.textOr(u"next"_s);
    const auto branches = reader.arrayOr(u"branches"_s);
    for (qsizetype i = 0; i < branches.size(); ++i) {
        ObjectReader branch(branches.at(i).toObject(), u"%1.branches[%2]"_s.arg(path).arg(i));
        step.branches.append({branch.text(u"when"_s), branch.text(u"next"_s)});
        KB_CHECK(asBroken(branch.finish()));
    }
    step.returnsTo = reader.textsOr(u"returnsTo"_s);
    step.right = step.kind == StepKind::Finish ? QString() : reader.text(u"right"_s);
    step.workingDays = static_cast<int>(reader.integerOr(u"workingDays"_s, 0));
    if (step.workingDays < 0 || step.workingDays > 250)
        reader.reject(u"workingDays"_s, u"0 to 250 working days"_s);
    step.minutes = static_cast<int>(reader.integerOr(u"minutes"_s, 0));
    if (step.minutes < 0 || step.minutes > 480)
        reader.reject(u"minutes"_s, u"0 to 480 minutes"_s);
    step.atWindow = reader.flagOr(u"atWindow"_s, false);
    if ((step.kind == StepKind::Finish) != step.next.isEmpty())
        reader.reject(u"next"_s, u"a step, except at the end"_s);
    KB_CHECK(asBroken(reader.finish()));
    KB_CHECK(asBroken(name.finish()));
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
        for (const auto& next : ways(step)) {
            if (!flow.step(next))
                return fail(flowBroken(path + u".next"_s, u"“%1” is not a step"_s.arg(next)));
        }
        for (const auto& earlier : step.returnsTo) {
            const bool isEarlier = std::any_of(flow.m_steps.begin(), flow.m_steps.begin() + i,
                [&](const Step& other) { return other.id == earlier && other.kind != StepKind::Finish; });
            if (!isEarlier)
                return fail(flowBroken(path + u".returnsTo"_s, u"“%1” is not an earlier step"_s.arg(earlier)));
        }
    }
    for (qsizetype i = 0; i < flow.m_steps.size(); ++i) { // only now is it sure that every step leads to a step
        if (leadsInCircle(flow, flow.m_steps.at(i), {}))
            return fail(flowBroken(u"steps[%1].next"_s.arg(i), u"the way leads in a circle and never to the end"_s));
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

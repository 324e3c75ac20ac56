#include "CaseWay.h"

#include "app/counter/shell/Words.h"
#include "CaseWords.h"
#include "modules/casework/FormEnvironments.h"

#include <algorithm>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;
using casework::Task;
using casework::TaskState;
using flow::StepKind;

namespace {

// Carries the context of the texts below.
struct CaseWayTexts
{
    Q_DECLARE_TR_FUNCTIONS(CaseWay)
};

bool isSetback(const QString& outcome)
{
    return outcome == "returned"_L1 || outcome == "refused"_L1 || outcome == "supplement"_L1;
}

FlowNode nodeOf(
    const flow::Step& step, const casework::Case& state, const casework::PreparedItem& item, const QString& language)
{
    FlowNode node{step.id, step.name(language), {}, StepState::Open};
    if (step.kind == StepKind::Accept && step.id == item.flow.first().id) {
        node.state = state.phase == casework::Phase::NotAccepted ? StepState::Blocked : StepState::Done;
        node.detail = u"%1 %2"_s.arg(state.openedByName, clockText(state.openedAt));
    }
    for (const auto& task : state.tasks) {
        if (task.step == step.id && task.state == TaskState::Done) {
            node.state = isSetback(task.outcome) ? StepState::Blocked : StepState::Done;
            node.detail = u"%1 %2"_s.arg(task.holderName, clockText(task.doneAt));
        }
    }
    if (const auto* current = state.currentTask(); current && current->step == step.id) {
        node.state = StepState::Current;
        node.detail = current->holderName.isEmpty() ? CaseWayTexts::tr("waits to be taken") : current->holderName;
        if (state.phase == casework::Phase::Supplement)
            node.detail += u" · "_s + CaseWayTexts::tr("waits for papers");
    }
    if (step.kind == StepKind::Finish && casework::isClosed(state.phase)) {
        node.state = state.phase == casework::Phase::Completed ? StepState::Done : StepState::Blocked;
        node.detail = phaseText(state) + u' ' + clockText(state.closedAt);
    }
    return node;
}

int minutesOf(const Task& task)
{
    return static_cast<int>((task.doneAt - task.openedAt + 59'999) / 60'000);
}

QString saidIn(const Task& task)
{
    QString text = u"%1 · %2"_s.arg(task.holderName, outcomeWord(task.outcome));
    if (!task.to.isEmpty() && task.outcome == "dispatched"_L1)
        text += u" · "_s + task.to;
    if (task.dueAt > 0)
        text += u" · "_s + CaseWayTexts::tr("%n minute(s)", nullptr, minutesOf(task));
    if (!task.opinion.isEmpty())
        text += u" · "_s + task.opinion;
    return text;
}

} // namespace

QVector<FlowNode> wayOf(const casework::Case& state, const casework::PreparedItem& item, const QString& language)
{
    QVector<FlowNode> nodes;
    const auto context = casework::formContext(state);
    for (const auto* step : item.routing.way(item.flow, item.form, state, context))
        nodes.append(nodeOf(*step, state, item, language));
    return nodes;
}

QVector<KeyValue> historyOf(const casework::Case& state, const casework::PreparedItem& item, const QString& language)
{
    QVector<std::pair<qint64, KeyValue>> entries;
    for (const auto& task : state.tasks) {
        if (task.state != TaskState::Done)
            continue;
        const auto* step = item.flow.step(task.step);
        entries.append(
            {task.doneAt, {(step ? step->name(language) : task.step) + u' ' + clockText(task.doneAt), saidIn(task)}});
    }
    for (const auto& remark : state.remarks) {
        entries.append({remark.at,
            {CaseWayTexts::tr("Remark") + u' ' + clockText(remark.at), remark.by + u" · "_s + remark.text}});
    }
    for (const auto& print : state.prints) {
        QStringList words{print.byName, print.name};
        if (print.copies > 1)
            words.append(CaseWayTexts::tr("%n copies", nullptr, print.copies));
        if (print.isCopy)
            words.append(CaseWayTexts::tr("further copy"));
        entries.append({print.at, {CaseWayTexts::tr("Printed") + u' ' + clockText(print.at), words.join(u" · "_s)}});
    }
    std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    QVector<KeyValue> rows;
    for (const auto& entry : entries)
        rows.append(entry.second);
    return rows;
}

} // namespace kuaiban::counter

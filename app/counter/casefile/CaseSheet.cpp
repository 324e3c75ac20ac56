#include "CaseSheet.h"

#include "app/counter/kit/EmptyState.h"
#include "app/counter/kit/FlowGraph.h"
#include "app/counter/kit/KeyValueList.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/ScrollPane.h"
#include "app/counter/kit/TextLabel.h"
#include "app/counter/shell/Words.h"
#include "modules/codes/Mask.h"

#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;
using casework::Case;
using casework::TaskState;

namespace {

// A value as those may see it who only look the case up.
QString maskedValue(const forms::Field& field, const QString& value)
{
    if (field.checkAs == "mobile"_L1)
        return codes::maskPhone(value);
    if (field.checkAs == "citizen-id"_L1)
        return codes::maskIdNumber(value);
    if (field.checkAs == "bank-card"_L1)
        return codes::maskBankAccount(value);
    return value;
}

} // namespace

CaseSheet::CaseSheet(const PageContext& context, const QString& emptyTitle, const QString& emptyAdvice, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_empty(new EmptyState(context.look, Glyph::File, emptyTitle, emptyAdvice))
    , m_panel(new Panel(context.look, u" "_s))
    , m_taken(new TextLabel(context.look, TextRole::Body, {}, Tone::Secondary))
    , m_applicant(new KeyValueList(context.look))
    , m_values(new KeyValueList(context.look))
    , m_flow(new FlowGraph(context.look))
    , m_history(new KeyValueList(context.look))
    , m_foot(new QVBoxLayout)
{
    m_panel->setTitleRole(TextRole::Title);
    m_panel->addToTitle(m_taken);
    auto* content = new QWidget;
    auto* inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(Metrics::panelGap);
    const auto heading = [&](const QString& text) {
        inner->addWidget(new TextLabel(m_context.look, TextRole::Heading, text));
    };
    inner->addWidget(m_applicant);
    inner->addWidget(m_values);
    inner->addWidget(new Rule(m_context.look));
    heading(tr("The way of the case"));
    inner->addWidget(m_flow);
    inner->addWidget(m_history);
    inner->addLayout(m_foot);
    inner->addStretch();
    m_panel->body()->addWidget(new ScrollPane(content), 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_empty, 1);
    column->addWidget(m_panel, 1);
    clear();
}

void CaseSheet::clear()
{
    m_panel->hide();
    m_empty->show();
}

void CaseSheet::setCase(const Case& state, const ItemPtr& item)
{
    m_empty->hide();
    m_panel->show();
    const auto& language = m_context.language;
    m_panel->setTitle(item ? item->item.name.in(language) : state.item);
    m_taken->setText(tr("Taken by %1 · Window %2").arg(state.openedByName, state.window));
    const auto applicant = state.parties.value("applicant"_L1).toObject();
    const QString name = applicant.value("name"_L1).toString();
    const QString idNo = applicant.value("idNo"_L1).toString();
    m_applicant->setRows({{tr("Case number"), state.number}, {tr("Applicant"), m_full ? name : codes::maskName(name)},
        {tr("ID number"), m_full ? idNo : codes::maskIdNumber(idNo)},
        {tr("Limit"), state.dueOn.isEmpty() ? tr("none") : state.dueOn}});
    QVector<KeyValue> rows;
    if (item) {
        for (const auto& section : item->form.sections()) {
            for (const auto& field : section.fields) {
                const auto value = state.values.value(field.id);
                if (value.isString() && !value.toString().isEmpty())
                    rows.append(
                        {field.label.in(language), m_full ? value.toString() : maskedValue(field, value.toString())});
            }
        }
        showWay(state, *item);
        showHistory(state, *item);
    }
    m_values->setRows(rows);
}

void CaseSheet::showWay(const Case& state, const casework::PreparedItem& item)
{
    QVector<FlowNode> nodes;
    const auto* current = state.currentTask();
    const bool closed = casework::isClosed(state.phase);
    for (const auto& step : item.flow.steps()) {
        FlowNode node{step.id, step.name(m_context.language), {}, StepState::Open};
        if (step.kind == flow::StepKind::Accept) {
            node.state = StepState::Done;
            node.detail = u"%1 %2"_s.arg(state.openedByName, clockText(state.openedAt));
        }
        for (const auto& task : state.tasks) {
            if (task.step != step.id)
                continue;
            if (task.state == TaskState::Done) {
                node.state = task.outcome == "returned"_L1 || task.outcome == "refused"_L1 ? StepState::Blocked
                                                                                           : StepState::Done;
                node.detail = u"%1 %2"_s.arg(task.holderName, clockText(task.doneAt));
            }
        }
        if (current && current->step == step.id) {
            node.state = StepState::Current;
            node.detail = current->holderName.isEmpty() ? tr("waits to be taken") : current->holderName;
        }
        if (step.kind == flow::StepKind::Finish && closed) {
            node.state = state.phase == casework::Phase::Completed ? StepState::Done : StepState::Blocked;
            node.detail = phaseWords(casework::phaseName(state.phase), {}).text;
        }
        nodes.append(node);
    }
    m_flow->setSteps(nodes);
}

void CaseSheet::showHistory(const Case& state, const casework::PreparedItem& item)
{
    QVector<KeyValue> rows;
    for (const auto& task : state.tasks) {
        if (task.state != TaskState::Done)
            continue;
        const auto* step = item.flow.step(task.step);
        QString text = u"%1 · %2"_s.arg(task.holderName, outcomeWord(task.outcome));
        if (!task.to.isEmpty() && task.outcome == "dispatched"_L1)
            text += u" · "_s + task.to;
        if (!task.opinion.isEmpty())
            text += u" · "_s + task.opinion;
        rows.append({(step ? step->name(m_context.language) : task.step) + u' ' + clockText(task.doneAt), text});
    }
    for (const auto& remark : state.remarks)
        rows.append({tr("Remark") + u' ' + clockText(remark.at), remark.by + u" · "_s + remark.text});
    m_history->setRows(rows);
    m_history->setVisible(!rows.isEmpty());
}

} // namespace kuaiban::counter

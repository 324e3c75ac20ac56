#pragma once

#include "modules/base/Result.h"

#include <QJsonObject>
#include <QStringList>

namespace kuaiban::flow {

enum class StepKind {
    Accept,   // 受理: done by opening the case; a returned case comes back here
    Dispatch, // 分发: sends a pure intake on to the department that is in charge
    Review,   // 审核
    Approve,  // 审批: like review, but the last word
    Handle,   // 办理: work on the case, such as making a card; whoever entered the case may do it
    Finish,   // 办结: not a task, the end
};

QString stepKindName(StepKind kind);

// Where a step leads instead of `next` while a condition on the form holds.
struct Branch
{
    QString when; // in the expression language; compiled by who knows the form
    QString next;
};

struct Step
{
    QString id;
    StepKind kind = StepKind::Review;
    QString nameZh;
    QString nameEn;
    QString right;          // the right a person needs to take it
    QString next;           // id of the step after approval; empty for Finish
    QList<Branch> branches; // asked in order before `next`
    QStringList returnsTo;  // earlier steps it may be sent back to
    int workingDays = 0;    // limit of this step alone; 0 for none
    int minutes = 0;        // the same for what is done while people wait; 0 for none
    bool atWindow = false;  // stays with the window that took the case

    QString name(const QString& language) const { return language == QLatin1StringView("en") ? nameEn : nameZh; }
};

// A flow (流程): {"id", "steps":[{"id","kind","name":{zh_CN,en},"right","next","branches":
// [{"when","next"}],"returnsTo","workingDays","minutes","atWindow"}]}. The first step is an Accept; every way leads to
// a Finish.
class FlowDefinition
{
public:
    // Errors: flow.broken names place and rule.
    static Result<FlowDefinition> parse(const QJsonObject& json);

    const QList<Step>& steps() const { return m_steps; }
    const Step& first() const { return m_steps.constFirst(); }
    const Step* step(const QString& id) const; // null when unknown
    // The step approval leads to while no branch is taken; null at the end or when unknown.
    const Step* after(const QString& id) const;

private:
    QList<Step> m_steps;
};

} // namespace kuaiban::flow

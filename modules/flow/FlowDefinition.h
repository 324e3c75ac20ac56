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
    Finish,   // 办结: not a task, the end
};

QString stepKindName(StepKind kind);

struct Step
{
    QString id;
    StepKind kind = StepKind::Review;
    QString nameZh;
    QString nameEn;
    QString right;         // the right a person needs to take it
    QString next;          // id of the step after approval; empty for Finish
    QStringList returnsTo; // earlier steps it may be sent back to
    int workingDays = 0;   // limit of this step alone; 0 for none

    QString name(const QString& language) const { return language == QLatin1StringView("en") ? nameEn : nameZh; }
};

// A flow (流程): {"id", "steps":[{"id","kind","name":{zh_CN,en},"right","next","returnsTo","workingDays"}]}. The first
// step is an Accept; every step leads to a Finish.
class FlowDefinition
{
public:
    // Errors: flow.broken names place and rule.
    static Result<FlowDefinition> parse(const QJsonObject& json);

    const QList<Step>& steps() const { return m_steps; }
    const Step& first() const { return m_steps.constFirst(); }
    const Step* step(const QString& id) const;  // null when unknown
    const Step* after(const QString& id) const; // the step approval leads to; null at the end or when unknown

private:
    QList<Step> m_steps;
};

} // namespace kuaiban::flow

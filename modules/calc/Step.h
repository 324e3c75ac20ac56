#pragma once

#include <QList>
#include <QString>

namespace kuaiban::calc {

// One line of reasoning, for the counter to show and for the notice to print.
struct Step
{
    QString zh;
    QString en;
};

// "5 年" or "8 个月"; "5 years" or "8 months".
QString zhSpan(qint64 months);
QString enSpan(qint64 months);

// The Chinese lines under each other, as a form shows them.
QString reasoningOf(const QList<Step>& steps);

} // namespace kuaiban::calc

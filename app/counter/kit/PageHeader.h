#pragma once

#include "StepTrail.h"

#include <QWidget>

class QHBoxLayout;

namespace kuaiban::counter {

class ElidedLabel;

// The first line of a page: what it is about, what is to be known at once, and at the right end the steps.
class PageHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit PageHeader(const Look& look, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setNote(const QString& note); // "限时 10 个工作日 · 12 月 5 日前办结"
    void setSteps(const QVector<TrailStep>& steps);
    void addTool(QWidget* tool); // at the right end, after the steps

private:
    QHBoxLayout* m_row;
    ElidedLabel* m_title;
    ElidedLabel* m_note;
    StepTrail* m_steps;
};

} // namespace kuaiban::counter

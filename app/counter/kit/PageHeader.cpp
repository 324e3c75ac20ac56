#include "PageHeader.h"

#include "TextLabel.h"

#include <QHBoxLayout>

namespace kuaiban::counter {

PageHeader::PageHeader(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_title(new ElidedLabel(look, TextRole::Title))
    , m_note(new ElidedLabel(look, TextRole::Body, {}, Tone::Secondary))
    , m_steps(new StepTrail(look))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(10);
    // The title keeps its room longest; the note gives way first.
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_row->addWidget(m_title);
    m_row->addWidget(m_note, 1);
    m_row->addWidget(m_steps);
    m_steps->hide();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void PageHeader::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void PageHeader::setNote(const QString& note)
{
    m_note->setText(note);
}

void PageHeader::setSteps(const QVector<TrailStep>& steps)
{
    m_steps->setSteps(steps);
    m_steps->setVisible(!steps.isEmpty());
}

void PageHeader::addTool(QWidget* tool)
{
    m_row->addWidget(tool);
}

} // namespace kuaiban::counter

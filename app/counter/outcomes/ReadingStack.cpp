#include "ReadingStack.h"

#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/KeyboardFlow.h"
#include "OutcomePane.h"

namespace kuaiban::counter {

ReadingStack::ReadingStack(QWidget* page, QWidget* list)
    : m_list(list)
    , m_flow(new KeyboardFlow(page))
{}

void ReadingStack::addReading(QWidget* pane)
{
    addWidget(pane);
    m_reading.append(pane);
}

void ReadingStack::addForm(QWidget* pane)
{
    addWidget(pane);
}

void ReadingStack::show(QWidget* pane)
{
    const bool leavesForm = isVisible() && !isReading() && m_reading.contains(pane);
    setCurrentWidget(pane);
    auto* outcome = qobject_cast<OutcomePane*>(pane);
    m_flow->setMainButton(outcome ? outcome->mainButton() : nullptr);
    if (leavesForm)
        m_list->setFocus();
}

} // namespace kuaiban::counter

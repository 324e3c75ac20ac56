#include "ChoiceSheet.h"

#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/TextLabel.h"

#include <QKeyEvent>
#include <QVBoxLayout>

namespace kuaiban::counter {

ChoiceSheet::ChoiceSheet(const Look& look, const QString& title, const QString& takeWords, QWidget* window)
    : Overlay(look, window)
    , m_body(new QVBoxLayout)
{
    sheet()->setTitle(title);
    setAccessibleName(title);
    auto* hint =
        new TextLabel(look, TextRole::Hint, tr("What is chosen here holds for this window only"), Tone::Secondary);
    hint->setWordWrap(true);
    auto* take = new ActionButton(look, ButtonRole::Primary, takeWords);
    take->setKeyText(tr("Enter"));
    auto* foot = new QHBoxLayout;
    foot->addWidget(hint, 1);
    foot->addWidget(take);
    sheet()->body()->addLayout(m_body);
    sheet()->body()->addLayout(foot);
    connect(take, &QPushButton::clicked, this, &ChoiceSheet::take);
}

void ChoiceSheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        take();
    else
        Overlay::keyPressEvent(event);
}

} // namespace kuaiban::counter

#include "OutcomePane.h"

#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/QuickPhrases.h"
#include "app/counter/kit/ScrollPane.h"
#include "app/counter/kit/TextLabel.h"

#include <QKeyEvent>
#include <QKeySequence>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

OutcomePane::OutcomePane(
    const PageContext& context, const QString& title, const QString& advice, const QString& doIt, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_fields(nullptr)
    , m_problem(new TextLabel(context.look, TextRole::Label, {}, Tone::Bad))
    , m_do(new ActionButton(context.look, ButtonRole::Primary, doIt))
    , m_back(new ActionButton(context.look, ButtonRole::Secondary, tr("Back")))
{
    auto* content = new QWidget;
    m_fields = new QVBoxLayout(content);
    m_fields->setContentsMargins(0, 0, 0, 0);
    m_fields->setSpacing(8);
    auto* what = new TextLabel(context.look, TextRole::Body, advice, Tone::Secondary);
    what->setWrapped(true);
    m_problem->setWrapped(true);
    m_problem->hide();
    m_do->setKeyText(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));
    m_back->setKeyText(u"Esc"_s);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_problem, 1);
    buttons->addStretch();
    buttons->addWidget(m_back);
    buttons->addWidget(m_do);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(new TextLabel(context.look, TextRole::Heading, title));
    column->addWidget(what);
    column->addWidget(new ScrollPane(content), 1);
    column->addLayout(buttons);
    connect(m_do, &QPushButton::clicked, this, [this] { finish(); });
    connect(m_back, &QPushButton::clicked, this, &OutcomePane::left);
}

QuickPhrases* OutcomePane::addPhrases(const QString& title, const QStringList& phrases)
{
    m_phrases = new QuickPhrases(look(), title);
    m_phrases->setPhrases(phrases);
    m_fields->addWidget(m_phrases);
    return m_phrases;
}

void OutcomePane::choosePhrase(int number)
{
    if (m_phrases)
        m_phrases->choose(number);
}

void OutcomePane::setBusy(bool busy)
{
    m_do->setEnabled(!busy);
}

void OutcomePane::rest()
{
    m_back->setFocus();
}

void OutcomePane::complain(const QString& text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

void OutcomePane::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

} // namespace kuaiban::counter

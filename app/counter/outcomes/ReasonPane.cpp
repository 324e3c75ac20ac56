#include "ReasonPane.h"

#include "app/counter/casefile/ColleagueField.h"
#include "app/counter/kit/Field.h"
#include "app/counter/kit/QuickPhrases.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace kuaiban::counter {

ReasonPane::ReasonPane(const PageContext& page, const Texts& texts, Asks asks, QWidget* parent)
    : OutcomePane(page, texts.title, texts.advice, texts.doIt, parent)
    , m_reason(new QLineEdit)
    , m_field(new Field(look(), tr("Reason"), m_reason))
{
    if (asks == Asks::ReasonAndColleague) {
        m_colleague = new ColleagueField(page);
        fields()->addWidget(m_colleague);
        connect(m_colleague, &ColleagueField::failed, this, &ReasonPane::failed);
    }
    m_field->setRequired(true);
    m_reason->setMaxLength(200);
    fields()->addWidget(m_field);
    if (!texts.phrases.isEmpty()) {
        auto* phrases = addPhrases(tr("Common words"), texts.phrases);
        connect(phrases, &QuickPhrases::phraseChosen, this, [this](const QString& phrase) {
            m_reason->setText(phrase);
            m_field->setNormal();
        });
    }
    fields()->addStretch();
    connect(m_reason, &QLineEdit::textEdited, m_field, &Field::setNormal);
}

void ReasonPane::clear()
{
    m_reason->clear();
    m_field->setNormal();
    if (m_colleague)
        m_colleague->clear();
    complain({});
}

void ReasonPane::offerColleagues(const QString& right, const QSet<QString>& without)
{
    if (m_colleague)
        m_colleague->load(right, without);
}

void ReasonPane::begin()
{
    if (m_colleague)
        m_colleague->focusEditor();
    else
        m_reason->setFocus();
}

void ReasonPane::finish()
{
    const QString reason = m_reason->text().trimmed();
    if (m_colleague && m_colleague->account().isEmpty()) {
        m_colleague->setError(tr("Choose a colleague."));
        m_colleague->focusEditor();
        return;
    }
    if (reason.isEmpty()) {
        m_field->setError(tr("Say why; it is kept."));
        m_reason->setFocus();
        return;
    }
    Q_EMIT confirmed(
        reason, m_colleague ? m_colleague->account() : QString(), m_colleague ? m_colleague->name() : QString());
}

} // namespace kuaiban::counter

#include "VoidPane.h"

#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/Field.h"
#include "app/counter/kit/QuickPhrases.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

VoidPane::VoidPane(const PageContext& context, QWidget* parent)
    : OutcomePane(context, tr("Throw the draft away"),
          tr("Nothing was submitted yet, so no case number is used up. It can be brought back for a week."),
          tr("Throw away"), parent)
    , m_reason(new QLineEdit)
    , m_field(new Field(look(), tr("Reason"), m_reason))
{
    setButtonRole(mainButton(), ButtonRole::Danger);
    m_field->setRequired(true);
    fields()->addWidget(m_field);
    auto* phrases = addPhrases(tr("Common words"),
        {tr("The applicant does not want it any more"), tr("Entered twice"), tr("Entered by mistake")});
    connect(phrases, &QuickPhrases::phraseChosen, this, [this](const QString& phrase) {
        m_reason->setText(phrase);
        m_field->setNormal();
    });
    fields()->addStretch();
}

void VoidPane::clear()
{
    m_reason->clear();
    m_field->setNormal();
}

void VoidPane::begin()
{
    m_reason->setFocus();
}

void VoidPane::finish()
{
    const QString reason = m_reason->text().trimmed();
    if (reason.isEmpty()) {
        m_field->setError(tr("Say why."));
        m_reason->setFocus();
        return;
    }
    Q_EMIT confirmed(reason);
}

} // namespace kuaiban::counter

#include "RefusalPane.h"

#include "app/counter/kit/CodePicker.h"
#include "app/counter/kit/Field.h"
#include "app/counter/kit/QuickPhrases.h"
#include "app/counter/kit/TextArea.h"
#include "app/counter/parties/TableCodes.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr auto OtherOrgan = "10"_L1; // refusal-reason: not within the powers of this office
const QString Overdue = u"40"_s;     // papers were not brought in time

} // namespace

RefusalPane::RefusalPane(const PageContext& context, const CodeWords& words, Stage stage, QWidget* parent)
    : OutcomePane(context, tr("Do not accept"),
          tr("The applicant gets a written decision with the reason and where to turn. The case is closed with it."),
          tr("Refuse and print"), parent)
    , m_words(words)
    , m_reason(new CodePicker(look(), std::make_shared<TableCodes>(words, u"refusal-reason"_s,
                                          stage == Stage::BeingTaken ? QStringList{Overdue} : QStringList())))
    , m_reasonField(new Field(look(), tr("Reason"), m_reason))
    , m_text(new TextArea(look(), 4))
    , m_textField(new Field(look(), tr("In words, as it is printed"), m_text))
    , m_organ(new QLineEdit)
    , m_organField(new Field(look(), tr("Competent office"), m_organ))
{
    m_reason->setCodeShown(false);
    m_reasonField->setRequired(true);
    m_textField->setRequired(true);
    fields()->addWidget(m_reasonField);
    fields()->addWidget(m_textField);
    // Printed on the decision, so in official Chinese whatever the language of the screen.
    auto* phrases =
        addPhrases(tr("Common words"), {u"申请事项不属于本机构办理范围。"_s, u"申请人不符合该事项的办理条件。"_s,
                                           u"同一事项已受理，正在办理中。"_s, u"申请已超过法定期限。"_s});
    connect(phrases, &QuickPhrases::phraseChosen, m_text, &QPlainTextEdit::insertPlainText);
    fields()->addWidget(m_organField);
    fields()->addStretch();
    connect(m_reason, &CodePicker::chosen, this, &RefusalPane::showReason);
    connect(m_text, &QPlainTextEdit::textChanged, m_textField, &Field::setNormal);
    clear();
}

void RefusalPane::clear()
{
    m_reason->setCode({});
    m_text->clear();
    m_organ->clear();
    complain({});
    showReason();
}

void RefusalPane::begin()
{
    m_reason->setFocus();
}

void RefusalPane::showReason()
{
    const auto* table = m_words.table(u"refusal-reason"_s);
    const auto* entry = table ? table->find(m_reason->code()) : nullptr;
    m_reasonField->setNormal();
    m_reasonField->setHint(entry ? entry->note : QString());
    m_organField->setRequired(m_reason->code() == OtherOrgan);
    m_organField->setNormal();
}

void RefusalPane::finish()
{
    QWidget* first = nullptr;
    const auto demand = [&](bool isThere, Field* field, const QString& text) {
        if (isThere)
            return;
        field->setError(text);
        if (!first)
            first = field->editor();
    };
    const QString text = m_text->toPlainText().trimmed();
    const QString organ = m_organ->text().trimmed();
    demand(!m_reason->code().isEmpty() && m_reason->isResolved(), m_reasonField, tr("Choose the reason."));
    demand(!text.isEmpty(), m_textField, tr("Say why in words, the applicant reads it."));
    demand(!organ.isEmpty() || m_reason->code() != OtherOrgan, m_organField, tr("Say where the applicant can turn."));
    if (first)
        first->setFocus();
    else
        Q_EMIT confirmed(m_reason->code(), text, organ);
}

} // namespace kuaiban::counter

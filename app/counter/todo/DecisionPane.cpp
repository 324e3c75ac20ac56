#include "DecisionPane.h"

#include "app/counter/casefile/ColleagueField.h"
#include "app/counter/kit/Field.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/QuickPhrases.h"
#include "app/counter/kit/TextArea.h"
#include "app/counter/kit/TextLabel.h"
#include "SupplementForm.h"
#include "WorkForm.h"

#include <QApplication>
#include <QComboBox>
#include <QJsonArray>
#include <QLineEdit>
#include <QPointer>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;
using Mode = DecisionMode;

DecisionPane::DecisionPane(const PageContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_title(new TextLabel(context.look, TextRole::Heading))
    , m_step(new QComboBox)
    , m_stepField(new Field(context.look, tr("Back to"), m_step))
    , m_supplement(new SupplementForm(context))
    , m_colleague(new ColleagueField(context))
    , m_work(new WorkForm(context))
    , m_department(new QLineEdit)
    , m_departmentField(new Field(context.look, tr("Office in charge"), m_department))
    , m_opinion(new TextArea(context.look, 2))
    , m_opinionField(new Field(context.look, tr("Opinion"), m_opinion))
    , m_phrases(new QuickPhrases(context.look, tr("Common (Alt+digit):")))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(new Rule(context.look));
    column->addWidget(m_title);
    column->addWidget(m_supplement);
    column->addWidget(m_stepField);
    column->addWidget(m_colleague);
    column->addWidget(m_work);
    column->addWidget(m_departmentField);
    column->addWidget(m_opinionField);
    column->addWidget(m_phrases);
    m_departmentField->setRequired(true);
    m_phrases->setPhrases(phrases());
    connect(m_phrases, &QuickPhrases::phraseChosen, this, [this](const QString& phrase) {
        m_opinion->setPlainText(phrase);
        focusOpinion();
    });
    connect(m_opinion, &QPlainTextEdit::textChanged, m_opinionField, &Field::setNormal);
    connect(m_department, &QLineEdit::textEdited, m_departmentField, &Field::setNormal);
    connect(m_colleague, &ColleagueField::failed, this, &DecisionPane::failed);
    begin(Mode::Decide);
}

QStringList DecisionPane::phrases()
{
    return {tr("Agreed."), tr("Papers are not complete."), tr("Details do not agree."), tr("Further proof is needed."),
        tr("Papers are complete and agree with the register; agreed.")};
}

void DecisionPane::choosePhrase(int number)
{
    m_phrases->choose(number);
}

void DecisionPane::setCase(const casework::Case& state, const ItemPtr& item)
{
    const bool other = m_case.id != state.id;
    m_case = state;
    m_item = item;
    if (!other)
        return;
    m_opinion->clear();
    m_department->setText(state.values.value("department"_L1).toString());
    begin(Mode::Decide);
}

void DecisionPane::setOpinionShown(bool shown)
{
    m_opinionShown = shown;
    if (m_mode == Mode::Decide)
        begin(Mode::Decide);
}

const flow::Step* DecisionPane::step() const
{
    const auto* task = m_case.currentTask();
    return task && m_item ? m_item->flow.step(task->step) : nullptr;
}

// Typed values stay when the same step is shown again.
void DecisionPane::showWork(const flow::Step* step)
{
    const bool works = m_mode == Mode::Decide && m_opinionShown && step && step->kind == flow::StepKind::Handle;
    if (works && !m_work->isFor(m_case, step->id))
        m_work->setCase(m_case, *m_item, step->id);
    m_work->setVisible(works && m_work->hasFields());
}

bool DecisionPane::asksReason() const
{
    return m_mode != Mode::Decide && m_mode != Mode::Return && m_mode != Mode::Supplement;
}

QString DecisionPane::titleOf(DecisionMode mode) const
{
    switch (mode) {
    case Mode::Return:
        return tr("Return the case");
    case Mode::Supplement:
        return tr("Ask the applicant for what is missing");
    case Mode::HandOver:
        return tr("Hand the case to a colleague");
    case Mode::Transfer:
        return tr("Give the case to somebody");
    case Mode::Grab:
        return tr("Take the case over from %1")
            .arg(m_case.currentTask() ? m_case.currentTask()->holderName : QString());
    case Mode::Void:
        return tr("Void the case");
    case Mode::Release:
        return tr("No duplicate: release the case");
    case Mode::Merge:
        return tr("Merge the case into the earlier one");
    case Mode::Decide:
        break;
    }
    return {};
}

void DecisionPane::begin(DecisionMode mode)
{
    m_mode = mode;
    const QPointer<QWidget> typedIn = isAncestorOf(QApplication::focusWidget()) ? QApplication::focusWidget() : nullptr;
    const auto* step = this->step();
    m_title->setText(titleOf(mode));
    m_title->setVisible(mode != Mode::Decide);
    m_stepField->setVisible(mode == Mode::Return);
    m_supplement->setVisible(mode == Mode::Supplement);
    m_colleague->setVisible(mode == Mode::HandOver || mode == Mode::Transfer);
    m_departmentField->setVisible(
        mode == Mode::Decide && m_opinionShown && step && step->kind == flow::StepKind::Dispatch);
    showWork(step);
    const bool words = mode != Mode::Decide || m_opinionShown;
    m_opinionField->setVisible(words);
    m_phrases->setVisible(words && !asksReason() && m_work->isHidden());
    m_opinionField->setNormal();
    m_opinionField->setHint(asksReason() ? tr("Reason; it is kept with the case") : QString());
    setVisible(words);
    if (mode == Mode::Return)
        fillSteps();
    if (mode == Mode::Supplement && m_item) {
        m_supplement->setCase(m_case, *m_item);
        m_supplement->focusFirst();
    } else if (m_colleague->isVisibleTo(this) && step) {
        const bool checks = step->kind == flow::StepKind::Review || step->kind == flow::StepKind::Approve;
        m_colleague->load(step->right, checks ? m_case.makers : QSet<QString>());
        m_colleague->focusEditor();
    } else if (mode == Mode::Return && m_step->count() > 1) {
        m_step->setFocus();
    } else if (mode != Mode::Decide) {
        focusOpinion();
    } else if (typedIn && (!typedIn->isVisible() || !typedIn->hasFocus())) {
        if (m_work->isVisible())
            m_work->focusFirst();
        else
            Q_EMIT keyboardLost();
    }
}

void DecisionPane::fillSteps()
{
    m_step->clear();
    const auto* step = this->step();
    if (!step)
        return;
    for (const auto& id : step->returnsTo) {
        const auto* target = m_item->flow.step(id);
        QString words = target ? target->name(m_context.language) : id;
        if (target && target->kind == flow::StepKind::Accept)
            words += u" · "_s + m_case.openedByName;
        m_step->addItem(words, id);
    }
}

bool DecisionPane::check(bool opinionNeeded)
{
    if (m_mode == Mode::Supplement && !m_supplement->check())
        return false;
    if (m_colleague->isVisibleTo(this) && m_colleague->account().isEmpty()) {
        m_colleague->setError(tr("Choose a colleague"));
        m_colleague->focusEditor();
        return false;
    }
    if (m_departmentField->isVisibleTo(this) && department().isEmpty()) {
        m_departmentField->setError(tr("Say which office is in charge"));
        m_department->setFocus();
        return false;
    }
    if (!m_work->isHidden() && !m_work->check())
        return false;
    if ((opinionNeeded || m_mode != Mode::Decide) && opinion().isEmpty()) {
        m_opinionField->setError(asksReason() ? tr("Say why") : tr("This outcome needs an opinion"));
        focusOpinion();
        return false;
    }
    return true;
}

QJsonObject DecisionPane::body() const
{
    switch (m_mode) {
    case Mode::Return:
        return {{u"to"_s, m_step->currentData().toString()}, {u"opinion"_s, opinion()}};
    case Mode::Supplement:
        return {{u"missing"_s, m_supplement->missing()}, {u"deadline"_s, m_supplement->deadline()},
            {u"opinion"_s, opinion()}};
    case Mode::HandOver:
    case Mode::Transfer:
        return {{u"to"_s, m_colleague->account()}, {u"toName"_s, m_colleague->name()}, {u"reason"_s, opinion()}};
    case Mode::Grab:
        return {{u"to"_s, m_context.session.user().account}, {u"toName"_s, m_context.session.user().name},
            {u"reason"_s, opinion()}};
    case Mode::Void:
    case Mode::Release:
    case Mode::Merge:
        return {{u"reason"_s, opinion()}};
    case Mode::Decide:
        break;
    }
    return {{u"opinion"_s, opinion()}};
}

QJsonObject DecisionPane::work() const
{
    return m_work->isHidden() ? QJsonObject() : m_work->values();
}

QString DecisionPane::opinion() const
{
    return m_opinion->toPlainText().trimmed();
}

QString DecisionPane::department() const
{
    return m_department->text().trimmed();
}

void DecisionPane::focusOpinion()
{
    m_opinion->moveCursor(QTextCursor::End);
    m_opinion->setFocus();
}

} // namespace kuaiban::counter

#include "app/counter/casefile/CaseListModel.h"
#include "app/counter/casefile/CaseSheet.h"
#include "app/counter/citizen/Evaluation.h"
#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/KeyboardFlow.h"
#include "app/counter/kit/MessageBar.h"
#include "app/counter/kit/PagedTableView.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/outcomes/CollectionPane.h"
#include "app/counter/papers/PageFeed.h"
#include "CaseEditor.h"
#include "modules/casework/Evaluating.h"
#include "MyCasesPage.h"

#include <QStackedWidget>

// What is done with the case that is open.
namespace kuaiban::counter {

using namespace Qt::StringLiterals;

void MyCasesPage::say(const QString& text, Tone tone)
{
    m_message->setActions({});
    m_message->say({tone, text, {}, {}, {}});
}

// Pages that are on their way belong to the case that is open.
bool MyCasesPage::isScannerAtRest()
{
    if (m_feed->isBusy())
        say(tr("The scanner is still at work."), Tone::Attention);
    return !m_feed->isBusy();
}

// What is said of the papers does not hide what went wrong with them.
void MyCasesPage::sayOfPapers(const QString& text, Tone tone)
{
    if (m_message->message().code.isEmpty() || tone == Tone::Bad || tone == Tone::Attention)
        say(text, tone);
}

void MyCasesPage::continueCase()
{
    if (!m_offers.continueHere || !m_openItem)
        return;
    m_message->clear();
    m_warned = false;
    m_editor->open(m_state, m_openItem);
    m_desk->setCurrentWidget(m_editor);
    enableActions();
    m_editor->focusForm();
}

// What is still unsaved goes first; the editor calls back when it is in the store.
void MyCasesPage::leaveEditor()
{
    if (!isEditing())
        return;
    if (!isScannerAtRest()) {
        m_wanted.clear();
        return;
    }
    if (m_editor->isDirty() && !m_leaving) {
        m_leaving = true;
        m_editor->save();
        return;
    }
    m_leaving = false;
    if (m_editor->isFaulty() && !std::exchange(m_warned, true)) {
        say(tr("What is marked red is not kept. Put it right, or press Esc again to leave without it."),
            Tone::Attention);
        return;
    }
    const QString stream = m_wanted.isEmpty() ? m_editor->stream() : std::exchange(m_wanted, {});
    m_editor->close();
    m_desk->setCurrentIndex(0);
    openCase(stream);
    enableActions();
    m_table->setFocus();
}

void MyCasesPage::sendOn()
{
    if (!isEditing()) {
        resubmit(m_state);
        return;
    }
    if (!isScannerAtRest())
        return;
    if (!m_editor->check()) {
        say(tr("Not complete yet: %1").arg(m_editor->firstProblem()), Tone::Attention);
        return;
    }
    m_sendingOn = true;
    m_editor->save();
}

void MyCasesPage::resubmit(const casework::Case& state)
{
    const auto* task = state.currentTask();
    // What was incomplete is accepted only now: the receipt comes with it.
    if (task)
        act(u"Resubmit"_s, {{u"task"_s, task->id}}, tr("The case goes on to the next step."),
            state.phase == casework::Phase::Supplement);
}

// The hub did not take the case: what was typed is a draft again, and is put right where it was taken.
void MyCasesPage::reopenDraft()
{
    m_reopened = m_state.id;
    m_answers.dropWork(m_state.id);
}

// Of the cases in the list as it is shown, so that the filter says which go.
void MyCasesPage::listPapers()
{
    QStringList streams;
    for (const auto& line : m_lines->lines())
        streams.append(line.stream);
    QHash<QString, QString> names;
    for (const auto& item : std::as_const(m_items))
        names.insert(item->item.id, item->item.name.zh);
    m_handoverList.begin(streams, names, window());
}

void MyCasesPage::takeOver()
{
    if (const auto* task = m_state.currentTask())
        act(u"ClaimTask"_s, {{u"task"_s, task->id}}, tr("The case is yours now: Ctrl+Enter goes on with it."));
}

void MyCasesPage::recall()
{
    if (const auto* task = m_state.currentTask())
        act(u"RecallCase"_s, {{u"task"_s, task->id}},
            tr("The case is back at your window: Ctrl+Enter goes on with it."));
}

void MyCasesPage::openOutcome(OutcomePane* pane)
{
    m_message->clear();
    m_right->setCurrentWidget(pane->parentWidget());
    m_flow->setMainButton(pane->mainButton());
    enableActions();
    pane->begin();
}

void MyCasesPage::closeOutcome()
{
    if (m_right->currentWidget() == m_sheet)
        return;
    m_right->setCurrentWidget(m_sheet);
    m_flow->setMainButton(nullptr);
    enableActions();
    m_table->setFocus();
}

void MyCasesPage::scan(ScanWay way)
{
    m_message->clear();
    if (isEditing())
        m_editor->scan(way);
    else if (m_collection->isVisible())
        m_feed->scan(m_collection->place(), way);
}

void MyCasesPage::act(const QString& type, const QJsonObject& body, const QString& said, bool print)
{
    if (m_busy)
        return;
    m_busy = true;
    enableActions();
    const QString stream = m_state.id;
    session()
        .act(stream, type, body)
        .then(this, [this, stream, type, said, print](const Result<casework::Case>& state) {
            m_busy = false;
            if (!state) {
                m_message->say(messageOf(state.error()));
                enableActions();
                return;
            }
            if (print && m_openItem)
                m_receipts.take(*state, m_openItem);
            if (m_open == stream) {
                if (isEditing()) {
                    m_editor->close();
                    m_desk->setCurrentIndex(0);
                }
                closeOutcome();
                present(*state, m_openItem);
            }
            say(said);
            refresh();
            // Elsewhere the next citizen stands there already.
            if (type == "RecordCollection"_L1 && isVisible() && !casework::isEvaluated(*state))
                m_evaluation->ask(stream);
        });
}

} // namespace kuaiban::counter

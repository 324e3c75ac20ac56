#include "app/counter/casefile/CaseListModel.h"
#include "app/counter/casefile/CaseSheet.h"
#include "app/counter/citizen/CitizenDesk.h"
#include "app/counter/citizen/Evaluation.h"
#include "app/counter/kit/ActionBar.h"
#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/KeyboardFlow.h"
#include "app/counter/kit/MessageBar.h"
#include "app/counter/kit/PagedTableView.h"
#include "app/counter/kit/PageHeader.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/SearchBox.h"
#include "app/counter/outcomes/CollectionPane.h"
#include "app/counter/outcomes/ReasonPane.h"
#include "app/counter/outcomes/RefusalPane.h"
#include "app/counter/papers/PageFeed.h"
#include "app/counter/parties/PartyFacts.h"
#include "CaseEditor.h"
#include "MyCasesFilter.h"
#include "MyCasesPage.h"

#include <QAction>
#include <QComboBox>
#include <QStackedWidget>
#include <QVBoxLayout>

// What stands where on the page, and which keys and buttons there are for the case that is open.
namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int SearchWidth = 260;

} // namespace

void MyCasesPage::buildActions()
{
    m_takeOver =
        addPageAction(u"take-over"_s, tr("Take over"), QKeySequence(Qt::CTRL | Qt::Key_T), [this] { takeOver(); });
    m_handOver = addPageAction(u"hand-over"_s, tr("Hand over …"), QKeySequence(Qt::CTRL | Qt::Key_H), [this] {
        const auto* task = m_state.currentTask();
        const auto* step = task && m_openItem ? m_openItem->flow.step(task->step) : nullptr;
        if (step) {
            m_handOverPane->offerColleagues(step->right, {});
            openOutcome(m_handOverPane);
        }
    });
    m_recall = addPageAction(
        u"recall"_s, tr("Take back"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T), [this] { recall(); });
    m_collect = addPageAction(u"collect"_s, tr("Hand out result …"), QKeySequence(Qt::CTRL | Qt::Key_E),
        [this] { openOutcome(m_collection); });
    m_refuse = addPageAction(u"refuse"_s, tr("Do not accept …"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D),
        [this] { openOutcome(m_refusalPane); });
    m_askVoid = addPageAction(u"ask-void"_s, tr("Ask to void …"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_X),
        [this] { openOutcome(m_voidPane); });
    m_save = addPageAction(u"save"_s, tr("Save"), QKeySequence(Qt::CTRL | Qt::Key_S), [this] { m_editor->save(); });
    m_scan = addPageAction(u"scan"_s, tr("Scan"), QKeySequence(Qt::Key_F4), [this] { scan(ScanWay::Usual); });
    addPageAction(u"scan-all"_s, tr("Scan from the feeder"), QKeySequence(Qt::SHIFT | Qt::Key_F4),
        [this] { scan(ScanWay::Feeder); });
    if (context().devices.has(DeviceFamily::Camera))
        addPageAction(u"scan-other"_s, m_feed->otherWords(), QKeySequence(Qt::CTRL | Qt::Key_F4),
            [this] { scan(ScanWay::Other); });
    addPageAction(u"preview"_s, tr("Look at the papers"), QKeySequence(Qt::Key_F7), [this] {
        if (isHere() && m_receipts.hasLast())
            m_receipts.preview(window());
    });
    auto* print = addPageAction(u"print"_s, tr("Print again"), QKeySequence(Qt::Key_F8), [this] {
        if (isHere() && m_receipts.hasLast())
            m_receipts.printAgain();
    });
    addPageAction(u"hand-over-list"_s, tr("List of papers for the back office"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), [this] { listPapers(); });
    addPageAction(u"card"_s, tr("Read the ID card"), QKeySequence(Qt::Key_F2), [this] {
        if (m_collection->isVisible())
            context().devices.idCard().readNow();
    });
    addPageAction(u"find"_s, tr("Find by number"), QKeySequence(Qt::CTRL | Qt::Key_F), [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
    m_continue = addPageAction(
        u"continue"_s, tr("Continue"), QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { continueCase(); });
    m_resubmit = addPageAction(u"resubmit"_s, tr("Send again"), QKeySequence(Qt::Key_F9), [this] { sendOn(); });
    m_dropRefused = addPageAction(u"drop-refused"_s, tr("Drop it"), {}, [this] { m_answers.dropWork(m_state.id); });
    m_reopen = addPageAction(u"reopen-draft"_s, tr("Put it right"), {}, [this] { reopenDraft(); });
    m_back = addPageAction(u"back"_s, tr("Back to the list"), QKeySequence(Qt::Key_Escape), [this] {
        if (isEditing())
            leaveEditor();
        else
            closeOutcome();
    });
    for (auto* action : {m_takeOver, m_recall, m_handOver, m_collect, m_refuse, m_askVoid})
        m_bar->addLeft(action);
    for (auto* action : {print, m_save, m_back, m_continue})
        m_bar->addRight(action);
    m_bar->setPrimary(m_resubmit);
    for (int i = 1; i <= 4; ++i) {
        addPageAction(u"phrase-%1"_s.arg(i), tr("Common words %1").arg(i),
            QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + i)), [this, i] {
                if (auto* pane = m_right->currentWidget()->findChild<OutcomePane*>())
                    pane->choosePhrase(i);
            });
    }
}

void MyCasesPage::buildOutcomes()
{
    auto& words = m_sheet->words();
    m_editor = new CaseEditor(context(), words, *m_feed, m_scan);
    m_collection = new CollectionPane(context(), words, *m_feed, m_scan);
    m_handOverPane = new ReasonPane(context(),
        {tr("Hand the case over"), tr("The colleague finds it under “My cases” and goes on with it."), tr("Hand over"),
            {tr("Change of shift"), tr("The applicant goes on at another window"), tr("I am away")}},
        ReasonPane::Asks::ReasonAndColleague);
    m_voidPane = new ReasonPane(context(),
        {tr("Ask to void the case"),
            tr("A second person voids a case. The request is kept with it as a remark; a supervisor voids it under “To "
               "do”."),
            tr("Ask"), {tr("Taken twice"), tr("The applicant withdraws"), tr("Taken for the wrong person")}},
        ReasonPane::Asks::Reason);
    m_refusalPane = new RefusalPane(context(), words, RefusalPane::Stage::Taken);
    connect(m_editor, &CaseEditor::failed, this, [this](const Error& error) {
        m_sendingOn = m_leaving = false;
        m_message->say(messageOf(error));
        enableActions();
    });
    connect(m_editor, &CaseEditor::said, this, &MyCasesPage::sayOfPapers);
    connect(m_editor, &CaseEditor::edited, this, [this] {
        m_warned = false;
        m_wanted.clear();
        enableActions();
    });
    connect(m_editor, &CaseEditor::saved, this, [this](const casework::Case& state) {
        if (std::exchange(m_sendingOn, false))
            resubmit(state);
        else if (std::exchange(m_leaving, false))
            leaveEditor();
        enableActions();
    });
    connect(m_feed, &PageFeed::failed, this, [this](const Error& error) { m_message->say(messageOf(error)); });
    connect(m_feed, &PageFeed::pageReady, this, [this](const PaperPlace& place, const casework::Page& page) {
        if (place.draft == m_state.id && !place.role.isEmpty())
            m_collection->addPage(place, page);
    });
    connect(&context().devices.idCard(), &devices::IdCardStation::cardRead, this, [this](const devices::IdCard& card) {
        if (isVisible() && m_collection->isVisible())
            m_collection->takeCard(partyOf(card));
    });
    connect(m_collection, &CollectionPane::confirmed, this, [this](const QJsonObject& body) {
        if (isScannerAtRest())
            act(u"RecordCollection"_s, body, tr("Recorded: the result was handed out."));
    });
    connect(m_handOverPane, &ReasonPane::failed, this, [this](const Error& e) { m_message->say(messageOf(e)); });
    connect(m_handOverPane, &ReasonPane::confirmed, this,
        [this](const QString& reason, const QString& account, const QString& name) {
            if (const auto* task = m_state.currentTask())
                act(u"HandOver"_s,
                    {{u"task"_s, task->id}, {u"to"_s, account}, {u"toName"_s, name}, {u"reason"_s, reason}},
                    tr("The case is now with %1.").arg(name));
        });
    connect(m_voidPane, &ReasonPane::confirmed, this, [this](const QString& reason) {
        act(u"AddRemark"_s, {{u"text"_s, tr("Please void: %1").arg(reason)}},
            tr("Asked. A supervisor sees it in the case."));
    });
    connect(m_refusalPane, &RefusalPane::confirmed, this,
        [this](const QString& reason, const QString& text, const QString& organ) {
            if (const auto* task = m_state.currentTask())
                act(u"RefuseAcceptance"_s,
                    {{u"task"_s, task->id}, {u"reason"_s, reason}, {u"reasonText"_s, text}, {u"organ"_s, organ}},
                    tr("Not accepted; the decision is being printed."), true);
        });
    for (OutcomePane* pane : {static_cast<OutcomePane*>(m_collection), static_cast<OutcomePane*>(m_handOverPane),
             static_cast<OutcomePane*>(m_voidPane), static_cast<OutcomePane*>(m_refusalPane)})
        connect(pane, &OutcomePane::left, this, &MyCasesPage::closeOutcome);
}

void MyCasesPage::buildPanes()
{
    m_header->setTitle(tr("My cases"));
    const QList<QPair<MyCases, QString>> lists{{MyCases::Today, tr("Today")}, {MyCases::ToContinue, tr("To continue")},
        {MyCases::InTransit, tr("In transit")}, {MyCases::Passed, tr("Passed")}, {MyCases::NotPassed, tr("Not passed")},
        {MyCases::NotAccepted, tr("Not accepted")}, {MyCases::Voided, tr("Void or merged")},
        {MyCases::ToCollect, tr("To be collected")}, {MyCases::All, tr("All")}};
    for (const auto& [list, word] : lists)
        m_filter->addItem(word, static_cast<int>(list));
    m_filter->setAccessibleName(tr("Which cases"));
    m_search->setKeyText(u"Ctrl+F"_s);
    m_search->setFixedWidth(SearchWidth);
    m_header->addTool(m_search);
    m_header->addTool(m_filter);
    auto* list = new Panel(look(), tr("Cases"));
    list->addBleeding(m_table);
    m_table->setModel(m_lines);
    fitCaseColumns(m_table);
    m_right->addWidget(m_sheet);
    for (QWidget* pane : {static_cast<QWidget*>(m_collection), static_cast<QWidget*>(m_handOverPane),
             static_cast<QWidget*>(m_voidPane), static_cast<QWidget*>(m_refusalPane)}) {
        auto* panel = new Panel(look());
        panel->body()->addWidget(pane);
        m_right->addWidget(panel);
    }
    auto* listing = new QWidget;
    auto* panes = new QHBoxLayout(listing);
    panes->setContentsMargins(0, 0, 0, 0);
    panes->setSpacing(Metrics::panelGap);
    panes->addWidget(list, 3);
    panes->addWidget(m_right, 2);
    m_desk->addWidget(listing);
    m_desk->addWidget(m_editor);
    auto* column = makeColumn();
    column->addWidget(m_header);
    column->addWidget(m_message);
    column->addWidget(m_desk, 1);
    column->addWidget(m_bar);
    m_flow = new KeyboardFlow(this);
}

// When the result is handed out the citizen stands at the window once more.
void MyCasesPage::buildEvaluation(CitizenDesk& citizen)
{
    auto* unask = addPageAction(u"unask"_s, tr("Take the question back from the citizen"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), [&citizen] { citizen.takeBack(); });
    m_header->addTool(new ActionButton(look(), ButtonRole::Quiet, unask));
    m_evaluation = new Evaluation(citizen, unask, this);
    connect(m_evaluation, &Evaluation::failed, this, [this](const Error& error) { m_message->say(messageOf(error)); });
}

void MyCasesPage::offer(QAction* action, bool offered)
{
    action->setVisible(offered);
    action->setEnabled(offered && !m_busy);
}

void MyCasesPage::enableActions()
{
    const bool editing = isEditing();
    const bool plain = !editing && isHere() && m_right->currentWidget() == m_sheet;
    const auto* task = m_state.currentTask();
    const auto* step = task && m_openItem ? m_openItem->flow.step(task->step) : nullptr;
    const bool atWindow = m_offers.continueHere && step && step->kind == flow::StepKind::Accept;
    offer(m_takeOver, plain && m_offers.takeOver);
    offer(m_recall, plain && m_offers.recall);
    offer(m_handOver, plain && m_offers.handOver);
    offer(m_collect, plain && m_offers.collect);
    offer(m_refuse, plain && atWindow);
    offer(m_askVoid, plain && m_offers.askVoid);
    offer(m_continue, plain && atWindow);
    offer(m_save, editing);
    m_save->setEnabled(editing && m_editor->isDirty());
    offer(m_back, editing || m_right->currentWidget() != m_sheet);
    offer(m_resubmit, editing || (plain && atWindow));
    m_bar->setMessage(plain ? hint() : QString());
}

QString MyCasesPage::hint() const
{
    if (m_offers.recall)
        return tr("Nobody has taken it up yet: Ctrl+Shift+T takes it back to your window.");
    if (m_offers.takeOver)
        return tr("It waits for papers at the window of %1; take it over to go on here.")
            .arg(m_state.currentTask()->holderName);
    return {};
}

} // namespace kuaiban::counter

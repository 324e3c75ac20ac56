#include "app/counter/casefile/CaseSheet.h"
#include "app/counter/kit/ActionBar.h"
#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/KeyboardFlow.h"
#include "app/counter/kit/MessageBar.h"
#include "app/counter/papers/PaperView.h"
#include "QueuePane.h"
#include "TodoPage.h"

#include <QAction>
#include <QVBoxLayout>

// What can be done on the page, by which key, and why something cannot be done now.
namespace kuaiban::counter {

using namespace Qt::StringLiterals;
using Mode = DecisionMode;

namespace {

constexpr int SideWidth = 330; // of queue and papers at normal type
constexpr int PhraseCount = 9;

} // namespace

void TodoPage::buildPanes()
{
    auto* panes = makePanes();
    const double scale = look().settings().textScale;
    m_queue->setFixedWidth(qRound(SideWidth * std::min(scale, 1.1)));
    panes->addWidget(m_queue);
    panes->addWidget(m_sheet, 1);
    panes->addWidget(m_papers, 1);
    auto* column = makeColumn();
    column->addWidget(m_message);
    column->addLayout(panes, 1);
    column->addWidget(m_bar);
    followWidth(false);
}

// Wide papers take the room of the queue, so that page and form stand side by side.
void TodoPage::followWidth(bool wide)
{
    const bool atQueue = m_queue->isAncestorOf(focusWidget());
    m_queue->setVisible(!wide);
    if (wide && atQueue)
        m_papers->focusPage();
    // Narrow they are as wide as they are told, not as the page would like: the room belongs to the form.
    const int width = qRound(SideWidth * std::min(look().settings().textScale, 1.05));
    m_papers->setMinimumWidth(wide ? 2 * width : width);
    m_papers->setMaximumWidth(wide ? QWIDGETSIZE_MAX : width);
}

// What had the keyboard is gone: on with the queue, or with the papers where they have its room.
void TodoPage::takeKeyboardBack()
{
    if (m_queue->isHidden())
        m_papers->focusPage();
    else
        m_queue->focusList();
}

QAction* TodoPage::addMode(const QString& name, const QString& text, const QKeySequence& key, DecisionMode mode)
{
    return addPageAction(name, text, key, [this, mode] { begin(mode); });
}

void TodoPage::buildActions()
{
    m_claim = addPageAction(u"claim"_s, tr("Take"), QKeySequence(Qt::CTRL | Qt::Key_T), [this] {
        if (const auto* task = m_state.currentTask())
            act(deed(u"ClaimTask"_s, {{u"task"_s, task->id}}, tr("The case is yours now."), false));
    });
    m_release = addPageAction(u"release"_s, tr("Give back"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T), [this] {
        if (const auto* task = m_state.currentTask())
            act(deed(u"ReleaseTask"_s, {{u"task"_s, task->id}}, tr("The case is back in the queue."), false));
    });
    m_handOver = addMode(u"hand-over"_s, tr("Hand over …"), QKeySequence(Qt::CTRL | Qt::Key_H), Mode::HandOver);
    m_transfer =
        addMode(u"transfer"_s, tr("Give to …"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H), Mode::Transfer);
    m_grab = addMode(u"grab"_s, tr("Take over …"), QKeySequence(Qt::CTRL | Qt::Key_G), Mode::Grab);
    m_supplement = addMode(u"supplement"_s, tr("Supplement …"), QKeySequence(Qt::CTRL | Qt::Key_B), Mode::Supplement);
    m_return = addPageAction(u"return"_s, tr("Return"), QKeySequence(Qt::CTRL | Qt::Key_R), [this] { sendBack(); });
    m_refuse = addPageAction(
        u"refuse"_s, tr("Do not approve"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D), [this] { refuse(); });
    m_void = addMode(u"void"_s, tr("Void …"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_X), Mode::Void);
    m_primary = addPageAction(
        u"approve"_s, tr("Approve, next case"), QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { confirm(); });
    m_back = addPageAction(u"back"_s, tr("Back"), QKeySequence(Qt::Key_Escape), [this] { begin(Mode::Decide); });
    m_previous =
        addPageAction(u"previous"_s, tr("Previous case"), QKeySequence(Qt::Key_PageUp), [this] { m_queue->step(-1); });
    buildReadingActions();
    m_openRefused = addPageAction(u"open-refused"_s, tr("Open the case"), {}, [this] { openCase(m_refusedStream); });
    m_dropRefused =
        addPageAction(u"drop-refused"_s, tr("Drop it"), {}, [this] { m_answers.dropWork(m_refusedStream); });
    for (auto* action : {m_claim, m_release, m_handOver, m_transfer, m_grab, m_supplement, m_return})
        m_bar->addLeft(action);
    m_bar->addLeft(m_refuse, ButtonRole::Danger);
    m_bar->addLeft(m_void, ButtonRole::Danger);
    m_bar->addRight(m_back);
    m_bar->addRight(m_previous);
    m_bar->setPrimary(m_primary);
    auto* flow = new KeyboardFlow(this);
    flow->setMainButton(m_bar->primary());
}

void TodoPage::buildReadingActions()
{
    m_next = addPageAction(u"next"_s, tr("Next case"), QKeySequence(Qt::Key_PageDown), [this] { m_queue->step(1); });
    addPageAction(u"difference"_s, tr("Next difference"), QKeySequence(Qt::CTRL | Qt::Key_J), [this] {
        if (m_state.exists() && !m_sheet->goToNextDifference())
            say(tr("Nothing differs from the register."));
    });
    addPageAction(u"paper"_s, tr("Next page"), QKeySequence(Qt::ALT | Qt::Key_Right), [this] { m_papers->nextPage(); });
    addPageAction(u"paper-back"_s, tr("Previous page"), QKeySequence(Qt::ALT | Qt::Key_Left),
        [this] { m_papers->previousPage(); });
    addPageAction(u"turn"_s, tr("Turn the paper"), QKeySequence(Qt::CTRL | Qt::Key_L), [this] { m_papers->turn(); });
    addPageAction(u"larger"_s, tr("Larger"), QKeySequence(Qt::CTRL | Qt::Key_Plus), [this] { m_papers->zoom(1.25); });
    addPageAction(u"smaller"_s, tr("Smaller"), QKeySequence(Qt::CTRL | Qt::Key_Minus), [this] { m_papers->zoom(0.8); });
    addPageAction(u"wide"_s, tr("Papers side by side with the form"), QKeySequence(Qt::Key_F11),
        [this] { m_papers->toggleWide(); });
    addPageAction(u"search"_s, tr("Search in this queue"), QKeySequence(Qt::CTRL | Qt::Key_F),
        [this] { m_queue->focusSearch(); });
    addPageAction(u"refresh"_s, tr("Look again"), QKeySequence(Qt::Key_F5), [this] {
        refresh();
        if (!m_open.isEmpty())
            openCase(m_open);
    });
    addPageAction(u"pane"_s, tr("Next pane"), QKeySequence(Qt::Key_F6), [this] {
        if (m_sheet->isAncestorOf(focusWidget()))
            m_papers->focusPage();
        else if (!m_queue->isHidden() && !m_queue->isAncestorOf(focusWidget()))
            m_queue->focusList();
        else if (m_decision->isVisible())
            m_decision->focusOpinion();
        else
            m_papers->focusPage();
    });
    addPageAction(u"preview"_s, tr("Look at the papers to be handed out"), QKeySequence(Qt::Key_F7), [this] {
        if (m_receipts.hasLast())
            m_receipts.preview(window());
    });
    addPageAction(u"print"_s, tr("Print again"), QKeySequence(Qt::Key_F8), [this] {
        if (m_receipts.hasLast())
            m_receipts.printAgain();
    });
    const auto kinds = m_feed.kinds();
    for (int i = 0; i < kinds.size(); ++i) {
        addPageAction(u"list-%1"_s.arg(i + 1), tr("List %1 of the queue").arg(i + 1),
            QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)),
            [this, kind = kinds.at(i)] { m_feed.setKind(kind); });
    }
    for (int i = 0; i < std::min(PhraseCount, static_cast<int>(DecisionPane::phrases().size())); ++i) {
        addPageAction(u"opinion-%1"_s.arg(i + 1), tr("Common opinion %1").arg(i + 1),
            QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + i)),
            [this, i] { m_decision->choosePhrase(i + 1); });
    }
}

void TodoPage::offer(QAction* action, bool offered)
{
    action->setVisible(offered);
    action->setEnabled(offered && !m_busy && isHere());
}

void TodoPage::enableActions()
{
    const auto mode = m_decision->mode();
    const bool plain = mode == Mode::Decide;
    const auto* step = currentStep();
    offer(m_claim, plain && m_offers.claim);
    offer(m_release, plain && m_offers.release);
    offer(m_handOver, plain && m_offers.handOver);
    offer(m_transfer, plain && m_offers.transfer);
    offer(m_grab, plain && m_offers.grab);
    offer(m_supplement, plain && m_offers.supplement);
    offer(m_return, plain && m_offers.giveBack);
    offer(m_refuse, plain && m_offers.refuse);
    offer(m_void, plain && m_offers.voidCase);
    offer(m_back, !plain);
    offer(m_previous, plain);
    offer(m_next, plain); // a page turned by chance must not forget what an outcome has been told
    for (auto* action : {m_back, m_previous, m_next}) // they need no case
        action->setEnabled(action->isVisible() && !m_busy);
    m_return->setText(step && step->returnsTo.size() > 1 ? tr("Return …") : tr("Return"));
    const bool blocked = m_offers.obstacle != Obstacle::None;
    m_refuse->setEnabled(m_refuse->isEnabled() && !blocked);
    m_primary->setText(primaryText());
    m_primary->setEnabled(!m_busy && (plain ? m_offers.decide && !blocked && isHere() : true));
    m_decision->setOpinionShown(m_offers.decide);
    m_bar->setMessage(
        plain ? whyNot() : QString(), m_offers.whyNot == WhyNot::Maker || blocked ? Tone::Attention : Tone::Secondary);
}

QString TodoPage::primaryText() const
{
    switch (m_decision->mode()) {
    case Mode::Return:
        return tr("Return, next case");
    case Mode::Supplement:
        return tr("Ask for it, next case");
    case Mode::HandOver:
        return tr("Hand over");
    case Mode::Transfer:
        return tr("Give");
    case Mode::Grab:
        return tr("Take over");
    case Mode::Void:
        return tr("Void");
    case Mode::Release:
        return tr("Release");
    case Mode::Merge:
        return tr("Merge, next case");
    case Mode::Decide:
        break;
    }
    const auto* step = currentStep();
    if (!step) // nobody knows yet what the next case will want
        return tr("Decide, next case");
    if (step->kind == flow::StepKind::Handle)
        return tr("Done, next case");
    return step->kind == flow::StepKind::Dispatch ? tr("Dispatch, next case") : tr("Approve, next case");
}

QString TodoPage::whyNot() const
{
    const auto* task = m_state.currentTask();
    switch (m_offers.whyNot) {
    case WhyNot::Closed:
        return tr("This case is at its end.");
    case WhyNot::HeldByOther:
        return tr("Held by %1.").arg(task->holderName);
    case WhyNot::AtWindow:
        return m_state.phase == casework::Phase::Supplement
                   ? tr("At the window of %1: the applicant was asked for papers.").arg(task->holderName)
                   : tr("At the window of %1.").arg(task->holderName);
    case WhyNot::Maker:
        return tr("You entered data of this case: somebody else must check it.");
    case WhyNot::NoRight:
        return tr("Your posts do not cover this step for this area and matter.");
    case WhyNot::Nothing:
        break;
    }
    switch (m_offers.obstacle) {
    case Obstacle::Duplicate:
        return tr("A supervisor must first release the possible duplicate.");
    case Obstacle::UncertainTime:
        return tr("A supervisor must first confirm the date of acceptance.");
    case Obstacle::Conflict:
        return tr("First settle the two entries.");
    case Obstacle::None:
        break;
    }
    return {};
}

} // namespace kuaiban::counter

#include "IntakePage.h"

#include "app/counter/casefile/FormPane.h"
#include "app/counter/citizen/Evaluation.h"
#include "app/counter/finder/ItemSearch.h"
#include "app/counter/kit/ActionBar.h"
#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/CaseStrip.h"
#include "app/counter/kit/KeyboardFlow.h"
#include "app/counter/kit/LayoutPause.h"
#include "app/counter/kit/MessageBar.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/Popover.h"
#include "app/counter/kit/ScrollPane.h"
#include "app/counter/outcomes/HandOverPane.h"
#include "app/counter/outcomes/RefusalPane.h"
#include "app/counter/outcomes/SupplementPane.h"
#include "app/counter/outcomes/VoidPane.h"
#include "app/counter/papers/MaterialPane.h"
#include "app/counter/parties/PersonPane.h"
#include "ConfirmSheet.h"
#include "IntakeGaps.h"
#include "ItemPane.h"

#include <QAction>
#include <QStackedLayout>
#include <QVBoxLayout>

// What the keys of the intake page do, and how a case leaves it.
namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int HandOverDays = 5; // working days the colleague has before the case counts as waiting too long
constexpr int Answers = 9;      // Alt+1 to Alt+9

} // namespace

void IntakePage::buildActions()
{
    m_readCard = addPageAction(
        u"read"_s, tr("Read ID card"), QKeySequence(Qt::Key_F2), [this] { context().devices.idCard().readNow(); });
    m_readSsc = addPageAction(u"read-ssc"_s, tr("Read social security card"), QKeySequence(Qt::Key_F3),
        [this] { context().devices.smartCard().readNow(); });
    if (context().devices.has(DeviceFamily::SmartCard))
        addPageAction(u"card-pin"_s, tr("PIN of the social security card …"), QKeySequence(Qt::CTRL | Qt::Key_F3),
            [this] { askForPin(); });
    m_type = addPageAction(u"type"_s, tr("Type the identity"), QKeySequence(Qt::CTRL | Qt::Key_I),
        [this] { beginParty(casework::role::Applicant); });
    m_agent = addPageAction(u"agent"_s, tr("Agent or other person"), QKeySequence(Qt::CTRL | Qt::Key_G),
        [this] { beginParty(draft().otherEnteredRole()); });
    m_scan = addPageAction(u"scan"_s, tr("Scan"), QKeySequence(Qt::Key_F4), [this] { scan(ScanWay::Usual); });
    addPageAction(u"feeder"_s, tr("Scan all in the feeder"), QKeySequence(Qt::SHIFT | Qt::Key_F4),
        [this] { scan(ScanWay::Feeder); });
    if (context().devices.has(DeviceFamily::Camera))
        addPageAction(u"scan-other"_s, m_feed->otherWords(), QKeySequence(Qt::CTRL | Qt::Key_F4),
            [this] { scan(ScanWay::Other); });
    addPageAction(
        u"rescan"_s, tr("Scan this page again"), QKeySequence(Qt::CTRL | Qt::Key_R), [this] { m_papers->rescan(); });
    addPageAction(
        u"left"_s, tr("Turn the page left"), QKeySequence(Qt::ALT | Qt::Key_L), [this] { m_papers->turn(-90); });
    addPageAction(
        u"right"_s, tr("Turn the page right"), QKeySequence(Qt::ALT | Qt::Key_R), [this] { m_papers->turn(90); });
    addPageAction(u"bench"_s, tr("Work on the scanned pages"), QKeySequence(Qt::CTRL | Qt::Key_W),
        [this] { m_papers->workOnPages(); });
    addPageAction(u"separators"_s, tr("Print separator sheets"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P),
        [this] { m_papers->printSeparators(); });
    addPageAction(
        u"blank"_s, tr("Remove blank pages"), QKeySequence(Qt::ALT | Qt::Key_B), [this] { m_papers->removeBlank(); });
    addPageAction(u"undo"_s, tr("Take back what was done to the papers last"), QKeySequence(Qt::CTRL | Qt::Key_Z),
        [this] { m_papers->undo(); });
    addPageAction(u"way"_s, tr("How the paper comes"), QKeySequence(Qt::CTRL | Qt::Key_T), [this] {
        if (m_item)
            m_papers->nextWay();
    });
    addPageAction(u"capture"_s, tr("Photograph or signature"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K), [this] {
        if (m_item)
            m_papers->capture();
    });
    addPageAction(u"pane"_s, tr("Next pane"), QKeySequence(Qt::Key_F6), [this] { nextPane(); });
    m_print = addPageAction(
        u"print"_s, tr("Print receipt again"), QKeySequence(Qt::Key_F8), [this] { m_receipts.printAgain(); });
    m_submit = addPageAction(u"submit"_s, tr("Submit"), QKeySequence(Qt::Key_F9), [this] { submit(); });
    addPageAction(u"other"_s, tr("Next open case"), QKeySequence(Qt::CTRL | Qt::Key_Tab), [this] { m_strip->step(1); });
    addPageAction(u"item"_s, tr("Change the matter"), QKeySequence(Qt::CTRL | Qt::Key_M), [this] {
        m_centerStack->setCurrentWidget(m_itemPane);
        m_itemPane->begin();
    });
    for (int number = 1; number <= Answers; ++number) {
        addPageAction(u"answer%1"_s.arg(number), tr("Common words or answer %1").arg(number),
            QKeySequence(Qt::ALT | Qt::Key(Qt::Key_0 + number)), [this, number] {
                if (!m_pendingCard.isEmpty() && number <= m_answers.size())
                    answer(number);
                else if (auto* pane = outcome())
                    pane->choosePhrase(number);
            });
    }
    for (int number = 1; number <= 3; ++number) {
        m_answers.append(new QAction(this));
        connect(
            m_answers.constLast(), &QAction::triggered, this, [this, number] { answer(number); },
            Qt::QueuedConnection); // the button that was pressed goes with the message
    }
    m_print->setEnabled(false);
}

void IntakePage::buildOutcomeActions()
{
    const auto outcomeAction = [this](const QString& name, const QString& text, const QKeySequence& key, auto run) {
        return addPageAction(name, text, key, [this, run] {
            if (isFree() && hasCase())
                run();
        });
    };
    auto* fresh = addPageAction(u"new"_s, tr("New case"), QKeySequence(Qt::CTRL | Qt::Key_N), [this] { beginNew(); });
    auto* missing = outcomeAction(u"missing"_s, tr("Tell what is missing"), QKeySequence(Qt::Key_F10), [this] {
        m_supplement->offer(gaps(), today(), m_calendar);
        openOutcome(m_supplement);
    });
    auto* refused =
        outcomeAction(u"refuse"_s, tr("Do not accept"), QKeySequence(Qt::Key_F11), [this] { openOutcome(m_refusal); });
    auto* given = outcomeAction(u"handover"_s, tr("Hand over"), QKeySequence(Qt::Key_F12), [this] {
        m_handOver->load();
        openOutcome(m_handOver);
    });
    auto* thrown = addPageAction(u"void"_s, tr("Throw away"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D), [this] {
        if (isFree() && !draft().isEmpty())
            openOutcome(m_void);
    });
    auto* back = addPageAction(u"restore"_s, tr("Bring back the draft thrown away last"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B), [this] {
            putAside();
            m_drafts->restoreVoided();
        });
    auto* saved = addPageAction(u"save"_s, tr("Save draft"), QKeySequence(Qt::CTRL | Qt::Key_S), [this] {
        collect();
        m_drafts->touch(draft().id);
        m_toldOfSaving = draft().id;
        say(tr("Saving …"), Tone::Secondary);
        m_drafts->saveNow();
    });
    auto* previewed = addPageAction(u"preview"_s, tr("Preview"), QKeySequence(Qt::Key_F7), [this] { preview(); });
    m_bar->addLeft(fresh);
    m_bar->addLeft(missing);
    m_bar->addLeft(refused);
    auto* more = new QAction(tr("More"), this);
    auto* moreButton = m_bar->addLeft(more, ButtonRole::Quiet);
    connect(
        more, &QAction::triggered, this, [this, moreButton, actions = QList<QAction*>{given, thrown, back, m_print}] {
            auto* sheet = new Popover(look(), moreButton);
            for (auto* action : actions) {
                auto* button = new ActionButton(look(), ButtonRole::Plain, action, sheet);
                connect(button, &QPushButton::clicked, sheet, [sheet] { sheet->dismiss(false); });
                sheet->body()->addWidget(button);
            }
            sheet->open();
        });
    m_bar->addRight(saved);
    m_bar->addRight(previewed);
    m_bar->setPrimary(m_submit);
    m_flow = new KeyboardFlow(this);
    m_flow->setMainButton(m_bar->primary());

    for (OutcomePane* pane : QList<OutcomePane*>{m_supplement, m_refusal, m_handOver, m_void})
        connect(pane, &OutcomePane::left, this, &IntakePage::closeOutcome);
    connect(m_supplement, &SupplementPane::confirmed, this,
        [this](const QList<casework::MissingThing>& things, const QString& deadline) {
            const QString id = startCommand();
            m_outcomes->takeIncomplete(id, draft().openingBody(), things, deadline, m_item);
        });
    connect(m_refusal, &RefusalPane::confirmed, this,
        [this](const QString& reason, const QString& text, const QString& organ) {
            const QString id = startCommand();
            m_outcomes->refuse(id, draft().openingBody(), reason, text, organ, m_item);
        });
    connect(m_handOver, &HandOverPane::failed, this, qOverload<const Error&>(&IntakePage::say));
    connect(m_handOver, &HandOverPane::confirmed, this, [this](const Colleague& colleague, const QString& reason) {
        auto things = gaps();
        if (things.isEmpty()) // complete, but not submitted: the colleague looks and submits
            things.append({{}, u"经办人核对"_s, reason});
        const QString id = startCommand();
        m_outcomes->handOver(id, draft().openingBody(), things,
            m_calendar.addWorkingDays(today(), HandOverDays).date.toString(Qt::ISODate), colleague, reason, m_item);
    });
    connect(m_void, &VoidPane::confirmed, this, [this](const QString& reason) {
        const QString name = draft().personName();
        collect();
        m_drafts->voidDraft(draft().id, reason);
        m_drafts->book().hasCurrent() ? showDraft() : beginFresh();
        say(tr("The draft of %1 was thrown away. Ctrl+Shift+B brings it back.").arg(name), Tone::Secondary);
    });
    connect(m_drafts, &DraftKeeper::restored, this, [this](bool found) {
        if (found)
            showDraft();
        say(found ? tr("The draft is back.") : tr("No draft was thrown away lately."), Tone::Secondary);
    });
    connect(m_outcomes, &IntakeOutcomes::ended, this, &IntakePage::ended);
    connect(m_outcomes, &IntakeOutcomes::failed, this, [this](const QString& id, const Error& error) {
        m_drafts->setUnderway(id, false);
        m_drafts->touch(id);
        showSteps();
        say(error);
    });
    connect(m_outcomes, &IntakeOutcomes::notHanded, this, [this](const QString&, const Error& error) { say(error); });
}

void IntakePage::scan(ScanWay way)
{
    if (!m_person->isTyping()) {
        m_papers->scan(way);
        return;
    }
    const auto& form = m_person->form();
    const PaperPlace place{draft().id, form.role(), form.paper(), {}};
    if (m_feed->isScanning(place, way))
        return;
    if (form.paper().isEmpty()) {
        say(tr("Nothing is to be scanned for this person."), Tone::Secondary);
        return;
    }
    m_feed->scan(place, way);
    say(tr("Scanning …"), Tone::Secondary);
}

void IntakePage::nextPane()
{
    const QWidget* const focus = focusWidget();
    if (focus && m_center->isAncestorOf(focus)) {
        m_papers->focusPapers();
    } else if (focus && m_papers->isAncestorOf(focus) && m_person->isTyping()) {
        m_person->form().begin();
    } else if (auto* pane = outcome()) {
        pane->begin();
    } else if (m_centerStack->currentWidget() == m_formScroll) {
        m_form->focusFirst();
    } else {
        m_itemPane->begin();
    }
}

bool IntakePage::isFree()
{
    if (m_drafts->isUnderway(draft().id))
        return false;
    if (m_feed->isBusy()) {
        say(tr("The scanner is still at work."), Tone::Attention);
        return false;
    }
    return true;
}

bool IntakePage::hasCase()
{
    collect();
    if (!draft().typing.isEmpty()) {
        say(tr("Finish the person at the left first, or take him out."), Tone::Bad);
        m_person->form().begin();
        return false;
    }
    if (!draft().hasPerson()) {
        say(tr("Read the ID card first"), Tone::Bad);
        return false;
    }
    if (!m_item) {
        say(tr("Choose the matter first"), Tone::Bad);
        m_itemPane->begin();
        return false;
    }
    return true;
}

QList<casework::MissingThing> IntakePage::gaps()
{
    return gapsOf(m_papers->needs(), m_item->form, m_form->state());
}

void IntakePage::submit(const QString& note)
{
    if (!isFree() || !hasCase())
        return;
    closeOutcome();
    if (!m_form->check()) {
        say(tr("Still to fill in: %1").arg(m_form->firstProblem()), Tone::Bad);
        return;
    }
    if (const QString missing = willSign() ? QString() : m_papers->insist(); !missing.isEmpty()) {
        say(tr("Missing: %1. F10 tells the applicant everything at once.").arg(missing), Tone::Bad);
        m_papers->focusPapers();
        return;
    }
    if (!ConfirmSheet::isAskedFor(m_item->item)) {
        send();
        return;
    }
    m_words->load(CodeWords::tablesOf(m_item->form)).then(this, [this, note, id = draft().id] { // he reads no codes
        if (draft().id == id && isFree())
            confirm(note);
    });
}

// The register may answer, or a page arrive, while the citizen reads: he signs what he read and nothing else.
bool IntakePage::isConfirmed()
{
    collect();
    return draft().id == m_confirmedDraft && draft().openingBody() == m_confirmedBody;
}

void IntakePage::send()
{
    const QString id = startCommand();
    auto body = draft().openingBody();
    if (const auto pages = signature(); !pages.isEmpty())
        body.insert(u"signature"_s, pagesJson(pages));
    m_outcomes->submit(id, body, m_item);
}

// From here until the answer the draft is left alone.
QString IntakePage::startCommand()
{
    collect();
    clearMessage();
    const QString id = draft().id;
    if (draft().ticket.isEmpty())
        draft().ticket = calledTicket();
    m_drafts->touch(id);
    m_drafts->saveNow(); // the hub may refuse the case, and the draft comes back as it was kept
    m_drafts->setUnderway(id, true);
    forgetSaid();
    return id;
}

OutcomePane* IntakePage::outcome() const
{
    return qobject_cast<OutcomePane*>(m_centerStack->currentWidget());
}

void IntakePage::openOutcome(OutcomePane* pane)
{
    m_centerStack->setCurrentWidget(pane);
    m_flow->setMainButton(pane->mainButton());
    pane->setBusy(false);
    pane->begin();
}

void IntakePage::closeOutcome()
{
    if (!outcome())
        return;
    m_flow->setMainButton(m_bar->primary());
    m_centerStack->setCurrentWidget(m_item ? static_cast<QWidget*>(m_formScroll) : m_itemPane);
    opened();
}

void IntakePage::ended(const QString& id, const casework::Case& state, const ItemPtr& item, IntakeOutcomes::Kind kind)
{
    using Kind = IntakeOutcomes::Kind;
    const LayoutPause pause(this);
    m_print->setEnabled(true);
    const bool inFront = draft().id == id;
    m_drafts->forget(id);
    if (inFront) { // else the clerk is busy with another case: the keyboard stays there
        m_flow->setMainButton(m_bar->primary());
        beginFresh();
        setFocus();
    } else {
        showSteps();
        showStrip();
    }
    const QHash<Kind, QString> words{{Kind::Submitted, tr("Case %1 is taken. The window is free for the next one.")},
        {Kind::Incomplete, tr("Case %1 is taken and waits for what is missing; the notice is being printed.")},
        {Kind::NotAccepted, tr("Case %1 is closed as not accepted; the decision is being printed.")},
        {Kind::HandedOver, tr("Case %1 is with the colleague now.")}};
    tell({Tone::Good, words.value(kind).arg(state.number), {}, {}, {}});
    session().cases(0).then(this, [this](const Result<QList<sync::LocalCase>>& cases) {
        m_itemPane->setRecent(recentItems(cases.value_or(QList<sync::LocalCase>{})));
    });
    if (kind != Kind::HandedOver)
        m_receipts.take(state, item);
    if (kind != Kind::HandedOver && inFront) // else the next citizen stands there already
        m_evaluation->ask(state.id);
}

void IntakePage::preview()
{
    if (m_receipts.hasLast())
        m_receipts.preview(window());
    else
        say(tr("The receipt can be seen once a case is submitted."), Tone::Secondary);
}

} // namespace kuaiban::counter

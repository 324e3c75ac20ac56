#include "IntakePage.h"

#include "app/counter/kit/ActionBar.h"
#include "app/counter/kit/CaseStrip.h"
#include "app/counter/kit/MessageBar.h"
#include "FormPane.h"
#include "ItemPane.h"
#include "MaterialPane.h"
#include "PersonPane.h"

#include <QAction>
#include <QStackedLayout>

// What the keys of the intake page do, and how a case leaves it.
namespace kuaiban::counter {

using namespace Qt::StringLiterals;

void IntakePage::buildActions()
{
    m_readCard = addPageAction(
        u"read"_s, tr("Read ID card"), QKeySequence(Qt::Key_F2), [this] { context().devices.idCard().readNow(); });
    m_type = addPageAction(u"type"_s, tr("Type the identity"), QKeySequence(Qt::CTRL | Qt::Key_I),
        [this] { m_person->beginTyping(draft().party); });
    m_scan = addPageAction(u"scan"_s, tr("Scan"), QKeySequence(Qt::Key_F4), [this] { m_papers->scan(); });
    auto* next = addPageAction(u"pane"_s, tr("Next pane"), QKeySequence(Qt::Key_F6), [this] { nextPane(); });
    auto* previewed = addPageAction(u"preview"_s, tr("Preview"), QKeySequence(Qt::Key_F7), [this] { preview(); });
    m_print = addPageAction(
        u"print"_s, tr("Print receipt again"), QKeySequence(Qt::Key_F8), [this] { m_receipts.printAgain(); });
    m_submit = addPageAction(u"submit"_s, tr("Submit"), QKeySequence(Qt::Key_F9), [this] { submit(); });
    auto* saved = addPageAction(u"save"_s, tr("Save draft"), QKeySequence(Qt::CTRL | Qt::Key_S), [this] {
        collect();
        save();
        say(tr("Draft saved"), Tone::Good);
    });
    auto* fresh = addPageAction(u"new"_s, tr("New case"), QKeySequence(Qt::CTRL | Qt::Key_N), [this] { beginNew(); });
    addPageAction(u"other"_s, tr("Next open case"), QKeySequence(Qt::CTRL | Qt::Key_Tab), [this] { m_strip->step(1); });
    addPageAction(u"item"_s, tr("Change the matter"), QKeySequence(Qt::CTRL | Qt::Key_M), [this] {
        m_centerStack->setCurrentIndex(0);
        m_itemPane->begin();
    });
    m_bar->addLeft(fresh);
    m_bar->addLeft(m_print);
    m_bar->addRight(saved);
    m_bar->addRight(previewed);
    m_bar->addRight(next);
    m_bar->setPrimary(m_submit);
    m_print->setEnabled(false);
}

void IntakePage::nextPane()
{
    QWidget* const focus = focusWidget();
    if (focus && m_form->isAncestorOf(focus))
        m_papers->focusName();
    else if (m_centerStack->currentIndex() == 1)
        m_form->focusFirst();
    else
        m_itemPane->begin();
}

void IntakePage::submit()
{
    if (m_submitting || !m_item)
        return;
    collect();
    if (!draft().hasPerson()) {
        say(tr("Read the ID card first"), Tone::Bad);
        return;
    }
    if (!m_form->check()) {
        say(tr("Still to fill in: %1").arg(m_form->firstProblem()), Tone::Bad);
        return;
    }
    if (m_papers->isScanning()) {
        say(tr("The scanner is still at work."), Tone::Attention);
        return;
    }
    m_submitting = true;
    m_submit->setEnabled(false);
    m_saveTimer.stop();
    // The clerk may open another case while this one is on its way: the answer belongs to this draft, not to the one in
    // front by then.
    const QString id = draft().id;
    const auto item = m_item;
    session().open(id, draft().openingBody()).then(this, [this, id, item](const Result<casework::Case>& state) {
        m_submitting = false;
        if (!state) {
            m_submit->setEnabled(true);
            m_message->say(messageOf(state.error()));
            save();
            return;
        }
        finishSubmit(id, *state, item);
    });
}

void IntakePage::finishSubmit(const QString& id, const casework::Case& state, const ItemPtr& item)
{
    m_print->setEnabled(true);
    const bool inFront = draft().id == id;
    m_book.close(id);
    if (inFront) {
        beginFresh();
    } else {
        showSteps();
        showStrip();
    }
    m_message->say(
        {Tone::Good, tr("Case %1 is taken. The window is free for the next one.").arg(state.number), {}, {}, {}});
    setFocus();
    m_receipts.take(state, item);
}

void IntakePage::preview()
{
    if (m_receipts.hasLast())
        m_receipts.preview(window());
    else
        say(tr("The receipt can be seen once a case is submitted."), Tone::Secondary);
}

} // namespace kuaiban::counter

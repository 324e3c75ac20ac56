#include "TodoPage.h"

#include "app/counter/casefile/CaseSheet.h"
#include "app/counter/kit/ActionBar.h"
#include "app/counter/kit/MessageBar.h"
#include "app/counter/papers/PaperView.h"
#include "modules/casework/CaseworkErrors.h"
#include "QueuePane.h"

#include <QAction>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

TodoPage::TodoPage(PageContext& page, QWidget* parent)
    : Page(page, u"todo"_s, parent)
    , m_feed(page.session, page.session.may(identity::right::SuperviseCase, page.posts))
    , m_answers(page.session)
    , m_receipts(page)
    , m_queue(new QueuePane(context(), m_feed))
    , m_sheet(new CaseSheet(
          context(), tr("Nothing chosen"), tr("Choose a case at the left; Up and Down move in the queue.")))
    , m_papers(new PaperView(context()))
    , m_message(new MessageBar(look()))
    , m_decision(new DecisionPane(context()))
    , m_bar(new ActionBar(look()))
{
    m_sheet->setFullValues(true); // a reviewer compares names and numbers with the papers
    m_sheet->foot()->addWidget(m_decision);
    buildPanes();
    buildActions();

    connect(m_queue, &QueuePane::chosen, this, &TodoPage::openCase);
    connect(m_queue, &QueuePane::listChanged, this, &TodoPage::followQueue);
    connect(m_queue, &QueuePane::failed, this, [this](const Error& error) { m_message->say(messageOf(error)); });
    connect(m_papers, &PaperView::missingChanged, this, [this] { m_sheet->setMissingFiles(m_papers->missing()); });
    connect(m_papers, &PaperView::wideChanged, this, &TodoPage::followWidth);
    connect(m_sheet, &CaseSheet::materialChosen, m_papers, &PaperView::showOwner);
    connect(m_sheet, &CaseSheet::noticeActionChosen, this, &TodoPage::takeNoticeAction);
    connect(m_sheet, &CaseSheet::conflictSettled, this, [this](const QString& conflict, const QJsonValue& value) {
        act(deed(u"SettleConflict"_s, {{u"conflict"_s, conflict}, {u"value"_s, value}}, tr("Settled."), false));
    });
    connect(m_decision, &DecisionPane::failed, this, [this](const Error& error) { m_message->say(messageOf(error)); });
    connect(m_decision, &DecisionPane::keyboardLost, this, &TodoPage::takeKeyboardBack);
    connect(&m_receipts, &Receipts::told, m_message, &MessageBar::say);
    connect(&m_answers, &AnswerWatch::refused, this, &TodoPage::tellRefused);
    connect(&m_answers, &AnswerWatch::dropped, this, [this](const QString& stream) {
        m_message->clear();
        openCase(stream);
        m_feed.refresh();
    });
    connect(&session(), &Session::levelReached, &m_feed, &QueueFeed::refreshQuietly);
    enableActions();
    refresh();
}

void TodoPage::opened()
{
    refresh();
    m_queue->focusList();
}

void TodoPage::show(const QString& subject)
{
    openCase(subject);
    m_queue->select(subject);
}

void TodoPage::refresh()
{
    session().items().then(this, [this](const Result<QList<ItemPtr>>& items) {
        if (items) {
            for (const auto& item : *items)
                m_items.insert(item->item.id, item);
            m_queue->setItems(m_items);
        }
        m_feed.refresh();
    });
}

// The list in front has other rows now. A case that is open stays open, also when it is none of them.
void TodoPage::followQueue()
{
    Q_EMIT countChanged(m_feed.total());
    if (!m_open.isEmpty()) {
        const bool listed = m_queue->current() == m_open || m_queue->select(m_open);
        const auto* task = m_state.currentTask();
        // Nobody held it and now it is gone: a colleague was quicker.
        if (!listed && !m_busy && task && task->holder.isEmpty() && m_feed.kind() == QueueKind::Open &&
            m_decision->mode() == DecisionMode::Decide && isHere() && m_feed.wasRead())
            openCase(m_open);
        return;
    }
    if (m_queue->shown() > 0)
        m_queue->selectFirst();
    else
        showNothing();
}

void TodoPage::openCase(const QString& stream)
{
    m_open = stream;
    enableActions();
    session().fetchCase(stream).then(this, [this, stream](const Result<casework::Case>& state) {
        if (m_open != stream)
            return;
        if (!state) {
            m_message->say(messageOf(state.error()));
            if (m_state.id != stream)
                showNothing();
            return;
        }
        session()
            .item(state->item, state->itemRevision)
            .then(this, [this, stream, state = *state](const Result<ItemPtr>& item) {
                if (m_open != stream)
                    return;
                if (item && *item)
                    present(state, *item);
                else
                    m_message->say(messageOf(item ? casework::caseUnknown() : item.error()));
            });
    });
}

void TodoPage::present(const casework::Case& state, const ItemPtr& item)
{
    m_state = state;
    m_item = item;
    m_offers = offersFor(state, *item, worker());
    m_sheet->setCase(state, item);
    m_sheet->setOffers(m_offers);
    m_papers->setCase(state);
    m_sheet->setMissingFiles(m_papers->missing());
    m_decision->setCase(state, item);
    enableActions();
}

void TodoPage::showNothing()
{
    m_open.clear();
    m_state = {};
    m_item.reset();
    m_offers = {};
    if (m_feed.asOf() > 0 && m_queue->shown() == 0)
        m_sheet->setEmptyTexts(tr("Nothing to decide"), tr("When a case arrives it appears at the left."));
    else
        m_sheet->setEmptyTexts(tr("Nothing chosen"), tr("Choose a case at the left; Up and Down move in the queue."));
    const bool typing = m_sheet->isAncestorOf(focusWidget());
    m_sheet->clear();
    m_papers->clear();
    enableActions();
    if (typing)
        takeKeyboardBack();
}

Worker TodoPage::worker() const
{
    const auto& page = context();
    const auto& user = page.session.user();
    return {user.account, user.grants, page.posts, page.session.clock().nowMs()};
}

const flow::Step* TodoPage::currentStep() const
{
    const auto* task = m_state.currentTask();
    return task && m_item ? m_item->flow.step(task->step) : nullptr;
}

} // namespace kuaiban::counter

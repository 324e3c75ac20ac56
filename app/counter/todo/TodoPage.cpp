#include "TodoPage.h"

#include "app/counter/casefile/CaseSheet.h"
#include "app/counter/casefile/PaperView.h"
#include "app/counter/kit/ActionBar.h"
#include "app/counter/kit/Field.h"
#include "app/counter/kit/KeyboardFlow.h"
#include "app/counter/kit/MessageBar.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/SearchBox.h"
#include "app/counter/kit/TextArea.h"
#include "app/counter/kit/TextLabel.h"
#include "app/counter/shell/Words.h"
#include "modules/codes/Mask.h"
#include "QueueList.h"

#include <QAction>
#include <QLineEdit>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;
using flow::StepKind;

namespace {

constexpr int CommonOpinions = 4;

} // namespace

TodoPage::TodoPage(PageContext& page, QWidget* parent)
    : Page(page, u"todo"_s, parent)
    , m_queuePanel(new Panel(look(), tr("Waiting")))
    , m_search(new SearchBox(look(), tr("Search in this queue")))
    , m_queue(new QueueList(look()))
    , m_sheet(new CaseSheet(
          context(), tr("Nothing chosen"), tr("Choose a case at the left; Up and Down move in the queue.")))
    , m_papers(new PaperView(context()))
    , m_message(new MessageBar(look()))
    , m_opinion(new TextArea(look(), 2))
    , m_opinionField(new Field(look(), tr("Opinion"), m_opinion))
    , m_department(new QLineEdit)
    , m_departmentField(new Field(look(), tr("Office in charge"), m_department))
    , m_bar(new ActionBar(look()))
{
    m_queuePanel->body()->addWidget(m_search);
    m_queuePanel->addBleeding(m_queue);
    m_sheet->setFullValues(true); // a reviewer compares names and numbers with the papers
    QStringList common;
    for (int i = 0; i < CommonOpinions; ++i)
        common.append(u"Alt+%1 "_s.arg(i + 1) + QStringList{tr("Agreed."), tr("Papers are not complete."),
                                                    tr("Details do not agree."), tr("Further proof is needed.")}
                                                    .at(i));
    m_opinionField->setHint(common.join(u"   "_s));
    m_sheet->foot()->addWidget(m_departmentField);
    m_sheet->foot()->addWidget(m_opinionField);

    auto* panes = makePanes();
    panes->addWidget(m_queuePanel, 3);
    panes->addWidget(m_sheet, 5);
    panes->addWidget(m_papers, 3);
    auto* column = makeColumn();
    column->addWidget(m_message);
    column->addLayout(panes, 1);
    column->addWidget(m_bar);
    buildActions();

    connect(m_queue, &QueueList::streamChosen, this, &TodoPage::openCase);
    connect(m_search, &SearchBox::searched, this, &TodoPage::refresh);
    connect(m_papers, &PaperView::failed, this, [this](const Error& error) { m_message->say(messageOf(error)); });
    connect(&session(), &Session::levelReached, this, &TodoPage::refresh);
    enableActions();
    refresh();
}

void TodoPage::buildActions()
{
    m_claim = addPageAction(u"claim"_s, tr("Take"), QKeySequence(Qt::CTRL | Qt::Key_T), [this] {
        if (const auto* task = m_state.currentTask())
            act(u"ClaimTask"_s, {{u"task"_s, task->id}}, tr("The case is yours now."), false);
    });
    m_release = addPageAction(u"release"_s, tr("Give back"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T), [this] {
        if (const auto* task = m_state.currentTask())
            act(u"ReleaseTask"_s, {{u"task"_s, task->id}}, tr("The case is back in the queue."), false);
    });
    m_return = addPageAction(u"return"_s, tr("Return"), QKeySequence(Qt::CTRL | Qt::Key_R), [this] {
        const auto* step = currentStep();
        decide(
            u"ReturnTask"_s, {{u"to"_s, step ? step->returnsTo.value(0) : QString()}}, tr("Returned to the window."));
    });
    m_refuse = addPageAction(u"refuse"_s, tr("Do not approve"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D),
        [this] { decide(u"RefuseCase"_s, {}, tr("The case was not approved.")); });
    m_approve = addPageAction(u"approve"_s, tr("Approve, next case"), QKeySequence(Qt::CTRL | Qt::Key_Return), [this] {
        const auto* step = currentStep();
        if (step && step->kind == StepKind::Dispatch)
            decide(u"DispatchCase"_s, {{u"department"_s, m_department->text()}}, tr("The case was dispatched."));
        else
            decide(u"ApproveTask"_s, {}, tr("Approved."));
    });
    addPageAction(u"next"_s, tr("Next case"), QKeySequence(Qt::Key_PageDown), [this] { m_queue->step(1); });
    auto* previous =
        addPageAction(u"previous"_s, tr("Previous case"), QKeySequence(Qt::Key_PageUp), [this] { m_queue->step(-1); });
    addPageAction(u"paper"_s, tr("Next paper"), QKeySequence(Qt::Key_F6), [this] { m_papers->nextPage(); });
    addPageAction(u"turn"_s, tr("Turn the paper"), QKeySequence(Qt::CTRL | Qt::Key_L), [this] { m_papers->turn(); });
    for (int i = 0; i < CommonOpinions; ++i) {
        addPageAction(u"opinion-%1"_s.arg(i + 1), tr("Common opinion %1").arg(i + 1),
            QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + i)), [this, i] { addOpinion(i); });
    }
    for (auto* action : {m_claim, m_release, m_return, m_refuse})
        m_bar->addLeft(action);
    m_bar->addRight(previous);
    m_bar->setPrimary(m_approve);
}

void TodoPage::addOpinion(int number)
{
    const QStringList common{
        tr("Agreed."), tr("Papers are not complete."), tr("Details do not agree."), tr("Further proof is needed.")};
    m_opinion->setPlainText(common.value(number));
    m_opinion->moveCursor(QTextCursor::End);
    m_opinion->setFocus();
}

void TodoPage::opened()
{
    refresh();
    m_queue->setFocus();
}

void TodoPage::show(const QString& subject)
{
    m_open = subject;
    openCase(subject);
}

void TodoPage::refresh()
{
    session().items().then(this, [this](const Result<QList<ItemPtr>>& items) {
        if (items) {
            for (const auto& item : *items)
                m_items.insert(item->item.id, item);
        }
        casework::QueueFilter filter;
        filter.text = m_search->text().trimmed();
        filter.limit = 200;
        session().queue(filter).then(this, [this](const Result<CasePage>& page) {
            if (page)
                showQueue(*page);
            else if (m_rows.isEmpty())
                m_message->say(messageOf(page.error()));
        });
    });
}

void TodoPage::showQueue(const CasePage& page)
{
    m_rows = page.rows;
    QList<QueueLine> lines;
    const QDate today = legalDate(session().clock().nowMs());
    for (const auto& row : page.rows) {
        const auto item = m_items.value(row.item);
        const auto due = dueWords(row.dueOn, today);
        lines.append(
            {row.stream, codes::maskName(row.applicant), item ? item->item.name.in(context().language) : row.item,
                tr("Taken %1 · %2").arg(clockText(row.openedAt), row.number), due.text, due.tone,
                row.holder == session().user().account});
    }
    m_queuePanel->setCount(QString::number(lines.size()));
    Q_EMIT countChanged(static_cast<int>(lines.size()));
    m_queue->setLines(lines);
    const bool gone =
        std::none_of(lines.begin(), lines.end(), [this](const QueueLine& line) { return line.stream == m_open; });
    if (gone)
        m_queue->selectFirst();
    if (lines.isEmpty()) {
        m_open.clear();
        m_state = {};
        m_sheet->clear();
        m_papers->clear();
        enableActions();
    }
}

void TodoPage::openCase(const QString& stream)
{
    m_open = stream;
    session().fetchCase(stream).then(this, [this, stream](const Result<casework::Case>& state) {
        if (m_open != stream)
            return;
        if (!state) {
            m_message->say(messageOf(state.error()));
            return;
        }
        session()
            .item(state->item, state->itemRevision)
            .then(this, [this, stream, state = *state](const Result<ItemPtr>& item) {
                if (item && m_open == stream)
                    present(state, *item);
            });
    });
}

void TodoPage::present(const casework::Case& state, const ItemPtr& item)
{
    const bool other = m_state.id != state.id;
    m_state = state;
    m_item = item;
    m_sheet->setCase(state, item);
    if (other) {
        m_papers->setCase(state);
        m_opinion->clear();
        m_department->setText(state.values.value("department"_L1).toString());
    }
    enableActions();
}

const flow::Step* TodoPage::currentStep() const
{
    const auto* task = m_state.currentTask();
    return task && m_item ? m_item->flow.step(task->step) : nullptr;
}

void TodoPage::enableActions()
{
    const auto* task = m_state.currentTask();
    const auto* step = currentStep();
    const bool mine = task && task->holder == session().user().account;
    const bool free = task && task->holder.isEmpty();
    const bool dispatching = step && step->kind == StepKind::Dispatch;
    const bool checking = step && (step->kind == StepKind::Review || step->kind == StepKind::Approve);
    m_claim->setEnabled(free);
    m_release->setEnabled(mine);
    m_return->setEnabled((mine || free) && step && !step->returnsTo.isEmpty());
    m_refuse->setEnabled((mine || free) && checking);
    m_approve->setEnabled((mine || free) && (checking || dispatching));
    m_approve->setText(dispatching ? tr("Dispatch, next case") : tr("Approve, next case"));
    m_departmentField->setVisible(dispatching);
    m_opinionField->setVisible(dispatching || checking);
    m_bar->setMessage(task && !mine && !free ? tr("Held by %1").arg(task->holderName) : QString());
}

QString TodoPage::opinion() const
{
    return m_opinion->toPlainText().trimmed();
}

void TodoPage::decide(const QString& type, QJsonObject body, const QString& said)
{
    const auto* task = m_state.currentTask();
    if (!task)
        return;
    body.insert(u"task"_s, task->id);
    body.insert(u"opinion"_s, opinion());
    if (task->holder == session().user().account) {
        act(type, body, said, true);
        return;
    }
    session()
        .act(m_state.id, u"ClaimTask"_s, {{u"task"_s, task->id}})
        .then(this, [this, type, body, said](const Result<casework::Case>& claimed) {
            if (!claimed)
                m_message->say(messageOf(claimed.error()));
            else
                act(type, body, said, true);
        });
}

void TodoPage::act(const QString& type, const QJsonObject& body, const QString& said, bool goOn)
{
    const QString stream = m_state.id;
    session().act(stream, type, body).then(this, [this, stream, said, goOn](const Result<casework::Case>& state) {
        if (!state) {
            m_message->say(messageOf(state.error()));
            return;
        }
        m_message->say({Tone::Good, said, {}, {}, {}});
        if (m_open == stream)
            present(*state, m_item);
        if (goOn)
            m_queue->step(1);
    });
}

} // namespace kuaiban::counter

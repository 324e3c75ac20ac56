#include "ReadingPage.h"

#include "app/counter/kit/ActionBar.h"
#include "app/counter/kit/EmptyState.h"
#include "app/counter/kit/MessageBar.h"
#include "app/counter/kit/PageHeader.h"
#include "app/counter/kit/Panel.h"
#include "ReadingStack.h"

#include <QAction>
#include <QVBoxLayout>

#include <algorithm>

namespace kuaiban::counter {

namespace {

constexpr int ReadingListWidth = 380;

} // namespace

ReadingPage::ReadingPage(PageContext& page, const QString& id, const Words& words, QWidget* parent)
    : Page(page, id, parent)
    , m_listName(words.list)
    , m_header(new PageHeader(look()))
    , m_message(new MessageBar(look()))
    , m_rows(new EntryRows(this))
    , m_view(new EntryView(look(), words.list))
    , m_right(new ReadingStack(this, m_view))
    , m_empty(new EmptyState(look(), words.glyph, words.nothing, words.nothingMeans))
    , m_bar(new ActionBar(look()))
{
    m_header->setTitle(words.title);
    m_view->setModel(m_rows);
    connect(m_view, &EntryView::entrySelected, this, [this](const QString& entry) {
        m_chosen = entry;
        m_message->clear();
        showCurrent();
    });
    session().items().then(this, [this](const Result<QList<ItemPtr>>& items) {
        if (items) {
            for (const auto& item : *items)
                m_items.insert(item->item.id, item->item.name.in(context().language));
        }
        if (isVisible())
            refresh();
    });
}

void ReadingPage::layOut(QWidget* reading, QWidget* form, QWidget* foot)
{
    auto* left = new Panel(look(), m_listName);
    left->addBleeding(m_view);
    left->setFixedWidth(qRound(ReadingListWidth * std::min(look().settings().textScale, 1.1)));
    m_right->addReading(m_empty);
    m_right->addReading(reading);
    m_right->addForm(form);
    auto* panes = makePanes();
    panes->addWidget(left);
    panes->addWidget(m_right, 1);
    auto* column = makeColumn();
    column->addWidget(m_header);
    column->addWidget(m_message);
    column->addLayout(panes, 1);
    if (foot)
        column->addWidget(foot);
    column->addWidget(m_bar);
}

void ReadingPage::opened()
{
    m_view->setFocus();
}

void ReadingPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    refresh();
}

void ReadingPage::setEntries(const QVector<Entry>& entries)
{
    const auto isChosen = [this](const Entry& entry) { return entry.id == m_chosen; };
    const bool isGone = std::none_of(entries.begin(), entries.end(), isChosen);
    const bool leavesForm = isGone && !isReading(); // it must not be taken for that of another
    if (isGone)
        m_chosen = entries.isEmpty() ? QString() : entries.constFirst().id;
    m_rows->setEntries(entries);
    {
        const QSignalBlocker quiet(m_view); // what is shown anew was not chosen
        m_view->setCurrentId(m_chosen);
    }
    if (isReading() || leavesForm)
        showCurrent();
    else
        enableActions();
    if (leavesForm && !m_busy)
        m_message->say({Tone::Attention, tr("What you were at is not in the list any more."), {}, {}, {}});
}

void ReadingPage::showPane(QWidget* pane)
{
    m_right->show(pane ? pane : m_empty);
    enableActions();
}

bool ReadingPage::isReading() const
{
    return m_right->isReading();
}

void ReadingPage::offer(QAction* action, bool shown) const
{
    action->setVisible(isReading() && shown);
    action->setEnabled(isReading() && shown && !m_busy);
}

void ReadingPage::allow(QAction* back) const
{
    back->setVisible(!isReading());
    back->setEnabled(!isReading());
}

void ReadingPage::setBusy(bool busy)
{
    m_busy = busy;
    enableActions();
}

void ReadingPage::say(const QString& done)
{
    m_message->say({Tone::Good, done, {}, {}, {}});
}

void ReadingPage::say(const Error& error)
{
    m_message->say(messageOf(error));
}

} // namespace kuaiban::counter

#include "CaseSearchPage.h"

#include "app/counter/casefile/CaseListModel.h"
#include "app/counter/casefile/CaseSheet.h"
#include "app/counter/kit/ActionBar.h"
#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/KeyboardFlow.h"
#include "app/counter/kit/MessageBar.h"
#include "app/counter/kit/PagedTableView.h"
#include "app/counter/kit/PageHeader.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/SearchBox.h"
#include "app/counter/shell/Words.h"

#include <QAction>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int PageRows = 100;

} // namespace

CaseSearchPage::CaseSearchPage(PageContext& page, QWidget* parent)
    : Page(page, u"cases"_s, parent)
    , m_header(new PageHeader(look()))
    , m_search(new SearchBox(look(), tr("Case number, name or ID number")))
    , m_lines(new CaseListModel(this))
    , m_table(new PagedTableView(look(), tr("Cases found")))
    , m_sheet(new CaseSheet(context(), tr("No case chosen"), tr("Choose a case in the list to see how it stands.")))
    , m_message(new MessageBar(look()))
    , m_bar(new ActionBar(look()))
{
    m_header->setTitle(tr("Find a case"));
    auto* list = new Panel(look(), tr("Cases"));
    list->body()->addWidget(m_search);
    list->addBleeding(m_table);
    m_table->setModel(m_lines);
    fitCaseColumns(m_table);
    auto* panes = makePanes();
    panes->addWidget(list, 3);
    panes->addWidget(m_sheet, 2);
    auto* column = makeColumn();
    column->addWidget(m_header);
    column->addWidget(m_message);
    column->addLayout(panes, 1);
    column->addWidget(m_bar);
    m_goOn = addPageAction(u"go-on"_s, tr("Go on with it"), QKeySequence(Qt::CTRL | Qt::Key_Return),
        [this] { Q_EMIT pageRequested(m_goOnPage, m_state.id); });
    addPageAction(u"find"_s, tr("Find a case"), QKeySequence(Qt::CTRL | Qt::Key_F), [this] { m_search->setFocus(); });
    m_bar->setPrimary(m_goOn);
    m_goOn->setEnabled(false);
    auto* flow = new KeyboardFlow(this);
    flow->setMainButton(m_bar->primary());
    connect(m_sheet, &CaseSheet::noticeActionChosen, this, [this](const QString& action) {
        if (action == "open-duplicate"_L1)
            openCase(m_state.duplicateOf);
        else if (action == "open-merged"_L1)
            openCase(m_state.mergedInto);
    });
    connect(m_search, &SearchBox::searched, this, &CaseSearchPage::search);
    connect(m_table, &PagedTableView::rowSelected, this, &CaseSearchPage::openCase);
    connect(m_lines, &CaseListModel::moreWanted, this, &CaseSearchPage::goOn);
}

void CaseSearchPage::opened()
{
    m_search->setFocus();
    search();
}

void CaseSearchPage::show(const QString& subject)
{
    m_search->setText(subject);
    search();
}

void CaseSearchPage::search()
{
    const int asked = ++m_asked;
    m_header->setNote(tr("Looking …"));
    session().items().then(this, [this, asked](const Result<QList<ItemPtr>>& items) {
        if (items) {
            for (const auto& item : *items)
                m_items.insert(item->item.id, item);
        }
        if (asked != m_asked)
            return;
        m_filter = {};
        m_filter.text = m_search->text().trimmed();
        m_filter.limit = PageRows;
        fetch(m_filter);
    });
}

void CaseSearchPage::goOn()
{
    if (m_rows.isEmpty())
        return;
    auto next = m_filter;
    next.beforeOpenedAt = m_rows.constLast().openedAt;
    next.beforeStream = m_rows.constLast().stream;
    fetch(next);
}

void CaseSearchPage::fetch(const casework::CaseFilter& filter)
{
    const bool further = !filter.beforeStream.isEmpty();
    session().findCases(filter, false).then(this, [this, further, asked = m_asked](const Result<CasePage>& page) {
        if (asked != m_asked)
            return;
        if (!page) {
            m_message->say(messageOf(page.error()));
            if (m_asOf > 0)
                fill(); // what is there stays, and the end may be asked for again
            else
                m_header->setNote({});
            return;
        }
        m_message->clear();
        m_rows = further ? m_rows + page->rows : page->rows;
        m_more = page->more;
        m_asOf = session().clock().nowMs();
        fill();
    });
}

void CaseSearchPage::fill()
{
    QList<CaseLine> lines;
    for (const auto& row : std::as_const(m_rows)) {
        const auto item = m_items.value(row.item);
        lines.append(lineOf(row, item ? item->item.name.in(context().language) : row.item, context()));
    }
    m_lines->setLines(lines, m_more);
    const auto count = static_cast<int>(lines.size());
    const QString found =
        m_more ? tr("the newest %n case(s), more below", nullptr, count) : tr("%n case(s)", nullptr, count);
    m_header->setNote(tr("%1 · as of %2").arg(found, clockText(m_asOf)));
    // Whoever searched wants to see: the first row is chosen, the list has the keyboard.
    if (!m_table->currentIndex().isValid() && !lines.isEmpty() && !m_filter.text.isEmpty()) {
        m_table->setCurrentIndex(m_lines->index(0, 0));
        m_table->setFocus();
    }
}

// Where this user goes on with the case: its window, its check, or nowhere.
QString CaseSearchPage::pageFor(const TaskOffers& offers) const
{
    if (offers.continueHere || offers.takeOver || offers.collect)
        return u"mine"_s;
    if (offers.claim || offers.release || offers.decide || offers.transfer || offers.grab || offers.voidCase)
        return u"todo"_s;
    return {};
}

void CaseSearchPage::present(const casework::Case& state, const ItemPtr& item)
{
    const auto& user = session().user();
    m_state = state;
    m_sheet->setCase(state, item);
    const auto offers =
        offersFor(state, *item, {user.account, user.grants, context().posts, session().clock().nowMs()});
    m_goOnPage = pageFor(offers);
    m_goOn->setEnabled(!m_goOnPage.isEmpty());
    m_goOn->setText(m_goOnPage == "mine"_L1 ? tr("Open in My cases") : tr("Open in To do"));
    m_goOn->setVisible(!m_goOnPage.isEmpty());
}

void CaseSearchPage::openCase(const QString& stream)
{
    m_open = stream;
    m_goOn->setEnabled(m_state.id == stream && !m_goOnPage.isEmpty()); // never for the case before it
    session().fetchCase(stream).then(this, [this, stream](const Result<casework::Case>& state) {
        if (m_open != stream)
            return;
        if (!state) {
            m_message->say(messageOf(state.error()));
            m_state = {};
            m_sheet->clear();
            m_goOn->setEnabled(false);
            return;
        }
        session()
            .item(state->item, state->itemRevision)
            .then(this, [this, stream, state = *state](const Result<ItemPtr>& item) {
                if (item && *item && m_open == stream)
                    present(state, *item);
            });
    });
}

} // namespace kuaiban::counter

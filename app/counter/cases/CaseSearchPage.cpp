#include "CaseSearchPage.h"

#include "app/counter/casefile/CaseListModel.h"
#include "app/counter/casefile/CaseSheet.h"
#include "app/counter/kit/MessageBar.h"
#include "app/counter/kit/PagedTableView.h"
#include "app/counter/kit/PageHeader.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/SearchBox.h"
#include "app/counter/shell/Words.h"

#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

CaseSearchPage::CaseSearchPage(PageContext& page, QWidget* parent)
    : Page(page, u"cases"_s, parent)
    , m_header(new PageHeader(look()))
    , m_search(new SearchBox(look(), tr("Case number, name or ID number")))
    , m_lines(new CaseListModel(this))
    , m_table(new PagedTableView(look(), tr("Cases found")))
    , m_sheet(new CaseSheet(context(), tr("No case chosen"), tr("Choose a case in the list to see how it stands.")))
    , m_message(new MessageBar(look()))
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
    connect(m_search, &SearchBox::searched, this, &CaseSearchPage::search);
    connect(m_table, &PagedTableView::rowSelected, this, &CaseSearchPage::openCase);
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
    session().items().then(this, [this](const Result<QList<ItemPtr>>& items) {
        if (items) {
            for (const auto& item : *items)
                m_items.insert(item->item.id, item);
        }
        casework::CaseFilter filter;
        filter.text = m_search->text().trimmed();
        filter.limit = 100;
        session().findCases(filter, false).then(this, [this](const Result<CasePage>& page) {
            if (!page) {
                m_message->say(messageOf(page.error()));
                return;
            }
            m_message->clear();
            fill(*page);
        });
    });
}

void CaseSearchPage::fill(const CasePage& page)
{
    QList<CaseLine> lines;
    for (const auto& row : page.rows) {
        const auto item = m_items.value(row.item);
        lines.append(lineOf(row, item ? item->item.name.in(context().language) : row.item, context()));
    }
    m_lines->setLines(lines);
    m_header->setNote(
        tr("%n case(s) · as of %1", nullptr, static_cast<int>(lines.size())).arg(clockText(session().clock().nowMs())));
}

void CaseSearchPage::openCase(const QString& stream)
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
                    m_sheet->setCase(state, *item);
            });
    });
}

} // namespace kuaiban::counter

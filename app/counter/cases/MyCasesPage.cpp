#include "MyCasesPage.h"

#include "app/counter/casefile/CaseListModel.h"
#include "app/counter/casefile/CaseSheet.h"
#include "app/counter/kit/ActionBar.h"
#include "app/counter/kit/MessageBar.h"
#include "app/counter/kit/PagedTableView.h"
#include "app/counter/kit/PageHeader.h"
#include "app/counter/kit/Panel.h"

#include <QAction>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 KeptMs = 90LL * 24 * 3600 * 1000; // own cases of 90 days are local

enum Filter { Today, InTransit, Passed, NotPassed, NotAccepted, Voided, All };

} // namespace

MyCasesPage::MyCasesPage(PageContext& page, QWidget* parent)
    : Page(page, u"mine"_s, parent)
    , m_header(new PageHeader(look()))
    , m_filter(new QComboBox)
    , m_lines(new CaseListModel(this))
    , m_table(new PagedTableView(look(), tr("My cases")))
    , m_sheet(new CaseSheet(context(), tr("No case chosen"), tr("Choose a case in the list to see how it stands.")))
    , m_message(new MessageBar(look()))
    , m_bar(new ActionBar(look()))
    , m_resubmit(addPageAction(u"resubmit"_s, tr("Send again"), QKeySequence(Qt::Key_F9), [this] { resubmit(); }))
{
    m_header->setTitle(tr("My cases"));
    for (const auto& text :
        {tr("Today"), tr("In transit"), tr("Passed"), tr("Not passed"), tr("Not accepted"), tr("Void"), tr("All")})
        m_filter->addItem(text);
    m_filter->setAccessibleName(tr("Which cases"));
    m_header->addTool(m_filter);
    m_sheet->setFullValues(true);
    auto* list = new Panel(look(), tr("Cases"));
    list->addBleeding(m_table);
    m_table->setModel(m_lines);
    fitCaseColumns(m_table);
    auto* panes = makePanes();
    panes->addWidget(list, 3);
    panes->addWidget(m_sheet, 2);
    m_bar->setPrimary(m_resubmit);
    auto* column = makeColumn();
    column->addWidget(m_header);
    column->addWidget(m_message);
    column->addLayout(panes, 1);
    column->addWidget(m_bar);
    m_resubmit->setEnabled(false);
    connect(m_filter, &QComboBox::currentIndexChanged, this, &MyCasesPage::fill);
    connect(m_table, &PagedTableView::rowSelected, this, &MyCasesPage::openCase);
    connect(&session(), &Session::casesChanged, this, &MyCasesPage::refresh);
    refresh();
}

void MyCasesPage::opened()
{
    refresh();
    m_table->setFocus();
}

void MyCasesPage::show(const QString& subject)
{
    m_filter->setCurrentIndex(All);
    m_open = subject;
    refresh();
}

void MyCasesPage::refresh()
{
    session().items().then(this, [this](const Result<QList<ItemPtr>>& items) {
        if (!items)
            return;
        for (const auto& item : *items)
            m_items.insert(item->item.id, item);
        session()
            .cases(session().clock().nowMs() - KeptMs)
            .then(this, [this](const Result<QList<sync::LocalCase>>& cases) {
                if (!cases) {
                    m_message->say(messageOf(cases.error()));
                    return;
                }
                m_cases.clear();
                int returned = 0;
                for (const auto& line : *cases) {
                    m_cases.append(line);
                    returned += line.mine || line.attention ? 1 : 0;
                }
                Q_EMIT countChanged(returned);
                fill();
            });
    });
}

bool MyCasesPage::fits(const sync::LocalCase& line, QDate today) const
{
    switch (m_filter->currentIndex()) {
    case Today:
        return legalDate(line.openedAt) == today;
    case InTransit:
        return line.phase == "in-progress"_L1 || line.phase == "supplement"_L1;
    case Passed:
        return line.phase == "completed"_L1;
    case NotPassed:
        return line.phase == "refused"_L1;
    case NotAccepted:
        return line.phase == "not-accepted"_L1;
    case Voided:
        return line.phase == "voided"_L1;
    default:
        return true;
    }
}

void MyCasesPage::fill()
{
    QList<CaseLine> lines;
    const QDate today = legalDate(session().clock().nowMs());
    for (const auto& line : std::as_const(m_cases)) {
        if (fits(line, today)) {
            const auto item = m_items.value(line.item);
            lines.append(lineOf(line, item ? item->item.name.in(context().language) : line.item, context()));
        }
    }
    m_header->setNote(tr("%n case(s)", nullptr, static_cast<int>(lines.size())));
    m_lines->setLines(lines);
    if (!m_open.isEmpty()) {
        if (const int row = m_lines->rowOf(m_open); row >= 0)
            m_table->setCurrentIndex(m_lines->index(row, 0));
        openCase(m_open);
    }
}

void MyCasesPage::openCase(const QString& stream)
{
    m_open = stream;
    session().view(stream).then(this, [this, stream](const Result<casework::Case>& state) {
        if (!state || m_open != stream || !state->exists())
            return;
        session()
            .item(state->item, state->itemRevision)
            .then(this, [this, stream, state = *state](const Result<ItemPtr>& item) {
                if (!item || m_open != stream)
                    return;
                m_state = state;
                m_openItem = *item;
                m_sheet->setCase(state, *item);
                const auto* task = state.currentTask();
                m_resubmit->setEnabled(task && task->holder == session().user().account);
            });
    });
}

void MyCasesPage::resubmit()
{
    const auto* task = m_state.currentTask();
    if (!task)
        return;
    session()
        .act(m_state.id, u"Resubmit"_s, {{u"task"_s, task->id}})
        .then(this, [this](const Result<casework::Case>& done) {
            if (!done)
                m_message->say(messageOf(done.error()));
            else
                m_message->say({Tone::Good, tr("The case goes on to the next step."), {}, {}, {}});
            openCase(m_state.id);
        });
}

} // namespace kuaiban::counter

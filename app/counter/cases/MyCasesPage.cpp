#include "MyCasesPage.h"

#include "app/counter/casefile/CaseListModel.h"
#include "app/counter/casefile/CaseSheet.h"
#include "app/counter/kit/ActionBar.h"
#include "app/counter/kit/MessageBar.h"
#include "app/counter/kit/PagedTableView.h"
#include "app/counter/kit/PageHeader.h"
#include "app/counter/kit/SearchBox.h"
#include "app/counter/outcomes/CollectionPane.h"
#include "app/counter/outcomes/ReasonPane.h"
#include "app/counter/outcomes/RefusalPane.h"
#include "app/counter/papers/PageFeed.h"
#include "app/counter/shell/Words.h"
#include "CaseEditor.h"
#include "MyCasesFilter.h"

#include <QAction>
#include <QComboBox>
#include <QStackedWidget>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int FoundRows = 20;

} // namespace

MyCasesPage::MyCasesPage(PageContext& page, CitizenDesk& citizen, QWidget* parent)
    : Page(page, u"mine"_s, parent)
    , m_answers(page.session)
    , m_receipts(page)
    , m_handoverList(page)
    , m_header(new PageHeader(look()))
    , m_filter(new QComboBox)
    , m_search(new SearchBox(look(), tr("Whole case number or ID number")))
    , m_lines(new CaseListModel(this))
    , m_table(new PagedTableView(look(), tr("My cases")))
    , m_sheet(new CaseSheet(context(), tr("No case chosen"), tr("Choose a case in the list to see how it stands.")))
    , m_message(new MessageBar(look()))
    , m_bar(new ActionBar(look()))
    , m_feed(new PageFeed(context(), this))
    , m_desk(new QStackedWidget)
    , m_right(new QStackedWidget)
{
    m_sheet->setFullValues(true);
    buildActions();
    buildOutcomes();
    buildPanes();
    buildEvaluation(citizen);
    connect(m_filter, &QComboBox::currentIndexChanged, this, [this] {
        m_found.clear();
        m_search->clear();
        fill();
    });
    connect(m_search, &SearchBox::searched, this, &MyCasesPage::find);
    connect(m_table, &PagedTableView::rowSelected, this, &MyCasesPage::openCase);
    connect(m_table, &PagedTableView::rowChosen, this, [this] {
        if (m_offers.continueHere)
            continueCase();
    });
    connect(m_sheet, &CaseSheet::conflictSettled, this, [this](const QString& conflict, const QJsonValue& value) {
        act(u"SettleConflict"_s, {{u"conflict"_s, conflict}, {u"value"_s, value}}, tr("Settled."));
    });
    connect(m_sheet, &CaseSheet::noticeActionChosen, this, [this](const QString& action) {
        if (action == "open-duplicate"_L1)
            Q_EMIT pageRequested(u"cases"_s, m_state.applicantIdNo()); // among all cases of that person
        else if (action == "open-merged"_L1)
            Q_EMIT pageRequested(u"cases"_s, m_state.mergedNumber);
    });
    connect(&session(), &Session::casesChanged, this, &MyCasesPage::refresh);
    connect(&m_answers, &AnswerWatch::dropped, this, [this](const QString& stream) {
        m_message->clear();
        refresh();
        if (!stream.isEmpty() && stream == std::exchange(m_reopened, {}))
            Q_EMIT pageRequested(u"intake"_s, stream);
    });
    connect(&m_receipts, &Receipts::told, m_message, &MessageBar::say);
    connect(&m_handoverList, &HandoverList::told, m_message, &MessageBar::say);
    connect(&m_receipts, &Receipts::printed, this,
        [this](const QString& number) { say(tr("Papers of %1 printed").arg(number)); });
    enableActions();
    refresh();
    m_answers.look();
}

void MyCasesPage::opened()
{
    refresh();
    if (isEditing())
        m_editor->focusForm();
    else
        m_table->setFocus();
}

void MyCasesPage::show(const QString& subject)
{
    m_filter->setCurrentIndex(m_filter->findData(static_cast<int>(MyCases::All)));
    if (isEditing()) {
        m_wanted = subject;
        leaveEditor();
        return;
    }
    choose(subject);
    refresh(); // which shows it
}

bool MyCasesPage::isEditing() const
{
    return m_desk->currentWidget() == m_editor;
}

void MyCasesPage::refresh()
{
    session().items().then(this, [this](const Result<QList<ItemPtr>>& items) {
        if (!items) {
            m_message->say(messageOf(items.error()));
            return;
        }
        for (const auto& item : *items)
            m_items.insert(item->item.id, item);
        session()
            .cases(session().clock().nowMs() - sync::KeptCasesMs)
            .then(this, [this](const Result<QList<sync::LocalCase>>& cases) {
                if (!cases) {
                    m_message->say(messageOf(cases.error()));
                    return;
                }
                m_cases = *cases;
                const auto waiting = std::count_if(m_cases.begin(), m_cases.end(),
                    [](const sync::LocalCase& line) { return fitsMyCases(line, MyCases::ToContinue, {}); });
                Q_EMIT countChanged(static_cast<int>(waiting));
                fill();
            });
    });
}

void MyCasesPage::fill()
{
    QList<CaseLine> lines;
    const QDate today = legalDate(session().clock().nowMs());
    const auto filter = static_cast<MyCases>(m_filter->currentData().toInt());
    const auto nameOf = [this](const QString& id) {
        const auto item = m_items.value(id);
        return item ? item->item.name.in(context().language) : id;
    };
    for (const auto& row : std::as_const(m_found))
        lines.append(lineOf(row, nameOf(row.item), context()));
    if (m_found.isEmpty()) {
        for (const auto& line : std::as_const(m_cases)) {
            if (fitsMyCases(line, filter, today))
                lines.append(lineOf(line, nameOf(line.item), context()));
        }
    }
    const int count = static_cast<int>(lines.size());
    m_header->setNote(
        m_found.isEmpty() ? tr("%n case(s)", nullptr, count) : tr("%n case(s) found in the area", nullptr, count));
    m_lines->setLines(lines);
    if (m_open.isEmpty() || isEditing())
        return;
    if (const int row = m_lines->rowOf(m_open); row >= 0 && m_table->currentId() != m_open)
        m_table->setCurrentIndex(m_lines->index(row, 0)); // which opens it
    else
        openCase(m_open);
}

// Any window of the area may go on with a case that waits for the applicant, and hand out a result.
void MyCasesPage::find(const QString& text)
{
    const QString wanted = text.trimmed();
    if (wanted.isEmpty()) {
        m_found.clear();
        fill();
        return;
    }
    casework::CaseFilter filter;
    filter.text = wanted;
    filter.limit = FoundRows;
    session().findCases(filter, false).then(this, [this](const Result<CasePage>& page) {
        if (!page) {
            m_message->say(messageOf(page.error()));
            return;
        }
        m_message->clear();
        m_found = page->rows;
        if (m_found.isEmpty())
            say(tr("Nothing waits under this number. Cases of other windows are found by the whole number."),
                Tone::Attention);
        else
            m_open = m_found.constFirst().stream;
        fill();
    });
}

// From here on nothing is done to the case before it.
void MyCasesPage::choose(const QString& stream)
{
    if (m_open != stream)
        closeOutcome();
    m_open = stream;
    enableActions();
}

void MyCasesPage::openCase(const QString& stream)
{
    choose(stream);
    const bool away =
        std::any_of(m_found.begin(), m_found.end(), [&](const casework::CaseRow& row) { return row.stream == stream; });
    load(stream, away);
}

void MyCasesPage::load(const QString& stream, bool away)
{
    auto state = away ? session().fetchCase(stream) : session().view(stream);
    state.then(this, [this, stream, away](const Result<casework::Case>& found) {
        if (m_open != stream)
            return;
        if (!found) {
            m_message->say(messageOf(found.error()));
            showNothing();
            return;
        }
        if (!found->exists()) {
            const auto* line = ownLine(stream);
            if (line && line->unopened)
                presentUnopened(*line);
            else if (!away) // of another window, shown here by its number
                load(stream, true);
            return;
        }
        session()
            .item(found->item, found->itemRevision)
            .then(this, [this, stream, state = *found](const Result<ItemPtr>& item) {
                if (item && *item && m_open == stream)
                    present(state, *item);
            });
    });
}

const sync::LocalCase* MyCasesPage::ownLine(const QString& stream) const
{
    const auto line = std::find_if(
        m_cases.begin(), m_cases.end(), [&](const sync::LocalCase& known) { return known.stream == stream; });
    return line == m_cases.end() ? nullptr : &*line;
}

void MyCasesPage::showNothing()
{
    m_state = {};
    m_openItem.reset();
    m_offers = {};
    m_sheet->clear();
    enableActions();
}

// There is no such case, but somebody has its receipt.
void MyCasesPage::presentUnopened(const sync::LocalCase& line)
{
    showNothing();
    m_state.id = line.stream;
    tellRefused();
}

void MyCasesPage::present(const casework::Case& state, const ItemPtr& item)
{
    if (m_state.id != state.id) { // what was written for one case is not said of another
        m_handOverPane->clear();
        m_voidPane->clear();
        m_refusalPane->clear();
    }
    m_state = state;
    m_openItem = item;
    m_offers = offersFor(state, *item, worker());
    m_sheet->setCase(state, item);
    m_sheet->setOffers(m_offers);
    m_receipts.hold(state, item);
    m_collection->setCase(state, item);
    enableActions();
    tellRefused();
}

// The hub said no to something that was done here: it stays until a person drops it.
void MyCasesPage::tellRefused()
{
    const auto* line = ownLine(m_state.id);
    if (!line || !line->attention || !m_answers.isRefused(m_state.id))
        return;
    m_message->say(messageOf(*line->attention));
    m_message->setActions({line->unopened ? m_reopen : m_dropRefused});
}

Worker MyCasesPage::worker() const
{
    const auto& page = context();
    const auto& user = page.session.user();
    return {user.account, user.grants, page.posts, page.session.clock().nowMs()};
}

} // namespace kuaiban::counter

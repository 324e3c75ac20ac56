#include "WorkbenchPage.h"

#include "app/counter/intake/IntakeDraft.h"
#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/PageHeader.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/TextLabel.h"
#include "app/counter/shell/Words.h"
#include "modules/codes/Mask.h"

#include <QAction>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostNews = 12;     // rows; what does not fit is on the page of cases
constexpr int MostAnnounced = 4; // of them

} // namespace

WorkbenchPage::WorkbenchPage(PageContext& page, bool takesCases, bool reviews, QWidget* parent)
    : Page(page, u"workbench"_s, parent)
    , m_takesCases(takesCases)
    , m_reviews(reviews)
    , m_header(new PageHeader(look()))
    , m_newPanel(new Panel(look(), tr("New since last time")))
    , m_new(new MaterialList(look()))
    , m_nothingNew(
          new TextLabel(look(), TextRole::Body, tr("Nothing was returned and nothing is stuck."), Tone::Secondary))
    , m_draftPanel(new Panel(look(), tr("Drafts")))
    , m_drafts(new MaterialList(look()))
    , m_noDrafts(new TextLabel(look(), TextRole::Body, tr("No draft is open. Ctrl+N begins a case."), Tone::Secondary))
    , m_dayPanel(new Panel(look(), tr("Today")))
    , m_day(new TextLabel(look(), TextRole::Title))
    , m_queue(new TextLabel(look(), TextRole::Body, {}, Tone::Secondary))
{
    m_header->setTitle(tr("Good day, %1").arg(session().user().name));
    m_new->setAccessibleName(tr("New since last time"));
    m_drafts->setAccessibleName(tr("Drafts"));
    m_newPanel->body()->addWidget(m_nothingNew);
    m_newPanel->body()->addWidget(m_new);
    m_newPanel->body()->addStretch();
    m_draftPanel->body()->addWidget(m_noDrafts);
    m_draftPanel->body()->addWidget(m_drafts);
    m_draftPanel->body()->addStretch();
    m_dayPanel->body()->addWidget(m_day);
    m_dayPanel->body()->addWidget(m_queue);
    if (m_takesCases) {
        auto* begin = addPageAction(u"new"_s, tr("New case"), QKeySequence(Qt::CTRL | Qt::Key_N),
            [this] { Q_EMIT pageRequested(u"intake"_s, u"new"_s); });
        m_dayPanel->body()->addWidget(new ActionButton(look(), ButtonRole::Primary, begin));
    }
    if (m_reviews) {
        auto* review = addPageAction(u"review"_s, tr("Open the queue"), QKeySequence(Qt::CTRL | Qt::Key_D),
            [this] { Q_EMIT pageRequested(u"todo"_s, {}); });
        m_dayPanel->body()->addWidget(
            new ActionButton(look(), m_takesCases ? ButtonRole::Secondary : ButtonRole::Primary, review));
    }
    m_dayPanel->body()->addStretch();
    auto* panes = makePanes();
    panes->addWidget(m_newPanel, 5);
    panes->addWidget(m_draftPanel, 4);
    panes->addWidget(m_dayPanel, 3);
    auto* column = makeColumn();
    column->addWidget(m_header);
    column->addLayout(panes, 1);
    m_draftPanel->setVisible(m_takesCases); // not before it has a parent: it would be a window
    connect(m_new, &MaterialList::rowChosen, this, [this](const QString& id) {
        const auto isIn = [&id](const QVector<MaterialRow>& rows) {
            return std::any_of(rows.begin(), rows.end(), [&id](const MaterialRow& row) { return row.id == id; });
        };
        Q_EMIT pageRequested(isIn(m_toNote) ? u"announcements"_s : isIn(m_lapsed) ? u"todo"_s : u"mine"_s, id);
    });
    connect(m_drafts, &MaterialList::rowChosen, this,
        [this](const QString& draft) { Q_EMIT pageRequested(u"intake"_s, draft); });
    connect(&session(), &Session::casesChanged, this, &WorkbenchPage::refresh);
    connect(&session(), &Session::levelReached, this, &WorkbenchPage::refresh);
    connect(&session(), &Session::announcementsChanged, this, &WorkbenchPage::refresh);
}

void WorkbenchPage::opened()
{
    refresh();
    setFocus();
}

void WorkbenchPage::refresh()
{
    session().items().then(this, [this](const Result<QList<ItemPtr>>& items) {
        if (items) {
            for (const auto& item : *items)
                m_items.insert(item->item.id, item);
        }
        session()
            .cases(session().clock().nowMs() - sync::KeptCasesMs)
            .then(this, [this](const Result<QList<sync::LocalCase>>& cases) {
                if (cases)
                    showCases(*cases);
            });
        session().lapsedTasks().then(this, [this](const Result<QList<sync::LapsedTask>>& tasks) {
            if (tasks)
                showLapsed(*tasks);
        });
    });
    session().announcements().then(this, [this](const Result<QList<announcements::Announcement>>& list) {
        if (list)
            showAnnouncements(*list);
    });
    session().drafts().then(this, [this](const Result<QList<sync::Draft>>& drafts) {
        if (!drafts)
            return;
        QVector<MaterialRow> rows;
        for (const auto& kept : *drafts) {
            const auto draft = IntakeDraft::fromJson(kept.id, kept.content);
            if (draft.isVoided())
                continue;
            const QString name = draft.personName();
            const auto item = m_items.value(draft.item);
            rows.append({draft.id, name.isEmpty() ? tr("No name yet") : codes::maskName(name),
                item ? item->item.name.in(context().language) : QString(), clockText(kept.savedAt),
                MaterialState::Open});
        }
        m_drafts->setRows(rows);
        m_drafts->setVisible(!rows.isEmpty());
        m_noDrafts->setVisible(rows.isEmpty());
    });
    if (m_reviews) {
        session().taskCounts().then(this, [this](const Result<TaskCounts>& counts) {
            if (counts)
                m_queue->setText(tr("%n case(s) wait in the queue", nullptr, counts->open));
        });
    }
}

// Completed since this user sat here last.
bool WorkbenchPage::isNews(const sync::LocalCase& line)
{
    return line.phase == "completed"_L1 && line.closedAt >= session().lastVisit();
}

void WorkbenchPage::showCases(const QList<sync::LocalCase>& cases)
{
    QVector<MaterialRow> rows;
    int today = 0;
    const QDate day = legalDate(session().clock().nowMs());
    for (const auto& line : cases) {
        today += legalDate(line.openedAt) == day ? 1 : 0;
        const bool returned = line.mine && m_takesCases;
        if (rows.size() == MostNews || (!returned && !line.attention && !isNews(line)))
            continue;
        const auto item = m_items.value(line.item);
        const auto phase = phaseWords(line.phase, line.outcome);
        const QString why =
            line.attention ? messageFor(*line.attention, context().manual, context().language).what : phase.text;
        const auto state = line.attention ? MaterialState::Refused
                           : returned     ? MaterialState::Attention
                                          : MaterialState::Complete;
        rows.append({line.stream, codes::maskName(line.applicant),
            u"%1 · %2"_s.arg(item ? item->item.name.in(context().language) : line.item,
                line.opinion.isEmpty() ? why : why + u" · "_s + line.opinion),
            line.number, state});
    }
    m_news = rows;
    showNews();
    if (m_takesCases)
        m_day->setText(tr("%n case(s) taken", nullptr, today));
    else
        m_day->setText(tr("To be reviewed"));
}

void WorkbenchPage::showLapsed(const QList<sync::LapsedTask>& tasks)
{
    m_lapsed.clear();
    for (const auto& task : tasks) {
        const auto item = m_items.value(task.item);
        m_lapsed.append({task.stream, item ? item->item.name.in(context().language) : task.item,
            tr("Back in the queue: the hub had not heard of you since %1").arg(clockText(task.heardAt)), task.number,
            MaterialState::Attention});
    }
    showNews();
}

// The important ones first.
void WorkbenchPage::showAnnouncements(const QList<announcements::Announcement>& list)
{
    const QDate day = legalDate(session().clock().nowMs());
    QVector<MaterialRow> important;
    QVector<MaterialRow> others;
    for (const auto& one : list) {
        if (!one.awaitsReaderOn(day))
            continue;
        (one.important ? important : others)
            .append({one.id, one.title, tr("Announcement · %1").arg(one.office), clockText(one.publishedAt),
                one.important ? MaterialState::Attention : MaterialState::Open});
    }
    m_toNote = important + others;
    showNews();
}

void WorkbenchPage::showNews()
{
    auto rows = m_toNote.first(std::min<qsizetype>(MostAnnounced, m_toNote.size())) + m_lapsed + m_news;
    rows.resize(std::min<qsizetype>(MostNews, rows.size()));
    m_new->setRows(rows);
    m_new->setVisible(!rows.isEmpty());
    m_nothingNew->setVisible(rows.isEmpty());
}

} // namespace kuaiban::counter

#include "AnnouncementsPage.h"

#include "AnnouncementPane.h"
#include "app/counter/kit/ActionBar.h"
#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/EmptyState.h"
#include "app/counter/kit/EntryView.h"
#include "app/counter/kit/MessageBar.h"
#include "app/counter/kit/PageHeader.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/outcomes/ReadingStack.h"
#include "app/counter/outcomes/ReasonPane.h"
#include "app/counter/shell/Words.h"
#include "PublishPane.h"

#include <QAction>
#include <QApplication>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;
using announcements::Announcement;
using announcements::Reader;

namespace {

constexpr int ListWidth = 380;

} // namespace

AnnouncementsPage::AnnouncementsPage(PageContext& page, bool publishes, QWidget* parent)
    : Page(page, u"announcements"_s, parent)
    , m_publishes(publishes)
    , m_header(new PageHeader(look()))
    , m_message(new MessageBar(look()))
    , m_rows(new EntryRows(this))
    , m_view(new EntryView(look(), tr("Announcements")))
    , m_left(new Panel(look(), tr("Received")))
    , m_right(new ReadingStack(this, m_view))
    , m_empty(
          new EmptyState(look(), Glyph::Bell, tr("No announcement"), tr("What administrators announce stands here.")))
    , m_reading(new AnnouncementPane(page))
    , m_new(new PublishPane(page))
    , m_why(new ReasonPane(page,
          {tr("Withdraw the announcement"), tr("It stays readable and is shown as withdrawn, with this reason."),
              tr("Withdraw"), {tr("Published by mistake"), tr("Replaced by a newer one")}},
          ReasonPane::Asks::Reason))
    , m_bar(new ActionBar(look()))
{
    m_header->setTitle(tr("Announcements"));
    buildPanes();
    buildActions();
    connect(m_view, &EntryView::entrySelected, this, [this](const QString& id) {
        m_open = id;
        m_message->clear();
        showCurrent();
    });
    connect(m_new, &PublishPane::confirmed, this, &AnnouncementsPage::publish);
    connect(m_why, &ReasonPane::confirmed, this, [this](const QString& reason) { withdraw(reason); });
    for (auto* pane : std::initializer_list<OutcomePane*>{m_new, m_why})
        connect(pane, &OutcomePane::left, this, &AnnouncementsPage::showCurrent);
    connect(&session(), &Session::levelReached, this, [this] {
        if (!m_published)
            refresh();
    });
    connect(&session(), &Session::announcementsChanged, this, &AnnouncementsPage::refresh);
    enableActions();
    refresh();
}

void AnnouncementsPage::buildPanes()
{
    m_left->addBleeding(m_view);
    m_view->setModel(m_rows);
    m_left->setFixedWidth(qRound(ListWidth * std::min(look().settings().textScale, 1.1)));
    m_right->addReading(m_empty);
    m_right->addReading(m_reading);
    m_right->addForm(m_new);
    m_right->addForm(m_why);
    auto* panes = makePanes();
    panes->addWidget(m_left);
    panes->addWidget(m_right, 1);
    auto* column = makeColumn();
    column->addWidget(m_header);
    column->addWidget(m_message);
    column->addLayout(panes, 1);
    column->addWidget(m_bar);
}

void AnnouncementsPage::buildActions()
{
    m_note = addPageAction(u"note"_s, tr("Noted"), QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { note(); });
    addPageAction(u"down"_s, tr("Read on"), QKeySequence(Qt::Key_PageDown), [this] { m_reading->scroll(1); });
    addPageAction(u"up"_s, tr("Read back"), QKeySequence(Qt::Key_PageUp), [this] { m_reading->scroll(-1); });
    addPageAction(u"refresh"_s, tr("Look again"), QKeySequence(Qt::Key_F5), [this] { refresh(); });
    if (m_publishes) {
        m_publish = addPageAction(u"new"_s, tr("New announcement …"), QKeySequence(Qt::CTRL | Qt::Key_N), [this] {
            showPane(m_new);
            m_new->begin();
        });
        m_withdraw = addPageAction(
            u"withdraw"_s, tr("Withdraw …"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_X), [this] { askWhy(); });
        m_showPublished = addPageAction(u"published"_s, tr("Published, and who took note"),
            QKeySequence(Qt::CTRL | Qt::Key_E), [this] { setPublished(true); });
        m_showReceived = addPageAction(u"received"_s, tr("Received"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E),
            [this] { setPublished(false); });
        m_back = addPageAction(u"back"_s, tr("Back"), QKeySequence(Qt::Key_Escape), [this] { showCurrent(); });
        m_bar->addLeft(m_withdraw);
        m_bar->addRight(m_showReceived);
        m_bar->addRight(m_showPublished);
        m_bar->addRight(m_publish);
    }
    m_bar->setPrimary(m_note);
}

QDate AnnouncementsPage::today()
{
    return legalDate(session().clock().nowMs());
}

void AnnouncementsPage::opened()
{
    refresh();
    m_view->setFocus();
}

void AnnouncementsPage::show(const QString& subject)
{
    setPublished(false);
    m_open = subject;
    showCurrent(); // whatever was in front: this is what was asked for
    fill();
}

void AnnouncementsPage::setPublished(bool published)
{
    if (published == m_published)
        return;
    m_published = published;
    m_left->setTitle(published ? tr("Published") : tr("Received"));
    m_list.clear();
    m_open.clear();
    m_message->clear();
    fill();
    refresh();
    m_view->setFocus();
}

// From now on the message tells this, and no longer that the list could not be had.
void AnnouncementsPage::tell(const Message& message)
{
    m_lacks = false;
    m_message->say(message);
}

void AnnouncementsPage::refresh()
{
    const int asked = ++m_asked;
    m_empty->setWaiting(true);
    const bool published = m_published;
    auto list = published ? session().publishedAnnouncements() : session().announcements();
    list.then(this, [this, asked, published](const Result<QList<Announcement>>& answer) {
        if (asked != m_asked)
            return;
        m_empty->setWaiting(false);
        if (!answer) {
            m_lacks = true;
            m_message->say(messageOf(answer.error()));
            return;
        }
        if (std::exchange(m_lacks, false))
            m_message->clear();
        receive(*answer, published);
    });
}

void AnnouncementsPage::receive(const QList<Announcement>& list, bool published)
{
    m_list = list;
    const auto day = today();
    const auto waits = [&](const Announcement& one) { return one.awaitsReaderOn(day); };
    if (!published) {
        const auto waiting = static_cast<int>(std::count_if(m_list.begin(), m_list.end(), waits));
        Q_EMIT countChanged(waiting);
        m_header->setNote(waiting > 0 ? tr("%n to be noted", nullptr, waiting) : tr("All noted"));
    } else {
        m_header->setNote({});
    }
    if (!current()) { // what waits comes first
        const auto first = std::find_if(m_list.begin(), m_list.end(), waits);
        m_open = m_list.isEmpty() ? QString() : (first == m_list.end() || published ? m_list.first() : *first).id;
    }
    fill();
}

void AnnouncementsPage::fill()
{
    QVector<Entry> entries;
    for (const auto& one : std::as_const(m_list)) {
        auto [state, tone] = stateOf(one, today());
        if (m_published && one.withdrawnAt == 0) {
            state = tr("%1 of %2").arg(one.noted).arg(one.addressed);
            tone = one.noted < one.addressed ? Tone::Attention : Tone::Good;
        }
        entries.append({one.id, one.title, state, tone, one.office, minuteText(one.publishedAt)});
    }
    m_rows->setEntries(entries);
    {
        const QSignalBlocker quiet(m_view); // what is shown anew was not chosen
        m_view->setCurrentId(m_open);
    }
    if (m_right->isReading())
        showCurrent();
}

const Announcement* AnnouncementsPage::current() const
{
    const auto found =
        std::find_if(m_list.begin(), m_list.end(), [this](const Announcement& one) { return one.id == m_open; });
    return found == m_list.end() ? nullptr : &*found;
}

void AnnouncementsPage::showCurrent()
{
    const auto* one = current();
    showPane(one ? static_cast<QWidget*>(m_reading) : m_empty);
    if (!one)
        return;
    m_reading->show(*one);
    if (!m_published)
        return;
    session().readers(one->id).then(this, [this, id = one->id](const Result<QList<Reader>>& readers) {
        const auto* still = current();
        if (!still || still->id != id || !m_published)
            return;
        if (readers)
            m_reading->showReaders(*still, *readers);
        else
            tell(messageOf(readers.error()));
    });
}

void AnnouncementsPage::showPane(QWidget* pane)
{
    m_right->show(pane);
    enableActions();
}

void AnnouncementsPage::enableActions()
{
    const bool reading = m_right->isReading();
    const auto* one = current();
    const auto offer = [this](QAction* action, bool shown, bool enabled = true) {
        if (!action)
            return;
        action->setVisible(shown);
        action->setEnabled(shown && enabled && !m_busy);
    };
    offer(m_note, reading && !m_published, one && one->notedAt == 0);
    offer(m_publish, reading);
    offer(m_withdraw, reading && m_published, one && one->withdrawnAt == 0);
    offer(m_showPublished, reading && !m_published);
    offer(m_showReceived, reading && m_published);
    offer(m_back, !reading);
    m_new->setBusy(m_busy);
    m_why->setBusy(m_busy);
}

// 已阅: then the next one that waits. A second press that was meant for the first one must not take note of a text that
// nobody has seen.
void AnnouncementsPage::note()
{
    const auto* one = current();
    const bool pressedTwice = m_followed.isValid() && m_followed.elapsed() < QApplication::doubleClickInterval();
    if (!one || m_busy || pressedTwice)
        return;
    m_busy = true;
    enableActions();
    const QString noted = one->id;
    session().noteAnnouncement(noted).then(this, [this, noted](const Result<void>& done) {
        m_busy = false;
        enableActions();
        if (!done) {
            tell(messageOf(done.error()));
            return;
        }
        const auto day = today();
        const auto next = std::find_if(m_list.begin(), m_list.end(),
            [&](const Announcement& other) { return other.id != noted && other.awaitsReaderOn(day); });
        if (next != m_list.end() && m_open == noted) {
            m_open = next->id;
            m_followed.start();
        }
        refresh();
    });
}

void AnnouncementsPage::publish(const QString& id, const QJsonObject& body)
{
    if (m_busy)
        return;
    m_busy = true;
    enableActions();
    session().publish(id, body).then(this, [this, title = body.value("title"_L1).toString()](const Result<void>& done) {
        if (done)
            m_new->clear();
        finish(done, tr("“%1” is published.").arg(title));
    });
}

void AnnouncementsPage::askWhy()
{
    const auto* one = current();
    if (!one)
        return;
    m_withdrawn = one->id;
    m_why->clear();
    showPane(m_why);
    m_why->begin();
}

void AnnouncementsPage::withdraw(const QString& reason)
{
    if (m_busy)
        return;
    m_busy = true;
    enableActions();
    session().withdrawAnnouncement(m_withdrawn, reason).then(this, [this](const Result<void>& done) {
        finish(done, tr("The announcement is withdrawn."));
    });
}

void AnnouncementsPage::finish(const Result<void>& done, const QString& said)
{
    m_busy = false;
    if (!done) {
        tell(messageOf(done.error()));
        enableActions();
        return;
    }
    showCurrent();
    tell({Tone::Good, said, {}, {}, {}});
    refresh();
}

} // namespace kuaiban::counter

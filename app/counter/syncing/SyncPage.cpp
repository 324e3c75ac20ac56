#include "SyncPage.h"

#include "app/counter/kit/ActionBar.h"
#include "app/counter/kit/EmptyState.h"
#include "app/counter/kit/MessageBar.h"
#include "app/counter/kit/PageHeader.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/TextLabel.h"
#include "app/counter/outcomes/ReadingStack.h"
#include "DropPane.h"
#include "OutgoingPane.h"
#include "OutgoingWords.h"

#include <QAction>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;
using sync::OutgoingCase;

namespace {

constexpr int ListWidth = 380;

} // namespace

SyncPage::SyncPage(PageContext& page, QString casePage, QWidget* parent)
    : Page(page, u"sync"_s, parent)
    , m_casePage(std::move(casePage))
    , m_answers(page.session)
    , m_header(new PageHeader(look()))
    , m_message(new MessageBar(look()))
    , m_rows(new EntryRows(this))
    , m_view(new EntryView(look(), tr("On its way")))
    , m_right(new ReadingStack(this, m_view))
    , m_empty(new EmptyState(look(), Glyph::CheckCircle, tr("All is at the centre"),
          tr("What you enter without the network waits here and goes by itself.")))
    , m_reading(new OutgoingPane(page))
    , m_drop(new DropPane(page))
    , m_scope(new TextLabel(look(), TextRole::Label, {}, Tone::Secondary))
    , m_bar(new ActionBar(look()))
{
    m_header->setTitle(tr("Synchronisation"));
    buildPanes();
    buildActions();
    connect(m_view, &EntryView::entrySelected, this, [this](const QString& stream) {
        m_open = stream;
        m_message->clear();
        showCurrent();
    });
    connect(m_drop, &DropPane::confirmed, this, &SyncPage::giveUp);
    connect(m_drop, &OutcomePane::left, this, &SyncPage::showCurrent);
    connect(&m_answers, &AnswerWatch::dropped, this, [this] { finish({}, tr("It is given up.")); });
    connect(&m_answers, &AnswerWatch::refused, this, [this](const QString& stream) {
        if (stream == m_open)
            m_message->clear(); // that it is on its way is not true any more
    });
    connect(&session(), &Session::syncStateChanged, this, &SyncPage::showContact);
    for (const auto signal : {&Session::casesChanged, &Session::levelReached, &Session::sendingProgressed}) {
        connect(&session(), signal, this, [this] {
            if (isVisible())
                refresh();
        });
    }
    session().items().then(this, [this](const Result<QList<ItemPtr>>& items) {
        if (items) {
            for (const auto& item : *items)
                m_items.insert(item->item.id, item->item.name.in(context().language));
        }
        if (isVisible())
            refresh();
    });
    showContact();
    enableActions();
}

void SyncPage::buildPanes()
{
    auto* left = new Panel(look(), tr("On its way"));
    left->addBleeding(m_view);
    m_view->setModel(m_rows);
    left->setFixedWidth(qRound(ListWidth * std::min(look().settings().textScale, 1.1)));
    m_right->addReading(m_empty);
    m_right->addReading(m_reading);
    m_right->addForm(m_drop);
    auto* panes = makePanes();
    panes->addWidget(left);
    panes->addWidget(m_right, 1);
    auto* column = makeColumn();
    column->addWidget(m_header);
    column->addWidget(m_message);
    column->addLayout(panes, 1);
    column->addWidget(m_scope);
    column->addWidget(m_bar);
}

void SyncPage::buildActions()
{
    m_try = addPageAction(u"try"_s, tr("Try now"), QKeySequence(Qt::Key_F5), [this] { session().retryNow(); });
    m_case = addPageAction(u"case"_s, tr("Open the case"), QKeySequence(Qt::CTRL | Qt::Key_O),
        [this] { Q_EMIT pageRequested(m_casePage, m_open); });
    m_again =
        addPageAction(u"again"_s, tr("Do it again"), QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { doAgain(); });
    m_park = addPageAction(u"park"_s, tr("Set aside"), QKeySequence(Qt::CTRL | Qt::Key_H), [this] { setParked(true); });
    m_letGo = addPageAction(
        u"let-go"_s, tr("Let it go on"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H), [this] { setParked(false); });
    m_giveUp = addPageAction(u"give-up"_s, tr("Give up …"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_X), [this] {
        if (const auto* one = current()) {
            m_drop->show(*one);
            showPane(m_drop);
            m_drop->begin();
        }
    });
    m_back = addPageAction(u"back"_s, tr("Back"), QKeySequence(Qt::Key_Escape), [this] { showCurrent(); });
    m_bar->addLeft(m_giveUp);
    for (auto* action : {m_try, m_case, m_park, m_letGo})
        m_bar->addRight(action);
    m_bar->setPrimary(m_again);
}

void SyncPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    refresh();
    measure();
}

void SyncPage::opened()
{
    m_view->setFocus();
}

void SyncPage::show(const QString& subject)
{
    if (!subject.isEmpty())
        m_open = subject;
    refresh();
}

void SyncPage::showContact()
{
    m_header->setNote(contactWords(session().syncState()));
}

void SyncPage::refresh()
{
    const int asked = ++m_asked;
    session().outgoing().then(this, [this, asked](const Result<QList<OutgoingCase>>& list) {
        if (asked != m_asked)
            return;
        if (list)
            receive(*list);
        else
            m_message->say(messageOf(list.error()));
    });
}

void SyncPage::measure()
{
    session().localScope().then(this, [this](const Result<sync::LocalScope>& scope) {
        if (scope)
            m_scope->setText(tr("Kept on this machine: %n case(s), %1", nullptr, static_cast<int>(scope->cases))
                                 .arg(sizeText(scope->bytes)));
    });
}

void SyncPage::receive(const QList<OutgoingCase>& list)
{
    m_list = list;
    // What needs a person comes first; otherwise in the order it was made.
    std::stable_partition(m_list.begin(), m_list.end(), [](const OutgoingCase& one) { return one.needsPerson(); });
    if (!current())
        m_open = m_list.isEmpty() ? QString() : m_list.constFirst().stream;
    QVector<Entry> entries;
    for (const auto& one : std::as_const(m_list))
        entries.append(entryOf(one, m_items));
    m_rows->setEntries(entries);
    {
        const QSignalBlocker quiet(m_view); // what is shown anew was not chosen
        m_view->setCurrentId(m_open);
    }
    if (m_right->isReading())
        showCurrent();
    else
        enableActions();
}

const OutgoingCase* SyncPage::current() const
{
    const auto found =
        std::find_if(m_list.begin(), m_list.end(), [this](const OutgoingCase& one) { return one.stream == m_open; });
    return found == m_list.end() ? nullptr : &*found;
}

void SyncPage::showCurrent()
{
    const auto* one = current();
    if (one)
        m_reading->show(*one, m_items);
    showPane(one ? static_cast<QWidget*>(m_reading) : m_empty);
}

void SyncPage::showPane(QWidget* pane)
{
    m_right->show(pane);
    enableActions();
}

void SyncPage::enableActions()
{
    const bool reading = m_right->isReading();
    const auto* one = current();
    const auto offer = [this, reading](QAction* action, bool shown) {
        action->setVisible(reading && shown);
        action->setEnabled(reading && shown && !m_busy);
    };
    offer(m_try, true);
    offer(m_case, one && one->line && !one->line->unopened);
    offer(m_again, one && one->canBeDoneAgain());
    offer(m_giveUp, one && one->needsPerson());
    offer(m_park, one && one->isWaiting() && !one->parked);
    offer(m_letGo, one && one->isWaiting() && one->parked);
    m_back->setVisible(!reading);
    m_back->setEnabled(!reading);
    m_drop->setBusy(m_busy);
}

void SyncPage::setParked(bool parked)
{
    if (m_busy || !current())
        return;
    m_busy = true;
    enableActions();
    session().setParked(m_open, parked).then(this, [this, parked](const Result<void>& done) {
        finish(done, parked ? tr("It is set aside on this machine.") : tr("It goes on."));
    });
}

void SyncPage::doAgain()
{
    if (m_busy || !current())
        return;
    m_busy = true;
    enableActions();
    session().doAgain(m_open).then(
        this, [this](const Result<void>& done) { finish(done, tr("It is on its way once more.")); });
}

void SyncPage::giveUp()
{
    if (m_busy || !current())
        return;
    m_busy = true;
    enableActions();
    m_answers.dropWork(m_open);
}

void SyncPage::finish(const Result<void>& done, const QString& said)
{
    m_busy = false;
    if (!done) {
        m_message->say(messageOf(done.error()));
        enableActions();
        return;
    }
    showCurrent();
    m_message->say({Tone::Good, said, {}, {}, {}});
    refresh();
}

} // namespace kuaiban::counter

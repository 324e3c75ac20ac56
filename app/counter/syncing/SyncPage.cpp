#include "SyncPage.h"

#include "app/counter/kit/ActionBar.h"
#include "app/counter/kit/MessageBar.h"
#include "app/counter/kit/PageHeader.h"
#include "app/counter/kit/TextLabel.h"
#include "CarrySheet.h"
#include "DropPane.h"
#include "OutgoingPane.h"
#include "OutgoingWords.h"

#include <QAction>

#include <algorithm>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;
using sync::OutgoingCase;

SyncPage::SyncPage(PageContext& page, QString casePage, QWidget* parent)
    : ReadingPage(page, u"sync"_s,
          {tr("Synchronisation"), tr("On its way"), Glyph::CheckCircle, tr("All is at the centre"),
              tr("What you enter without the network waits here and goes by itself.")},
          parent)
    , m_casePage(std::move(casePage))
    , m_answers(page.session)
    , m_reading(new OutgoingPane(page))
    , m_drop(new DropPane(page))
    , m_scope(new TextLabel(look(), TextRole::Label, {}, Tone::Secondary))
{
    layOut(m_reading, m_drop, m_scope);
    buildActions();
    connect(m_drop, &DropPane::confirmed, this, &SyncPage::giveUp);
    connect(m_drop, &OutcomePane::left, this, &SyncPage::showCurrent);
    connect(&m_answers, &AnswerWatch::dropped, this, [this] { finish({}, tr("It is given up.")); });
    connect(&m_answers, &AnswerWatch::refused, this, [this](const QString& stream) {
        if (stream == chosen())
            message()->clear(); // that it is on its way is not true any more
    });
    connect(&session(), &Session::syncStateChanged, this, &SyncPage::showContact);
    for (const auto signal : {&Session::casesChanged, &Session::levelReached, &Session::sendingProgressed}) {
        connect(&session(), signal, this, [this] {
            if (isVisible())
                refresh();
        });
    }
    showContact();
    enableActions();
}

void SyncPage::buildActions()
{
    m_try = addPageAction(u"try"_s, tr("Try now"), QKeySequence(Qt::Key_F5), [this] { session().retryNow(); });
    m_case = addPageAction(u"case"_s, tr("Open the case"), QKeySequence(Qt::CTRL | Qt::Key_O),
        [this] { Q_EMIT pageRequested(m_casePage, chosen()); });
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
    m_export =
        addPageAction(u"export"_s, tr("Into a file …"), QKeySequence(Qt::CTRL | Qt::Key_E), [this] { carry(true); });
    m_import =
        addPageAction(u"import"_s, tr("From a file …"), QKeySequence(Qt::CTRL | Qt::Key_I), [this] { carry(false); });
    bar()->addLeft(m_giveUp);
    bar()->addLeft(m_export);
    bar()->addLeft(m_import);
    for (auto* action : {m_try, m_case, m_park, m_letGo})
        bar()->addRight(action);
    bar()->setPrimary(m_again);
}

void SyncPage::showEvent(QShowEvent* event)
{
    ReadingPage::showEvent(event);
    measure();
}

void SyncPage::show(const QString& subject)
{
    if (!subject.isEmpty())
        choose(subject);
    refresh();
}

void SyncPage::showContact()
{
    header()->setNote(contactWords(session().syncState()));
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
            say(list.error());
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
    QVector<Entry> entries;
    for (const auto& one : std::as_const(m_list))
        entries.append(entryOf(one, items()));
    setEntries(entries);
}

const OutgoingCase* SyncPage::current() const
{
    const auto found =
        std::find_if(m_list.begin(), m_list.end(), [this](const OutgoingCase& one) { return one.stream == chosen(); });
    return found == m_list.end() ? nullptr : &*found;
}

void SyncPage::showCurrent()
{
    const auto* one = current();
    if (one)
        m_reading->show(*one, items());
    showPane(one ? m_reading : nullptr);
}

void SyncPage::enableActions()
{
    const auto* one = current();
    offer(m_try, true);
    offer(m_case, one && one->line && !one->line->unopened);
    offer(m_again, one && one->canBeDoneAgain());
    offer(m_giveUp, one && one->needsPerson());
    offer(m_park, one && one->isWaiting() && !one->parked);
    offer(m_letGo, one && one->isWaiting() && one->parked);
    offer(m_export,
        std::any_of(m_list.begin(), m_list.end(), [](const OutgoingCase& other) { return other.isWaiting(); }));
    offer(m_import, session().may(identity::right::SuperviseCase, context().posts));
    allow(m_back);
    m_drop->setBusy(isBusy());
}

void SyncPage::setParked(bool parked)
{
    if (isBusy() || !current())
        return;
    setBusy(true);
    session().setParked(chosen(), parked).then(this, [this, parked](const Result<void>& done) {
        finish(done, parked ? tr("It is set aside on this machine.") : tr("It goes on."));
    });
}

void SyncPage::doAgain()
{
    if (isBusy() || !current())
        return;
    setBusy(true);
    session().doAgain(chosen()).then(
        this, [this](const Result<void>& done) { finish(done, tr("It is on its way once more.")); });
}

void SyncPage::giveUp()
{
    if (isBusy() || !current())
        return;
    setBusy(true);
    m_answers.dropWork(chosen());
}

void SyncPage::carry(bool out)
{
    auto& sheet = out ? m_out : m_in;
    if (!sheet) {
        sheet = new CarrySheet(context(), out ? CarrySheet::Way::Out : CarrySheet::Way::In, window());
        connect(sheet, &CarrySheet::carried, this, &SyncPage::refresh);
        connect(this, &QObject::destroyed, sheet, &QObject::deleteLater);
    }
    sheet->ask();
}

void SyncPage::finish(const Result<void>& done, const QString& said)
{
    setBusy(false);
    if (!done)
        return say(done.error());
    showCurrent();
    say(said);
    refresh();
}

} // namespace kuaiban::counter

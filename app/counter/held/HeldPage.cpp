#include "HeldPage.h"

#include "app/counter/kit/ActionBar.h"
#include "app/counter/outcomes/ReasonPane.h"
#include "HeldPane.h"

#include <QAction>

#include <algorithm>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;
using casework::HeldWork;

namespace {

constexpr int UnseenPauseMs = 60'000; // between two questions while only the count at the side is seen

} // namespace

HeldPage::HeldPage(PageContext& page, QString casePage, QWidget* parent)
    : ReadingPage(page, u"held"_s,
          {tr("Held work"), tr("Work that is held"), Glyph::CheckCircle, tr("Nothing is held"),
              tr("Work of colleagues that could not count when it arrived appears here.")},
          parent)
    , m_casePage(std::move(casePage))
    , m_reading(new HeldPane(page))
    , m_why(new ReasonPane(page,
          {tr("Do not admit the work"),
              tr("It does not count. Whoever did it is told your reason and keeps what was entered."),
              tr("Do not admit"),
              {tr("The right had ended."), tr("The matter was settled otherwise."), tr("To be entered anew.")}},
          ReasonPane::Asks::Reason))
{
    layOut(m_reading, m_why);
    buildActions();
    connect(m_why, &OutcomePane::left, this, &HeldPage::showCurrent);
    connect(m_why, &ReasonPane::confirmed, this, [this](const QString& reason) {
        rule(m_refused, u"RefuseWork"_s, {{u"reason"_s, reason}}, tr("It does not count; whoever did it is told."));
    });
    connect(&session(), &Session::levelReached, this, [this] { // how much there is stands at the side
        if (isVisible() || !m_sinceAsked.isValid() || m_sinceAsked.hasExpired(UnseenPauseMs))
            refresh();
    });
    showCurrent();
}

void HeldPage::buildActions()
{
    m_refuse = addPageAction(u"refuse"_s, tr("Do not admit …"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D), [this] {
        m_refused = *current();
        m_why->clear();
        showPane(m_why);
        m_why->begin();
    });
    m_case = addPageAction(u"case"_s, tr("Open the case"), QKeySequence(Qt::CTRL | Qt::Key_O), [this] {
        if (const auto* work = current())
            Q_EMIT pageRequested(m_casePage, work->stream);
    });
    m_admit = addPageAction(u"admit"_s, tr("Admit"), QKeySequence(Qt::CTRL | Qt::Key_Return),
        [this] { rule(*current(), u"AdmitWork"_s, {}, tr("It counts from when it was done.")); });
    m_again = addPageAction(u"again"_s, tr("Ask again"), QKeySequence(Qt::Key_F5), [this] { refresh(); });
    m_back = addPageAction(u"back"_s, tr("Back"), QKeySequence(Qt::Key_Escape), [this] { showCurrent(); });
    bar()->addLeft(m_refuse);
    bar()->addRight(m_again);
    bar()->addRight(m_case);
    bar()->setPrimary(m_admit);
}

void HeldPage::refresh()
{
    const int asked = ++m_asked;
    m_sinceAsked.start();
    session().heldWork().then(this, [this, asked](const Result<QList<HeldWork>>& list) {
        if (asked != m_asked)
            return;
        if (list)
            receive(*list);
        else if (isVisible())
            say(list.error());
    });
}

void HeldPage::receive(const QList<HeldWork>& list)
{
    m_list = list;
    QVector<Entry> entries;
    for (const auto& work : list)
        entries.append(entryOf(work, items()));
    setEntries(entries);
    Q_EMIT countChanged(static_cast<int>(list.size()));
}

const HeldWork* HeldPage::current() const
{
    const auto found = std::find_if(
        m_list.begin(), m_list.end(), [this](const HeldWork& work) { return entryOf(work, {}).id == chosen(); });
    return found == m_list.end() ? nullptr : &*found;
}

void HeldPage::showCurrent()
{
    const auto* work = current();
    if (work)
        m_reading->show(*work, items());
    showPane(work ? m_reading : nullptr);
}

void HeldPage::enableActions()
{
    const auto* work = current();
    offer(m_again, true);
    offer(m_admit, work);
    offer(m_refuse, work);
    offer(m_case, work && !work->opens);
    allow(m_back);
    m_why->setBusy(isBusy());
}

void HeldPage::rule(const HeldWork& work, const QString& type, QJsonObject body, const QString& said)
{
    if (isBusy())
        return;
    setBusy(true);
    body.insert(u"commands"_s, QJsonArray::fromStringList(work.ids()));
    const QString ruled = entryOf(work, {}).id;
    session().ruleOnWork(work.stream, type, body).then(this, [this, said, ruled](const Result<void>& done) {
        setBusy(false);
        if (!done)
            return say(done.error());
        auto left = m_list;
        left.removeIf([&ruled](const HeldWork& one) { return entryOf(one, {}).id == ruled; });
        showCurrent();
        receive(left);
        say(said);
        refresh();
    });
}

} // namespace kuaiban::counter

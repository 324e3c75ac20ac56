#include "IntakePage.h"

#include "app/counter/casefile/FormPane.h"
#include "app/counter/finder/ItemSearch.h"
#include "app/counter/kit/ActionBar.h"
#include "app/counter/kit/CaseStrip.h"
#include "app/counter/kit/KeyboardFlow.h"
#include "app/counter/kit/LayoutPause.h"
#include "app/counter/kit/MessageBar.h"
#include "app/counter/kit/PageHeader.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/ScrollPane.h"
#include "app/counter/outcomes/HandOverPane.h"
#include "app/counter/outcomes/RefusalPane.h"
#include "app/counter/outcomes/SupplementPane.h"
#include "app/counter/outcomes/VoidPane.h"
#include "app/counter/papers/MaterialPane.h"
#include "app/counter/parties/PersonPane.h"
#include "ItemPane.h"
#include "modules/base/Json.h"
#include "modules/casework/FormEnvironments.h"

#include <QAction>
#include <QApplication>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

const QString ItemSubject = u"item:"_s; // what the page is opened for by a search
constexpr int PersonWidth = 264;
constexpr int PapersWidth = 310;

} // namespace

IntakePage::IntakePage(PageContext& page, CitizenDesk& citizen, QWidget* parent)
    : Page(page, u"intake"_s, parent)
    , m_drafts(new DraftKeeper(session(), this))
    , m_words(new CodeWords(session(), this))
    , m_register(new RegisterLookup(session(), this))
    , m_feed(new PageFeed(context(), this))
    , m_earlier(new EarlierPapers(session(), this))
    , m_outcomes(new IntakeOutcomes(session(), this))
    , m_receipts(context())
    , m_strip(new CaseStrip(look()))
    , m_header(new PageHeader(look()))
    , m_message(new MessageBar(look()))
    , m_center(new Panel(look()))
    , m_centerStack(new QStackedLayout)
    , m_itemPane(new ItemPane(context()))
    , m_form(new FormPane(context()))
    , m_formScroll(new ScrollPane(m_form))
    , m_supplement(new SupplementPane(context()))
    , m_handOver(new HandOverPane(context()))
    , m_void(new VoidPane(context()))
    , m_bar(new ActionBar(look()))
    , m_citizen(citizen)
{
    buildActions();
    buildPanes();
    buildOutcomeActions();
    connectPanes();
    buildCitizen();
    auto& reader = context().devices.idCard();
    connect(&reader, &devices::IdCardStation::cardRead, this, &IntakePage::takeCard);
    reader.startWatching(); // a card that is laid down is read by itself; F2 reads it once more
    const auto sayIfSeen = [this](const Error& error) {
        if (isVisible())
            say(error);
    };
    connect(&reader, &devices::IdCardStation::failed, this, sayIfSeen);
    auto& cards = context().devices.smartCard();
    connect(&cards, &devices::SscStation::cardRead, this, &IntakePage::takeSecurityCard);
    connect(&cards, &devices::SscStation::failed, this, [this, sayIfSeen](const Error& error) {
        if (!m_pin || !m_pin->isVisible()) // which says it itself
            sayIfSeen(error);
    });
    if (context().devices.has(DeviceFamily::SmartCard))
        cards.startWatching();
    connect(&session(), &Session::levelReached, this, [this] {
        if (m_items.isEmpty()) // the catalogue came with the first sync
            load();
    });
    load();
}

IntakePage::~IntakePage()
{
    collect();
}

void IntakePage::buildPanes()
{
    m_person = new PersonPane(context(), *m_words, *m_feed, {m_readCard, m_readSsc, m_type, m_agent, m_scan});
    m_papers = new MaterialPane(context(), *m_feed, m_scan);
    m_refusal = new RefusalPane(context(), *m_words, RefusalPane::Stage::BeingTaken);
    m_center->body()->addLayout(m_centerStack, 1); // first: a stack shows its first pane, and alone that is a window
    for (QWidget* pane : QList<QWidget*>{m_itemPane, m_formScroll, m_supplement, m_refusal, m_handOver, m_void})
        m_centerStack->addWidget(pane);
    const double scale = look().settings().textScale;
    m_person->setFixedWidth(static_cast<int>(PersonWidth * scale));
    m_papers->setFixedWidth(static_cast<int>(PapersWidth * scale));
    auto* panes = makePanes();
    panes->addWidget(m_person);
    panes->addWidget(m_center, 1);
    panes->addWidget(m_papers);
    auto* column = makeColumn();
    column->addWidget(m_strip);
    column->addWidget(m_header);
    column->addWidget(m_message);
    column->addLayout(panes, 1);
    column->addWidget(m_bar);
}

void IntakePage::connectPanes()
{
    connect(m_drafts, &DraftKeeper::saved, this, [this](const QString& id) {
        if (m_toldOfSaving == id)
            say(tr("Draft saved"), Tone::Good);
        m_toldOfSaving.clear();
    });
    connect(m_drafts, &DraftKeeper::failed, this, [this](const Error& error) {
        if (!m_toldOfSaving.isEmpty())
            say(tr("Not saved yet"), Tone::Bad);
        m_toldOfSaving.clear();
        say(error);
    });
    connect(m_drafts, &DraftKeeper::fetched, this, [this](const sync::Draft& kept) {
        putAside(); // what the panes show belongs to the case that is in front until now
        m_drafts->book().restore({kept});
        m_drafts->book().open(kept.id);
        showDraft();
    });
    connect(m_drafts, &DraftKeeper::loaded, this, [this](bool inFront) {
        if (inFront)
            showRestored();
        else if (m_drafts->book().hasCurrent())
            showStrip(); // what was begun before they came is left alone
        else
            beginNew();
    });
    connect(m_message, &MessageBar::dismissed, this, [this] {
        if (!m_pendingCard.isEmpty())
            answer(LeaveCard);
    });
    connect(m_strip, &CaseStrip::caseChosen, this, &IntakePage::switchTo);
    connect(m_strip, &CaseStrip::closeRequested, this, [this](const QString& id) {
        switchTo(id);
        draft().isEmpty() ? m_drafts->drop(id) : openOutcome(m_void);
        if (!m_drafts->book().find(id))
            m_drafts->book().hasCurrent() ? showDraft() : beginFresh();
    });
    connect(m_itemPane, &ItemPane::itemChosen, this, &IntakePage::chooseItem);
    connect(m_form, &FormPane::edited, this, [this] {
        m_next.reset(); // whoever types has read what was said
        changed();
    });
    connect(m_papers, &MaterialPane::changed, this, &IntakePage::changed);
    connect(m_papers, &MaterialPane::failed, this, qOverload<const Error&>(&IntakePage::say));
    connect(m_papers, &MaterialPane::said, this, qOverload<const QString&, Tone>(&IntakePage::say));
    connect(m_papers, &MaterialPane::reuseWanted, this, [this](const QString& material) {
        const auto* asked = m_item ? m_item->item.material(material) : nullptr;
        if (asked)
            m_earlier->find({draft().id, draft().concernedIdNo(), material, asked->name.zh});
    });
    connect(m_earlier, &EarlierPapers::found, this,
        [this](const QString& id, const QString& material, const QList<casework::Page>& pages, const QString& number) {
            if (draft().id == id)
                m_papers->reuse(material, pages, number);
        });
    connect(m_feed, &PageFeed::pageReady, this, &IntakePage::takePage);
    connect(m_feed, &PageFeed::failed, this, qOverload<const Error&>(&IntakePage::say));
    connect(m_feed, &PageFeed::finished, this,
        [this](int pages) { say(tr("%n page(s) scanned", nullptr, pages), Tone::Good); });
    connect(m_feed, &PageFeed::blankSkipped, this, [this] { say(tr("A blank side was left out."), Tone::Secondary); });
    auto& party = m_person->form();
    connect(&party, &PartyForm::edited, this, [this](const QString& role, const QJsonObject& entered) {
        draft().setEntered(role, entered);
        m_drafts->touch(draft().id);
    });
    connect(&party, &PartyForm::finished, this, &IntakePage::setParty);
    connect(&party, &PartyForm::removed, this, [this](const QString& role) { setParty(role, {}); });
    connect(m_person, &PersonPane::partyChosen, this, &IntakePage::beginParty);
    connect(m_register, &RegisterLookup::answered, this, &IntakePage::takeRegister);
    connect(&m_receipts, &Receipts::printed, this,
        [this](const QString& number) { say(tr("Receipt of %1 printed").arg(number), Tone::Good); });
    connect(&m_receipts, &Receipts::told, this, [this](const Message& message) {
        tell(message);
        forgetSaid(); // the bar may still say that the last paper is out
    });
}

void IntakePage::load()
{
    m_words->load(personTables() + QStringList{u"refusal-reason"_s}).then(this, [this] { showPerson(); });
    session().definition(u"codes"_s, u"calendar"_s).then(this, [this](const Result<QByteArray>& bytes) {
        const auto json = bytes ? parseObject(*bytes) : Result<QJsonObject>(fail(bytes.error()));
        if (const auto calendar =
                json ? codes::WorkingCalendar::parse(*json) : Result<codes::WorkingCalendar>(fail(json.error())))
            m_calendar = *calendar;
    });
    session().cases(0).then(this, [this](const Result<QList<sync::LocalCase>>& cases) {
        m_itemPane->setRecent(recentItems(cases.value_or(QList<sync::LocalCase>{})));
    });
    session().items().then(this, [this](const Result<QList<ItemPtr>>& items) {
        if (!items) {
            say(items.error());
            return;
        }
        m_items = *items;
        m_itemPane->setItems(m_items);
        if (m_drafts->book().hasCurrent()) {
            collect();
            showRestored();
        }
    });
    m_drafts->load(); // whether or not there are items: what was typed is there
}

void IntakePage::showRestored()
{
    chooseOnlyItem(); // a case that was begun before the items were here
    showDraft();
    if (isVisible() && !m_person->isTyping())
        opened();
}

void IntakePage::opened()
{
    setFocus();
    if (m_centerStack->currentWidget() == m_formScroll)
        m_form->focusFirst();
    else if (m_centerStack->currentWidget() == m_itemPane)
        m_itemPane->begin();
}

void IntakePage::show(const QString& subject)
{
    if (subject == "new"_L1)
        beginNew();
    else if (subject.startsWith(ItemSubject))
        beginItem(subject.mid(ItemSubject.size()));
    else if (m_drafts->book().find(subject))
        switchTo(subject);
    else
        m_drafts->fetch(subject);
}

// A matter that was found elsewhere: offered for the case that has none yet, else for a new one.
void IntakePage::beginItem(const QString& id)
{
    if (m_item)
        beginNew();
    m_centerStack->setCurrentWidget(m_itemPane);
    m_itemPane->offer(id);
}

void IntakePage::beginNew()
{
    putAside();
    beginFresh();
}

// Without collecting: what the panes still show belongs to nobody.
void IntakePage::beginFresh()
{
    m_drafts->book().begin();
    chooseOnlyItem();
    clearMessage();
    showDraft();
}

void IntakePage::chooseOnlyItem()
{
    if (m_items.size() != 1 || !draft().item.isEmpty())
        return;
    draft().item = m_items.constFirst()->item.id;
    draft().revision = m_items.constFirst()->item.revision;
}

void IntakePage::switchTo(const QString& id)
{
    putAside();
    if (m_drafts->book().open(id))
        showDraft();
}

forms::FormContext IntakePage::formContext()
{
    forms::FormContext form;
    form.today = today();
    form.card = draft().card();
    form.registered = draft().registered;
    form.params = casework::formParams(session().user().area, draft().scenario, draft().parties);
    return form;
}

void IntakePage::showDraft()
{
    const LayoutPause pause(this);
    m_showing = true;
    if (!m_pendingCard.isEmpty()) // it was asked of the case that was in front
        clearMessage();
    const auto current = draft();
    m_item.reset();
    for (const auto& item : std::as_const(m_items)) {
        if (item->item.id == current.item)
            m_item = item;
    }
    m_papers->setItem(m_item);
    m_papers->setMaterials(current.id, current.materials);
    if (m_item) {
        m_form->setForm(m_item, current.values, current.origins);
        m_form->setContext(formContext());
        m_centerStack->setCurrentWidget(m_formScroll);
    } else {
        m_form->clear();
        m_centerStack->setCurrentWidget(m_itemPane);
        m_itemPane->begin();
    }
    m_refusal->clear();
    m_void->clear();
    m_handOver->clear();
    showHeader();
    showEntered();
    m_showing = false;
    considerPapers();
    showPerson();
    forgetSaid();
    showStrip();
    for (const auto& party : current.parties)
        m_register->ask(party.toObject().value("idNo"_L1).toString());
    takeRegister(current.concernedIdNo());
    if (isVisible() && !QApplication::focusWidget()) // the form was made anew under the keyboard
        opened();
}

void IntakePage::putAside()
{
    collect();
    m_drafts->saveNow();
}

void IntakePage::collect()
{
    if (!m_drafts->book().hasCurrent() || m_showing || m_drafts->isUnderway(draft().id))
        return;
    auto& current = draft();
    if (m_item) {
        current.item = m_item->item.id;
        current.revision = m_item->item.revision;
        current.values = m_form->values();
        current.origins = m_form->origins();
    }
    current.materials = m_papers->materials();
}

void IntakePage::considerPapers()
{
    if (m_item)
        m_papers->consider(m_form->state().values, formContext());
}

void IntakePage::changed()
{
    if (m_showing)
        return;
    m_showing = true; // the papers may change in turn
    considerPapers();
    m_showing = false;
    collect();
    showSteps();
    m_drafts->touch(draft().id);
}

void IntakePage::chooseItem(const QString& id, const QString& scenario)
{
    collect();
    auto& current = draft();
    for (const auto& item : std::as_const(m_items)) {
        if (item->item.id == id) {
            current.item = id;
            current.revision = item->item.revision;
            current.scenario = scenario;
        }
    }
    showDraft();
    m_form->focusFirst();
    changed();
}

} // namespace kuaiban::counter

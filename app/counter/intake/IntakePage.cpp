#include "IntakePage.h"

#include "app/counter/kit/ActionBar.h"
#include "app/counter/kit/CaseStrip.h"
#include "app/counter/kit/KeyboardFlow.h"
#include "app/counter/kit/MessageBar.h"
#include "app/counter/kit/PageHeader.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/ScrollPane.h"
#include "FormPane.h"
#include "IntakeSteps.h"
#include "ItemPane.h"
#include "MaterialPane.h"
#include "PersonPane.h"

#include <QAction>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int SaveDelayMs = 800; // a power cut costs at most two seconds of typing
constexpr int PersonWidth = 264;
constexpr int PapersWidth = 310;

} // namespace

IntakePage::IntakePage(PageContext& page, QWidget* parent)
    : Page(page, u"intake"_s, parent)
    , m_book(session().ids())
    , m_receipts(context())
    , m_strip(new CaseStrip(look()))
    , m_header(new PageHeader(look()))
    , m_message(new MessageBar(look()))
    , m_center(new Panel(look()))
    , m_centerStack(new QStackedLayout)
    , m_itemPane(new ItemPane(context()))
    , m_form(new FormPane(context()))
    , m_bar(new ActionBar(look()))
{
    buildActions();
    m_person = new PersonPane(context(), m_readCard, m_type);
    m_papers = new MaterialPane(context(), m_scan);
    buildPanes();
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(SaveDelayMs);
    connect(&m_saveTimer, &QTimer::timeout, this, &IntakePage::save);
    auto& reader = context().devices.idCard();
    connect(&reader, &devices::IdCardStation::cardRead, this, &IntakePage::takeCard);
    reader.startWatching(); // a card that is laid down is read by itself; F2 reads it once more
    connect(&reader, &devices::IdCardStation::failed, this, [this](const Error& error) {
        if (isVisible())
            m_message->say(messageOf(error));
    });
    connect(m_person, &PersonPane::partyTyped, this, &IntakePage::setParty);
    connect(m_itemPane, &ItemPane::itemChosen, this, &IntakePage::chooseItem);
    connect(m_form, &FormPane::edited, this, &IntakePage::changed);
    connect(m_papers, &MaterialPane::changed, this, &IntakePage::changed);
    connect(m_papers, &MaterialPane::failed, this, [this](const Error& error) { m_message->say(messageOf(error)); });
    connect(m_papers, &MaterialPane::said, this, &IntakePage::say);
    connect(m_strip, &CaseStrip::caseChosen, this, &IntakePage::switchTo);
    connect(m_strip, &CaseStrip::closeRequested, this, [this](const QString& id) {
        session().dropDraft(id);
        m_book.close(id);
        if (m_book.hasCurrent())
            showDraft();
        else
            beginNew();
    });
    connect(&m_receipts, &Receipts::printed, this,
        [this](const QString& number) { say(tr("Receipt of %1 printed").arg(number), Tone::Good); });
    connect(&m_receipts, &Receipts::failed, this, [this](const Error& error) { m_message->say(messageOf(error)); });
    connect(&session(), &Session::levelReached, this, [this] {
        if (m_items.isEmpty()) // the catalogue came with the first sync
            loadDrafts();
    });
    loadDrafts();
}

IntakePage::~IntakePage()
{
    if (m_saveTimer.isActive())
        save();
}

void IntakePage::buildPanes()
{
    m_centerStack->addWidget(m_itemPane);
    m_centerStack->addWidget(new ScrollPane(m_form));
    m_center->body()->addLayout(m_centerStack, 1);
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
    auto* flow = new KeyboardFlow(this);
    flow->setMainButton(nullptr);
}

void IntakePage::loadDrafts()
{
    m_person->loadReasons();
    session().items().then(this, [this](const Result<QList<ItemPtr>>& items) {
        if (!items) {
            m_message->say(messageOf(items.error()));
            return;
        }
        m_items = *items;
        m_itemPane->setItems(m_items);
        session().drafts().then(this, [this](const Result<QList<sync::Draft>>& drafts) {
            m_book.restore(drafts.value_or(QList<sync::Draft>{}));
            if (m_book.hasCurrent())
                showDraft();
            else
                beginNew();
        });
    });
}

void IntakePage::opened()
{
    setFocus();
    if (m_centerStack->currentIndex() == 1)
        m_form->focusFirst();
}

void IntakePage::show(const QString& subject)
{
    if (subject == "new"_L1)
        beginNew();
    else
        switchTo(subject);
}

void IntakePage::beginNew()
{
    putAside();
    beginFresh();
}

// Without collecting: what the panes still show belongs to nobody.
void IntakePage::beginFresh()
{
    m_book.begin();
    if (m_items.size() == 1 && draft().item.isEmpty()) {
        draft().item = m_items.constFirst()->item.id;
        draft().revision = m_items.constFirst()->item.revision;
    }
    m_message->clear();
    showDraft();
}

void IntakePage::switchTo(const QString& id)
{
    putAside();
    if (m_book.open(id))
        showDraft();
}

void IntakePage::showStrip()
{
    m_strip->setCases(m_book.openCases(m_items, context().language), draft().id);
    m_strip->setVisible(m_book.count() > 1);
}

void IntakePage::showDraft()
{
    m_showing = true;
    const auto& current = draft();
    m_person->setParty(current.party);
    m_item.reset();
    for (const auto& item : std::as_const(m_items)) {
        if (item->item.id == current.item)
            m_item = item;
    }
    if (m_item) {
        m_form->setForm(m_item, current.values, current.origins);
        m_form->prefill(cardFacts(current.party), {});
        m_header->setTitle(m_item->item.name.in(context().language));
        m_header->setNote(m_item->item.workingDays > 0
                              ? tr("Limit %n working day(s)", nullptr, m_item->item.workingDays)
                              : QString());
        m_centerStack->setCurrentIndex(1);
    } else {
        m_form->clear();
        m_header->setTitle(tr("Take a case"));
        m_header->setNote({});
        m_centerStack->setCurrentIndex(0);
        m_itemPane->begin();
    }
    m_papers->setItem(m_item);
    m_papers->setMaterials(current.materials);
    m_showing = false;
    showSteps();
    showStrip();
    askRegister();
}

void IntakePage::showSteps()
{
    const auto& current = draft();
    const bool person = current.hasPerson();
    const bool item = m_item != nullptr;
    const bool form = item && m_form->firstProblem().isEmpty();
    m_header->setSteps(intakeSteps(current, item, form));
    m_submit->setEnabled(item && !m_submitting);
    if (!person)
        m_bar->setMessage(tr("Read the ID card first"));
    else if (item && !form)
        m_bar->setMessage(tr("Still to fill in: %1").arg(m_form->firstProblem()));
    else
        m_bar->setMessage({});
}

void IntakePage::putAside()
{
    collect();
    if (m_saveTimer.isActive()) // the timer would save the case that comes to the front, not this one
        save();
}

void IntakePage::collect()
{
    if (!m_book.hasCurrent() || m_showing)
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

void IntakePage::changed()
{
    if (m_showing)
        return;
    collect();
    showSteps();
    m_saveTimer.start();
}

void IntakePage::save()
{
    m_saveTimer.stop();
    const auto& current = draft();
    if (current.isEmpty() || m_submitting) // a case on its way must not come back as a draft
        return;
    session().saveDraft(current.id, current.toJson()).then(this, [this](const Result<void>& saved) {
        if (!saved)
            m_message->say(messageOf(saved.error()));
    });
}

void IntakePage::takeCard(const devices::IdCard& card)
{
    if (!isVisible())
        return;
    const auto party = partyOf(card);
    const auto& current = draft();
    const bool other = current.hasPerson() && current.party.value("idNo"_L1) != party.value("idNo"_L1);
    if (other) { // a card never fills another person's case without asking
        beginNew();
        say(tr("A case for %1 was begun; the other one stays open.").arg(card.name), Tone::Accent);
    } else {
        m_message->clear();
    }
    setParty(party);
}

void IntakePage::setParty(const QJsonObject& party)
{
    collect();
    draft().party = party;
    m_askedFor.clear();
    m_person->setParty(party);
    m_form->prefill(cardFacts(party), {});
    collect();
    showStrip();
    changed();
    askRegister();
    if (m_centerStack->currentIndex() == 1)
        m_form->focusFirst();
    else
        m_itemPane->begin();
}

void IntakePage::askRegister()
{
    const QString idNo = draft().party.value("idNo"_L1).toString();
    if (idNo.isEmpty() || idNo == m_askedFor)
        return;
    m_askedFor = idNo;
    session().person(idNo).then(this, [this, idNo](const Result<QJsonObject>& record) {
        if (!record || draft().party.value("idNo"_L1).toString() != idNo)
            return; // offline, or not in the register: the card alone will do
        m_person->setRecord(*record);
        const auto person = record->value("person"_L1).toObject();
        m_form->prefill(cardFacts(draft().party), person);
        changed();
    });
}

void IntakePage::chooseItem(const QString& id)
{
    collect();
    auto& current = draft();
    for (const auto& item : std::as_const(m_items)) {
        if (item->item.id == id) {
            current.item = id;
            current.revision = item->item.revision;
        }
    }
    m_askedFor.clear();
    showDraft();
    m_form->focusFirst();
    changed();
}

void IntakePage::say(const QString& text, Tone tone)
{
    m_bar->setMessage(text, tone);
}

} // namespace kuaiban::counter

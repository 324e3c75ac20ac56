#include "IntakePage.h"

#include "FormPane.h"
#include "ItemPane.h"
#include "MaterialPane.h"
#include "PersonPane.h"
#include "app/counter/kit/ActionBar.h"
#include "app/counter/kit/CaseStrip.h"
#include "app/counter/kit/KeyboardFlow.h"
#include "app/counter/kit/MessageBar.h"
#include "app/counter/kit/PageHeader.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/ScrollPane.h"
#include "app/counter/shell/DocumentPreview.h"
#include "modules/base/Json.h"
#include "modules/codes/CodeTableReader.h"

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
        m_drafts.removeIf([&](const IntakeDraft& draft) { return draft.id == id; });
        if (m_drafts.isEmpty())
            beginNew();
        else
            switchTo(m_drafts.constFirst().id);
    });
    connect(&m_receipts, &Receipts::printed, this, [this](const QString& number) { say(tr("Receipt of %1 printed").arg(number), Tone::Good); });
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

void IntakePage::buildActions()
{
    m_readCard = addPageAction(u"read"_s, tr("Read ID card"), QKeySequence(Qt::Key_F2), [this] { context().devices.idCard().readNow(); });
    m_type = addPageAction(u"type"_s, tr("Type the identity"), QKeySequence(Qt::CTRL | Qt::Key_I), [this] { m_person->beginTyping(draft().party); });
    m_scan = addPageAction(u"scan"_s, tr("Scan"), QKeySequence(Qt::Key_F4), [this] { m_papers->scan(); });
    auto* next = addPageAction(u"pane"_s, tr("Next pane"), QKeySequence(Qt::Key_F6), [this] { nextPane(); });
    auto* previewed = addPageAction(u"preview"_s, tr("Preview"), QKeySequence(Qt::Key_F7), [this] { preview(); });
    m_print = addPageAction(u"print"_s, tr("Print receipt again"), QKeySequence(Qt::Key_F8), [this] { printAgain(); });
    m_submit = addPageAction(u"submit"_s, tr("Submit"), QKeySequence(Qt::Key_F9), [this] { submit(); });
    auto* saved = addPageAction(u"save"_s, tr("Save draft"), QKeySequence(Qt::CTRL | Qt::Key_S), [this] {
        collect();
        save();
        say(tr("Draft saved"), Tone::Good);
    });
    auto* fresh = addPageAction(u"new"_s, tr("New case"), QKeySequence(Qt::CTRL | Qt::Key_N), [this] { beginNew(); });
    addPageAction(u"other"_s, tr("Next open case"), QKeySequence(Qt::CTRL | Qt::Key_Tab), [this] { m_strip->step(1); });
    addPageAction(u"item"_s, tr("Change the matter"), QKeySequence(Qt::CTRL | Qt::Key_M), [this] {
        m_centerStack->setCurrentIndex(0);
        m_itemPane->begin();
    });
    m_bar->addLeft(fresh);
    m_bar->addLeft(m_print);
    m_bar->addRight(saved);
    m_bar->addRight(previewed);
    m_bar->addRight(next);
    m_bar->setPrimary(m_submit);
    m_print->setEnabled(false);
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
    session().definition(u"codes"_s, u"typed-identity-reason"_s).then(this, [this](const Result<QByteArray>& bytes) {
        const auto json = bytes ? parseObject(*bytes) : Result<QJsonObject>(fail(bytes.error()));
        const auto table = json ? codes::parseCodeTable(*json) : Result<codes::CodeTable>(fail(json.error()));
        if (!table)
            return;
        QVector<QPair<QString, QString>> reasons;
        for (const auto& entry : table->entries())
            reasons.append({entry.code, entry.text});
        m_person->setReasons(reasons);
    });
    session().items().then(this, [this](const Result<QList<ItemPtr>>& items) {
        if (!items) {
            m_message->say(messageOf(items.error()));
            return;
        }
        m_items = *items;
        m_itemPane->setItems(m_items);
        session().drafts().then(this, [this](const Result<QList<sync::Draft>>& drafts) {
            if (drafts && m_drafts.isEmpty()) {
                for (const auto& stored : *drafts)
                    m_drafts.append(IntakeDraft::fromJson(stored.id, stored.content));
            }
            if (m_drafts.isEmpty())
                beginNew();
            else if (m_current.isEmpty())
                switchTo(m_drafts.constFirst().id);
            else
                showDraft();
        });
    });
}

IntakeDraft& IntakePage::draft()
{
    const auto found = std::find_if(m_drafts.begin(), m_drafts.end(), [this](const IntakeDraft& item) { return item.id == m_current; });
    if (found != m_drafts.end())
        return *found;
    m_drafts.append({session().ids().next(), {}, 0, {}, {}, {}, {}});
    m_current = m_drafts.constLast().id;
    return m_drafts.last();
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
    collect();
    const auto empty = std::find_if(m_drafts.begin(), m_drafts.end(), [](const IntakeDraft& draft) { return draft.isEmpty(); });
    if (empty != m_drafts.end()) {
        m_current = empty->id;
    } else {
        m_drafts.append({session().ids().next(), {}, 0, {}, {}, {}, {}});
        m_current = m_drafts.constLast().id;
    }
    if (m_items.size() == 1 && draft().item.isEmpty()) {
        draft().item = m_items.constFirst()->item.id;
        draft().revision = m_items.constFirst()->item.revision;
    }
    m_message->clear();
    showDraft();
}

void IntakePage::switchTo(const QString& id)
{
    if (id == m_current)
        return;
    collect();
    m_current = id;
    showDraft();
}

void IntakePage::showStrip()
{
    QVector<OpenCase> open;
    for (const auto& one : std::as_const(m_drafts)) {
        const auto item = std::find_if(m_items.begin(), m_items.end(), [&](const ItemPtr& candidate) { return candidate->item.id == one.item; });
        open.append({one.id, one.hasPerson() ? one.personName() : tr("New case"),
            item == m_items.end() ? QString() : (*item)->item.name.in(context().language), false});
    }
    m_strip->setCases(open, m_current);
    m_strip->setVisible(open.size() > 1);
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
        m_header->setNote(m_item->item.workingDays > 0 ? tr("Limit %n working day(s)", nullptr, m_item->item.workingDays) : QString());
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
    const bool papers = std::all_of(current.materials.begin(), current.materials.end(), [](const auto& material) { return !material.pages.isEmpty(); })
                        && !current.materials.isEmpty();
    const QList<bool> done{person, item, form, papers, false};
    const QStringList names{tr("Card"), tr("Matter"), tr("Form"), tr("Papers"), tr("Submit")};
    QVector<TrailStep> steps;
    bool reached = false;
    for (int i = 0; i < names.size(); ++i) {
        StepState state = done.at(i) ? StepState::Done : StepState::Open;
        if (!done.at(i) && !reached && i != 3) { // papers are optional: they never stand in the way
            state = StepState::Current;
            reached = true;
        }
        steps.append({names.at(i), state});
    }
    m_header->setSteps(steps);
    m_submit->setEnabled(item && !m_submitting);
    if (!person)
        m_bar->setMessage(tr("Read the ID card first"));
    else if (item && !form)
        m_bar->setMessage(tr("Still to fill in: %1").arg(m_form->firstProblem()));
    else
        m_bar->setMessage({});
}

void IntakePage::collect()
{
    if (m_current.isEmpty() || m_showing)
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
    if (current.isEmpty())
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

void IntakePage::nextPane()
{
    QWidget* const focus = focusWidget();
    if (focus && m_form->isAncestorOf(focus))
        m_papers->focusName();
    else if (m_centerStack->currentIndex() == 1)
        m_form->focusFirst();
    else
        m_itemPane->begin();
}

void IntakePage::say(const QString& text, Tone tone)
{
    m_bar->setMessage(text, tone);
}

void IntakePage::submit()
{
    if (m_submitting || !m_item)
        return;
    collect();
    if (!draft().hasPerson()) {
        say(tr("Read the ID card first"), Tone::Bad);
        return;
    }
    if (!m_form->check()) {
        say(tr("Still to fill in: %1").arg(m_form->firstProblem()), Tone::Bad);
        return;
    }
    if (m_papers->isScanning()) {
        say(tr("The scanner is still at work."), Tone::Attention);
        return;
    }
    m_submitting = true;
    m_submit->setEnabled(false);
    m_saveTimer.stop();
    const auto item = m_item;
    session().open(draft().id, draft().openingBody()).then(this, [this, item](const Result<casework::Case>& state) {
        m_submitting = false;
        if (!state) {
            m_submit->setEnabled(true);
            m_message->say(messageOf(state.error()));
            save();
            return;
        }
        finishSubmit(*state, item);
    });
}

void IntakePage::finishSubmit(const casework::Case& state, const ItemPtr& item)
{
    m_lastCase = state;
    m_lastItem = item;
    m_print->setEnabled(true);
    m_drafts.removeIf([this](const IntakeDraft& draft) { return draft.id == m_current; });
    m_current.clear();
    m_showing = true; // the panes still hold the case that is gone
    m_form->clear();
    m_papers->setMaterials({});
    m_showing = false;
    beginNew();
    m_message->say({Tone::Good, tr("Case %1 is taken. The window is free for the next one.").arg(state.number), {}, {}, {}});
    setFocus();
    m_receipts.render(state, item).then(this, [this, number = state.number](const Result<QByteArray>& pdf) {
        if (!pdf)
            m_message->say(messageOf(pdf.error()));
        else
            m_receipts.print(*pdf, number);
    });
}

void IntakePage::printAgain()
{
    if (!m_lastItem)
        return;
    m_receipts.render(m_lastCase, m_lastItem).then(this, [this](const Result<QByteArray>& pdf) {
        if (!pdf)
            m_message->say(messageOf(pdf.error()));
        else
            m_receipts.print(*pdf, m_lastCase.number);
    });
}

void IntakePage::preview()
{
    if (!m_lastItem) {
        say(tr("The receipt can be seen once a case is submitted."), Tone::Secondary);
        return;
    }
    m_receipts.render(m_lastCase, m_lastItem).then(this, [this](const Result<QByteArray>& pdf) {
        if (!pdf) {
            m_message->say(messageOf(pdf.error()));
            return;
        }
        if (!m_preview) {
            m_preview = new DocumentPreview(look(), window());
            connect(m_preview, &DocumentPreview::printRequested, this, [this] {
                m_receipts.print(m_preview->pdf(), m_lastCase.number);
                m_preview->close();
            });
        }
        m_preview->show(*pdf, tr("Receipt %1").arg(m_lastCase.number));
    });
}

} // namespace kuaiban::counter

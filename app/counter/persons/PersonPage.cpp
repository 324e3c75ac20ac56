#include "PersonPage.h"

#include "app/counter/kit/ActionBar.h"
#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/EmptyState.h"
#include "app/counter/kit/KeyboardFlow.h"
#include "app/counter/kit/MaterialList.h"
#include "app/counter/kit/MessageBar.h"
#include "app/counter/kit/PageHeader.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/TextLabel.h"
#include "app/counter/outcomes/ReasonPane.h"
#include "app/counter/shell/Words.h"
#include "modules/base/Clock.h"

#include <QAction>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int ShownMs = 3 * 60'000; // full values
constexpr int SideWidth = 380;
constexpr int Phrases = 3;

void clearLayout(QVBoxLayout* layout)
{
    while (auto* item = layout->takeAt(0)) {
        if (auto* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

QList<PersonCase> casesIn(const QJsonObject& record)
{
    QList<PersonCase> cases;
    for (const auto& entry : record.value("cases"_L1).toArray()) {
        const auto one = entry.toObject();
        const auto text = [&](QLatin1StringView name) { return one.value(name).toString(); };
        cases.append({text("stream"_L1), text("item"_L1), text("number"_L1), text("phase"_L1),
            one.value("openedAt"_L1).toInteger()});
    }
    return cases;
}

MaterialState stateOf(const QString& phase)
{
    if (phase == "completed"_L1)
        return MaterialState::Complete;
    return phase == "in-progress"_L1 || phase == "supplement"_L1 ? MaterialState::Attention : MaterialState::Refused;
}

} // namespace

PersonPage::PersonPage(PageContext& page, QWidget* parent)
    : Page(page, u"person"_s, parent)
    , m_words(new CodeWords(page.session, this))
    , m_mayReveal(page.session.may(identity::right::RevealPersons, page.posts))
    , m_header(new PageHeader(look()))
    , m_message(new MessageBar(look()))
    , m_empty(new EmptyState(look(), Glyph::Person, tr("Nobody chosen"), tr("Ctrl+K finds persons by name or number.")))
    , m_stack(new QStackedWidget)
    , m_panes(new QWidget)
    , m_caseList(new MaterialList(look()))
    , m_life(new KeyValueList(look()))
    , m_left(new QStackedWidget)
    , m_reason(new ReasonPane(page,
          {tr("Show full values"),
              tr("Name, numbers and address are shown in full for three minutes. Who looked, at whom and why is "
                 "recorded."),
              tr("Show"),
              {tr("The person is at the window."), tr("A review of this person's case."),
                  tr("A question by phone, identity checked.")}},
          ReasonPane::Asks::Reason))
    , m_bar(new ActionBar(look()))
    , m_flow(new KeyboardFlow(this))
{
    buildPanes();
    buildActions();
    m_shown.setSingleShot(true);
    m_shown.setInterval(ShownMs);
    connect(&m_shown, &QTimer::timeout, this, &PersonPage::hideValues);
    connect(m_reason, &ReasonPane::confirmed, this, &PersonPage::reveal);
    connect(m_reason, &OutcomePane::left, this, [this] { askReason(false); });
    connect(m_caseList, &MaterialList::rowChosen, this, [this](const QString& stream) {
        for (const auto& one : std::as_const(m_cases)) {
            if (one.stream == stream)
                Q_EMIT pageRequested(u"cases"_s, one.number);
        }
    });
    enableActions();
}

void PersonPage::buildPanes()
{
    m_registerPanel = new Panel(look(), tr("What the register knows"));
    auto* content = new QWidget;
    auto* inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(Metrics::panelGap);
    m_warnings = new QVBoxLayout;
    m_warnings->setSpacing(6);
    m_sections = new QVBoxLayout;
    m_sections->setSpacing(6);
    inner->addLayout(m_warnings);
    inner->addLayout(m_sections);
    inner->addStretch();
    m_registerPanel->addScrolled(content);
    m_left->addWidget(m_registerPanel);
    m_left->addWidget(m_reason);

    auto* cases = new Panel(look(), tr("Cases"));
    m_caseList->setAccessibleName(tr("Cases of this person"));
    m_caseList->setMaximumRowsShown(6);
    m_noCases = new TextLabel(look(), TextRole::Body, tr("None that you may see."), Tone::Secondary);
    cases->body()->addWidget(m_noCases);
    cases->body()->addWidget(m_caseList);
    cases->body()->addStretch();
    auto* life = new Panel(look(), tr("Course of life"));
    auto* days = new QWidget;
    auto* column = new QVBoxLayout(days);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_life);
    column->addStretch(); // few days stay together at the top
    life->addScrolled(days);
    auto* side = new QVBoxLayout;
    side->setSpacing(Metrics::panelGap);
    side->addWidget(cases);
    side->addWidget(life, 1);

    auto* row = new QHBoxLayout(m_panes);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Metrics::panelGap);
    row->addWidget(m_left, 1);
    row->addLayout(side);
    const int width = qRound(SideWidth * std::min(look().settings().textScale, 1.2));
    cases->setFixedWidth(width);
    life->setFixedWidth(width);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_panes);
    auto* page = makeColumn();
    page->addWidget(m_header);
    page->addWidget(m_message);
    page->addWidget(m_stack, 1);
    page->addWidget(m_bar);
    m_header->setTitle(tr("Person"));
}

void PersonPage::buildActions()
{
    m_reveal = addPageAction(
        u"reveal"_s, tr("Show full values …"), QKeySequence(Qt::CTRL | Qt::Key_E), [this] { askReason(true); });
    m_hide = addPageAction(
        u"hide"_s, tr("Mask again"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), [this] { hideValues(); });
    for (int number = 1; number <= Phrases; ++number) {
        addPageAction(u"phrase-%1"_s.arg(number), tr("Common words %1").arg(number),
            QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + number)), [this, number] {
                if (m_left->currentWidget() == m_reason)
                    m_reason->choosePhrase(number);
            });
    }
    addPageAction(u"refresh"_s, tr("Look again"), QKeySequence(Qt::Key_F5), [this] { load(); });
    m_bar->addLeft(m_hide);
    m_bar->setPrimary(m_reveal);
    m_bar->setVisible(m_mayReveal); // nothing else is done here
}

void PersonPage::opened()
{
    if (m_person.isEmpty())
        m_stack->setCurrentWidget(m_empty);
    m_caseList->setFocus();
}

void PersonPage::show(const QString& subject)
{
    if (m_person != subject) {
        m_person = subject;
        m_masked.reset();
        m_cases.clear();
        m_reason->clear();
        askReason(false);
        m_full.reset();
        m_message->clear();
        m_header->setTitle(tr("Person"));
        m_header->setNote({});
        m_stack->setCurrentWidget(m_empty);
    }
    hideValues();
    load();
}

void PersonPage::load()
{
    if (m_person.isEmpty())
        return;
    m_empty->setWaiting(true);
    session().items().then(this, [this](const Result<QList<ItemPtr>>& items) {
        for (const auto& item : items.value_or(QList<ItemPtr>()))
            m_items.insert(item->item.id, item);
    });
    m_words->load(personSectionTables()).then(this, [this, person = m_person] {
        session().personRecord(person).then(this, [this, person](const Result<QJsonObject>& answer) {
            if (person == m_person)
                take(answer, false);
        });
    });
}

void PersonPage::take(const Result<QJsonObject>& answer, bool revealed)
{
    m_empty->setWaiting(false);
    const auto record = answer ? registry::PersonRecord::fromJson(*answer) : fail(answer.error());
    if (!record) {
        m_message->say(messageOf(record.error()));
        enableActions();
        return;
    }
    if (revealed) {
        m_full = *record;
        m_shown.start();
        askReason(false);
        m_message->say({Tone::Attention, tr("Full values are shown for three minutes; it is recorded."), {}, {}, {}});
    } else {
        m_message->clear();
        m_masked = *record;
        m_cases = casesIn(*answer);
    }
    present();
}

void PersonPage::present()
{
    const auto& record = m_full ? *m_full : *m_masked;
    const QDate today = legalDate(session().clock().nowMs());
    const auto itemName = [this](const QString& id) {
        const auto item = m_items.value(id);
        return item ? item->item.name.in(context().language) : id;
    };
    m_stack->setCurrentWidget(m_panes);
    m_header->setTitle(record.person.name);
    m_header->setNote(record.person.idNo);
    clearLayout(m_warnings);
    for (const auto& warning : personWarnings(record, m_cases, today, *m_words))
        m_warnings->addWidget(new NoticeBox(look(), warning));
    showSections(personSections(record, *m_words, m_full.has_value()));
    QVector<MaterialRow> rows;
    for (const auto& one : std::as_const(m_cases)) {
        rows.append({one.stream, itemName(one.item), one.number,
            u"%1 %2"_s.arg(phaseWords(one.phase, {}).text, legalDate(one.openedAt).toString(Qt::ISODate)),
            stateOf(one.phase)});
    }
    m_caseList->setRows(rows);
    m_caseList->setVisible(!rows.isEmpty());
    m_noCases->setVisible(rows.isEmpty());
    QVector<KeyValue> life;
    for (const auto& event : lifeOf(record, m_cases, *m_words, itemName, m_full.has_value()))
        life.append({event.day.toString(Qt::ISODate), event.text, event.tone});
    m_life->setRows(life);
    enableActions();
}

void PersonPage::showSections(const QVector<PersonSection>& sections)
{
    clearLayout(m_sections);
    for (const auto& section : sections) {
        m_sections->addWidget(new TextLabel(look(), TextRole::Heading, section.title));
        auto* list = new KeyValueList(look());
        list->setRows(section.rows);
        m_sections->addWidget(list);
    }
}

void PersonPage::askReason(bool asking)
{
    m_left->setCurrentWidget(asking ? static_cast<QWidget*>(m_reason) : m_registerPanel);
    m_flow->setMainButton(asking ? m_reason->mainButton() : m_bar->primary());
    enableActions();
    if (asking)
        m_reason->begin();
    else if (m_caseList->isVisible())
        m_caseList->setFocus();
}

void PersonPage::reveal(const QString& reason)
{
    if (m_busy || m_person.isEmpty())
        return;
    m_busy = true;
    enableActions();
    session().reveal(m_person, reason).then(this, [this, person = m_person](const Result<QJsonObject>& answer) {
        m_busy = false;
        enableActions();
        if (person == m_person)
            take(answer, true);
    });
}

void PersonPage::hideValues()
{
    m_shown.stop();
    if (!m_full)
        return;
    m_full.reset();
    m_message->clear();
    present();
}

void PersonPage::enableActions()
{
    const bool asking = m_left->currentWidget() == m_reason;
    m_reveal->setVisible(m_mayReveal && !m_full && !asking);
    m_reveal->setEnabled(m_reveal->isVisible() && m_masked && !m_busy);
    m_hide->setVisible(m_full.has_value());
    m_hide->setEnabled(m_full.has_value());
    m_reason->setBusy(m_busy);
}

} // namespace kuaiban::counter

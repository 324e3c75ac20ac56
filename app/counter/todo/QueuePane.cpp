#include "QueuePane.h"

#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/EmptyState.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/QuickPhrases.h"
#include "app/counter/kit/SearchBox.h"
#include "app/counter/kit/TextLabel.h"
#include "app/counter/shell/Words.h"
#include "LapsedBox.h"

#include <QComboBox>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

QueuePane::QueuePane(const PageContext& context, QueueFeed& feed, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_feed(feed)
    , m_model(new QueueModel(this))
    , m_list(new EntryView(context.look, tr("Cases that wait")))
    , m_panel(new Panel(context.look))
    , m_lapsed(new LapsedBox(context))
    , m_search(new SearchBox(context.look, tr("Search in this queue")))
    , m_item(new QComboBox)
    , m_due(new QComboBox)
    , m_note(new TextLabel(context.look, TextRole::Hint, {}, Tone::Secondary))
    , m_empty(new EmptyState(context.look, Glyph::ClipboardCheck, {}, {}))
{
    m_panel->body()->addWidget(m_lapsed);
    buildTabs();
    m_list->setModel(m_model);
    m_search->setKeyText(u"Ctrl+F"_s);
    m_item->setAccessibleName(tr("Which matter"));
    m_item->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_item->setMinimumContentsLength(6);
    m_due->setAccessibleName(tr("Which deadlines"));
    m_due->addItem(tr("Every deadline"), static_cast<int>(DueFilter::All));
    m_due->addItem(tr("Within 2 days"), static_cast<int>(DueFilter::Soon));
    m_due->addItem(tr("Overdue"), static_cast<int>(DueFilter::Overdue));
    fillItemFilter();
    auto* filters = new QHBoxLayout;
    filters->setSpacing(8);
    filters->addWidget(m_item, 3);
    filters->addWidget(m_due, 2);
    m_panel->body()->addWidget(m_search);
    m_panel->body()->addLayout(filters);
    m_panel->body()->addWidget(m_note);
    m_empty->layOver(m_list);
    m_panel->addBleeding(m_list);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_panel);

    connect(m_list, &EntryView::entrySelected, this, &QueuePane::chosen);
    connect(m_model, &QueueModel::moreWanted, &m_feed, &QueueFeed::more);
    connect(m_search, &SearchBox::searched, &m_feed, [this](const QString& text) { m_feed.setText(text.trimmed()); });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty())
            m_feed.setText({});
    });
    connect(m_search, &SearchBox::left, this, &QueuePane::focusList);
    connect(m_item, &QComboBox::currentIndexChanged, this, &QueuePane::fill);
    connect(m_due, &QComboBox::currentIndexChanged, this, &QueuePane::fill);
    connect(&m_feed, &QueueFeed::changed, this, &QueuePane::fill);
    connect(&m_feed, &QueueFeed::changed, m_lapsed, &LapsedBox::refresh);
    connect(m_lapsed, &LapsedBox::failed, this, &QueuePane::failed);
    fill();
}

void QueuePane::buildTabs()
{
    auto* tabs = new QWidget;
    auto* row = new WrapLayout(2, tabs);
    for (const auto kind : m_feed.kinds()) {
        auto* tab = new ActionButton(m_context.look, ButtonRole::Quiet, wordOf(kind));
        tab->setCheckable(true);
        tab->setAutoExclusive(true);
        tab->setChecked(kind == m_feed.kind());
        connect(tab, &QPushButton::clicked, this, [this, kind] { m_feed.setKind(kind); });
        row->addWidget(tab);
        m_tabs.insert(kind, tab);
    }
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    tabs->setSizePolicy(policy);
    tabs->setAccessibleName(tr("Lists of the queue"));
    m_panel->body()->addWidget(tabs);
}

QString QueuePane::wordOf(QueueKind kind) const
{
    switch (kind) {
    case QueueKind::Mine:
        return tr("Mine");
    case QueueKind::Supplement:
        return tr("Supplement");
    case QueueKind::Held:
        return tr("Held by others");
    case QueueKind::Open:
        break;
    }
    return tr("To take");
}

void QueuePane::setItems(const QHash<QString, ItemPtr>& items)
{
    if (items.keys() == m_items.keys())
        return;
    m_items = items;
    fillItemFilter();
    fill();
}

void QueuePane::fillItemFilter()
{
    const QString chosenItem = m_item->currentData().toString();
    const QSignalBlocker quiet(m_item);
    m_item->clear();
    m_item->addItem(tr("Every matter"), QString());
    for (const auto& item : std::as_const(m_items))
        m_item->addItem(item->item.name.in(m_context.language), item->item.id);
    m_item->setCurrentIndex(std::max(0, m_item->findData(chosenItem)));
}

void QueuePane::fill()
{
    const QDate today = legalDate(m_context.session.clock().nowMs());
    const QString me = m_context.session.user().account;
    const QString item = m_item->currentData().toString();
    const auto due = static_cast<DueFilter>(m_due->currentData().toInt());
    QVector<Entry> entries;
    for (const auto& row : m_feed.rows()) {
        if (!fits(row, item, due, today))
            continue;
        const auto known = m_items.value(row.item);
        entries.append(entryOf(row, known ? known->item.name.in(m_context.language) : row.item, me, today));
    }
    const bool filtered = !item.isEmpty() || due != DueFilter::All;
    m_model->setEntries(entries, m_feed.hasMore());
    say();
    Q_EMIT listChanged();
    if (filtered && entries.size() < QueueFeed::PageSize / 2)
        m_feed.more(); // the filter looks only at what is here
}

void QueuePane::say()
{
    for (auto it = m_tabs.begin(); it != m_tabs.end(); ++it) {
        const QString count = m_feed.count(it.key());
        it.value()->setText(count.isEmpty() ? wordOf(it.key()) : wordOf(it.key()) + u' ' + count);
        it.value()->setAccessibleName(it.value()->text());
        it.value()->setChecked(it.key() == m_feed.kind());
        // One stop for Tab, the arrows move between them: Qt does so too, but only after one has had the keyboard.
        it.value()->setFocusPolicy(it.key() == m_feed.kind() ? Qt::StrongFocus : Qt::ClickFocus);
    }
    const bool away = m_feed.problem().has_value();
    m_note->setVisible(away && m_feed.asOf() > 0);
    m_note->setText(tr("Not connected: as of %1").arg(clockText(m_feed.asOf())));
    m_note->setTone(Tone::Attention);
    const bool none = m_model->rowCount() == 0;
    m_empty->setVisible(none);
    m_list->setAccessibleDescription(QString());
    if (!none)
        return;
    m_empty->setWaiting(m_feed.asOf() == 0 && !away);
    if (m_feed.asOf() == 0 && away) {
        const auto message = messageFor(*m_feed.problem(), m_context.manual, m_context.language);
        m_empty->setTexts(message.what, message.remedy);
    } else if (m_feed.asOf() > 0) {
        m_empty->setTexts(emptyTitle(), tr("Looked at %1. F5 looks again.").arg(clockText(m_feed.asOf())));
    }
    m_list->setAccessibleDescription(m_empty->accessibleName());
}

QString QueuePane::emptyTitle() const
{
    if (!m_feed.text().isEmpty() || m_item->currentIndex() > 0 || m_due->currentIndex() > 0)
        return tr("Nothing fits the search");
    switch (m_feed.kind()) {
    case QueueKind::Mine:
        return tr("You hold no case");
    case QueueKind::Supplement:
        return tr("No case waits for papers");
    case QueueKind::Held:
        return tr("Your colleagues hold no case");
    case QueueKind::Open:
        break;
    }
    return tr("Nothing waits");
}

bool QueuePane::select(const QString& stream)
{
    return m_list->setCurrentId(stream);
}

void QueuePane::selectFirst()
{
    if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0));
}

bool QueuePane::step(int by)
{
    return m_list->step(by);
}

QString QueuePane::after(const QString& stream) const
{
    const int row = m_model->rowOf(stream);
    if (row < 0)
        return m_model->idAt(0) == stream ? QString() : m_model->idAt(0);
    return m_model->idAt(row + 1 < m_model->rowCount() ? row + 1 : row - 1);
}

void QueuePane::focusList()
{
    m_list->setFocus();
}

void QueuePane::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

} // namespace kuaiban::counter

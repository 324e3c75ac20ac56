#include "Finder.h"

#include "app/counter/kit/SearchBox.h"
#include "GuideSheet.h"
#include "ItemSearch.h"
#include "modules/codes/Mask.h"

#include <QKeyEvent>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int RestMs = 160; // of typing, before the hub is asked
constexpr int MostOfKind = 5;
constexpr qsizetype LeastForHub = 2; // characters
const QString MemoryKey = u"finder"_s;

// The order in which kinds stand in the list.
constexpr std::array Kinds{
    FoundKind::Case, FoundKind::Item, FoundKind::Page, FoundKind::Person, FoundKind::Unit, FoundKind::Policy};

} // namespace

Finder::Finder(const PageContext& context, SearchBox* box, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_box(box)
    , m_readsPersons(context.session.may(identity::right::ReadPersons, context.posts))
{
    m_sources.language = context.language;
    m_sources.takesCases = context.session.may(identity::right::OpenCase, context.posts);
    m_rest.setSingleShot(true);
    m_rest.setInterval(RestMs);
    box->installEventFilter(this);
    connect(&m_rest, &QTimer::timeout, this, &Finder::askHub);
    connect(box, &QLineEdit::textEdited, this, &Finder::typed);
    context.session.preference(MemoryKey).then(this, [this](const Result<QJsonObject>& kept) {
        if (kept)
            m_memory = FinderMemory::fromJson(*kept);
        present();
    });
    look();
}

Finder::~Finder()
{
    delete m_list; // it lies in the window, which outlives the user
}

bool Finder::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::FocusIn:
        begin();
        break;
    case QEvent::FocusOut:
        if (m_list && static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason)
            m_list->hide();
        break;
    case QEvent::ShortcutOverride:
        if (m_list && m_list->isVisible() && isOurs(static_cast<QKeyEvent*>(event))) {
            event->accept();
            return true;
        }
        break;
    case QEvent::KeyPress:
        if (takeKey(static_cast<QKeyEvent*>(event)))
            return true;
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

// Keys that belong to the list while it is open, whatever the page uses them for.
bool Finder::isOurs(const QKeyEvent* event)
{
    if (event->key() == Qt::Key_D)
        return event->modifiers() == Qt::ControlModifier;
    return event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown;
}

bool Finder::takeKey(QKeyEvent* event)
{
    const bool open = m_list && m_list->isVisible();
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (open)
            m_list->step(event->key() == Qt::Key_Down ? 1 : -1);
        else
            begin();
        return true;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        if (open)
            m_list->step(event->key() == Qt::Key_PageDown ? MostOfKind : -MostOfKind);
        return open;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (open && m_list->current()) {
            choose();
            return true;
        }
        return false;
    case Qt::Key_D:
        if (!open || event->modifiers() != Qt::ControlModifier)
            return false;
        like();
        return true;
    case Qt::Key_Escape:
        if (m_box->text().isEmpty()) {
            if (open)
                m_list->hide(); // and the box gives the keyboard back
            return false;
        }
        m_box->clear();
        typed();
        return true;
    default:
        return false;
    }
}

void Finder::begin()
{
    look();
    typed();
}

// What may have changed since the box was used last is read again; the list stands there at once all the same.
void Finder::look()
{
    m_context.session.items().then(this, [this](const Result<QList<ItemPtr>>& items) {
        if (items)
            m_sources.items = *items;
        findHere();
    });
    m_context.session.cases(m_context.session.clock().nowMs() - sync::KeptCasesMs)
        .then(this, [this](const Result<QList<sync::LocalCase>>& cases) {
            if (!cases)
                return;
            m_sources.cases = *cases;
            m_sources.recentItems = recentItems(*cases);
            findHere();
        });
}

void Finder::typed()
{
    ++m_asked;
    m_waiting = 0;
    m_remote.clear();
    m_trouble.reset();
    findHere();
    if (m_box->text().trimmed().size() >= LeastForHub)
        m_rest.start();
    else
        m_rest.stop();
}

void Finder::findHere()
{
    m_local = findLocally(m_sources, m_box->text(), MostOfKind);
    present();
}

void Finder::askHub()
{
    m_waiting = 1;
    askCases(m_asked);
    if (m_readsPersons) {
        m_waiting = 3;
        askPersons(m_asked);
        askUnits(m_asked);
    }
    present();
}

void Finder::askCases(int asked)
{
    casework::CaseFilter filter;
    filter.text = m_box->text().trimmed();
    filter.limit = MostOfKind;
    m_context.session.findCases(filter, false).then(this, [this, asked](const Result<CasePage>& page) {
        if (asked == m_asked && !page)
            m_trouble = page.error();
        QList<Found> found;
        for (const auto& row : page ? page->rows : QList<casework::CaseRow>()) {
            const auto item = std::find_if(m_sources.items.begin(), m_sources.items.end(),
                [&](const ItemPtr& known) { return known->item.id == row.item; });
            const QString name = item == m_sources.items.end() ? row.item : (*item)->item.name.in(m_sources.language);
            found.append({FoundKind::Case, row.stream, u"%1 · %2"_s.arg(codes::maskName(row.applicant), name),
                row.number, u"cases"_s, row.number});
        }
        add(asked, FoundKind::Case, found);
    });
}

void Finder::askPersons(int asked)
{
    m_context.session.persons(m_box->text().trimmed(), MostOfKind)
        .then(this, [this, asked](const Result<QList<registry::Person>>& persons) {
            QList<Found> found;
            for (const auto& person : persons.value_or(QList<registry::Person>()))
                found.append({FoundKind::Person, person.id, person.name, person.idNo, u"person"_s, person.id});
            add(asked, FoundKind::Person, found);
        });
}

void Finder::askUnits(int asked)
{
    m_context.session.units(m_box->text().trimmed(), MostOfKind)
        .then(this, [this, asked](const Result<QList<registry::Unit>>& units) {
            QList<Found> found;
            for (const auto& unit : units.value_or(QList<registry::Unit>()))
                found.append(
                    {FoundKind::Unit, unit.creditCode, unit.name, unit.creditCode, u"unit"_s, unit.creditCode});
            add(asked, FoundKind::Unit, found);
        });
}

void Finder::add(int asked, FoundKind kind, const QList<Found>& found)
{
    if (asked != m_asked)
        return;
    --m_waiting;
    m_remote.insert(kind, found);
    present();
}

QVector<FinderRow> Finder::rows() const
{
    QVector<FinderRow> rows;
    const auto addAll = [&](const QString& heading, const QList<Found>& list) {
        if (!list.isEmpty())
            rows.append({heading});
        for (const auto& found : list)
            rows.append({{}, found, m_memory.isFavourite(found)});
    };
    if (m_box->text().trimmed().isEmpty()) {
        addAll(tr("Favourites"), m_memory.favourites());
        addAll(tr("Opened last"), m_memory.recent());
        return rows;
    }
    for (const auto kind : Kinds) {
        QList<Found> list;
        for (const auto& found : m_local) {
            if (found.kind == kind)
                list.append(found);
        }
        for (const auto& found : m_remote.value(kind)) {
            const bool known =
                std::any_of(list.begin(), list.end(), [&](const Found& one) { return one.isSame(found); });
            if (!known && list.size() < MostOfKind)
                list.append(found);
        }
        addAll(foundKindWord(kind), list);
    }
    return rows;
}

void Finder::present()
{
    if (!m_box->hasFocus())
        return;
    const auto found = rows();
    QString foot = tr("Up and Down choose · Enter opens · Ctrl+D marks a favourite · Esc closes");
    if (m_box->text().trimmed().isEmpty() && found.isEmpty())
        foot = tr("A name, ID number, case number, matter, page or words of a policy; pinyin initials do as well");
    else if (m_trouble)
        foot = tr("The hub cannot be asked now: only what this counter knows.");
    else if (m_waiting > 0)
        foot = tr("Asking the hub …");
    else if (found.isEmpty())
        foot = tr("Nothing found. Enter looks for it among the cases.");
    if (!m_list) {
        m_list = new FinderList(m_context.look, m_box);
        connect(m_list, &FinderList::picked, this, &Finder::choose);
    }
    m_list->show(found, foot);
}

void Finder::choose()
{
    const auto* current = m_list ? m_list->current() : nullptr;
    if (!current)
        return;
    const Found found = *current;
    m_memory.note(found);
    m_context.session.keepPreference(MemoryKey, m_memory.toJson());
    finish();
    if (!found.page.isEmpty()) {
        Q_EMIT pageRequested(found.page, found.subject);
        return;
    }
    for (const auto& item : std::as_const(m_sources.items)) {
        if (item->item.id != found.subject)
            continue;
        if (!m_guide)
            m_guide = new GuideSheet(m_context, m_box->window());
        m_guide->show(item, m_sources.items);
    }
}

void Finder::like()
{
    if (const auto* current = m_list->current()) {
        m_memory.toggle(*current);
        m_context.session.keepPreference(MemoryKey, m_memory.toJson());
        present();
    }
}

void Finder::finish()
{
    ++m_asked;
    m_rest.stop();
    m_list->hide();
    m_box->clear();
    m_box->clearFocus();
    Q_EMIT m_box->left(); // the page has the keyboard again
}

} // namespace kuaiban::counter

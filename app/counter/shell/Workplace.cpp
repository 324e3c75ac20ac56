#include "Workplace.h"

#include "app/counter/equipment/CardProver.h"
#include "app/counter/kit/BottomStrip.h"
#include "app/counter/kit/CallBar.h"
#include "app/counter/kit/CheatSheet.h"
#include "app/counter/kit/KeyboardFlow.h"
#include "app/counter/kit/SearchBox.h"
#include "app/counter/kit/TopStrip.h"
#include "app/counter/kit/Watermark.h"
#include "CallDesk.h"
#include "HelpSheet.h"
#include "Words.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

Workplace::Workplace(PageContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_top(new TopStrip(context.look))
    , m_bottom(new BottomStrip(context.look))
    , m_rail(new NavigationRail(context.look))
    , m_stack(new QStackedWidget)
    , m_mark(new Watermark(context.look, m_stack))
    , m_cheatSheet(new CheatSheet(context.look, &context.actions, this))
    , m_help(new HelpSheet(context.look, context.actions, this))
{
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    middle->addWidget(m_stack, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_top);
    column->addLayout(middle, 1);
    column->addWidget(m_bottom);

    const auto& user = context.session.user();
    m_top->setPlace(tr("%1 · Window %2").arg(user.office, user.window));
    const auto posts = postNames();
    const QString first = posts.size() > 1 ? u"%1 +%2"_s.arg(posts.constFirst()).arg(posts.size() - 1) : posts.value(0);
    m_top->setPerson(u"%1 · %2"_s.arg(user.name, first), u"%1 · %2"_s.arg(user.name, posts.join(tr(", "))));
    buildActions();

    connect(m_rail, &NavigationRail::pageChosen, this, [this](const QString& id) { openPage(id); });
    connect(&context.devices, &DeviceSet::statesChanged, this, &Workplace::showDevices);
    connect(&context.session, &Session::syncStateChanged, this, &Workplace::showSync);
    connect(m_top->search(), &SearchBox::searched, this, [this](const QString& text) { openPage(u"cases"_s, text); });
    connect(m_top->search(), &SearchBox::left, this, [this] {
        if (auto* page = m_stack->currentWidget())
            page->setFocus();
    });
    connect(m_bottom, &BottomStrip::outboxPressed, this, [this] { openPage(u"sync"_s); });
    new CardProver(context.devices.smartCard(), context.session, this);
    if (context.devices.caller().knows(devices::CallOperation::Next)) // else nothing is set up that could call
        m_top->setMiddle((new CallDesk(context, this))->bar());
    connect(&m_clock, &QTimer::timeout, this, &Workplace::showTime);
    m_clock.start(1000);
    showTime();
    showDevices();
    showSync(context.session.syncState());
}

// What has the keyboard says that it was left, which pages act on: now, while they are whole, not when its own turn
// comes to be destroyed.
Workplace::~Workplace()
{
    auto* typing = QApplication::focusWidget();
    if (typing && isAncestorOf(typing))
        typing->clearFocus();
}

// Fields come and go: Tab follows the eye as things stand now.
bool Workplace::focusNextPrevChild(bool next)
{
    KeyboardFlow::orderByPosition(this);
    return QWidget::focusNextPrevChild(next);
}

void Workplace::showTime()
{
    const auto now = legalTime(m_context.session.clock().nowMs());
    const auto& user = m_context.session.user();
    m_bottom->setTime(now);
    m_mark->setWords(tr("%1, window %2, %3").arg(user.name, user.window, now.toString(u"yyyy-MM-dd HH:mm"_s)));
}

QStringList Workplace::postNames() const
{
    QStringList names;
    for (const auto& grant : m_context.session.user().grants) {
        const auto post = m_context.posts.value(grant.post);
        names.append(m_context.language == "en"_L1 ? post.nameEn : post.nameZh);
    }
    names.removeDuplicates();
    return names;
}

void Workplace::buildActions()
{
    const auto add = [this](
                         const QString& id, const QString& text, const QKeySequence& key, std::function<void()> run) {
        auto action = m_context.actions.add({u"shell."_s + id, text, key, {}, {}, true});
        if (!action)
            qFatal("%s", qPrintable(logLine(action.error())));
        connect(*action, &QAction::triggered, this, std::move(run));
        return *action;
    };
    add(u"search"_s, tr("Search"), QKeySequence(Qt::CTRL | Qt::Key_K), [this] { m_top->search()->setFocus(); });
    m_top->search()->setKeyText(u"Ctrl+K"_s);
    add(u"help"_s, tr("Help"), QKeySequence(Qt::Key_F1), [this] { m_help->open(); });
    add(u"keys"_s, tr("All keys"), QKeySequence(Qt::CTRL | Qt::Key_Slash), [this] { m_cheatSheet->open(); });
    auto* menu = new QMenu(this);
    menu->addAction(add(u"sync"_s, tr("Synchronisation"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_U),
        [this] { openPage(u"sync"_s); }));
    menu->addAction(add(
        u"settings"_s, tr("Settings"), QKeySequence(Qt::CTRL | Qt::Key_Comma), [this] { openPage(u"settings"_s); }));
    menu->addAction(
        add(u"lock"_s, tr("Lock"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L), [this] { Q_EMIT lockRequested(); }));
    menu->addAction(add(u"signout"_s, tr("Sign out"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Q),
        [this] { Q_EMIT signOutRequested(); }));
    m_top->setPersonMenu(menu);
}

SearchBox* Workplace::search() const
{
    return m_top->search();
}

void Workplace::connectPage(Page* page, const QString& word)
{
    m_stack->addWidget(page);
    m_pages.insert(page->id(), page);
    m_words.insert(page->id(), word);
    m_context.actions.nameContext(page->id(), word);
    connect(page, &Page::pageRequested, this, &Workplace::openPage);
    connect(page, &Page::countChanged, this, [this, page](int count) {
        for (auto& item : m_items) { // the rail may not have its rows yet
            if (item.id == page->id())
                item.count = count;
        }
        m_rail->setCount(page->id(), count);
    });
}

void Workplace::addPage(Page* page, Glyph glyph, const QString& word, const QKeySequence& key)
{
    connectPage(page, word);
    m_items.append({page->id(), glyph, word, 0});
    if (key.isEmpty())
        return;
    if (auto action = m_context.actions.add({u"shell.open-"_s + page->id(), word, key, {}, {}, true}))
        connect(*action, &QAction::triggered, this, [this, id = page->id()] { openPage(id); });
}

void Workplace::addHiddenPage(Page* page, const QString& word)
{
    connectPage(page, word);
}

void Workplace::finish()
{
    m_rail->setItems(m_items);
    if (!m_items.isEmpty())
        openPage(m_items.constFirst().id);
}

void Workplace::openPage(const QString& id, const QString& subject)
{
    auto* page = m_pages.value(id);
    if (!page)
        return;
    m_context.actions.enter(id);
    m_rail->setOpenPage(id);
    setWindowTitle(word(id)); // for the task bar and screen readers
    m_stack->setCurrentWidget(page);
    m_mark->raise();
    page->opened();
    if (!subject.isEmpty())
        page->show(subject);
}

void Workplace::showDevices()
{
    QVector<LightState> lights;
    for (const auto family : AllDeviceFamilies) {
        if (isUsual(family) || m_context.devices.has(family))
            lights.append(lightOf(family, m_context.devices.state(family), m_context.manual, m_context.language));
    }
    m_bottom->devices()->setStates(lights);
}

void Workplace::showSync(const sync::SyncState& state)
{
    auto light = networkLight(state, m_context.manual, m_context.language);
    if (const auto days = m_context.session.daysWithoutHub())
        light.name = tr("Offline, %n day(s) left", nullptr, *days);
    m_bottom->network()->setState(light);
    m_bottom->setOutbox(state.waiting, 0);
}

} // namespace kuaiban::counter

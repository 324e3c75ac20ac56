#include "CounterPages.h"

#include "app/counter/admin/AccountsPage.h"
#include "app/counter/admin/OrganisationsPage.h"
#include "app/counter/announcements/AnnouncementsPage.h"
#include "app/counter/cases/CaseSearchPage.h"
#include "app/counter/cases/MyCasesPage.h"
#include "app/counter/citizen/CitizenDesk.h"
#include "app/counter/finder/Finder.h"
#include "app/counter/held/HeldPage.h"
#include "app/counter/intake/IntakePage.h"
#include "app/counter/persons/PersonPage.h"
#include "app/counter/persons/UnitPage.h"
#include "app/counter/shell/SettingsPage.h"
#include "app/counter/shell/Workplace.h"
#include "app/counter/syncing/SyncPage.h"
#include "app/counter/todo/TodoPage.h"
#include "app/counter/workbench/WorkbenchPage.h"

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

PageBuilder::PageBuilder(Workplace& workplace, PageContext& context, const Machine& machine)
    : m_workplace(workplace)
    , m_context(context)
    , m_machine(machine)
{
    plan();
}

bool PageBuilder::next()
{
    if (!m_steps.isEmpty())
        m_steps.takeFirst()();
    return !m_steps.isEmpty();
}

void PageBuilder::plan()
{
    using namespace identity;
    const auto may = [this](QLatin1StringView right) { return m_context.session.may(right, m_context.posts); };
    const auto page = [this](auto make, Glyph glyph, const QString& word) {
        m_steps.append([this, make, glyph, word] { m_workplace.addPage(make(), glyph, word); });
    };
    const bool takes = may(right::OpenCase);
    const auto casePage = takes ? u"mine"_s : u"todo"_s;
    const bool decides = std::any_of(right::QueueRights.begin(), right::QueueRights.end(), may);
    page([=, this] { return new WorkbenchPage(m_context, takes, decides); }, Glyph::Home, tr("Workbench"));
    if (takes) {
        m_steps.append([this] { m_citizen = new CitizenDesk(m_context, &m_workplace); });
        page([this] { return new IntakePage(m_context, *m_citizen); }, Glyph::FilePlus, tr("Intake"));
        page([this] { return new MyCasesPage(m_context, *m_citizen); }, Glyph::List, tr("My cases"));
    }
    if (decides)
        page([this] { return new TodoPage(m_context); }, Glyph::ClipboardCheck, tr("To do"));
    if (may(right::SuperviseCase))
        page([=, this] { return new HeldPage(m_context, decides ? u"todo"_s : casePage); }, Glyph::Archive,
            tr("Held work"));
    page([this] { return new CaseSearchPage(m_context); }, Glyph::Search, tr("Find"));
    const bool publishes = may(right::PublishAnnouncement);
    page([=, this] { return new AnnouncementsPage(m_context, publishes); }, Glyph::Bell, tr("Notices"));
    if (may(right::ManageAccounts)) {
        page([this] { return new OrganisationsPage(m_context); }, Glyph::Building, tr("Offices"));
        page([this] { return new AccountsPage(m_context); }, Glyph::People, tr("Accounts"));
    }
    page([this] { return m_devices = new DevicesPage(m_context, m_machine.search, m_machine.place); }, Glyph::Sliders,
        tr("Devices"));
    const auto hidden = [this](auto make, const QString& word) {
        m_steps.append([this, make, word] { m_workplace.addHiddenPage(make(), word); });
    };
    if (may(right::ReadPersons)) {
        hidden([this] { return new PersonPage(m_context); }, tr("Person"));
        hidden([this] { return new UnitPage(m_context); }, tr("Employer"));
    }
    hidden([this, casePage] { return m_sync = new SyncPage(m_context, casePage); }, tr("Synchronisation"));
    hidden([this] { return m_settings = new SettingsPage(m_context); }, tr("Settings"));
    m_steps.append([this] { makeFinder(); });
}

void PageBuilder::makeFinder()
{
    auto* finder = new Finder(m_context, m_workplace.search(), &m_workplace);
    QObject::connect(finder, &Finder::pageRequested, &m_workplace, &Workplace::openPage);
    QList<PageName> pages;
    for (const auto& item : m_workplace.pages())
        pages.append({item.id, item.word});
    for (const Page* page : std::initializer_list<const Page*>{m_sync, m_settings})
        pages.append({page->id(), m_workplace.word(page->id())});
    finder->setPages(pages);
}

} // namespace kuaiban::counter

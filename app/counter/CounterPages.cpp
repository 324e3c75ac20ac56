#include "CounterPages.h"

#include "app/counter/admin/AccountsPage.h"
#include "app/counter/announcements/AnnouncementsPage.h"
#include "app/counter/cases/CaseSearchPage.h"
#include "app/counter/cases/MyCasesPage.h"
#include "app/counter/finder/Finder.h"
#include "app/counter/intake/IntakePage.h"
#include "app/counter/persons/PersonPage.h"
#include "app/counter/persons/UnitPage.h"
#include "app/counter/shell/SettingsPage.h"
#include "app/counter/shell/Workplace.h"
#include "app/counter/todo/TodoPage.h"
#include "app/counter/workbench/WorkbenchPage.h"

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

struct PageWords
{
    Q_DECLARE_TR_FUNCTIONS(CounterPages)
};

} // namespace

SettingsPage* addPages(Workplace& workplace, PageContext& context)
{
    using namespace identity;
    auto& session = context.session;
    const auto& posts = context.posts;
    const bool takes = session.may(right::OpenCase, posts);
    const bool decides = std::any_of(right::QueueRights.begin(), right::QueueRights.end(),
        [&](QLatin1StringView needed) { return session.may(needed, posts); });
    workplace.addPage(new WorkbenchPage(context, takes, decides), Glyph::Home, PageWords::tr("Workbench"));
    if (takes) {
        workplace.addPage(new IntakePage(context), Glyph::FilePlus, PageWords::tr("Intake"));
        workplace.addPage(new MyCasesPage(context), Glyph::List, PageWords::tr("My cases"));
    }
    if (decides)
        workplace.addPage(new TodoPage(context), Glyph::ClipboardCheck, PageWords::tr("To do"));
    workplace.addPage(new CaseSearchPage(context), Glyph::Search, PageWords::tr("Find"));
    workplace.addPage(new AnnouncementsPage(context, session.may(right::PublishAnnouncement, posts)), Glyph::Bell,
        PageWords::tr("Notices"));
    if (session.may(right::ManageAccounts, posts))
        workplace.addPage(new AccountsPage(context), Glyph::People, PageWords::tr("Accounts"));
    if (session.may(right::ReadPersons, posts)) {
        workplace.addHiddenPage(new PersonPage(context));
        workplace.addHiddenPage(new UnitPage(context));
    }
    auto* settings = new SettingsPage(context);
    workplace.addHiddenPage(settings);
    auto* finder = new Finder(context, workplace.search(), &workplace);
    QObject::connect(finder, &Finder::pageRequested, &workplace, &Workplace::openPage);
    QList<PageName> pages;
    for (const auto& item : workplace.pages())
        pages.append({item.id, item.word});
    pages.append({settings->id(), PageWords::tr("Settings")});
    finder->setPages(pages);
    return settings;
}

} // namespace kuaiban::counter

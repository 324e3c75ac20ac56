#include "DevicesPage.h"

#include "app/counter/equipment/SupportFile.h"
#include "app/counter/kit/ActionBar.h"
#include "app/counter/kit/MaterialList.h"
#include "app/counter/kit/MessageBar.h"
#include "app/counter/kit/PageHeader.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/ScrollPane.h"
#include "app/counter/shell/Words.h"
#include "DevicePane.h"
#include "DeviceWords.h"
#include "PaperSheet.h"
#include "TaskSheet.h"

#include <QAction>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int ListWidth = 360;
constexpr qsizetype ShownEvents = 60;

MaterialState stateOf(Condition condition)
{
    switch (condition) {
    case Condition::Ready:
        return MaterialState::Complete;
    case Condition::Attention:
        return MaterialState::Attention;
    case Condition::Fault:
        return MaterialState::Refused;
    case Condition::Absent:
        break;
    }
    return MaterialState::Open;
}

} // namespace

DevicesPage::DevicesPage(PageContext& page, const Search& search, const Place& place, QWidget* parent)
    : Page(page, u"devices"_s, parent)
    , m_search(search)
    , m_place(place)
    , m_trial(page.devices)
    , m_message(new MessageBar(Page::look()))
    , m_list(new MaterialList(Page::look()))
    , m_bar(new ActionBar(Page::look()))
{
    auto* trial = addPageAction(u"try"_s, tr("Try it"), QKeySequence(Qt::CTRL | Qt::Key_T), [this] { tryChosen(); });
    auto* again = addPageAction(u"look"_s, tr("Look for devices"), QKeySequence(Qt::Key_F5), [this] { look(); });
    auto* support = addPageAction(u"support"_s, tr("File for support"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
        [this] { writeSupport(); });
    auto* papers = addPageAction(
        u"papers"_s, tr("Papers and trays"), QKeySequence(Qt::CTRL | Qt::Key_P), [this] { askForPapers(); });
    auto* tasks =
        addPageAction(u"tasks"_s, tr("Devices by task"), QKeySequence(Qt::CTRL | Qt::Key_D), [this] { askForTasks(); });
    m_pane = new DevicePane(context(), trial, papers);
    auto* header = new PageHeader(Page::look());
    header->setTitle(tr("Devices"));
    header->setNote(tr("Of this window, tried the way the counter uses them"));
    auto* left = new Panel(Page::look(), tr("At this window"));
    auto* rows = new QWidget; // the list is as high as its rows, the panel as high as the page
    auto* rowsColumn = new QVBoxLayout(rows);
    rowsColumn->setContentsMargins({});
    rowsColumn->addWidget(m_list);
    rowsColumn->addStretch();
    left->addBleeding(new ScrollPane(rows));
    left->setFixedWidth(static_cast<int>(ListWidth * Page::look().settings().textScale));
    m_list->setAccessibleName(tr("Devices of this window"));
    m_bar->addLeft(again);
    m_bar->addLeft(tasks);
    m_bar->addLeft(support);
    auto* panes = makePanes();
    panes->addWidget(left);
    panes->addWidget(m_pane, 1);
    auto* column = makeColumn();
    column->addWidget(header);
    column->addWidget(m_message);
    column->addLayout(panes, 1);
    column->addWidget(m_bar);
    connect(m_list, &MaterialList::currentChangedTo, this, &DevicesPage::showChosen);
    connect(m_list, &MaterialList::rowChosen, m_pane, &DevicePane::focusAddress);
    connect(&context().devices, &DeviceSet::statesChanged, this, [this] {
        showList();
        showChosen();
    });
    connect(&context().devices.log(), &DeviceLog::noted, this, &DevicesPage::showChosen);
    connect(m_pane, &DevicePane::addressChosen, this,
        [this](const QString& address) { Q_EMIT addressChosen(chosen(), address); });
    connect(&m_trial, &DeviceTrial::finished, this, [this](DeviceFamily family, const TrialVerdict& verdict) {
        m_verdicts.insert(family, verdictMessage(family, verdict, context().manual, context().language));
        if (family == chosen())
            m_pane->setVerdict(m_verdicts.value(family));
    });
    showList();
    m_list->setCurrentId(profileKey(DeviceFamily::IdCard));
    showChosen();
}

void DevicesPage::opened()
{
    context().devices.refreshStates();
    m_list->setFocus();
    if (m_found.isEmpty())
        look();
}

void DevicesPage::show(const QString& subject)
{
    m_list->setCurrentId(subject);
}

void DevicesPage::say(const Error& error)
{
    m_message->say(messageOf(error));
}

DeviceFamily DevicesPage::chosen() const
{
    for (const auto family : AllDeviceFamilies) {
        if (profileKey(family) == m_list->currentId())
            return family;
    }
    return DeviceFamily::IdCard;
}

void DevicesPage::showList()
{
    QVector<MaterialRow> rows;
    for (const auto family : AllDeviceFamilies) {
        const auto light = lightOf(family, context().devices.state(family), context().manual, context().language);
        rows.append({profileKey(family), light.name,
            light.code.isEmpty() ? light.word : u"%1 · %2"_s.arg(light.word, light.problem), {},
            stateOf(light.condition)});
    }
    m_list->setRows(rows);
}

void DevicesPage::showChosen()
{
    const auto family = chosen();
    const bool other = family != m_pane->family();
    const auto& devices = context().devices;
    m_pane->show(
        family, lightOf(family, devices.state(family), context().manual, context().language), devices.address(family));
    m_pane->setEvents(eventRows(
        context().devices.log().latest(ShownEvents, profileKey(family)), context().manual, context().language));
    if (!other)
        return;
    m_pane->offer(m_found.value(family));
    if (m_trial.isRunning(family))
        m_pane->setTrying(true);
    else if (m_verdicts.contains(family))
        m_pane->setVerdict(m_verdicts.value(family));
}

void DevicesPage::look()
{
    if (std::exchange(m_looking, true))
        return;
    m_bar->setMessage(tr("Looking for ports, queues, readers and scanners …"));
    m_search().then(this, [this](const FoundDevices& found) {
        m_looking = false;
        m_found = found;
        m_bar->setMessage({});
        m_pane->offer(m_found.value(chosen()));
    });
}

void DevicesPage::tryChosen()
{
    const auto family = chosen();
    if (m_trial.isRunning(family))
        return;
    m_verdicts.remove(family);
    m_pane->setTrying(true);
    m_trial.run(family);
}

// Also by its key while another device is shown.
void DevicesPage::askForPapers()
{
    m_list->setCurrentId(profileKey(DeviceFamily::Printer));
    if (!m_papers) {
        m_papers = new PaperSheet(Page::look(), window());
        connect(m_papers, &PaperSheet::rulesChosen, this, &DevicesPage::rulesChosen);
    }
    auto& devices = context().devices;
    m_papers->ask(
        devices.printer().rules(), devices.address(DeviceFamily::Printer), m_found.value(DeviceFamily::Printer));
}

void DevicesPage::askForTasks()
{
    if (!m_tasks) {
        m_tasks = new TaskSheet(Page::look(), window());
        connect(m_tasks, &TaskSheet::tasksChosen, this, &DevicesPage::tasksChosen);
    }
    m_tasks->ask(context().devices);
}

void DevicesPage::writeSupport()
{
    const qint64 now = session().clock().nowMs();
    auto machine = m_place.machine;
    machine.insert(u"waiting"_s, session().syncState().waiting);
    machine.insert(u"online"_s, session().syncState().online);
    const auto path = writeSupportFile(m_place.supportFolder, supportReport(context().devices, machine, now), now);
    if (path)
        m_message->say({Tone::Good, tr("The file for support is written."), {}, *path, {}, {}});
    else
        m_message->say(messageOf(path.error()));
}

} // namespace kuaiban::counter

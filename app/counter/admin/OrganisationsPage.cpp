#include "OrganisationsPage.h"

#include "app/counter/forms/CodeShelf.h"
#include "app/counter/kit/ActionBar.h"
#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/EmptyState.h"
#include "app/counter/kit/EntryTree.h"
#include "app/counter/kit/KeyValueList.h"
#include "app/counter/kit/MaterialList.h"
#include "app/counter/kit/MessageBar.h"
#include "app/counter/kit/PageHeader.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/SearchBox.h"
#include "app/counter/kit/TextLabel.h"
#include "app/counter/outcomes/ReadingStack.h"
#include "app/counter/shell/Words.h"
#include "ImportPane.h"
#include "OrganisationEntries.h"
#include "OrganisationPane.h"
#include "OrganisationSource.h"
#include "SheetFiles.h"

#include <QAction>
#include <QApplication>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;
using identity::ListedOrganisation;

namespace {

constexpr int TreeWidth = 400;

} // namespace

OrganisationsPage::OrganisationsPage(PageContext& page, QWidget* parent)
    : Page(page, u"organisations"_s, parent)
    , m_source(std::make_shared<OrganisationSource>())
    , m_header(new PageHeader(look()))
    , m_message(new MessageBar(look()))
    , m_search(new SearchBox(look(), tr("Name, contact or code of the area")))
    , m_tree(new EntryTree(look(), tr("Areas and organisations")))
    , m_right(new ReadingStack(this, m_tree))
    , m_empty(new EmptyState(
          look(), Glyph::Building, tr("Nothing chosen"), tr("Choose an area or an organisation at the left.")))
    , m_details(new Panel(look(), u" "_s))
    , m_facts(new KeyValueList(look()))
    , m_windowsHead(new TextLabel(look(), TextRole::Heading, tr("Windows")))
    , m_windowList(new MaterialList(look()))
    , m_new(new OrganisationPane(page, OrganisationPane::Asks::New, m_source))
    , m_edit(new OrganisationPane(page, OrganisationPane::Asks::Change, m_source))
    , m_import(new ImportPane(page, SheetOf::Organisations))
    , m_files(new SheetFiles(this))
    , m_bar(new ActionBar(look()))
{
    m_header->setTitle(tr("Organisations"));
    m_empty->setWaiting(true);
    buildPanes();
    buildActions();
    connect(m_tree, &EntryTree::entrySelected, this, [this](const QString& id) {
        if (id == m_open && m_right->isReading())
            return;
        m_open = id;
        showCurrent();
    });
    connect(m_search, &QLineEdit::textChanged, this, [this] { fill(); });
    connect(m_search, &SearchBox::searched, this, &OrganisationsPage::chooseFound);
    connect(m_windowList, &MaterialList::currentChangedTo, this, &OrganisationsPage::enableActions);
    connect(m_search, &SearchBox::left, this, [this] { m_tree->setFocus(); });
    connect(m_new, &OrganisationPane::confirmed, this, [this](const identity::Organisation& one) {
        send(u"OpenOrganisation"_s, one.id, 0, one.toJson(), tr("The organisation is open."));
    });
    connect(m_edit, &OrganisationPane::confirmed, this, [this](const identity::Organisation& one) {
        send(u"ChangeOrganisation"_s, one.id, m_formOf.version, one.toJson(), tr("The organisation is changed."));
    });
    for (auto* pane : {m_new, m_edit})
        connect(pane, &OutcomePane::left, this, &OrganisationsPage::showCurrent);
    connect(m_import, &ImportPane::changed, this, [this] {
        enableActions();
        if (m_import->isDone())
            refresh();
    });
    connect(m_import, &ImportPane::failed, this, [this](const Error& error) { m_message->say(messageOf(error)); });
    connect(m_files, &SheetFiles::failed, this, [this](const Error& error) { m_message->say(messageOf(error)); });
    connect(m_files, &SheetFiles::kept, this, [this](const QString& name) { say(tr("Kept as %1").arg(name)); });
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget* before, const QWidget* now) {
        if (before == m_windowList || now == m_windowList)
            enableActions();
    });
    connect(page.codes.get(), &CodeShelf::changed, this, [this](const QString& table) {
        if (table == CodeShelf::areas() && !m_managed.areas.isEmpty())
            fill(); // the names of areas come a moment after the page
    });
    showCurrent();
}

void OrganisationsPage::buildPanes()
{
    auto* left = new Panel(look());
    left->body()->addWidget(m_search);
    left->addBleeding(m_tree);
    left->setFixedWidth(qRound(TreeWidth * std::min(look().settings().textScale, 1.1)));
    m_windowList->setAccessibleName(tr("Windows of the organisation"));
    auto* content = new QWidget; // a large hall has more windows than the screen has room for
    auto* details = new QVBoxLayout(content);
    details->setContentsMargins(0, 0, 0, 0);
    details->setSpacing(8);
    details->addWidget(m_facts);
    details->addWidget(m_windowsHead);
    details->addWidget(m_windowList);
    details->addStretch();
    m_details->addScrolled(content);
    m_right->addReading(m_empty);
    m_right->addReading(m_details);
    for (auto* pane : std::initializer_list<QWidget*>{m_new, m_edit, m_import})
        m_right->addForm(pane);
    auto* panes = makePanes();
    panes->addWidget(left);
    panes->addWidget(m_right, 1);
    auto* column = makeColumn();
    column->addWidget(m_header);
    column->addWidget(m_message);
    column->addLayout(panes, 1);
    column->addWidget(m_bar);
}

void OrganisationsPage::buildActions()
{
    m_newAction = addPageAction(u"new"_s, tr("New …"), QKeySequence(Qt::CTRL | Qt::Key_N), [this] { begin(); });
    m_editAction =
        addPageAction(u"edit"_s, tr("Change …"), QKeySequence(Qt::CTRL | Qt::Key_E), [this] { beginChange(); });
    m_close = addPageAction(u"close"_s, tr("Close it"), QKeySequence(Qt::CTRL | Qt::Key_B),
        [this] { change(u"CloseOrganisation"_s, tr("The organisation is closed.")); });
    m_reopen = addPageAction(u"reopen"_s, tr("Open it again"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B),
        [this] { change(u"ReopenOrganisation"_s, tr("The organisation is open.")); });
    m_accounts = addPageAction(u"accounts"_s, tr("Its accounts"), QKeySequence(Qt::CTRL | Qt::Key_J), [this] {
        if (current())
            Q_EMIT pageRequested(u"accounts"_s, current()->organisation.name);
    });
    m_code =
        addPageAction(u"code"_s, tr("Code for a machine"), QKeySequence(Qt::CTRL | Qt::Key_G), [this] { makeCode(); });
    m_revoke = addPageAction(u"revoke"_s, tr("Revoke"), QKeySequence(Qt::CTRL | Qt::Key_Delete), [this] { revoke(); });
    m_sheet =
        addPageAction(u"sheet"_s, tr("From a sheet …"), QKeySequence(Qt::CTRL | Qt::Key_I), [this] { chooseSheet(); });
    m_emptySheet = addPageAction(u"empty-sheet"_s, tr("Empty sheet …"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I),
        [this] { m_files->keep(tr("Empty sheet"), u"机构导入.csv"_s, Sheet::empty(m_import->kind())); });
    m_run =
        addPageAction(u"run"_s, tr("Open these organisations"), QKeySequence(Qt::Key_F9), [this] { m_import->run(); });
    m_back = addPageAction(u"back"_s, tr("Back"), QKeySequence(Qt::Key_Escape), [this] {
        if (!m_right->isReading())
            showCurrent();
    });
    addPageAction(u"find"_s, tr("Find an organisation"), QKeySequence(Qt::CTRL | Qt::Key_F), [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
    addPageAction(u"refresh"_s, tr("Look again"), QKeySequence(Qt::Key_F5), [this] { refresh(); });
    for (auto* action : {m_editAction, m_code, m_revoke, m_accounts, m_close, m_reopen})
        m_bar->addLeft(action);
    for (auto* action : {m_back, m_run, m_emptySheet, m_sheet})
        m_bar->addRight(action);
    m_bar->setPrimary(m_newAction);
}

void OrganisationsPage::enableActions()
{
    const bool reading = m_right->isReading();
    const auto* front = m_right->currentWidget();
    const auto* listed = reading ? current() : nullptr;
    const bool closed = listed && listed->organisation.closed;
    const bool enrols = session().may(identity::right::EnrolDevices, context().posts);
    const auto offer = [this](QAction* action, bool shown, bool enabled = true) {
        action->setVisible(shown);
        action->setEnabled(shown && enabled && !m_busy);
    };
    const auto window = std::find_if(m_windows.begin(), m_windows.end(),
        [this](const ManagedWindow& one) { return one.id == m_windowList->currentId(); });
    const bool isAtWindow = m_windowList->hasFocus() && window != m_windows.end() && !window->revoked &&
                            window->id != session().user().device; // who revoked his own could not take it back
    offer(m_newAction, reading);
    offer(m_editAction, listed && !closed);
    offer(m_close, listed && !closed);
    offer(m_reopen, closed);
    offer(m_accounts, listed);
    offer(m_code, listed && !closed && enrols);
    offer(m_revoke, listed && enrols && !m_windows.isEmpty(), isAtWindow);
    offer(m_sheet, reading || front == m_import, !m_import->isBusy());
    offer(m_emptySheet, reading);
    offer(m_run, front == m_import, m_import->isReady());
    offer(m_back, front == m_import); // forms have their own
    for (auto* pane : {m_new, m_edit})
        pane->setBusy(m_busy);
}

void OrganisationsPage::showPane(QWidget* pane)
{
    m_right->show(pane);
    m_message->clear();
    enableActions();
}

void OrganisationsPage::showCurrent()
{
    const auto* listed = current();
    const QString area = areaOfNode(m_open);
    showPane(listed || !area.isEmpty() ? static_cast<QWidget*>(m_details) : m_empty);
    if (listed) {
        showOrganisation(*listed);
        if (m_windowsOf != m_open) { // those of another one must not stand here until the answer
            m_windows.clear();
            m_windowList->setRows({{{}, tr("Looking …")}});
            listWindows();
        }
    } else if (!area.isEmpty()) {
        showArea(area);
    }
    m_windowsHead->setVisible(listed);
    m_windowList->setVisible(listed);
    enableActions();
}

void OrganisationsPage::showOrganisation(const ListedOrganisation& listed)
{
    const auto& one = listed.organisation;
    m_details->setTitle(one.name);
    QVector<KeyValue> rows{{tr("Kind"), organisationKindName(one.kind)},
        {tr("Area"), u"%1 %2"_s.arg(areaName(one.area), one.area)},
        {tr("Above it"), one.parent.isEmpty() ? tr("none") : nameOf(one.parent)},
        {tr("State"), one.closed ? tr("closed") : tr("open"), one.closed ? Tone::Bad : Tone::Good},
        {tr("Accounts"), QString::number(listed.accounts)}};
    if (!one.code.isEmpty())
        rows.append({tr("Credit code"), one.code});
    if (!one.contact.isEmpty() || !one.phone.isEmpty())
        rows.append({tr("Contact"), u"%1 %2"_s.arg(one.contact, one.phone).trimmed()});
    rows.append({tr("Windows lock after"),
        one.idleMinutes > 0 ? tr("%n minute(s)", nullptr, one.idleMinutes) : tr("as the one above says")});
    m_facts->setRows(rows);
}

void OrganisationsPage::showArea(const QString& area)
{
    const auto& all = m_managed.organisations;
    const auto inside = std::count_if(all.begin(), all.end(), [&](const ListedOrganisation& listed) {
        return !listed.organisation.closed && identity::areaCovers(area, listed.organisation.area);
    });
    m_details->setTitle(areaName(area));
    m_facts->setRows({{tr("Area"), area}, {tr("Organisations here and below"), QString::number(inside)}});
}

void OrganisationsPage::showWindows()
{
    QVector<MaterialRow> rows;
    for (const auto& window : std::as_const(m_windows)) {
        rows.append({window.id, tr("Window %1").arg(window.window), window.name,
            window.revoked ? tr("revoked") : tr("since %1").arg(legalDate(window.enrolledAt).toString(Qt::ISODate)),
            window.revoked ? MaterialState::Refused : MaterialState::Complete});
    }
    if (rows.isEmpty())
        rows.append({{}, tr("No machine yet"), tr("Make a code and type it at the machine's first start.")});
    m_windowList->setRows(rows);
    enableActions();
}

// Closed ones too: a closed organisation mostly stands under a closed one.
QString OrganisationsPage::nameOf(const QString& organisation) const
{
    const auto shown = [](const identity::Organisation& one) {
        return one.closed ? tr("%1 (closed)").arg(one.name) : one.name;
    };
    for (const auto& listed : m_managed.organisations) {
        if (listed.organisation.id == organisation)
            return shown(listed.organisation);
    }
    for (const auto& one : m_managed.above) {
        if (one.id == organisation)
            return shown(one);
    }
    return {};
}

QString OrganisationsPage::areaName(const QString& code) const
{
    return context().codes->text(CodeShelf::areas(), code);
}

} // namespace kuaiban::counter

#include "AccountsPage.h"

#include "AccountPane.h"
#include "app/counter/forms/CodeShelf.h"
#include "app/counter/kit/ActionBar.h"
#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/EmptyState.h"
#include "app/counter/kit/EntryView.h"
#include "app/counter/kit/KeyValueList.h"
#include "app/counter/kit/MaterialList.h"
#include "app/counter/kit/MessageBar.h"
#include "app/counter/kit/PageHeader.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/SearchBox.h"
#include "app/counter/outcomes/ReadingStack.h"
#include "app/counter/shell/Words.h"
#include "ImportPane.h"
#include "SheetFiles.h"

#include <QAction>
#include <QApplication>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int ListWidth = 360;

} // namespace

AccountsPage::AccountsPage(PageContext& page, QWidget* parent)
    : Page(page, u"accounts"_s, parent)
    , m_header(new PageHeader(look()))
    , m_message(new MessageBar(look()))
    , m_search(new SearchBox(look(), tr("Login, name or office")))
    , m_rows(new EntryRows(this))
    , m_list(new EntryView(look(), tr("Accounts")))
    , m_right(new ReadingStack(this, m_list))
    , m_empty(new EmptyState(
          look(), Glyph::People, tr("No account chosen"), tr("Choose one at the left, or open a new one.")))
    , m_details(new Panel(look(), u" "_s))
    , m_facts(new KeyValueList(look()))
    , m_grants(new MaterialList(look()))
    , m_newAccount(new AccountPane(page, AccountPane::Asks::Account))
    , m_change(new AccountPane(page, AccountPane::Asks::Change))
    , m_newPost(new AccountPane(page, AccountPane::Asks::Post))
    , m_import(new ImportPane(page, SheetOf::Accounts))
    , m_files(new SheetFiles(this))
    , m_bar(new ActionBar(look()))
{
    m_header->setTitle(tr("Accounts and posts"));
    m_empty->setWaiting(true);
    buildPanes();
    buildActions();
    connect(m_search, &SearchBox::searched, this, [this] { refresh(); });
    connect(m_list, &EntryView::entrySelected, this, [this](const QString& id) {
        m_open = id;
        showAccount();
    });
    connect(m_grants, &MaterialList::currentChangedTo, this, &AccountsPage::enableActions);
    connect(m_newAccount, &AccountPane::confirmed, this, &AccountsPage::open);
    connect(m_change, &AccountPane::confirmed, this,
        [this](const QJsonObject& row) { change(m_formOf, u"ChangeAccount"_s, row, tr("The account is changed.")); });
    connect(m_newPost, &AccountPane::confirmed, this, &AccountsPage::give);
    for (auto* pane : {m_newAccount, m_change, m_newPost})
        connect(pane, &OutcomePane::left, this, &AccountsPage::showAccount);
    connect(m_files, &SheetFiles::failed, this, [this](const Error& error) { m_message->say(messageOf(error)); });
    connect(m_files, &SheetFiles::kept, this, [this](const QString& name) { say(tr("Kept as %1").arg(name)); });
    connect(m_import, &ImportPane::failed, this, [this](const Error& error) { m_message->say(messageOf(error)); });
    connect(m_import, &ImportPane::changed, this, &AccountsPage::enableActions);
    // A post is withdrawn only while the keyboard is on it.
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget* before, QWidget* now) {
        if (before == m_grants || now == m_grants)
            enableActions();
    });
    enableActions();
}

void AccountsPage::buildPanes()
{
    auto* left = new Panel(look(), tr("Accounts"));
    left->body()->addWidget(m_search);
    left->addBleeding(m_list);
    m_list->setModel(m_rows);
    left->setFixedWidth(qRound(ListWidth * std::min(look().settings().textScale, 1.1)));
    m_grants->setAccessibleName(tr("Posts of the account"));
    m_details->setTitleRole(TextRole::Title);
    m_details->body()->addWidget(m_facts);
    m_details->addHeading(tr("Posts"));
    m_details->body()->addWidget(m_grants);
    m_details->body()->addStretch();
    m_right->addReading(m_empty);
    m_right->addReading(m_details);
    for (auto* pane : std::initializer_list<QWidget*>{m_newAccount, m_change, m_newPost, m_import})
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

void AccountsPage::buildActions()
{
    m_new = addPageAction(u"new"_s, tr("New account …"), QKeySequence(Qt::CTRL | Qt::Key_N), [this] {
        m_newAccount->setPlace(session().user().area, session().user().office);
        showPane(m_newAccount);
        m_newAccount->begin();
    });
    m_edit = addPageAction(u"edit"_s, tr("Change …"), QKeySequence(Qt::CTRL | Qt::Key_E), [this] { begin(m_change); });
    m_give =
        addPageAction(u"give"_s, tr("Give a post …"), QKeySequence(Qt::CTRL | Qt::Key_G), [this] { begin(m_newPost); });
    m_withdraw =
        addPageAction(u"withdraw"_s, tr("Withdraw"), QKeySequence(Qt::CTRL | Qt::Key_Delete), [this] { withdraw(); });
    m_lock = addPageAction(u"lock"_s, tr("Lock"), QKeySequence(Qt::CTRL | Qt::Key_B), [this] { lock(true); });
    m_unlock = addPageAction(
        u"unlock"_s, tr("Unlock"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B), [this] { lock(false); });
    m_password = addPageAction(
        u"password"_s, tr("New password"), QKeySequence(Qt::CTRL | Qt::Key_P), [this] { renewPassword(); });
    m_sheet =
        addPageAction(u"sheet"_s, tr("From a sheet …"), QKeySequence(Qt::CTRL | Qt::Key_I), [this] { chooseSheet(); });
    m_emptySheet = addPageAction(u"empty-sheet"_s, tr("Empty sheet …"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I),
        [this] { saveEmptySheet(); });
    m_run = addPageAction(u"run"_s, tr("Open these accounts"), QKeySequence(Qt::Key_F9), [this] { m_import->run(); });
    m_keep = addPageAction(
        u"keep"_s, tr("Keep the first passwords …"), QKeySequence(Qt::CTRL | Qt::Key_S), [this] { savePasswords(); });
    m_back = addPageAction(u"back"_s, tr("Back"), QKeySequence(Qt::Key_Escape), [this] {
        if (!m_right->isReading())
            showAccount();
    });
    addPageAction(u"find"_s, tr("Find an account"), QKeySequence(Qt::CTRL | Qt::Key_F), [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
    addPageAction(u"refresh"_s, tr("Look again"), QKeySequence(Qt::Key_F5), [this] { refresh(); });
    for (auto* action : {m_edit, m_give, m_withdraw, m_password, m_lock, m_unlock})
        m_bar->addLeft(action);
    for (auto* action : {m_back, m_keep, m_run, m_emptySheet, m_sheet})
        m_bar->addRight(action);
    m_bar->setPrimary(m_new);
}

void AccountsPage::showPane(QWidget* pane)
{
    m_right->show(pane);
    m_message->clear();
    enableActions();
}

void AccountsPage::showAccount()
{
    const auto* managed = current();
    showPane(managed ? static_cast<QWidget*>(m_details) : m_empty);
    if (!managed)
        return;
    const auto& account = managed->account;
    const auto areaName = [this](const QString& code) {
        const QString name = context().codes->text(CodeShelf::areas(), code);
        return name == code ? code : u"%1 %2"_s.arg(name, code);
    };
    m_details->setTitle(account.name);
    m_facts->setRows(
        {{tr("Login"), account.login}, {tr("Office or hall"), account.office}, {tr("Area"), areaName(account.area)},
            {tr("State"), account.locked ? tr("locked") : tr("may sign in"), account.locked ? Tone::Bad : Tone::Good}});
    QVector<MaterialRow> rows;
    for (const auto& grant : account.grants) {
        const bool held = grant.until == 0;
        rows.append({grant.id, postName(grant.post, context()), areaName(grant.area),
            held ? tr("since %1").arg(legalDate(grant.from).toString(Qt::ISODate))
                 : tr("until %1").arg(legalDate(grant.until).toString(Qt::ISODate)),
            held ? MaterialState::Complete : MaterialState::Refused});
    }
    m_grants->setRows(rows);
    m_grants->setVisible(!rows.isEmpty());
    enableActions();
}

void AccountsPage::enableActions()
{
    const auto* front = m_right->currentWidget();
    const bool reading = m_right->isReading();
    const bool chosen = front == m_details && current();
    const bool importing = front == m_import;
    const auto offer = [this](QAction* action, bool shown, bool enabled = true) {
        action->setVisible(shown);
        action->setEnabled(shown && enabled && !m_busy);
    };
    const bool locked = chosen && current()->account.locked;
    offer(m_new, reading);
    offer(m_edit, chosen);
    offer(m_give, chosen);
    offer(m_withdraw, chosen, m_grants->hasFocus() && !m_grants->currentId().isEmpty());
    offer(m_lock, chosen && !locked, chosen && current()->account.id != session().user().account);
    offer(m_unlock, locked);
    offer(m_password, chosen);
    offer(m_sheet, reading || importing, !m_import->isBusy());
    offer(m_emptySheet, reading);
    offer(m_run, importing, m_import->isReady());
    offer(m_keep, m_import->isDone() && !m_import->isKept()); // also while something else is in front
    offer(m_back, importing);                                 // forms have their own
    for (auto* pane : {m_newAccount, m_change, m_newPost})
        pane->setBusy(m_busy);
}

} // namespace kuaiban::counter

#include "AccountPane.h"
#include "AccountsPage.h"
#include "app/counter/kit/EmptyState.h"
#include "app/counter/kit/EntryView.h"
#include "app/counter/kit/MaterialList.h"
#include "app/counter/kit/MessageBar.h"
#include "app/counter/kit/PageHeader.h"
#include "app/counter/kit/SearchBox.h"
#include "app/counter/outcomes/ReadingStack.h"
#include "ImportPane.h"
#include "modules/base/FailureManual.h"
#include "SheetFiles.h"

// What is done to accounts.
namespace kuaiban::counter {

using namespace Qt::StringLiterals;

void AccountsPage::say(const QString& text, Tone tone)
{
    m_message->say({tone, text, {}, {}, {}});
}

void AccountsPage::opened()
{
    refresh();
    session().organisations().then(this, [this](const Result<ManagedOrganisations>& managed) {
        if (!managed)
            return;
        for (auto* pane : {m_newAccount, m_change})
            pane->setOrganisations(*managed);
    });
    m_list->setFocus();
}

const ManagedAccount* AccountsPage::current() const
{
    const auto found = std::find_if(m_accounts.begin(), m_accounts.end(),
        [this](const ManagedAccount& managed) { return managed.account.id == m_open; });
    return found == m_accounts.end() ? nullptr : &*found;
}

void AccountsPage::refresh()
{
    const int asked = ++m_asked;
    session().accounts(m_search->text().trimmed()).then(this, [this, asked](const Result<QList<ManagedAccount>>& list) {
        if (asked != m_asked)
            return;
        m_empty->setWaiting(false);
        if (!list) {
            m_message->say(messageOf(list.error()));
            return;
        }
        m_accounts = *list;
        fill();
    });
}

void AccountsPage::fill()
{
    QVector<Entry> entries;
    for (const auto& managed : std::as_const(m_accounts)) {
        const auto& account = managed.account;
        QStringList posts;
        for (const auto& grant : account.grants) {
            if (grant.until == 0)
                posts.append(postName(grant.post, context()));
        }
        posts.removeDuplicates();
        entries.append({account.id, account.name, account.locked ? tr("locked") : QString(), Tone::Bad,
            posts.isEmpty() ? tr("no post") : posts.join(u'、'), u"%1 · %2"_s.arg(account.login, account.office)});
        if (account.login == m_wanted) {
            m_open = account.id;
            m_wanted.clear();
        }
    }
    m_rows->setEntries(entries);
    m_header->setNote(tr("%n account(s)", nullptr, static_cast<int>(entries.size())));
    if (!current())
        m_open = m_accounts.isEmpty() ? QString() : m_accounts.constFirst().account.id;
    {
        const QSignalBlocker quiet(m_list); // what is shown anew was not chosen
        m_list->setCurrentId(m_open);
    }
    if (m_right->isReading()) {
        const auto kept = m_message->message();
        showAccount();
        if (!kept.what.isEmpty())
            m_message->say(kept);
    }
}

void AccountsPage::show(const QString& subject)
{
    m_search->setText(subject);
    m_open.clear();
    showAccount(); // nobody is chosen until the list is there
    refresh();
}

// One line of a sheet: the hub holds it against the same rules, and nothing is opened when it does not fit.
void AccountsPage::open(const QJsonObject& row)
{
    if (m_busy)
        return;
    m_busy = true;
    enableActions();
    session().importSheet(SheetOf::Accounts, {row}, false).then(this, [this](const Result<ImportResult>& result) {
        m_busy = false;
        enableActions();
        if (!result) {
            m_message->say(messageOf(result.error()));
            return;
        }
        if (!result->problems.isEmpty()) {
            const auto& problem = result->problems.constFirst();
            m_newAccount->complainOf(problem.column, context().manual.text(problem.error, context().language).what);
            return;
        }
        const auto& made = result->made.constFirst();
        m_wanted = made.login;
        m_newAccount->clear();
        showAccount();
        say(tr("The account %1 is open. First password, told only now: %2").arg(made.login, made.password));
        refresh();
    });
}

// A form is about the account it was begun for, whoever is chosen in the list meanwhile.
void AccountsPage::begin(AccountPane* pane)
{
    const auto* managed = current();
    if (!managed)
        return;
    m_formOf = *managed;
    if (pane == m_change) {
        pane->show(managed->account);
    } else {
        pane->clear();
        pane->setPlace(managed->account.area, {});
    }
    showPane(pane);
    pane->begin();
}

// On the version that was seen: what somebody else changed meanwhile is never overwritten.
void AccountsPage::change(
    const ManagedAccount& managed, const QString& type, const QJsonObject& body, const QString& said)
{
    if (m_busy)
        return;
    m_busy = true;
    enableActions();
    session()
        .changeAccount(managed.account.id, managed.version, type, body)
        .then(this, [this, said = u"%1: %2"_s.arg(managed.account.login, said)](const Result<void>& done) {
            m_busy = false;
            if (done) {
                showAccount();
                say(said);
            } else {
                m_message->say(messageOf(done.error()));
            }
            enableActions();
            refresh(); // also after a refusal: somebody else may have changed it
        });
}

void AccountsPage::give(const QJsonObject& row)
{
    const QString post = row.value("posts"_L1).toString();
    change(m_formOf, u"GrantPost"_s,
        {{u"id"_s, session().ids().next()}, {u"post"_s, post}, {u"area"_s, row.value("area"_L1)}, {u"from"_s, 0}},
        tr("The post %1 is given.").arg(postName(post, context())));
}

void AccountsPage::withdraw()
{
    const QString id = m_grants->currentId();
    if (current() && !id.isEmpty() && m_grants->hasFocus()) // the one the keyboard is on, never one nobody looked at
        change(*current(), u"WithdrawPost"_s, {{u"id"_s, id}},
            tr("The post is withdrawn; what was done with it stays valid."));
}

void AccountsPage::lock(bool locked)
{
    if (current())
        change(*current(), locked ? u"LockAccount"_s : u"UnlockAccount"_s, {},
            locked ? tr("The account is locked.") : tr("The account may sign in again."));
}

void AccountsPage::renewPassword()
{
    const auto* managed = current();
    if (!managed || m_busy)
        return;
    m_busy = true;
    enableActions();
    session()
        .newPassword(managed->account.id)
        .then(this, [this, whose = managed->account.login](const Result<QString>& password) {
            m_busy = false;
            enableActions();
            if (password)
                say(tr("New password of %1, told only now: %2").arg(whose, *password));
            else
                m_message->say(messageOf(password.error()));
        });
}

void AccountsPage::chooseSheet()
{
    m_files->choose(tr("Accounts from a sheet"), [this](const QByteArray& bytes, const QString& name) {
        if (m_import->isDone() && !m_import->isKept()) {
            say(tr("Keep the first passwords of the last sheet first."), Tone::Attention);
            return;
        }
        showPane(m_import);
        m_import->load(bytes, name);
    });
}

void AccountsPage::saveEmptySheet()
{
    m_files->keep(tr("Empty sheet"), u"账号导入.csv"_s, Sheet::empty(m_import->kind()));
}

void AccountsPage::savePasswords()
{
    m_files->keep(tr("First passwords"), u"初始密码.csv"_s, m_import->passwords(), [this] { m_import->setKept(); });
}

} // namespace kuaiban::counter

#pragma once

#include "app/counter/shell/Page.h"

namespace kuaiban::counter {

class AccountPane;
class ActionBar;
class EmptyState;
class EntryRows;
class EntryView;
class ImportPane;
class KeyValueList;
class MaterialList;
class MessageBar;
class PageHeader;
class Panel;
class ReadingStack;
class SearchBox;
class SheetFiles;

// 账号与岗位: who may sign in, at which office, with which posts in which areas; for administrators of the area.
class AccountsPage final : public Page
{
    Q_OBJECT

public:
    explicit AccountsPage(PageContext& context, QWidget* parent = nullptr);

    void opened() override;
    void show(const QString& subject) override; // accounts whose login, name or organisation contains it

private:
    // Laying out and naming what can be done: AccountsPage.cpp.
    void buildPanes();
    void buildActions();
    void enableActions();
    void showPane(QWidget* pane);
    void showAccount();
    // Doing it: AccountsActions.cpp.
    void refresh();
    void fill();
    void open(const QJsonObject& row);
    void give(const QJsonObject& row);
    void withdraw();
    void lock(bool locked);
    void renewPassword();
    void chooseSheet();
    void saveEmptySheet();
    void savePasswords();
    void begin(AccountPane* pane);
    void change(const ManagedAccount& managed, const QString& type, const QJsonObject& body, const QString& said);
    void say(const QString& text, Tone tone = Tone::Good);
    const ManagedAccount* current() const;

    QList<ManagedAccount> m_accounts;
    QString m_open;          // id
    QString m_wanted;        // login to be chosen once it is listed
    ManagedAccount m_formOf; // whom the form in front was begun for, as it was then
    bool m_busy = false;
    int m_asked = 0;
    PageHeader* m_header;
    MessageBar* m_message;
    SearchBox* m_search;
    EntryRows* m_rows;
    EntryView* m_list;
    ReadingStack* m_right;
    EmptyState* m_empty;
    Panel* m_details;
    KeyValueList* m_facts;
    MaterialList* m_grants;
    AccountPane* m_newAccount;
    AccountPane* m_change;
    AccountPane* m_newPost;
    ImportPane* m_import;
    SheetFiles* m_files;
    ActionBar* m_bar;
    QAction* m_new = nullptr;
    QAction* m_edit = nullptr;
    QAction* m_give = nullptr;
    QAction* m_withdraw = nullptr;
    QAction* m_lock = nullptr;
    QAction* m_unlock = nullptr;
    QAction* m_password = nullptr;
    QAction* m_sheet = nullptr;
    QAction* m_emptySheet = nullptr;
    QAction* m_run = nullptr;
    QAction* m_keep = nullptr;
    QAction* m_back = nullptr;
};

} // namespace kuaiban::counter

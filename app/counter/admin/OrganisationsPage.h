#pragma once

#include "app/counter/shell/Page.h"

namespace kuaiban::counter {

class ActionBar;
class EmptyState;
class EntryTree;
class ImportPane;
class KeyValueList;
class MaterialList;
class MessageBar;
class OrganisationPane;
class OrganisationSource;
class PageHeader;
class Panel;
class ReadingStack;
class SearchBox;
class SheetFiles;
class TextLabel;

// 机构: the tree of areas with the organisations in them, their windows, and codes by which machines become such; for
// administrators of the area.
class OrganisationsPage final : public Page
{
    Q_OBJECT

public:
    explicit OrganisationsPage(PageContext& context, QWidget* parent = nullptr);

    void opened() override;

private:
    // Laying out and naming what can be done: OrganisationsPage.cpp.
    void buildPanes();
    void buildActions();
    void enableActions();
    void showPane(QWidget* pane);
    void showCurrent();
    void showOrganisation(const identity::ListedOrganisation& listed);
    void showArea(const QString& area);
    void showWindows();
    QString areaName(const QString& code) const;
    QString nameOf(const QString& organisation) const;
    // Doing it: OrganisationsActions.cpp.
    void refresh();
    void fill();
    void begin();
    void beginChange();
    void chooseFound();
    void send(const QString& type, const QString& id, qint64 version, const QJsonObject& body, const QString& said);
    void change(const QString& type, const QString& said);
    void listWindows();
    void makeCode();
    void revoke();
    void chooseSheet();
    void say(const QString& text, Tone tone = Tone::Good);
    const identity::ListedOrganisation* current() const;

    ManagedOrganisations m_managed;
    QString m_open; // the node that is chosen
    bool m_busy = false;
    bool m_lacks = false; // the message tells that the list could not be had
    int m_asked = 0;
    identity::ListedOrganisation m_formOf; // what the form in front was begun for, as it was then
    QList<ManagedWindow> m_windows;
    QString m_windowsOf; // whose they are
    std::shared_ptr<OrganisationSource> m_source;
    PageHeader* m_header;
    MessageBar* m_message;
    SearchBox* m_search;
    EntryTree* m_tree;
    ReadingStack* m_right;
    EmptyState* m_empty;
    Panel* m_details;
    KeyValueList* m_facts;
    TextLabel* m_windowsHead;
    MaterialList* m_windowList;
    OrganisationPane* m_new;
    OrganisationPane* m_edit;
    ImportPane* m_import;
    SheetFiles* m_files;
    ActionBar* m_bar;
    QAction* m_newAction = nullptr;
    QAction* m_editAction = nullptr;
    QAction* m_close = nullptr;
    QAction* m_reopen = nullptr;
    QAction* m_accounts = nullptr;
    QAction* m_code = nullptr;
    QAction* m_revoke = nullptr;
    QAction* m_sheet = nullptr;
    QAction* m_emptySheet = nullptr;
    QAction* m_run = nullptr;
    QAction* m_back = nullptr;
};

} // namespace kuaiban::counter

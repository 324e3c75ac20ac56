#pragma once

#include "app/counter/shell/Page.h"

#include <QComboBox>

namespace kuaiban::counter {

class ActionBar;
class CaseSheet;
class CaseListModel;
class MessageBar;
class PageHeader;
class PagedTableView;

// 我的受理: what I took, by how it went (today, in transit, passed, not passed, refused, void), from the local store.
class MyCasesPage final : public Page
{
    Q_OBJECT

public:
    explicit MyCasesPage(PageContext& context, QWidget* parent = nullptr);

    void opened() override;
    void show(const QString& subject) override; // a stream

private:
    void refresh();
    void fill();
    void openCase(const QString& stream);
    void resubmit();
    bool fits(const sync::LocalCase& line, QDate today) const;

    QHash<QString, ItemPtr> m_items; // by id, newest revision: for names
    QList<sync::LocalCase> m_cases;
    QString m_open;
    ItemPtr m_openItem;
    casework::Case m_state;
    PageHeader* m_header;
    QComboBox* m_filter;
    CaseListModel* m_lines;
    PagedTableView* m_table;
    CaseSheet* m_sheet;
    MessageBar* m_message;
    ActionBar* m_bar;
    QAction* m_resubmit;
};

} // namespace kuaiban::counter

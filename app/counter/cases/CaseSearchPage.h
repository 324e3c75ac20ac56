#pragma once

#include "app/counter/casefile/TaskOffers.h"
#include "app/counter/shell/Page.h"

namespace kuaiban::counter {

class ActionBar;
class CaseSheet;
class CaseListModel;
class MessageBar;
class PageHeader;
class PagedTableView;
class SearchBox;

// 办件查询: any case in my areas by number, name or ID number, answered by the hub; the last answer stays when it is
// away.
class CaseSearchPage final : public Page
{
    Q_OBJECT

public:
    explicit CaseSearchPage(PageContext& context, QWidget* parent = nullptr);

    void opened() override;
    void show(const QString& subject) override; // a search text

private:
    void search();
    void fetch(const casework::CaseFilter& filter);
    void goOn(); // the next page of what was searched for
    void fill();
    void openCase(const QString& stream);
    void present(const casework::Case& state, const ItemPtr& item);
    QString pageFor(const TaskOffers& offers) const;

    QHash<QString, ItemPtr> m_items;
    QList<casework::CaseRow> m_rows; // newest first
    casework::CaseFilter m_filter;   // of the first page
    bool m_more = false;
    qint64 m_asOf = 0; // when the hub answered last
    int m_asked = 0;   // counts searches: an answer to an earlier one is too late
    QString m_open;
    PageHeader* m_header;
    SearchBox* m_search;
    CaseListModel* m_lines;
    PagedTableView* m_table;
    CaseSheet* m_sheet;
    MessageBar* m_message;
    ActionBar* m_bar;
    QAction* m_goOn = nullptr;
    QString m_goOnPage; // where the open case is gone on with; empty: nowhere by this user
    casework::Case m_state;
};

} // namespace kuaiban::counter

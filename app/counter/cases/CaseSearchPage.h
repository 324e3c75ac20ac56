#pragma once

#include "app/counter/shell/Page.h"

namespace kuaiban::counter {

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
    void fill(const CasePage& page);
    void openCase(const QString& stream);

    QHash<QString, ItemPtr> m_items;
    QString m_open;
    PageHeader* m_header;
    SearchBox* m_search;
    CaseListModel* m_lines;
    PagedTableView* m_table;
    CaseSheet* m_sheet;
    MessageBar* m_message;
};

} // namespace kuaiban::counter

#pragma once

#include "app/counter/kit/MaterialList.h"
#include "app/counter/shell/Page.h"

class QVBoxLayout;

namespace kuaiban::counter {

class MessageBar;
class PageHeader;
class Panel;
class TextLabel;

// What a clerk sees first: returned and stuck cases, drafts to go on with, what waits to be reviewed, today's count.
class WorkbenchPage final : public Page
{
    Q_OBJECT

public:
    WorkbenchPage(PageContext& context, bool takesCases, bool reviews, QWidget* parent = nullptr);

    void opened() override;

private:
    void refresh();
    bool isNews(const sync::LocalCase& line);
    void showCases(const QList<sync::LocalCase>& cases);
    void showLapsed(const QList<sync::LapsedTask>& tasks);
    void showAnnouncements(const QList<announcements::Announcement>& list);
    void showNews();

    const bool m_takesCases;
    const bool m_reviews;
    QHash<QString, ItemPtr> m_items;
    QVector<MaterialRow> m_toNote; // announcements
    QVector<MaterialRow> m_lapsed; // tasks that went back to the queue
    QVector<MaterialRow> m_news;   // cases
    PageHeader* m_header;
    Panel* m_newPanel;
    MaterialList* m_new;
    TextLabel* m_nothingNew;
    Panel* m_draftPanel;
    MaterialList* m_drafts;
    TextLabel* m_noDrafts;
    Panel* m_dayPanel;
    TextLabel* m_day;
    TextLabel* m_queue;
};

} // namespace kuaiban::counter

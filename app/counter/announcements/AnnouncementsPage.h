#pragma once

#include "app/counter/shell/Page.h"
#include "modules/announcements/Announcements.h"

#include <QElapsedTimer>

namespace kuaiban::counter {

class ActionBar;
class AnnouncementPane;
class EmptyState;
class EntryRows;
class EntryView;
class MessageBar;
class PageHeader;
class Panel;
class PublishPane;
class ReadingStack;
class ReasonPane;

// 通知公告: what was announced to this user, to be noted one by one, also offline; with the right to publish, new ones
// and who took note of them.
class AnnouncementsPage final : public Page
{
    Q_OBJECT

public:
    AnnouncementsPage(PageContext& context, bool publishes, QWidget* parent = nullptr);

    void opened() override;
    void show(const QString& subject) override; // the id of an announcement

private:
    void buildPanes();
    void buildActions();
    void refresh();
    void tell(const Message& message);
    void receive(const QList<announcements::Announcement>& list, bool published);
    void fill();
    void showCurrent();
    void showPane(QWidget* pane);
    void enableActions();
    void setPublished(bool published);
    void note();
    void publish(const QString& id, const QJsonObject& body);
    void askWhy();
    void withdraw(const QString& reason);
    void finish(const Result<void>& done, const QString& said);
    const announcements::Announcement* current() const;
    QDate today();

    bool m_publishes;
    bool m_published = false; // shown are those one may publish for, not those one received
    bool m_busy = false;
    bool m_lacks = false; // the message tells that the list could not be had
    int m_asked = 0;
    QList<announcements::Announcement> m_list;
    QString m_open;           // id
    QString m_withdrawn;      // the one that the reason is asked for
    QElapsedTimer m_followed; // since the next one came in front by itself
    PageHeader* m_header;
    MessageBar* m_message;
    EntryRows* m_rows;
    EntryView* m_view;
    Panel* m_left;
    ReadingStack* m_right;
    EmptyState* m_empty;
    AnnouncementPane* m_reading;
    PublishPane* m_new;
    ReasonPane* m_why;
    ActionBar* m_bar;
    QAction* m_note = nullptr;
    QAction* m_publish = nullptr;
    QAction* m_withdraw = nullptr;
    QAction* m_showPublished = nullptr;
    QAction* m_showReceived = nullptr;
    QAction* m_back = nullptr;
};

} // namespace kuaiban::counter

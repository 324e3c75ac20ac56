#pragma once

#include "app/counter/kit/EntryView.h"
#include "app/counter/shell/Page.h"

namespace kuaiban::counter {

class ActionBar;
class EmptyState;
class MessageBar;
class PageHeader;
class ReadingStack;

// A page with a list at the left and what is chosen there at the right: to be read, or with a form in its stead. Below
// stands what can be done with it. The list is asked for whenever the page comes on the screen.
class ReadingPage : public Page
{
    Q_OBJECT

public:
    void opened() override; // the keyboard is in the list

protected:
    struct Words
    {
        QString title;
        QString list;
        Glyph glyph;
        QString nothing; // when the list is empty
        QString nothingMeans;
    };

    ReadingPage(PageContext& context, const QString& id, const Words& words, QWidget* parent);

    // Once, when the panes are there: `foot` stands between them and the actions.
    void layOut(QWidget* reading, QWidget* form, QWidget* foot = nullptr);
    void showEvent(QShowEvent* event) override;

    virtual void refresh() = 0; // asks for the list anew
    virtual void showCurrent() = 0;
    virtual void enableActions() = 0;

    // What was chosen stays chosen if it is still there; a form about what is gone is left, and that is said.
    void setEntries(const QVector<Entry>& entries);
    void choose(const QString& id) { m_chosen = id; }
    const QString& chosen() const { return m_chosen; }
    void showPane(QWidget* pane); // null: the list is empty
    bool isReading() const;
    void offer(QAction* action, bool shown) const; // while something is read
    void allow(QAction* back) const;               // while a form is in front
    void setBusy(bool busy);                       // something is on its way to be done
    bool isBusy() const { return m_busy; }
    void say(const QString& done);
    void say(const Error& error);

    PageHeader* header() const { return m_header; }
    MessageBar* message() const { return m_message; }
    ActionBar* bar() const { return m_bar; }
    const QHash<QString, QString>& items() const { return m_items; } // names of the matters

private:
    QHash<QString, QString> m_items;
    QString m_chosen;
    bool m_busy = false;
    QString m_listName;
    PageHeader* m_header;
    MessageBar* m_message;
    EntryRows* m_rows;
    EntryView* m_view;
    ReadingStack* m_right;
    EmptyState* m_empty;
    ActionBar* m_bar;
};

} // namespace kuaiban::counter

#pragma once

#include "QueueFeed.h"
#include "QueueModel.h"

class QComboBox;

namespace kuaiban::counter {

class ActionButton;
class EmptyState;
class LapsedBox;
class Panel;
class SearchBox;
class TextLabel;

// The left column: the lists of the queue with their counts, search and filters, and the cases in three lines each.
class QueuePane final : public QWidget
{
    Q_OBJECT

public:
    QueuePane(const PageContext& context, QueueFeed& feed, QWidget* parent = nullptr);

    void setItems(const QHash<QString, ItemPtr>& items); // for names and for the filter
    bool select(const QString& stream);
    void selectFirst();
    bool step(int by);                          // false at the end
    QString after(const QString& stream) const; // the case to go on with; empty when there is none
    QString current() const { return m_list->currentId(); }
    int shown() const { return m_model->rowCount(); }
    void focusList();
    void focusSearch();

Q_SIGNALS:
    void chosen(const QString& stream);
    void listChanged(); // other rows than before, or none
    void failed(const Error& error);

private:
    void buildTabs();
    void fill();
    void say();
    void fillItemFilter();
    QString wordOf(QueueKind kind) const;
    QString emptyTitle() const;

    const PageContext& m_context;
    QueueFeed& m_feed;
    QHash<QString, ItemPtr> m_items;
    QueueModel* m_model;
    EntryView* m_list;
    Panel* m_panel;
    LapsedBox* m_lapsed;
    QMap<QueueKind, ActionButton*> m_tabs;
    SearchBox* m_search;
    QComboBox* m_item;
    QComboBox* m_due;
    TextLabel* m_note;
    EmptyState* m_empty;
};

} // namespace kuaiban::counter

#pragma once

#include "app/counter/look/Look.h"

#include <QAbstractListModel>
#include <QListView>

namespace kuaiban::counter {

// Roles that any model gives an EntryView; the title is Qt::DisplayRole.
enum EntryRole { EntryIdRole = Qt::UserRole + 100, EntryAsideRole, EntryAsideToneRole, EntryLineRole, EntryHintRole };

// A row of a queue: who, what, number; at the right end the deadline in words.
struct Entry
{
    QString id;
    QString title;      // "王桂兰"
    QString aside = {}; // "剩 10 个工作日"
    Tone asideTone = Tone::Secondary;
    QString line = {}; // "失业保险金申领"
    QString hint = {}; // "受理 11-21 · 2106032026112100023"
};

// The plain model for lists that are in memory; long queues bring their own paged model.
class EntryRows final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;
    void setEntries(const QVector<Entry>& entries);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QVector<Entry> m_entries;
};

// A queue in three-line rows, edge to edge of its panel. Selection survives a reset of the model by id; PgUp and PgDn
// stay with the page (previous and next case).
class EntryView final : public QListView
{
    Q_OBJECT

public:
    EntryView(const Look& look, const QString& name, QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    QString currentId() const;
    bool setCurrentId(const QString& id);
    bool step(int by); // next or previous entry; false at the end

Q_SIGNALS:
    void entrySelected(const QString& id);
    void entryChosen(const QString& id); // Enter or double click

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    Look m_look;
    QString m_keptId;
    bool m_restoring = false;
};

} // namespace kuaiban::counter

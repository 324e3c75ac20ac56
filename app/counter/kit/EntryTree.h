#pragma once

#include "app/counter/look/Look.h"

#include <QAbstractItemModel>
#include <QSet>
#include <QTreeView>

namespace kuaiban::counter {

// A node of a tree that is in memory.
struct TreeEntry
{
    QString id;
    QString parent; // id; one that is not in the tree, or none: at the top
    QString title;
    Glyph glyph = Glyph::File;
    Tone tone = Tone::Normal;
    QString said = {}; // for who cannot see; the title if empty

    bool operator==(const TreeEntry&) const = default;
};

// The model: entries in their order, each under its parent. A ring of parents is cut open.
class EntryTreeRows final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole + 1 };

    explicit EntryTreeRows(const Look& look, QObject* parent = nullptr);
    void setEntries(const QVector<TreeEntry>& entries);
    QModelIndex indexOf(const QString& id) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    QModelIndex indexOfNode(int node) const;

    Look m_look;
    QVector<TreeEntry> m_entries;
    QVector<int> m_parents;           // of each entry; -1 at the top
    QVector<QVector<int>> m_children; // of each entry; those at the top are the last
    QVector<int> m_rows;              // of each entry under its parent
};

// Shows it, edge to edge of its panel. What was chosen, opened and closed stays so when the entries come anew; what is
// new is open. PgUp and PgDn stay with the page.
class EntryTree final : public QTreeView
{
    Q_OBJECT

public:
    EntryTree(const Look& look, const QString& name, QWidget* parent = nullptr);

    // `allOpen`: also what the user closed, for once; so that what was searched for is seen.
    void setEntries(const QVector<TreeEntry>& entries, bool allOpen = false);
    QString currentId() const;
    bool setCurrentId(const QString& id); // opens what stands above it

Q_SIGNALS:
    void entrySelected(const QString& id);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    EntryTreeRows* m_rows;
    QSet<QString> m_closed; // by the user
    bool m_restoring = false;
};

} // namespace kuaiban::counter

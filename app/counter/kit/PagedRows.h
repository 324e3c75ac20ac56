#pragma once

#include "TableCells.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

#include <optional>

namespace kuaiban::counter {

struct TableHead
{
    QString id; // "deadline": what the repository sorts by
    QString title;
    bool rightAligned = false; // money, counts
};

struct TableCell
{
    QString text; // ready for showing
    Tone tone = Tone::Normal;
    std::optional<Mark> mark = std::nullopt;
};

struct TableLine
{
    QString id;
    QVector<TableCell> cells;
};

// A table of any length of which only the pages near the eye are held. It asks for rows by signal and shows empty rows
// of the final height until they come, so nothing moves. UI thread; the answers may be fetched anywhere.
class PagedRows final : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int pageSize = 100;

    explicit PagedRows(const QVector<TableHead>& heads, QObject* parent = nullptr);

    // A new result: everything held is forgotten. Gives the generation that answers must carry.
    int start(int totalRows);
    // The answer to rowsWanted(); one of an earlier generation is dropped.
    void deliver(int generation, int first, const QVector<TableLine>& rows);
    QString idAt(int row) const; // empty while the row is not there yet
    const QVector<TableHead>& heads() const { return m_heads; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void rowsWanted(int generation, int first, int count);
    void sortWanted(const QString& headId, Qt::SortOrder order);

private:
    static constexpr int keptPages = 60;

    const TableLine* line(int row) const;
    void want(int page) const;
    void askNow();

    QVector<TableHead> m_heads;
    int m_total = 0;
    int m_generation = 0;
    QHash<int, QVector<TableLine>> m_pages;
    QVector<int> m_ages; // pages in the order they came
    mutable QVector<int> m_wanted;
    QSet<int> m_asked;
};

} // namespace kuaiban::counter

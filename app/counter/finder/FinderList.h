#pragma once

#include "app/counter/look/Look.h"
#include "Found.h"

#include <QAbstractListModel>
#include <QListView>
#include <QWidget>

namespace kuaiban::counter {

class TextLabel;

// A line of the list: the heading of a kind, or something that was found.
struct FinderRow
{
    QString heading = {}; // not empty: a heading
    Found found = {};
    bool isFavourite = false;
    friend bool operator==(const FinderRow&, const FinderRow&) = default;
};

class FinderRows final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { HeadingRole = Qt::UserRole + 1, DetailRole, FavouriteRole };

    using QAbstractListModel::QAbstractListModel;
    void setRows(const QVector<FinderRow>& rows);
    const QVector<FinderRow>& rows() const { return m_rows; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    QVector<FinderRow> m_rows;
};

// The list under the search box. Lies inside the window and never takes the keyboard: what is typed goes on into the
// box while the list narrows.
class FinderList final : public QWidget
{
    Q_OBJECT

public:
    FinderList(const Look& look, QWidget* box);

    // Keeps what is chosen where it is still there; the first row otherwise. Without rows only the foot is seen.
    void show(const QVector<FinderRow>& rows, const QString& foot);
    void step(int rows);
    const Found* current() const;

Q_SIGNALS:
    void picked(); // by mouse; ask current()

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void place();
    void choose(int row);

    Look m_look;
    QWidget* m_box;
    FinderRows* m_rows;
    QListView* m_list;
    TextLabel* m_foot;
};

} // namespace kuaiban::counter

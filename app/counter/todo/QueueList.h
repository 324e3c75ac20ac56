#pragma once

#include "app/counter/shell/Page.h"

#include <QAbstractListModel>
#include <QListView>

namespace kuaiban::counter {

// One task of the queue, ready to be shown in three lines.
struct QueueLine
{
    QString stream;
    QString applicant;
    QString item;
    QString number; // with the day it was taken
    QString due;
    Tone dueTone = Tone::Secondary;
    bool mine = false;
};

class QueueModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { StreamRole = Qt::UserRole + 1, ItemRole, NumberRole, DueRole, DueToneRole, MineRole };

    using QAbstractListModel::QAbstractListModel;
    void setLines(QList<QueueLine> lines);
    int rowOf(const QString& stream) const;
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QList<QueueLine> m_lines;
};

// The queue: who, what, since when, how long still. What I hold is marked with words, not colour alone.
class QueueList final : public QListView
{
    Q_OBJECT

public:
    explicit QueueList(const Look& look, QWidget* parent = nullptr);

    void setLines(const QList<QueueLine>& lines); // the selection stays with its case
    void select(const QString& stream);
    void selectFirst();
    void step(int by);
    QString currentStream() const;

Q_SIGNALS:
    void streamChosen(const QString& stream);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    QueueModel* m_model;
    bool m_filling = false;
};

} // namespace kuaiban::counter

#pragma once

#include "app/counter/look/Look.h"
#include "FittedList.h"

#include <QAbstractListModel>

namespace kuaiban::counter {

enum class MaterialState { Open, Complete, Attention, Refused };

Mark markOf(MaterialState state);
Tone toneOf(MaterialState state);

// One paper of the checklist.
struct MaterialRow
{
    QString id;
    QString title;      // "终止劳动合同证明"
    QString note = {};  // the state in words: "单位已报送，共享数据"
    QString aside = {}; // at the right end: "必需", "2 页"
    MaterialState state = MaterialState::Open;
};

class MaterialRows final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole + 1, NoteRole, AsideRole, StateRole };

    using QAbstractListModel::QAbstractListModel;
    void setRows(const QVector<MaterialRow>& rows);
    int rowOf(const QString& id) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QVector<MaterialRow> m_rows;
};

// The checklist of papers: mark, title, state in words; the selected one is where F4 scans to.
class MaterialList final : public FittedList
{
    Q_OBJECT

public:
    explicit MaterialList(const Look& look, QWidget* parent = nullptr);

    void setRows(const QVector<MaterialRow>& rows); // keeps the selection by id
    void setCurrentId(const QString& id);
    QString currentId() const;

Q_SIGNALS:
    void currentChangedTo(const QString& id);
    void rowChosen(const QString& id); // Enter or double click

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    MaterialRows* m_rows;
};

} // namespace kuaiban::counter

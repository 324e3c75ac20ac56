#pragma once

#include "app/counter/look/Look.h"
#include "CodeSource.h"

#include <QAbstractListModel>
#include <QListView>
#include <QWidget>

namespace kuaiban::counter {

class TextLabel;

class CodeRows final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { CodeRole = Qt::UserRole + 1, TextRole, InitialsRole };

    using QAbstractListModel::QAbstractListModel;
    void setItems(const QVector<CodeItem>& items);
    const QVector<CodeItem>& items() const { return m_items; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QVector<CodeItem> m_items;
};

// The list under a code picker. It lies inside the window and never takes the keyboard, so that an input method keeps
// composing in the field while the list narrows.
class CodePopup final : public QWidget
{
    Q_OBJECT

public:
    CodePopup(const Look& look, QWidget* owner);

    // Opens under (or above) the owner. Rows that are not ready are still being read.
    void offer(const QVector<CodeItem>& items, bool more, bool chooseFirst, bool ready = true);
    void step(int rows);
    const CodeItem* current() const;

Q_SIGNALS:
    void picked(); // by mouse; ask current()

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void place();

    Look m_look;
    QWidget* m_owner;
    CodeRows* m_rows;
    QListView* m_list;
    TextLabel* m_foot;
};

} // namespace kuaiban::counter

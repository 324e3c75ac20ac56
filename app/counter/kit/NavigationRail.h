#pragma once

#include "app/counter/look/Look.h"

#include <QAbstractListModel>
#include <QListView>

namespace kuaiban::counter {

struct NavigationItem
{
    QString id;
    Glyph glyph = Glyph::Home;
    QString word;
    int count = 0; // shown as a badge when above zero
};

class NavigationRows final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole + 1, GlyphRole, CountRole, OpenRole };

    using QAbstractListModel::QAbstractListModel;
    void setItems(const QVector<NavigationItem>& items);
    void setCount(const QString& id, int count);
    void setOpen(const QString& id);
    int rowOf(const QString& id) const;
    QString open() const { return m_open; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QVector<NavigationItem> m_items;
    QString m_open;
};

// The pages, icon above word. Up and Down move, Enter or a click opens; Tab passes it in one step.
class NavigationRail final : public QListView
{
    Q_OBJECT

public:
    explicit NavigationRail(const Look& look, QWidget* parent = nullptr);

    void setItems(const QVector<NavigationItem>& items);
    void setCount(const QString& id, int count);
    void setOpenPage(const QString& id); // marks it; emits nothing
    QString openPage() const { return m_rows->open(); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void pageChosen(const QString& id);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void choose(const QModelIndex& index);

    Look m_look;
    NavigationRows* m_rows;
};

} // namespace kuaiban::counter

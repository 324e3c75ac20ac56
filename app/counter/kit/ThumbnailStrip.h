#pragma once

#include "app/counter/look/Look.h"
#include "FittedList.h"

#include <QAbstractListModel>
#include <QImage>

namespace kuaiban::counter {

// A scanned page in small. A null image shows an empty sheet until the picture is there, at the same size.
struct PageThumb
{
    QString id;
    QImage image = {};
    QString note = {}; // "偏斜", "过暗": shown on the sheet
    Tone tone = Tone::Normal;
};

class PageThumbs final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole + 1, ImageRole, NoteRole, ToneRole, AddRole };

    using QAbstractListModel::QAbstractListModel;
    void setPages(const QVector<PageThumb>& pages);
    void setAddText(const QString& text); // the tile at the end; none when empty
    int pageCount() const { return int(m_pages.size()); }
    QString idAt(int row) const { return row >= 0 && row < pageCount() ? m_pages[row].id : QString(); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QVector<PageThumb> m_pages;
    QString m_addText;
};

// The pages of one paper in rows of sheets. Arrows select, Enter opens, Delete removes, Ctrl+Left and Ctrl+Right move
// the page, Enter on the last tile scans another.
class ThumbnailStrip final : public FittedList
{
    Q_OBJECT

public:
    explicit ThumbnailStrip(const Look& look, QWidget* parent = nullptr);

    void setPages(const QVector<PageThumb>& pages); // keeps the selected page by id
    void setAddText(const QString& text);           // "＋ 扫描 F4"
    QString currentId() const;

Q_SIGNALS:
    void pageChosen(const QString& id);
    void addRequested();
    void removeRequested(const QString& id);
    void moveRequested(const QString& id, int toIndex);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void choose(const QModelIndex& index);

    PageThumbs* m_pages;
};

} // namespace kuaiban::counter

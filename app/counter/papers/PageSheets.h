#pragma once

#include "PageFeed.h"

#include <QWidget>

namespace kuaiban::counter {

class IconButton;
class ThumbnailStrip;

// The pages of one paper in small with their tools: turn, scan anew, remove, order. Shows and asks; whoever owns the
// pages changes them.
class PageSheets final : public QWidget
{
    Q_OBJECT

public:
    PageSheets(const PageContext& context, PageFeed& feed, QAction* scan, QWidget* parent = nullptr);

    void setPages(const QList<casework::Page>& pages);
    const casework::Page* current() const; // the selected page, or the only one; null for none
    QList<casework::Page> withoutBlank() const;
    void setRows(int rows); // of sheets that are seen at once

Q_SIGNALS:
    void pagesChanged(const QList<kuaiban::casework::Page>& pages); // removed or moved
    void turnWanted(int degrees);
    void rescanWanted();
    void pageChosen(const kuaiban::casework::Page& page);

private:
    void fill();
    int indexOf(const QString& id) const;
    QPair<QString, Tone> noteOf(const QString& digest) const;

    PageFeed& m_feed;
    QList<casework::Page> m_all;
    QStringList m_ids; // of the sheets: equal pages are told apart
    ThumbnailStrip* m_strip;
    QWidget* m_tools;
};

} // namespace kuaiban::counter

#pragma once

#include "PageSteps.h"

#include <QPointer>
#include <QWidget>

namespace kuaiban::counter {

class PageWorkbench;
class ThumbnailStrip;

// The pages of one paper in small with their tools: turn, scan anew, remove, order; the workbench shows one large.
// Whoever owns the pages changes them.
class PageSheets final : public QWidget
{
    Q_OBJECT

public:
    PageSheets(const PageContext& context, PageFeed& feed, QAction* scan, QWidget* parent = nullptr);
    ~PageSheets() override;

    // The pages of a paper; `name` is that of the paper.
    void setPages(const PaperPlace& place, const QString& name, const QList<casework::Page>& pages);
    PageSteps& steps() { return *m_steps; }
    QString current() const; // the selected sheet, or the only one; empty for none
    void setRows(int rows);  // of sheets that are seen at once
    void openWorkbench();    // at the selected sheet, or the first

Q_SIGNALS:
    void pagesChanged(const QList<kuaiban::casework::Page>& pages); // what the owner is to make them

private:
    void fill();

    const PageContext& m_context;
    PageFeed& m_feed;
    PageSteps* m_steps;
    QString m_name;
    ThumbnailStrip* m_strip;
    QWidget* m_tools;
    QPointer<PageWorkbench> m_workbench; // lives in the window, works on m_steps
};

} // namespace kuaiban::counter

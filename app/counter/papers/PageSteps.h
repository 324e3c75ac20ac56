#pragma once

#include "PageFeed.h"

namespace kuaiban::counter {

// The work on the pages of one paper: steps that are done one after another in the order in which they are asked for,
// each of which can be taken back. Sheets keep their id through every change. Shows nothing; whoever owns the pages
// takes what pagesChanged() asks for and hands in with setPages() what he has then.
class PageSteps final : public QObject
{
    Q_OBJECT

public:
    explicit PageSteps(PageFeed& feed, QObject* parent = nullptr);

    // What a paper holds now. Of papers that were left aside for others the steps are remembered.
    void setPages(const PaperPlace& place, const QList<casework::Page>& pages);
    const QList<casework::Page>& pages() const { return m_paper.pages; }
    const QStringList& ids() const { return m_paper.ids; } // of the sheets, in the order of the pages
    const casework::Page* page(const QString& id) const;   // null when it is gone

    // `words` say that the step is done.
    void change(const QStringList& sheets, const PageChange& work, const std::function<QString()>& words);
    void turn(const QString& sheet, int degrees);
    void straighten(const QString& sheet);
    void cutToPaper(const QString& sheet);
    void crop(const QString& sheet, const QRectF& box); // see croppedPage()
    void joinCards(const QString& upper, const QString& lower);
    void rescan(const QString& sheet); // by the device it came from; unless that is at work
    void remove(const QString& sheet);
    void removeBlank();
    void move(const QString& sheet, int to);
    void undo();
    bool canUndo() const { return m_running > 0 || !m_paper.before.isEmpty(); }
    void forget(); // what was done so far stays done

Q_SIGNALS:
    void shown(); // other pages, or in another order
    void pagesChanged(const QList<kuaiban::casework::Page>& pages);
    void said(const QString& text, kuaiban::counter::Tone tone);

private:
    struct Paper
    {
        PaperPlace place;
        QList<casework::Page> pages;
        QStringList ids;
        QList<QList<casework::Page>> before; // what can be gone back to, the last step at the end
    };
    void bringToFront(const PaperPlace& place);
    void inTurn(const std::function<void()>& step);
    void goOn();
    void changeEnded(int number, bool kept);
    void askQuietly(const QList<casework::Page>& pages);

    PageFeed& m_feed;
    Paper m_paper;
    QList<Paper> m_others; // that were in front before
    int m_lastId = 0;
    bool m_quiet = false;                // what is asked for is no step of its own
    QList<std::function<void()>> m_line; // steps that wait for the one before
    QSet<QString> m_rescans;             // digests of pages that are scanned anew
    int m_running = 0;                   // number of the change that is underway, or 0
    QString m_joined;                    // the second sheet, which goes when it has ended well
    std::function<QString()> m_words;
};

} // namespace kuaiban::counter

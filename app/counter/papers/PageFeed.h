#pragma once

#include "app/counter/pagework/PageChanges.h"
#include "app/counter/shell/Page.h"
#include "PaperPile.h"

#include <QHash>
#include <QMap>

namespace kuaiban::counter {

// Puts the page where it belongs: in the place of the one it replaces, or at the end.
void putPage(QList<casework::Page>* pages, const PaperPlace& place, const casework::Page& page);

// How a page is taken: with the device this window takes for such a paper, with the other one beside it, or with all
// that lie in the feeder.
enum class ScanWay { Usual, Other, Feeder };

// Brings pages in: from scanner and document camera, from files, changed, and again for drafts that are opened anew.
// Pages are prepared off the UI thread and kept in the store before anybody hears of them, in the order in which they
// were brought. Knows nothing of materials and parties.
class PageFeed final : public QObject
{
    Q_OBJECT

public:
    explicit PageFeed(const PageContext& context, QObject* parent = nullptr);

    // One page from the scanner's glass or the camera, or all that lie in the feeder, both sides. Separator sheets in
    // the feeder are not kept; they lead from the place to others of these papers. Where only a camera is set up it
    // takes what a scanner would.
    void scan(const PaperPlace& place, ScanWay way, const QList<PaperLine>& papers = {});
    QString otherWords() const; // what ScanWay::Other does; both where it depends on the paper
    // The device for it is at work; scanner and camera do not wait for each other.
    bool isScanning(const PaperPlace& place, ScanWay way) const;
    bool isBusy() const { return !m_scans.isEmpty() || !m_line.isEmpty() || m_keeping > 0; } // pages are on their way
    void addFiles(const PaperPlace& place, const QStringList& paths);
    void addPortrait(const PaperPlace& place, const QString& path); // see preparedPortrait
    void addDrawing(const PaperPlace& place, const QImage& drawing);
    // Makes one page of these, in the place of the first; what they were stays in the store. changeEnded() tells of the
    // number that is given here.
    int change(const PaperPlace& place, const QList<casework::Page>& pages, const PageChange& change);

    // What is known of a page by its digest. look() fetches it if need be; pictureReady() tells when it is there.
    QImage small(const QString& digest) const { return m_seen.value(digest).small; }
    QStringList warnings(const QString& digest) const { return m_seen.value(digest).warnings; }
    bool isBlank(const QString& digest) const { return m_seen.value(digest).blank; }
    ScanWay wayOf(const PaperPlace& place, const QString& digest) const; // to take it again
    void look(const casework::Page& page);

Q_SIGNALS:
    void pageReady(const kuaiban::counter::PaperPlace& place, const kuaiban::casework::Page& page);
    void blankSkipped(const kuaiban::counter::PaperPlace& place);      // an empty side from the feeder
    void finished(int pages);                                          // of one scan
    void separated(const QList<kuaiban::counter::PaperShare>& shares); // where the pages of a pile went
    void changeEnded(int number, bool kept);                           // after pageReady() or failed()
    void failed(const kuaiban::Error& error);
    void pictureReady(const QString& digest);

private:
    struct Pile
    {
        PaperPile pile;
        int underway = 0; // pages that are not kept yet
        bool isEmpty = false;
        bool isSpoilt = false; // a page or a separator sheet of it failed, which was told
    };
    struct Scan
    {
        PaperPlace place;
        std::shared_ptr<Pile> pile; // null unless from the feeder
    };
    using Ticket = std::pair<DeviceFamily, int>; // each station counts for itself
    struct Seen
    {
        QImage small;
        QStringList warnings;
        bool blank = false;
        std::optional<bool> photographed = {}; // by the camera, or scanned; nothing where that is not known any more
    };
    struct InLine
    {
        PaperPlace place;
        std::shared_ptr<Pile> pile = {}; // which says where the page goes, once it is its turn
        int change = 0;                  // its number
        std::optional<bool> photographed = {};
        std::optional<Result<PreparedPage>> page = {}; // once it is prepared
    };
    using InLinePtr = std::shared_ptr<InLine>;

    void follow(DeviceFamily family, const devices::ScanStation& station);
    DeviceFamily deviceFor(const PaperPlace& place, ScanWay way) const;
    void prepare(const InLine& place, QFuture<Result<PreparedPage>> page);
    void take(const InLinePtr& next);
    void keep(const InLinePtr& next, const PaperPlace& place, const PreparedPage& page);
    void end(const InLinePtr& next, const std::optional<Error>& error);
    void endPile(const std::shared_ptr<Pile>& pile);
    void tellOf(const std::shared_ptr<Pile>& pile);

    const PageContext& m_context;
    QMap<Ticket, Scan> m_scans;
    QHash<QString, Seen> m_seen;
    QSet<QString> m_asked;
    // Prepared side by side, but kept in the order in which they came: a large page is not overtaken by the one behind.
    QList<InLinePtr> m_line;
    int m_keeping = 0;
    int m_lastChange = 0;
};

} // namespace kuaiban::counter

#pragma once

#include "app/counter/shell/Page.h"
#include "PageWork.h"

#include <QHash>

namespace kuaiban::counter {

// Which paper of which draft a page belongs to. It is fixed when the page is asked for: the clerk may open another case
// while the scanner works.
struct PaperPlace
{
    QString draft;
    QString role;     // a party's paper: applicant, subject, agent, collector; empty for a material
    QString paper;    // id of the material, or "proof", "authority"
    QString replaces; // digest of the page that is scanned anew or turned; empty for a further page
    friend bool operator==(const PaperPlace&, const PaperPlace&) = default;
};

// Puts the page where it belongs: in the place of the one it replaces, or at the end.
void putPage(QList<casework::Page>* pages, const PaperPlace& place, const casework::Page& page);

// Brings pages in: from the scanner, from files, turned, and again for drafts that are opened anew. Pages are prepared
// off the UI thread and kept in the store before anybody hears of them, in the order in which they were brought. Knows
// nothing of materials and parties.
class PageFeed final : public QObject
{
    Q_OBJECT

public:
    explicit PageFeed(const PageContext& context, QObject* parent = nullptr);

    // One page from the glass, or all that lie in the feeder, both sides.
    void scan(const PaperPlace& place, bool feeder);
    bool isScanning() const { return !m_scans.isEmpty(); }
    bool isBusy() const { return isScanning() || !m_line.isEmpty() || m_keeping > 0; } // pages are on their way
    void addFiles(const PaperPlace& place, const QStringList& paths);
    void addPortrait(const PaperPlace& place, const QString& path); // see preparedPortrait
    void addDrawing(const PaperPlace& place, const QImage& drawing);
    void turn(const PaperPlace& place, const casework::Page& page, int degrees);

    // What is known of a page by its digest. look() fetches it if need be; pictureReady() tells when it is there.
    QImage small(const QString& digest) const { return m_seen.value(digest).small; }
    QStringList warnings(const QString& digest) const { return m_seen.value(digest).warnings; }
    bool isBlank(const QString& digest) const { return m_seen.value(digest).blank; }
    void look(const casework::Page& page);

Q_SIGNALS:
    void pageReady(const kuaiban::counter::PaperPlace& place, const kuaiban::casework::Page& page);
    void blankSkipped(const kuaiban::counter::PaperPlace& place); // an empty side from the feeder
    void finished(int pages);                                     // of one scan
    void failed(const kuaiban::Error& error);
    void pictureReady(const QString& digest);

private:
    struct Scan
    {
        PaperPlace place;
        bool feeder = false;
    };
    struct Seen
    {
        QImage small;
        QStringList warnings;
        bool blank = false;
    };
    struct InLine
    {
        PaperPlace place;
        std::optional<Result<PreparedPage>> page; // once it is prepared
    };
    void prepare(const PaperPlace& place, QFuture<Result<PreparedPage>> page);
    void keep(const PaperPlace& place, const PreparedPage& page);

    const PageContext& m_context;
    QHash<int, Scan> m_scans; // by ticket
    QHash<QString, Seen> m_seen;
    QSet<QString> m_asked;
    // Prepared side by side, but kept in the order in which they came: a large page is not overtaken by the one behind.
    QList<std::shared_ptr<InLine>> m_line;
    int m_keeping = 0;
};

} // namespace kuaiban::counter

#include "PageFeed.h"

#include "modules/base/InMainThread.h"

#include <QtConcurrentRun>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int ScanDpi = 300;

} // namespace

void putPage(QList<casework::Page>* pages, const PaperPlace& place, const casework::Page& page)
{
    const auto replaced = std::find_if(
        pages->begin(), pages->end(), [&](const casework::Page& old) { return old.digest == place.replaces; });
    if (replaced != pages->end())
        *replaced = page;
    else
        pages->append(page);
}

PageFeed::PageFeed(const PageContext& context, QObject* parent)
    : QObject(parent)
    , m_context(context)
{
    auto& scanner = context.devices.scanner();
    connect(&scanner, &devices::ScanStation::pageScanned, this, [this](int ticket, const devices::ScannedPage& page) {
        const auto scan = m_scans.constFind(ticket);
        if (scan == m_scans.constEnd())
            return;
        if (page.blank && scan->feeder) { // the back of a one-sided paper
            Q_EMIT blankSkipped(scan->place);
            return;
        }
        prepare(scan->place, QtConcurrent::run([page] { return Result<PreparedPage>(preparedScan(page)); }));
    });
    connect(&scanner, &devices::ScanStation::finished, this, [this](int ticket, int pages) {
        if (m_scans.remove(ticket))
            Q_EMIT finished(pages);
    });
    connect(&scanner, &devices::ScanStation::failed, this, [this](int ticket, const Error& error) {
        if (m_scans.remove(ticket))
            Q_EMIT failed(error); // pages that came before stay
    });
}

void PageFeed::scan(const PaperPlace& place, bool feeder)
{
    const devices::ScanJob job{feeder ? devices::ScanSource::Duplex : devices::ScanSource::Flatbed,
        devices::ScanMode::Color, ScanDpi, feeder ? 0 : 1};
    m_scans.insert(m_context.devices.scanner().scan(job), {place, feeder});
}

void PageFeed::addFiles(const PaperPlace& place, const QStringList& paths)
{
    for (const auto& path : paths) // each for itself: one that cannot be read keeps none of the others back
        prepare(place, QtConcurrent::run([path] { return preparedFile(path); }));
}

void PageFeed::addPortrait(const PaperPlace& place, const QString& path)
{
    prepare(place, QtConcurrent::run([path] { return preparedPortrait(path); }));
}

void PageFeed::addDrawing(const PaperPlace& place, const QImage& drawing)
{
    prepare(place, QtConcurrent::run([drawing] { return Result<PreparedPage>(preparedDrawing(drawing)); }));
}

void PageFeed::turn(const PaperPlace& place, const casework::Page& page, int degrees)
{
    PaperPlace replaced = place;
    replaced.replaces = page.digest;
    prepare(replaced,
        m_context.session.file(page.digest)
            .then(QtFuture::Launch::Async, [page, degrees](const Result<QByteArray>& bytes) -> Result<PreparedPage> {
                if (!bytes)
                    return fail(bytes.error());
                return turnedPage(*bytes, page, degrees);
            }));
}

void PageFeed::prepare(const PaperPlace& place, QFuture<Result<PreparedPage>> page)
{
    const auto mine = std::make_shared<InLine>(InLine{place, {}});
    m_line.append(mine);
    inMainThread(std::move(page)).then(this, [this, mine](const Result<PreparedPage>& prepared) {
        mine->page = prepared;
        while (!m_line.isEmpty() && m_line.constFirst()->page) {
            const auto next = m_line.takeFirst();
            if (const auto& ready = *next->page)
                keep(next->place, *ready);
            else
                Q_EMIT failed(ready.error());
        }
    });
}

void PageFeed::keep(const PaperPlace& place, const PreparedPage& page)
{
    ++m_keeping;
    m_context.session.keepFile(page.bytes)
        .then(this, [this, place, kept = page.page, seen = Seen{page.small, page.warnings, page.blank}](
                        const Result<QString>& digest) mutable {
            --m_keeping;
            if (!digest) {
                Q_EMIT failed(digest.error());
                return;
            }
            kept.digest = *digest;
            m_seen.insert(*digest, seen);
            Q_EMIT pageReady(place, kept);
        });
}

void PageFeed::look(const casework::Page& page)
{
    if (m_seen.contains(page.digest) || m_asked.contains(page.digest))
        return;
    m_asked.insert(page.digest);
    inMainThread(
        m_context.session.file(page.digest)
            .then(QtFuture::Launch::Async,
                [page](const Result<QByteArray>& bytes) { return bytes ? seenPage(*bytes, page) : PreparedPage{}; }))
        .then(this, [this, digest = page.digest](const PreparedPage& seen) {
            m_asked.remove(digest); // one that did not come is asked for again when it is shown again
            if (seen.small.isNull())
                return;
            m_seen.insert(digest, {seen.small, seen.warnings, seen.blank});
            Q_EMIT pictureReady(digest);
        });
}

} // namespace kuaiban::counter

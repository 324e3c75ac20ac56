#include "PageFeed.h"

#include "modules/base/InMainThread.h"

#include <QtConcurrentRun>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int ScanDpi = 300;

DeviceFamily usualDevice(const DeviceSet& devices, const QString& task)
{
    const bool onlyCamera = devices.has(DeviceFamily::Camera) && !devices.has(DeviceFamily::Scanner);
    return devices.chosenFor(task).value_or(onlyCamera ? DeviceFamily::Camera : DeviceFamily::Scanner);
}

DeviceFamily otherDevice(const DeviceSet& devices, const QString& task)
{
    const bool toScanner = usualDevice(devices, task) == DeviceFamily::Camera && devices.has(DeviceFamily::Scanner);
    return toScanner ? DeviceFamily::Scanner : DeviceFamily::Camera;
}

} // namespace

void putPage(QList<casework::Page>* pages, const PaperPlace& place, const casework::Page& page)
{
    const auto replaced = std::find_if(
        pages->begin(), pages->end(), [&](const casework::Page& old) { return old.digest == place.replaces; });
    if (replaced != pages->end())
        *replaced = page;
    else if (!place.isChange)
        pages->append(page);
}

PageFeed::PageFeed(const PageContext& context, QObject* parent)
    : QObject(parent)
    , m_context(context)
{
    follow(DeviceFamily::Scanner, context.devices.scanner());
    follow(DeviceFamily::Camera, context.devices.camera());
}

void PageFeed::follow(DeviceFamily family, const devices::ScanStation& station)
{
    using devices::ScanStation;
    const bool camera = family == DeviceFamily::Camera;
    connect(&station, &ScanStation::pageScanned, this,
        [this, family, camera](int ticket, const devices::ScannedPage& page) {
            const auto scan = m_scans.constFind({family, ticket});
            if (scan == m_scans.constEnd())
                return;
            if (page.blank && scan->pile) { // the back of a one-sided paper
                Q_EMIT blankSkipped(scan->place);
                return;
            }
            prepare({scan->place, scan->pile, 0, camera}, QtConcurrent::run([page, pile = scan->pile != nullptr] {
                return Result<PreparedPage>(pile ? preparedFromPile(page) : preparedScan(page));
            }));
        });
    connect(&station, &ScanStation::finished, this, [this, family](int ticket, int pages) {
        if (!m_scans.contains({family, ticket}))
            return;
        const auto scan = m_scans.take({family, ticket});
        Q_EMIT finished(pages);
        endPile(scan.pile);
    });
    connect(&station, &ScanStation::failed, this, [this, family](int ticket, const Error& error) {
        if (!m_scans.contains({family, ticket}))
            return;
        const auto scan = m_scans.take({family, ticket});
        Q_EMIT failed(error); // pages that came before stay
        endPile(scan.pile);
    });
}

DeviceFamily PageFeed::deviceFor(const PaperPlace& place, ScanWay way) const
{
    const QString task = place.role.isEmpty() ? u"papers"_s : u"identity"_s;
    switch (way) {
    case ScanWay::Usual:
        return usualDevice(m_context.devices, task);
    case ScanWay::Other:
        return otherDevice(m_context.devices, task);
    case ScanWay::Feeder:
        break;
    }
    return DeviceFamily::Scanner;
}

QString PageFeed::otherWords() const
{
    const auto other = otherDevice(m_context.devices, u"papers"_s);
    if (other != otherDevice(m_context.devices, u"identity"_s))
        return tr("Take the page with the other device");
    return other == DeviceFamily::Camera ? tr("Photograph with the document camera") : tr("Scan with the scanner");
}

ScanWay PageFeed::wayOf(const PaperPlace& place, const QString& digest) const
{
    const bool byCamera = deviceFor(place, ScanWay::Usual) == DeviceFamily::Camera;
    return m_seen.value(digest).photographed.value_or(byCamera) == byCamera ? ScanWay::Usual : ScanWay::Other;
}

bool PageFeed::isScanning(const PaperPlace& place, ScanWay way) const
{
    const auto family = deviceFor(place, way);
    return std::any_of(
        m_scans.keyBegin(), m_scans.keyEnd(), [family](const Ticket& ticket) { return ticket.first == family; });
}

void PageFeed::scan(const PaperPlace& place, ScanWay way, const QList<PaperLine>& papers)
{
    const bool feeder = way == ScanWay::Feeder;
    const devices::ScanJob job{feeder ? devices::ScanSource::Duplex : devices::ScanSource::Flatbed,
        devices::ScanMode::Color, ScanDpi, feeder ? 0 : 1};
    const auto pile = feeder ? std::make_shared<Pile>(Pile{PaperPile(place, papers)}) : nullptr;
    const auto family = deviceFor(place, way);
    auto& station = family == DeviceFamily::Camera ? m_context.devices.camera() : m_context.devices.scanner();
    m_scans.insert({family, station.scan(job)}, {place, pile});
}

void PageFeed::addFiles(const PaperPlace& place, const QStringList& paths)
{
    for (const auto& path : paths) // each for itself: one that cannot be read keeps none of the others back
        prepare({place}, QtConcurrent::run([path] { return preparedFile(path); }));
}

void PageFeed::addPortrait(const PaperPlace& place, const QString& path)
{
    prepare({place}, QtConcurrent::run([path] { return preparedPortrait(path); }));
}

void PageFeed::addDrawing(const PaperPlace& place, const QImage& drawing)
{
    prepare({place}, QtConcurrent::run([drawing] { return Result<PreparedPage>(preparedDrawing(drawing)); }));
}

int PageFeed::change(const PaperPlace& place, const QList<casework::Page>& pages, const PageChange& change)
{
    PaperPlace replaced = place;
    replaced.replaces = pages.constFirst().digest;
    replaced.isChange = true;
    QList<QFuture<Result<QByteArray>>> files;
    for (const auto& page : pages)
        files.append(m_context.session.file(page.digest));
    prepare({replaced, {}, ++m_lastChange, m_seen.value(replaced.replaces).photographed},
        QtFuture::whenAll(files.begin(), files.end())
            .then(QtFuture::Launch::Async,
                [pages, change](const QList<QFuture<Result<QByteArray>>>& kept) -> Result<PreparedPage> {
                    QList<PageFile> all;
                    for (qsizetype i = 0; i < pages.size(); ++i) {
                        KB_TRY(const auto bytes, kept.at(i).result());
                        all.append({pages.at(i), bytes});
                    }
                    return change(all);
                }));
    return m_lastChange;
}

void PageFeed::prepare(const InLine& place, QFuture<Result<PreparedPage>> page)
{
    const auto mine = std::make_shared<InLine>(place);
    m_line.append(mine);
    if (mine->pile)
        ++mine->pile->underway;
    inMainThread(std::move(page)).then(this, [this, mine](const Result<PreparedPage>& prepared) {
        mine->page = prepared;
        while (!m_line.isEmpty() && m_line.constFirst()->page)
            take(m_line.takeFirst());
    });
}

void PageFeed::take(const InLinePtr& next)
{
    const auto& ready = *next->page;
    if (!ready) {
        end(next, ready.error());
    } else if (ready->separator) {
        const auto separated = next->pile->pile.separate(*ready->separator);
        end(next, separated ? std::nullopt : std::optional(separated.error()));
    } else {
        keep(next, next->pile ? next->pile->pile.place() : next->place, *ready);
    }
}

void PageFeed::keep(const InLinePtr& next, const PaperPlace& place, const PreparedPage& page)
{
    ++m_keeping;
    m_context.session.keepFile(page.bytes)
        .then(this, [this, next, place, kept = page.page,
                        seen = Seen{page.small, page.warnings, page.blank, next->photographed}](
                        const Result<QString>& digest) mutable {
            --m_keeping;
            if (!digest) {
                end(next, digest.error());
                return;
            }
            kept.digest = *digest;
            m_seen.insert(*digest, seen);
            if (next->pile)
                next->pile->pile.count(place.paper);
            Q_EMIT pageReady(place, kept);
            end(next, {});
        });
}

void PageFeed::end(const InLinePtr& next, const std::optional<Error>& error)
{
    if (error)
        Q_EMIT failed(*error);
    if (next->change > 0)
        Q_EMIT changeEnded(next->change, !error);
    if (!next->pile)
        return;
    --next->pile->underway;
    next->pile->isSpoilt = next->pile->isSpoilt || error;
    tellOf(next->pile);
}

void PageFeed::endPile(const std::shared_ptr<Pile>& pile)
{
    if (!pile)
        return;
    pile->isEmpty = true;
    tellOf(pile);
}

void PageFeed::tellOf(const std::shared_ptr<Pile>& pile)
{
    if (!pile->isEmpty || pile->underway > 0 || !pile->pile.isSeparated())
        return;
    if (const auto shares = pile->pile.shares(); !shares.isEmpty() || !pile->isSpoilt)
        Q_EMIT separated(shares);
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

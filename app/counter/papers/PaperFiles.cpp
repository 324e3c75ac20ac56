#include "PaperFiles.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfDocument>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr double PdfDotsPerPoint = 2.5; // 180 dpi: sharp at twice the width of the pane

bool isPdf(const QString& media)
{
    return media == "application/pdf"_L1;
}

} // namespace

PaperFiles::PaperFiles(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{}

void PaperFiles::begin(const QStringList& digests)
{
    ++m_round;
    m_waiting = digests;
    m_waiting.removeDuplicates();
    m_running.clear();
    m_files.clear();
    m_problems.clear();
    if (!std::exchange(m_missing, {}).isEmpty())
        Q_EMIT missingChanged();
    fetchNext();
}

void PaperFiles::hurry(const QString& digest)
{
    if (digest == m_running || m_files.contains(digest))
        return;
    m_waiting.removeAll(digest);
    m_waiting.prepend(digest);
    if (m_running.isEmpty())
        fetchNext();
}

void PaperFiles::fetchNext()
{
    if (m_waiting.isEmpty())
        return;
    m_running = m_waiting.takeFirst();
    m_session.file(m_running).then(this, [this, round = m_round, digest = m_running](const Result<QByteArray>& bytes) {
        if (round != m_round)
            return;
        take(digest, bytes);
        m_running.clear();
        fetchNext();
    });
}

void PaperFiles::take(const QString& digest, const Result<QByteArray>& bytes)
{
    if (bytes) {
        m_files.insert(digest, *bytes);
        m_problems.remove(digest);
        if (m_missing.remove(digest))
            Q_EMIT missingChanged();
        Q_EMIT arrived(digest);
        return;
    }
    m_problems.insert(digest, bytes.error());
    // Only the hub knows that a page has not arrived; a cut line says nothing about it.
    if (bytes.error().is("blobs.missing"_L1) && !m_missing.contains(digest)) {
        m_missing.insert(digest);
        Q_EMIT missingChanged();
    }
    Q_EMIT unavailable(digest, bytes.error());
}

QImage decodePage(const QByteArray& bytes, const QString& media, int pdfPage)
{
    if (!isPdf(media))
        return QImage::fromData(bytes);
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document(nullptr);
    document.load(&buffer);
    if (document.status() != QPdfDocument::Status::Ready || pdfPage >= document.pageCount())
        return {};
    const QSizeF points = document.pagePointSize(pdfPage);
    const QImage page = document.render(pdfPage, (points * PdfDotsPerPoint).toSize());
    QImage white(page.size(), QImage::Format_RGB32); // PDF pages have no ground of their own
    white.fill(Qt::white);
    QPainter(&white).drawImage(0, 0, page);
    return white;
}

int pagesIn(const QByteArray& bytes, const QString& media)
{
    if (!isPdf(media))
        return 1;
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document(nullptr);
    document.load(&buffer);
    return std::max(1, document.pageCount());
}

} // namespace kuaiban::counter

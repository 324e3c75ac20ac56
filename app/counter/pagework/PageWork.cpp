#include "PageWork.h"

#include "PaperErrors.h"
#include "SeparatorCode.h"

#include "devices/scanner/PageEncoder.h"
#include "devices/scanner/PageQuality.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QPainter>
#include <QPdfDocument>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int SmallWidth = 240;              // pixels; enough for the sheets at 200 %
constexpr int DocumentWidth = 1240;          // pixels a PDF page is drawn with for looking at it, A4 at 150 dpi
constexpr qint64 MostPhotoBytes = 1'500'000; // a photo above is compressed anew
constexpr int MostPhotoSide = 3508;          // pixels, A4 at 300 dpi
constexpr int PortraitDpi = 350;
constexpr int DrawingDpi = 192; // twice the resolution of a screen
constexpr double A4WidthInches = 210.0 / 25.4;

QImage small(const QImage& image)
{
    return image.isNull() ? image : image.scaledToWidth(SmallWidth, Qt::SmoothTransformation);
}

QImage firstPage(const QByteArray& bytes, int width)
{
    QByteArray copy = bytes;
    QBuffer buffer(&copy);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document(nullptr);
    document.load(&buffer);
    if (document.status() != QPdfDocument::Status::Ready || document.pageCount() < 1)
        return {};
    const QSizeF points = document.pagePointSize(0);
    if (points.isEmpty())
        return {};
    const QImage page = document.render(0, (points * (width / points.width())).toSize());
    QImage paper(page.size(), QImage::Format_RGB32); // a PDF has no ground of its own
    paper.fill(Qt::white);
    QPainter(&paper).drawImage(0, 0, page);
    return paper;
}

// The resolution a photo of an A4 sheet has; nobody knows what was photographed, and papers are A4.
int likelyDpi(const QImage& image)
{
    return qBound(72, static_cast<int>(qMin(image.width(), image.height()) / A4WidthInches + 0.5), 600);
}

PreparedPage picture(const QByteArray& bytes, const QString& media, const QImage& image, int dpi)
{
    const auto analysis = devices::analysePage(image);
    return {bytes, {{}, media, image.width(), image.height(), dpi, bytes.size()}, small(image), analysis.blank,
        analysis.quality.warnings};
}

// Of a file of a kind that a case may hold.
Result<QByteArray> bytesOf(const QString& path)
{
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly))
        return fail(paperUnreadable(name));
    constexpr qint64 million = 1'000'000;
    if (file.size() > MostPaperBytes)
        return fail(paperTooLarge(name, (file.size() + million - 1) / million, MostPaperBytes / million));
    const QByteArray bytes = file.read(MostPaperBytes + 1);
    if (mediaOf(bytes).isEmpty())
        return fail(paperKindUnknown(name));
    return bytes;
}

} // namespace

QString mediaOf(QByteArrayView bytes)
{
    if (bytes.startsWith("\xFF\xD8\xFF"))
        return u"image/jpeg"_s;
    if (bytes.startsWith("\x89PNG\r\n\x1A\n"))
        return u"image/png"_s;
    if (bytes.startsWith("%PDF-"))
        return u"application/pdf"_s;
    return {};
}

PreparedPage preparedPicture(const devices::ScannedPage& page, const QImage& picture)
{
    return {page.bytes,
        {{}, page.format == "png"_L1 ? u"image/png"_s : u"image/jpeg"_s, page.width, page.height, page.dpi,
            page.bytes.size()},
        small(picture), page.blank, page.quality.warnings};
}

PreparedPage preparedScan(const devices::ScannedPage& page)
{
    return preparedPicture(page, QImage::fromData(page.bytes));
}

PreparedPage preparedFromPile(const devices::ScannedPage& page)
{
    const auto picture = QImage::fromData(page.bytes);
    auto prepared = preparedPicture(page, picture);
    prepared.separator = separatorOn(picture);
    return prepared;
}

Result<PreparedPage> preparedFile(const QString& path)
{
    const QString name = QFileInfo(path).fileName();
    KB_TRY(const QByteArray bytes, bytesOf(path));
    const QString media = mediaOf(bytes);
    if (media == "application/pdf"_L1) {
        const QImage first = firstPage(bytes, SmallWidth);
        if (first.isNull())
            return fail(paperUnreadable(name));
        return PreparedPage{bytes, {{}, media, 0, 0, 0, bytes.size()}, first, false, {}};
    }
    QByteArray copy = bytes;
    QBuffer buffer(&copy);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true); // a phone writes down how it was held
    const bool upright = reader.transformation() == QImageIOHandler::TransformationNone;
    const QImage image = reader.read();
    if (image.isNull())
        return fail(paperUnreadable(name));
    if (upright && bytes.size() <= MostPhotoBytes && qMax(image.width(), image.height()) <= MostPhotoSide)
        return picture(bytes, media, image, likelyDpi(image));
    const bool large = qMax(image.width(), image.height()) > MostPhotoSide;
    const QImage fitted =
        large ? image.scaled(MostPhotoSide, MostPhotoSide, Qt::KeepAspectRatio, Qt::SmoothTransformation) : image;
    KB_TRY(const auto page, devices::encodePage(fitted, devices::ScanMode::Color, likelyDpi(fitted), 1));
    return preparedPicture(page, fitted);
}

Result<PreparedPage> preparedPortrait(const QString& path)
{
    const QString name = QFileInfo(path).fileName();
    KB_TRY(QByteArray bytes, bytesOf(path));
    if (mediaOf(bytes) == "application/pdf"_L1)
        return fail(paperKindUnknown(name));
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QImage image = reader.read();
    if (image.isNull())
        return fail(paperUnreadable(name));
    const QSize cut = PortraitSize.scaled(image.size(), Qt::KeepAspectRatio);
    if (cut.width() < PortraitSize.width())
        return fail(portraitSmall(name, image.width(), image.height(), PortraitSize.width(), PortraitSize.height()));
    const QRect middle(QPoint((image.width() - cut.width()) / 2, (image.height() - cut.height()) / 2), cut);
    const QImage portrait = image.copy(middle).scaled(PortraitSize, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    KB_TRY(const auto page, devices::encodePage(portrait, devices::ScanMode::Color, PortraitDpi, 1));
    auto prepared = preparedPicture(page, portrait);
    prepared.warnings.clear(); // those of papers: a face on white is pale by them
    prepared.blank = false;
    return prepared;
}

PreparedPage preparedDrawing(const QImage& drawing)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    drawing.save(&buffer, "PNG");
    return {bytes, {{}, u"image/png"_s, drawing.width(), drawing.height(), DrawingDpi, bytes.size()}, small(drawing),
        false, {}};
}

bool isDrawing(const casework::Page& page)
{
    return page.media == "image/png"_L1 && page.dpi == DrawingDpi;
}

PreparedPage seenPage(const QByteArray& bytes, const casework::Page& page)
{
    if (page.media == "application/pdf"_L1)
        return {bytes, page, firstPage(bytes, SmallWidth), false, {}};
    const auto image = QImage::fromData(bytes);
    if (image.isNull())
        return {bytes, page, {}, false, {}};
    const auto analysis = devices::analysePage(image);
    return {bytes, page, small(image), analysis.blank, analysis.quality.warnings};
}

QImage pictureOf(const QByteArray& bytes, const QString& media)
{
    return media == "application/pdf"_L1 ? firstPage(bytes, DocumentWidth) : QImage::fromData(bytes);
}

} // namespace kuaiban::counter

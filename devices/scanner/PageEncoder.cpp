#include "PageEncoder.h"

#include "PageQuality.h"
#include "ScannerErrors.h"

#include <QBuffer>
#include <QImageWriter>

namespace kuaiban::devices {

namespace {

constexpr qint64 BudgetBytes = 600 * 1024;
constexpr qint64 A4Pixels = 2480 * 3508;
constexpr int LineartThreshold = 150;

qint64 budgetOf(const QImage& image)
{
    const qint64 pixels = qint64(image.width()) * image.height();
    return std::max(BudgetBytes, BudgetBytes * pixels / A4Pixels);
}

QByteArray encoded(const QImage& image, const QByteArray& format, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setQuality(quality);
    writer.setOptimizedWrite(true);
    return writer.write(image) ? bytes : QByteArray();
}

// A plain threshold: dithering would turn paper texture into dots that cost bytes and blur letters.
QImage lineart(const QImage& image)
{
    const auto grey = image.convertToFormat(QImage::Format_Grayscale8);
    QImage mono(grey.size(), QImage::Format_Mono);
    mono.setColorTable({qRgb(0, 0, 0), qRgb(255, 255, 255)});
    mono.fill(0);
    for (int y = 0; y < grey.height(); ++y) {
        const uchar* const from = grey.constScanLine(y);
        uchar* const to = mono.scanLine(y);
        for (int x = 0; x < grey.width(); ++x) {
            if (from[x] >= LineartThreshold)
                to[x / 8] = static_cast<uchar>(to[x / 8] | (0x80 >> (x % 8)));
        }
    }
    return mono;
}

} // namespace

Result<ScannedPage> encodePage(const QImage& image, ScanMode mode, int dpi, int number)
{
    if (image.isNull())
        return fail(scannerBadImage(u"the page has no pixels"_s));
    auto picture = mode == ScanMode::Color  ? image.convertToFormat(QImage::Format_RGB888)
                   : mode == ScanMode::Gray ? image.convertToFormat(QImage::Format_Grayscale8)
                                            : lineart(image);
    const int dotsPerMetre = static_cast<int>(dpi / 0.0254 + 0.5);
    picture.setDotsPerMeterX(dotsPerMetre);
    picture.setDotsPerMeterY(dotsPerMetre);

    const auto analysis = analysePage(image);
    ScannedPage page{number, {}, u"png"_s, picture.width(), picture.height(), dpi, analysis.blank, analysis.quality};
    if (mode == ScanMode::Lineart) {
        page.bytes = encoded(picture, "png", -1);
    } else {
        page.format = u"jpeg"_s;
        for (const int quality : {85, 80, 75, 70}) {
            page.bytes = encoded(picture, "jpeg", quality);
            if (page.bytes.size() <= budgetOf(picture))
                break;
        }
    }
    if (page.bytes.isEmpty())
        return fail(scannerNoMemory());
    if (page.bytes.size() > budgetOf(picture))
        page.quality.warnings.append(u"large"_s);
    return page;
}

} // namespace kuaiban::devices

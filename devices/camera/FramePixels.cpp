#include "FramePixels.h"

#include "devices/scanner/ScannerErrors.h"

#include <QBuffer>
#include <QImageReader>

#include <algorithm>

namespace kuaiban::devices {

namespace {

constexpr int Marker = 0xff;
constexpr int StartOfImage = 0xd8;
constexpr int EndOfImage = 0xd9;
constexpr int StartOfScan = 0xda;

int byteAt(QByteArrayView bytes, qsizetype at)
{
    return static_cast<quint8>(bytes[at]);
}

// The place of the marker that ends the compressed pixels; a zero after 0xff stands for 0xff itself, and restart
// markers may lie between.
qsizetype endOfScan(QByteArrayView bytes, qsizetype at)
{
    for (; at + 1 < bytes.size(); ++at) {
        const int next = byteAt(bytes, at + 1);
        const bool isRestart = next >= 0xd0 && next <= 0xd7;
        if (byteAt(bytes, at) == Marker && next != 0 && next != Marker && !isRestart)
            return at;
    }
    return bytes.size();
}

// Whether a JPEG goes on to its end. The decoder would fill up a torn one with grey and say nothing, and a page with a
// grey lower half could go to the archive. What cameras put behind the end does not matter.
bool isWholeJpeg(QByteArrayView bytes)
{
    if (bytes.size() < 4 || byteAt(bytes, 0) != Marker || byteAt(bytes, 1) != StartOfImage)
        return false;
    qsizetype at = 2;
    bool hasPixels = false;
    while (at + 1 < bytes.size() && byteAt(bytes, at) == Marker) {
        const int kind = byteAt(bytes, at + 1);
        if (kind == EndOfImage)
            return hasPixels;
        if (kind == Marker) { // a marker may be padded in front
            ++at;
            continue;
        }
        if (kind == StartOfImage || at + 3 >= bytes.size()) // the next frame has begun within this one
            return false;
        at += 2 + 256 * byteAt(bytes, at + 2) + byteAt(bytes, at + 3);
        if (kind == StartOfScan) {
            hasPixels = true;
            at = endOfScan(bytes, at);
        }
    }
    return false;
}

Result<QImage> imageFromMjpg(QByteArrayView bytes, QSize size)
{
    if (!isWholeJpeg(bytes))
        return fail(scannerBadImage(u"a torn JPEG"_s));
    auto copy = bytes.toByteArray();
    QBuffer buffer(&copy);
    QImageReader reader(&buffer, "jpeg");
    if (reader.size() != size)
        return fail(scannerBadImage(u"a JPEG of another size than agreed"_s));
    const auto image = reader.read();
    if (image.isNull())
        return fail(scannerBadImage(reader.errorString()));
    return image;
}

// BT.601 with luma from 16 to 235, as webcams deliver it; in 256ths.
QRgb pixelOf(int luma, int blue, int red)
{
    const int light = 298 * (luma - 16) + 128;
    const auto part = [](int value) { return std::clamp(value >> 8, 0, 255); };
    return qRgb(part(light + 409 * red), part(light - 100 * blue - 208 * red), part(light + 516 * blue));
}

Result<QImage> imageFromYuyv(QByteArrayView bytes, QSize size, int lineBytes)
{
    const qint64 used = 2 * qint64(size.width());
    if (size.isEmpty() || size.width() % 2 != 0 || lineBytes < used)
        return fail(scannerBadImage(u"no layout of YUYV"_s));
    if (bytes.size() < qint64(lineBytes) * (size.height() - 1) + used)
        return fail(scannerBadImage(u"a frame that ends early"_s));
    QImage image(size, QImage::Format_RGB32);
    if (image.isNull())
        return fail(scannerNoMemory());
    for (int y = 0; y < size.height(); ++y) {
        const auto* from = reinterpret_cast<const quint8*>(bytes.data()) + qint64(lineBytes) * y;
        auto* to = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < size.width(); x += 2, from += 4) {
            *to++ = pixelOf(from[0], from[1] - 128, from[3] - 128);
            *to++ = pixelOf(from[2], from[1] - 128, from[3] - 128);
        }
    }
    return image;
}

} // namespace

Result<QImage> imageFromFrame(QByteArrayView bytes, const CameraFormat& format, int lineBytes)
{
    return format.encoding == FrameEncoding::Mjpg ? imageFromMjpg(bytes, format.size)
                                                  : imageFromYuyv(bytes, format.size, lineBytes);
}

} // namespace kuaiban::devices

#include "Picture.h"

#include "CairoPointer.h"
#include "DocumentsErrors.h"

#include <QRect>
#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace kuaiban::documents {

namespace {

constexpr auto PngMark = "\x89PNG\r\n\x1a\n";
constexpr qsizetype PngHead = 24;          // up to the height
constexpr double FinestPrint = 600 / 72.0; // pixels a point
constexpr quint32 Palest = 0xf4;           // what is lighter counts as the ground when the edges are looked for

struct Rest
{
    const char* at;
    qsizetype size;
};

cairo_status_t readOn(void* source, unsigned char* data, unsigned int length)
{
    auto* rest = static_cast<Rest*>(source);
    if (rest->size < qsizetype(length))
        return CAIRO_STATUS_READ_ERROR;
    std::memcpy(data, rest->at, length);
    rest->at += length;
    rest->size -= qsizetype(length);
    return CAIRO_STATUS_SUCCESS;
}

// Its size is known before a byte of it is unpacked.
Result<QSize> sizeOf(const QByteArray& png)
{
    if (png.size() > MostPictureBytes)
        return fail(pictureTooLarge(0, 0, png.size()));
    if (png.size() < PngHead || !png.startsWith(PngMark))
        return fail(pictureUnreadable());
    const qint64 width = qFromBigEndian<quint32>(png.constData() + 16);
    const qint64 height = qFromBigEndian<quint32>(png.constData() + 20);
    if (width == 0 || height == 0)
        return fail(pictureUnreadable());
    if (width > MostPicturePixels || height > MostPicturePixels || width * height > MostPicturePixels)
        return fail(pictureTooLarge(width, height, png.size()));
    return QSize(int(width), int(height));
}

// A part of the picture on white, in this many pixels.
Result<CairoSurface> onWhite(cairo_surface_t* picture, const QRect& part, const QSize& size)
{
    CairoSurface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, size.width(), size.height()));
    const CairoContext context(cairo_create(surface.get()));
    cairo_set_source_rgb(context.get(), 1, 1, 1);
    cairo_paint(context.get());
    cairo_scale(context.get(), double(size.width()) / part.width(), double(size.height()) / part.height());
    cairo_set_source_surface(context.get(), picture, -part.x(), -part.y());
    cairo_pattern_set_filter(cairo_get_source(context.get()), CAIRO_FILTER_BEST);
    cairo_paint(context.get());
    cairo_surface_flush(surface.get());
    if (const auto status = cairo_status(context.get()); status != CAIRO_STATUS_SUCCESS)
        return fail(renderFailed(QString::fromUtf8(cairo_status_to_string(status))));
    return surface;
}

const quint32* rowOf(cairo_surface_t* surface, int row)
{
    return reinterpret_cast<const quint32*>(
        cairo_image_surface_get_data(surface) + qsizetype(row) * cairo_image_surface_get_stride(surface));
}

quint32 darkest(quint32 pixel)
{
    return std::min({pixel >> 16 & 0xff, pixel >> 8 & 0xff, pixel & 0xff});
}

QRect inkOf(cairo_surface_t* surface, const QSize& size)
{
    QRect ink;
    for (int row = 0; row < size.height(); ++row) {
        const auto* pixels = rowOf(surface, row);
        int first = 0;
        while (first < size.width() && darkest(pixels[first]) > Palest)
            ++first;
        if (first == size.width())
            continue;
        int last = size.width() - 1;
        while (darkest(pixels[last]) > Palest)
            --last;
        ink |= QRect(QPoint(first, row), QPoint(last, row));
    }
    return ink;
}

// The ink that gives this colour on white.
quint32 inkFor(quint32 pixel)
{
    const quint32 ground = darkest(pixel);
    return (0xff - ground) << 24 | ((pixel & 0xffffff) - ground * 0x010101);
}

} // namespace

Result<Picture> readPicture(const QByteArray& png, double boxWidth, double boxHeight)
{
    KB_TRY(const auto size, sizeOf(png));
    Rest rest{png.constData(), png.size()};
    const CairoSurface source(cairo_image_surface_create_from_png_stream(readOn, &rest));
    if (cairo_surface_status(source.get()) != CAIRO_STATUS_SUCCESS)
        return fail(pictureUnreadable());
    KB_TRY(const auto whole, onWhite(source.get(), QRect(QPoint(), size), size));
    const QRect ink = inkOf(whole.get(), size);
    if (ink.isEmpty())
        return fail(pictureUnreadable());

    const double scale = std::min(boxWidth / ink.width(), boxHeight / ink.height()); // points a pixel
    Picture picture;
    picture.width = ink.width() * scale;
    picture.height = ink.height() * scale;
    picture.columns = std::clamp(int(picture.width * FinestPrint), 1, ink.width());
    picture.rows = std::clamp(int(picture.height * FinestPrint), 1, ink.height());
    KB_TRY(const auto drawn, onWhite(source.get(), ink, {picture.columns, picture.rows}));
    picture.pixels.reserve(size_t(picture.columns) * size_t(picture.rows));
    for (int row = 0; row < picture.rows; ++row) {
        for (const auto *pixel = rowOf(drawn.get(), row), *end = pixel + picture.columns; pixel != end; ++pixel)
            picture.pixels.push_back(inkFor(*pixel));
    }
    return picture;
}

} // namespace kuaiban::documents

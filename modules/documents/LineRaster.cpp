#include "LineRaster.h"

#include "CairoPointer.h"
#include "Columns.h"

#include <pango/pangocairo.h>

namespace kuaiban::documents {

namespace {

constexpr int DotsPerHanzi = 2 * DotsPerColumn;
constexpr int BoldWeight = 700;
// Outlines are drawn grey and cut here: lower than half, because thin strokes of a fall-back font would break
// otherwise.
constexpr int BlackFrom = 100;

struct ObjectUnref
{
    void operator()(void* object) const { g_object_unref(object); }
};

// A character with the marks that belong to it.
QStringList cells(const QString& text)
{
    QStringList list;
    for (const char32_t character : text.toUcs4()) {
        const auto piece = QString::fromUcs4(&character, 1);
        if (columnsOf(character) == 0 && !list.isEmpty())
            list.last() += piece;
        else
            list.append(piece);
    }
    return list;
}

int startOf(const ReceiptText& line, int width, int dots)
{
    switch (line.align) {
    case ReceiptText::Align::Left:
        return 0;
    case ReceiptText::Align::Center:
        return (dots - width) / 2;
    case ReceiptText::Align::Right:
        return dots - width;
    }
    return 0;
}

QByteArray blackBits(cairo_surface_t* surface, int dots, int height)
{
    cairo_surface_flush(surface);
    const unsigned char* grey = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    QByteArray bits(qsizetype(dots) / 8 * height, '\0');
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < dots; ++x) {
            if (grey[y * stride + x] >= BlackFrom) {
                const qsizetype byte = qsizetype(y) * (dots / 8) + x / 8;
                bits[byte] = char(uchar(bits.at(byte)) | (0x80 >> (x % 8)));
            }
        }
    }
    return bits;
}

} // namespace

ReceiptRaster rasterLine(const ReceiptText& line, const Typeface& typeface, int dots, FontSet& fonts)
{
    const int scale = line.doubleSize ? 2 : 1;
    const int height = (DotsPerHanzi + 4) * scale; // a little air, as between the printer's own lines
    const CairoSurface surface(cairo_image_surface_create(CAIRO_FORMAT_A8, dots, height));
    const CairoContext context(cairo_create(surface.get()));
    const std::unique_ptr<PangoLayout, ObjectUnref> layout(pango_layout_new(fonts.context()));
    const Typeface drawn{typeface.family, line.bold ? BoldWeight : typeface.weight};
    PangoFontDescription* description = fonts.describe(drawn, DotsPerHanzi * scale);
    pango_layout_set_font_description(layout.get(), description);
    pango_font_description_free(description);

    double x = startOf(line, columnsOf(line.text) * DotsPerColumn * scale, dots);
    const double baseline = (0.88 * DotsPerHanzi + 2) * scale;
    for (const auto& cell : cells(line.text)) {
        const double cellWidth = columnsOf(cell) * DotsPerColumn * scale;
        const auto utf8 = cell.toUtf8();
        pango_layout_set_text(layout.get(), utf8.constData(), int(utf8.size()));
        PangoRectangle extents;
        PangoLayoutLine* shaped = pango_layout_get_line_readonly(layout.get(), 0);
        pango_layout_line_get_extents(shaped, nullptr, &extents);
        cairo_move_to(context.get(), x + (cellWidth - double(extents.width) / PANGO_SCALE) / 2, baseline);
        pango_cairo_show_layout_line(context.get(), shaped);
        x += cellWidth;
    }
    return {dots, height, blackBits(surface.get(), dots, height), line.text};
}

} // namespace kuaiban::documents

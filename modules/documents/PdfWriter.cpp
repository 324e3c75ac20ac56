#include "PdfWriter.h"

#include "CairoPointer.h"
#include "DocumentsErrors.h"
#include "FontSubset.h"

#include "modules/base/Clock.h"

#include <cairo-pdf.h>

namespace kuaiban::documents {

using namespace Qt::StringLiterals;

namespace {

using Subsets = std::map<hb_face_t*, FontSubset>;

Result<Subsets> embed(const std::vector<Sheet>& sheets, FontSet& fonts)
{
    std::map<hb_face_t*, std::set<quint32>> used;
    std::vector<hb_face_t*> order; // by first use, so that no address decides the order in the file
    for (const auto& sheet : sheets) {
        for (const auto& text : sheet.texts) {
            for (const auto& run : text.line.runs) {
                auto [it, isNew] = used.try_emplace(run.face);
                if (isNew)
                    order.push_back(run.face);
                for (const auto& glyph : run.glyphs)
                    it->second.insert(glyph.id);
            }
        }
    }
    Subsets subsets;
    for (hb_face_t* face : order) {
        KB_TRY(auto subset, FontSubset::make(fonts.bareFace(face), used.at(face)));
        subsets.emplace(face, std::move(subset));
    }
    return subsets;
}

void setInk(cairo_t* context, Ink ink)
{
    switch (ink) {
    case Ink::Black:
        return cairo_set_source_rgb(context, 0, 0, 0);
    case Ink::Red:
        return cairo_set_source_rgb(context, 0.84, 0.05, 0.07);
    case Ink::Grey:
        return cairo_set_source_rgb(context, 0.4, 0.4, 0.4);
    case Ink::Pale:
        return cairo_set_source_rgb(context, 0.92, 0.92, 0.92);
    }
}

void drawRun(cairo_t* context, const GlyphRun& run, const FontSubset& font)
{
    std::vector<cairo_glyph_t> glyphs;
    for (const auto& glyph : run.glyphs)
        glyphs.push_back({font.glyph(glyph.id), glyph.x, glyph.y});
    std::vector<cairo_text_cluster_t> clusters;
    for (const auto& cluster : run.clusters)
        clusters.push_back({cluster.bytes, cluster.glyphs});
    cairo_set_font_face(context, font.face());
    cairo_set_font_size(context, run.size);
    cairo_show_text_glyphs(context, run.utf8.constData(), int(run.utf8.size()), glyphs.data(), int(glyphs.size()),
        clusters.data(), int(clusters.size()), cairo_text_cluster_flags_t{});
}

void draw(cairo_t* context, const TextItem& text, const Subsets& subsets)
{
    cairo_save(context);
    setInk(context, text.ink);
    cairo_translate(context, text.x, text.baseline);
    cairo_rotate(context, text.angle);
    for (const auto& run : text.line.runs)
        drawRun(context, run, subsets.at(run.face));
    cairo_restore(context);
}

void draw(cairo_t* context, const StrokeItem& stroke)
{
    setInk(context, stroke.ink);
    cairo_set_line_width(context, stroke.width);
    cairo_move_to(context, stroke.x1, stroke.y1);
    cairo_line_to(context, stroke.x2, stroke.y2);
    cairo_stroke(context);
}

// Neighbouring modules of a row are one rectangle: fewer seams for a printer to open.
void draw(cairo_t* context, const QrItem& code)
{
    setInk(context, Ink::Black);
    const double module = code.size / code.side;
    for (int row = 0; row < code.side; ++row) {
        for (int column = 0; column < code.side;) {
            int end = column;
            while (end < code.side && code.modules.at(qsizetype(row) * code.side + end) != 0)
                ++end;
            if (end > column)
                cairo_rectangle(
                    context, code.x + column * module, code.y + row * module, (end - column) * module, module);
            column = end + 1;
        }
    }
    cairo_fill(context);
}

void draw(cairo_t* context, const PictureItem& item)
{
    const auto& picture = *item.picture;
    const CairoSurface surface(cairo_image_surface_create_for_data(
        reinterpret_cast<unsigned char*>(const_cast<quint32*>(picture.pixels.data())), CAIRO_FORMAT_ARGB32,
        picture.columns, picture.rows, picture.columns * int(sizeof(quint32))));
    cairo_save(context);
    cairo_translate(context, item.x, item.y);
    cairo_scale(context, picture.width / picture.columns, picture.height / picture.rows);
    cairo_set_source_surface(context, surface.get(), 0, 0);
    cairo_paint(context);
    cairo_restore(context);
}

void setMetadata(cairo_surface_t* surface, const PdfMeta& meta)
{
    const auto set = [surface](cairo_pdf_metadata_t name, const QString& value) {
        if (!value.isEmpty())
            cairo_pdf_surface_set_metadata(surface, name, value.toUtf8().constData());
    };
    set(CAIRO_PDF_METADATA_TITLE, meta.title);
    set(CAIRO_PDF_METADATA_AUTHOR, meta.author);
    set(CAIRO_PDF_METADATA_CREATOR, u"kuaiban"_s);
    set(CAIRO_PDF_METADATA_CREATE_DATE, legalTime(meta.createdAtMs).toString(u"yyyy-MM-dd'T'HH:mm:ss'+08:00'"_s));
}

// Cairo 1.16 leaves out the "D:" that ISO 32000 puts before a date. Its line begins with three blanks; two of them make
// room, so that no offset in the file changes.
void repairDate(QByteArray& bytes)
{
    const auto wrong = "\n   /CreationDate (2"_ba;
    const qsizetype at = bytes.lastIndexOf(wrong);
    if (at >= 0)
        bytes.replace(at, wrong.size(), "\n /CreationDate (D:2");
}

cairo_status_t append(void* target, const unsigned char* data, unsigned int length)
{
    static_cast<QByteArray*>(target)->append(reinterpret_cast<const char*>(data), qsizetype(length));
    return CAIRO_STATUS_SUCCESS;
}

} // namespace

Result<QByteArray> writePdf(const std::vector<Sheet>& sheets, const PdfMeta& meta, FontSet& fonts)
{
    KB_TRY(const auto subsets, embed(sheets, fonts));
    QByteArray bytes;
    const CairoSurface surface(cairo_pdf_surface_create_for_stream(append, &bytes, PageWidth, PageHeight));
    cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_5);
    setMetadata(surface.get(), meta);
    const CairoContext context(cairo_create(surface.get()));
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_set_font_options(context.get(), options);
    cairo_font_options_destroy(options);
    cairo_set_line_cap(context.get(), CAIRO_LINE_CAP_SQUARE); // closes the corners of frames
    for (const auto& sheet : sheets) {
        for (const auto& text : sheet.texts)
            draw(context.get(), text, subsets);
        for (const auto& stroke : sheet.strokes)
            draw(context.get(), stroke);
        for (const auto& code : sheet.codes)
            draw(context.get(), code);
        for (const auto& picture : sheet.pictures)
            draw(context.get(), picture);
        cairo_show_page(context.get());
    }
    const auto drawn = cairo_status(context.get());
    cairo_surface_finish(surface.get());
    const auto written = cairo_surface_status(surface.get());
    for (const auto status : {drawn, written}) {
        if (status != CAIRO_STATUS_SUCCESS)
            return fail(renderFailed(QString::fromUtf8(cairo_status_to_string(status))));
    }
    repairDate(bytes);
    return bytes;
}

} // namespace kuaiban::documents

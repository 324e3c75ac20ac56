#include "Shaper.h"

#include "DocumentsErrors.h"
#include "GlyphNames.h"

#include <hb.h>
#include <pango/pangocairo.h>

namespace kuaiban::documents {

using namespace Qt::StringLiterals;

namespace {

struct LayoutUnref
{
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
};
using LayoutPointer = std::unique_ptr<PangoLayout, LayoutUnref>;

struct IterFree
{
    void operator()(PangoLayoutIter* iter) const { pango_layout_iter_free(iter); }
};

double points(int pangoUnits)
{
    return double(pangoUnits) / PANGO_SCALE;
}

// Characters that stand in the square grid, between which a justified line may be widened.
bool isWide(char32_t c)
{
    return c >= 0x2e80 || (c >= 0x2014 && c <= 0x2026);
}

GlyphRun convertRun(PangoGlyphItem* item, const char* text, double size, double& x)
{
    GlyphRun run;
    const PangoItem* segment = item->item;
    const PangoGlyphString* glyphs = item->glyphs;
    run.face = hb_font_get_face(pango_font_get_hb_font(segment->analysis.font));
    run.size = size;
    run.utf8 = QByteArray(text + segment->offset, segment->length);
    for (int i = 0; i < glyphs->num_glyphs; ++i) {
        const int next = i + 1 < glyphs->num_glyphs ? glyphs->log_clusters[i + 1] : segment->length;
        if (i == 0 || glyphs->log_clusters[i] != glyphs->log_clusters[i - 1])
            run.clusters.push_back({0, 0});
        auto& cluster = run.clusters.back();
        cluster.bytes += next - glyphs->log_clusters[i];
        const auto& glyph = glyphs->glyphs[i];
        if (glyph.glyph != PANGO_GLYPH_EMPTY) {
            run.glyphs.push_back({glyph.glyph, x + points(glyph.geometry.x_offset), points(glyph.geometry.y_offset)});
            ++cluster.glyphs;
        }
        x += points(glyph.geometry.width);
    }
    return run;
}

struct Gap
{
    GlyphRun* run;
    size_t firstGlyphAfter;
};

// Where the line may be widened: before every cluster that touches a Hanzi.
std::vector<Gap> gapsOf(ShapedLine& line)
{
    std::vector<Gap> gaps;
    char32_t last = 0;
    for (auto& run : line.runs) {
        qsizetype byte = 0;
        size_t glyph = 0;
        for (const auto& cluster : run.clusters) {
            const auto characters = QString::fromUtf8(run.utf8.mid(byte, cluster.bytes)).toUcs4();
            const char32_t first = characters.isEmpty() ? 0 : characters.first();
            if (last != 0 && (isWide(last) || isWide(first)))
                gaps.push_back({&run, glyph});
            last = first;
            byte += cluster.bytes;
            glyph += size_t(cluster.glyphs);
        }
    }
    return gaps;
}

void widen(ShapedLine& line, double slack, double size)
{
    const auto gaps = gapsOf(line);
    const double mostPerGap = size / 4;
    if (gaps.empty() || slack <= 0 || slack > mostPerGap * double(gaps.size()))
        return; // a ragged line reads better than one with holes
    const double step = slack / double(gaps.size());
    double shift = 0;
    size_t next = 0;
    for (auto& run : line.runs) {
        for (size_t glyph = 0; glyph < run.glyphs.size(); ++glyph) {
            while (next < gaps.size() && gaps[next].run == &run && gaps[next].firstGlyphAfter <= glyph) {
                shift += step;
                ++next;
            }
            run.glyphs[glyph].x += shift;
        }
    }
    line.width += slack;
}

LayoutPointer makeLayout(FontSet& fonts, const QByteArray& utf8, const Typeface& typeface, const TextStyle& style)
{
    LayoutPointer layout(pango_layout_new(fonts.context()));
    PangoFontDescription* description = fonts.describe(typeface, style.size);
    pango_layout_set_font_description(layout.get(), description);
    pango_font_description_free(description);
    pango_layout_set_auto_dir(layout.get(), FALSE);
    // Neighbouring punctuation shares its blank halves, as Chinese typesetting asks.
    PangoAttrList* attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_font_features_new("chws=1"));
    pango_layout_set_attributes(layout.get(), attributes);
    pango_attr_list_unref(attributes);
    pango_layout_set_text(layout.get(), utf8.constData(), int(utf8.size()));
    if (style.align == Align::Center)
        pango_layout_set_alignment(layout.get(), PANGO_ALIGN_CENTER);
    if (style.align == Align::Right)
        pango_layout_set_alignment(layout.get(), PANGO_ALIGN_RIGHT);
    return layout;
}

std::vector<ShapedLine> convert(PangoLayout* layout, const TextStyle& style, double width)
{
    std::vector<ShapedLine> lines;
    const char* text = pango_layout_get_text(layout);
    const std::unique_ptr<PangoLayoutIter, IterFree> iter(pango_layout_get_iter(layout));
    do {
        PangoLayoutLine* source = pango_layout_iter_get_line_readonly(iter.get());
        PangoRectangle logical;
        pango_layout_iter_get_line_extents(iter.get(), nullptr, &logical);
        ShapedLine line;
        line.x = points(logical.x);
        line.text = QString::fromUtf8(text + source->start_index, source->length);
        for (GSList* run = source->runs; run; run = run->next)
            line.runs.push_back(convertRun(static_cast<PangoGlyphItem*>(run->data), text, style.size, line.width));
        const int end = source->start_index + source->length;
        const bool endsParagraph = text[end] == '\0' || text[end] == '\n';
        if (style.align == Align::Justify && !endsParagraph)
            widen(line, width - line.x - line.width, style.size);
        lines.push_back(std::move(line));
    } while (pango_layout_iter_next_line(iter.get()));
    return lines;
}

} // namespace

void Shaper::check(const QString& text, const Typeface& typeface)
{
    if (const auto installed = m_fonts.require(typeface); !installed && !m_fontMissing)
        m_fontMissing = installed.error();
    for (const char32_t character : text.toUcs4()) {
        if (character != U'\n' && !m_fonts.covers(typeface, character) && !m_missing.contains(character))
            m_missing.append(character);
    }
}

// The second net: whatever Pango itself could not find a glyph for.
void Shaper::noteUnknown(const std::vector<ShapedLine>& lines)
{
    for (const auto& line : lines) {
        for (const auto& run : line.runs) {
            for (const auto& glyph : run.glyphs) {
                const char32_t character = glyph.id & ~quint32(PANGO_GLYPH_UNKNOWN_FLAG);
                if ((glyph.id & PANGO_GLYPH_UNKNOWN_FLAG) != 0 && !m_missing.contains(character))
                    m_missing.append(character);
            }
        }
    }
}

std::vector<ShapedLine> Shaper::shape(const QString& text, const TextStyle& style, double width, double indent)
{
    const auto typeface = m_template.fonts.value(style.font);
    check(text, typeface);
    const auto layout = makeLayout(m_fonts, text.toUtf8(), typeface, style);
    pango_layout_set_width(layout.get(), int(width * PANGO_SCALE));
    pango_layout_set_indent(layout.get(), int(indent * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    auto lines = convert(layout.get(), style, width);
    noteUnknown(lines);
    return lines;
}

ShapedLine Shaper::line(const QString& text, const TextStyle& style)
{
    auto leftAligned = style;
    leftAligned.align = Align::Left;
    constexpr double endless = 100'000;
    return shape(QString(text).replace(u'\n', u' '), leftAligned, endless).front();
}

Done Shaper::finish() const
{
    if (m_fontMissing)
        return fail(*m_fontMissing);
    if (m_missing.isEmpty())
        return {};
    return fail(missingGlyph(m_template.name, codePointNames(m_missing)));
}

} // namespace kuaiban::documents

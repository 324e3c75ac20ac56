#include "FontSet.h"

#include "DocumentsErrors.h"

#include <fontconfig/fontconfig.h>
#include <hb.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-font.h>
#include <pango/pangofc-fontmap.h>

#include <algorithm>
#include <array>

namespace kuaiban::documents {

using namespace Qt::StringLiterals;

namespace {

// Fontconfig reads only the folders and its ready-made caches: no rules, no substitutes, no hinting preferences.
FcConfig* makeConfig(const QStringList& directories)
{
    QString xml = u"<fontconfig>"_s;
    for (const auto& directory : directories)
        xml += u"<dir>%1</dir>"_s.arg(directory.toHtmlEscaped());
    xml += u"<cachedir>/var/cache/fontconfig</cachedir><cachedir prefix=\"xdg\">fontconfig</cachedir></fontconfig>"_s;
    FcConfig* config = FcConfigCreate();
    FcConfigParseAndLoadFromMemory(config, reinterpret_cast<const FcChar8*>(xml.toUtf8().constData()), FcTrue);
    FcConfigBuildFonts(config);
    return config;
}

// Shaping has been done when a font is embedded, so only what draws the outlines is kept. Without the character map and
// the layout tables a subset of a large CJK font takes a tenth of the time.
hb_blob_t* outlineTable(hb_face_t*, hb_tag_t tag, void* face)
{
    constexpr std::array<hb_tag_t, 12> kept{HB_TAG('h', 'e', 'a', 'd'), HB_TAG('m', 'a', 'x', 'p'),
        HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'm', 't', 'x'), HB_TAG('n', 'a', 'm', 'e'), HB_TAG('O', 'S', '/', '2'),
        HB_TAG('p', 'o', 's', 't'), HB_TAG('C', 'F', 'F', ' '), HB_TAG('g', 'l', 'y', 'f'), HB_TAG('l', 'o', 'c', 'a'),
        HB_TAG('c', 'v', 't', ' '), HB_TAG('f', 'p', 'g', 'm')};
    if (std::find(kept.begin(), kept.end(), tag) == kept.end())
        return hb_blob_get_empty();
    return hb_face_reference_table(static_cast<hb_face_t*>(face), tag);
}

// Private-use characters have a different meaning on every machine: in a name they would print somebody else's
// character.
bool isPrintable(char32_t character)
{
    constexpr char32_t replacement = 0xfffd;
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
        return false;
    default:
        return character != replacement;
    }
}

bool isOfFamily(PangoFont* font, const QString& family)
{
    FcPattern* pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(font));
    FcChar8* name = nullptr;
    for (int i = 0; FcPatternGetString(pattern, FC_FAMILY, i, &name) == FcResultMatch; ++i) {
        if (QString::fromUtf8(reinterpret_cast<const char*>(name)) == family)
            return true;
    }
    return false;
}

} // namespace

void FontSet::Unref::operator()(void* object) const
{
    g_object_unref(object);
}

void FontSet::FaceDestroy::operator()(hb_face_t* face) const
{
    hb_face_destroy(face);
}

FontSet::FontSet(const FontSources& sources)
    : m_fallbacks(sources.fallbacks)
    , m_map(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT))
{
    FcConfig* config = makeConfig(sources.directories);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(m_map.get()), config);
    FcConfigDestroy(config); // the map holds its own reference

    m_context.reset(pango_font_map_create_context(m_map.get()));
    pango_cairo_context_set_resolution(m_context.get(), 72);
    pango_context_set_round_glyph_positions(m_context.get(), FALSE);
    // Hinting fits outlines to one screen's dots; papers are measured in points.
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(m_context.get(), options);
    cairo_font_options_destroy(options);
}

FontSet::~FontSet()
{
    m_chains.clear();
    m_bareFaces.clear();
    m_context.reset();
    // The map does not give its configuration back when it goes.
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(m_map.get()), nullptr);
}

PangoFontDescription* FontSet::describe(const Typeface& typeface, double size) const
{
    auto families = m_fallbacks;
    families.removeAll(typeface.family);
    families.prepend(typeface.family);
    PangoFontDescription* description = pango_font_description_new();
    pango_font_description_set_family(description, families.join(u',').toUtf8().constData());
    pango_font_description_set_weight(description, static_cast<PangoWeight>(typeface.weight));
    pango_font_description_set_absolute_size(description, size * PANGO_SCALE);
    return description;
}

FontSet::FontPointer FontSet::load(const QString& family, int weight) const
{
    PangoFontDescription* description = pango_font_description_new();
    pango_font_description_set_family(description, family.toUtf8().constData());
    pango_font_description_set_weight(description, static_cast<PangoWeight>(weight));
    pango_font_description_set_absolute_size(description, 12 * PANGO_SCALE);
    FontPointer font(pango_font_map_load_font(m_map.get(), m_context.get(), description));
    pango_font_description_free(description);
    if (font && !isOfFamily(font.get(), family))
        font.reset(); // fontconfig always finds something
    return font;
}

FontSet::Chain& FontSet::chain(const Typeface& typeface)
{
    auto [it, isNew] = m_chains.try_emplace({typeface.family, typeface.weight});
    if (isNew) {
        auto families = m_fallbacks;
        families.removeAll(typeface.family);
        families.prepend(typeface.family);
        for (const auto& family : families) {
            auto font = load(family, typeface.weight);
            it->second.familyInstalled |= font && family == typeface.family;
            if (font)
                it->second.fonts.push_back(std::move(font));
        }
    }
    return it->second;
}

Done FontSet::require(const Typeface& typeface)
{
    if (!chain(typeface).familyInstalled)
        return fail(fontMissing(typeface.family));
    return {};
}

bool FontSet::covers(const Typeface& typeface, char32_t character)
{
    auto& candidates = chain(typeface);
    const auto known = candidates.covered.constFind(character);
    if (known != candidates.covered.constEnd())
        return *known;
    const bool covered =
        isPrintable(character) &&
        std::any_of(candidates.fonts.begin(), candidates.fonts.end(), [character](const FontPointer& font) {
            hb_codepoint_t glyph = 0;
            return hb_font_get_nominal_glyph(pango_font_get_hb_font(font.get()), character, &glyph) != 0;
        });
    candidates.covered.insert(character, covered);
    return covered;
}

hb_face_t* FontSet::bareFace(hb_face_t* face)
{
    auto& bare = m_bareFaces[face];
    if (!bare) {
        const auto destroy = [](void* referenced) { hb_face_destroy(static_cast<hb_face_t*>(referenced)); };
        bare.reset(hb_face_create_for_tables(outlineTable, hb_face_reference(face), destroy));
        hb_face_set_upem(bare.get(), hb_face_get_upem(face));
    }
    return bare.get();
}

} // namespace kuaiban::documents

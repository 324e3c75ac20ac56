#include "FontSubset.h"

#include "DocumentsErrors.h"

#include <cairo-ft.h>
#include <hb-subset.h>

namespace kuaiban::documents {

using namespace Qt::StringLiterals;

namespace {

// Cairo may keep a font for a while after the paper is done and drop it on another thread, so each has a FreeType
// library of its own and takes its bytes along.
struct Holding
{
    FT_Library library = nullptr;
    FT_Face face = nullptr;
    hb_blob_t* blob = nullptr;

    ~Holding()
    {
        if (face)
            FT_Done_Face(face);
        if (library)
            FT_Done_FreeType(library);
        hb_blob_destroy(blob);
    }
};

struct InputDestroy
{
    void operator()(hb_subset_input_t* input) const { hb_subset_input_destroy(input); }
};
struct PlanDestroy
{
    void operator()(hb_subset_plan_t* plan) const { hb_subset_plan_destroy(plan); }
};
struct FaceDestroy
{
    void operator()(hb_face_t* face) const { hb_face_destroy(face); }
};

std::unique_ptr<Holding> open(hb_face_t* face)
{
    auto holding = std::make_unique<Holding>();
    holding->blob = hb_face_reference_blob(face);
    unsigned int length = 0;
    const char* data = hb_blob_get_data(holding->blob, &length);
    if (FT_Init_FreeType(&holding->library) != 0)
        return nullptr;
    const auto* bytes = reinterpret_cast<const FT_Byte*>(data);
    if (FT_New_Memory_Face(holding->library, bytes, FT_Long(length), 0, &holding->face) != 0)
        return nullptr;
    return holding;
}

} // namespace

void FontSubset::FaceUnref::operator()(cairo_font_face_t* face) const
{
    cairo_font_face_destroy(face);
}

Result<FontSubset> FontSubset::make(hb_face_t* bareFace, const std::set<quint32>& glyphs)
{
    const std::unique_ptr<hb_subset_input_t, InputDestroy> input(hb_subset_input_create_or_fail());
    if (!input)
        return fail(renderFailed(u"subset input"_s));
    for (const quint32 glyph : glyphs)
        hb_set_add(hb_subset_input_glyph_set(input.get()), glyph);
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_DESUBROUTINIZE);
    const std::unique_ptr<hb_subset_plan_t, PlanDestroy> plan(hb_subset_plan_create_or_fail(bareFace, input.get()));
    if (!plan)
        return fail(renderFailed(u"subset plan"_s));
    const std::unique_ptr<hb_face_t, FaceDestroy> reduced(hb_subset_plan_execute_or_fail(plan.get()));
    auto holding = reduced ? open(reduced.get()) : nullptr;
    if (!holding)
        return fail(renderFailed(u"font subset"_s));

    FontSubset subset;
    const hb_map_t* mapping = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
    for (const quint32 glyph : glyphs)
        subset.m_glyphs.emplace(glyph, hb_map_get(mapping, glyph));
    subset.m_face.reset(cairo_ft_font_face_create_for_ft_face(holding->face, FT_LOAD_NO_HINTING));
    static const cairo_user_data_key_t key{};
    const auto release = [](void* data) { delete static_cast<Holding*>(data); };
    if (cairo_font_face_set_user_data(subset.m_face.get(), &key, holding.get(), release) != CAIRO_STATUS_SUCCESS)
        return fail(renderFailed(u"font face"_s));
    holding.release(); // Cairo's now
    return subset;
}

} // namespace kuaiban::documents

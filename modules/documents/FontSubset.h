#pragma once

#include "modules/base/Result.h"

#include <map>
#include <memory>
#include <set>

typedef struct hb_face_t hb_face_t;
typedef struct _cairo_font_face cairo_font_face_t;

namespace kuaiban::documents {

// A font reduced to the glyphs one paper uses, as Cairo embeds it. Cairo alone reads the whole 25 MB font for every
// paper and leaves 70 KB of unused programs in it.
class FontSubset
{
public:
    // `documents.render-failed` when the font cannot be read.
    static Result<FontSubset> make(hb_face_t* bareFace, const std::set<quint32>& glyphs);

    cairo_font_face_t* face() const { return m_face.get(); }
    quint32 glyph(quint32 original) const { return m_glyphs.at(original); }

private:
    struct FaceUnref
    {
        void operator()(cairo_font_face_t* face) const;
    };

    std::unique_ptr<cairo_font_face_t, FaceUnref> m_face;
    std::map<quint32, quint32> m_glyphs;
};

} // namespace kuaiban::documents

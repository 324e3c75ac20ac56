#pragma once

#include "FontSources.h"
#include "Template.h"

#include <QHash>

#include <map>
#include <memory>

typedef struct _PangoContext PangoContext;
typedef struct _PangoFont PangoFont;
typedef struct _PangoFontDescription PangoFontDescription;
typedef struct _PangoFontMap PangoFontMap;
typedef struct hb_face_t hb_face_t;

namespace kuaiban::documents {

// The fonts papers are set in. It has a font configuration of its own, so that neither the settings of the PC nor those
// of its user change a printed paper. Expensive to make (tens of milliseconds); one per thread, never shared.
class FontSet
{
public:
    explicit FontSet(const FontSources& sources);
    ~FontSet();
    FontSet(const FontSet&) = delete;
    FontSet& operator=(const FontSet&) = delete;

    // `documents.font-missing` when the family itself is not installed; fall-backs may be absent.
    Done require(const Typeface& typeface);
    // Whether the typeface or a fall-back has a glyph; control, format and private-use characters never count as
    // covered.
    bool covers(const Typeface& typeface, char32_t character);

    PangoContext* context() const { return m_context.get(); }
    // Caller frees with pango_font_description_free. `size` in units of the context: points, or dots for rasters.
    PangoFontDescription* describe(const Typeface& typeface, double size) const;
    // The face without the tables an embedded subset does not need; owned by this object.
    hb_face_t* bareFace(hb_face_t* face);

private:
    struct Unref
    {
        void operator()(void* object) const;
    };
    struct FaceDestroy
    {
        void operator()(hb_face_t* face) const;
    };
    using FontPointer = std::unique_ptr<PangoFont, Unref>;
    struct Chain
    {
        std::vector<FontPointer> fonts;
        QHash<char32_t, bool> covered;
        bool familyInstalled = false;
    };

    FontPointer load(const QString& family, int weight) const;
    Chain& chain(const Typeface& typeface);

    QStringList m_fallbacks;
    std::unique_ptr<PangoFontMap, Unref> m_map;
    std::unique_ptr<PangoContext, Unref> m_context;
    std::map<std::pair<QString, int>, Chain> m_chains;
    std::map<hb_face_t*, std::unique_ptr<hb_face_t, FaceDestroy>> m_bareFaces;
};

} // namespace kuaiban::documents

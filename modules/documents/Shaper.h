#pragma once

#include "FontSet.h"
#include "Layout.h"

#include "modules/base/Result.h"

#include <optional>

namespace kuaiban::documents {

// Breaks texts into lines of glyphs with Pango: Chinese line breaking, fall-back fonts, justification by widening the
// gaps between Hanzi. Remembers every character without a glyph; finish() must be asked before anything is drawn.
class Shaper
{
public:
    Shaper(FontSet& fonts, const Template& definition)
        : m_fonts(fonts)
        , m_template(definition)
    {}

    // Lines no wider than `width` points; `indent` (points) moves the first line of each paragraph.
    // Lines aligned other than left carry their offset in ShapedLine::x. Never empty.
    std::vector<ShapedLine> shape(const QString& text, const TextStyle& style, double width, double indent = 0);
    // One line, not broken.
    ShapedLine line(const QString& text, const TextStyle& style);

    // `documents.font-missing` or `documents.missing-glyph`.
    Done finish() const;

private:
    void check(const QString& text, const Typeface& typeface);
    void noteUnknown(const std::vector<ShapedLine>& lines);

    FontSet& m_fonts;
    const Template& m_template;
    QList<char32_t> m_missing;
    std::optional<Error> m_fontMissing;
};

} // namespace kuaiban::documents

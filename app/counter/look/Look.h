#pragma once

#include "Colours.h"
#include "Glyphs.h"
#include "Marks.h"
#include "Metrics.h"
#include "Roles.h"
#include "TypeScale.h"

#include <QPalette>

namespace kuaiban::counter {

enum class PaletteKind { Light, HighContrast };

constexpr double LargeTextScale = 1.25;

struct LookSettings
{
    PaletteKind palette = PaletteKind::Light;
    double textScale = 1.0; // or LargeTextScale
};

// Everything a widget needs to draw itself: colours, fonts, measures, icons. A cheap value, handed to each widget when
// it is made and never changed afterwards: a new setting makes a new Look and rebuilds the pages. UI thread only.
class Look
{
public:
    Look(const LookSettings& settings, const QFont& systemFont);

    const Colours& colours() const { return m_data->colours; }
    const Metrics& metrics() const { return m_data->metrics; }
    const LookSettings& settings() const { return m_data->settings; }
    QFont font(TextRole role) const { return m_data->type.font(role); }
    int lineHeight(TextRole role) const { return m_data->type.lineHeight(role); }
    QColor colour(Tone tone) const { return m_data->colours.of(tone); }

    // Tinted by state: `tone` at rest, accent when checked or selected, grey when disabled.
    QIcon icon(Glyph glyph, Tone tone = Tone::Secondary) const;
    QIcon iconOnAccent(Glyph glyph) const; // for primary buttons
    void paintGlyph(QPainter* painter, Glyph glyph, const QRectF& box, const QColor& colour) const;

    QPalette palette() const;

private:
    struct Data
    {
        LookSettings settings;
        Colours colours;
        TypeScale type;
        Metrics metrics;
        std::shared_ptr<GlyphPainter> glyphs;
    };

    std::shared_ptr<const Data> m_data;
};

// Gives the application this look: style, palette, fonts, tool tips. Call before the first window, or before rebuilding
// it.
void dress(const Look& look);

} // namespace kuaiban::counter

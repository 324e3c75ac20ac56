#include "Look.h"

#include "LookStyle.h"

#include <QApplication>
#include <QToolTip>

namespace kuaiban::counter {

Look::Look(const LookSettings& settings, const QFont& systemFont)
    : m_data(std::make_shared<const Data>(
          Data{settings, settings.palette == PaletteKind::HighContrast ? highContrastColours() : lightColours(),
              TypeScale(systemFont, settings.textScale), Metrics::at(settings.textScale),
              std::make_shared<GlyphPainter>()}))
{}

QIcon Look::icon(Glyph glyph, Tone tone) const
{
    const Colours& c = colours();
    return glyphIcon(m_data->glyphs, glyph,
        {.normal = c.of(tone),
            .active = tone == Tone::Secondary ? c.text : c.of(tone),
            .on = c.accent,
            .disabled = c.disabled});
}

QIcon Look::iconOnAccent(Glyph glyph) const
{
    const Colours& c = colours();
    return glyphIcon(
        m_data->glyphs, glyph, {.normal = c.onAccent, .active = c.onAccent, .on = c.onAccent, .disabled = c.disabled});
}

void Look::paintGlyph(QPainter* painter, Glyph glyph, const QRectF& box, const QColor& colour) const
{
    m_data->glyphs->paint(painter, glyph, box, colour);
}

QPalette Look::palette() const
{
    const Colours& c = colours();
    QPalette p;
    p.setColor(QPalette::Window, c.page);
    p.setColor(QPalette::WindowText, c.text);
    p.setColor(QPalette::Base, c.panel);
    p.setColor(QPalette::AlternateBase, c.hover);
    p.setColor(QPalette::Text, c.text);
    p.setColor(QPalette::PlaceholderText, c.placeholder);
    p.setColor(QPalette::Button, c.panel);
    p.setColor(QPalette::ButtonText, c.text);
    p.setColor(QPalette::BrightText, c.onAccent);
    p.setColor(QPalette::Light, c.panel);
    p.setColor(QPalette::Midlight, c.rowLine);
    p.setColor(QPalette::Mid, c.controlBorder);
    p.setColor(QPalette::Dark, c.secondary);
    p.setColor(QPalette::Shadow, c.text);
    p.setColor(QPalette::Highlight, c.accent);
    p.setColor(QPalette::HighlightedText, c.onAccent);
    p.setColor(QPalette::Link, c.accent);
    p.setColor(QPalette::LinkVisited, c.accent);
    p.setColor(QPalette::ToolTipBase, c.text);
    p.setColor(QPalette::ToolTipText, c.panel);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, c.disabled);
    p.setColor(QPalette::Disabled, QPalette::Base, c.filled);
    p.setColor(QPalette::Disabled, QPalette::Highlight, c.controlBorder);
    return p;
}

void dress(const Look& look)
{
    QApplication::setStyle(new LookStyle(look)); // owned by the application
    QApplication::setPalette(look.palette());
    QApplication::setFont(look.font(TextRole::Body));
    QToolTip::setPalette(look.palette());
    QToolTip::setFont(look.font(TextRole::Label));
}

} // namespace kuaiban::counter

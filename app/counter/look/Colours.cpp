#include "Colours.h"

#include <cmath>

namespace kuaiban::counter {

QColor Colours::of(Tone tone) const
{
    switch (tone) {
    case Tone::Normal:
        return text;
    case Tone::Secondary:
        return secondary;
    case Tone::Accent:
        return accent;
    case Tone::Good:
        return good;
    case Tone::Attention:
        return attention;
    case Tone::Bad:
        return bad;
    case Tone::Disabled:
        return disabled;
    }
    return text;
}

QColor Colours::softOf(Tone tone) const
{
    switch (tone) {
    case Tone::Accent:
        return selection;
    case Tone::Good:
        return goodSoft;
    case Tone::Attention:
        return attentionSoft;
    case Tone::Bad:
        return badSoft;
    default:
        return neutral;
    }
}

QColor Colours::lineOf(Tone tone) const
{
    switch (tone) {
    case Tone::Accent:
        return QColor::fromRgbF((accent.redF() + 2 * selection.redF()) / 3,
            (accent.greenF() + 2 * selection.greenF()) / 3, (accent.blueF() + 2 * selection.blueF()) / 3);
    case Tone::Good:
        return goodLine;
    case Tone::Attention:
        return attentionLine;
    case Tone::Bad:
        return badLine;
    default:
        return border;
    }
}

Colours lightColours()
{
    Colours c;
    c.page = QColor(0xF3F5F8U);
    c.panel = QColor(0xFFFFFFU);
    c.rail = QColor(0xFAFBFCU);
    c.border = QColor(0xDCE3EBU);
    c.controlBorder = QColor(0xC9D3DEU);
    c.rowLine = QColor(0xE8EDF2U);
    c.text = QColor(0x1C2733U);
    c.secondary = QColor(0x5B6B7CU);
    c.disabled = QColor(0x93A0ADU);
    c.placeholder = QColor(0x6F7D8BU);
    c.accent = QColor(0x1A66B8U);
    c.accentHover = QColor(0x155698U);
    c.accentPressed = QColor(0x10467CU);
    c.onAccent = QColor(0xFFFFFFU);
    c.selection = QColor(0xE6F0FBU);
    c.hover = QColor(0xF3F6FAU);
    c.filled = QColor(0xF4F7FAU);
    c.marked = QColor(0xFFF4DBU);
    c.neutral = QColor(0xF5F7F9U);
    c.good = QColor(0x1C7A46U);
    c.goodSoft = QColor(0xEAF6EFU);
    c.goodLine = QColor(0xBBDDC9U);
    c.attention = QColor(0x8F6200U);
    c.attentionSoft = QColor(0xFFF8E6U);
    c.attentionLine = QColor(0xF0DDA8U);
    c.bad = QColor(0xB3261EU);
    c.badSoft = QColor(0xFDF1F0U);
    c.badLine = QColor(0xEBC3C0U);
    c.drawing = QColor(0xB9C5D3U);
    return c;
}

Colours highContrastColours()
{
    Colours c;
    c.page = QColor(0xFFFFFFU);
    c.panel = QColor(0xFFFFFFU);
    c.rail = QColor(0xFFFFFFU);
    c.border = QColor(0x000000U);
    c.controlBorder = QColor(0x000000U);
    c.rowLine = QColor(0xBDBDBDU);
    c.text = QColor(0x000000U);
    c.secondary = QColor(0x262626U);
    c.disabled = QColor(0x4A4A4AU);
    c.placeholder = QColor(0x4A4A4AU);
    c.accent = QColor(0x003C8CU);
    c.accentHover = QColor(0x002B66U);
    c.accentPressed = QColor(0x001C45U);
    c.onAccent = QColor(0xFFFFFFU);
    c.selection = QColor(0xDCEBFFU);
    c.hover = QColor(0xEEEEEEU);
    c.filled = QColor(0xF0F0F0U);
    c.marked = QColor(0xFFEFC2U);
    c.neutral = QColor(0xFFFFFFU);
    c.good = QColor(0x00512BU);
    c.goodSoft = QColor(0xEFFAF3U);
    c.goodLine = QColor(0x00512BU);
    c.attention = QColor(0x5C3D00U);
    c.attentionSoft = QColor(0xFFF8E1U);
    c.attentionLine = QColor(0x5C3D00U);
    c.bad = QColor(0x8C0F08U);
    c.badSoft = QColor(0xFFF3F2U);
    c.badLine = QColor(0x8C0F08U);
    c.drawing = QColor(0x7A7A7AU);
    return c;
}

double contrast(const QColor& one, const QColor& other)
{
    const auto luminance = [](const QColor& colour) {
        const auto channel = [](float value) {
            const double v = double(value);
            return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) + 0.0722 * channel(colour.blueF());
    };
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace kuaiban::counter

#pragma once

#include <QFont>

namespace kuaiban::counter {

// What a text is for; its size and weight follow.
enum class TextRole { Title, Heading, Strong, Body, Label, Hint };

// The six fonts of the counter, derived from the system font. Pixel sizes are device-independent, so they grow with the
// screen's scale factor; `textScale` (1.0, large type 1.25) grows text alone.
class TypeScale
{
public:
    TypeScale(const QFont& systemFont, double textScale);

    QFont font(TextRole role) const;
    int pixelSize(TextRole role) const;
    int lineHeight(TextRole role) const; // in device-independent pixels

private:
    QFont m_base;
    int m_body;
    double m_scale;
};

} // namespace kuaiban::counter

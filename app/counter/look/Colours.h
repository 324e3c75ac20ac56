#pragma once

#include <QColor>

namespace kuaiban::counter {

// What a piece of text or a mark means. Status tones are for status only and never stand without a word.
enum class Tone { Normal, Secondary, Accent, Good, Attention, Bad, Disabled };

// The colours of one palette, by use and not by hue.
struct Colours
{
    QColor page;          // behind the panels
    QColor panel;         // panels, strips, fields
    QColor rail;          // left navigation
    QColor border;        // edges of panels, rules
    QColor controlBorder; // edges of fields and buttons
    QColor rowLine;       // between the rows of a table
    QColor text;
    QColor secondary;
    QColor disabled;
    QColor placeholder;
    QColor accent;
    QColor accentHover;
    QColor accentPressed;
    QColor onAccent;
    QColor selection; // behind the selected row or page
    QColor hover;
    QColor filled;  // behind values somebody else filled in
    QColor marked;  // behind a value that differs
    QColor neutral; // behind steps that are still to come
    QColor good, goodSoft, goodLine;
    QColor attention, attentionSoft, attentionLine;
    QColor bad, badSoft, badLine;
    QColor drawing; // shapes of placeholders: photo, paper

    QColor of(Tone tone) const;
    QColor softOf(Tone tone) const; // background of a box in this tone
    QColor lineOf(Tone tone) const; // its edge
};

Colours lightColours();
// For tired or weak eyes: at least 7:1 for every text, black edges.
Colours highContrastColours();

// Contrast ratio of two opaque colours after WCAG 2.1, 1 to 21.
double contrast(const QColor& one, const QColor& other);

} // namespace kuaiban::counter

#pragma once

#include <QImage>
#include <QString>

namespace kuaiban::devices {

// The pages a simulated scanner can feed: "form", "household", "certificate", "photo", "blank"; "blurred", "dark",
// "skewed" (by 3.4°) and "cut" (at the left) for a form that came out so; "small", half an A4 sheet below a dark lid;
// "card-front" and "card-back", an ID card below a white one; "separator", or "separator:" and the id of a material.
bool isDrawnPage(const QString& name);

// One of them, A4, drawn with invented content; null for a name that is none. Letters need a GUI application; without
// one, writing is drawn as strokes.
QImage drawPage(const QString& name, int dpi);

} // namespace kuaiban::devices

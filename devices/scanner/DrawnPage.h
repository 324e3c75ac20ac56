#pragma once

#include <QImage>
#include <QString>
#include <QStringList>

namespace kuaiban::devices {

// The pages a simulated scanner can feed: "form", "household", "certificate", "photo", "blank", "blurred", "dark".
QStringList drawnPageNames();

// One of them, A4, drawn with invented content; null for a name that is not in the list. Letters need a GUI
// application; without one, writing is drawn as strokes.
QImage drawPage(const QString& name, int dpi);

} // namespace kuaiban::devices

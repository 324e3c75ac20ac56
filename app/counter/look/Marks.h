#pragma once

#include "Colours.h"

#include <QRectF>

class QPainter;

namespace kuaiban::counter {

// The five signs for a state. Drawn, not typed: every font would set them at another height and weight.
enum class Mark { Tick, Dot, Triangle, Cross, Ring };

// Paints the mark centred in a square of `box`, in one colour.
void paintMark(QPainter* painter, Mark mark, const QRectF& box, const QColor& colour);

// The typed sign, for texts that are copied or read aloud.
QString markText(Mark mark);

} // namespace kuaiban::counter

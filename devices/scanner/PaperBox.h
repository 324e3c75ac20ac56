#pragma once

#include <QImage>
#include <QRect>

#include <optional>

namespace kuaiban::devices {

// Where the paper lies on an image that shows more than the paper: on the glass below a dark or a white lid, or
// photographed on a table. The box is upright, also around a paper that lies crooked. Nothing when no paper stands out
// from what surrounds it, or when it fills the image. Takes about 40 ms for an A4 page at 300 dpi; any thread.
// PaperTone::Lighter: only what is lighter than its surroundings; a picture on a paper that fills the image is none.
enum class PaperTone { Any, Lighter };
std::optional<QRect> paperIn(const QImage& image, PaperTone tone = PaperTone::Any);

} // namespace kuaiban::devices

#pragma once

#include <QImage>

#include <optional>

namespace kuaiban::devices {

constexpr double MostSkew = 15; // degrees to either side

// How far the page was turned clockwise when it was scanned, in degrees, judged by its lines of text or, with little on
// it, by its straight edges; nothing when it has neither, or lies more crooked than MostSkew. About 0.1° exact; takes
// about 30 ms for an A4 page at 300 dpi; any thread.
std::optional<double> skewOf(const QImage& image);

// The page turned back by this many degrees, in colour or grey as it was; black and white becomes grey. It keeps its
// size unless something that stands on it would be cut off. Takes about 60 ms for an A4 page in grey at 300 dpi, three
// times that in colour; any thread.
QImage straightened(const QImage& image, double degrees);

} // namespace kuaiban::devices

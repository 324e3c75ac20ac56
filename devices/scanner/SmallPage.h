#pragma once

#include <QImage>

#include <vector>

namespace kuaiban::devices {

// A page in grey, made so much smaller by a whole factor that its longer side has at most `side` pixels; each pixel is
// the mean of a square of the original. What is asked about a whole sheet is as well seen on it, in a tenth of the
// time.
struct SmallPage
{
    QImage grey; // Format_Grayscale8; null for a null image
    int factor = 1;
};
SmallPage smallPage(const QImage& image, int side);

// The grey values along the frame of an image.
std::vector<int> frameOf(const QImage& grey);
// The one that most of the frame has: the lid of the scanner, the table below a photo, or the sheet itself where it
// fills the image. 0 for a null image.
int frameGrey(const QImage& grey);
int medianOf(std::vector<int> values); // 0 for none

} // namespace kuaiban::devices

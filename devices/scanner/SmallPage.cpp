#include "SmallPage.h"

#include <algorithm>

namespace kuaiban::devices {

SmallPage smallPage(const QImage& image, int side)
{
    const auto grey = image.convertToFormat(QImage::Format_Grayscale8);
    const int factor = (std::max(grey.width(), grey.height()) + side - 1) / side;
    if (factor <= 1 || std::min(grey.width(), grey.height()) < factor)
        return {grey, 1};
    QImage small(grey.width() / factor, grey.height() / factor, QImage::Format_Grayscale8);
    std::vector<int> sums(static_cast<size_t>(small.width()));
    for (int y = 0; y < small.height(); ++y) {
        std::fill(sums.begin(), sums.end(), 0);
        for (int row = 0; row < factor; ++row) {
            const uchar* from = grey.constScanLine(y * factor + row);
            for (int& sum : sums) {
                for (int column = 0; column < factor; ++column)
                    sum += *from++;
            }
        }
        uchar* to = small.scanLine(y);
        for (const int sum : sums)
            *to++ = static_cast<uchar>(sum / (factor * factor));
    }
    return {small, factor};
}

std::vector<int> frameOf(const QImage& grey)
{
    std::vector<int> values;
    for (int y = 0; y < grey.height(); ++y) {
        const uchar* const row = grey.constScanLine(y);
        if (y == 0 || y == grey.height() - 1)
            values.insert(values.end(), row, row + grey.width());
        else
            values.insert(values.end(), {row[0], row[grey.width() - 1]});
    }
    return values;
}

int frameGrey(const QImage& grey)
{
    return medianOf(frameOf(grey));
}

int medianOf(std::vector<int> values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace kuaiban::devices

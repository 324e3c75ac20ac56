#pragma once

#include "modules/base/Result.h"

#include <vector>

namespace kuaiban::documents {

// What was written or drawn by hand, as it is drawn on a paper: ink on nothing.
struct Picture
{
    int columns = 0;
    int rows = 0;
    std::vector<quint32> pixels; // row by row, ARGB with the colours multiplied by the opacity, as Cairo takes them
    double width = 0;            // on the paper, points
    double height = 0;
};

constexpr qint64 MostPictureBytes = 4'000'000;
constexpr qint64 MostPicturePixels = 16'000'000; // what fills a pad of 4K at twice its resolution

// The PNG as large as it fits into the box without its empty edges and in its own proportions. White becomes nothing,
// so that lines behind it stay; more pixels than a printer shows are not kept. Errors: documents.picture (no PNG,
// damaged, empty), documents.picture-large.
Result<Picture> readPicture(const QByteArray& png, double boxWidth, double boxHeight);

} // namespace kuaiban::documents

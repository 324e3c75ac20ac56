#pragma once

#include "PageWork.h"

#include <QRectF>

#include <functional>

// What is done to pages that a case holds already: their bytes in, one page out, which takes the place of the first.
// Pure functions; they take some hundreds of milliseconds, most of them for reading and writing JPEG, so they are
// called in a worker thread. Only pictures are worked on. Errors of all: papers.document for a PDF,
// papers.file-unreadable, those of devices::encodePage.
namespace kuaiban::counter {

// A page as it is kept.
struct PageFile
{
    casework::Page page;
    QByteArray bytes;
};
using PageChange = std::function<Result<PreparedPage>(const QList<PageFile>&)>;

// A page turned clockwise.
Result<PreparedPage> turnedPage(const PageFile& file, int degrees);
// Its lines or edges made level. `degrees` is told by how much it was turned clockwise; 0: it lay straight and stays as
// it is. Error: papers.no-lines.
Result<PreparedPage> straightenedPage(const PageFile& file, double* degrees);
// What lies in the box, which is given in shares of width and height and holds at least a pixel.
Result<PreparedPage> croppedPage(const PageFile& file, const QRectF& box);
// The paper without what surrounds it. Error: papers.no-paper.
Result<PreparedPage> paperOfPage(const PageFile& file);
// The two sides of an ID card on one sheet, at the resolution of the first; see cardSheet(). Error: papers.no-cards.
Result<PreparedPage> joinedCards(const PageFile& upper, const PageFile& lower);

} // namespace kuaiban::counter

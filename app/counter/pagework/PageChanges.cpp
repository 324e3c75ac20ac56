#include "PageChanges.h"

#include "CardSheet.h"
#include "PaperErrors.h"

#include "devices/scanner/PageEncoder.h"
#include "devices/scanner/PageSkew.h"
#include "devices/scanner/PaperBox.h"

#include <QTransform>

#include <cmath>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr double Level = 0.1; // degrees that nobody sees
constexpr int LeastDpi = 72;  // of a page that does not know

Result<QImage> pictureIn(const PageFile& file)
{
    if (file.page.media == "application/pdf"_L1)
        return fail(documentNotChanged());
    auto picture = QImage::fromData(file.bytes);
    if (picture.isNull())
        return fail(paperUnreadable({}));
    return picture;
}

// Encoded as the page was that it comes from; a signature stays one.
Result<PreparedPage> encodedLike(const QImage& before, const PageFile& file, const QImage& changed)
{
    if (isDrawing(file.page))
        return preparedDrawing(changed);
    const auto mode = before.depth() == 1    ? devices::ScanMode::Lineart
                      : before.isGrayscale() ? devices::ScanMode::Gray
                                             : devices::ScanMode::Color;
    KB_TRY(const auto encoded, devices::encodePage(changed, mode, std::max(file.page.dpi, LeastDpi), 1));
    return preparedPicture(encoded, changed);
}

} // namespace

Result<PreparedPage> turnedPage(const PageFile& file, int degrees)
{
    KB_TRY(const auto picture, pictureIn(file));
    return encodedLike(picture, file, picture.transformed(QTransform().rotate(degrees)));
}

Result<PreparedPage> straightenedPage(const PageFile& file, double* degrees)
{
    KB_TRY(const auto picture, pictureIn(file));
    const auto skew = devices::skewOf(picture);
    if (!skew)
        return fail(noLines());
    *degrees = std::abs(*skew) < Level ? 0 : *skew;
    if (*degrees == 0)
        return seenPage(file.bytes, file.page);
    return encodedLike(picture, file, devices::straightened(picture, *degrees));
}

Result<PreparedPage> croppedPage(const PageFile& file, const QRectF& box)
{
    KB_TRY(const auto picture, pictureIn(file));
    const QRectF there(box.x() * picture.width(), box.y() * picture.height(), box.width() * picture.width(),
        box.height() * picture.height());
    return encodedLike(picture, file, picture.copy(there.toAlignedRect() & picture.rect()));
}

Result<PreparedPage> paperOfPage(const PageFile& file)
{
    KB_TRY(const auto picture, pictureIn(file));
    const auto box = devices::paperIn(picture);
    if (!box)
        return fail(noPaper());
    return encodedLike(picture, file, picture.copy(*box));
}

Result<PreparedPage> joinedCards(const PageFile& upper, const PageFile& lower)
{
    KB_TRY(const auto above, pictureIn(upper));
    KB_TRY(const auto below, pictureIn(lower));
    KB_TRY(const auto sheet, cardSheet(above, below, std::max(upper.page.dpi, LeastDpi)));
    return encodedLike(sheet, upper, sheet);
}

} // namespace kuaiban::counter

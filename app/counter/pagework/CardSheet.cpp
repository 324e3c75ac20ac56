#include "CardSheet.h"

#include "PaperErrors.h"

#include "devices/scanner/PageSkew.h"
#include "devices/scanner/PaperBox.h"

#include <QPainter>

#include <cmath>

namespace kuaiban::counter {

namespace {

constexpr QSizeF SheetMm(210, 297);
constexpr QSizeF CardMm(85.6, 54);
constexpr double GapMm = 20;            // between the two sides
constexpr double RatioTolerance = 0.06; // of what is found against the proportion of a card
constexpr double MillimetresPerInch = 25.4;

QSize pixels(QSizeF millimetres, int dpi)
{
    return (millimetres * (dpi / MillimetresPerInch)).toSize();
}

bool isCard(QSize size)
{
    const double ratio = static_cast<double>(size.width()) / std::max(size.height(), 1);
    const double wanted = CardMm.width() / CardMm.height();
    return std::abs(ratio / wanted - 1) <= RatioTolerance;
}

// What was found with some of its surroundings, in which it can be turned.
QRect grown(const QRect& box)
{
    const int by = std::max(box.width(), box.height()) / 8;
    return box.adjusted(-by, -by, by, by);
}

// The card alone, lying as it is read.
Result<QImage> cardOn(const QImage& page)
{
    const auto about = devices::paperIn(page);
    const auto part = about ? page.copy(grown(*about) & page.rect()) : page;
    const auto skew = devices::skewOf(part);
    const auto straight = skew ? devices::straightened(part, *skew) : part;
    auto card = straight.copy(devices::paperIn(straight).value_or(straight.rect()));
    if (isCard(card.size().transposed()))
        card = card.transformed(QTransform().rotate(-90));
    if (!isCard(card.size()))
        return fail(noCards());
    return card;
}

} // namespace

Result<QImage> cardSheet(const QImage& upper, const QImage& lower, int dpi)
{
    KB_TRY(const auto above, cardOn(upper));
    KB_TRY(const auto below, cardOn(lower));
    const bool grey = above.isGrayscale() && below.isGrayscale();
    QImage sheet(pixels(SheetMm, dpi), grey ? QImage::Format_Grayscale8 : QImage::Format_RGB32);
    sheet.fill(Qt::white);
    const QSize card = pixels(CardMm, dpi);
    const int gap = pixels({GapMm, GapMm}, dpi).height();
    const QPoint corner((sheet.width() - card.width()) / 2, (sheet.height() - 2 * card.height() - gap) / 2);
    QPainter painter(&sheet);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRect(corner, card), above);
    painter.drawImage(QRect(corner + QPoint(0, card.height() + gap), card), below);
    return sheet;
}

} // namespace kuaiban::counter

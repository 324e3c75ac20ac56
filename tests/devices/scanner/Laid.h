#pragma once

#include <QImage>
#include <QPainter>

namespace kuaiban::test {

// The page as it comes out when it lies turned clockwise on this ground, the image as large as the page was.
inline QImage laid(const QImage& page, double degrees, const QColor& ground, double scale = 1)
{
    QImage image(page.size(), QImage::Format_RGB32);
    image.fill(ground);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QPointF middle(page.width() / 2.0, page.height() / 2.0);
    painter.translate(middle);
    painter.rotate(degrees);
    painter.scale(scale, scale);
    painter.drawImage(-middle, page);
    return image;
}

} // namespace kuaiban::test

#pragma once

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QPdfDocument>

// What stands by hand on a printed paper, seen as another program draws it.
namespace kuaiban::test {

inline QByteArray paperAt(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct SeenPaper
{
    QString text;        // of all pages, without spaces
    int handPixels = -1; // dark ones at 144 dpi over the line behind the label; -1: no such label
};

// `label` as on the paper, such as 申请人（签字）：; the line behind it is taken to be 50 mm long.
inline SeenPaper seenPaper(const QByteArray& pdf, const QString& label)
{
    constexpr double Scale = 2; // pixels a point
    constexpr double Millimetre = 72 / 25.4;
    QByteArray copy = pdf;
    QBuffer buffer(&copy);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document(nullptr);
    document.load(&buffer);
    SeenPaper seen;
    for (int page = 0; page < document.pageCount(); ++page) {
        const QString text = document.getAllText(page).text();
        seen.text += text.simplified().remove(u' ');
        const auto at = text.indexOf(label);
        if (at < 0)
            continue;
        const QRectF words = document.getSelectionAtIndex(page, static_cast<int>(at), static_cast<int>(label.size()))
                                 .boundingRectangle();
        const QRectF place(
            words.right() + Millimetre, words.bottom() - 8 * Millimetre, 50 * Millimetre, 6.5 * Millimetre);
        const QImage image = document.render(page, (document.pagePointSize(page) * Scale).toSize());
        const QRect area = QRectF(place.topLeft() * Scale, place.size() * Scale).toRect().intersected(image.rect());
        seen.handPixels = 0;
        for (int y = area.top(); y <= area.bottom(); ++y) {
            for (int x = area.left(); x <= area.right(); ++x)
                seen.handPixels += qAlpha(image.pixel(x, y)) > 128 && qGray(image.pixel(x, y)) < 128 ? 1 : 0;
        }
    }
    return seen;
}

} // namespace kuaiban::test

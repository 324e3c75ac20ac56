#include "SlipSheet.h"

#include "modules/documents/Columns.h"
#include "modules/documents/QrCode.h"

#include <QBuffer>
#include <QFont>
#include <QFontMetrics>
#include <QImage>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int HanziDots = 24;
constexpr int ColumnDots = 12;
constexpr int LineDots = 34; // a sixth of an inch, as printers feed unless told otherwise
constexpr double DotsPerMm = 8;
constexpr double PaperMarginMm = 4; // 80 mm of paper, 72 mm of print
constexpr QSizeF A4Mm(210, 297);

// Draws line under line; how high the slip becomes shows only at the end.
class SlipPainter
{
public:
    explicit SlipPainter(const documents::Receipt& receipt)
        : m_receipt(receipt)
        , m_font(u"Noto Sans Mono CJK SC"_s)
    {
        m_font.setPixelSize(HanziDots);
    }

    Result<QImage> draw()
    {
        for (const auto& line : m_receipt.lines)
            KB_CHECK(std::visit([this](const auto& kind) { return add(kind); }, line));
        QImage whole(m_receipt.dots, std::max(1, m_height), QImage::Format_RGB32);
        whole.fill(Qt::white);
        QPainter painter(&whole);
        int y = 0;
        for (const auto& strip : std::as_const(m_strips)) {
            painter.drawImage(0, y, strip);
            y += strip.height();
        }
        return whole;
    }

private:
    QImage& addStrip(int height)
    {
        QImage strip(m_receipt.dots, height, QImage::Format_RGB32);
        strip.fill(Qt::white);
        m_strips.append(strip);
        m_height += height;
        return m_strips.last();
    }

    Done add(const documents::ReceiptText& line)
    {
        const int size = line.doubleSize ? 2 : 1;
        QPainter painter(&addStrip((line.doubleSize ? HanziDots : 0) + LineDots));
        const int width = documents::columnsOf(line.text) * ColumnDots * size;
        const int spare = std::max(0, m_receipt.dots - width);
        const bool centred = line.align == documents::ReceiptText::Align::Center;
        painter.translate(centred ? spare / 2 : line.align == documents::ReceiptText::Align::Right ? spare : 0, 0);
        painter.scale(size, size);
        auto font = m_font;
        font.setBold(line.bold);
        painter.setFont(font);
        // Every character stands on the printer's own grid, whatever the font thinks of its width.
        int x = 0;
        const int base = QFontMetrics(font).ascent() - (QFontMetrics(font).height() - HanziDots) / 2;
        for (const char32_t character : line.text.toUcs4()) {
            painter.drawText(x, base, QString::fromUcs4(&character, 1));
            x += documents::columnsOf(character) * ColumnDots;
        }
        return {};
    }

    Done add(const documents::ReceiptQr& code)
    {
        KB_TRY(const auto symbol, documents::makeQrCode(code.payload));
        const int quiet = documents::QrCode::QuietModules;
        const int side = symbol.side * code.moduleDots;
        QPainter painter(&addStrip(side + 2 * quiet * code.moduleDots));
        painter.translate((m_receipt.dots - side) / 2, quiet * code.moduleDots);
        for (int i = 0; i < symbol.side * symbol.side; ++i) {
            if (symbol.modules.at(i) != 0)
                painter.fillRect(i % symbol.side * code.moduleDots, i / symbol.side * code.moduleDots, code.moduleDots,
                    code.moduleDots, Qt::black);
        }
        return {};
    }

    Done add(const documents::ReceiptRule&)
    {
        return add(documents::ReceiptText{QString(m_receipt.columns, u'-'), {}, false, false});
    }

    Done add(const documents::ReceiptFeed& feed)
    {
        addStrip(std::max(1, feed.lines * LineDots));
        return {};
    }

    Done add(const documents::ReceiptCut&) { return {}; } // the edge of the paper shows it

    Done add(const documents::ReceiptRaster& picture)
    {
        const auto* bits = reinterpret_cast<const uchar*>(picture.bits.constData());
        QImage image(bits, picture.width, picture.height, picture.width / 8, QImage::Format_Mono);
        image.setColorTable({qRgb(255, 255, 255), qRgb(0, 0, 0)});
        QPainter(&addStrip(picture.height)).drawImage(0, 0, image);
        return {};
    }

    const documents::Receipt& m_receipt;
    QFont m_font;
    QList<QImage> m_strips;
    int m_height = 0;
};

} // namespace

Result<QByteArray> slipSheet(const documents::Receipt& receipt)
{
    KB_TRY(const auto picture, SlipPainter(receipt).draw());
    const QSizeF print(picture.width() / DotsPerMm, picture.height() / DotsPerMm);
    const QRectF paper((A4Mm.width() - print.width()) / 2 - PaperMarginMm, 2 * PaperMarginMm,
        print.width() + 2 * PaperMarginMm, print.height() + 2 * PaperMarginMm);
    QBuffer pdf;
    pdf.open(QIODevice::WriteOnly);
    QPdfWriter writer(&pdf);
    constexpr int dpi = 254; // ten dots a millimetre
    writer.setResolution(dpi);
    writer.setPageSize(QPageSize(QSizeF(A4Mm.width(), std::max(A4Mm.height(), paper.bottom() + 2 * PaperMarginMm)),
        QPageSize::Millimeter, {}, QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    QPainter painter(&writer);
    constexpr double dotsPerMm = dpi / 25.4;
    painter.scale(dotsPerMm, dotsPerMm);
    painter.fillRect(QRectF(QPointF(), A4Mm), QColor(Qt::lightGray).lighter(115));
    painter.fillRect(paper, Qt::white);
    painter.drawImage(QRectF(paper.topLeft() + QPointF(PaperMarginMm, PaperMarginMm), print), picture);
    painter.end();
    return pdf.data();
}

} // namespace kuaiban::counter

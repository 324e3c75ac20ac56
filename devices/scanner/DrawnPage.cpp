#include "DrawnPage.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <cmath>
#include <random>

namespace kuaiban::devices {

using namespace Qt::StringLiterals;

namespace {

constexpr QSizeF A4Mm(210, 297);
constexpr QSizeF CardMm(85.6, 54); // ID-1 of ISO/IEC 7810
constexpr QColor Paper(250, 249, 246);
constexpr QColor Lid(24, 24, 26);
const QString Separator = u"separator"_s;
constexpr int LongestName = 80; // with the id of a material in it

// Draws in millimetres, whatever the resolution.
class Sheet
{
public:
    Sheet(int dpi, QColor paper)
        : m_image(pixels(A4Mm.width(), dpi), pixels(A4Mm.height(), dpi), QImage::Format_RGB32)
    {
        m_image.fill(paper);
        m_painter.begin(&m_image);
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.scale(dpi / 25.4, dpi / 25.4);
    }

    QPainter& painter() { return m_painter; }
    QImage finished()
    {
        m_painter.end();
        return m_image;
    }

    void text(QPointF at, double height, const QString& words, QColor colour = QColor(30, 30, 34))
    {
        m_painter.setPen(colour);
        if (qobject_cast<QGuiApplication*>(QCoreApplication::instance())) {
            QFont font;
            font.setPixelSize(100); // fonts have no sizes below a pixel: draw large, then shrink
            m_painter.save();
            m_painter.translate(at);
            m_painter.scale(height / 100, height / 100);
            m_painter.setFont(font);
            m_painter.drawText(QPointF(0, 0), words);
            m_painter.restore();
        } else {
            strokes(at, height, words.size(), colour);
        }
    }
    void centred(double y, double height, const QString& words)
    {
        text({(A4Mm.width() - height * static_cast<double>(words.size())) / 2, y}, height, words);
    }

private:
    static int pixels(double mm, int dpi) { return static_cast<int>(std::lround(mm * dpi / 25.4)); }

    // Something that has the ink and the edges of a line of Chinese writing.
    void strokes(QPointF at, double height, qsizetype letters, QColor colour)
    {
        std::mt19937 random(static_cast<quint32>(at.x() * 31 + at.y() * 997 + height));
        const auto part = [&random] { return static_cast<double>(random() % 1000) / 1000; };
        QPen pen(colour, height * 0.09);
        pen.setCapStyle(Qt::FlatCap);
        m_painter.setPen(pen);
        for (qsizetype i = 0; i < letters; ++i) {
            const double x = at.x() + static_cast<double>(i) * height;
            for (int k = 0; k < 4; ++k) {
                const double y = at.y() - height * (0.1 + 0.75 * part());
                m_painter.drawLine(QPointF(x + 0.1 * height, y), QPointF(x + 0.85 * height, y));
                const double column = x + height * (0.15 + 0.65 * part());
                m_painter.drawLine(QPointF(column, at.y() - 0.85 * height), QPointF(column, at.y() - 0.05 * height));
            }
        }
    }

    QImage m_image;
    QPainter m_painter;
};

void drawSeal(Sheet& sheet, QPointF centre, double radius)
{
    auto& painter = sheet.painter();
    const QColor red(200, 30, 40, 190);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(red, radius * 0.08));
    painter.drawEllipse(centre, radius, radius);
    QPainterPath star;
    for (int i = 0; i < 5; ++i) {
        const double angle = -M_PI / 2 + i * 4 * M_PI / 5;
        const QPointF tip = centre + 0.38 * radius * QPointF(std::cos(angle), std::sin(angle));
        i == 0 ? star.moveTo(tip) : star.lineTo(tip);
    }
    star.closeSubpath();
    star.setFillRule(Qt::WindingFill);
    painter.fillPath(star, red);
}

void drawTable(Sheet& sheet, double top, const QList<QStringList>& rows)
{
    constexpr double left = 22;
    constexpr double width = 166;
    constexpr double rowHeight = 11;
    for (qsizetype row = 0; row < rows.size(); ++row) {
        const auto& cells = rows.at(row);
        const double cellWidth = width / static_cast<double>(cells.size());
        for (qsizetype cell = 0; cell < cells.size(); ++cell) {
            const QRectF box(left + static_cast<double>(cell) * cellWidth, top + static_cast<double>(row) * rowHeight,
                cellWidth, rowHeight);
            sheet.painter().setBrush(Qt::NoBrush);
            sheet.painter().setPen(QPen(QColor(40, 40, 44), 0.25));
            sheet.painter().drawRect(box);
            sheet.text(box.bottomLeft() + QPointF(2.5, -3.4), 4.2, cells.at(cell));
        }
    }
}

void drawForm(Sheet& sheet)
{
    sheet.centred(38, 8, u"业务申请表"_s);
    sheet.text({22, 52}, 4.2, u"受理窗口：三号窗口"_s);
    drawTable(sheet, 58,
        {{u"姓名"_s, u"王桂兰"_s, u"性别"_s, u"女"_s}, {u"申请事项"_s, u"城乡居民养老待遇申领"_s},
            {u"联系地址"_s, u"示例街道八十八号"_s}, {u"开户银行"_s, u"示例银行"_s},
            {u"备注"_s, u"材料齐全，情况属实"_s}});
    for (int line = 0; line < 8; ++line)
        sheet.text({22, 132 + 9.0 * line}, 4.2,
            u"本人承诺所填内容真实有效，并对所提交材料的真实性负责，如有不实愿承担责任。"_s);
    sheet.text({120, 226}, 4.6, u"申请人：王桂兰"_s);
    drawSeal(sheet, {150, 246}, 19);
}

void drawHousehold(Sheet& sheet)
{
    sheet.centred(40, 9, u"常住人口登记卡"_s);
    drawTable(sheet, 54,
        {{u"姓名"_s, u"王桂兰"_s, u"户主或与户主关系"_s, u"户主"_s}, {u"曾用名"_s, u"无"_s, u"性别"_s, u"女"_s},
            {u"出生地"_s, u"示例省示例市"_s, u"民族"_s, u"汉族"_s}, {u"籍贯"_s, u"示例省示例市"_s},
            {u"文化程度"_s, u"初中"_s, u"婚姻状况"_s, u"已婚"_s}, {u"何时由何地迁来本市"_s, u"出生落户"_s},
            {u"登记日期"_s, u"二〇一二年六月一日"_s}});
    drawSeal(sheet, {158, 150}, 16);
}

void drawCertificate(Sheet& sheet)
{
    sheet.painter().setBrush(Qt::NoBrush);
    sheet.painter().setPen(QPen(QColor(160, 120, 40), 1.2));
    sheet.painter().drawRect(QRectF(14, 14, 182, 269));
    sheet.centred(70, 13, u"证明"_s);
    for (int line = 0; line < 6; ++line)
        sheet.text({30, 100 + 12.0 * line}, 5.5, u"兹证明该同志自二〇〇六年至今在我单位工作，情况属实。"_s);
    drawSeal(sheet, {146, 206}, 20);
}

void drawPhoto(Sheet& sheet)
{
    std::mt19937 random(7);
    auto& painter = sheet.painter();
    painter.setPen(Qt::NoPen);
    QLinearGradient sky(0, 0, 0, A4Mm.height());
    sky.setColorAt(0, QColor(120, 170, 220));
    sky.setColorAt(1, QColor(225, 215, 190));
    painter.fillRect(QRectF(QPointF(0, 0), A4Mm), sky);
    for (int i = 0; i < 220; ++i) {
        const auto part = [&random](int limit) { return static_cast<double>(random() % static_cast<quint32>(limit)); };
        painter.setBrush(QColor::fromHsv(static_cast<int>(part(360)), 120, 200, 120));
        painter.drawEllipse(QPointF(part(210), part(297)), 3 + part(16), 3 + part(16));
    }
}

void drawCard(Sheet& sheet, bool front)
{
    auto& painter = sheet.painter();
    painter.translate(38, 61);
    painter.rotate(front ? 2.5 : -1.5); // nobody lays it down straight
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(222, 232, 238));
    painter.drawRoundedRect(QRectF(QPointF(0, 0), CardMm), 3, 3);
    if (front) {
        sheet.text({6, 12}, 4, u"姓名　王桂兰"_s);
        sheet.text({6, 20}, 4, u"性别　女　民族　汉"_s);
        sheet.text({6, 36}, 4, u"住址　示例街道八十八号"_s);
        painter.fillRect(QRectF(58, 8, 21, 30), QColor(150, 160, 175));
    } else {
        drawSeal(sheet, {14, 14}, 8);
        sheet.text({28, 18}, 7, u"居民身份证"_s);
        sheet.text({12, 40}, 4, u"签发机关　示例市公安局"_s);
        sheet.text({12, 48}, 4, u"有效期限　二〇一二至长期"_s);
    }
}

void drawSeparator(Sheet& sheet, const QString& code)
{
    const auto modules = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode)
                             .setEncoding(ZXing::CharacterSet::UTF8)
                             .encode(code.toStdString(), 0, 0);
    const double side = 60.0 / modules.width();
    sheet.painter().setPen(Qt::NoPen);
    for (int y = 0; y < modules.height(); ++y) {
        for (int x = 0; x < modules.width(); ++x) {
            if (modules.get(x, y)) // a little larger: no light between them
                sheet.painter().fillRect(QRectF(75 + x * side, 90 + y * side, side * 1.02, side * 1.02), Qt::black);
        }
    }
    sheet.centred(60, 9, u"分隔页"_s);
}

// The page laid down otherwise than it should be: moved by millimetres and turned, on this ground.
QImage laid(const QImage& page, int dpi, QPointF by, double degrees, double scale, QColor ground)
{
    QImage image(page.size(), QImage::Format_RGB32);
    image.fill(ground);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QPointF middle(page.width() / 2.0, page.height() / 2.0);
    painter.translate(middle + by * dpi / 25.4);
    painter.rotate(degrees);
    painter.scale(scale, scale);
    painter.drawImage(-middle, page);
    return image;
}

// Scaling down and up again smears edges as an unfocused lens does.
QImage smeared(const QImage& image, int dpi)
{
    const int factor = std::max(4, dpi / 25);
    const auto small = image.scaled(image.size() / factor, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return small.scaled(image.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

} // namespace

bool isDrawnPage(const QString& name)
{
    static const QStringList names{u"form"_s, u"household"_s, u"certificate"_s, u"photo"_s, u"blank"_s, u"blurred"_s,
        u"dark"_s, u"skewed"_s, u"cut"_s, u"small"_s, u"card-front"_s, u"card-back"_s, Separator};
    return names.contains(name) || (name.startsWith(Separator + u':') && name.size() <= LongestName);
}

QImage drawPage(const QString& name, int dpi)
{
    if (!isDrawnPage(name))
        return {};
    if (name == "blurred"_L1)
        return smeared(drawPage(u"form"_s, dpi), dpi);
    if (name == "skewed"_L1)
        return laid(drawPage(u"form"_s, dpi), dpi, {}, 3.4, 1, Paper);
    if (name == "cut"_L1)
        return laid(drawPage(u"form"_s, dpi), dpi, {-30, 0}, 0, 1, Paper);
    if (name == "small"_L1)
        return laid(drawPage(u"household"_s, dpi), dpi, {-20, -30}, 0, 0.5, Lid);
    const bool card = name.startsWith("card-"_L1);
    Sheet sheet(dpi, name == "dark"_L1 ? Lid : card ? QColor(Qt::white) : Paper);
    if (name == "form"_L1)
        drawForm(sheet);
    else if (name == "household"_L1)
        drawHousehold(sheet);
    else if (name == "certificate"_L1)
        drawCertificate(sheet);
    else if (name == "photo"_L1)
        drawPhoto(sheet);
    else if (card)
        drawCard(sheet, name == "card-front"_L1);
    else if (name.startsWith(Separator))
        drawSeparator(sheet, u"KB-SEP"_s + name.mid(Separator.size()));
    return sheet.finished();
}

} // namespace kuaiban::devices

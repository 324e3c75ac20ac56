#include "devices/scanner/DrawnPage.h"
#include "devices/scanner/PageSkew.h"
#include "Laid.h"
#include "tests/support/base/SeededRandom.h"

#include <QtTest>

using namespace kuaiban::devices;
using namespace kuaiban::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Dpi = 150;
const QColor Paper(250, 249, 246);
const QColor Lid(24, 24, 26);

// How much ink there is, in pixels that are wholly black.
double inkOn(const QImage& image)
{
    const auto grey = image.convertToFormat(QImage::Format_Grayscale8);
    double ink = 0;
    for (int y = 0; y < grey.height(); ++y) {
        for (int x = 0; x < grey.width(); ++x)
            ink += (249 - std::min<int>(249, grey.constScanLine(y)[x])) / 249.0;
    }
    return ink;
}

QImage withMarksInItsCorners(int side)
{
    QImage image(800, 1100, QImage::Format_RGB32);
    image.fill(Paper);
    QPainter painter(&image);
    const QRect frame = image.rect().adjusted(0, 0, -side, -side);
    for (const QPoint corner : {frame.topLeft(), frame.topRight(), frame.bottomLeft(), frame.bottomRight()})
        painter.fillRect(QRect(corner, QSize(side, side)), Qt::black);
    return image;
}

} // namespace

class TestPageSkew : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void skew_ofACrookedPage_isFound_data();
    void skew_ofACrookedPage_isFound();
    void skew_ofAPageOnItsSide_isFound();
    void skew_ofAnEmptySheet_isThatOfItsBorder_data();
    void skew_ofAnEmptySheet_isThatOfItsBorder();
    void skew_ofAPageWithoutLines_isNone_data();
    void skew_ofAPageWithoutLines_isNone();
    void straightened_page_isStraight_data();
    void straightened_page_isStraight();
    void straightened_page_losesNothing_data();
    void straightened_page_losesNothing();
    void straightened_page_withRoomAround_keepsItsSize();
    void straightened_page_keepsItsKind_data();
    void straightened_page_keepsItsKind();
    void straightened_byNothing_isTheSame();
    void tinyImages_areTaken();
};

void TestPageSkew::skew_ofACrookedPage_isFound_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<double>("degrees");
    QTest::addColumn<QColor>("ground");
    for (const auto& page : {u"form"_s, u"household"_s, u"certificate"_s, u"blurred"_s}) {
        for (const double degrees : {-14.6, -7.3, -0.4, 0.0, 1.25, 5.0, 12.1}) {
            QTest::addRow("%s, %.2f, no border", qPrintable(page), degrees) << page << degrees << Paper;
            QTest::addRow("%s, %.2f, dark lid", qPrintable(page), degrees) << page << degrees << Lid;
        }
    }
}

void TestPageSkew::skew_ofACrookedPage_isFound()
{
    QFETCH(QString, page);
    QFETCH(double, degrees);
    QFETCH(QColor, ground);
    const auto skew = skewOf(laid(drawPage(page, Dpi), degrees, ground));
    QVERIFY(skew);
    QVERIFY2(qAbs(*skew - degrees) <= 0.2, qPrintable(QString::number(*skew)));
}

void TestPageSkew::skew_ofAPageOnItsSide_isFound()
{
    const auto page = laid(drawPage(u"form"_s, Dpi).transformed(QTransform().rotate(90)), -3.2, Paper);
    const auto skew = skewOf(page);
    QVERIFY(skew);
    QVERIFY2(qAbs(*skew + 3.2) <= 0.2, qPrintable(QString::number(*skew)));
}

void TestPageSkew::skew_ofAnEmptySheet_isThatOfItsBorder_data()
{
    QTest::addColumn<double>("degrees");
    for (const double degrees : {-9.0, -2.4, 0.0, 4.0, 14.0})
        QTest::addRow("%.1f", degrees) << degrees;
}

void TestPageSkew::skew_ofAnEmptySheet_isThatOfItsBorder()
{
    QFETCH(double, degrees);
    const auto skew = skewOf(laid(drawPage(u"blank"_s, Dpi), degrees, Lid, 0.8));
    QVERIFY(skew);
    QVERIFY2(qAbs(*skew - degrees) <= 0.2, qPrintable(QString::number(*skew)));
}

void TestPageSkew::skew_ofAPageWithoutLines_isNone_data()
{
    QTest::addColumn<QImage>("page");
    QTest::newRow("empty") << drawPage(u"blank"_s, Dpi);
    QTest::newRow("dark") << drawPage(u"dark"_s, Dpi);
    QTest::newRow("a landscape") << drawPage(u"photo"_s, Dpi);
    QTest::newRow("more crooked than anybody lays it") << laid(drawPage(u"form"_s, Dpi), 21, Paper);
    QImage noise(1000, 1400, QImage::Format_Grayscale8);
    SeededRandom random(11);
    for (int y = 0; y < noise.height(); ++y) {
        for (int x = 0; x < noise.width(); ++x)
            noise.scanLine(y)[x] = static_cast<uchar>(190 + random.below(61));
    }
    QTest::newRow("nothing but noise") << noise;
}

void TestPageSkew::skew_ofAPageWithoutLines_isNone()
{
    QFETCH(QImage, page);
    const auto skew = skewOf(page);
    QVERIFY2(!skew, qPrintable(QString::number(skew.value_or(0))));
}

void TestPageSkew::straightened_page_isStraight_data()
{
    QTest::addColumn<double>("degrees");
    for (const double degrees : {-11.0, -0.8, 3.4, 14.9})
        QTest::addRow("%.1f", degrees) << degrees;
}

void TestPageSkew::straightened_page_isStraight()
{
    QFETCH(double, degrees);
    const auto page = laid(drawPage(u"form"_s, Dpi), degrees, Paper);
    const auto straight = straightened(page, skewOf(page).value());
    const auto left = skewOf(straight);
    QVERIFY(left);
    QVERIFY2(qAbs(*left) <= 0.2, qPrintable(QString::number(*left)));
}

void TestPageSkew::straightened_page_losesNothing_data()
{
    QTest::addColumn<double>("degrees");
    QTest::addColumn<int>("side");
    for (const double degrees : {-15.0, -2.0, 0.7, 9.0}) {
        QTest::addRow("%.1f", degrees) << degrees << 60;
        QTest::addRow("%.1f, small marks", degrees) << degrees << 12;
    }
}

void TestPageSkew::straightened_page_losesNothing()
{
    QFETCH(double, degrees);
    QFETCH(int, side);
    const auto page = withMarksInItsCorners(side);
    const auto straight = straightened(page, degrees);
    QVERIFY(straight.width() >= page.width() && straight.height() >= page.height());
    const double before = inkOn(page);
    const double after = inkOn(straight);
    QVERIFY2(after > 0.9 * before && after < 1.1 * before, qPrintable(u"%1 of %2"_s.arg(after).arg(before)));
}

void TestPageSkew::straightened_page_withRoomAround_keepsItsSize()
{
    const auto page = laid(drawPage(u"form"_s, Dpi), 2.5, Paper);
    QCOMPARE(straightened(page, 2.5).size(), page.size());
    const auto onLid = laid(drawPage(u"form"_s, Dpi), 2.5, Lid, 0.8);
    QCOMPARE(straightened(onLid, 2.5).size(), onLid.size());
}

void TestPageSkew::straightened_page_keepsItsKind_data()
{
    QTest::addColumn<QImage::Format>("format");
    QTest::addColumn<QImage::Format>("result");
    QTest::newRow("colour") << QImage::Format_RGB32 << QImage::Format_RGB32;
    QTest::newRow("colour of another depth") << QImage::Format_RGB888 << QImage::Format_RGB32;
    QTest::newRow("grey") << QImage::Format_Grayscale8 << QImage::Format_Grayscale8;
    QTest::newRow("black and white") << QImage::Format_Mono << QImage::Format_Grayscale8;
}

void TestPageSkew::straightened_page_keepsItsKind()
{
    QFETCH(QImage::Format, format);
    QFETCH(QImage::Format, result);
    auto page = drawPage(u"certificate"_s, 75).convertToFormat(format);
    page.setDotsPerMeterX(2953);
    page.setDotsPerMeterY(2953);
    const auto straight = straightened(page, 3);
    QCOMPARE(straight.format(), result);
    QCOMPARE(straight.dotsPerMeterX(), 2953);
    QCOMPARE(straight.allGray(), format != QImage::Format_RGB32 && format != QImage::Format_RGB888); // the seal is red
}

void TestPageSkew::straightened_byNothing_isTheSame()
{
    const auto page = drawPage(u"form"_s, 75);
    const auto straight = straightened(page, 0);
    QCOMPARE(straight.size(), page.size());
    const QRect inside = page.rect().adjusted(0, 0, -1, -1); // at the last row there is nothing more to mix with
    QCOMPARE(straight.copy(inside), page.copy(inside));
}

void TestPageSkew::tinyImages_areTaken()
{
    QVERIFY(!skewOf(QImage()));
    QVERIFY(straightened(QImage(), 3).isNull());
    for (const QSize size : {QSize(1, 1), QSize(1, 300), QSize(300, 1), QSize(2, 2)}) {
        QImage speck(size, QImage::Format_RGB32);
        speck.fill(Qt::white);
        QVERIFY(!skewOf(speck));
        for (const double degrees : {-15.0, 0.0, 3.0})
            QVERIFY(!straightened(speck, degrees).isNull());
    }
}

QTEST_GUILESS_MAIN(TestPageSkew)
#include "test_page_skew.moc"

#include "devices/scanner/DrawnPage.h"
#include "devices/scanner/PageEncoder.h"
#include "devices/scanner/PageQuality.h"
#include "tests/support/base/SeededRandom.h"

#include <QPainter>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

namespace {

QImage noise(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    quint32 state = 1;
    for (int y = 0; y < height; ++y) {
        auto* row = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < width; ++x) {
            state = state * 1664525 + 1013904223;
            row[x] = qRgb(
                static_cast<int>(state >> 24), static_cast<int>(state >> 16 & 255), static_cast<int>(state >> 8 & 255));
        }
    }
    return image;
}

// A form that was laid down beside where it should lie, by millimetres.
QImage moved(QPointF by)
{
    constexpr int dpi = 200;
    const auto form = drawPage(u"form"_s, dpi);
    QImage image(form.size(), QImage::Format_RGB32);
    image.fill(QColor(250, 249, 246));
    QPainter painter(&image);
    painter.drawImage(by * dpi / 25.4, form);
    return image;
}

} // namespace

class TestPageEncoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void analyse_pages_areJudged_data();
    void analyse_pages_areJudged();
    void analyse_oneSignatureLine_isNotBlank();
    void analyse_specksAndShadowAtTheMargin_areBlank();
    void analyse_writingOverTheEdge_isCut_data();
    void analyse_writingOverTheEdge_isCut();
    void analyse_whatMeetsTheEdgeOtherwise_isNotCut_data();
    void analyse_whatMeetsTheEdgeOtherwise_isNotCut();
    void analyse_tinyImage_hasNoOpinion();
    void encode_modes_haveTheirFormat_data();
    void encode_modes_haveTheirFormat();
    void encode_a4Colour_staysWithinItsBudget();
    void encode_incompressiblePage_isMarkedLarge();
    void encode_nothing_isRefused();
    void encode_lineart_isBlackAndWhite();
};

void TestPageEncoder::analyse_pages_areJudged_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<int>("dpi");
    QTest::addColumn<bool>("blank");
    QTest::addColumn<QStringList>("warnings");
    for (const int dpi : {150, 200, 300}) {
        QTest::addRow("form at %d", dpi) << u"form"_s << dpi << false << QStringList();
        QTest::addRow("certificate at %d", dpi) << u"certificate"_s << dpi << false << QStringList();
        QTest::addRow("blank at %d", dpi) << u"blank"_s << dpi << true << QStringList();
        QTest::addRow("blurred at %d", dpi) << u"blurred"_s << dpi << false << QStringList{u"blurred"_s};
        QTest::addRow("dark at %d", dpi) << u"dark"_s << dpi << false << QStringList{u"dark"_s};
        QTest::addRow("cut at %d", dpi) << u"cut"_s << dpi << false << QStringList{u"cut"_s};
        QTest::addRow("skewed at %d", dpi) << u"skewed"_s << dpi << false << QStringList();
    }
}

void TestPageEncoder::analyse_pages_areJudged()
{
    QFETCH(QString, page);
    QFETCH(int, dpi);
    QFETCH(QStringList, warnings);
    const auto analysis = analysePage(drawPage(page, dpi));
    QTEST(analysis.blank, "blank");
    QCOMPARE(analysis.quality.warnings, warnings);
    QCOMPARE(analysis.quality.score >= 50, warnings.isEmpty());
}

void TestPageEncoder::analyse_oneSignatureLine_isNotBlank()
{
    auto image = drawPage(u"blank"_s, 200);
    QPainter painter(&image);
    painter.setPen(QPen(Qt::darkBlue, 4));
    painter.drawLine(700, 1200, 1300, 1180);
    painter.drawLine(800, 1150, 900, 1250);
    painter.drawLine(1000, 1150, 1050, 1260);
    painter.end();
    QVERIFY(!analysePage(image).blank);
}

void TestPageEncoder::analyse_specksAndShadowAtTheMargin_areBlank()
{
    auto image = drawPage(u"blank"_s, 200);
    QPainter painter(&image);
    painter.fillRect(0, 0, 20, image.height(), Qt::darkGray);
    for (int i = 0; i < 20; ++i)
        painter.fillRect(100 + 70 * i, 100 + 97 * i, 2, 2, Qt::black);
    painter.end();
    QVERIFY(analysePage(image).blank);
}

void TestPageEncoder::analyse_writingOverTheEdge_isCut_data()
{
    QTest::addColumn<QPointF>("by");
    QTest::newRow("left") << QPointF(-30, 0);
    QTest::newRow("right") << QPointF(40, 0);
    QTest::newRow("top, through a line") << QPointF(0, -50);
    QTest::newRow("bottom, through a line") << QPointF(0, 131);
}

void TestPageEncoder::analyse_writingOverTheEdge_isCut()
{
    QFETCH(QPointF, by); // millimetres
    QCOMPARE(analysePage(moved(by)).quality.warnings, QStringList{u"cut"_s});
}

void TestPageEncoder::analyse_whatMeetsTheEdgeOtherwise_isNotCut_data()
{
    QTest::addColumn<QImage>("page");
    QTest::newRow("a narrow margin") << moved({-18, 0});
    auto shadow = drawPage(u"form"_s, 200);
    QPainter painter(&shadow);
    QLinearGradient grey(0, 0, 40, 0);
    grey.setColorAt(0, QColor(50, 50, 50));
    grey.setColorAt(1, QColor(250, 249, 246));
    painter.fillRect(0, 0, 40, shadow.height(), grey);
    painter.end();
    QTest::newRow("the shadow of the lid") << shadow;
    auto ragged = drawPage(u"form"_s, 200);
    test::SeededRandom random(5);
    painter.begin(&ragged);
    for (int y = 0; y < ragged.height(); y += 9)
        painter.fillRect(0, y, 2 + random.below(6), 6, Qt::black);
    painter.end();
    QTest::newRow("a ragged shadow") << ragged;
    auto seal = drawPage(u"form"_s, 200);
    painter.begin(&seal);
    painter.setPen(QPen(QColor(200, 30, 40), 10));
    for (int radius = 40; radius <= 150; radius += 36)
        painter.drawEllipse(QPoint(seal.width(), 1200), radius, radius);
    painter.end();
    QTest::newRow("a seal across two sheets") << seal;
    auto rule = drawPage(u"form"_s, 200);
    painter.begin(&rule);
    painter.fillRect(0, 300, rule.width(), 6, Qt::black);
    painter.fillRect(0, 2100, rule.width(), 6, Qt::black);
    painter.end();
    QTest::newRow("rules from edge to edge") << rule;
    QTest::newRow("a photo") << drawPage(u"photo"_s, 200);
    QTest::newRow("a sheet below a dark lid") << drawPage(u"small"_s, 200);
}

void TestPageEncoder::analyse_whatMeetsTheEdgeOtherwise_isNotCut()
{
    QFETCH(QImage, page);
    QCOMPARE(analysePage(page).quality.warnings, QStringList());
}

void TestPageEncoder::analyse_tinyImage_hasNoOpinion()
{
    QImage image(1, 1, QImage::Format_RGB32);
    image.fill(Qt::white);
    QCOMPARE(analysePage(image).quality.sharpness, -1);
}

void TestPageEncoder::encode_modes_haveTheirFormat_data()
{
    QTest::addColumn<ScanMode>("mode");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("magic");
    QTest::addRow("colour") << ScanMode::Color << u"jpeg"_s << "\xff\xd8\xff"_ba;
    QTest::addRow("grey") << ScanMode::Gray << u"jpeg"_s << "\xff\xd8\xff"_ba;
    QTest::addRow("line art") << ScanMode::Lineart << u"png"_s << "\x89PNG"_ba;
}

void TestPageEncoder::encode_modes_haveTheirFormat()
{
    QFETCH(ScanMode, mode);
    QFETCH(QByteArray, magic);
    const auto page = encodePage(drawPage(u"form"_s, 100), mode, 100, 3);
    QVERIFY(page);
    QTEST(page->format, "format");
    QVERIFY(page->bytes.startsWith(magic));
    QCOMPARE(page->number, 3);
    const auto image = QImage::fromData(page->bytes);
    QCOMPARE(image.size(), QSize(page->width, page->height));
    QCOMPARE(image.width(), 827);
    QVERIFY(qAbs(image.dotsPerMeterX() - 3937) <= 1);
    QCOMPARE(image.allGray(), mode != ScanMode::Color);
}

void TestPageEncoder::encode_a4Colour_staysWithinItsBudget()
{
    for (const auto& name : {u"form"_s, u"household"_s, u"photo"_s}) {
        const auto page = encodePage(drawPage(name, 300), ScanMode::Color, 300, 1);
        QVERIFY(page);
        QVERIFY2(page->bytes.size() <= 600 * 1024, qPrintable(QString::number(page->bytes.size())));
        QVERIFY(!page->quality.warnings.contains(u"large"_s));
    }
}

void TestPageEncoder::encode_incompressiblePage_isMarkedLarge()
{
    const auto page = encodePage(noise(1600, 1600), ScanMode::Color, 300, 1);
    QVERIFY(page);
    QVERIFY(page->bytes.size() > 600 * 1024);
    QVERIFY(page->quality.warnings.contains(u"large"_s));
}

void TestPageEncoder::encode_nothing_isRefused()
{
    const auto page = encodePage(QImage(), ScanMode::Color, 300, 1);
    QVERIFY(!page);
    QCOMPARE(page.error().code, u"scanner.image"_s);
}

void TestPageEncoder::encode_lineart_isBlackAndWhite()
{
    QImage image(16, 2, QImage::Format_RGB32);
    image.fill(Qt::white);
    image.setPixelColor(3, 1, Qt::black);
    const auto page = encodePage(image, ScanMode::Lineart, 300, 1);
    const auto back = QImage::fromData(page->bytes).convertToFormat(QImage::Format_RGB32);
    QCOMPARE(back.pixelColor(3, 1), QColor(Qt::black));
    QCOMPARE(back.pixelColor(4, 1), QColor(Qt::white));
}

QTEST_GUILESS_MAIN(TestPageEncoder)
#include "test_page_encoder.moc"

#include "devices/camera/FramePixels.h"
#include "devices/scanner/DrawnPage.h"
#include "Shots.h"

#include <QtTest>

using namespace kuaiban::devices;
using namespace kuaiban::test;
using namespace Qt::StringLiterals;

namespace {

QImage photo()
{
    return drawPage(u"photo"_s, 10); // 83 × 117 pixels
}

CameraFormat mjpgOf(const QImage& picture)
{
    return {FrameEncoding::Mjpg, picture.size()};
}

// A camera leaves out the Huffman tables, because they are always the same ones.
QByteArray withoutTables(const QByteArray& jpeg)
{
    auto result = jpeg.first(2);
    for (qsizetype at = 2; at + 3 < jpeg.size();) {
        const int kind = static_cast<quint8>(jpeg.at(at + 1));
        const int length = 2 + 256 * static_cast<quint8>(jpeg.at(at + 2)) + static_cast<quint8>(jpeg.at(at + 3));
        if (kind == 0xda)
            return result + jpeg.sliced(at);
        if (kind != 0xc4)
            result += jpeg.mid(at, length);
        at += length;
    }
    return {};
}

} // namespace

class TestFramePixels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void yuyv_colours_becomeRgb_data();
    void yuyv_colours_becomeRgb();
    void yuyv_paddedLines_areCutOff();
    void yuyv_impossible_isRefused_data();
    void yuyv_impossible_isRefused();
    void mjpg_whole_isRead_data();
    void mjpg_whole_isRead();
    void mjpg_cutAnywhere_isRefused();
    void mjpg_impossible_isRefused_data();
    void mjpg_impossible_isRefused();
};

void TestFramePixels::yuyv_colours_becomeRgb_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QRgb>("left");
    QTest::addColumn<QRgb>("right");
    QTest::newRow("black and white") << "1080eb80"_ba << qRgb(0, 0, 0) << qRgb(255, 255, 255);
    QTest::newRow("beyond black and white") << "0080ff80"_ba << qRgb(0, 0, 0) << qRgb(255, 255, 255);
    QTest::newRow("grey") << "7e807f80"_ba << qRgb(128, 128, 128) << qRgb(129, 129, 129);
    QTest::newRow("red") << "515a51f0"_ba << qRgb(255, 0, 0) << qRgb(255, 0, 0);
    QTest::newRow("green") << "91369122"_ba << qRgb(0, 255, 1) << qRgb(0, 255, 1);
    QTest::newRow("blue") << "29f0296e"_ba << qRgb(0, 0, 255) << qRgb(0, 0, 255);
}

void TestFramePixels::yuyv_colours_becomeRgb()
{
    QFETCH(QByteArray, bytes);
    const auto image = imageFromFrame(QByteArray::fromHex(bytes), {FrameEncoding::Yuyv, {2, 1}}, 4).value();
    QCOMPARE(image.size(), QSize(2, 1));
    QTEST(image.pixel(0, 0), "left");
    QTEST(image.pixel(1, 0), "right");
}

void TestFramePixels::yuyv_paddedLines_areCutOff()
{
    const auto bytes = QByteArray::fromHex("10801080 aaaa eb80eb80"); // the last line has no padding
    const auto image = imageFromFrame(bytes, {FrameEncoding::Yuyv, {2, 2}}, 6).value();
    QCOMPARE(image.pixel(1, 0), qRgb(0, 0, 0));
    QCOMPARE(image.pixel(0, 1), qRgb(255, 255, 255));
}

void TestFramePixels::yuyv_impossible_isRefused_data()
{
    QTest::addColumn<int>("bytes");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("lineBytes");
    QTest::newRow("a byte too few") << 15 << QSize(4, 2) << 8;
    QTest::newRow("nothing") << 0 << QSize(4, 2) << 8;
    QTest::newRow("odd width") << 100 << QSize(3, 2) << 8;
    QTest::newRow("no size") << 100 << QSize(0, 0) << 8;
    QTest::newRow("negative size") << 100 << QSize(-4, -2) << 8;
    QTest::newRow("lines shorter than the picture") << 100 << QSize(8, 2) << 8;
    QTest::newRow("sizes that overflow") << 100 << QSize(0x7ffffffe, 0x7fffffff) << 0x7fffffff;
}

void TestFramePixels::yuyv_impossible_isRefused()
{
    QFETCH(int, bytes);
    QFETCH(QSize, size);
    QFETCH(int, lineBytes);
    const auto image = imageFromFrame(QByteArray(bytes, 'x'), {FrameEncoding::Yuyv, size}, lineBytes);
    QVERIFY(!image);
    QCOMPARE(image.error().code, u"scanner.image"_s);
}

void TestFramePixels::mjpg_whole_isRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto jpeg = jpegOf(photo());
    QTest::newRow("as it is") << jpeg;
    QTest::newRow("with zeros behind") << jpeg + QByteArray(500, '\0');
    QTest::newRow("with anything behind") << jpeg + "leftover of a longer frame"_ba;
    QTest::newRow("padded markers") << jpeg.first(2) + "\xff\xff"_ba + jpeg.sliced(2);
    QTest::newRow("without Huffman tables") << withoutTables(jpeg);
}

void TestFramePixels::mjpg_whole_isRead()
{
    QFETCH(QByteArray, bytes);
    const auto image = imageFromFrame(bytes, mjpgOf(photo()), 0);
    QVERIFY2(image, image ? "" : qPrintable(image.error().detail));
    QCOMPARE(*image, QImage::fromData(jpegOf(photo()))); // the pixels too, not merely the size
}

void TestFramePixels::mjpg_cutAnywhere_isRefused()
{
    const auto jpeg = jpegOf(photo());
    QVERIFY(jpeg.size() > 1000);
    QVERIFY(!QImage::fromData(jpeg.first(jpeg.size() / 2)).isNull()); // what the decoder alone would let through
    for (qsizetype size = 0; size < jpeg.size(); ++size) {
        const auto image = imageFromFrame(jpeg.first(size), mjpgOf(photo()), 0);
        QVERIFY2(!image, qPrintable(QString::number(size)));
        QCOMPARE(image.error().code, u"scanner.image"_s);
    }
}

void TestFramePixels::mjpg_impossible_isRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto jpeg = jpegOf(photo());
    QTest::newRow("noise") << QByteArray(4000, 'x');
    QTest::newRow("the next frame begins within") << jpeg.first(jpeg.size() / 2) + jpeg;
    QTest::newRow("no pixels") << "\xff\xd8\xff\xd9"_ba;
    QTest::newRow("another size") << jpegOf(photo().scaled(40, 40));
    QTest::newRow("a picture of another kind") << QByteArray("GIF89a") + jpeg;
}

void TestFramePixels::mjpg_impossible_isRefused()
{
    QFETCH(QByteArray, bytes);
    const auto image = imageFromFrame(bytes, mjpgOf(photo()), 0);
    QVERIFY(!image);
    QCOMPARE(image.error().code, u"scanner.image"_s);
}

QTEST_GUILESS_MAIN(TestFramePixels)
#include "test_frame_pixels.moc"

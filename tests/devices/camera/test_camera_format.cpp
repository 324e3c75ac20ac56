#include "devices/camera/CameraFormat.h"

#include <QtTest>

using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(CameraFormat)

namespace {

CameraFormat mjpg(int width, int height)
{
    return {FrameEncoding::Mjpg, {width, height}};
}

CameraFormat yuyv(int width, int height)
{
    return {FrameEncoding::Yuyv, {width, height}};
}

} // namespace

class TestCameraFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void best_ofWhatIsOffered_isChosen_data();
    void best_ofWhatIsOffered_isChosen();
    void best_nothingUsable_isCameraFormat_data();
    void best_nothingUsable_isCameraFormat();
    void usualSizes_ofARange_areThoseItReaches_data();
    void usualSizes_ofARange_areThoseItReaches();
};

void TestCameraFormat::best_ofWhatIsOffered_isChosen_data()
{
    QTest::addColumn<QList<CameraFormat>>("offered");
    QTest::addColumn<CameraFormat>("best");
    QTest::newRow("the largest, wherever it stands")
        << QList{mjpg(1920, 1080), mjpg(2592, 1944), mjpg(640, 480)} << mjpg(2592, 1944);
    QTest::newRow("not above five megapixels")
        << QList{mjpg(3264, 2448), mjpg(2048, 1536), mjpg(4208, 3120)} << mjpg(2048, 1536);
    QTest::newRow("MJPG before a larger YUYV") << QList{yuyv(2592, 1944), mjpg(1280, 720)} << mjpg(1280, 720);
    QTest::newRow("YUYV where MJPG is too large") << QList{mjpg(3264, 2448), yuyv(640, 480)} << yuyv(640, 480);
    QTest::newRow("the largest YUYV") << QList{yuyv(640, 480), yuyv(1280, 960)} << yuyv(1280, 960);
    QTest::newRow("a size of nothing is passed over") << QList{mjpg(0, 0), yuyv(320, 240)} << yuyv(320, 240);
    QTest::newRow("a size that overflows is passed over")
        << QList{mjpg(0x7fffffff, 0x7fffffff), mjpg(-1, -1), mjpg(320, 240)} << mjpg(320, 240);
}

void TestCameraFormat::best_ofWhatIsOffered_isChosen()
{
    QFETCH(QList<CameraFormat>, offered);
    QFETCH(CameraFormat, best);
    QCOMPARE(bestFormat(offered, u"/dev/video0"_s).value(), best);
}

void TestCameraFormat::best_nothingUsable_isCameraFormat_data()
{
    QTest::addColumn<QList<CameraFormat>>("offered");
    QTest::newRow("nothing") << QList<CameraFormat>{};
    QTest::newRow("too large") << QList{mjpg(4208, 3120), yuyv(4208, 3120)};
}

void TestCameraFormat::best_nothingUsable_isCameraFormat()
{
    QFETCH(QList<CameraFormat>, offered);
    const auto error = bestFormat(offered, u"/dev/video0"_s).error();
    QCOMPARE(error.code, u"camera.format"_s);
    QCOMPARE(error.fields.value("port"_L1).toString(), u"/dev/video0"_s);
}

void TestCameraFormat::usualSizes_ofARange_areThoseItReaches_data()
{
    QTest::addColumn<QSize>("least");
    QTest::addColumn<QSize>("most");
    QTest::addColumn<QSize>("step");
    QTest::addColumn<QList<QSize>>("sizes");
    QTest::newRow("every pixel") << QSize(16, 16) << QSize(2000, 2000) << QSize(1, 1)
                                 << QList{QSize(1920, 1080), QSize(1280, 720), QSize(640, 480)};
    QTest::newRow("coarse steps") << QSize(0, 0) << QSize(4000, 4000) << QSize(640, 240)
                                  << QList{QSize(1280, 720), QSize(640, 480)};
    QTest::newRow("a step of nothing") << QSize(640, 480) << QSize(640, 480) << QSize(0, 0) << QList{QSize(640, 480)};
    QTest::newRow("smaller than any") << QSize(16, 16) << QSize(320, 240) << QSize(1, 1) << QList<QSize>{};
}

void TestCameraFormat::usualSizes_ofARange_areThoseItReaches()
{
    QFETCH(QSize, least);
    QFETCH(QSize, most);
    QFETCH(QSize, step);
    QTEST(usualSizes(least, most, step), "sizes");
}

QTEST_GUILESS_MAIN(TestCameraFormat)
#include "test_camera_format.moc"

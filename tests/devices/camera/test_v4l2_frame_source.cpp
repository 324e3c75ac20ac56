#include "devices/camera/V4l2FrameSource.h"
#include "Shots.h"
#include "VideoDouble.h"

#include <QtTest>

using namespace kuaiban::devices;
using namespace kuaiban::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray White(16, '\xeb'); // YUYV of 4 × 2 pixels, chroma included: any whole frame will do

QRgb firstPixel(const QImage& image)
{
    return image.pixel(0, 0);
}

int mappingsOf(const QString& path)
{
    QFile maps(u"/proc/self/maps"_s);
    return maps.open(QIODevice::ReadOnly) ? static_cast<int>(maps.readAll().count(QFile::encodeName(path))) : -1;
}

} // namespace

// No camera stands beside these tests: a double answers in place of the kernel.
class TestV4l2FrameSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void open_impossiblePort_tellsWhy_data();
    void open_impossiblePort_tellsWhy();
    void open_stopRequested_isCancelled();
    void open_camera_agreesOnTheBestFormat_data();
    void open_camera_agreesOnTheBestFormat();
    void open_cameraThatRefuses_tellsWhy_data();
    void open_cameraThatRefuses_tellsWhy();
    void frame_spoiltOnes_arePassedOver();
    void frame_manyInARow_giveTheirBuffersBack();
    void frame_noneOrGone_tellsWhy_data();
    void frame_noneOrGone_tellsWhy();
    void frame_stopRequested_isCancelled();
    void close_givesEverythingBackAndOpensAgain();
    void cameraName_ofWhatIsNone_isEmpty_data();
    void cameraName_ofWhatIsNone_isEmpty();
    void error_ofTheKernel_isToldInOurWords_data();
    void error_ofTheKernel_isToldInOurWords();
};

void TestV4l2FrameSource::open_impossiblePort_tellsWhy_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("code");
    QTest::newRow("no such device") << u"/dev/videoNone"_s << u"device.port-missing"_s;
    QTest::newRow("not allowed") << u"/proc/sys/kernel/ostype"_s << u"device.port-access"_s;
    QTest::newRow("no camera") << u"/dev/null"_s << u"device.port"_s;
    QTest::newRow("a folder") << u"/dev"_s << u"device.port"_s;
}

void TestV4l2FrameSource::open_impossiblePort_tellsWhy()
{
    QFETCH(QString, path);
    V4l2FrameSource source(path);
    for (int round = 0; round < 2; ++round) { // an error leaves nothing behind that would change the next one
        const auto opened = source.open({});
        QVERIFY(!opened);
        QTEST(opened.error().code, "code");
        QCOMPARE(opened.error().fields.value("port"_L1).toString(), path);
        source.close();
    }
}

void TestV4l2FrameSource::open_stopRequested_isCancelled()
{
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(V4l2FrameSource(u"/dev/null"_s).open(stop.get_token()).error().code, u"scanner.cancelled"_s);
}

void TestV4l2FrameSource::open_camera_agreesOnTheBestFormat_data()
{
    QTest::addColumn<QList<quint32>>("formats");
    QTest::addColumn<quint32>("chosen");
    QTest::newRow("MJPG, wherever it stands")
        << QList<quint32>{V4L2_PIX_FMT_YUYV, V4L2_PIX_FMT_H264, V4L2_PIX_FMT_MJPEG} << quint32(V4L2_PIX_FMT_MJPEG);
    QTest::newRow("YUYV alone") << QList<quint32>{V4L2_PIX_FMT_YUYV} << quint32(V4L2_PIX_FMT_YUYV);
}

void TestV4l2FrameSource::open_camera_agreesOnTheBestFormat()
{
    QFETCH(QList<quint32>, formats);
    VideoDouble video;
    video.formats = formats;
    QImage picture(4, 2, QImage::Format_RGB32);
    picture.fill(Qt::white);
    video.shots = {{video.formats.contains(V4L2_PIX_FMT_MJPEG) ? jpegOf(picture) : "\xeb\x80\xeb\x80"_ba.repeated(4)}};
    QCOMPARE(cameraName(video.path()), QString(32, u'C'));
    V4l2FrameSource source(video.path());
    QVERIFY(source.open({}));
    QTEST(video.chosen, "chosen");
    const auto frame = source.frame(5s, {}).value();
    QCOMPARE(frame.size(), QSize(4, 2));
    QCOMPARE(firstPixel(frame), qRgb(255, 255, 255));
}

void TestV4l2FrameSource::open_cameraThatRefuses_tellsWhy_data()
{
    QTest::addColumn<std::function<void(VideoDouble&)>>("spoil");
    QTest::addColumn<QString>("code");
    using Spoil = std::function<void(VideoDouble&)>;
    QTest::newRow("a node for data about pictures")
        << Spoil([](VideoDouble& video) { video.abilities = V4L2_CAP_META_CAPTURE | V4L2_CAP_STREAMING; })
        << u"device.port"_s;
    QTest::newRow("no known format") << Spoil([](VideoDouble& video) { video.formats = {V4L2_PIX_FMT_H264}; })
                                     << u"camera.format"_s;
    QTest::newRow("another size than offered")
        << Spoil([](VideoDouble& video) { video.widens = 2; }) << u"camera.format"_s;
    QTest::newRow("no buffers") << Spoil([](VideoDouble& video) { video.gives = 0; }) << u"device.port"_s;
    QTest::newRow("a flood of buffers") << Spoil([](VideoDouble& video) { video.gives = 1'000'000; })
                                        << u"device.port"_s;
    const auto refuse = [](unsigned long request, int number) {
        return Spoil([=](VideoDouble& video) {
            video.refused = request;
            video.refusal = number;
        });
    };
    QTest::newRow("taken before the format") << refuse(VIDIOC_S_FMT, EBUSY) << u"device.port-busy"_s;
    QTest::newRow("taken before the start") << refuse(VIDIOC_STREAMON, EBUSY) << u"device.port-busy"_s;
    QTest::newRow("gone at once") << refuse(VIDIOC_QUERYCAP, ENODEV) << u"device.unplugged"_s;
    QTest::newRow("gone at the list") << refuse(VIDIOC_ENUM_FMT, ENODEV) << u"device.unplugged"_s;
    QTest::newRow("gone at its buffers") << refuse(VIDIOC_QUERYBUF, ENODEV) << u"device.unplugged"_s;
}

void TestV4l2FrameSource::open_cameraThatRefuses_tellsWhy()
{
    QFETCH(std::function<void(VideoDouble&)>, spoil);
    VideoDouble video;
    spoil(video);
    V4l2FrameSource source(video.path());
    const auto opened = source.open({});
    QVERIFY(!opened);
    QTEST(opened.error().code, "code");
    source.close();
    QCOMPARE(mappingsOf(video.path()), 0);
}

void TestV4l2FrameSource::frame_spoiltOnes_arePassedOver()
{
    VideoDouble video;
    video.shots = {{White, V4L2_BUF_FLAG_ERROR}, {White.first(7)}, {{}}, {White}};
    V4l2FrameSource source(video.path());
    QVERIFY(source.open({}));
    QVERIFY(source.frame(5s, {}));
    QVERIFY(video.shots.isEmpty());
}

void TestV4l2FrameSource::frame_manyInARow_giveTheirBuffersBack()
{
    VideoDouble video;
    V4l2FrameSource source(video.path());
    QVERIFY(source.open({}));
    for (int i = 0; i < 20; ++i) {
        video.shots = {{i % 2 == 0 ? "\x10\x80\x10\x80"_ba.repeated(4) : "\xeb\x80\xeb\x80"_ba.repeated(4)}};
        QCOMPARE(firstPixel(source.frame(5s, {}).value()), i % 2 == 0 ? qRgb(0, 0, 0) : qRgb(255, 255, 255));
        QCOMPARE(video.queued.size(), VideoDouble::Count);
    }
}

void TestV4l2FrameSource::frame_noneOrGone_tellsWhy_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("code");
    QTest::newRow("silence") << QByteArray() << EAGAIN << u"camera.no-frame"_s;
    QTest::newRow("torn ones only") << White.first(7) << 0 << u"camera.no-frame"_s;
    QTest::newRow("pulled out") << QByteArray() << ENODEV << u"device.unplugged"_s;
    QTest::newRow("another error") << QByteArray() << EINVAL << u"device.port"_s;
}

void TestV4l2FrameSource::frame_noneOrGone_tellsWhy()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, number);
    VideoDouble video;
    video.shots = {{bytes, 0, number}};
    V4l2FrameSource source(video.path());
    QVERIFY(source.open({}));
    const auto frame = source.frame(50ms, {});
    QVERIFY(!frame);
    QTEST(frame.error().code, "code");
    video.shots = {{White}};
    QVERIFY(source.open({})); // after an error, as the contract says
    QVERIFY(source.frame(5s, {}));
}

void TestV4l2FrameSource::frame_stopRequested_isCancelled()
{
    VideoDouble video;
    V4l2FrameSource source(video.path());
    QVERIFY(source.open({}));
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(source.frame(1h, stop.get_token()).error().code, u"scanner.cancelled"_s);
}

void TestV4l2FrameSource::close_givesEverythingBackAndOpensAgain()
{
    VideoDouble video;
    V4l2FrameSource source(video.path());
    for (int round = 0; round < 3; ++round) {
        QVERIFY(source.open({}));
        QVERIFY(video.streams);
        QCOMPARE(mappingsOf(video.path()), static_cast<int>(VideoDouble::Count));
        source.close();
        QVERIFY(!video.streams);
        QCOMPARE(mappingsOf(video.path()), 0);
    }
}

void TestV4l2FrameSource::cameraName_ofWhatIsNone_isEmpty_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("no such device") << u"/dev/videoNone"_s;
    QTest::newRow("another device") << u"/dev/null"_s;
}

void TestV4l2FrameSource::cameraName_ofWhatIsNone_isEmpty()
{
    QFETCH(QString, path);
    QCOMPARE(cameraName(path), QString());
}

void TestV4l2FrameSource::error_ofTheKernel_isToldInOurWords_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("code");
    QTest::newRow("ENOENT") << ENOENT << u"device.port-missing"_s;
    QTest::newRow("EACCES") << EACCES << u"device.port-access"_s;
    QTest::newRow("EPERM") << EPERM << u"device.port-access"_s;
    QTest::newRow("EBUSY") << EBUSY << u"device.port-busy"_s;
    QTest::newRow("ENODEV") << ENODEV << u"device.unplugged"_s;
    QTest::newRow("EIO") << EIO << u"device.unplugged"_s;
    QTest::newRow("EINVAL") << EINVAL << u"device.port"_s;
}

void TestV4l2FrameSource::error_ofTheKernel_isToldInOurWords()
{
    QFETCH(int, number);
    QTEST(v4l2Error(number, u"/dev/video0"_s).code, "code");
}

QTEST_GUILESS_MAIN(TestV4l2FrameSource)
#include "test_v4l2_frame_source.moc"

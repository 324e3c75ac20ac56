#include "devices/camera/FileFrameSource.h"
#include "Shots.h"
#include "tests/support/places/Places.h"

#include <QtTest>

using namespace kuaiban::devices;
using namespace kuaiban::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QImage plain(QRgb colour)
{
    QImage image(8, 6, QImage::Format_RGB32);
    image.fill(colour);
    return image;
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestFileFrameSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void folder_ofPictures_isPlayedAndEndsWithTheLast();
    void picture_alone_isShownForEver();
    void open_impossiblePath_tellsWhy_data();
    void open_impossiblePath_tellsWhy();
    void frame_brokenPicture_isScannerImage();
    void frame_afterClose_isNoFrame();
    void stopRequested_everyCall_isCancelled();
};

void TestFileFrameSource::folder_ofPictures_isPlayedAndEndsWithTheLast()
{
    const Shots shots({plain(0xff101010), plain(0xff202020), plain(0xff303030)});
    write(shots.file(u"readme.txt"_s), "no picture");
    FileFrameSource source(shots.path());
    for (int round = 0; round < 2; ++round) { // from the beginning after each open
        QVERIFY(source.open({}));
        for (const QRgb colour : {0xff101010, 0xff202020, 0xff303030, 0xff303030, 0xff303030})
            QCOMPARE(source.frame(1s, {}).value().pixel(3, 3), colour);
    }
}

void TestFileFrameSource::picture_alone_isShownForEver()
{
    const Shots shots({plain(0xff101010), plain(0xff202020)});
    FileFrameSource source(shots.file(u"001.bmp"_s));
    QVERIFY(source.open({}));
    for (int i = 0; i < 3; ++i)
        QCOMPARE(source.frame(1s, {}).value().pixel(3, 3), 0xff202020);
}

void TestFileFrameSource::open_impossiblePath_tellsWhy_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("code");
    QTest::newRow("missing file") << u"/none/at/all.png"_s << u"device.port-missing"_s;
    QTest::newRow("folder without pictures") << inSource(u"tests/devices") << u"camera.no-frame"_s;
}

void TestFileFrameSource::open_impossiblePath_tellsWhy()
{
    QFETCH(QString, path);
    const auto opened = FileFrameSource(path).open({});
    QVERIFY(!opened);
    QTEST(opened.error().code, "code");
    QCOMPARE(opened.error().fields.value("port"_L1).toString(), path);
}

void TestFileFrameSource::frame_brokenPicture_isScannerImage()
{
    const Shots shots;
    write(shots.file(u"a.png"_s), "no picture");
    FileFrameSource source(shots.path());
    QVERIFY(source.open({}));
    QCOMPARE(source.frame(1s, {}).error().code, u"scanner.image"_s);
    QVERIFY(plain(0xff101010).save(shots.file(u"a.png"_s)));
    QVERIFY(source.open({})); // after an error, as the contract says
    QCOMPARE(source.frame(1s, {}).value().pixel(3, 3), 0xff101010);
}

void TestFileFrameSource::frame_afterClose_isNoFrame()
{
    const Shots shots({plain(0xff101010)});
    FileFrameSource source(shots.path());
    QCOMPARE(source.frame(1s, {}).error().code, u"camera.no-frame"_s);
    QVERIFY(source.open({}));
    source.close();
    source.close();
    QCOMPARE(source.frame(1s, {}).error().code, u"camera.no-frame"_s);
}

void TestFileFrameSource::stopRequested_everyCall_isCancelled()
{
    const Shots shots({plain(0xff101010)});
    std::stop_source stop;
    stop.request_stop();
    FileFrameSource source(shots.path());
    QCOMPARE(source.open(stop.get_token()).error().code, u"scanner.cancelled"_s);
    QVERIFY(source.open({}));
    QCOMPARE(source.frame(1s, stop.get_token()).error().code, u"scanner.cancelled"_s);
}

QTEST_GUILESS_MAIN(TestFileFrameSource)
#include "test_file_frame_source.moc"

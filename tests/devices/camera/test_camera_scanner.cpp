#include "devices/camera/CameraScanner.h"
#include "devices/camera/FileFrameSource.h"
#include "devices/scanner/DrawnPage.h"
#include "devices/scanner/PageQuality.h"
#include "Shots.h"
#include "tests/devices/scanner/Laid.h"
#include "tests/devices/scanner/Pages.h"

#include <QtTest>

using namespace kuaiban::devices;
using namespace kuaiban::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Dpi = 100;
constexpr ScanJob Glass{ScanSource::Flatbed, ScanMode::Gray, 300, 0};

CameraScanner cameraOver(const QString& path)
{
    return CameraScanner(std::make_unique<FileFrameSource>(path));
}

// A sheet on a table, pushed to the right by so many pixels.
QImage onTable(const QString& page, int pushed = 0)
{
    const QColor table(90, 70, 50);
    const auto sheet = laid(drawPage(page, Dpi), 0, table, 0.7);
    QImage image(sheet.size(), sheet.format());
    image.fill(table);
    QPainter(&image).drawImage(pushed, 0, sheet);
    return image;
}

// As a lens leaves it that has almost found its focus.
QImage smeared(const QImage& image)
{
    return image.scaled(image.size() / 2, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .scaled(image.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

} // namespace

class TestCameraScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scan_steadyPaper_isOnePageCutToThePaper();
    void scan_paperThatFillsTheView_isLeftWhole();
    void scan_paperThatComesToRest_isTakenAtRest();
    void scan_twoThatAgree_takesTheSharper_data();
    void scan_twoThatAgree_takesTheSharper();
    void scan_paperThatNeverRests_isCameraMoving();
    void scan_badPicture_comesWithItsWarning_data();
    void scan_badPicture_comesWithItsWarning();
    void scan_feeder_isUnsupported_data();
    void scan_feeder_isUnsupported();
    void scan_stopWhileLooking_isCancelled();
    void scan_afterAnError_worksAgain();
    void state_openingTells();
};

void TestCameraScanner::scan_steadyPaper_isOnePageCutToThePaper()
{
    const Shots shots({onTable(u"form"_s)});
    auto camera = cameraOver(shots.path());
    Pages pages;
    QCOMPARE(camera.scan(Glass, pages.listener(), {}).value(), 1);
    QCOMPARE(pages.list.size(), 1);
    const auto& page = pages.list.constFirst();
    QCOMPARE(page.number, 1);
    QCOMPARE(page.format, u"jpeg"_s);
    QVERIFY(!page.blank);
    const auto whole = onTable(u"form"_s).size();
    QVERIFY2(qAbs(page.width - 0.7 * whole.width()) <= 8 && qAbs(page.height - 0.7 * whole.height()) <= 8,
        qPrintable(u"%1 × %2"_s.arg(page.width).arg(page.height)));
    QVERIFY(qAbs(page.dpi - Dpi) <= 1); // of the whole view, which is as large as A4
    QCOMPARE(QImage::fromData(page.bytes).size(), QSize(page.width, page.height));
    QVERIFY(std::is_sorted(pages.percents.begin(), pages.percents.end()));
    QCOMPARE(pages.percents.last(), 100);
}

void TestCameraScanner::scan_paperThatFillsTheView_isLeftWhole()
{
    auto sheet = drawPage(u"blank"_s, Dpi);
    QPainter(&sheet).fillRect(QRect(560, 90, 140, 200), QColor(110, 100, 95)); // a portrait
    const Shots shots({sheet});
    auto camera = cameraOver(shots.path());
    Pages pages;
    QCOMPARE(camera.scan(Glass, pages.listener(), {}).value(), 1);
    QCOMPARE(QSize(pages.list.constFirst().width, pages.list.constFirst().height), sheet.size());
}

void TestCameraScanner::scan_paperThatComesToRest_isTakenAtRest()
{
    const Shots shots(
        {onTable(u"blank"_s, 90), onTable(u"blank"_s, 60), onTable(u"blank"_s, 30), onTable(u"certificate"_s)});
    auto camera = cameraOver(shots.path());
    Pages pages;
    QCOMPARE(camera.scan(Glass, pages.listener(), {}).value(), 1);
    QVERIFY(!pages.list.constFirst().blank);
}

void TestCameraScanner::scan_twoThatAgree_takesTheSharper_data()
{
    QTest::addColumn<QList<QImage>>("pictures");
    const auto sharp = drawPage(u"form"_s, 2 * Dpi);
    QTest::newRow("the first") << QList{sharp, smeared(sharp)};
    QTest::newRow("the second") << QList{smeared(sharp), sharp};
}

void TestCameraScanner::scan_twoThatAgree_takesTheSharper()
{
    QFETCH(QList<QImage>, pictures);
    const Shots shots(pictures);
    auto camera = cameraOver(shots.path());
    Pages pages;
    QCOMPARE(camera.scan(Glass, pages.listener(), {}).value(), 1);
    const int sharp = analysePage(drawPage(u"form"_s, 2 * Dpi)).quality.sharpness;
    QVERIFY(sharp > analysePage(smeared(drawPage(u"form"_s, 2 * Dpi))).quality.sharpness + 5);
    QCOMPARE(pages.list.constFirst().quality.sharpness, sharp);
}

void TestCameraScanner::scan_paperThatNeverRests_isCameraMoving()
{
    Shots shots;
    for (int i = 0; i < 40; ++i)
        shots.add(onTable(u"form"_s, 50 * (i % 2)));
    auto camera = cameraOver(shots.path());
    Pages pages;
    const auto done = camera.scan(Glass, pages.listener(), {});
    QVERIFY(!done);
    QCOMPARE(done.error().code, u"camera.moving"_s);
    QVERIFY(pages.list.isEmpty());
}

void TestCameraScanner::scan_badPicture_comesWithItsWarning_data()
{
    QTest::addColumn<QImage>("picture");
    QTest::addColumn<bool>("blank");
    QTest::addColumn<bool>("dark");
    QTest::newRow("the lamp is off") << drawPage(u"dark"_s, Dpi) << false << true;
    QTest::newRow("nothing on white") << drawPage(u"blank"_s, Dpi) << true << false;
    QTest::newRow("a page of writing") << drawPage(u"form"_s, Dpi) << false << false;
}

void TestCameraScanner::scan_badPicture_comesWithItsWarning()
{
    QFETCH(QImage, picture);
    const Shots shots({picture});
    auto camera = cameraOver(shots.path());
    Pages pages;
    QCOMPARE(camera.scan(Glass, pages.listener(), {}).value(), 1);
    QTEST(pages.list.constFirst().blank, "blank");
    QTEST(pages.list.constFirst().quality.warnings.contains(u"dark"_s), "dark");
    QCOMPARE(QSize(pages.list.constFirst().width, pages.list.constFirst().height), picture.size());
}

void TestCameraScanner::scan_feeder_isUnsupported_data()
{
    QTest::addColumn<ScanSource>("source");
    QTest::newRow("one side") << ScanSource::Adf;
    QTest::newRow("both sides") << ScanSource::Duplex;
}

void TestCameraScanner::scan_feeder_isUnsupported()
{
    QFETCH(ScanSource, source);
    const Shots shots({drawPage(u"form"_s, 50)});
    auto camera = cameraOver(shots.path());
    Pages pages;
    auto job = Glass;
    job.source = source;
    QCOMPARE(camera.scan(job, pages.listener(), {}).error().code, u"scanner.unsupported"_s);
    QVERIFY(pages.list.isEmpty());
}

void TestCameraScanner::scan_stopWhileLooking_isCancelled()
{
    const Shots shots({onTable(u"form"_s), onTable(u"form"_s, 50), onTable(u"form"_s, 100)});
    auto camera = cameraOver(shots.path());
    std::stop_source stop;
    Pages pages;
    auto listener = pages.listener();
    listener.progress = [&stop](int, int) { stop.request_stop(); };
    const auto done = camera.scan(Glass, listener, stop.get_token());
    QVERIFY(!done);
    QCOMPARE(done.error().code, u"scanner.cancelled"_s);
    QVERIFY(pages.list.isEmpty());
}

void TestCameraScanner::scan_afterAnError_worksAgain()
{
    const Shots shots;
    auto camera = cameraOver(shots.path());
    Pages pages;
    QCOMPARE(camera.scan(Glass, pages.listener(), {}).error().code, u"camera.no-frame"_s);
    QVERIFY(drawPage(u"form"_s, 50).save(shots.file(u"a.png"_s)));
    QCOMPARE(camera.scan(Glass, pages.listener(), {}).value(), 1);
    QCOMPARE(camera.scan(Glass, pages.listener(), {}).value(), 1);
}

void TestCameraScanner::state_openingTells()
{
    const Shots shots;
    auto camera = cameraOver(shots.file(u"a.png"_s));
    const auto before = camera.state({});
    QCOMPARE(before.health, DeviceHealth::Fault);
    QCOMPARE(before.reason->code, u"device.port-missing"_s);
    QVERIFY(drawPage(u"form"_s, 50).save(shots.file(u"a.png"_s)));
    QCOMPARE(camera.state({}), DeviceState::ready());
}

QTEST_GUILESS_MAIN(TestCameraScanner)
#include "test_camera_scanner.moc"

#include "devices/camera/CameraDrivers.h"
#include "devices/scanner/DrawnPage.h"
#include "Shots.h"
#include "tests/support/places/Places.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QtTest>

using namespace kuaiban::devices;
using namespace kuaiban::test;
using namespace Qt::StringLiterals;

namespace {

const QString Doctor = inBuild(u"app/device/kuaiban-device");

DriverCatalogue<Scanner> cameras()
{
    DriverCatalogue<Scanner> drivers(u"scanner"_s);
    addCameraDrivers(drivers);
    return drivers;
}

} // namespace

class TestCameraDrivers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void make_address_isACameraThatTellsItsState_data();
    void make_address_isACameraThatTellsItsState();
    void make_anotherLine_isRefused_data();
    void make_anotherLine_isRefused();
    void find_whatIsThere_canBeMade();
    void doctor_scan_keepsThePage();
};

void TestCameraDrivers::make_address_isACameraThatTellsItsState_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<QString>("code");
    QTest::newRow("video device") << u"camera:v4l2:/dev/null"_s << u"device.port"_s;
    QTest::newRow("picture") << u"camera:file:/dev/null/none"_s << u"device.port-missing"_s;
}

void TestCameraDrivers::make_address_isACameraThatTellsItsState()
{
    QFETCH(QString, uri);
    const auto camera = cameras().make(uri);
    QVERIFY(camera);
    QTEST((*camera)->state({}).reason.value().code, "code");
}

void TestCameraDrivers::make_anotherLine_isRefused_data()
{
    QTest::addColumn<QString>("uri");
    QTest::newRow("no line") << u"camera:/dev/video0"_s;
    QTest::newRow("serial line") << u"camera:serial:/dev/ttyUSB0"_s;
    QTest::newRow("nothing behind the line") << u"camera:v4l2:"_s;
}

void TestCameraDrivers::make_anotherLine_isRefused()
{
    QFETCH(QString, uri);
    QCOMPARE(cameras().make(uri).error().code, u"device.uri"_s);
}

void TestCameraDrivers::find_whatIsThere_canBeMade()
{
    const auto drivers = cameras();
    const auto found = findCameras();
    qInfo("%d cameras here", static_cast<int>(found.size()));
    for (const auto& camera : found) {
        QVERIFY2(drivers.make(camera.uri), qPrintable(camera.uri));
        QVERIFY(camera.title.endsWith(camera.uri.section(u':', 2)));
    }
}

void TestCameraDrivers::doctor_scan_keepsThePage()
{
    const Shots shots({drawPage(u"form"_s, 75)});
    const QTemporaryDir out;
    QProcess doctor;
    doctor.start(Doctor, {u"scan"_s, u"--port"_s, "camera:file:"_L1 + shots.path(), u"--out"_s, out.path()});
    QVERIFY(doctor.waitForFinished(30'000));
    const auto answer = QJsonDocument::fromJson(doctor.readAllStandardOutput()).object();
    QCOMPARE(doctor.exitCode(), 0);
    const auto page = answer.value("pages"_L1).toArray().first().toObject();
    QCOMPARE(QImage(page.value("file"_L1).toString()).size(), QSize(620, 877));
}

QTEST_GUILESS_MAIN(TestCameraDrivers)
#include "test_camera_drivers.moc"

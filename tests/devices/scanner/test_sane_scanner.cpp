#include "devices/scanner/ScannerDrivers.h"
#include "Pages.h"
#include "tests/support/base/FairTimer.h"
#include "tests/support/devices/OnlySaneTest.h"
#include "tests/support/places/Places.h"

#include <QImage>
#include <QtTest>

#include <thread>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

namespace {

const QString Host = test::inBuild(u"app/device/kuaiban-device");

} // namespace

// The real SANE with its own test backend, through the driver host.
class TestSaneScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void find_namesItsDevices();
    void scan_glass_isOnePage_data();
    void scan_glass_isOnePage();
    void scan_feeder_takesTenPagesAndEnds();
    void scan_feederReadAgain_startsAnew();
    void scan_unusualFrames_arePages_data();
    void scan_unusualFrames_arePages();
    void scan_everyStatus_hasItsCode_data();
    void scan_everyStatus_hasItsCode();
    void scan_duplex_isUnsupported();
    void scan_noSuchDevice_isNotFound();
    void scan_cancelledMidPage_isCancelledAndTheNextWorks();
    void state_device_isReadyOrMissing();

private:
    std::unique_ptr<Scanner> make(const QByteArray& settings = {}, const QString& device = u"test:0"_s);

    QTemporaryDir m_folder;
    QByteArray m_defaults;
    int m_configs = 0;
};

void TestSaneScanner::initTestCase()
{
    QFile defaults(u"/etc/sane.d/test.conf"_s);
    if (!defaults.open(QIODevice::ReadOnly))
        QSKIP("SANE's test backend is not installed");
    m_defaults = defaults.readAll();
}

// A private configuration that knows the test backend only; settings are lines of test.conf.
std::unique_ptr<Scanner> TestSaneScanner::make(const QByteArray& settings, const QString& device)
{
    const auto folder = m_folder.filePath("config-%1"_L1.arg(QString::number(++m_configs)));
    QDir().mkpath(folder);
    QFile list(folder + "/dll.conf"_L1);
    QFile options(folder + "/test.conf"_L1);
    if (list.open(QIODevice::WriteOnly) && options.open(QIODevice::WriteOnly)) {
        list.write("test\n");
        options.write(m_defaults + "\n" + settings + "\n");
    }
    return scannerDrivers(Host).make("sane:%1?config=%2"_L1.arg(device, folder)).value();
}

void TestSaneScanner::find_namesItsDevices()
{
    const test::OnlySaneTest sane;
    const auto found = findScanners(Host, {});
    QVERIFY(!found.isEmpty());
    QCOMPARE(found.first().uri, u"sane:test:0"_s);
    QVERIFY2(found.first().title.contains(u"tester"_s), qPrintable(found.first().title));
}

void TestSaneScanner::scan_glass_isOnePage_data()
{
    QTest::addColumn<ScanMode>("mode");
    QTest::addColumn<int>("dpi");
    QTest::addRow("colour at 300") << ScanMode::Color << 300;
    QTest::addRow("colour at 75") << ScanMode::Color << 75;
    QTest::addRow("grey at 150") << ScanMode::Gray << 150;
    QTest::addRow("line art at 200") << ScanMode::Lineart << 200;
}

void TestSaneScanner::scan_glass_isOnePage()
{
    QFETCH(ScanMode, mode);
    QFETCH(int, dpi);
    const auto scanner = make("test-picture \"Color pattern\"");
    test::Pages pages;
    QCOMPARE(scanner->scan({ScanSource::Flatbed, mode, dpi, 0}, pages.listener(), {}).value(), 1);
    const auto& page = pages.list.first();
    QCOMPARE(page.dpi, dpi);
    const int side = static_cast<int>(200 / 25.4 * dpi); // the glass of the test backend has 200 mm
    QVERIFY(qAbs(page.width - side) <= 2 && qAbs(page.height - side) <= 2);
    const auto image = QImage::fromData(page.bytes);
    QCOMPARE(image.size(), QSize(page.width, page.height));
    QCOMPARE(image.allGray(), mode != ScanMode::Color);
    QCOMPARE(pages.percents.last(), 100);
}

void TestSaneScanner::scan_feeder_takesTenPagesAndEnds()
{
    const auto scanner = make("test-picture Grid");
    test::Pages pages;
    QCOMPARE(scanner->scan({ScanSource::Adf, ScanMode::Gray, 50, 0}, pages.listener(), {}).value(), 10);
    QCOMPARE(pages.list.size(), 10);
    QCOMPARE(pages.list.last().number, 10);
}

void TestSaneScanner::scan_feederReadAgain_startsAnew()
{
    const auto scanner = make();
    test::Pages pages;
    QCOMPARE(scanner->scan({ScanSource::Adf, ScanMode::Gray, 50, 3}, pages.listener(), {}).value(), 3);
    QCOMPARE(scanner->scan({ScanSource::Flatbed, ScanMode::Gray, 50, 0}, pages.listener(), {}).value(), 1);
}

void TestSaneScanner::scan_unusualFrames_arePages_data()
{
    QTest::addColumn<QByteArray>("settings");
    QTest::addRow("height unknown") << "hand-scanner true"_ba;
    QTest::addRow("three passes") << "mode Color\nthree-pass true\nthree-pass-order GBR"_ba;
    QTest::addRow("small portions") << "read-limit true\nread-limit-size 100"_ba;
    QTest::addRow("padded lines") << "ppl-loss 7"_ba;
    QTest::addRow("fuzzy before the start") << "fuzzy-parameters true"_ba;
    QTest::addRow("slow") << "read-delay true\nread-delay-duration 2000"_ba;
}

void TestSaneScanner::scan_unusualFrames_arePages()
{
    QFETCH(QByteArray, settings);
    const auto scanner = make("test-picture \"Color pattern\"\n" + settings);
    test::Pages pages;
    QCOMPARE(scanner->scan({ScanSource::Flatbed, ScanMode::Color, 50, 0}, pages.listener(), {}).value(), 1);
    const auto image = QImage::fromData(pages.list.first().bytes);
    QVERIFY(image.width() > 100 && image.height() > 100);
    QVERIFY(!image.allGray());
}

void TestSaneScanner::scan_everyStatus_hasItsCode_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QString>("code");
    QTest::addRow("jammed") << "JAMMED"_ba << u"scanner.jam"_s;
    QTest::addRow("no documents while reading") << "NO_DOCS"_ba << u"scanner.feeder-empty"_s;
    QTest::addRow("cover open") << "COVER_OPEN"_ba << u"scanner.cover-open"_s;
    QTest::addRow("busy") << "DEVICE_BUSY"_ba << u"scanner.busy"_s;
    QTest::addRow("input and output") << "IO_ERROR"_ba << u"scanner.io"_s;
    QTest::addRow("access") << "ACCESS_DENIED"_ba << u"scanner.access"_s;
    QTest::addRow("no memory") << "NO_MEM"_ba << u"scanner.no-memory"_s;
    QTest::addRow("unsupported") << "UNSUPPORTED"_ba << u"scanner.unsupported"_s;
    QTest::addRow("cancelled at the device") << "CANCELLED"_ba << u"scanner.cancelled"_s;
    QTest::addRow("end of file at once") << "EOF"_ba << u"scanner.image"_s;
}

void TestSaneScanner::scan_everyStatus_hasItsCode()
{
    QFETCH(QByteArray, status);
    const auto scanner = make("read-status-code \"SANE_STATUS_" + status + '"');
    test::Pages pages;
    for (const auto source : {ScanSource::Flatbed, ScanSource::Adf}) {
        const auto done = scanner->scan({source, ScanMode::Gray, 50, 0}, pages.listener(), {});
        QVERIFY(!done);
        QTEST(done.error().code, "code");
    }
}

void TestSaneScanner::scan_duplex_isUnsupported()
{
    const auto scanner = make();
    test::Pages pages;
    const auto done = scanner->scan({ScanSource::Duplex, ScanMode::Gray, 50, 0}, pages.listener(), {});
    QCOMPARE(done.error().code, u"scanner.unsupported"_s);
    QCOMPARE(done.error().fields.value("what"_L1).toString(), u"duplex"_s);
}

void TestSaneScanner::scan_noSuchDevice_isNotFound()
{
    const auto scanner = make({}, u"test:7"_s);
    test::Pages pages;
    QCOMPARE(scanner->scan({}, pages.listener(), {}).error().code, u"scanner.not-found"_s);
}

void TestSaneScanner::scan_cancelledMidPage_isCancelledAndTheNextWorks()
{
    const auto scanner = make("read-limit true\nread-limit-size 2000\nread-delay true\nread-delay-duration 100000");
    std::stop_source source;
    const std::jthread later([&source] {
        QThread::msleep(400);
        source.request_stop();
    });
    test::Pages pages;
    test::FairTimer timer;
    timer.start();
    const auto done =
        scanner->scan({ScanSource::Flatbed, ScanMode::Color, 300, 0}, pages.listener(), source.get_token());
    QVERIFY(!done);
    QCOMPARE(done.error().code, u"scanner.cancelled"_s);
    QVERIFY(pages.list.isEmpty());
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(scanner->state({}).health, DeviceHealth::Ready);
}

void TestSaneScanner::state_device_isReadyOrMissing()
{
    QCOMPARE(make()->state({}).health, DeviceHealth::Ready);
    const auto missing = make({}, u"test:7"_s)->state({});
    QCOMPARE(missing.health, DeviceHealth::Fault);
    QCOMPARE(missing.reason->code, u"scanner.not-found"_s);
}

QTEST_GUILESS_MAIN(TestSaneScanner)
#include "test_sane_scanner.moc"

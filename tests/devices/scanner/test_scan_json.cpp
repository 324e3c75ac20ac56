#include "devices/scanner/ScanJson.h"
#include "devices/scanner/ScannerErrors.h"
#include "tests/support/base/SeededRandom.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

class TestScanJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void job_roundTrips();
    void page_roundTripsWithoutItsBytes();
    void state_roundTrips_data();
    void state_roundTrips();
    void error_ofAnotherRoom_isRefused();
    void names_unknown_areUnsupported();
    void anything_random_isRefusedOrRead();
};

void TestScanJson::job_roundTrips()
{
    const ScanJob job{ScanSource::Duplex, ScanMode::Lineart, 600, 12};
    QCOMPARE(scanJobFromJson(toJson(job)).value(), job);
}

void TestScanJson::page_roundTripsWithoutItsBytes()
{
    const ScannedPage page{2, {}, u"jpeg"_s, 2480, 3508, 300, true, {40, -1, 250, {u"pale"_s}}};
    QCOMPARE(scannedPageFromJson(toJson(page)).value(), page);
}

void TestScanJson::state_roundTrips_data()
{
    QTest::addColumn<DeviceState>("state");
    QTest::addRow("ready") << DeviceState::ready();
    QTest::addRow("fault") << DeviceState::fault(scannerNotFound(u"test:0"_s));
    QTest::addRow("attention") << DeviceState::attention(scannerBusy());
}

void TestScanJson::state_roundTrips()
{
    QFETCH(DeviceState, state);
    QCOMPARE(deviceStateFromJson(toJson(state)).value(), state);
}

void TestScanJson::error_ofAnotherRoom_isRefused()
{
    auto object = toJson(scannerJam());
    QCOMPARE(errorFromJson(object).value(), scannerJam());
    object.insert("code"_L1, u"store.open"_s);
    QCOMPARE(errorFromJson(object).error().code, u"base.json-field"_s);
}

void TestScanJson::names_unknown_areUnsupported()
{
    QCOMPARE(scanSourceFromName(u"camera"_s).error().code, u"scanner.unsupported"_s);
    QCOMPARE(scanModeFromName(u"infrared"_s).error().code, u"scanner.unsupported"_s);
}

void TestScanJson::anything_random_isRefusedOrRead()
{
    test::SeededRandom random(77);
    const QList<QJsonObject> good{toJson(ScanJob{}), toJson(ScannedPage{1, {}, u"png"_s, 1, 1, 1, false, {}}),
        toJson(scannerJam()), toJson(DeviceState::fault(scannerBusy()))};
    const QList<QJsonValue> values{QJsonValue(), true, 0, -1, 1e18, 0.5, u""_s, u"adf"_s, QJsonArray{u"a"_s, 1},
        QJsonObject{{"code"_L1, "scanner.x"_L1}}};
    int read = 0;
    for (int i = 0; i < 20'000; ++i) {
        auto object = good.at(random.below(4));
        const auto keys = object.keys();
        for (int n = random.below(3); n > 0; --n)
            object.insert(keys.at(random.below(static_cast<int>(keys.size()))), values.at(random.below(10)));
        if (const auto page = scannedPageFromJson(object)) {
            ++read;
            QVERIFY(page->width > 0 && page->height > 0 && page->dpi > 0);
        }
        read += scanJobFromJson(object).has_value();
        read += errorFromJson(object).has_value();
        read += deviceStateFromJson(object).has_value();
    }
    QVERIFY(read > 1000);
}

QTEST_GUILESS_MAIN(TestScanJson)
#include "test_scan_json.moc"

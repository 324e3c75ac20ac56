#include "devices/printer/QueueState.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

class TestQueueState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void state_reasons_turnTheLight_data();
    void state_reasons_turnTheLight();
};

void TestQueueState::state_reasons_turnTheLight_data()
{
    QTest::addColumn<bool>("stopped");
    QTest::addColumn<bool>("accepting");
    QTest::addColumn<QStringList>("reasons");
    QTest::addColumn<DeviceHealth>("health");
    QTest::addColumn<QString>("code");
    const auto fault = [](const char* reason, const QString& code) {
        QTest::addRow("%s", reason) << false << true << QStringList{QString::fromLatin1(reason)} << DeviceHealth::Fault
                                    << code;
    };
    fault("media-empty-error", u"printer.paper-out"_s);
    fault("media-empty", u"printer.paper-out"_s);
    fault("media-needed-error", u"printer.paper-out"_s);
    fault("media-jam-error", u"printer.jam"_s);
    fault("cover-open-report", u"printer.cover-open"_s);
    fault("door-open-error", u"printer.cover-open"_s);
    fault("toner-empty-error", u"printer.toner-out"_s);
    fault("marker-supply-empty-error", u"printer.toner-out"_s);
    fault("offline-report", u"printer.offline"_s);
    fault("connecting-to-device", u"printer.offline"_s);
    const auto low = [](const char* reason, const QString& code) {
        QTest::addRow("%s", reason) << false << true << QStringList{QString::fromLatin1(reason)}
                                    << DeviceHealth::Attention << code;
    };
    low("media-low-warning", u"printer.paper-low"_s);
    low("toner-low-warning", u"printer.toner-low"_s);
    low("marker-supply-low-report", u"printer.toner-low"_s);
    QTest::addRow("nothing") << false << true << QStringList{u"none"_s} << DeviceHealth::Ready << QString();
    QTest::addRow("a word nobody knows") << false << true << QStringList{u"spinning"_s} << DeviceHealth::Ready
                                         << QString();
    QTest::addRow("stopped without a reason")
        << true << true << QStringList{u"paused"_s} << DeviceHealth::Fault << u"printer.stopped"_s;
    QTest::addRow("stopped by a jam") << true << true << QStringList{u"paused"_s, u"media-jam-error"_s}
                                      << DeviceHealth::Fault << u"printer.jam"_s;
    QTest::addRow("rejecting") << false << false << QStringList{} << DeviceHealth::Fault << u"printer.rejecting"_s;
    QTest::addRow("low toner and no paper")
        << false << true << QStringList{u"toner-low-warning"_s, u"media-empty-error"_s} << DeviceHealth::Fault
        << u"printer.paper-out"_s;
}

void TestQueueState::state_reasons_turnTheLight()
{
    QFETCH(bool, stopped);
    QFETCH(bool, accepting);
    QFETCH(QStringList, reasons);
    const auto state = pageState(u"hall"_s, {stopped, accepting, reasons});
    QTEST(state.health, "health");
    QTEST(state.reason ? state.reason->code : QString(), "code");
}

QTEST_GUILESS_MAIN(TestQueueState)
#include "test_queue_state.moc"

#include "devices/smartcard/PcscStatus.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

// What the card service's results mean for the counter.
class TestPcscStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void error_result_hasItsCode_data();
    void error_result_hasItsCode();
};

void TestPcscStatus::error_result_hasItsCode_data()
{
    QTest::addColumn<qlonglong>("result");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("lost");
    const auto row = [](const char* name, LONG result, const QString& code, bool lost = false) {
        QTest::addRow("%s", name) << qlonglong(result) << code << lost;
    };
    row("no service", SCARD_E_NO_SERVICE, u"smartcard.service"_s, true);
    row("service stopped", SCARD_E_SERVICE_STOPPED, u"smartcard.service"_s, true);
    row("handle of an earlier service", SCARD_E_INVALID_HANDLE, u"smartcard.service"_s, true);
    row("not allowed", SCARD_W_SECURITY_VIOLATION, u"smartcard.service"_s, true);
    row("no readers", SCARD_E_NO_READERS_AVAILABLE, u"smartcard.no-reader"_s);
    row("reader gone", SCARD_E_READER_UNAVAILABLE, u"device.unplugged"_s);
    row("no card", SCARD_E_NO_SMARTCARD, u"smartcard.no-card"_s);
    row("card pulled", SCARD_W_REMOVED_CARD, u"smartcard.removed"_s);
    row("card reset by another program", SCARD_W_RESET_CARD, u"smartcard.reset"_s);
    row("card turned round", SCARD_W_UNRESPONSIVE_CARD, u"smartcard.mute"_s);
    row("used by another program", SCARD_E_SHARING_VIOLATION, u"smartcard.busy"_s);
    row("anything else", SCARD_F_UNKNOWN_ERROR, u"smartcard.reader"_s);
}

void TestPcscStatus::error_result_hasItsCode()
{
    QFETCH(qlonglong, result);
    const auto error = pcscError(static_cast<LONG>(result));
    QTEST(error.code, "code");
    QTEST(losesService(static_cast<LONG>(result)), "lost");
    QVERIFY(error.origin != Origin::User);
}

QTEST_GUILESS_MAIN(TestPcscStatus)
#include "test_pcsc_status.moc"

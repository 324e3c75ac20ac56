#include "app/counter/shell/DocumentPreview.h"
#include "SlipDesk.h"

#include <QPdfView>
#include <QProcess>
#include <QRegularExpression>
#include <QTabBar>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;
using counter::DocumentPreview;

// What comes out when a case is taken: the slip, the pages, and what the clerk is told when one of them does not.
class TestReceipts : public QObject, private SlipDesk
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void taken_withBothPrinters_slipAndPagesComeOut();
    void taken_withTheSlipPrinterOnly_noPageIsMissed();
    void taken_withPapers_theirListComesToo();
    void taken_withoutAnyPrinter_isToldSo();
    void taken_incomplete_onlyTheNoticeComesOut();
    void notAccepted_onlyTheDecisionComesOut();
    void rareName_isDrawnOnTheSlip();
    void paperOut_isTold_andComesAsTheFirstCopy();
    void printerOff_isTold_andComesOnceItIsOn();
    void silentPrinter_isToldOnce();
    void bothPrintersFail_bothAreTold();
    void copies_afterTheFirst_bearTheMark();
    void preview_showsEveryPaper_andPrintsTheOneShown();

private:
    QString onlyPage() const;
};

void TestReceipts::initTestCase()
{
    QVERIFY(openHall());
}

void TestReceipts::init()
{
    QVERIFY(setUp());
}

void TestReceipts::cleanup()
{
    getUp();
}

void TestReceipts::taken_withBothPrinters_slipAndPagesComeOut()
{
    QVERIFY(sit());
    const auto number = takeCase();
    QTRY_COMPARE_WITH_TIMEOUT(slipCount(), 1, 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_machine->printed().size(), 1, 10'000);
    QTRY_VERIFY(m_desk->barText().contains(number));
    QVERIFY(slips().contains(number.toLatin1()));
    QVERIFY(slips().contains(gbk(zhang().name)));
    QVERIFY(slips().contains("https://hub.test/api/v1/public/progress?n=" + number.toLatin1())); // as it is configured
    QVERIFY(!slips().contains(gbk(Mark)));
    QVERIFY2(m_machine->printed().constFirst().contains(number), qPrintable(m_machine->printed().constFirst()));
}

void TestReceipts::taken_withTheSlipPrinterOnly_noPageIsMissed()
{
    m_machine->profile.devices.remove(u"printer"_s);
    QVERIFY(sit());
    const auto number = takeCase();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->barText().contains(number), 10'000);
    QCOMPARE(slipCount(), 1);
    QCOMPARE(m_desk->messageCode(), QString());
}

void TestReceipts::taken_withPapers_theirListComesToo()
{
    QVERIFY(sit());
    QVERIFY(m_desk->readCard(zhang()));
    m_desk->typeRequest(u"request"_s);
    press(Qt::Key_F6);
    type(u"old form"_s);
    press(Qt::Key_Return);
    QVERIFY(m_desk->submit());
    QTRY_COMPARE_WITH_TIMEOUT(slipCount(), 1, 10'000);
    QVERIFY(slips().contains("old form"));
    QTRY_COMPARE_WITH_TIMEOUT(m_machine->printed().size(), 2, 10'000);
    QVERIFY2(m_machine->printed().join(u' ').contains(u"材料清单"_s), qPrintable(m_machine->printed().join(u' ')));
}

// What the only page that was printed says, without the white space of its layout.
QString TestReceipts::onlyPage() const
{
    const auto printed = m_machine->printed();
    if (printed.size() != 1)
        return u"%1 pages"_s.arg(printed.size());
    QProcess reader;
    reader.start(u"pdftotext"_s, {m_machine->path(u"paper/"_s + printed.constFirst()), u"-"_s});
    reader.waitForFinished();
    return QString::fromUtf8(reader.readAllStandardOutput()).remove(QRegularExpression(u"\\s"_s));
}

void TestReceipts::taken_incomplete_onlyTheNoticeComesOut()
{
    QVERIFY(sit());
    QVERIFY(m_desk->readCard(zhang()));
    m_desk->typeRequest(u"request"_s);
    press(Qt::Key_F10);
    type(u"身份证复印件"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_desk->taken().size(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->barText().contains(m_desk->taken().constFirst().number), 10'000);
    const QString page = onlyPage();
    for (const auto& words : {u"补正材料通知书"_s, zhang().name, u"身份证复印件"_s, u"未提交"_s, u"3号窗口"_s})
        QVERIFY2(page.contains(words), qPrintable(page));
    QCOMPARE(slipCount(), 0); // nothing was accepted yet
}

void TestReceipts::notAccepted_onlyTheDecisionComesOut()
{
    QVERIFY(sit());
    QVERIFY(m_desk->readCard(zhang()));
    m_desk->typeRequest(u"request"_s);
    press(Qt::Key_F11);
    QTRY_COMPARE(focusName(), u"Reason"_s);
    type(u"10"_s);
    press(Qt::Key_Return);
    press(Qt::Key_1, Qt::AltModifier);
    named<QLineEdit>(m_desk->page, u"Competent office"_s)->setFocus();
    type(u"丹东市医疗保障局"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_desk->taken().size(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->barText().contains(m_desk->taken().constFirst().number), 10'000);
    const QString page = onlyPage();
    for (const auto& words :
        {u"不予受理决定书"_s, zhang().name, u"不属于本机构办理范围"_s, u"丹东市医疗保障局"_s, u"行政复议"_s})
        QVERIFY2(page.contains(words), qPrintable(page));
    QCOMPARE(slipCount(), 0);
}

void TestReceipts::taken_withoutAnyPrinter_isToldSo()
{
    m_machine->profile.devices.remove(u"printer"_s);
    m_desk = std::make_unique<IntakeDesk>(*m_machine);
    QVERIFY(m_desk->sitDown());
    const auto number = takeCase();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->messageCode(), u"device.not-configured"_s, 10'000);
    QVERIFY(m_desk->messageText().contains(number));
}

void TestReceipts::rareName_isDrawnOnTheSlip()
{
    m_machine->layCards({wang().key});
    QVERIFY(sit());
    QVERIFY(m_desk->readCard(wang()));
    m_desk->typeRequest(u"request"_s);
    QVERIFY(m_desk->submit());
    QTRY_COMPARE_WITH_TIMEOUT(slipCount(), 1, 10'000);
    QVERIFY(slips().contains(QByteArray("\x1dv0\x00", 4))); // a picture, because 𠮷 is in no printer
    QCOMPARE(m_desk->messageCode(), QString());
}

void TestReceipts::paperOut_isTold_andComesAsTheFirstCopy()
{
    QVERIFY(m_printer->obey({{"paper"_L1, "out"_L1}}));
    QVERIFY(sit());
    const auto number = takeCase();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->messageCode(), u"receipt.paper-out"_s, 10'000);
    const auto message = messageOn(m_desk->page);
    QVERIFY2(message.what.contains(number), qPrintable(message.what));
    QVERIFY2(message.remedy.contains(u"new roll"_s) && message.remedy.contains(u"used up"_s) &&
                 message.remedy.contains(u"F8"_s),
        qPrintable(message.remedy)); // why, and what to do
    QTRY_COMPARE_WITH_TIMEOUT(m_machine->printed().size(), 1, 10'000);
    QVERIFY(m_desk->seat.reachesLevel()); // the case itself is nobody's hostage
    QVERIFY(m_printer->obey({{"paper"_L1, "ok"_L1}}));
    press(Qt::Key_F8);
    QTRY_COMPARE_WITH_TIMEOUT(slipCount(), 1, 10'000);
    QVERIFY(!slips().contains(gbk(Mark)));
    QTRY_COMPARE(m_desk->messageCode(), QString());
    QVERIFY(m_desk->messageText().contains(number));
    QCOMPARE(m_machine->printed().size(), 1); // the pages came out at once and are not printed twice
}

void TestReceipts::printerOff_isTold_andComesOnceItIsOn()
{
    const QString port = QString::number(m_printer->greeting().value("port"_L1).toInt());
    m_printer.reset();
    m_machine->profile.devices.insert(u"receipt"_s, u"escpos:tcp:127.0.0.1:"_s + port);
    m_desk = std::make_unique<IntakeDesk>(*m_machine);
    QVERIFY(m_desk->sitDown());
    takeCase();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->messageCode(), u"device.unreachable"_s, 15'000);
    QVERIFY(messageOn(m_desk->page).remedy.contains(u"switched off"_s));
    m_printer =
        std::make_unique<PythonDouble>(u"receipt_printer.py"_s, QStringList{m_machine->path(u"slips.bin"_s), port});
    // Pressed while the other printer is still at work F8 only says so.
    QTRY_VERIFY_WITH_TIMEOUT(slipCount() == 1 || (press(Qt::Key_F8), false), 10'000);
    QVERIFY(!slips().contains(gbk(Mark)));
}

void TestReceipts::silentPrinter_isToldOnce()
{
    QVERIFY(m_printer->obey({{"silent"_L1, true}}));
    QVERIFY(sit());
    const auto number = takeCase();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->messageCode(), u"receipt.status-unknown"_s, 15'000);
    QVERIFY(m_desk->messageText().contains(number));
    QTRY_COMPARE_WITH_TIMEOUT(m_machine->printed().size(), 1, 10'000);
    QTRY_VERIFY(m_desk->barText().contains(number));
    press(Qt::Key_N, Qt::ControlModifier); // the next person; the message was read
    QTRY_COMPARE(m_desk->messageCode(), QString());
    press(Qt::Key_F8);
    QTRY_COMPARE_WITH_TIMEOUT(slipCount(), 2, 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->barText().contains(number), 10'000);
    QCOMPARE(m_desk->messageCode(), QString());
}

void TestReceipts::bothPrintersFail_bothAreTold()
{
    QVERIFY(m_printer->obey({{"cover"_L1, true}}));
    m_machine->profile.devices.insert(u"printer"_s, u"pdf:/dev/null/none"_s);
    QVERIFY(sit());
    takeCase();
    QTRY_VERIFY_WITH_TIMEOUT(
        m_desk->messageCode().contains(u"receipt.cover-open"_s) && m_desk->messageCode().contains(u"printer.folder"_s),
        15'000);
}

void TestReceipts::copies_afterTheFirst_bearTheMark()
{
    QVERIFY(sit());
    const auto number = takeCase();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->barText().contains(number), 10'000);
    auto& devices = m_desk->seat.context().devices;
    const QSignalSpy printed(&devices.printer(), &counter::PageDesk::printed);
    const QSignalSpy slipped(&devices.receipt(), &devices::ReceiptStation::printed);
    press(Qt::Key_F8);
    QTRY_COMPARE_WITH_TIMEOUT(slipCount(), 2, 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_machine->printed().size(), 2, 10'000);
    QCOMPARE(slips().count(gbk(Mark)), 1);
    QTRY_COMPARE(printed.size(), 1);
    QTRY_COMPARE(slipped.size(), 1);
    // A copy that did not come out is a copy still.
    QVERIFY(m_printer->obey({{"paper"_L1, "out"_L1}}));
    press(Qt::Key_F8);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->messageCode(), u"receipt.paper-out"_s, 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_machine->printed().size(), 3, 10'000);
    QVERIFY(m_printer->obey({{"paper"_L1, "ok"_L1}}));
    QTRY_VERIFY_WITH_TIMEOUT((press(Qt::Key_F8), slipCount() == 3), 10'000);
    QCOMPARE(slips().count(gbk(Mark)), 2);
}

void TestReceipts::preview_showsEveryPaper_andPrintsTheOneShown()
{
    QVERIFY(sit());
    const auto number = takeCase();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->barText().contains(number), 10'000);
    press(Qt::Key_F7);
    QTRY_VERIFY_WITH_TIMEOUT(only<DocumentPreview>(&m_desk->seat.window()), 10'000);
    auto* preview = only<DocumentPreview>(&m_desk->seat.window());
    auto* names = preview->findChild<QTabBar*>();
    QCOMPARE(names->count(), 2);
    QCOMPARE(names->tabText(0), u"收件小票"_s);
    QCOMPARE(names->tabText(1), u"收件回执"_s);
    auto* view = preview->findChild<QPdfView*>();
    QTRY_COMPARE(view->document()->pageCount(), 1);
    press(Qt::Key_Right);
    QCOMPARE(names->currentIndex(), 1);
    QTRY_COMPARE(view->document()->status(), QPdfDocument::Status::Ready);
    press(Qt::Key_Left);
    QCOMPARE(names->currentIndex(), 0);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(slipCount(), 2, 10'000);
    QCOMPARE(slips().count(gbk(Mark)), 1);
    QCOMPARE(m_machine->printed().size(), 1); // only the paper that was shown
}

QTEST_MAIN(TestReceipts)
#include "test_receipts.moc"

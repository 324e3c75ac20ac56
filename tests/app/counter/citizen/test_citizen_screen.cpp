#include "app/counter/shell/IdleWatch.h"
#include "CitizenHands.h"
#include "modules/codes/CodeBook.h"
#include "tests/support/counter/ScreenCheck.h"
#include "tests/support/places/Places.h"

#include <QDir>
#include <QScrollArea>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::counter;
using namespace kuaiban::test;

// The window that faces the citizen, as he reads and touches it.
class TestCitizenScreen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void idle_tellsThePlace();
    void confirm_pressed_isTold_data();
    void confirm_pressed_isTold();
    void confirm_withoutSignature_asksForIt();
    void confirm_signed_bringsThePicture();
    void objection_leavesNothingOnTheScreen();
    void evaluation_gradeAndReasons_areTold();
    void evaluation_byTouch_isTold();
    void evaluation_otherGrade_canBeChosen();
    void evaluation_withoutTable_endsWithTheFace();
    void nobody_touchesIt_personalDataGoes();
    void somebody_touchesIt_itStays();
    void grade_withoutReasons_countsAfterAWhile();
    void thanks_giveWayToIdle();
    void language_isTheCitizens_untilTheNext();
    void language_changedHalfWay_keepsWhatWasDone();
    void monitor_shownOn_isFilled();
    void close_byTheCitizen_doesNothing();
    void keyboard_staysWithTheClerk();
    void touches_ofTheCitizen_keepNoWindowUnlocked();
    void everyPage_onEachScreen_isLargeAndWhole_data();
    void everyPage_onEachScreen_isLargeAndWhole();

private:
    void open(CitizenScreen::Limits limits = {});
    static CitizenCase facts(bool wantsSignature);

    std::optional<codes::CodeBook> m_book;
    std::unique_ptr<CitizenScreen> m_screen;
};

CitizenCase TestCitizenScreen::facts(bool wantsSignature)
{
    const QList<ConfirmRow> rows{{u"Matter"_s, u"申领社会保障卡"_s, Tone::Accent},
        {u"Applicant"_s, u"王小明  210603198001010022"_s}, {u"Telephone"_s, u"13900000001"_s},
        {u"Address"_s, u"辽宁省丹东市振兴区珍珠路 12 号 3 单元 402 室"_s}, {u"How the card comes"_s, u"本窗口领取"_s},
        {u"Bank"_s, u"虚构银行丹东分行"_s}, {u"To be noted"_s, u"身份证将于 30 日内到期"_s, Tone::Attention},
        {u"Paper"_s, u"申领登记表 · 已提交"_s}};
    return {u"draft-1"_s, {{u"zh_CN"_s, rows}, {u"en"_s, rows}}, wantsSignature};
}

void TestCitizenScreen::open(CitizenScreen::Limits limits)
{
    m_screen = std::make_unique<CitizenScreen>(
        PaletteKind::Light, CitizenPlace{u"丹东市振兴区社会保险服务中心"_s, u"3"_s}, limits);
    m_screen->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_screen.get()));
}

void TestCitizenScreen::init()
{
    auto book = codes::readCodeBook(test::inSource(u"resources/codes"));
    QVERIFY(book && book->find(u"evaluation-reason"_s));
    m_book = *std::move(book);
    open();
}

void TestCitizenScreen::idle_tellsThePlace()
{
    QVERIFY(reads(m_screen.get(), u"丹东市振兴区社会保险服务中心"_s));
    QVERIFY(reads(m_screen.get(), u"Window 3"_s));
    QVERIFY(reads(m_screen.get(), u"Please show your ID card"_s));
}

void TestCitizenScreen::confirm_pressed_isTold_data()
{
    QTest::addColumn<bool>("byTouch");
    QTest::newRow("with the mouse") << false;
    QTest::newRow("with a finger") << true;
}

void TestCitizenScreen::confirm_pressed_isTold()
{
    QFETCH(bool, byTouch);
    const QSignalSpy confirmed(m_screen.get(), &CitizenScreen::confirmed);
    m_screen->confirm(facts(false));
    QVERIFY(reads(m_screen.get(), u"王小明"_s));
    QVERIFY(!m_screen->findChild<InkPad*>());
    const auto press = byTouch ? touchButton : pressButton;
    QVERIFY(press(m_screen.get(), u"Everything is right"_s));
    QTRY_COMPARE(confirmed.count(), 1);
    QVERIFY(confirmed.first().first().value<QImage>().isNull());
    QVERIFY(!reads(m_screen.get(), u"王小明"_s));
}

void TestCitizenScreen::confirm_withoutSignature_asksForIt()
{
    const QSignalSpy confirmed(m_screen.get(), &CitizenScreen::confirmed);
    m_screen->confirm(facts(true));
    QVERIFY(pressButton(m_screen.get(), u"Everything is right"_s));
    QVERIFY(reads(m_screen.get(), u"Please write your whole name first."_s));
    QCOMPARE(confirmed.count(), 0);
    QVERIFY(reads(m_screen.get(), u"王小明"_s));
}

void TestCitizenScreen::confirm_signed_bringsThePicture()
{
    const QSignalSpy confirmed(m_screen.get(), &CitizenScreen::confirmed);
    m_screen->confirm(facts(true));
    auto* pad = m_screen->findChild<InkPad*>();
    QVERIFY(pad);
    sign(pad);
    QVERIFY(pressButton(m_screen.get(), u"Sign again"_s));
    QVERIFY(pad->isEmpty());
    sign(pad);
    QVERIFY(pressButton(m_screen.get(), u"Everything is right"_s));
    QCOMPARE(confirmed.count(), 1);
    QVERIFY(!confirmed.first().first().value<QImage>().isNull());
}

void TestCitizenScreen::objection_leavesNothingOnTheScreen()
{
    const QSignalSpy objected(m_screen.get(), &CitizenScreen::objected);
    m_screen->confirm(facts(true));
    QVERIFY(pressButton(m_screen.get(), u"Something is wrong"_s));
    QCOMPARE(objected.count(), 1);
    QVERIFY(!reads(m_screen.get(), u"王小明"_s));
    QVERIFY(reads(m_screen.get(), u"Please show your ID card"_s));
}

void TestCitizenScreen::evaluation_gradeAndReasons_areTold()
{
    const QSignalSpy evaluated(m_screen.get(), &CitizenScreen::evaluated);
    m_screen->evaluate(m_book->find(u"evaluation-reason"_s));
    QVERIFY(pressButton(m_screen.get(), u"Dissatisfied"_s));
    QVERIFY(!buttonOf(m_screen.get(), u"办得快、等候短"_s)); // praise does not go with it
    QVERIFY(pressButton(m_screen.get(), u"没有一次说清要带的材料"_s));
    QVERIFY(pressButton(m_screen.get(), u"等候时间太长"_s));
    QVERIFY(pressButton(m_screen.get(), u"办理流程太繁琐"_s));
    QVERIFY(pressButton(m_screen.get(), u"办理流程太繁琐"_s)); // after all not
    QVERIFY(pressButton(m_screen.get(), u"Done"_s));
    QCOMPARE(evaluated.count(), 1);
    QCOMPARE(evaluated.first().at(0).toInt(), 2);
    QCOMPARE(evaluated.first().at(1).toStringList(), QStringList({u"102"_s, u"103"_s}));
    QVERIFY(reads(m_screen.get(), u"Thank you!"_s));
}

void TestCitizenScreen::evaluation_byTouch_isTold()
{
    const QSignalSpy evaluated(m_screen.get(), &CitizenScreen::evaluated);
    m_screen->evaluate(m_book->find(u"evaluation-reason"_s));
    QVERIFY(touchButton(m_screen.get(), u"Very satisfied"_s));
    QTRY_VERIFY(buttonOf(m_screen.get(), u"Done"_s));
    QVERIFY(touchButton(m_screen.get(), u"Done"_s));
    QTRY_COMPARE(evaluated.count(), 1);
    QCOMPARE(evaluated.first().at(0).toInt(), 5);
    QCOMPARE(evaluated.first().at(1).toStringList(), QStringList());
}

void TestCitizenScreen::evaluation_otherGrade_canBeChosen()
{
    const QSignalSpy evaluated(m_screen.get(), &CitizenScreen::evaluated);
    m_screen->evaluate(m_book->find(u"evaluation-reason"_s));
    QVERIFY(pressButton(m_screen.get(), u"Very dissatisfied"_s));
    QVERIFY(pressButton(m_screen.get(), u"Choose again"_s));
    QVERIFY(pressButton(m_screen.get(), u"Fairly satisfied"_s));
    QVERIFY(pressButton(m_screen.get(), u"Done"_s));
    QCOMPARE(evaluated.first().at(0).toInt(), 3);
}

void TestCitizenScreen::evaluation_withoutTable_endsWithTheFace()
{
    const QSignalSpy evaluated(m_screen.get(), &CitizenScreen::evaluated);
    m_screen->evaluate(nullptr);
    QVERIFY(pressButton(m_screen.get(), u"Satisfied"_s));
    QCOMPARE(evaluated.count(), 1);
    QCOMPARE(evaluated.first().at(0).toInt(), 4);
}

void TestCitizenScreen::nobody_touchesIt_personalDataGoes()
{
    open({.reading = std::chrono::milliseconds(50)});
    const QSignalSpy left(m_screen.get(), &CitizenScreen::left);
    m_screen->confirm(facts(true));
    QTRY_COMPARE(left.count(), 1);
    QVERIFY(!reads(m_screen.get(), u"王小明"_s));
    for (const auto* label : m_screen->findChildren<QLabel*>()) // nor behind what is seen
        QVERIFY(!label->isVisible() || !label->text().contains(u"王小明"_s));
}

void TestCitizenScreen::somebody_touchesIt_itStays()
{
    open({.reading = std::chrono::milliseconds(600)});
    const QSignalSpy left(m_screen.get(), &CitizenScreen::left);
    m_screen->confirm(facts(true));
    for (int i = 0; i < 10; ++i) {
        QTest::qWait(100);
        sign(m_screen->findChild<InkPad*>());
    }
    QCOMPARE(left.count(), 0);
    QTRY_COMPARE(left.count(), 1);
}

void TestCitizenScreen::grade_withoutReasons_countsAfterAWhile()
{
    open({.evaluating = std::chrono::milliseconds(50)});
    const QSignalSpy evaluated(m_screen.get(), &CitizenScreen::evaluated);
    const QSignalSpy left(m_screen.get(), &CitizenScreen::left);
    m_screen->evaluate(m_book->find(u"evaluation-reason"_s));
    QVERIFY(pressButton(m_screen.get(), u"Dissatisfied"_s));
    QTRY_COMPARE(evaluated.count(), 1);
    QCOMPARE(evaluated.first().at(0).toInt(), 2);
    QCOMPARE(left.count(), 0);
    m_screen->evaluate(m_book->find(u"evaluation-reason"_s));
    QTRY_COMPARE(left.count(), 1); // nobody pressed
    QCOMPARE(evaluated.count(), 1);
}

void TestCitizenScreen::thanks_giveWayToIdle()
{
    open({.thanks = std::chrono::milliseconds(50)});
    const QSignalSpy left(m_screen.get(), &CitizenScreen::left);
    m_screen->thank();
    QVERIFY(reads(m_screen.get(), u"Thank you!"_s));
    QTRY_VERIFY(reads(m_screen.get(), u"Please show your ID card"_s));
    QCOMPARE(left.count(), 0);
}

void TestCitizenScreen::language_isTheCitizens_untilTheNext()
{
    auto other = facts(false);
    other.rows[u"en"_s] = {{u"Applicant"_s, u"Wang Xiaoming"_s}};
    m_screen->confirm(other);
    QVERIFY(reads(m_screen.get(), u"申领社会保障卡"_s));
    QVERIFY(pressButton(m_screen.get(), u"EN"_s));
    QTRY_VERIFY(reads(m_screen.get(), u"Wang Xiaoming"_s));
    QVERIFY(buttonOf(m_screen.get(), u"中文"_s));
    m_screen->idle();
    m_screen->confirm(other);
    QVERIFY(reads(m_screen.get(), u"申领社会保障卡"_s));
}

// A face that was pressed counts, and a hand stays under the same case.
void TestCitizenScreen::language_changedHalfWay_keepsWhatWasDone()
{
    const QSignalSpy evaluated(m_screen.get(), &CitizenScreen::evaluated);
    m_screen->evaluate(m_book->find(u"evaluation-reason"_s));
    QVERIFY(pressFace(m_screen.get(), 1));
    QVERIFY(pressButton(m_screen.get(), u"等候时间太长"_s));
    QVERIFY(pressButton(m_screen.get(), u"EN"_s));
    QTRY_VERIFY(buttonOf(m_screen.get(), u"中文"_s));
    m_screen->takeBack(); // he left
    QCOMPARE(evaluated.count(), 1);
    QCOMPARE(evaluated.first().at(0).toInt(), 1);
    QCOMPARE(evaluated.first().at(1).toStringList().size(), 1);
    m_screen->idle();

    const QSignalSpy confirmed(m_screen.get(), &CitizenScreen::confirmed);
    m_screen->confirm(facts(true));
    sign(m_screen->findChild<InkPad*>());
    QVERIFY(pressButton(m_screen.get(), u"EN"_s));
    QTRY_VERIFY(buttonOf(m_screen.get(), u"中文"_s));
    QVERIFY(pressButton(m_screen.get(), u"Everything is right"_s));
    QCOMPARE(confirmed.count(), 1);
    QVERIFY(!confirmed.first().first().value<QImage>().isNull());
    m_screen->evaluate(m_book->find(u"evaluation-reason"_s)); // the next one's page is empty
    QVERIFY(!buttonOf(m_screen.get(), u"Done"_s));
}

void TestCitizenScreen::monitor_shownOn_isFilled()
{
    auto* monitor = QGuiApplication::screens().constLast();
    CitizenScreen screen(PaletteKind::Light, CitizenPlace{u"大厅"_s, u"3"_s}, {});
    screen.showOn(monitor, false);
    QVERIFY(QTest::qWaitForWindowExposed(&screen));
    QTRY_COMPARE(screen.geometry(), monitor->geometry());
    QVERIFY(screen.isFullScreen());
}

void TestCitizenScreen::close_byTheCitizen_doesNothing()
{
    m_screen->close();
    QVERIFY(m_screen->isVisible());
}

void TestCitizenScreen::keyboard_staysWithTheClerk()
{
    m_screen->confirm(facts(true));
    QVERIFY(pressButton(m_screen.get(), u"Sign again"_s));
    QVERIFY(m_screen->testAttribute(Qt::WA_ShowWithoutActivating));
    QVERIFY(m_screen->windowFlags() & Qt::WindowDoesNotAcceptFocus);
    for (const auto* button : m_screen->findChildren<QAbstractButton*>())
        QCOMPARE(button->focusPolicy(), Qt::NoFocus);
}

void TestCitizenScreen::touches_ofTheCitizen_keepNoWindowUnlocked()
{
    m_screen->confirm(facts(true));
    IdleWatch watch;
    const QSignalSpy idle(&watch, &IdleWatch::idle);
    watch.start(std::chrono::milliseconds(500));
    QVERIFY(QTest::qWaitFor([&] { // he signs on and on
        sign(m_screen->findChild<InkPad*>());
        touchButton(m_screen.get(), u"Sign again"_s);
        return idle.count() == 1;
    }));
}

void TestCitizenScreen::everyPage_onEachScreen_isLargeAndWhole_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("page");
    for (const auto& size : {QSize(1024, 600), QSize(1280, 800), QSize(1920, 1080)}) {
        for (const auto& page :
            {u"idle"_s, u"confirm"_s, u"sign"_s, u"faces"_s, u"praise"_s, u"complaint"_s, u"thanks"_s})
            QTest::addRow("%s at %dx%d", qPrintable(page), size.width(), size.height()) << size << page;
    }
}

void TestCitizenScreen::everyPage_onEachScreen_isLargeAndWhole()
{
    QFETCH(QSize, size);
    QFETCH(QString, page);
    m_screen->resize(size);
    if (page == "confirm"_L1 || page == "sign"_L1)
        m_screen->confirm(facts(page == "sign"_L1));
    else if (page == "thanks"_L1)
        m_screen->thank();
    else if (page != "idle"_L1)
        m_screen->evaluate(m_book->find(u"evaluation-reason"_s));
    if (page == "praise"_L1)
        QVERIFY(pressFace(m_screen.get(), 5));
    else if (page == "complaint"_L1)
        QVERIFY(pressFace(m_screen.get(), 1));
    else if (page == "sign"_L1)
        sign(m_screen->findChild<InkPad*>());
    QTest::qWait(50); // laid out
    QCOMPARE(m_screen->size(), size);
    for (const auto* button : m_screen->findChildren<QAbstractButton*>()) {
        if (!button->isVisible())
            continue;
        QVERIFY2(button->width() >= 64 && button->height() >= 64, qPrintable(button->text()));
        const QRect place(button->mapTo(m_screen.get(), QPoint()), button->size());
        QVERIFY2(m_screen->rect().contains(place), qPrintable(button->text()));
    }
    QCOMPARE(cutTexts(m_screen.get()).join(u'\n'), QString());
    QCOMPARE(namelessControls(m_screen.get()).join(u'\n'), QString());
    if (const QString folder = qEnvironmentVariable("KUAIBAN_SCREENS"); !folder.isEmpty())
        m_screen->grab().save(u"%1/%2-%3.png"_s.arg(folder, page).arg(size.height()));
}

QTEST_MAIN(TestCitizenScreen)
#include "test_citizen_screen.moc"

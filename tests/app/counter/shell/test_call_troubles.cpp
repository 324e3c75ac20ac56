#include "app/counter/kit/StatusLight.h"
#include "app/counter/kit/TopStrip.h"
#include "CallBarDesk.h"
#include "tests/support/counter/ScreenCheck.h"
#include "tests/support/places/Places.h"

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

// What the call bar says when the system cannot, does not want to, or is not there, and whether it can be read.
class TestCallTroubles : public QObject, private CallBarDesk
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(furnish()); }
    void init() { QVERIFY(sitDown()); }
    void cleanup() { leave(); }
    void noCaller_noBar();
    void brokenProfile_noBar_theLightSaysWhy();
    void knownOperations_haveButtons();
    void nobodyCalled_recall_saysSoInPlace();
    void refused_saysTheSystemsOwnWords();
    void callout_closedByKeys_givesTheKeyboardBack();
    void system_awayAndBack_isTold();
    void system_movedByOthers_isShown();
    void screens_areSound_data();
    void screens_areSound();
};

void TestCallTroubles::noCaller_noBar()
{
    QVERIFY(m_counter->start() && m_counter->signIn(u"chen"_s));
    QVERIFY(!m_counter->window->findChild<counter::CallBar*>());
    QVERIFY(!m_counter->actions()->action(u"shell.call-next"_s));
}

void TestCallTroubles::brokenProfile_noBar_theLightSaysWhy()
{
    m_machine->profile.devices.insert(u"caller"_s, u"caller:none.json:http://127.0.0.1:9?window=3"_s);
    QVERIFY(m_counter->start() && m_counter->signIn(u"chen"_s));
    QVERIFY(!m_counter->window->findChild<counter::CallBar*>());
    QVERIFY(named<counter::StatusLight>(m_counter->window.get(), u"Calling fault"_s));
}

// hall-json has them all; a profile that leaves some out gets no buttons for them.
void TestCallTroubles::knownOperations_haveButtons()
{
    Hall hall;
    QFile whole(test::inSource(u"resources/caller/hall-json.json"));
    QVERIFY(whole.open(QIODevice::ReadOnly));
    auto profile = parseObject(whole.readAll()).value();
    auto operations = profile.value("operations"_L1).toObject();
    for (const auto& operation : {u"done"_s, u"pause"_s, u"resume"_s})
        operations.remove(operation);
    profile.insert(u"operations"_s, operations);
    connectTo(hall, keep(u"few.json"_s, profile));
    QVERIFY(begin());
    QStringList names;
    for (auto* one : bar()->findChildren<counter::ActionButton*>())
        names.append(spokenName(one));
    QCOMPARE(names, (QStringList{u"Call next"_s, u"Call again"_s, u"Skip"_s}));
    QVERIFY(!m_counter->actions()->action(u"shell.call-pause"_s));
}

void TestCallTroubles::nobodyCalled_recall_saysSoInPlace()
{
    simulate({arrive(u"A"_s)});
    QVERIFY(begin());
    auto* before = QApplication::focusWidget();
    press(Qt::Key_C, Qt::AltModifier);
    QTRY_COMPARE(told().code, u"caller.nobody"_s);
    QVERIFY(!told().remedy.isEmpty());
    QCOMPARE(told().tone, counter::Tone::Attention);
    QCOMPARE(QApplication::focusWidget(), before);
    press(Qt::Key_N, Qt::AltModifier); // does what it asks for
    QCOMPARE(told().code, QString());
    QTRY_COMPARE(queue(), u"Now · A001 · 社会保险 · 0 waiting"_s);
}

void TestCallTroubles::refused_saysTheSystemsOwnWords()
{
    Hall hall;
    QVERIFY(hall.arrive(u"A001"_s));
    connectTo(hall);
    QVERIFY(begin());
    QVERIFY(hall.obey({{"fault"_L1, "refuse"_L1}}));
    auto* before = QApplication::focusWidget();
    press(Qt::Key_N, Qt::AltModifier);
    QTRY_COMPARE_WITH_TIMEOUT(told().code, u"caller.refused"_s, Patience);
    QVERIFY2(told().what.contains(u"系统维护中"_s), qPrintable(told().what));
    QCOMPARE(QApplication::focusWidget(), before);
    QVERIFY(!queue().contains(u"Away"_s));
    QVERIFY(hall.obey({{"call"_L1, "A001"_L1}})); // by the keypad beside the window
    QTRY_COMPARE_WITH_TIMEOUT(told().code, QString(), Patience);
}

void TestCallTroubles::callout_closedByKeys_givesTheKeyboardBack()
{
    simulate({arrive(u"A"_s)});
    QVERIFY(begin());
    press(Qt::Key_N, Qt::ControlModifier);
    QTRY_COMPARE(focusName(), u"Matter"_s);
    auto* before = QApplication::focusWidget();
    for (const auto key : {Qt::Key_Space, Qt::Key_Escape}) {
        press(Qt::Key_C, Qt::AltModifier);
        QTRY_COMPARE(told().code, u"caller.nobody"_s);
        QVERIFY(Counter::tabTo(u"Close message"_s));
        press(key);
        QCOMPARE(told().code, QString());
        QCOMPARE(QApplication::focusWidget(), before);
    }
}

void TestCallTroubles::system_awayAndBack_isTold()
{
    Hall hall;
    QVERIFY(hall.arrive(u"A001"_s) && hall.arrive(u"A002"_s));
    connectTo(hall);
    QVERIFY(begin());
    press(Qt::Key_N, Qt::AltModifier);
    QTRY_COMPARE_WITH_TIMEOUT(queue(), u"Now · A001 · 社会保险 · 1 waiting"_s, Patience);
    QTRY_VERIFY(!isBusy());
    QVERIFY(hall.obey({{"close"_L1, true}}));
    auto* before = QApplication::focusWidget();
    press(Qt::Key_N, Qt::AltModifier);
    QTRY_COMPARE_WITH_TIMEOUT(told().code, u"device.unreachable"_s, Patience);
    QVERIFY(!told().remedy.isEmpty());
    const QString time = legalTime(m_hall->hub.clock.nowMs()).toString(u"HH:mm"_s);
    QTRY_COMPARE(queue(), u"Now · A001 · 社会保险 · 1 waiting · ✕ Away since %1"_s.arg(time));
    QCOMPARE(QApplication::focusWidget(), before);
    QVERIFY(hall.obey({{"open"_L1, true}}));
    QTRY_COMPARE_WITH_TIMEOUT(queue(), u"Now · A001 · 社会保险 · 1 waiting"_s, Patience);
    QCOMPARE(told().code, QString());
    QVERIFY(hall.hasBeenAsked(u"next"_s, 1));
    press(Qt::Key_N, Qt::AltModifier);
    QTRY_COMPARE(queue(), u"Now · A002 · 社会保险 · 0 waiting"_s);
}

void TestCallTroubles::system_movedByOthers_isShown()
{
    Hall hall;
    QVERIFY(hall.arrive(u"A001"_s) && hall.arrive(u"B007"_s));
    connectTo(hall);
    QVERIFY(begin());
    QVERIFY(hall.obey({{"call"_L1, "B007"_L1}}));
    QTRY_COMPARE_WITH_TIMEOUT(queue(), u"Now · B007 · 社会保险 · 1 waiting"_s, Patience);
}

void TestCallTroubles::screens_areSound_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("large");
    QTest::newRow("Chinese") << u"zh_CN"_s << false;
    QTest::newRow("Chinese, large") << u"zh_CN"_s << true;
    QTest::newRow("English") << u"en"_s << false;
    QTest::newRow("English, large") << u"en"_s << true;
}

// Beside a long name of the office and a clerk with several posts.
void TestCallTroubles::screens_areSound()
{
    QFETCH(QString, language);
    QFETCH(bool, large);
    Hall hall;
    QVERIFY(hall.arrive(u"A128"_s) && hall.arrive(u"A129"_s));
    connectTo(hall);
    m_machine->profile.largeType = large;
    m_machine->profile.language = language;
    QVERIFY(m_counter->start() && m_counter->signIn(u"wu"_s));
    QTRY_VERIFY_WITH_TIMEOUT(queue().contains(u'2'), Patience);
    auto* window = m_counter->window.get();
    only<counter::TopStrip>(window)->setPlace(u"丹东市振兴区人力资源和社会保障综合服务大厅（站前分厅） · 12 号窗口"_s);
    const auto problems = [&](const QString& state) {
        return screenProblems(window, u"call-%1 %2"_s.arg(state, QString::fromLatin1(QTest::currentDataTag())));
    };
    m_counter->workplace()->openPage(u"intake"_s);
    QCOMPARE(problems(u"1-ready"_s), QString());
    press(Qt::Key_N, Qt::AltModifier);
    QTRY_VERIFY(queue().contains(u"A128"_s));
    QCOMPARE(problems(u"2-called"_s), QString());
    press(Qt::Key_P, Qt::AltModifier);
    QTRY_VERIFY(queue().contains(u"▲"_s));
    QCOMPARE(problems(u"3-paused"_s), QString());
    QTest::qWait(100);
    press(Qt::Key_N, Qt::AltModifier);
    QTRY_COMPARE(told().code, u"caller.refused"_s);
    QCOMPARE(problems(u"4-refused"_s), QString());
    QVERIFY(hall.obey({{"close"_L1, true}}));
    press(Qt::Key_N, Qt::AltModifier);
    QTRY_COMPARE_WITH_TIMEOUT(told().code, u"device.unreachable"_s, Patience);
    QTRY_VERIFY(queue().contains(u"✕"_s));
    QCOMPARE(problems(u"5-away"_s), QString());
}

QTEST_MAIN(TestCallTroubles)
#include "test_call_troubles.moc"

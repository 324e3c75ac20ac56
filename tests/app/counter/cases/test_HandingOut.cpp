#include "app/counter/cases/MyCasesPage.h"
#include "app/counter/citizen/CitizenDesk.h"
#include "app/counter/intake/IntakePage.h"
#include "app/counter/kit/PagedTableView.h"
#include "modules/base/Json.h"
#include "tests/app/counter/citizen/CitizenHands.h"
#include "tests/support/counter/Cards.h"
#include "tests/support/counter/CounterSeat.h"
#include "tests/support/counter/Keyboard.h"
#include "tests/support/counter/ScreenCheck.h"

#include <QFile>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

namespace {

const QString Asking = u"The citizen is evaluating: take back"_s;
const QString Heard = u"The citizen has evaluated"_s;

} // namespace

// The citizen is asked what he thought of the service when he gets his result, whatever page is in front by then.
class TestHandingOut : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void result_handedOut_isEvaluatedOnTheScreen();
    void result_handedOut_isEvaluatedOnTheKeypad();
    void result_handedOutWithNeither_asksNobody();
    void result_handedOutOffline_isEvaluatedAllTheSame();
    void result_evaluatedAlready_asksNobody();
    void question_byKey_isTakenBack();
    void question_nextCitizenComes_isTakenBack();
    void question_ofThePageBefore_isShownAndAnswered();
    void question_ofThePageBefore_isTakenBack();
    void question_askedAnew_endsTheOneBefore();
    void face_pressedBeforeTheNextQuestion_counts();
    void page_leftMeanwhile_asksNobody();
    void evaluation_thatCameMeanwhile_isToldWhereItWasAsked();

private:
    bool say(const QString& who, const QString& stream, const QString& type, const QJsonObject& body = {});
    QString completed(); // chen's case, approved by liu
    bool sit(bool secondScreen, const QJsonObject& keypad = {});
    bool handOut(const QString& stream);
    bool choose(const QString& stream);
    QWidget* chip(const QString& words) const; // on the page in front
    QString said() const { return messageOn(m_page).what; }
    static QList<counter::CitizenScreen*> screens();
    static counter::CitizenScreen* screen() { return screens().value(0); }
    QList<casework::Evaluation> evaluations(const QString& stream); // as the hub has them

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<CounterSeat> m_seat;
    counter::MyCasesPage* m_page = nullptr;
    counter::IntakePage* m_intake = nullptr;
    counter::PagedTableView* m_table = nullptr;
};

void TestHandingOut::init()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(m_hall->open());
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    QVERIFY(m_machine->enrol());
}

void TestHandingOut::cleanup()
{
    m_seat.reset();
    m_machine.reset();
    m_hall.reset();
}

bool TestHandingOut::say(const QString& who, const QString& stream, const QString& type, const QJsonObject& body)
{
    const auto desk = m_hall->desk(who);
    return m_hall->hub.say(desk, m_hall->hub.onTask(desk, stream, type, body)) == "applied"_L1;
}

QString TestHandingOut::completed()
{
    const QString stream = m_hall->dispatchedCase(u"chen"_s);
    return say(u"liu"_s, stream, u"ClaimTask"_s) && say(u"liu"_s, stream, u"ApproveTask"_s) ? stream : QString();
}

// At “My cases”, with the intake page beside it.
bool TestHandingOut::sit(bool secondScreen, const QJsonObject& keypad)
{
    if (secondScreen)
        m_machine->profile.devices.insert(u"screen"_s, u"screen:1?window=1"_s);
    if (!keypad.isEmpty()) {
        QFile script(m_machine->path(u"keypad.json"_s));
        if (!script.open(QIODevice::WriteOnly) || script.write(canonicalBytes(keypad)) <= 0)
            return false;
        m_machine->profile.devices.insert(u"keypad"_s, u"sim:keypad?script="_s + script.fileName());
    }
    m_seat = std::make_unique<CounterSeat>(*m_machine);
    if (!m_seat->signIn(u"chen"_s))
        return false;
    auto* citizen = new counter::CitizenDesk(m_seat->context(), &m_seat->workplace());
    m_page = m_seat->add<counter::MyCasesPage>(*citizen);
    m_intake = m_seat->add<counter::IntakePage>(*citizen);
    m_table = m_page->findChild<counter::PagedTableView*>();
    return m_seat->show();
}

bool TestHandingOut::choose(const QString& stream)
{
    const auto* collect = m_seat->context().actions.action(u"mine.collect"_s);
    m_seat->open(u"mine"_s, stream);
    return QTest::qWaitFor([&] { return m_table->currentId() == stream && collect->isEnabled(); });
}

bool TestHandingOut::handOut(const QString& stream)
{
    if (!choose(stream))
        return false;
    press(Qt::Key_E, Qt::ControlModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    return QTest::qWaitFor([this] { return said() == "Recorded: the result was handed out."_L1; }, 20'000);
}

QWidget* TestHandingOut::chip(const QString& words) const
{
    for (auto* button : m_seat->workplace().findChildren<counter::ActionButton*>()) {
        if (button->isVisible() && button->text() == words)
            return button;
    }
    return nullptr;
}

QList<counter::CitizenScreen*> TestHandingOut::screens()
{
    QList<counter::CitizenScreen*> all;
    for (auto* window : QApplication::topLevelWidgets()) {
        if (auto* found = qobject_cast<counter::CitizenScreen*>(window))
            all.append(found);
    }
    return all;
}

QList<casework::Evaluation> TestHandingOut::evaluations(const QString& stream)
{
    return m_seat->reachesLevel() ? m_hall->state(stream).evaluations : QList<casework::Evaluation>();
}

void TestHandingOut::result_handedOut_isEvaluatedOnTheScreen()
{
    const QString stream = completed();
    QVERIFY(sit(true));
    QCOMPARE(screens().size(), 1); // for both pages
    QVERIFY(!chip(Asking));
    QVERIFY(handOut(stream));
    QTRY_VERIFY(chip(Asking));
    QCOMPARE(screenProblems(&m_seat->window(), u"handing-out"_s), QString());
    QVERIFY(pressFace(screen(), 2));
    QVERIFY(pressButton(screen(), u"办理流程太繁琐"_s));
    QVERIFY(pressButton(screen(), u"Done"_s));
    QTRY_VERIFY2(chip(Heard), qPrintable(said()));
    const auto heard = evaluations(stream);
    QCOMPARE(heard.size(), 1);
    QCOMPARE(casework::phaseName(heard.constFirst().phase), u"completed"_s);
    QCOMPARE(heard.constFirst().grade, 2);
    QCOMPARE(heard.constFirst().reasons, QStringList{u"105"_s});
    QCOMPARE(heard.constFirst().via, u"screen"_s);
    QVERIFY(!shows(m_page, u"Dissatisfied"_s)); // he still stands there
}

void TestHandingOut::result_handedOut_isEvaluatedOnTheKeypad()
{
    const QString stream = completed();
    QVERIFY(sit(false, {{u"onAsk"_s, QJsonArray{QJsonObject{{u"press"_s, 4}, {u"after"_s, 50}}}}}));
    QVERIFY(handOut(stream));
    QTRY_VERIFY2(chip(Heard), qPrintable(said()));
    const auto heard = evaluations(stream);
    QCOMPARE(heard.size(), 1);
    QCOMPARE(heard.constFirst().grade, 4);
    QCOMPARE(heard.constFirst().via, u"keypad"_s);
}

void TestHandingOut::result_handedOutWithNeither_asksNobody()
{
    const QString stream = completed();
    QVERIFY(sit(false));
    QVERIFY(handOut(stream));
    QVERIFY(m_seat->reachesLevel());
    QVERIFY(!chip(Asking) && !chip(Heard));
    QVERIFY(m_hall->state(stream).collection.at > 0);
}

void TestHandingOut::result_handedOutOffline_isEvaluatedAllTheSame()
{
    const QString stream = completed();
    QVERIFY(sit(true));
    QVERIFY(choose(stream));
    m_hall->cut();
    QVERIFY(handOut(stream));
    QVERIFY(pressFace(screen(), 5));
    QVERIFY(pressButton(screen(), u"Done"_s));
    QTRY_VERIFY(chip(Heard));
    QVERIFY(m_hall->mend());
    m_seat->session().retryNow();
    QCOMPARE(evaluations(stream).size(), 1);
}

// He was heard after the decision already, on another day or by another window.
void TestHandingOut::result_evaluatedAlready_asksNobody()
{
    const QString stream = completed();
    QVERIFY(say(u"zhou"_s, stream, u"RecordEvaluation"_s, {{u"grade"_s, 3}, {u"via"_s, u"keypad"_s}}));
    QVERIFY(sit(true));
    QVERIFY(handOut(stream));
    QVERIFY(m_seat->reachesLevel());
    QVERIFY(!chip(Asking));
    QVERIFY(reads(screen(), u"Please show your ID card"_s));
}

void TestHandingOut::question_byKey_isTakenBack()
{
    const QString stream = completed();
    QVERIFY(sit(true));
    QVERIFY(handOut(stream));
    QTRY_VERIFY(chip(Asking));
    press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!chip(Asking));
    QVERIFY(reads(screen(), u"Please show your ID card"_s));
    QVERIFY(evaluations(stream).isEmpty());
}

void TestHandingOut::question_nextCitizenComes_isTakenBack()
{
    m_machine->layCards({zhang().key});
    const QString stream = completed();
    QVERIFY(sit(true));
    QVERIFY(handOut(stream));
    QTRY_VERIFY(chip(Asking));
    m_seat->context().devices.idCard().readNow();
    QTRY_VERIFY(!chip(Asking));
    QVERIFY(reads(screen(), u"Please show your ID card"_s));
    QVERIFY(evaluations(stream).isEmpty());
}

void TestHandingOut::question_ofThePageBefore_isShownAndAnswered()
{
    const QString stream = completed();
    QVERIFY(sit(true));
    QVERIFY(handOut(stream));
    QTRY_VERIFY(chip(Asking));
    m_seat->open(u"intake"_s);
    QVERIFY(m_intake->isVisible() && chip(Asking));
    QVERIFY(pressFace(screen(), 4));
    QVERIFY(pressButton(screen(), u"Done"_s));
    QTRY_VERIFY(chip(Heard));
    QCOMPARE(evaluations(stream).size(), 1);
    m_seat->open(u"mine"_s);
    QVERIFY(m_page->isVisible() && chip(Heard));
}

void TestHandingOut::question_ofThePageBefore_isTakenBack()
{
    const QString stream = completed();
    QVERIFY(sit(true));
    QVERIFY(handOut(stream));
    QTRY_VERIFY(chip(Asking));
    m_seat->open(u"intake"_s);
    press(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(!chip(Asking));
    m_seat->open(u"mine"_s);
    QVERIFY(!chip(Asking));
    QVERIFY(evaluations(stream).isEmpty());
}

void TestHandingOut::question_askedAnew_endsTheOneBefore()
{
    const QString first = completed();
    const QString second = completed();
    QVERIFY(sit(true));
    QVERIFY(handOut(first));
    QTRY_VERIFY(chip(Asking));
    QVERIFY(handOut(second));
    QVERIFY(pressFace(screen(), 5));
    QVERIFY(pressButton(screen(), u"Done"_s));
    QTRY_VERIFY(chip(Heard));
    QCOMPARE(evaluations(second).size(), 1);
    QVERIFY(evaluations(first).isEmpty());
}

void TestHandingOut::face_pressedBeforeTheNextQuestion_counts()
{
    const QString first = completed();
    const QString second = completed();
    QVERIFY(sit(true));
    QVERIFY(handOut(first));
    QVERIFY(pressFace(screen(), 1));
    QTRY_VERIFY(buttonOf(screen(), u"Done"_s));
    QVERIFY(handOut(second));
    QTRY_VERIFY(chip(Asking)); // what comes of the first does not say that the second was answered
    QVERIFY(pressFace(screen(), 5));
    QVERIFY(pressButton(screen(), u"Done"_s));
    QTRY_VERIFY(chip(Heard));
    QCOMPARE(evaluations(first).size(), 1);
    QCOMPARE(evaluations(first).constFirst().grade, 1);
    QCOMPARE(evaluations(second).size(), 1);
    QCOMPARE(evaluations(second).constFirst().grade, 5);
}

// The clerk is with the next citizen before the store has answered.
void TestHandingOut::page_leftMeanwhile_asksNobody()
{
    const QString stream = completed();
    QVERIFY(sit(true));
    QVERIFY(choose(stream));
    press(Qt::Key_E, Qt::ControlModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    m_seat->open(u"intake"_s);
    QTRY_VERIFY(m_hall->state(stream).collection.at > 0);
    QVERIFY(evaluations(stream).isEmpty());
    QVERIFY(!chip(Asking));
    m_seat->open(u"mine"_s);
    QCOMPARE(said(), u"Recorded: the result was handed out."_s);
}

void TestHandingOut::evaluation_thatCameMeanwhile_isToldWhereItWasAsked()
{
    const QString stream = completed();
    QVERIFY(sit(true));
    QVERIFY(handOut(stream));
    QVERIFY(m_seat->reachesLevel());
    QTRY_VERIFY(chip(Asking));
    QVERIFY(say(u"zhou"_s, stream, u"RecordEvaluation"_s, {{u"grade"_s, 3}, {u"via"_s, u"keypad"_s}}));
    const auto known = [this, &stream] {
        const auto state = m_seat->session().view(stream);
        return QTest::qWaitFor([&] { return state.isFinished(); }) && !state.result()->evaluations.isEmpty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(known(), 20'000);
    m_seat->open(u"intake"_s);
    QVERIFY(pressFace(screen(), 5));
    QVERIFY(pressButton(screen(), u"Done"_s));
    QTRY_VERIFY(!chip(Asking));
    QTest::qWait(100);
    QVERIFY(!chip(Heard));
    QCOMPARE(messageOn(m_intake).code, QString());
    m_seat->open(u"mine"_s);
    QTRY_COMPARE(messageOn(m_page).code, u"casework.evaluated"_s);
}

QTEST_MAIN(TestHandingOut)
#include "test_HandingOut.moc"

#include "TodoDesk.h"

#include "app/counter/cases/MyCasesPage.h"
#include "app/counter/forms/FormView.h"
#include "app/hub/HubCore.h"
#include "modules/registry/Persons.h"
#include "tests/support/casework/ClaimCase.h"
#include "tests/support/casework/SampleMatter.h"
#include "tests/support/counter/ScreenCheck.h"

#include <QPushButton>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

namespace {

const CardHolder Woman{
    u"林素梅"_s, u"21060319760221028"_s, u"2"_s, QDate(1976, 2, 21), u"辽宁省丹东市振安区示范路9号"_s};

} // namespace

// Work on a case between acceptance and result, by keyboard: a social security card is made at once at the window, its
// number entered, the card handed out. With KUAIBAN_TRANSLATION=<file.qm> in its language.
class TestHandling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void instantCard_isMadeByKeyboard();
    void work_withMistakes_saysSoAndKeepsWhatWasTyped();
    void work_begun_waitsWhileAnotherCaseIsLookedAt();
    void batchCard_isNotForTheWindow();
    void largeType_cutsNothing();

private:
    QDate today() { return legalDate(m_hall->hub.clock.nowMs()); }
    QString opened(const QString& way);
    QString problems(const QString& name) { return screenProblems(&m_desk->seat.window(), name); }
    bool handle(const QString& stream);
    void fill();
    QString value(const QString& stream, QLatin1StringView field)
    {
        return m_hall->state(stream).values.value(field).toString();
    }

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<TodoDesk> m_desk;
    QTranslator m_words;
    int m_serial = 0;
};

void TestHandling::initTestCase()
{
    const QString words = qEnvironmentVariable("KUAIBAN_TRANSLATION");
    if (!words.isEmpty()) {
        QVERIFY(m_words.load(words));
        QCoreApplication::installTranslator(&m_words);
    }
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(m_hall->hub.copyResources());
    const auto done = m_hall->open();
    QVERIFY2(done, done ? "" : qPrintable(logLine(done.error())));
}

void TestHandling::init()
{
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    QVERIFY(m_machine->enrol());
}

void TestHandling::cleanup()
{
    m_desk.reset();
    m_machine.reset();
}

// An application as chen takes it, of a person of its own each time.
QString TestHandling::opened(const QString& way)
{
    const auto chen = m_hall->desk(u"chen"_s);
    auto& core = *m_hall->hub.core;
    const auto item = core.parts().shelf.currentItem(core.main(), u"card-application"_s).value_or(nullptr);
    CardHolder person = Woman;
    person.digits17.replace(14, 3, QString::number(100 + 2 * ++m_serial));
    const auto draft = itemDraft(*item, person, nullptr, today(), u"first"_s,
        {{u"way"_s, way}, {u"delivery"_s, u"window"_s}, {u"bank"_s, u"虚构银行"_s}, {u"promise"_s, true},
            {u"phone"_s, u"13900000001"_s}});
    const QString number = u"210603%1%2"_s.arg(today().toString(u"yyyyMMdd"_s)).arg(m_serial, 5, 10, QLatin1Char('0'));
    const auto command =
        m_hall->hub.command(chen, m_hall->hub.ids.next(), u"OpenCase"_s, claimBody(draft, *item, number));
    const QString said = m_hall->hub.say(chen, command);
    if (said != "applied"_L1)
        qWarning() << said;
    return said == "applied"_L1 ? command.stream : QString();
}

bool TestHandling::handle(const QString& stream)
{
    m_desk = std::make_unique<TodoDesk>(*m_machine);
    if (!m_desk->sitDown(u"chen"_s))
        return false;
    m_desk->seat.open(u"todo"_s, stream);
    return QTest::qWaitFor([&] { return m_desk->isOpen(stream); });
}

// The fields of the step, one after another.
void TestHandling::fill()
{
    m_desk->page->findChild<counter::FormView*>()->focusFirst();
    type(u"A10000017"_s);
    press(Qt::Key_Tab);
    type(u"0123456789ABCDEF0123456789ABCDEF"_s);
    press(Qt::Key_Tab);
    type(u"6217990000000000121"_s);
    press(Qt::Key_Tab);
    type(today().toString(u"yyyyMMdd"_s));
    press(Qt::Key_Tab);
    press(Qt::Key_Tab); // no card was spoilt
    press(Qt::Key_Space);
}

void TestHandling::instantCard_isMadeByKeyboard()
{
    const QString stream = opened(u"instant"_s);
    QVERIFY(!stream.isEmpty());
    QVERIFY(handle(stream));
    QTRY_VERIFY(m_desk->page->findChild<counter::FormView*>()->isVisible());
    QCOMPARE(problems(u"handling-empty"_s), QString());
    fill();
    QCOMPARE(problems(u"handling-filled"_s), QString());
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_hall->state(stream).phase, casework::Phase::Completed);
    QCOMPARE(value(stream, "newCard"_L1), u"A10000017"_s);
    QCOMPARE(value(stream, "expiresOn"_L1), today().addYears(10).toString(Qt::ISODate));
    const auto task = m_hall->state(stream).tasks.last();
    QCOMPARE(task.outcome, u"handled"_s);
}

void TestHandling::work_withMistakes_saysSoAndKeepsWhatWasTyped()
{
    const QString stream = opened(u"instant"_s);
    QVERIFY(handle(stream));
    QTRY_VERIFY(m_desk->page->findChild<counter::FormView*>()->isVisible());
    m_desk->page->findChild<counter::FormView*>()->focusFirst();
    type(u"A1"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTest::qWait(200);
    QCOMPARE(m_hall->state(stream).phase, casework::Phase::InProgress);
    QCOMPARE(problems(u"handling-mistakes"_s), QString());
    QVERIFY(m_desk->page->findChild<counter::FormView*>()->isAncestorOf(QApplication::focusWidget()));
    press(Qt::Key_F5); // looked at again, what was typed is still there
    QTest::qWait(300);
    QCOMPARE(m_desk->page->findChild<counter::FormView*>()->values().value("newCard"_L1).toString(), u"A1"_s);
}

void TestHandling::work_begun_waitsWhileAnotherCaseIsLookedAt()
{
    const QString stream = opened(u"instant"_s);
    const QString other = opened(u"instant"_s);
    QVERIFY(!stream.isEmpty() && !other.isEmpty());
    QVERIFY(handle(stream));
    QTRY_VERIFY(m_desk->page->findChild<counter::FormView*>()->isVisible());
    m_desk->page->findChild<counter::FormView*>()->focusFirst();
    type(u"A10000017"_s);
    const auto shown = [this] {
        return m_desk->page->findChild<counter::FormView*>()->values().value("newCard"_L1).toString();
    };
    QCOMPARE(shown(), u"A10000017"_s);
    m_desk->seat.open(u"todo"_s, other);
    QTRY_VERIFY(m_desk->isOpen(other));
    QTRY_COMPARE(shown(), QString()); // of the other one nothing was typed
    m_desk->seat.open(u"todo"_s, stream);
    QTRY_VERIFY(m_desk->isOpen(stream));
    QTRY_COMPARE(shown(), u"A10000017"_s);
}

void TestHandling::batchCard_isNotForTheWindow()
{
    const QString stream = opened(u"batch"_s);
    QVERIFY(handle(stream));
    QTest::qWait(200);
    QVERIFY(!m_desk->page->findChild<counter::FormView*>()->isVisible());
    for (const auto* button : m_desk->page->findChildren<QPushButton*>()) {
        if (button->text().contains(u"next case"_s))
            QVERIFY(!button->isEnabled());
    }
}

void TestHandling::largeType_cutsNothing()
{
    m_machine->profile.largeType = true;
    const QString stream = opened(u"instant"_s);
    QVERIFY(handle(stream));
    QTRY_VERIFY(m_desk->page->findChild<counter::FormView*>()->isVisible());
    QCOMPARE(problems(u"handling-large"_s), QString());
}

QTEST_MAIN(TestHandling)
#include "test_Handling.moc"

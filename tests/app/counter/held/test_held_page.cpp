#include "app/counter/held/HeldPage.h"
#include "app/counter/kit/ComparisonTable.h"
#include "app/counter/kit/EntryView.h"
#include "app/counter/kit/MaterialList.h"
#include "app/hub/api/HubCommands.h"
#include "app/hub/HubCore.h"
#include "tests/support/counter/CounterSeat.h"
#include "tests/support/counter/Keyboard.h"
#include "tests/support/counter/ScreenCheck.h"

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::counter;
using namespace kuaiban::test;

// 待裁定 on a real window against a real hub, by keyboard.
class TestHeldPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void nothingHeld_isSaid();
    void work_admitted_counts();
    void work_notAdmitted_asksWhy();
    void work_thatCannotStand_saysWhy_andStays();
    void work_goneWhileTheReasonIsTyped_isSaid();
    void work_onACase_opensIt();
    void withoutTheHub_isSaid();

private:
    bool sit();
    QString heldCase(); // of chen, whose post was withdrawn; the stream
    bool withdrawPost(const QString& login);
    bool offers(const QString& action) const;
    EntryView* list() const { return m_page->findChild<EntryView*>(); }
    QString said() const { return messageOn(m_page).what; }

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<CounterSeat> m_seat;
    HeldPage* m_page = nullptr;
    QString m_asked; // "page subject" of the last request to go elsewhere
};

void TestHeldPage::init()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(m_hall->open());
    QVERIFY(m_hall->hub.addAccount(u"wang"_s, {u"supervisor"_s}));
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    QVERIFY(m_machine->enrol());
}

void TestHeldPage::cleanup()
{
    m_seat.reset();
    m_machine.reset();
    m_hall.reset();
}

bool TestHeldPage::sit()
{
    m_seat = std::make_unique<CounterSeat>(*m_machine);
    if (!m_seat->signIn(u"wang"_s))
        return false;
    m_page = m_seat->add<HeldPage>(u"todo"_s);
    connect(m_page, &Page::pageRequested, this,
        [this](const QString& page, const QString& subject) { m_asked = page + u' ' + subject; });
    return m_seat->show();
}

bool TestHeldPage::withdrawPost(const QString& login)
{
    auto& core = *m_hall->hub.core;
    const QString account = m_hall->desk(login).account;
    const auto known = identity::Accounts(core.main()).byId(account).value_or(std::nullopt);
    return known && hub::submitAsHub(core.parts(), core.main(),
                        {{u"account"_s, account, u"WithdrawPost"_s, {{u"id"_s, known->grants.constFirst().id}}}});
}

QString TestHeldPage::heldCase()
{
    const auto chen = m_hall->desk(u"chen"_s);
    if (!withdrawPost(u"chen"_s))
        return {};
    m_hall->hub.clock.advance(60'000);
    const auto opening = m_hall->hub.openCase(chen);
    return m_hall->hub.say(chen, opening) == "held casework.right-withdrawn"_L1 ? opening.stream : QString();
}

bool TestHeldPage::offers(const QString& action) const
{
    return m_seat->context().actions.action(u"held."_s + action)->isVisible();
}

void TestHeldPage::nothingHeld_isSaid()
{
    QVERIFY(sit());
    QTRY_VERIFY(shows(m_page, u"Nothing is held"_s));
    QVERIFY(!offers(u"admit"_s) && !offers(u"refuse"_s));
}

void TestHeldPage::work_admitted_counts()
{
    const QString stream = heldCase();
    QVERIFY(!stream.isEmpty());
    QVERIFY(sit());
    QTRY_COMPARE(list()->model()->rowCount(), 1);
    QVERIFY(shows(m_page, u"done by 测试chen"_s));
    auto* rows = named<MaterialList>(m_page, u"What was done"_s);
    QVERIFY(rows);
    QCOMPARE(rows->model()->rowCount(), 1);
    QCOMPARE(rows->model()->index(0, 0).data().toString(), u"Case taken"_s);
    QVERIFY(!offers(u"case"_s)); // there is none yet
    QVERIFY(shows(m_page, u"测试chen had no post for this any more"_s));
    QTRY_COMPARE(m_page->findChildren<ComparisonTable*>().size(), 2); // what was entered, in its sections
    QCOMPARE(screenProblems(&m_seat->window(), u"held-work"_s), QString());
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(said(), u"It counts from when it was done."_s);
    QTRY_VERIFY(shows(m_page, u"Nothing is held"_s));
    QVERIFY(m_hall->state(stream).exists());
    QCOMPARE(m_hall->state(stream).openedByName, u"测试chen"_s);
}

void TestHeldPage::work_notAdmitted_asksWhy()
{
    const QString stream = heldCase();
    QVERIFY(sit());
    QTRY_COMPARE(list()->model()->rowCount(), 1);
    press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(shows(m_page, u"Do not admit the work"_s));
    QCOMPARE(focusName(), u"Reason"_s);
    press(Qt::Key_Return, Qt::ControlModifier); // not without a reason
    QVERIFY(shows(m_page, u"Say why; it is kept."_s));
    QCOMPARE(screenProblems(&m_seat->window(), u"held-refuse"_s), QString());
    type(u"请重新受理"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(said().startsWith(u"It does not count"_s));
    QTRY_VERIFY(shows(m_page, u"Nothing is held"_s));
    QVERIFY(!m_hall->state(stream).exists());
}

void TestHeldPage::work_thatCannotStand_saysWhy_andStays()
{
    const QString stream = heldCase();
    QVERIFY(sit());
    QTRY_COMPARE(list()->model()->rowCount(), 1);
    const auto zhou = m_hall->desk(u"zhou"_s);
    auto thief = m_hall->hub.openCase(zhou);
    const auto held = m_hall->hub.get(m_hall->desk(u"wang"_s), u"/api/v1/held"_s).json().value("rows"_L1).toArray();
    QCOMPARE(held.size(), 1);
    thief.body.insert(u"number"_s, held.first().toObject().value("number"_L1));
    QCOMPARE(m_hall->hub.say(zhou, thief), u"applied"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(messageOn(m_page).code, u"casework.number-taken"_s);
    QCOMPARE(list()->model()->rowCount(), 1);
    QVERIFY(offers(u"refuse"_s));
    QVERIFY(!m_hall->state(stream).exists());
}

// Another supervisor was faster: what was typed must not go to whatever is first in the list now.
void TestHeldPage::work_goneWhileTheReasonIsTyped_isSaid()
{
    const QString stream = heldCase();
    QVERIFY(m_hall->hub.addAccount(u"ma"_s, {u"supervisor"_s}));
    QVERIFY(sit());
    QTRY_COMPARE(list()->model()->rowCount(), 1);
    press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    type(u"请重新受理"_s);
    const auto ma = m_hall->desk(u"ma"_s);
    const auto held = m_hall->hub.get(ma, u"/api/v1/held"_s).json().value("rows"_L1).toArray();
    QCOMPARE(held.size(), 1);
    const auto work = casework::HeldWork::fromJson(held.first().toObject());
    QCOMPARE(m_hall->hub.say(ma, m_hall->hub.command(ma, stream, u"AdmitWork"_s,
                                     {{u"commands"_s, QJsonArray::fromStringList(work.ids())}})),
        u"applied"_s);
    m_seat->session().retryNow(); // which brings the page news
    QTRY_COMPARE(said(), u"What you were at is not in the list any more."_s);
    QVERIFY(shows(m_page, u"Nothing is held"_s));
    press(Qt::Key_Return, Qt::ControlModifier); // does nothing to anything
    QVERIFY(m_hall->state(stream).exists());
}

void TestHeldPage::work_onACase_opensIt()
{
    const QString stream = m_hall->dispatchedCase(u"chen"_s);
    const auto liu = m_hall->desk(u"liu"_s);
    QCOMPARE(m_hall->hub.say(liu, m_hall->hub.onTask(liu, stream, u"ClaimTask"_s)), u"applied"_s);
    QVERIFY(withdrawPost(u"liu"_s));
    m_hall->hub.clock.advance(60'000);
    QVERIFY(m_hall->hub.say(liu, m_hall->hub.onTask(liu, stream, u"ApproveTask"_s)).startsWith("held "_L1));
    QVERIFY(sit());
    QTRY_VERIFY(offers(u"case"_s));
    press(Qt::Key_O, Qt::ControlModifier);
    QCOMPARE(m_asked, u"todo "_s + stream);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(casework::phaseName(m_hall->state(stream).phase), u"completed"_s);
}

void TestHeldPage::withoutTheHub_isSaid()
{
    QVERIFY(!heldCase().isEmpty());
    QVERIFY(sit());
    QTRY_COMPARE(list()->model()->rowCount(), 1);
    m_hall->cut();
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(messageOn(m_page).code, u"sync.unreachable"_s);
    QCOMPARE(list()->model()->rowCount(), 1);
    QVERIFY(offers(u"admit"_s));
    QVERIFY(m_hall->mend());
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(shows(m_page, u"Nothing is held"_s));
}

QTEST_MAIN(TestHeldPage)
#include "test_held_page.moc"

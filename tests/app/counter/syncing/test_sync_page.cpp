#include "app/counter/kit/EntryView.h"
#include "app/counter/kit/MaterialList.h"
#include "app/counter/syncing/OutgoingWords.h"
#include "app/counter/syncing/SyncPage.h"
#include "app/hub/api/HubCommands.h"
#include "app/hub/HubCore.h"
#include "tests/support/casework/SampleMatter.h"
#include "tests/support/counter/CounterSeat.h"
#include "tests/support/counter/Keyboard.h"
#include "tests/support/counter/ScreenCheck.h"
#include "tests/support/places/Places.h"

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::counter;
using namespace kuaiban::test;

// 同步中心 on a real window against a real hub, by keyboard.
class TestSyncPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void nothingWaits_isSaid();
    void caseTakenOffline_isShown_andGoesByItself();
    void caseSetAside_stays_untilItIsLetGo();
    void caseNotTaken_saysWhy_andIsDoneAgain();
    void caseWithATakenNumber_isNotOfferedAgain();
    void workDoneElsewhere_isSaidToBeThere();
    void pageNotOnTheScreen_asksNothing();
    void caseNotTaken_isGivenUp_onlyWhenAskedTwice();
    void words_ofEveryCommand_areThere();

private:
    bool sit();
    QString refusedCase(); // of somebody whose number is already taken at the hub
    bool withdrawPost();   // of the clerk, who stays signed in
    bool grantPost();
    bool submit(const QString& type, const QJsonObject& body);
    bool offers(const QString& action) const;
    EntryView* list() const { return m_page->findChild<EntryView*>(); }

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<CounterSeat> m_seat;
    SyncPage* m_page = nullptr;
    QString m_chen; // the account of who sits here
};

void TestSyncPage::init()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(m_hall->open());
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    QVERIFY(m_machine->enrol());
    m_chen = m_hall->desk(u"chen"_s).account;
    QVERIFY(sit());
}

void TestSyncPage::cleanup()
{
    m_seat.reset();
    m_machine.reset();
    m_hall.reset();
}

bool TestSyncPage::sit()
{
    m_seat = std::make_unique<CounterSeat>(*m_machine);
    if (!m_seat->signIn(u"chen"_s))
        return false;
    m_page = m_seat->add<SyncPage>(u"mine"_s);
    return m_seat->show();
}

QString TestSyncPage::refusedCase()
{
    m_hall->cut();
    const QString stream = m_seat->take(party());
    const auto items = m_seat->outbox();
    if (items.isEmpty() || !m_hall->mend())
        return {};
    auto thief = m_hall->hub.openCase(m_hall->desk(u"zhou"_s));
    thief.body.insert(u"number"_s, items.constFirst().command.body.value("number"_L1));
    return m_hall->hub.say(m_hall->desk(u"zhou"_s), thief) == "applied"_L1 ? stream : QString();
}

bool TestSyncPage::submit(const QString& type, const QJsonObject& body)
{
    auto& core = *m_hall->hub.core;
    return hub::submitAsHub(core.parts(), core.main(), {{u"account"_s, m_chen, type, body}}).has_value();
}

bool TestSyncPage::offers(const QString& action) const
{
    return m_seat->context().actions.action(u"sync."_s + action)->isVisible();
}

bool TestSyncPage::withdrawPost()
{
    const auto account = identity::Accounts(m_hall->hub.core->main()).byId(m_chen).value_or(std::nullopt);
    return account && submit(u"WithdrawPost"_s, {{u"id"_s, account->grants.constFirst().id}});
}

bool TestSyncPage::grantPost()
{
    return submit(
        u"GrantPost"_s, {{u"id"_s, m_hall->hub.ids.next()}, {u"post"_s, u"window-clerk"_s}, {u"area"_s, u"210603"_s}});
}

void TestSyncPage::nothingWaits_isSaid()
{
    QTRY_VERIFY(shows(m_page, u"All is at the centre"_s));
    QTRY_VERIFY(shows(m_page, u"Online"_s));
    QTRY_VERIFY(shows(m_page, u"Kept on this machine"_s));
}

void TestSyncPage::caseTakenOffline_isShown_andGoesByItself()
{
    m_hall->cut();
    const QString stream = m_seat->take(party());
    QVERIFY(!stream.isEmpty());
    QTRY_COMPARE(list()->model()->rowCount(), 1);
    QCOMPARE(list()->currentId(), stream);
    QTRY_VERIFY(shows(m_page, u"Offline"_s));
    QTRY_VERIFY(shows(m_page, u"next try"_s));
    auto* entries = named<MaterialList>(m_page, u"Entries and files"_s);
    QVERIFY(entries);
    QCOMPARE(entries->model()->rowCount(), 1);
    QCOMPARE(entries->model()->index(0, 0).data().toString(), u"Case taken"_s);
    QCOMPARE(screenProblems(&m_seat->window(), u"sync-offline"_s), QString());
    QVERIFY(m_hall->mend());
    press(Qt::Key_F5); // rather than to wait for the next try
    QTRY_VERIFY_WITH_TIMEOUT(shows(m_page, u"All is at the centre"_s), 20'000);
    QVERIFY(m_hall->state(stream).exists());
}

void TestSyncPage::caseSetAside_stays_untilItIsLetGo()
{
    m_hall->cut();
    const QString stream = m_seat->take(party());
    QTRY_COMPARE(list()->currentId(), stream);
    press(Qt::Key_H, Qt::ControlModifier);
    QTRY_VERIFY(shows(m_page, u"Nothing of it is sent"_s));
    QVERIFY(m_hall->mend());
    press(Qt::Key_F5);
    QTRY_VERIFY_WITH_TIMEOUT(shows(m_page, u"Online"_s) && !m_seat->session().syncState().busy, 20'000);
    QVERIFY(!m_hall->state(stream).exists());
    QCOMPARE(list()->model()->rowCount(), 1);
    press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(shows(m_page, u"All is at the centre"_s), 20'000);
    QVERIFY(m_hall->state(stream).exists());
}

void TestSyncPage::caseNotTaken_saysWhy_andIsDoneAgain()
{
    m_hall->cut();
    QVERIFY(withdrawPost());
    m_hall->hub.clock.advance(60'000);
    const QString stream = m_seat->take(party());
    QVERIFY(!stream.isEmpty());
    QVERIFY(m_hall->mend());
    press(Qt::Key_F5);
    QTRY_VERIFY_WITH_TIMEOUT(shows(m_page, u"needs you"_s), 20'000);
    QCOMPARE(list()->currentId(), stream);
    const auto before = m_seat->outbox().constFirst().command;
    press(Qt::Key_Return, Qt::ControlModifier); // it is as wrong as before
    QTRY_VERIFY_WITH_TIMEOUT(m_seat->outbox().size() == 1 && m_seat->outbox().constFirst().command.id != before.id &&
                                 m_seat->outbox().constFirst().state == sync::OutboxState::Attention,
        20'000);
    QCOMPARE(m_seat->outbox().constFirst().command.body, before.body);
    QTRY_VERIFY(shows(m_page, u"needs you"_s));
    QTRY_VERIFY(!shows(m_page, u"on its way once more"_s));

    QVERIFY(grantPost());
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(shows(m_page, u"All is at the centre"_s), 20'000);
    QCOMPARE(m_hall->state(stream).number, before.body.value("number"_L1).toString());
}

void TestSyncPage::caseWithATakenNumber_isNotOfferedAgain()
{
    QVERIFY(!refusedCase().isEmpty());
    press(Qt::Key_F5);
    QTRY_VERIFY_WITH_TIMEOUT(shows(m_page, u"needs you"_s), 20'000);
    QVERIFY(!offers(u"again"_s));
    QVERIFY(offers(u"give-up"_s));
    QCOMPARE(screenProblems(&m_seat->window(), u"sync-refused"_s), QString());
}

void TestSyncPage::workDoneElsewhere_isSaidToBeThere()
{
    const QString stream = m_seat->take(party());
    QVERIFY(m_seat->reachesLevel());
    const QJsonObject edit{{u"path"_s, u"phone"_s}, {u"base"_s, m_hall->state(stream).values.value("phone"_L1)},
        {u"value"_s, u"13900000002"_s}};
    const QJsonObject body{{u"edits"_s, QJsonArray{edit}}};
    m_hall->cut();
    m_seat->session().act(stream, u"EditFields"_s, body);
    QTRY_COMPARE(list()->currentId(), stream);
    press(Qt::Key_H, Qt::ControlModifier); // the colleague is to be faster
    QTRY_VERIFY(shows(m_page, u"Nothing of it is sent"_s));
    QVERIFY(m_hall->mend());
    const auto zhou = m_hall->desk(u"zhou"_s);
    QCOMPARE(m_hall->hub.say(zhou, m_hall->hub.command(zhou, stream, u"EditFields"_s, body)), u"applied"_s);
    press(Qt::Key_F5);
    QTRY_VERIFY_WITH_TIMEOUT(shows(m_page, u"already there"_s), 20'000);
    auto* entries = named<MaterialList>(m_page, u"Entries and files"_s);
    QVERIFY(entries && entries->model()->rowCount() == 1);
    QVERIFY(entries->model()->index(0, 0).data(MaterialRows::NoteRole).toString().startsWith("not sent: "_L1));
    QVERIFY(m_seat->outbox().isEmpty());
    QVERIFY(!offers(u"park"_s) && !offers(u"give-up"_s) && offers(u"case"_s));
    QCOMPARE(screenProblems(&m_seat->window(), u"sync-needless"_s), QString());
}

void TestSyncPage::pageNotOnTheScreen_asksNothing()
{
    QTRY_VERIFY(shows(m_page, u"All is at the centre"_s));
    m_page->hide();
    m_hall->cut();
    QVERIFY(!m_seat->take(party()).isEmpty());
    QTest::qWait(300);
    QCOMPARE(list()->model()->rowCount(), 0);
    m_page->setVisible(true); // unlocked, or opened again
    QTRY_COMPARE(list()->model()->rowCount(), 1);
}

void TestSyncPage::caseNotTaken_isGivenUp_onlyWhenAskedTwice()
{
    QVERIFY(!refusedCase().isEmpty());
    press(Qt::Key_F5);
    QTRY_VERIFY_WITH_TIMEOUT(shows(m_page, u"needs you"_s), 20'000);
    press(Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(shows(m_page, u"Give up what was not taken"_s));
    QCOMPARE(screenProblems(&m_seat->window(), u"sync-give-up"_s), QString());
    press(Qt::Key_Escape);
    QVERIFY(!shows(m_page, u"Give up what was not taken"_s));
    QCOMPARE(m_seat->outbox().size(), 1);
    press(Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(shows(m_page, u"All is at the centre"_s));
    QVERIFY(m_seat->outbox().isEmpty());
}

void TestSyncPage::words_ofEveryCommand_areThere()
{
    QFile decisions(test::inSource(u"modules/casework/CaseDecision.cpp"));
    QVERIFY(decisions.open(QIODevice::ReadOnly));
    const QString source = QString::fromUtf8(decisions.readAll());
    static const QRegularExpression entry(u"\\{u\"([A-Z][A-Za-z]+)\"_s, \\{[a-z]"_s);
    int found = 0;
    for (const auto& match : entry.globalMatch(source)) {
        ++found;
        QVERIFY2(commandWord(match.captured(1)) != match.captured(1), qPrintable(match.captured(1)));
    }
    QVERIFY(found > 20);
}

QTEST_MAIN(TestSyncPage)
#include "test_sync_page.moc"

#include "app/counter/announcements/AnnouncementPane.h"
#include "app/counter/announcements/AnnouncementsPage.h"
#include "app/counter/kit/EntryView.h"
#include "app/counter/kit/MaterialList.h"
#include "app/counter/workbench/WorkbenchPage.h"
#include "app/hub/HubCore.h"
#include "tests/support/counter/CounterSeat.h"
#include "tests/support/counter/Keyboard.h"

#include <QScrollArea>
#include <QScrollBar>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::counter;
using namespace kuaiban::test;
using announcements::Announcement;
using announcements::Announcements;

// 通知公告 on a real window against a real hub. Whoever has not taken note of something is reminded of it.
class TestAnnouncementsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void announcement_isPublished_byKeyboard();
    void draft_withSomethingMissing_isToldAtItsField();
    void noted_byKeyboard_isSeenByTheAuthor();
    void noted_offline_reachesTheHubOnce();
    void important_standsFirstOnTheWorkbench_untilNoted();
    void withdrawn_staysReadable_withItsReason();
    void withdrawal_begun_isOfTheOneItWasBegunFor();
    void answer_whileAnotherPageIsInUse_leavesTheKeyboardThere();
    void longText_isReadByKeyboard();
    void whoMayNotPublish_isOfferedNone();
    void published_withoutHub_saysSo();

private:
    bool sit(const QString& login, bool publishes);
    QString publish(const QJsonObject& other = {}); // as root, past the screen
    std::optional<Announcement> only();
    int notes(); // receipts the hub has
    EntryView* list() const { return m_page->findChild<EntryView*>(); }

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<CounterSeat> m_seat;
    AnnouncementsPage* m_page = nullptr;
};

void TestAnnouncementsPage::init()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(m_hall->open());
    QVERIFY(m_hall->hub.addAccount(u"root"_s, {u"administrator"_s}));
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    QVERIFY(m_machine->enrol());
}

void TestAnnouncementsPage::cleanup()
{
    m_seat.reset();
    m_machine.reset();
    m_hall.reset();
}

bool TestAnnouncementsPage::sit(const QString& login, bool publishes)
{
    m_seat = std::make_unique<CounterSeat>(*m_machine);
    if (!m_seat->signIn(login))
        return false;
    m_page = m_seat->add<AnnouncementsPage>(publishes);
    return m_seat->show();
}

QString TestAnnouncementsPage::publish(const QJsonObject& other)
{
    const auto root = m_hall->desk(u"root"_s);
    QJsonObject body{{u"area"_s, QString::fromLatin1(HubWorld::Area)}, {u"title"_s, u"周五下午停电"_s},
        {u"text"_s, u"十四点到十六点，请提前保存。"_s}};
    for (auto it = other.begin(); it != other.end(); ++it)
        body.insert(it.key(), it.value());
    auto command = m_hall->hub.command(root, m_hall->hub.ids.next(), u"PublishAnnouncement"_s, body);
    command.streamKind = u"announcement"_s;
    return m_hall->hub.say(root, command) == "applied"_L1 ? command.stream : QString();
}

std::optional<Announcement> TestAnnouncementsPage::only()
{
    const auto found = Announcements(m_hall->hub.core->main()).managed({u"21"_s}, 10);
    return found && found->size() == 1 ? std::optional(found->constFirst()) : std::nullopt;
}

int TestAnnouncementsPage::notes()
{
    return static_cast<int>(m_hall->hub.core->main().integer("SELECT COUNT(*) FROM announcement_receipt").value_or(-1));
}

void TestAnnouncementsPage::announcement_isPublished_byKeyboard()
{
    QVERIFY(sit(u"root"_s, true));
    press(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(focusName(), u"Title"_s);
    type(u"下周一起使用新表单"_s);
    press(Qt::Key_Tab);
    type(u"旧表单停用。"_s);
    press(Qt::Key_Return); // a paragraph, not the end
    type(u"有疑问请打 12333。"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(only());
    const auto one = *only();
    QCOMPARE(one.title, u"下周一起使用新表单"_s);
    QCOMPARE(one.text, u"旧表单停用。\n有疑问请打 12333。"_s);
    QCOMPARE(one.area, QString::fromLatin1(HubWorld::Area));
    QVERIFY(!one.important);
    QTRY_VERIFY(messageOn(m_page).what.contains(u"下周一起使用新表单"_s));
    QTRY_COMPARE(list()->model()->rowCount(), 1); // the author is of the area too
}

void TestAnnouncementsPage::draft_withSomethingMissing_isToldAtItsField()
{
    QVERIFY(sit(u"root"_s, true));
    press(Qt::Key_N, Qt::ControlModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(focusName(), u"Title"_s);
    QVERIFY(shows(m_page, u"To be filled in"_s));
    type(u"停电"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(focusName(), u"Text"_s);
    type(u"周五"_s);
    press(Qt::Key_Escape); // to the list and back: what was typed is still there
    press(Qt::Key_N, Qt::ControlModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(only());
    QCOMPARE(only()->title, u"停电"_s);
    QCOMPARE(only()->text, u"周五"_s);
}

void TestAnnouncementsPage::noted_byKeyboard_isSeenByTheAuthor()
{
    const QString first = publish();
    m_hall->hub.clock.advance(1000);
    const QString second = publish({{u"title"_s, u"第二条"_s}});
    QVERIFY(sit(u"chen"_s, false));
    QTRY_COMPARE(list()->model()->rowCount(), 2);
    QTRY_VERIFY(shows(m_page, u"2 to be noted"_s));
    QCOMPARE(list()->currentId(), second); // the newest
    press(Qt::Key_Return, Qt::ControlModifier);
    press(Qt::Key_Return, Qt::ControlModifier); // pressed twice: the next one has not been seen yet
    QTRY_COMPARE(list()->currentId(), first);   // then the next that waits
    QTRY_VERIFY(shows(m_page, u"1 to be noted"_s));
    press(Qt::Key_Return, Qt::ControlModifier);
    QTest::qWait(QApplication::doubleClickInterval());
    QVERIFY(shows(m_page, u"1 to be noted"_s));
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(shows(m_page, u"All noted"_s));
    QTRY_COMPARE(notes(), 2);
    m_seat.reset();
    QVERIFY(sit(u"root"_s, true));
    press(Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(named<MaterialList>(m_page, u"Who took note"_s));
    auto* readers = named<MaterialList>(m_page, u"Who took note"_s);
    QTRY_COMPARE(readers->model()->rowCount(), 6); // five of the hall, and root
    QTRY_VERIFY(shows(m_page, u"1 of 6 took note."_s));
    QCOMPARE(readers->model()->index(5, 0).data().toString(), u"测试chen"_s);
}

void TestAnnouncementsPage::noted_offline_reachesTheHubOnce()
{
    const QString id = publish();
    QVERIFY(sit(u"chen"_s, false));
    QTRY_COMPARE(list()->model()->rowCount(), 1);
    m_hall->cut();
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(shows(m_page, u"All noted"_s));
    press(Qt::Key_Return, Qt::ControlModifier); // pressed again: it is off
    QCOMPARE(m_seat->outbox().size(), 1);
    QCOMPARE(notes(), 0);
    m_seat.reset(); // the clerk goes home, and signs in again when the cable is back
    QVERIFY(m_hall->mend());
    QVERIFY(sit(u"chen"_s, false));
    QVERIFY(m_seat->reachesLevel());
    QTRY_COMPARE(notes(), 1);
    QTRY_VERIFY(shows(m_page, u"All noted"_s));
    QVERIFY(m_seat->outbox().isEmpty());
    QVERIFY(m_seat->cases().isEmpty()); // it is no case
}

void TestAnnouncementsPage::important_standsFirstOnTheWorkbench_untilNoted()
{
    const QString important = publish({{u"important"_s, true}});
    m_hall->hub.clock.advance(1000);
    QVERIFY(!publish({{u"title"_s, u"新的一条"_s}}).isEmpty());
    m_seat = std::make_unique<CounterSeat>(*m_machine);
    QVERIFY(m_seat->signIn(u"chen"_s));
    auto* bench = m_seat->add<WorkbenchPage>(true, false);
    m_page = m_seat->add<AnnouncementsPage>(false);
    QVERIFY(m_seat->show());
    const auto news = [bench] { return named<MaterialList>(bench, u"New since last time"_s); };
    QTRY_VERIFY(news() && news()->model()->rowCount() == 2);
    QCOMPARE(news()->model()->index(0, 0).data().toString(), u"周五下午停电"_s);
    news()->setFocus();
    press(Qt::Key_Home);
    press(Qt::Key_Return);
    QTRY_VERIFY(m_page->isVisible());
    QTRY_COMPARE(list()->currentId(), important);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(shows(m_page, u"1 to be noted"_s));
    m_seat->open(u"workbench"_s);
    QTRY_VERIFY(news() && news()->model()->rowCount() == 1);
    QCOMPARE(news()->model()->index(0, 0).data().toString(), u"新的一条"_s);
}

void TestAnnouncementsPage::withdrawn_staysReadable_withItsReason()
{
    const QString id = publish();
    QVERIFY(sit(u"root"_s, true));
    press(Qt::Key_E, Qt::ControlModifier);
    QTRY_COMPARE(list()->currentId(), id);
    press(Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(only() && only()->withdrawnAt == 0); // not without a reason
    type(u"时间改了"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(only() && only()->withdrawnAt > 0);
    QCOMPARE(only()->withdrawnWhy, u"时间改了"_s);
    m_seat.reset();
    QVERIFY(sit(u"chen"_s, false));
    QTRY_VERIFY(shows(m_page, u"时间改了"_s));
    QVERIFY(shows(m_page, u"十四点到十六点"_s));
    QVERIFY(shows(m_page, u"All noted"_s)); // it asks for nothing any more
}

void TestAnnouncementsPage::withdrawal_begun_isOfTheOneItWasBegunFor()
{
    const QString first = publish();
    m_hall->hub.clock.advance(1000);
    const QString second = publish({{u"title"_s, u"第二条"_s}});
    QVERIFY(sit(u"root"_s, true));
    press(Qt::Key_E, Qt::ControlModifier);
    QTRY_COMPARE(list()->currentId(), second);
    press(Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
    type(u"时间改了"_s);
    m_seat->open(u"announcements"_s, first); // somebody opens another one from the workbench
    QTRY_COMPARE(list()->currentId(), first);
    QVERIFY(!shows(m_page, u"Withdraw the announcement"_s));
    press(Qt::Key_Return, Qt::ControlModifier); // notes what is in front, and withdraws nothing
    QTRY_COMPARE(notes(), 1);
    const auto found = Announcements(m_hall->hub.core->main()).managed({u"21"_s}, 10).value();
    QCOMPARE(found.size(), 2);
    for (const auto& one : found)
        QCOMPARE(one.withdrawnAt, 0);
}

void TestAnnouncementsPage::answer_whileAnotherPageIsInUse_leavesTheKeyboardThere()
{
    m_seat = std::make_unique<CounterSeat>(*m_machine);
    QVERIFY(m_seat->signIn(u"root"_s));
    auto* bench = m_seat->add<WorkbenchPage>(true, false);
    m_page = m_seat->add<AnnouncementsPage>(true);
    QVERIFY(m_seat->show());
    m_seat->open(u"announcements"_s);
    press(Qt::Key_N, Qt::ControlModifier);
    type(u"停电"_s);
    press(Qt::Key_Tab);
    type(u"周五"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    m_seat->open(u"workbench"_s); // before the hub has answered
    const auto* before = QApplication::focusWidget();
    QTRY_VERIFY(only());
    QTest::qWait(300);
    QCOMPARE(QApplication::focusWidget(), before);
    QVERIFY(bench->isVisible());
}

void TestAnnouncementsPage::longText_isReadByKeyboard()
{
    publish({{u"text"_s, u"很长的一行。\n"_s.repeated(200)}});
    QVERIFY(sit(u"chen"_s, false));
    QTRY_COMPARE(list()->model()->rowCount(), 1);
    const auto* bar = m_page->findChild<AnnouncementPane*>()->findChild<QScrollArea*>()->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    press(Qt::Key_PageDown);
    QVERIFY(bar->value() > 0);
    press(Qt::Key_PageUp);
    QCOMPARE(bar->value(), 0);
}

void TestAnnouncementsPage::whoMayNotPublish_isOfferedNone()
{
    publish();
    QVERIFY(sit(u"chen"_s, false));
    QTRY_COMPARE(list()->model()->rowCount(), 1);
    press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(!shows(m_page, u"New announcement"_s));
    std::optional<QString> code;
    m_seat->session()
        .publish(m_hall->hub.ids.next(), {{u"area"_s, u"210603"_s}, {u"title"_s, u"a"_s}, {u"text"_s, u"b"_s}})
        .then(m_page, [&](const Result<void>& done) { code = done ? QString() : done.error().code; });
    QTRY_VERIFY(code);
    QCOMPARE(*code, u"identity.right"_s);
}

void TestAnnouncementsPage::published_withoutHub_saysSo()
{
    publish();
    QVERIFY(sit(u"root"_s, true));
    m_hall->cut();
    press(Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(!messageOn(m_page).what.isEmpty());
    QCOMPARE(list()->model()->rowCount(), 0);
    QVERIFY(m_hall->mend());
    press(Qt::Key_F5);
    QTRY_COMPARE(list()->model()->rowCount(), 1);
    QVERIFY(messageOn(m_page).what.isEmpty()); // the list is here: nothing is missing any more
}

QTEST_MAIN(TestAnnouncementsPage)
#include "test_announcements_page.moc"

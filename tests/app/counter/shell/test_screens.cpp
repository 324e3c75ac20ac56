#include "app/counter/intake/IntakePage.h"
#include "app/counter/kit/CaseStrip.h"
#include "app/counter/kit/TextLabel.h"
#include "app/hub/Accounting.h"
#include "Counter.h"
#include "modules/registry/Persons.h"
#include "tests/support/casework/ClaimCase.h"
#include "tests/support/counter/ScreenCheck.h"

#include <QAbstractItemView>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

namespace {

const QString QuietArea = u"210604"_s; // no case was taken there

struct Seat
{
    QString login;
    QString language;
    bool large = false;
    bool highContrast = false;
    QString area = {};

    bool operator==(const Seat&) const = default;
};

} // namespace

// Every page of the counter at 1366×768 in both languages: each control has a name and is reached by Tab, no text is
// cut, and no widget makes the window wider or higher than the screen.
class TestScreens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_counter.reset(); } // before its machine and its hall
    void page_withNothingOnIt_isSound_data();
    void page_withNothingOnIt_isSound();
    void page_inUse_isSound_data();
    void page_inUse_isSound();
    void page_waiting_isSound_data();
    void page_waiting_isSound();
    void page_withoutHub_isSound_data();
    void page_withoutHub_isSound();
    void form_begun_isSound_data();
    void form_begun_isSound();
    void page_inLargeType_isSound_data();
    void page_inLargeType_isSound();

private:
    void rows();
    void use(bool large); // and in high contrast
    bool announce(const QString& title, bool important);
    bool sit(const Seat& seat);
    void fillIntake();
    QString subjectOf(const QString& page);
    bool choose(const QString& page); // the first case of a list

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<Counter> m_counter;
    std::pair<QByteArray, Seat> m_seat; // and for which test function
    bool m_isAway = false;              // the hub
};

// Whoever may do everything sees every page; zhou's cases make the lists.
void TestScreens::initTestCase()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(m_hall->hub.copyResources());
    QFile areas(m_hall->hub.resource(u"codes/areas.csv"_s));
    QVERIFY(areas.open(QIODevice::WriteOnly));
    areas.write("code,name,parent\n21,辽宁省,\n2106,丹东市,21\n210603,振兴区,2106\n210603002,站前街道,210603\n"
                "210603002001,东晨社区,210603002\n210604,振安区,2106\n");
    areas.close();
    QVERIFY(m_hall->open());
    const QString office = m_hall->hub.addOrganisation(QString::fromUtf8(HubWorld::Office));
    const QString street = m_hall->hub.addOrganisation(u"站前街道便民服务中心"_s, u"210603002"_s, office);
    QVERIFY(!m_hall->hub.addOrganisation(u"东晨社区党群服务中心（新时代文明实践站）"_s, u"210603002001"_s, street)
                 .isEmpty());
    QVERIFY(m_hall->hub.addAccount(
        u"new"_s, {u"window-clerk"_s, u"dispatcher"_s, u"reviewer"_s, u"administrator"_s}, QuietArea));
    QVERIFY(!m_hall->dispatchedCase(u"zhou"_s).isEmpty());
    QVERIFY(!m_hall->openedCase(u"wu"_s).isEmpty());
    QVERIFY(hub::Accounting(*m_hall->hub.core).grant(u"wu"_s, u"administrator"_s, {}));
    QVERIFY(keepRecord(m_hall->hub.core->main(), claimantAgain()));
    QVERIFY(announce(u"周五 14:00—16:00 停电，请提前保存并打印回执"_s, true));
    QVERIFY(announce(u"下周一起使用新版失业保险金申领表"_s, false));
}

bool TestScreens::announce(const QString& title, bool important)
{
    const auto author = m_hall->desk(u"wu"_s);
    auto command = m_hall->hub.command(author, m_hall->hub.ids.next(), u"PublishAnnouncement"_s,
        {{u"area"_s, QString::fromLatin1(HubWorld::Area)}, {u"title"_s, title}, {u"important"_s, important},
            {u"text"_s, u"请各窗口提前安排。\n有疑问请联系值班主任。"_s}, {u"until"_s, u"2099-12-31"_s}});
    command.streamKind = u"announcement"_s;
    return m_hall->hub.say(author, command) == "applied"_L1;
}

// Signing in takes longer than looking: rows that follow each other share the counter, and what was done to the hub.
bool TestScreens::sit(const Seat& seat)
{
    const std::pair wanted(QByteArray(QTest::currentTestFunction()), seat);
    if (m_counter && m_seat == wanted)
        return true;
    m_counter.reset();
    m_hall->hub.clock.advance(3000); // a hub lets only so many machines enrol in a minute
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    m_machine->profile.language = seat.language;
    m_machine->profile.largeType = seat.large;
    m_machine->profile.highContrast = seat.highContrast;
    m_counter = std::make_unique<Counter>(*m_machine);
    m_seat = {};
    m_isAway = false;
    if (!m_hall->mend() || !(seat.area.isEmpty() ? m_machine->enrol() : m_machine->enrol(seat.area)) ||
        !m_counter->start() || !m_counter->signIn(seat.login))
        return false;
    m_seat = wanted;
    return true;
}

void TestScreens::rows()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("page");
    for (const auto& language : {u"zh_CN"_s, u"en"_s}) {
        for (const auto& page : {u"workbench"_s, u"intake"_s, u"mine"_s, u"todo"_s, u"cases"_s, u"person"_s, u"unit"_s,
                 u"announcements"_s, u"organisations"_s, u"accounts"_s, u"devices"_s, u"sync"_s, u"settings"_s})
            QTest::newRow(qPrintable(page + u' ' + language)) << language << page;
    }
}

void TestScreens::page_withNothingOnIt_isSound_data()
{
    rows();
}

void TestScreens::page_withNothingOnIt_isSound()
{
    QFETCH(QString, language);
    QFETCH(QString, page);
    QVERIFY(sit({u"new"_s, language, false, false, QuietArea}));
    m_counter->workplace()->openPage(page);
    QCOMPARE(m_counter->page(), page);
    const auto name = u"empty-"_s + QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(screenProblems(m_counter->window.get(), name), QString());
}

// What pages that show one thing are opened for.
QString TestScreens::subjectOf(const QString& page)
{
    if (page == "person"_L1)
        return registry::Persons(m_hall->hub.core->main()).byIdNo(claimant().person.idNo).value_or(std::nullopt)->id;
    return page == "unit"_L1 ? u"91210603MA0AAAAA2B"_s : QString();
}

void TestScreens::fillIntake()
{
    press(Qt::Key_F2);
    QTest::qWait(500);
    type(u"补发退休审批表并核对视同缴费年限"_s);
    press(Qt::Key_F6);
    type(u"退休审批表"_s);
    press(Qt::Key_Return);
    press(Qt::Key_F4);
    QTest::qWait(1000);
    press(Qt::Key_F2); // the next citizen's card begins a second case
    QTest::qWait(500);
    press(Qt::Key_Tab, Qt::ControlModifier);
    press(Qt::Key_F9); // what is missing is shown
}

bool TestScreens::choose(const QString& page)
{
    const auto views = m_counter->workplace()->findChildren<QAbstractItemView*>();
    for (auto* view : views) {
        const bool list = view->isVisible() && view->model() && view->model()->rowCount() > 0 &&
                          !qobject_cast<counter::NavigationRail*>(view) && page != "workbench"_L1;
        if (list) {
            view->setFocus();
            view->setCurrentIndex(view->model()->index(0, 0));
            return true;
        }
    }
    return false;
}

void TestScreens::page_inUse_isSound_data()
{
    rows();
}

void TestScreens::page_withoutHub_isSound_data()
{
    rows();
}

void TestScreens::page_waiting_isSound_data()
{
    rows();
}

// The hub takes its time: nothing is told that is not known yet.
void TestScreens::page_waiting_isSound()
{
    QFETCH(QString, language);
    QFETCH(QString, page);
    QVERIFY(sit({u"wu"_s, language}));
    if (!std::exchange(m_isAway, true))
        m_hall->hold();
    m_counter->workplace()->openPage(page, subjectOf(page));
    if (page == "announcements"_L1)
        press(Qt::Key_E, Qt::ControlModifier);
    const auto name = u"waiting-"_s + QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(screenProblems(m_counter->window.get(), name), QString());
}

// The cable is out: what the counter has is shown, what only the hub knows is told as missing.
void TestScreens::page_withoutHub_isSound()
{
    QFETCH(QString, language);
    QFETCH(QString, page);
    QVERIFY(sit({u"wu"_s, language}));
    if (!std::exchange(m_isAway, true))
        m_hall->cut();
    m_counter->workplace()->openPage(page, subjectOf(page));
    if (page == "announcements"_L1)
        press(Qt::Key_E, Qt::ControlModifier);
    QTest::qWait(600);
    const auto name = u"away-"_s + QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(screenProblems(m_counter->window.get(), name), QString());
}

void TestScreens::form_begun_isSound_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("page");
    QTest::addColumn<bool>("large");
    for (const auto& language : {u"zh_CN"_s, u"en"_s}) {
        for (const bool large : {false, true}) {
            for (const auto& page : {u"announcements"_s, u"organisations"_s, u"accounts"_s})
                QTest::newRow(qPrintable(page + (large ? u" large "_s : u" "_s) + language))
                    << language << page << large;
        }
    }
}

// What administrators fill in, sent off without a word: what is missing stands at its field.
void TestScreens::form_begun_isSound()
{
    QFETCH(QString, language);
    QFETCH(QString, page);
    QFETCH(bool, large);
    QVERIFY(sit({u"wu"_s, language, large}));
    m_counter->workplace()->openPage(page);
    QTest::qWait(300);
    press(Qt::Key_N, Qt::ControlModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    const auto name = u"form-"_s + QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(screenProblems(m_counter->window.get(), name), QString());
}

void TestScreens::page_inLargeType_isSound_data()
{
    rows();
}

void TestScreens::page_inLargeType_isSound()
{
    use(true);
}

void TestScreens::page_inUse_isSound()
{
    use(false);
}

void TestScreens::use(bool large)
{
    QFETCH(QString, language);
    QFETCH(QString, page);
    QVERIFY(sit({u"wu"_s, language, large, large}));
    m_counter->workplace()->openPage(page, subjectOf(page));
    QTest::qWait(300);
    if (page == "intake"_L1)
        fillIntake();
    else if (page == "organisations"_L1)
        press(Qt::Key_Down); // from the area to the hall
    else if (page == "mine"_L1 || page == "todo"_L1 || page == "cases"_L1)
        QTRY_VERIFY(choose(page));
    else if (page == "announcements"_L1)
        press(Qt::Key_E, Qt::ControlModifier); // with who took note
    QTest::qWait(300);
    const auto name =
        u"%1-%2"_s.arg(QString::fromLatin1(QTest::currentTestFunction()), QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(screenProblems(m_counter->window.get(), name), QString());
}

QTEST_MAIN(TestScreens)
#include "test_screens.moc"

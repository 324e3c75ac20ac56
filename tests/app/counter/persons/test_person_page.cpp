#include "app/counter/kit/MaterialList.h"
#include "app/counter/persons/PersonPage.h"
#include "app/counter/persons/UnitPage.h"
#include "app/hub/HubCore.h"
#include "modules/identity/AccountStream.h"
#include "modules/journal/StreamLog.h"
#include "modules/registry/Persons.h"
#include "tests/support/casework/ClaimCase.h"
#include "tests/support/casework/SampleMatter.h"
#include "tests/support/counter/CounterSeat.h"
#include "tests/support/counter/Keyboard.h"
#include "tests/support/counter/ScreenCheck.h"

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::counter;
using namespace kuaiban::test;

namespace {

const CardHolder Woman{
    u"林素梅"_s, u"21060319760221028"_s, u"2"_s, QDate(1976, 2, 21), u"辽宁省丹东市振安区示范路9号"_s};

} // namespace

// 个人全景 on a real window against a real hub.
class TestPersonPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void person_isShownMasked_withCasesAndLife();
    void clerk_isNotOfferedFullValues();
    void reveal_withAReason_showsThemAndIsJournalled();
    void reveal_withoutAReason_isNotAsked();
    void cutCable_saysSo();
    void unit_isShown();

private:
    bool sit(const QString& login);
    QString words() const;
    QStringList accountEvents(const QString& login);

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<CounterSeat> m_seat;
    PersonPage* m_page = nullptr;
    QString m_person;
};

void TestPersonPage::initTestCase()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(m_hall->open());
    QVERIFY(m_hall->hub.addAccount(u"wang"_s, {u"supervisor"_s}));
    auto& store = m_hall->hub.core->main();
    QVERIFY(keepRecord(store, worker(Woman, u"female-50"_s, 250)));
    const auto found = registry::Persons(store).byIdNo(citizenId(Woman.digits17));
    QVERIFY(found && *found);
    m_person = (*found)->id;
}

void TestPersonPage::init()
{
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    QVERIFY(m_machine->enrol());
}

void TestPersonPage::cleanup()
{
    m_seat.reset();
    m_machine.reset();
}

bool TestPersonPage::sit(const QString& login)
{
    m_seat = std::make_unique<CounterSeat>(*m_machine);
    if (!m_seat->signIn(login))
        return false;
    m_page = m_seat->add<PersonPage>();
    if (!m_seat->show())
        return false;
    m_seat->open(u"person"_s, m_person);
    return true;
}

QString TestPersonPage::words() const
{
    QStringList list;
    for (const auto* label : m_page->findChildren<QLabel*>()) {
        if (label->isVisible())
            list.append(label->text());
    }
    return list.join(u'\n');
}

QStringList TestPersonPage::accountEvents(const QString& login)
{
    auto& hub = m_hall->hub;
    const auto history = journal::StreamLog(hub.core->main(), hub.random).history(m_hall->desk(login).account);
    QStringList types;
    for (const auto& event : history.value_or(QList<journal::Event>()))
        types.append(event.type);
    return types;
}

void TestPersonPage::person_isShownMasked_withCasesAndLife()
{
    QVERIFY(sit(u"chen"_s));
    const auto stream = m_seat->take(party(Woman.name, Woman.digits17));
    QVERIFY(!stream.isEmpty());
    QTRY_VERIFY(m_seat->reachesLevel());
    press(Qt::Key_F5);
    QTRY_VERIFY2(words().contains(m_hall->state(stream).number), qPrintable(words()));
    QVERIFY2(words().contains(u"林*梅"_s), qPrintable(words()));
    QVERIFY(!words().contains(Woman.name));
    QVERIFY(!words().contains(citizenId(Woman.digits17)));
    QVERIFY(words().contains(u"1 case(s) under way"_s) || words().contains(u"1 case under way"_s));
    QVERIFY(words().contains(u"First insured"_s));                              // the course of life
    QVERIFY(words().contains(u"1976"_s) && !words().contains(u"1976-02-21"_s)); // which would tell the number
    QVERIFY2(words().contains(u"base"_s), qPrintable(words()));
}

void TestPersonPage::clerk_isNotOfferedFullValues()
{
    QVERIFY(sit(u"chen"_s));
    QTRY_VERIFY(words().contains(u"林*梅"_s));
    press(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(!shows(m_page, u"Show full values"_s));
    // Nor does the hub give them to somebody who asks it directly.
    Result<QJsonObject> answer = fail(Error{});
    bool done = false;
    m_seat->session().reveal(m_person, u"窗口办理"_s).then(m_page, [&](const Result<QJsonObject>& said) {
        answer = said;
        done = true;
    });
    QTRY_VERIFY(done);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, u"identity.right"_s);
    QVERIFY(!accountEvents(u"chen"_s).contains(u"PersonRevealed"_s));
}

void TestPersonPage::reveal_withAReason_showsThemAndIsJournalled()
{
    QVERIFY(sit(u"wang"_s));
    QTRY_VERIFY(words().contains(u"林*梅"_s));
    press(Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(shows(m_page, u"Show full values"_s));
    type(u"本人在窗口核对"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY2(words().contains(Woman.name), qPrintable(words()));
    QVERIFY(words().contains(citizenId(Woman.digits17)));
    QCOMPARE(accountEvents(u"wang"_s).last(), u"PersonRevealed"_s);
    press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(!words().contains(Woman.name));
}

void TestPersonPage::reveal_withoutAReason_isNotAsked()
{
    QVERIFY(sit(u"wang"_s));
    const auto before = accountEvents(u"wang"_s);
    QTRY_VERIFY(words().contains(u"林*梅"_s));
    press(Qt::Key_E, Qt::ControlModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTest::qWait(100);
    QVERIFY(!words().contains(Woman.name));
    QCOMPARE(accountEvents(u"wang"_s), before);
    press(Qt::Key_Escape);
    QVERIFY(words().contains(u"林*梅"_s));
}

void TestPersonPage::cutCable_saysSo()
{
    QVERIFY(sit(u"chen"_s));
    QTRY_VERIFY(words().contains(u"林*梅"_s));
    m_hall->cut();
    press(Qt::Key_F5);
    QTRY_VERIFY(!messageOn(m_page).what.isEmpty());
    QVERIFY(words().contains(u"林*梅"_s)); // what was known stays
    QVERIFY(m_hall->mend());
}

void TestPersonPage::unit_isShown()
{
    m_seat = std::make_unique<CounterSeat>(*m_machine);
    QVERIFY(m_seat->signIn(u"chen"_s));
    auto* page = m_seat->add<UnitPage>();
    QVERIFY(m_seat->show());
    QVERIFY(shows(page, u"No unit chosen"_s));
    m_seat->open(u"unit"_s, u"91210603MA0AAAAA2B"_s);
    QTRY_VERIFY(shows(page, u"辽宁省丹东市振兴区示范路2号"_s));
    QVERIFY(!shows(page, u"王法人"_s));
}

QTEST_MAIN(TestPersonPage)
#include "test_person_page.moc"

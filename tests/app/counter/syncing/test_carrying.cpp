#include "app/counter/kit/MessageBar.h"
#include "app/counter/syncing/SyncPage.h"
#include "app/hub/api/HubParts.h"
#include "app/hub/HubCore.h"
#include "tests/support/casework/SampleMatter.h"
#include "tests/support/counter/CounterSeat.h"
#include "tests/support/counter/Keyboard.h"
#include "tests/support/counter/ScreenCheck.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::counter;
using namespace kuaiban::test;

// A stick between two machines: what waits in a village is put into a file there and taken in by a supervisor in town.
class TestCarrying : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void workOfAVillage_broughtOnAStick_isThere_andIsKnownAfterwards();
    void sheet_notFilledInRightly_saysWhat();
    void machineWithoutAKey_saysSo();
    void nothingThatWaits_isNotOffered();
    void clerk_takesNothingIn();
    void fileOfAnotherKind_isToldOnTheSheet();

private:
    bool sit(CounterMachine& machine, const QString& login);
    QString takeOffline(); // a case with a paper; its stream
    void typeInto(const QString& field, const QString& text);
    bool offers(const QString& action) const;
    QString file() const { return m_village->path(u"village.kbw"_s); }
    bool says(const QString& words) const { return shows(&m_seat->window(), words); }

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_village;
    std::unique_ptr<CounterMachine> m_town;
    std::unique_ptr<CounterSeat> m_seat;
    SyncPage* m_page = nullptr;
};

void TestCarrying::init()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(m_hall->open());
    QVERIFY(m_hall->hub.addAccount(u"wang"_s, {u"supervisor"_s}));
    m_village = std::make_unique<CounterMachine>(*m_hall);
    m_town = std::make_unique<CounterMachine>(*m_hall);
    QVERIFY(m_village->enrol());
    QVERIFY(m_town->enrol());
}

void TestCarrying::cleanup()
{
    m_seat.reset();
    m_town.reset();
    m_village.reset();
    m_hall.reset();
}

bool TestCarrying::sit(CounterMachine& machine, const QString& login)
{
    m_seat.reset();
    m_seat = std::make_unique<CounterSeat>(machine);
    if (!m_seat->signIn(login))
        return false;
    m_page = m_seat->add<SyncPage>(u"mine"_s);
    return m_seat->show();
}

QString TestCarrying::takeOffline()
{
    m_hall->cut();
    const QString stream = m_seat->take(party());
    const auto page = m_seat->session().keepFile("a page of the village");
    if (stream.isEmpty() || !QTest::qWaitFor([&] { return page.isFinished(); }) || !page.result())
        return {};
    const casework::CaseMaterial paper{m_seat->session().ids().next(), u"村委会证明"_s, u"copy"_s, u"supplied"_s, 1,
        {{*page.result(), u"image/png"_s, 10, 10, 150, 21}}, {}};
    const auto added = m_seat->session().act(stream, u"SetMaterial"_s, {{u"material"_s, paper.toJson()}});
    return QTest::qWaitFor([&] { return added.isFinished(); }) && added.result() ? stream : QString();
}

void TestCarrying::typeInto(const QString& field, const QString& text)
{
    auto* edit = named<QLineEdit>(&m_seat->window(), field);
    QVERIFY2(edit, qPrintable(field));
    edit->setFocus();
    edit->setText({});
    type(text);
}

bool TestCarrying::offers(const QString& action) const
{
    return m_seat->context().actions.action(u"sync."_s + action)->isVisible();
}

void TestCarrying::workOfAVillage_broughtOnAStick_isThere_andIsKnownAfterwards()
{
    QVERIFY(sit(*m_village, u"chen"_s));
    const QString stream = takeOffline();
    QVERIFY(!stream.isEmpty());
    QTRY_VERIFY(offers(u"export"_s));
    press(Qt::Key_E, Qt::ControlModifier);
    typeInto(u"File"_s, file());
    press(Qt::Key_Return);
    type(u"yunshan2026"_s);
    press(Qt::Key_Return);
    type(u"yunshan2026"_s);
    QCOMPARE(screenProblems(&m_seat->window(), u"carry-out"_s), QString());
    press(Qt::Key_Return);
    QTRY_VERIFY(says(u"2 entry(ies) and their papers are in the file."_s));
    QCOMPARE(screenProblems(&m_seat->window(), u"carry-out-done"_s), QString());
    for (const auto* edit : m_seat->window().findChildren<QLineEdit*>())
        QVERIFY(!edit->text().contains("yunshan"_L1));
    m_seat.reset(); // the village goes home

    QVERIFY(m_hall->mend());
    QVERIFY(!m_hall->state(stream).exists());
    QVERIFY(sit(*m_town, u"wang"_s));
    QTRY_VERIFY(offers(u"import"_s));
    press(Qt::Key_I, Qt::ControlModifier);
    typeInto(u"File"_s, file());
    press(Qt::Key_Return);
    type(u"yunshan2027"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(says(u"The password does not open this file"_s));
    QVERIFY(!m_hall->state(stream).exists());
    typeInto(u"Password of the file"_s, u"yunshan2026"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(says(u"2 entry(ies) of 测试chen are at the centre now."_s));
    QCOMPARE(screenProblems(&m_seat->window(), u"carry-in-done"_s), QString());
    const auto state = m_hall->state(stream);
    QVERIFY(state.exists());
    QCOMPARE(state.openedByName, u"测试chen"_s);
    auto& blobs = m_hall->hub.core->parts().blobs;
    for (const auto& digest : state.files())
        QTRY_VERIFY(blobs.has(digest)); // which this machine sends as its own
    press(Qt::Key_Escape);
    QVERIFY(m_seat->reachesLevel());

    QVERIFY(sit(*m_village, u"chen"_s)); // with a network at last
    QVERIFY(m_seat->reachesLevel());
    QVERIFY(m_seat->outbox().isEmpty());
    QCOMPARE(m_hall->state(stream), state); // nothing is there twice
}

void TestCarrying::sheet_notFilledInRightly_saysWhat()
{
    QVERIFY(sit(*m_village, u"chen"_s));
    QVERIFY(!takeOffline().isEmpty());
    QTRY_VERIFY(offers(u"export"_s));
    press(Qt::Key_E, Qt::ControlModifier);
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    QVERIFY(says(u"The file needs a password"_s));
    typeInto(u"Password of the file"_s, u"short"_s);
    typeInto(u"Password once more"_s, u"shorter"_s);
    press(Qt::Key_Return);
    QVERIFY(says(u"Not the same as the line above"_s));
    typeInto(u"Password once more"_s, u"short"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(says(u"The password is too short"_s));
    typeInto(u"File"_s, m_village->path(u"no/such/folder.kbw"_s));
    typeInto(u"Password of the file"_s, u"longenough"_s);
    typeInto(u"Password once more"_s, u"longenough"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(says(u"cannot be written"_s));
    press(Qt::Key_Escape);
    QCOMPARE(m_seat->outbox().size(), 2); // nothing is lost by trying
}

void TestCarrying::machineWithoutAKey_saysSo()
{
    m_village->enrolment.key.clear();
    QVERIFY(m_village->enrolment.write(m_village->profile.dataFolder));
    QVERIFY(sit(*m_village, u"chen"_s));
    QVERIFY(!takeOffline().isEmpty());
    const auto told = m_seat->session().exportWork(file(), u"yunshan2026"_s);
    QTRY_VERIFY(told.isFinished());
    QCOMPARE(told.result().error().code, u"carried.no-key"_s);
}

void TestCarrying::nothingThatWaits_isNotOffered()
{
    QVERIFY(sit(*m_village, u"chen"_s));
    QTRY_VERIFY(says(u"All is at the centre"_s));
    QVERIFY(!offers(u"export"_s));
    const auto told = m_seat->session().exportWork(file(), u"yunshan2026"_s);
    QTRY_VERIFY(told.isFinished());
    QCOMPARE(told.result().error().code, u"carried.nothing"_s);
    QVERIFY(!QFile::exists(file()));
}

void TestCarrying::clerk_takesNothingIn()
{
    QVERIFY(sit(*m_town, u"chen"_s));
    QVERIFY(!offers(u"import"_s));
}

void TestCarrying::fileOfAnotherKind_isToldOnTheSheet()
{
    QFile other(file());
    QVERIFY(other.open(QIODevice::WriteOnly) && other.write("holiday pictures") > 0);
    other.close();
    QVERIFY(sit(*m_town, u"wang"_s));
    QTRY_VERIFY(offers(u"import"_s));
    press(Qt::Key_I, Qt::ControlModifier);
    typeInto(u"File"_s, file());
    press(Qt::Key_Return);
    type(u"yunshan2026"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(says(u"was not made by Kuaiban"_s));
}

QTEST_MAIN(TestCarrying)
#include "test_carrying.moc"

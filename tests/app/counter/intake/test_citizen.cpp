#include "MatterDesk.h"

#include "app/counter/intake/ConfirmSheet.h"
#include "app/counter/kit/ActionButton.h"
#include "app/counter/shell/LockSheet.h"
#include "tests/app/counter/citizen/CitizenHands.h"
#include "tests/support/counter/PaperHand.h"

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

// What the citizen sees and gives while his case is taken: the second screen, the keypad.
class TestCitizen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void confirmation_signedOnTheSecondScreen_goesOut();
    void confirmation_saidToBeWrong_comesBack();
    void confirmation_takenBackByTheClerk_leavesTheScreen();
    void confirmation_changedMeanwhile_isShownAnew();
    void confirmation_byTheClerk_needsTheSignature();
    void signature_underOtherData_isAskedForAgain();
    void confirmation_withoutSecondScreen_asksForThePaper();
    void confirmation_whileSomebodyElseAsks_goesOnAtTheWindow();
    void lock_whileTheCitizenReads_hidesEverything();
    void evaluation_onTheScreen_isInTheCase();
    void evaluation_offline_isKeptAndSent();
    void evaluation_onTheKeypad_isInTheCase();
    void evaluation_nobodyPresses_nothingIsRecorded();
    void evaluation_nextCitizenComes_isTakenBack();
    void evaluation_byKey_isTakenBack();
    void evaluation_takenBackAfterAFace_counts();
    void signOut_takesTheScreenAway();

private:
    bool begin(bool secondScreen, const QJsonObject& keypad = {});
    bool asksCitizen(); // the case is complete but for the signature, and lies before the citizen
    bool takesCase();   // signed and confirmed
    casework::Case onlyCase();
    counter::CitizenScreen* screen() const;
    counter::ConfirmSheet* sheet() const { return only<counter::ConfirmSheet>(&m_desk->seat.window()); }
    QWidget* chip(const QString& words) const;

    qsizetype m_before = 0; // cases that the hub had
    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<MatterDesk> m_desk;
};

void TestCitizen::initTestCase()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(furnish(*m_hall, {{u"confirmation"_s, u"confirmation"_s}}));
    QFile file(m_hall->hub.resource(u"catalogue/items/sample-matter.json"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    auto matter = *parseObject(file.readAll());
    auto materials = matter.value("materials"_L1).toArray();
    materials.append(QJsonObject{{u"id"_s, u"signed"_s},
        {u"name"_s, QJsonObject{{u"zh_CN"_s, u"本人签名"_s}, {u"en"_s, u"Signature"_s}}}, {u"form"_s, u"electronic"_s},
        {u"required"_s, true}, {u"capture"_s, u"signature"_s}});
    matter.insert(u"materials"_s, materials);
    file.resize(0);
    file.seek(0);
    file.write(canonicalBytes(matter));
    file.close();
    QVERIFY(m_hall->open());
}

void TestCitizen::init()
{
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    m_machine->layPages({u"form"_s, u"household"_s});
    QVERIFY(m_machine->enrol());
}

void TestCitizen::cleanup()
{
    m_desk.reset();
    m_machine.reset();
    QVERIFY(m_hall->mend());
}

bool TestCitizen::begin(bool secondScreen, const QJsonObject& keypad)
{
    if (secondScreen)
        m_machine->profile.devices.insert(u"screen"_s, u"screen:1?window=1"_s);
    if (!keypad.isEmpty()) {
        QFile script(m_machine->path(u"keypad.json"_s));
        if (!script.open(QIODevice::WriteOnly) || script.write(canonicalBytes(keypad)) <= 0)
            return false;
        m_machine->profile.devices.insert(u"keypad"_s, u"sim:keypad?script="_s + script.fileName());
    }
    m_before = m_hall->streams().size();
    m_desk = std::make_unique<MatterDesk>(*m_machine);
    return m_desk->begin() && m_desk->completeCase();
}

counter::CitizenScreen* TestCitizen::screen() const
{
    for (auto* window : QApplication::topLevelWidgets()) {
        if (auto* found = qobject_cast<counter::CitizenScreen*>(window))
            return found;
    }
    return nullptr;
}

QWidget* TestCitizen::chip(const QString& words) const
{
    for (auto* button : m_desk->page->findChildren<counter::ActionButton*>()) {
        if (button->isVisible() && button->text() == words)
            return button;
    }
    return nullptr;
}

bool TestCitizen::asksCitizen()
{
    press(Qt::Key_F9);
    return QTest::qWaitFor([this] { return screen() && reads(screen(), wang().name) && sheet(); });
}

bool TestCitizen::takesCase()
{
    if (!asksCitizen())
        return false;
    sign(screen()->findChild<counter::InkPad*>());
    return pressButton(screen(), u"Everything is right"_s) &&
           QTest::qWaitFor([this] { return m_desk->taken().size() == 1; });
}

// The one that this test took, as the hub has it.
casework::Case TestCitizen::onlyCase()
{
    if (!QTest::qWaitFor([this] { return m_desk->taken().size() == 1; }) || !m_desk->seat.reachesLevel())
        return {};
    const auto all = m_hall->streams();
    return all.size() == m_before + 1 ? m_hall->state(all.constLast()) : casework::Case();
}

void TestCitizen::confirmation_signedOnTheSecondScreen_goesOut()
{
    QVERIFY(begin(true));
    QVERIFY(reads(screen(), u"Please show your ID card"_s));
    QVERIFY(asksCitizen());
    QVERIFY(shows(sheet(), u"The citizen reads and signs at the second screen …"_s));
    auto* pad = screen()->findChild<counter::InkPad*>();
    QVERIFY(pad);
    sign(pad);
    QVERIFY(pressButton(screen(), u"Everything is right"_s));
    QTRY_COMPARE(m_desk->taken().size(), 1);
    QVERIFY(!sheet());
    const auto state = onlyCase();
    const auto found = std::find_if(state.materials.begin(), state.materials.end(),
        [](const casework::CaseMaterial& material) { return material.id == "signed"_L1; });
    QVERIFY(found != state.materials.end());
    QCOMPARE(found->pages.size(), 1);
    QVERIFY(found->pages.constFirst().width > 100);
    QCOMPARE(state.confirmation.signature, found->pages); // one hand for both
    const auto printed = [this] { return m_machine->printed().filter(u"确认单"_s); };
    QTRY_COMPARE(printed().size(), 1);
    const auto paper = seenPaper(paperAt(m_machine->path(u"paper/"_s + printed().constFirst())), u"申请人（签字）："_s);
    QVERIFY2(paper.handPixels > 40, qPrintable(paper.text + QString::number(paper.handPixels)));
    QVERIFY(!reads(screen(), wang().name));
}

void TestCitizen::confirmation_saidToBeWrong_comesBack()
{
    QVERIFY(begin(true));
    QVERIFY(asksCitizen());
    QVERIFY(pressButton(screen(), u"Something is wrong"_s));
    QTRY_VERIFY(!sheet());
    QVERIFY2(m_desk->barText().contains(u"something is wrong"_s), qPrintable(m_desk->barText()));
    QVERIFY(m_desk->taken().isEmpty());
    QVERIFY(asksCitizen()); // F9 shows it again
}

void TestCitizen::confirmation_takenBackByTheClerk_leavesTheScreen()
{
    QVERIFY(begin(true));
    QVERIFY(asksCitizen());
    press(Qt::Key_Escape);
    QVERIFY(!sheet());
    QVERIFY(!reads(screen(), wang().name));
    QVERIFY(reads(screen(), u"Please show your ID card"_s));
    QVERIFY(m_desk->taken().isEmpty());
}

void TestCitizen::confirmation_changedMeanwhile_isShownAnew()
{
    QVERIFY(begin(true));
    QVERIFY(asksCitizen());
    m_desk->field(u"Months paid"_s)->setFocus(); // as the register or a rule may do behind the sheet
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"31"_s);
    sign(screen()->findChild<counter::InkPad*>());
    QVERIFY(pressButton(screen(), u"Everything is right"_s));
    QTRY_VERIFY(reads(screen(), u"check it once more"_s));
    QVERIFY(reads(screen(), u"31"_s));
    QVERIFY(m_desk->taken().isEmpty());
}

void TestCitizen::confirmation_byTheClerk_needsTheSignature()
{
    QVERIFY(begin(true));
    QVERIFY(asksCitizen());
    press(Qt::Key_F9); // "he says it is right"
    QTRY_VERIFY(m_desk->barText().contains(u"has not signed yet"_s));
    QVERIFY(m_desk->taken().isEmpty());
}

// He signed, then the clerk changed a value: that hand is not under what goes out.
void TestCitizen::signature_underOtherData_isAskedForAgain()
{
    QVERIFY(begin(true));
    m_desk->noteOf(u"Signature"_s);
    press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    counter::InkPad* pad = nullptr;
    QTRY_VERIFY((pad = only<counter::InkPad>(&m_desk->seat.window())));
    sign(pad);
    press(Qt::Key_Return);
    QTRY_VERIFY(m_desk->seat.drafts().value(0).content.contains("signature"_L1));
    m_desk->field(u"Months paid"_s)->setFocus();
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"31"_s);
    QVERIFY(asksCitizen());
    QVERIFY(shows(sheet(), u"The citizen reads and signs at the second screen …"_s));
    sign(screen()->findChild<counter::InkPad*>());
    QVERIFY(pressButton(screen(), u"Everything is right"_s));
    const auto state = onlyCase();
    QCOMPARE(state.confirmation.signature.size(), 1);
    QVERIFY(!state.confirmation.isOutdated);
}

void TestCitizen::confirmation_withoutSecondScreen_asksForThePaper()
{
    QVERIFY(begin(false));
    QVERIFY(!screen());
    press(Qt::Key_F9);
    QTRY_VERIFY(m_desk->barText().contains(u"Missing: Signature"_s));
    QVERIFY(!sheet());
}

// Another page hands out a result: the one citizen at this window is asked what was asked last.
void TestCitizen::confirmation_whileSomebodyElseAsks_goesOnAtTheWindow()
{
    const auto chen = m_hall->desk(u"chen"_s);
    auto opening = m_hall->hub.openCase(chen);
    opening.body.insert(u"number"_s, opening.body.value("number"_L1).toString().chopped(5) + u"99999"_s); // no window's
    const QString other = opening.stream;
    QCOMPARE(m_hall->hub.say(chen, opening), u"applied"_s);
    QVERIFY(begin(true));
    QVERIFY(m_desk->seat.reachesLevel());
    QVERIFY(asksCitizen());
    m_desk->citizen->evaluate(other);
    QVERIFY(sheet() && shows(sheet(), u"let the citizen check here"_s));
    QVERIFY(!reads(screen(), wang().name));
    press(Qt::Key_Escape); // leaves what the other page asks alone
    QVERIFY(!sheet());
    QVERIFY(chip(u"The citizen is evaluating: take back"_s));
    QVERIFY(pressFace(screen(), 4));
    QVERIFY(pressButton(screen(), u"Done"_s));
    QTRY_VERIFY(chip(u"The citizen has evaluated"_s));
    QVERIFY(m_desk->seat.reachesLevel());
    QCOMPARE(m_hall->state(other).evaluations.size(), 1);
    QVERIFY(m_desk->taken().isEmpty());
    QVERIFY(asksCitizen()); // F9 asks anew
}

void TestCitizen::lock_whileTheCitizenReads_hidesEverything()
{
    QVERIFY(begin(true));
    QVERIFY(asksCitizen());
    auto* lock = new counter::LockSheet(m_desk->seat.context().look, u"陈窗口"_s, &m_desk->seat.window());
    lock->open();
    QVERIFY(!reads(screen(), wang().name));
    QVERIFY(sheet() && shows(sheet(), u"let the citizen check here"_s));
}

void TestCitizen::evaluation_onTheScreen_isInTheCase()
{
    QVERIFY(begin(true));
    QVERIFY(takesCase());
    QTRY_VERIFY(chip(u"The citizen is evaluating: take back"_s));
    QVERIFY(pressFace(screen(), 2));
    QVERIFY(pressButton(screen(), u"办理流程太繁琐"_s));
    QVERIFY(pressButton(screen(), u"Done"_s));
    QTRY_VERIFY2(chip(u"The citizen has evaluated"_s), qPrintable(m_desk->messageText() + m_desk->messageCode()));
    QVERIFY(!m_desk->shows(u"Dissatisfied"_s)); // he still stands there
    const auto state = onlyCase();
    QCOMPARE(state.evaluations.size(), 1);
    QCOMPARE(state.evaluations.constFirst().grade, 2);
    QCOMPARE(state.evaluations.constFirst().reasons, QStringList{u"105"_s});
    QCOMPARE(state.evaluations.constFirst().via, u"screen"_s);
}

void TestCitizen::evaluation_offline_isKeptAndSent()
{
    QVERIFY(begin(true));
    m_hall->cut();
    QVERIFY(takesCase());
    QVERIFY(pressFace(screen(), 5));
    QVERIFY(pressButton(screen(), u"Done"_s));
    QTRY_VERIFY(chip(u"The citizen has evaluated"_s));
    QVERIFY(m_hall->mend());
    const auto state = onlyCase();
    QCOMPARE(state.evaluations.size(), 1);
    QCOMPARE(state.evaluations.constFirst().grade, 5);
}

void TestCitizen::evaluation_onTheKeypad_isInTheCase()
{
    QVERIFY(begin(false, {{u"onAsk"_s, QJsonArray{QJsonObject{{u"press"_s, 4}, {u"after"_s, 50}}}}}));
    QVERIFY(!screen());
    m_desk->noteOf(u"Signature"_s);
    press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier); // signed on the clerk's own screen
    counter::InkPad* pad = nullptr;
    QTRY_VERIFY((pad = only<counter::InkPad>(&m_desk->seat.window())));
    sign(pad);
    press(Qt::Key_Return);
    press(Qt::Key_F9);
    QTRY_VERIFY((press(Qt::Key_F9), m_desk->taken().size() == 1));
    QTRY_VERIFY(chip(u"The citizen has evaluated"_s));
    const auto state = onlyCase();
    QCOMPARE(state.evaluations.size(), 1);
    QCOMPARE(state.evaluations.constFirst().grade, 4);
    QCOMPARE(state.evaluations.constFirst().via, u"keypad"_s);
}

void TestCitizen::evaluation_nobodyPresses_nothingIsRecorded()
{
    QVERIFY(begin(true));
    QVERIFY(takesCase());
    QTRY_VERIFY(chip(u"The citizen is evaluating: take back"_s));
    screen()->idle(); // as after half a minute
    Q_EMIT screen()->left();
    QVERIFY(!chip(u"The citizen is evaluating: take back"_s));
    const auto state = onlyCase();
    QVERIFY(state.exists());
    QVERIFY(state.evaluations.isEmpty());
}

void TestCitizen::evaluation_nextCitizenComes_isTakenBack()
{
    m_machine->layCards({wang().key, zhang().key});
    QVERIFY(begin(true));
    QVERIFY(takesCase());
    QTRY_VERIFY(chip(u"The citizen is evaluating: take back"_s));
    QVERIFY(m_desk->readCard(zhang())); // the window was ready for him
    QVERIFY(!chip(u"The citizen is evaluating: take back"_s));
    QVERIFY(reads(screen(), u"Please show your ID card"_s));
    const auto state = onlyCase();
    QVERIFY(state.exists());
    QVERIFY(state.evaluations.isEmpty());
}

void TestCitizen::evaluation_byKey_isTakenBack()
{
    QVERIFY(begin(true));
    QVERIFY(takesCase());
    QTRY_VERIFY(chip(u"The citizen is evaluating: take back"_s));
    press(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(!chip(u"The citizen is evaluating: take back"_s));
    QVERIFY(reads(screen(), u"Please show your ID card"_s));
}

// Nobody at the window can unsay what the citizen pressed.
void TestCitizen::evaluation_takenBackAfterAFace_counts()
{
    QVERIFY(begin(true));
    QVERIFY(takesCase());
    QTRY_VERIFY(chip(u"The citizen is evaluating: take back"_s));
    QVERIFY(pressFace(screen(), 1));
    QTRY_VERIFY(buttonOf(screen(), u"Done"_s));
    press(Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(chip(u"The citizen has evaluated"_s));
    const auto state = onlyCase();
    QCOMPARE(state.evaluations.size(), 1);
    QCOMPARE(state.evaluations.constFirst().grade, 1);
}

void TestCitizen::signOut_takesTheScreenAway()
{
    QVERIFY(begin(true));
    QVERIFY(asksCitizen());
    QVERIFY(screen());
    m_desk.reset();
    QVERIFY(!screen());
}

QTEST_MAIN(TestCitizen)
#include "test_citizen.moc"

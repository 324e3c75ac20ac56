#include "app/counter/kit/EntryView.h"
#include "MatterDesk.h"

#include <QCheckBox>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;
using casework::Phase;

// How a case leaves the window: submitted, told what is missing, not accepted, handed over, thrown away.
class TestOutcomes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void scenario_chosen_standsInTheCase();
    void submit_withMissingPapers_marksThem();
    void missing_listsEverything_andTheCaseWaits();
    void missing_withoutAReason_isNotSent();
    void missing_withAMistakeInTheForm_keepsTheDraft();
    void refusal_closesTheCase();
    void refusal_ofAnotherOrgansMatter_namesIt();
    void handOver_givesTheCaseToTheColleague();
    void handOver_withoutTheHub_saysSo();
    void draft_thrownAway_comesBack();
    void back_fromAnOutcome_forgetsNothing();

private:
    bool begin();
    casework::Case onlyCase();

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<MatterDesk> m_desk;
};

void TestOutcomes::initTestCase()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(furnish(*m_hall));
    QVERIFY(m_hall->open());
}

void TestOutcomes::init()
{
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    m_machine->layPages({u"form"_s, u"household"_s});
    QVERIFY(m_machine->enrol());
}

void TestOutcomes::cleanup()
{
    m_desk.reset();
    m_machine.reset();
    QVERIFY(m_hall->mend());
}

bool TestOutcomes::begin()
{
    m_desk = std::make_unique<MatterDesk>(*m_machine);
    return m_desk->begin();
}

// The one case of this desk, as the hub has it.
casework::Case TestOutcomes::onlyCase()
{
    if (!QTest::qWaitFor([this] { return m_desk->taken().size() == 1; }) || !m_desk->seat.reachesLevel())
        return {};
    return m_hall->state(m_desk->taken().constFirst().stream);
}

void TestOutcomes::scenario_chosen_standsInTheCase()
{
    m_desk = std::make_unique<MatterDesk>(*m_machine);
    QVERIFY(m_desk->sitDown());
    QVERIFY(m_desk->readCard(wang()));
    type(u"ylsx"_s);
    press(Qt::Key_Return);
    QCOMPARE(focusName(), u"Scenarios"_s);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QTRY_VERIFY(m_desk->field(u"Reason"_s));
    QVERIFY(m_desk->shows(u"Claim again"_s));
    QVERIFY(m_desk->completeCase());
    QVERIFY(m_desk->submit());
    QCOMPARE(onlyCase().scenario, u"again"_s);
}

void TestOutcomes::submit_withMissingPapers_marksThem()
{
    QVERIFY(begin());
    m_desk->fillForm();
    press(Qt::Key_F9);
    QVERIFY2(m_desk->barText().contains(u"Claim form"_s), qPrintable(m_desk->barText()));
    QCOMPARE(focusName(), u"Papers of this case"_s);
    const auto state = m_desk->papers()->currentIndex().data(counter::MaterialRows::StateRole).toInt();
    QCOMPARE(counter::MaterialState(state), counter::MaterialState::Refused);
    QVERIFY(m_desk->taken().isEmpty());
}

void TestOutcomes::missing_listsEverything_andTheCaseWaits()
{
    QVERIFY(begin());
    QVERIFY(m_desk->scanInto(u"Wage slips"_s));
    press(Qt::Key_F10);
    QStringList names;
    for (auto* box : m_desk->page->findChildren<QCheckBox*>()) {
        if (box->isVisible())
            names.append(box->text());
    }
    QCOMPARE(names, (QStringList{u"申请表"_s, u"承诺书"_s, u"事由"_s, u"缴费月数"_s}));
    auto* reason = m_desk->field(u"Reason: 申请表"_s);
    QVERIFY(reason);
    reason->setFocus();
    reason->selectAll();
    type(u"未签名"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    const auto state = onlyCase();
    QCOMPARE(state.phase, Phase::Supplement);
    QCOMPARE(state.supplement.missing.size(), 4);
    QCOMPARE(state.supplement.missing.constFirst().material, u"claim"_s);
    QCOMPARE(state.supplement.missing.constFirst().reason, u"未签名"_s);
    QVERIFY(QDate::fromString(state.supplement.deadline, Qt::ISODate) > legalDate(m_hall->hub.clock.nowMs()));
    QCOMPARE(state.currentTask()->step, u"accept"_s);
    QVERIFY(m_desk->seat.drafts().isEmpty());
    QTRY_VERIFY(m_desk->messageText().contains(state.number));
    QVERIFY(m_desk->shows(u"Who is it for?"_s)); // the window is free
}

void TestOutcomes::missing_withoutAReason_isNotSent()
{
    QVERIFY(begin());
    press(Qt::Key_F10);
    auto* reason = m_desk->field(u"Reason: 申请表"_s);
    QVERIFY(reason);
    reason->clear();
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_desk->shows(u"Say why for"_s));
    QVERIFY(m_desk->taken().isEmpty());
}

void TestOutcomes::missing_withAMistakeInTheForm_keepsTheDraft()
{
    QVERIFY(begin());
    m_desk->fillForm(u"450"_s); // more months than there can be
    press(Qt::Key_F10);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!m_desk->messageCode().isEmpty());
    QVERIFY(m_desk->taken().isEmpty());
    press(Qt::Key_Escape);
    QTRY_COMPARE(m_desk->value(u"Months paid"_s), u"450"_s);
    QTRY_COMPARE(m_desk->seat.drafts().size(), 1);
}

void TestOutcomes::refusal_closesTheCase()
{
    QVERIFY(begin());
    press(Qt::Key_F11);
    QTRY_COMPARE(focusName(), u"Reason"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_desk->frame(u"Reason"_s)->state() == counter::FieldState::Error);
    type(u"20"_s);
    press(Qt::Key_Return);
    press(Qt::Key_2, Qt::AltModifier); // common words
    press(Qt::Key_Return, Qt::ControlModifier);
    const auto state = onlyCase();
    QCOMPARE(state.phase, Phase::NotAccepted);
    QCOMPARE(state.refusalReason, u"20"_s);
    QVERIFY(state.closingReason.contains(u"办理条件"_s));
    QVERIFY(m_desk->seat.drafts().isEmpty());
}

void TestOutcomes::refusal_ofAnotherOrgansMatter_namesIt()
{
    QVERIFY(begin());
    press(Qt::Key_F11);
    QTRY_COMPARE(focusName(), u"Reason"_s);
    type(u"10"_s);
    press(Qt::Key_Return);
    press(Qt::Key_1, Qt::AltModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(focusName(), u"Competent office"_s);
    QVERIFY(m_desk->taken().isEmpty());
    type(u"丹东市医疗保障局"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(onlyCase().refusalOrgan, u"丹东市医疗保障局"_s);
}

void TestOutcomes::handOver_givesTheCaseToTheColleague()
{
    QVERIFY(begin());
    m_desk->fillForm();
    press(Qt::Key_F12);
    QTRY_VERIFY(named<counter::EntryView>(m_desk->page, u"Colleagues"_s));
    auto* colleagues = named<counter::EntryView>(m_desk->page, u"Colleagues"_s);
    QVERIFY(colleagues->setCurrentId(m_hall->desk(u"zhou"_s).account));
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_desk->taken().isEmpty()); // not without a reason
    press(Qt::Key_1, Qt::AltModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    const auto state = onlyCase();
    QTRY_COMPARE(m_hall->state(state.id).currentTask()->holder, m_hall->desk(u"zhou"_s).account); // a second command
    QCOMPARE(state.values.value("reason"_L1).toString(), u"test"_s);
    QVERIFY(m_desk->seat.drafts().isEmpty());
}

void TestOutcomes::handOver_withoutTheHub_saysSo()
{
    QVERIFY(begin());
    m_hall->cut();
    press(Qt::Key_F12);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->shows(u"The hub does not answer"_s), 20'000);
    QVERIFY(!m_desk->messageCode().isEmpty());
    press(Qt::Key_Escape);
    QVERIFY(m_desk->field(u"Reason"_s));
}

void TestOutcomes::draft_thrownAway_comesBack()
{
    QVERIFY(begin());
    m_desk->fillForm();
    press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(focusName(), u"Reason"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_desk->frame(u"Reason"_s)->state() == counter::FieldState::Error); // not without a reason
    press(Qt::Key_3, Qt::AltModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(m_desk->shows(u"Who is it for?"_s));
    QTRY_COMPARE(m_desk->seat.drafts().size(), 1); // kept, but not open any more
    const auto kept = m_desk->seat.drafts().constFirst().content;
    QCOMPARE(kept.value("voidReason"_L1).toString(), u"Entered by mistake"_s);
    press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(m_desk->value(u"Reason"_s), u"test"_s);
    QVERIFY(m_desk->shows(wang().name));
    QVERIFY(m_desk->taken().isEmpty());
}

void TestOutcomes::back_fromAnOutcome_forgetsNothing()
{
    QVERIFY(begin());
    m_desk->fillForm();
    for (const auto key : {Qt::Key_F10, Qt::Key_F11, Qt::Key_F12}) {
        press(key);
        QVERIFY(!m_desk->field(u"Months paid"_s));
        press(Qt::Key_Escape);
        QTRY_COMPARE(m_desk->value(u"Months paid"_s), u"30"_s);
    }
    QVERIFY(m_desk->taken().isEmpty());
}

QTEST_MAIN(TestOutcomes)
#include "test_outcomes.moc"

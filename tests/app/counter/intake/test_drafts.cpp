#include "app/counter/kit/ThumbnailStrip.h"
#include "IntakeDesk.h"
#include "tests/support/store/FullDisk.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

namespace {

QString personOf(const sync::Draft& draft)
{
    return draft.content["parties"_L1]["applicant"_L1]["name"_L1].toString();
}

QJsonObject valuesOf(const QList<sync::Draft>& drafts, const QString& person)
{
    for (const auto& draft : drafts) {
        if (personOf(draft) == person)
            return draft.content.value("values"_L1).toObject();
    }
    return {};
}

} // namespace

// Half-typed cases: several at once, saved in time, there again after whatever happened, and nobody else's.
class TestDrafts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void typing_withoutAPause_isSavedWithinTwoSeconds();
    void anotherCase_begun_savesTheOneBefore();
    void openCases_onCtrlTab_keepTheirOwnValues();
    void powerCut_losesNothingOlderThanTwoSeconds();
    void window_closedAtOnce_keepsTheLastKeystrokes();
    void submit_withAnotherInFront_takesTheRightCase();
    void typing_whileAnotherCaseIsOnItsWay_isSaved();
    void fullDisk_isToldAndKeepsWhatWasTyped();
    void fullDisk_onSubmit_takesNothingAndLosesNothing();
    void nextUser_seesNothingOfTheOneBefore();
    void workbench_draftChosen_comesToTheFront();
    void draftFromTheStore_chosen_leavesTheOneInFrontAlone();
    void caseTaken_withAnotherInFront_leavesTheKeyboard();
    void caseBegun_beforeTheDraftsAreHere_hidesNone();

private:
    bool sit(const QStringList& cards = {});

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<IntakeDesk> m_desk;
};

void TestDrafts::initTestCase()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(m_hall->open());
}

void TestDrafts::init()
{
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    QVERIFY(m_machine->enrol());
}

void TestDrafts::cleanup()
{
    m_desk.reset();
    m_machine.reset();
}

bool TestDrafts::sit(const QStringList& cards)
{
    if (!cards.isEmpty())
        m_machine->layCards(cards);
    m_desk = std::make_unique<IntakeDesk>(*m_machine);
    return m_desk->sitDown();
}

void TestDrafts::typing_withoutAPause_isSavedWithinTwoSeconds()
{
    QVERIFY(sit());
    QVERIFY(m_desk->readCard(wang()));
    m_desk->details()->setFocus();
    QElapsedTimer time;
    time.start();
    int typed = 0;
    QList<QPair<qint64, int>> history; // when how much stood there
    while (time.elapsed() < 4000) {
        type(u"x"_s);
        history.append({time.elapsed(), ++typed});
        QTest::qWait(150);
    }
    const auto drafts = m_desk->seat.drafts();
    const qint64 now = time.elapsed();
    int due = 0;
    for (const auto& [at, count] : std::as_const(history)) {
        if (at <= now - 2000)
            due = count;
    }
    QVERIFY(due > 5);
    const auto kept = valuesOf(drafts, wang().name).value("content"_L1).toString();
    QVERIFY2(kept.size() >= due, qPrintable(u"%1 of %2"_s.arg(kept.size()).arg(due)));
}

void TestDrafts::anotherCase_begun_savesTheOneBefore()
{
    QVERIFY(sit());
    QVERIFY(m_desk->readCard(wang()));
    m_desk->typeRequest(u"first"_s);
    press(Qt::Key_N, Qt::ControlModifier);
    const auto kept = valuesOf(m_desk->seat.drafts(), wang().name); // at once, not when the timer comes
    QCOMPARE(kept.value("title"_L1).toString(), u"first"_s);
    QCOMPARE(kept.value("phone"_L1).toString(), u"13900000001"_s);
    QVERIFY(m_desk->shows(u"Who is it for?"_s));
    QCOMPARE(m_desk->value(u"Matter"_s), QString());
}

void TestDrafts::openCases_onCtrlTab_keepTheirOwnValues()
{
    QVERIFY(sit({wang().key, zhang().key}));
    QVERIFY(m_desk->readCard(wang()));
    m_desk->typeRequest(u"first"_s, u"13900000001"_s);
    press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(m_desk->readCard(zhang()));
    m_desk->typeRequest(u"second"_s, u"13900000002"_s);
    QCOMPARE(m_desk->strip()->count(), 2);
    for (int round = 0; round < 3; ++round) {
        press(Qt::Key_Tab, Qt::ControlModifier);
        QTRY_COMPARE(m_desk->value(u"Matter"_s), u"first"_s);
        QCOMPARE(m_desk->value(u"Phone"_s), u"13900000001"_s);
        QCOMPARE(m_desk->value(u"Address"_s), wang().address);
        QCOMPARE(m_desk->details()->toPlainText(), u"details of first"_s);
        QVERIFY(m_desk->shows(wang().name));
        press(Qt::Key_Tab, Qt::ControlModifier);
        QTRY_COMPARE(m_desk->value(u"Matter"_s), u"second"_s);
        QCOMPARE(m_desk->value(u"Phone"_s), u"13900000002"_s);
        QCOMPARE(m_desk->value(u"Address"_s), zhang().address);
        QVERIFY(m_desk->shows(zhang().name));
    }
    const auto drafts = m_desk->seat.drafts();
    QCOMPARE(drafts.size(), 2);
    QCOMPARE(valuesOf(drafts, wang().name).value("title"_L1).toString(), u"first"_s);
    QCOMPARE(valuesOf(drafts, zhang().name).value("title"_L1).toString(), u"second"_s);
}

void TestDrafts::powerCut_losesNothingOlderThanTwoSeconds()
{
    QVERIFY(sit());
    QVERIFY(m_desk->readCard(wang()));
    m_desk->typeRequest(u"before the cut"_s);
    press(Qt::Key_F6);
    type(u"proof"_s);
    press(Qt::Key_F4);
    QTRY_COMPARE(
        only<counter::ThumbnailStrip>(m_desk->page)->model()->rowCount(), 2); // the page, and the next one's tile
    QTest::qWait(2000);                                                       // what is promised

    const auto machine = m_machine->afterPowerCut();
    m_desk.reset();
    m_desk = std::make_unique<IntakeDesk>(*machine);
    QVERIFY(m_desk->sitDown());
    QTRY_COMPARE(m_desk->value(u"Matter"_s), u"before the cut"_s);
    QCOMPARE(m_desk->details()->toPlainText(), u"details of before the cut"_s);
    QCOMPARE(m_desk->value(u"Phone"_s), u"13900000001"_s);
    QCOMPARE(m_desk->value(u"Address"_s), wang().address);
    QCOMPARE(m_desk->frame(u"Address"_s)->state(), counter::FieldState::Filled);
    QVERIFY(m_desk->shows(wang().name));
    QVERIFY(m_desk->submit());
    const auto line = m_desk->taken().constFirst();
    QVERIFY(m_desk->seat.reachesLevel());
    const auto state = m_hall->state(line.stream);
    QCOMPARE(state.materials.size(), 1);
    QCOMPARE(state.materials.constFirst().pages.size(), 1);
    QVERIFY(m_hall->hub.core->parts().blobs.has(state.materials.constFirst().pages.constFirst().digest));
    m_desk.reset();
}

void TestDrafts::window_closedAtOnce_keepsTheLastKeystrokes()
{
    QVERIFY(sit());
    QVERIFY(m_desk->readCard(wang()));
    m_desk->typeRequest(u"closed at once"_s);
    m_desk.reset();
    QVERIFY(sit());
    QTRY_COMPARE(m_desk->value(u"Matter"_s), u"closed at once"_s);
    QCOMPARE(m_desk->value(u"Phone"_s), u"13900000001"_s);
}

void TestDrafts::submit_withAnotherInFront_takesTheRightCase()
{
    QVERIFY(sit({wang().key, zhang().key}));
    QVERIFY(m_desk->readCard(wang()));
    m_desk->typeRequest(u"first"_s);
    press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(m_desk->readCard(zhang()));
    m_desk->typeRequest(u"second"_s);
    press(Qt::Key_F9);                       // the second goes …
    press(Qt::Key_Tab, Qt::ControlModifier); // … while the first is in front already
    QTRY_COMPARE(m_desk->taken().size(), 1);
    const auto line = m_desk->taken().constFirst();
    QCOMPARE(line.applicant, zhang().name);
    QTRY_VERIFY(m_desk->messageText().contains(line.number));
    QCOMPARE(m_desk->value(u"Matter"_s), u"first"_s);
    QVERIFY(m_desk->shows(wang().name));
    const auto drafts = m_desk->seat.drafts();
    QCOMPARE(drafts.size(), 1);
    QCOMPARE(valuesOf(drafts, wang().name).value("title"_L1).toString(), u"first"_s);
    QVERIFY(m_desk->seat.reachesLevel());
    QCOMPARE(m_hall->state(line.stream).values.value("title"_L1).toString(), u"second"_s);
    QVERIFY(m_desk->submit()); // and the first afterwards
    QTRY_VERIFY(m_desk->seat.drafts().isEmpty());
}

void TestDrafts::typing_whileAnotherCaseIsOnItsWay_isSaved()
{
    QVERIFY(sit({wang().key, zhang().key}));
    QVERIFY(m_desk->readCard(wang()));
    m_desk->typeRequest(u"first"_s);
    press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(m_desk->readCard(zhang()));
    m_desk->typeRequest(u"second"_s);
    press(Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(m_desk->value(u"Matter"_s), u"first"_s);
    press(Qt::Key_F9);
    press(Qt::Key_Tab, Qt::ControlModifier);
    m_desk->field(u"Matter"_s)->setFocus();
    press(Qt::Key_End);
    type(u"+"_s); // before the answer can be here
    press(Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(valuesOf(m_desk->seat.drafts(), zhang().name).value("title"_L1).toString(), u"second+"_s);
}

void TestDrafts::fullDisk_isToldAndKeepsWhatWasTyped()
{
    QVERIFY(sit());
    QVERIFY(m_desk->readCard(wang()));
    type(u"before"_s);
    QTRY_COMPARE(m_desk->seat.drafts().size(), 1);
    {
        const FullDisk full;
        type(u" and after"_s);
        press(Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(m_desk->messageCode(), u"store.full"_s);
        QVERIFY(m_desk->barText() != u"Draft saved"_s);
        QCOMPARE(m_desk->value(u"Matter"_s), u"before and after"_s);
        QVERIFY(m_desk->shows(wang().name));
    }
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(m_desk->barText(), u"Draft saved"_s);
    QCOMPARE(valuesOf(m_desk->seat.drafts(), wang().name).value("title"_L1).toString(), u"before and after"_s);
}

void TestDrafts::fullDisk_onSubmit_takesNothingAndLosesNothing()
{
    QVERIFY(sit());
    QVERIFY(m_desk->readCard(wang()));
    m_desk->typeRequest(u"request"_s);
    {
        const FullDisk full;
        press(Qt::Key_F9);
        QTRY_COMPARE(m_desk->messageCode(), u"store.full"_s);
        QCOMPARE(m_desk->value(u"Matter"_s), u"request"_s);
    }
    QVERIFY(m_desk->taken().isEmpty());
    QVERIFY(m_desk->seat.outbox().isEmpty());
    QVERIFY(m_desk->submit());
    QVERIFY(m_desk->seat.reachesLevel());
}

void TestDrafts::nextUser_seesNothingOfTheOneBefore()
{
    QVERIFY(sit());
    const auto before = m_desk->seat.cases().size();
    QVERIFY(m_desk->readCard(wang()));
    m_desk->typeRequest(u"private"_s);
    QVERIFY(m_desk->submit());
    QVERIFY(m_desk->seat.reachesLevel());
    m_hall->cut(); // what follows stays in the outbox
    QVERIFY(m_desk->readCard(zhang()));
    m_desk->typeRequest(u"unsent"_s);
    QVERIFY(m_desk->submit());
    QVERIFY(m_desk->readCard(li()));
    m_desk->typeRequest(u"draft"_s);
    m_desk.reset();
    QVERIFY(m_hall->mend());

    m_desk = std::make_unique<IntakeDesk>(*m_machine);
    QVERIFY(m_desk->sitDown(u"zhou"_s));
    QVERIFY(m_desk->seat.drafts().isEmpty());
    QVERIFY(m_desk->seat.outbox().isEmpty());
    QVERIFY(m_desk->taken().isEmpty());
    QVERIFY(m_desk->shows(u"Who is it for?"_s));
    QCOMPARE(m_desk->value(u"Matter"_s), QString());
    press(Qt::Key_F8); // no receipt of hers either
    press(Qt::Key_F7);
    QTest::qWait(100);
    QVERIFY(m_machine->printed().size() <= 2);
    m_desk.reset();

    QVERIFY(sit());
    QTRY_COMPARE(m_desk->value(u"Matter"_s), u"draft"_s);
    QCOMPARE(m_desk->seat.cases().size(), before + 2);
    QVERIFY(m_desk->seat.reachesLevel());
}

void TestDrafts::workbench_draftChosen_comesToTheFront()
{
    QVERIFY(sit({wang().key, zhang().key}));
    QVERIFY(m_desk->readCard(wang()));
    m_desk->typeRequest(u"first"_s);
    press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(m_desk->readCard(zhang()));
    m_desk->typeRequest(u"second"_s);
    const auto drafts = m_desk->seat.drafts();
    for (const auto& draft : drafts) {
        if (personOf(draft) == wang().name)
            m_desk->seat.open(u"intake"_s, draft.id);
    }
    QCOMPARE(m_desk->value(u"Matter"_s), u"first"_s);
    m_desk->seat.open(u"intake"_s, u"new"_s);
    QCOMPARE(m_desk->value(u"Matter"_s), QString());
    QCOMPARE(m_desk->strip()->count(), 3);
}

// As when a case that the hub refused becomes a draft again while the next citizen's is half typed.
void TestDrafts::draftFromTheStore_chosen_leavesTheOneInFrontAlone()
{
    QVERIFY(sit({wang().key, zhang().key}));
    QVERIFY(m_desk->readCard(wang()));
    m_desk->typeRequest(u"refused"_s);
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(m_desk->barText(), u"Draft saved"_s);
    const auto before = m_desk->seat.drafts().constFirst();
    QVERIFY(m_desk->submit());
    QVERIFY(m_desk->readCard(zhang()));
    m_desk->typeRequest(u"half typed"_s);
    m_desk->seat.session().saveDraft(before.id, before.content);
    m_desk->seat.open(u"intake"_s, before.id);
    QTRY_COMPARE(m_desk->value(u"Matter"_s), u"refused"_s);
    QVERIFY(m_desk->shows(wang().name));
    QCOMPARE(m_desk->strip()->count(), 2);
    const auto kept = m_desk->seat.drafts();
    QCOMPARE(valuesOf(kept, wang().name).value("title"_L1).toString(), u"refused"_s);
    QCOMPARE(valuesOf(kept, zhang().name).value("title"_L1).toString(), u"half typed"_s);
    press(Qt::Key_Tab, Qt::ControlModifier);
    QTRY_COMPARE(m_desk->value(u"Matter"_s), u"half typed"_s);
    QVERIFY(m_desk->shows(zhang().name));
}

void TestDrafts::caseTaken_withAnotherInFront_leavesTheKeyboard()
{
    QVERIFY(sit({wang().key, zhang().key}));
    QVERIFY(m_desk->readCard(wang()));
    m_desk->typeRequest(u"first"_s);
    press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(m_desk->readCard(zhang()));
    m_desk->typeRequest(u"second"_s);
    press(Qt::Key_F9);
    press(Qt::Key_Tab, Qt::ControlModifier);
    m_desk->field(u"Matter"_s)->setFocus();
    press(Qt::Key_End);
    QTRY_VERIFY(m_desk->messageText().contains(u"is taken"_s));
    type(u"+"_s);
    QCOMPARE(m_desk->value(u"Matter"_s), u"first+"_s);
}

void TestDrafts::caseBegun_beforeTheDraftsAreHere_hidesNone()
{
    QVERIFY(sit());
    QVERIFY(m_desk->readCard(wang()));
    m_desk->typeRequest(u"kept"_s);
    m_desk.reset();
    m_desk = std::make_unique<IntakeDesk>(*m_machine);
    QVERIFY(m_desk->seat.signIn(u"chen"_s));
    m_desk->addPage();
    m_desk->page->show(u"new"_s); // nothing came from the store yet
    QVERIFY(m_desk->seat.show());
    QTRY_COMPARE(m_desk->strip()->count(), 2);
    QVERIFY(m_desk->shows(u"Who is it for?"_s)); // what was begun stays in front
    QTRY_VERIFY(m_desk->field(u"Matter"_s));
    press(Qt::Key_Tab, Qt::ControlModifier);
    QTRY_COMPARE(m_desk->value(u"Matter"_s), u"kept"_s);
    QVERIFY(m_desk->shows(wang().name));
}

QTEST_MAIN(TestDrafts)
#include "test_drafts.moc"

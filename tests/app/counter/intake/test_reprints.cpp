#include "app/counter/printouts/Receipts.h"
#include "app/counter/shell/DocumentPreview.h"
#include "SlipDesk.h"

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;
using counter::DocumentPreview;

// Papers that are printed once more: always those of the case that is meant, as it stands by then.
class TestReprints : public QObject, private SlipDesk
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void slip_missingOfTheCaseBefore_comesFirst();
    void preview_ofOneCase_neverPrintsAnother();
    void case_changedSince_isPrintedAsItStands();

private:
    counter::TakenCase lastTaken(); // as the hub has it
};

void TestReprints::initTestCase()
{
    QVERIFY(openHall());
}

void TestReprints::init()
{
    QVERIFY(setUp());
}

void TestReprints::cleanup()
{
    getUp();
}

counter::TakenCase TestReprints::lastTaken()
{
    if (!m_desk->seat.reachesLevel())
        return {};
    const auto state = m_hall->state(m_desk->taken().constFirst().stream);
    const auto item = m_desk->seat.session().item(state.item, state.itemRevision);
    if (!QTest::qWaitFor([&] { return item.isFinished(); }))
        return {};
    return {state, item.result().value_or(nullptr)};
}

// The citizen before still waits for the slip, and the message said that F8 prints it.
void TestReprints::slip_missingOfTheCaseBefore_comesFirst()
{
    m_machine->layCards({zhang().key, li().key});
    QVERIFY(m_printer->obey({{"paper"_L1, "out"_L1}}));
    QVERIFY(sit());
    const auto first = takeCase().toLatin1();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->messageCode(), u"receipt.paper-out"_s, 10'000);
    QVERIFY(m_printer->obey({{"paper"_L1, "ok"_L1}}));
    const auto second = takeCase(li());
    QTRY_COMPARE_WITH_TIMEOUT(slipCount(), 1, 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->barText().contains(second), 10'000);
    const auto times = slips().count(second.toLatin1()); // on one slip
    press(Qt::Key_F8);
    QTRY_COMPARE_WITH_TIMEOUT(slipCount(), 2, 10'000);
    QCOMPARE(slips().count(first), times);
    QCOMPARE(slips().count(gbk(Mark)), 0); // nobody has the first copy yet
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->barText().contains(QString::fromLatin1(first)), 10'000);
    QCOMPARE(m_machine->printed().size(), 2);
    press(Qt::Key_F8); // nothing is missing any more
    QTRY_COMPARE_WITH_TIMEOUT(slipCount(), 3, 10'000);
    QCOMPARE(slips().count(second.toLatin1()), 2 * times);
    QCOMPARE(slips().count(gbk(Mark)), 1);
}

void TestReprints::preview_ofOneCase_neverPrintsAnother()
{
    m_machine->layCards({zhang().key, li().key});
    QVERIFY(sit());
    const auto number = takeCase();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->barText().contains(number), 10'000);
    const auto shown = lastTaken();
    const auto other = takeCase(li());
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->barText().contains(other), 10'000);
    const auto times = slips().count(number.toLatin1());
    counter::Receipts receipts(m_desk->seat.context());
    receipts.hold(shown.state, shown.item);
    receipts.preview(&m_desk->seat.window());
    QTRY_VERIFY_WITH_TIMEOUT(only<DocumentPreview>(&m_desk->seat.window()), 10'000);
    const auto next = lastTaken();
    receipts.hold(next.state, next.item);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(slipCount(), 3, 10'000);
    QCOMPARE(slips().count(number.toLatin1()), 2 * times);
}

void TestReprints::case_changedSince_isPrintedAsItStands()
{
    QVERIFY(sit());
    const auto number = takeCase();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->barText().contains(number), 10'000);
    auto taken = lastTaken();
    counter::Receipts receipts(m_desk->seat.context());
    QSignalSpy told(&receipts, &counter::Receipts::told);
    QVERIFY(m_printer->obey({{"paper"_L1, "out"_L1}}));
    receipts.take(taken.state, taken.item);
    QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_machine->printed().size(), 2, 10'000);
    QVERIFY(m_printer->obey({{"paper"_L1, "ok"_L1}}));
    casework::CaseMaterial paper;
    paper.id = paper.name = u"given later"_s;
    paper.state = u"supplied"_s;
    taken.state.materials.append(paper);
    receipts.hold(taken.state, taken.item);
    QTRY_VERIFY_WITH_TIMEOUT((receipts.printAgain(), slipCount() == 2), 10'000);
    QVERIFY(slips().contains("given later"));
    QCOMPARE(slips().count(gbk(Mark)), 1);    // the page printed one before, and the case knows it
    QCOMPARE(m_machine->printed().size(), 2); // the pages had
}

QTEST_MAIN(TestReprints)
#include "test_reprints.moc"

#include "PageDesk.h"

#include "app/counter/papers/PageSteps.h"

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;
using Pages = QList<casework::Page>;

// At the workbench: cropping by keys and mouse, steps in the order they are asked for, and taking them back.
class TestWorkbenchSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void crop_byKeys_cutsByMillimetres();
    void crop_left_changesNothing();
    void crop_byMouse_takesTheBoxDrawn();
    void crop_byMouse_movesAnEdge();
    void steps_askedForAtOnce_areDoneInTheirOrder();
    void steps_areTakenBack_oneByOne();
    void takingBack_keepsWhatCameMeanwhile();
    void takingBack_atItsTurnOnAnotherPaper_doesNothing();
    void step_onAPageScannedAgain_waits();

private:
    bool work(const QStringList& pages, int count = -1);

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<PageDesk> m_desk;
};

void TestWorkbenchSteps::initTestCase()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(furnish(*m_hall));
    QVERIFY(m_hall->open());
}

void TestWorkbenchSteps::init()
{
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    QVERIFY(m_machine->enrol());
}

void TestWorkbenchSteps::cleanup()
{
    m_desk.reset();
    m_machine.reset();
}

bool TestWorkbenchSteps::work(const QStringList& pages, int count)
{
    m_machine->layPages(pages);
    m_desk = std::make_unique<PageDesk>(*m_machine);
    return m_desk->beginWork(count < 0 ? int(pages.size()) : count);
}

void TestWorkbenchSteps::crop_byKeys_cutsByMillimetres()
{
    QVERIFY(work({u"form"_s}));
    press(Qt::Key_C);
    QVERIFY(m_desk->canvas()->isCropping());
    press(Qt::Key_Right, Qt::ShiftModifier); // the left edge by a centimetre
    press(Qt::Key_Right,
        Qt::ShiftModifier | Qt::ControlModifier); // the right edge is at the border: nothing to give back
    for (int i = 0; i < 5; ++i)
        press(Qt::Key_Left);                   // the right edge, five millimetres
    press(Qt::Key_Right, Qt::ControlModifier); // gives one back
    press(Qt::Key_Down, Qt::ShiftModifier);    // the upper edge
    press(Qt::Key_Up);                         // the lower one
    press(Qt::Key_Return);
    QVERIFY(m_desk->says(u"Cropped"_s));
    QVERIFY(!m_desk->canvas()->isCropping());
    QVERIFY(m_desk->becomes([](const Pages& pages) { return pages.value(0).width < 2480; }));
    const auto page = m_desk->pages().constFirst();
    const auto dots = [](double mm) { return mm * 300 / 25.4; };
    QVERIFY2(qAbs(page.width - (2480 - dots(10 + 4))) <= 3, qPrintable(QString::number(page.width)));
    QVERIFY2(qAbs(page.height - (3508 - dots(10 + 1))) <= 3, qPrintable(QString::number(page.height)));
}

void TestWorkbenchSteps::crop_left_changesNothing()
{
    QVERIFY(work({u"form"_s}));
    const auto before = m_desk->digests();
    press(Qt::Key_C);
    press(Qt::Key_Right, Qt::ShiftModifier);
    press(Qt::Key_Escape);
    QVERIFY(m_desk->bench()); // the box is left, not the bench
    QVERIFY(!m_desk->canvas()->isCropping());
    press(Qt::Key_C);
    press(Qt::Key_Return); // the whole page
    QVERIFY(!m_desk->canvas()->isCropping());
    QTest::qWait(300);
    QCOMPARE(m_desk->digests(), before);
}

void TestWorkbenchSteps::crop_byMouse_takesTheBoxDrawn()
{
    QVERIFY(work({u"form"_s}));
    press(Qt::Key_C);
    auto* canvas = m_desk->canvas();
    const QSize size = canvas->size();
    const QPoint from(size.width() / 4, size.height() / 4);
    const QPoint to(size.width() * 3 / 4, size.height() / 2);
    QTest::mousePress(canvas, Qt::LeftButton, {}, from);
    QTest::mouseMove(canvas, (from + to) / 2);
    QTest::mouseMove(canvas, to);
    QTest::mouseRelease(canvas, Qt::LeftButton, {}, to);
    QVERIFY(qAbs(canvas->box().width() - 0.5) < 0.02 && qAbs(canvas->box().height() - 0.25) < 0.02);
    QTest::mouseClick(canvas, Qt::LeftButton, {}, QPoint(size.width() / 2, size.height() * 3 / 4));
    QVERIFY(qAbs(canvas->box().width() - 0.5) < 0.02); // a click alone draws nothing
    press(Qt::Key_Return);
    QVERIFY(m_desk->becomes([](const Pages& pages) { return qAbs(pages.value(0).width - 1240) < 40; }));
}

void TestWorkbenchSteps::crop_byMouse_movesAnEdge()
{
    QVERIFY(work({u"form"_s}));
    press(Qt::Key_C);
    auto* canvas = m_desk->canvas();
    const int middle = canvas->height() / 2;
    QTest::mousePress(canvas, Qt::LeftButton, {}, QPoint(2, middle));
    QTest::mouseMove(canvas, QPoint(canvas->width() / 5, middle));
    QTest::mouseRelease(canvas, Qt::LeftButton, {}, QPoint(canvas->width() / 5, middle));
    QVERIFY(qAbs(canvas->box().left() - 0.2) < 0.02);
    QCOMPARE(canvas->box().right(), 1.0);
    QCOMPARE(canvas->box().height(), 1.0);
}

void TestWorkbenchSteps::steps_askedForAtOnce_areDoneInTheirOrder()
{
    QVERIFY(work({u"household"_s, u"form"_s}));
    const auto before = m_desk->digests();
    press(Qt::Key_R);
    press(Qt::Key_R);
    press(Qt::Key_R);
    press(Qt::Key_Z, Qt::ControlModifier);
    press(Qt::Key_Down, Qt::ControlModifier);
    press(Qt::Key_PageUp); // looks at the other page meanwhile
    QVERIFY(m_desk->becomes([&](const Pages& pages) {
        return pages.size() == 2 && pages.at(0).digest == before.at(1) && pages.at(1).digest != before.at(0);
    }));
    const auto turned = m_desk->picture(m_desk->digests().at(1));
    QCOMPARE(turned.size(), QSize(2480, 3508)); // twice to the right
    const auto upsideDown = m_desk->picture(before.at(0)).transformed(QTransform().rotate(180)).scaled(40, 56);
    const auto found = turned.scaled(40, 56);
    int apart = 0;
    for (int y = 0; y < 56; ++y) {
        for (int x = 0; x < 40; ++x)
            apart += qAbs(qGray(found.pixel(x, y)) - qGray(upsideDown.pixel(x, y)));
    }
    QVERIFY2(apart < 40 * 56 * 6, qPrintable(QString::number(apart)));
}

void TestWorkbenchSteps::steps_areTakenBack_oneByOne()
{
    QVERIFY(work({u"skewed"_s, u"household"_s}));
    QList<QStringList> states{m_desk->digests()};
    const auto changes = [&] {
        return m_desk->becomes([&](const Pages&) { return m_desk->digests() != states.constLast(); });
    };
    for (const auto& [key, held] : {std::pair(Qt::Key_S, Qt::NoModifier), std::pair(Qt::Key_L, Qt::NoModifier),
             std::pair(Qt::Key_Down, Qt::ControlModifier), std::pair(Qt::Key_Delete, Qt::NoModifier)}) {
        press(key, held);
        QVERIFY(changes());
        states.append(m_desk->digests());
    }
    QCOMPARE(states.constLast().size(), 1);
    while (states.size() > 1) {
        states.removeLast();
        press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_desk->becomes([&](const Pages&) { return m_desk->digests() == states.constLast(); }));
    }
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_desk->says(u"nothing to take back"_s));
    QCOMPARE(m_desk->digests(), states.constFirst()); // the pages as they were scanned
}

void TestWorkbenchSteps::takingBack_keepsWhatCameMeanwhile()
{
    QVERIFY(work({u"form"_s, u"household"_s}, 1));
    press(Qt::Key_R);
    QVERIFY(m_desk->says(u"Turned right"_s));
    press(Qt::Key_Escape);
    QVERIFY(m_desk->scanInto(u"Claim form"_s));
    m_desk->papers()->setFocus();
    press(Qt::Key_Z, Qt::ControlModifier); // the same steps on the page below
    QVERIFY(m_desk->becomes([](const Pages& pages) { return pages.size() == 2 && pages.at(0).width == 2480; }));
    QCOMPARE(m_desk->pages().at(1).width, 2480);
}

// Ctrl+Z, and before its turn came the clerk went on to another paper.
void TestWorkbenchSteps::takingBack_atItsTurnOnAnotherPaper_doesNothing()
{
    QVERIFY(work({u"form"_s}));
    counter::PageFeed feed(m_desk->seat.context());
    counter::PageSteps steps(feed);
    const auto page = m_desk->pages().constFirst();
    const counter::PaperPlace one{u"d"_s, {}, u"one"_s, {}};
    const counter::PaperPlace other{u"d"_s, {}, u"other"_s, {}};
    steps.setPages(other, {page});
    steps.setPages(other, {page, page}); // a step on the other paper, to be taken back by nobody
    steps.setPages(other, {page});
    steps.setPages(one, {page});
    const QSignalSpy changed(&steps, &counter::PageSteps::pagesChanged);
    const QSignalSpy said(&steps, &counter::PageSteps::said);
    steps.turn(steps.ids().constFirst(), 90); // at work
    steps.undo();
    steps.removeBlank();
    steps.setPages(other, {page});
    QTRY_VERIFY(!feed.isBusy());
    QTRY_COMPARE(said.size(), 1); // that the page was turned
    QCOMPARE(changed.size(), 0);
    QCOMPARE(steps.pages().size(), 1);
}

void TestWorkbenchSteps::step_onAPageScannedAgain_waits()
{
    QVERIFY(work({u"form"_s, u"household"_s}, 1));
    const auto before = m_desk->digests();
    press(Qt::Key_R, Qt::ControlModifier);
    press(Qt::Key_R);
    QVERIFY(m_desk->says(u"being scanned again"_s));
    QVERIFY(
        m_desk->becomes([&](const Pages& pages) { return pages.size() == 1 && pages.at(0).digest != before.at(0); }));
    press(Qt::Key_R);
    QVERIFY(m_desk->says(u"Turned right"_s));
    QCOMPARE(m_desk->pages().size(), 1);
}

QTEST_MAIN(TestWorkbenchSteps)
#include "test_workbench_steps.moc"

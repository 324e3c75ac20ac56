#include "SlipDesk.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

// Pages that a printer has taken and does not bring out: what the clerk is told, what the record says, and that nobody
// ends up with two of them.
class TestWaitingPages : public QObject, private SlipDesk
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void pages_held_areToldAndComeOutByThemselves();
    void pages_printedAnew_areTakenBackFirst();
    void pages_thrownAwayAtThePrinter_areMissing();
    void nextCase_isPrintedWhileOneWaits();
    void copies_byTheRule_standInTheRecord();

private:
    bool sitWith(const QStringList& jobs);
    QList<casework::Print> prints(); // of the first case, of pages alone
};

void TestWaitingPages::initTestCase()
{
    QVERIFY(openHall());
}

void TestWaitingPages::init()
{
    QVERIFY(setUp());
}

void TestWaitingPages::cleanup()
{
    getUp();
}

// At a window whose page printer follows a script.
bool TestWaitingPages::sitWith(const QStringList& jobs)
{
    QFile script(m_machine->path(u"pages.json"_s));
    if (!script.open(QIODevice::WriteOnly))
        return false;
    script.write(QJsonDocument(QJsonObject{{u"jobs"_s, QJsonArray::fromStringList(jobs)}}).toJson());
    script.close();
    m_machine->profile.devices.insert(
        u"printer"_s, u"sim:printer?script=%1&out=%2"_s.arg(script.fileName(), m_machine->path(u"paper"_s)));
    return sit();
}

QList<casework::Print> TestWaitingPages::prints()
{
    auto found = m_desk->seat.reachesLevel() ? m_hall->state(m_desk->taken().constFirst().stream).prints
                                             : QList<casework::Print>();
    found.removeIf([](const casework::Print& print) { return print.paper.startsWith("slip"_L1); });
    return found;
}

void TestWaitingPages::pages_held_areToldAndComeOutByThemselves()
{
    QVERIFY(sitWith({u"held held held held held held held held printed"_s}));
    const auto number = takeCase();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->messageCode(), u"printer.job-held"_s, 10'000);
    QVERIFY(m_machine->printed().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(prints().size(), 1, 10'000); // they may come out after the window has closed
    QTRY_COMPARE_WITH_TIMEOUT(m_machine->printed().size(), 1, 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->barText().contains(number), 10'000);
    QCOMPARE(m_desk->messageCode(), QString());
    QCOMPARE(prints().size(), 1);
}

void TestWaitingPages::pages_printedAnew_areTakenBackFirst()
{
    QVERIFY(sitWith({u"held"_s, u"printed"_s}));
    const auto number = takeCase();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->messageCode(), u"printer.job-held"_s, 10'000);
    press(Qt::Key_F8);
    QTRY_COMPARE_WITH_TIMEOUT(m_machine->printed().size(), 1, 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->barText().contains(number), 10'000);
    QTest::qWait(600); // the one that was taken back never comes
    QCOMPARE(m_machine->printed().size(), 1);
    const auto recorded = prints();
    QCOMPARE(recorded.size(), 1);
    QVERIFY(!recorded.constFirst().isCopy);
    press(Qt::Key_F8); // now somebody holds one
    QTRY_COMPARE_WITH_TIMEOUT(prints().size(), 2, 10'000);
    QVERIFY(prints().constLast().isCopy);
}

void TestWaitingPages::pages_thrownAwayAtThePrinter_areMissing()
{
    QVERIFY(sitWith({u"queued job-cancelled"_s, u"printed"_s}));
    takeCase();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->messageCode(), u"printer.job-cancelled"_s, 10'000);
    QVERIFY(prints().isEmpty());
    press(Qt::Key_F8);
    QTRY_COMPARE_WITH_TIMEOUT(m_machine->printed().size(), 1, 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(prints().size(), 1, 10'000);
    QVERIFY(!prints().constFirst().isCopy);
}

void TestWaitingPages::nextCase_isPrintedWhileOneWaits()
{
    m_machine->layCards({zhang().key, li().key});
    QVERIFY(sitWith({u"held"_s, u"printed"_s}));
    takeCase();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->messageCode(), u"printer.job-held"_s, 10'000);
    const auto second = takeCase(li());
    QTRY_COMPARE_WITH_TIMEOUT(m_machine->printed().size(), 1, 10'000);
    QVERIFY2(m_machine->printed().constFirst().contains(second), qPrintable(m_machine->printed().constFirst()));
}

void TestWaitingPages::copies_byTheRule_standInTheRecord()
{
    m_machine->profile.papers.insert(u"receipt"_s, {{}, {}, devices::PaperSides::Printer, 2});
    QVERIFY(sitWith({u"printed"_s}));
    takeCase();
    QTRY_COMPARE_WITH_TIMEOUT(prints().size(), 1, 10'000);
    QCOMPARE(prints().constFirst().copies, 2);
}

QTEST_MAIN(TestWaitingPages)
#include "test_waiting_pages.moc"

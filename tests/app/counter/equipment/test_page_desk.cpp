#include "app/counter/equipment/PageDesk.h"
#include "devices/printer/TestPage.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::counter;
using namespace Qt::StringLiterals;

// Papers of different categories find their printers, trays and sides, on simulated printers.
class TestPageDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void print_category_takesItsTrayAndSides_data();
    void print_category_takesItsTrayAndSides();
    void print_otherPrinter_getsItsOwnPapersOnly();
    void print_trayGone_saysSoAndPrintsNothing();
    void takeBack_ticketOfTheSecondPrinter_isHeardAsOurs();
    void state_onePrinterInTrouble_showsForAll();
    void print_noPrinter_fails();
    void abilities_printer_tellsThem();

private:
    QString printer(const QString& name, const QJsonObject& script) const;
    QList<QJsonObject> jobs(const QString& name) const;
    PressedPage page(const QString& category, bool oneSided = false) const
    {
        return {u"page"_s, devices::testPage(), category, oneSided};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QJsonObject m_trays{{u"trays"_s, QJsonArray{u"tray-1"_s, u"tray-2"_s}}, {u"twoSided"_s, true}};
};

void TestPageDesk::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

QString TestPageDesk::printer(const QString& name, const QJsonObject& script) const
{
    QFile file(m_folder->filePath(name + u".json"_s));
    if (file.open(QIODevice::WriteOnly))
        file.write(QJsonDocument(script).toJson());
    return u"sim:printer?script=%1&out=%2"_s.arg(file.fileName(), m_folder->filePath(name));
}

QList<QJsonObject> TestPageDesk::jobs(const QString& name) const
{
    QFile file(m_folder->filePath(name) + u"/jobs.jsonl"_s);
    QList<QJsonObject> jobs;
    if (file.open(QIODevice::ReadOnly)) {
        for (const auto& line : file.readAll().split('\n')) {
            if (!line.isEmpty())
                jobs.append(QJsonDocument::fromJson(line).object());
        }
    }
    return jobs;
}

void TestPageDesk::print_category_takesItsTrayAndSides_data()
{
    QTest::addColumn<QString>("category");
    QTest::addColumn<bool>("oneSided");
    QTest::addColumn<QString>("tray");
    QTest::addColumn<QString>("sides");
    QTest::addColumn<int>("copies");
    QTest::newRow("decision") << u"decision"_s << false << u"tray-2"_s << u"one"_s << 2;
    QTest::newRow("list") << u"list"_s << false << QString() << u"long"_s << 1;
    QTest::newRow("list that must stay on one side") << u"list"_s << true << QString() << u"one"_s << 1;
    QTest::newRow("without a rule") << u"receipt"_s << false << QString() << u"printer"_s << 1;
    QTest::newRow("without a category") << QString() << false << QString() << u"printer"_s << 1;
}

void TestPageDesk::print_category_takesItsTrayAndSides()
{
    QFETCH(QString, category);
    QFETCH(bool, oneSided);
    PageDesk desk(printer(u"hall"_s, m_trays), {{u"decision"_s, {{}, u"tray-2"_s, devices::PaperSides::One, 2}},
                                                   {u"list"_s, {{}, {}, devices::PaperSides::LongEdge, 1}}});
    QSignalSpy printed(&desk, &PageDesk::printed);
    const int ticket = desk.print(page(category, oneSided), u"SY1"_s);
    QTRY_COMPARE(printed.size(), 1);
    QCOMPARE(printed.first().at(0).toInt(), ticket);
    const auto job = jobs(u"hall"_s).value(0);
    QTEST(job.value("tray"_L1).toString(), "tray");
    QTEST(job.value("sides"_L1).toString(), "sides");
    QTEST(job.value("copies"_L1).toInt(), "copies");
    QTEST(desk.copiesOf(category), "copies");
}

void TestPageDesk::print_otherPrinter_getsItsOwnPapersOnly()
{
    PageDesk desk(printer(u"hall"_s, {}), {{u"decision"_s, {printer(u"letterhead"_s, {})}}});
    QSignalSpy printed(&desk, &PageDesk::printed);
    QList<int> tickets;
    for (const auto& category : {u"decision"_s, u"receipt"_s, u"decision"_s})
        tickets.append(desk.print(page(category), u"SY1"_s));
    QTRY_COMPARE(printed.size(), 3);
    QCOMPARE(QSet<int>(tickets.begin(), tickets.end()).size(), 3);
    QCOMPARE(jobs(u"hall"_s).size(), 1);
    QCOMPARE(jobs(u"letterhead"_s).size(), 2);
}

void TestPageDesk::print_trayGone_saysSoAndPrintsNothing()
{
    PageDesk desk(printer(u"hall"_s, m_trays), {{u"decision"_s, {{}, u"tray-9"_s}}});
    QSignalSpy failed(&desk, &PageDesk::failed);
    desk.print(page(u"decision"_s), u"SY1"_s);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().at(1).value<Error>().code, u"printer.tray-unknown"_s);
    QVERIFY(jobs(u"hall"_s).isEmpty());
}

void TestPageDesk::takeBack_ticketOfTheSecondPrinter_isHeardAsOurs()
{
    PageDesk desk(
        printer(u"hall"_s, {}), {{u"decision"_s, {printer(u"letterhead"_s, {{u"jobs"_s, QJsonArray{u"held"_s}}})}}});
    QSignalSpy waits(&desk, &PageDesk::waits);
    QSignalSpy failed(&desk, &PageDesk::failed);
    desk.print(page({}), u"SY1"_s);
    const int ticket = desk.print(page(u"decision"_s), u"SY2"_s);
    QTRY_COMPARE(waits.size(), 1);
    QCOMPARE(waits.first().at(0).toInt(), ticket);
    desk.takeBack(ticket);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().at(0).toInt(), ticket);
    QCOMPARE(failed.first().at(1).value<Error>().code, u"printer.job-cancelled"_s);
}

void TestPageDesk::state_onePrinterInTrouble_showsForAll()
{
    const PageDesk desk(printer(u"hall"_s, {}), {{u"list"_s, {printer(u"second"_s, {{u"state"_s, u"paper-out"_s}})}}});
    QTRY_COMPARE(desk.state().health, devices::DeviceHealth::Fault);
    QCOMPARE(desk.state().reason->code, u"printer.paper-out"_s);
}

void TestPageDesk::print_noPrinter_fails()
{
    PageDesk desk({}, {});
    QSignalSpy failed(&desk, &PageDesk::failed);
    QCOMPARE(desk.state().health, devices::DeviceHealth::NotConfigured);
    desk.print(page({}), u"SY1"_s);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().at(1).value<Error>().code, u"device.not-configured"_s);
}

void TestPageDesk::abilities_printer_tellsThem()
{
    const auto abilities = pageAbilities(printer(u"hall"_s, m_trays), {});
    QCOMPARE(abilities.trays, (QStringList{u"tray-1"_s, u"tray-2"_s}));
    QVERIFY(abilities.twoSided);
    QCOMPARE(pageAbilities(u"nonsense:"_s, {}), devices::PageAbilities());
}

QTEST_GUILESS_MAIN(TestPageDesk)
#include "test_page_desk.moc"

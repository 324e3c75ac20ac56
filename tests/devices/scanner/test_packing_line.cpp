#include "devices/scanner/DrawnPage.h"
#include "devices/scanner/PackingLine.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;

namespace {

// What the listener heard, from whichever thread.
class Heard
{
public:
    ScanListener listener()
    {
        return {[this](const ScannedPage& page) { note(u"page %1"_s.arg(page.number)); },
            [this](int number, int percent) { note(u"%1 at %2"_s.arg(number).arg(percent)); }};
    }
    QStringList all()
    {
        const std::lock_guard lock(m_mutex);
        return m_all;
    }

private:
    void note(const QString& what)
    {
        const std::lock_guard lock(m_mutex);
        m_all.append(what);
    }

    std::mutex m_mutex;
    QStringList m_all;
};

} // namespace

// Pages between the driver that reads them and whoever waits for them.
class TestPackingLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pages_areHandedOver_inTheirOrder();
    void page_isHandedOver_whileTheDriverHangs();
    void page_thatCannotBePacked_endsTheScan();
    void line_withoutPages_endsAtOnce();
};

void TestPackingLine::pages_areHandedOver_inTheirOrder()
{
    Heard heard;
    const auto listener = heard.listener();
    PackingLine line(listener, ScanMode::Gray, 100);
    QStringList expected;
    for (int number = 1; number <= 12; ++number) { // large and small ones: the small ones are packed sooner
        QVERIFY(line.add(drawPage(u"form"_s, number % 2 ? 200 : 50), number));
        expected.append(u"page %1"_s.arg(number));
    }
    QCOMPARE(line.finish().value(), 12);
    QCOMPARE(heard.all(), expected);
}

// Nothing more is added, told or finished: as when the next sheet is stuck.
void TestPackingLine::page_isHandedOver_whileTheDriverHangs()
{
    Heard heard;
    const auto listener = heard.listener();
    PackingLine line(listener, ScanMode::Color, 100);
    line.progress(1, 100);
    QVERIFY(line.add(drawPage(u"form"_s, 100), 1));
    QTRY_COMPARE(heard.all(), (QStringList{u"1 at 100"_s, u"page 1"_s}));
}

void TestPackingLine::page_thatCannotBePacked_endsTheScan()
{
    Heard heard;
    const auto listener = heard.listener();
    PackingLine line(listener, ScanMode::Gray, 100);
    QVERIFY(line.add(drawPage(u"form"_s, 50), 1));
    bool wanted = line.add(QImage(), 2);
    for (int number = 3; wanted && number < 8; ++number) // known at the latest when no more may be held
        wanted = line.add(drawPage(u"form"_s, 50), number);
    QVERIFY(!wanted);
    const auto pages = line.finish();
    QVERIFY(!pages);
    QCOMPARE(pages.error().code, u"scanner.image"_s);
    QCOMPARE(heard.all(), QStringList{u"page 1"_s});
}

void TestPackingLine::line_withoutPages_endsAtOnce()
{
    Heard heard;
    const auto listener = heard.listener();
    PackingLine line(listener, ScanMode::Gray, 100);
    QCOMPARE(line.finish().value(), 0);
    QVERIFY(heard.all().isEmpty());
}

QTEST_GUILESS_MAIN(TestPackingLine)
#include "test_packing_line.moc"

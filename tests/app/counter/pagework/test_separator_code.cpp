#include "app/counter/pagework/PageWork.h"
#include "app/counter/pagework/SeparatorCode.h"
#include "devices/scanner/DrawnPage.h"
#include "devices/scanner/PageEncoder.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::counter;

// What separator sheets say, and that they are recognised in a pile.
class TestSeparatorCode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void code_ofAMaterial_isReadBack_data();
    void code_ofAMaterial_isReadBack();
    void code_ofAnotherKind_isNoSeparator_data();
    void code_ofAnotherKind_isNoSeparator();
    void page_fromAPile_isLookedAt_data();
    void page_fromAPile_isLookedAt();
    void page_fromTheGlass_isNeverASeparator();
};

void TestSeparatorCode::code_ofAMaterial_isReadBack_data()
{
    QTest::addColumn<QString>("material");
    QTest::addColumn<QString>("code");
    QTest::newRow("the next one") << QString() << u"KB-SEP"_s;
    QTest::newRow("of an item") << u"claim"_s << u"KB-SEP:claim"_s;
    QTest::newRow("named by the clerk") << u"0190a1b2-0000-7000-8000-000000000001"_s
                                        << u"KB-SEP:0190a1b2-0000-7000-8000-000000000001"_s;
    QTest::newRow("with a colon") << u"a:b"_s << u"KB-SEP:a:b"_s;
}

void TestSeparatorCode::code_ofAMaterial_isReadBack()
{
    QFETCH(QString, material);
    QFETCH(QString, code);
    QCOMPARE(separatorCode(material), code);
    QCOMPARE(separatedMaterial(code), std::optional(material));
}

void TestSeparatorCode::code_ofAnotherKind_isNoSeparator_data()
{
    QTest::addColumn<QString>("code");
    QTest::newRow("nothing") << QString();
    QTest::newRow("of a receipt") << u"https://hub.example/p?n=220104202611210001&c=A1"_s;
    QTest::newRow("without an id") << u"KB-SEP:"_s;
    QTest::newRow("something longer") << u"KB-SEPARATOR"_s;
    QTest::newRow("in small letters") << u"kb-sep"_s;
    QTest::newRow("with something before") << u" KB-SEP"_s;
}

void TestSeparatorCode::code_ofAnotherKind_isNoSeparator()
{
    QFETCH(QString, code);
    QVERIFY(!separatedMaterial(code));
}

void TestSeparatorCode::page_fromAPile_isLookedAt_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("turn");
    QTest::addColumn<std::optional<QString>>("separator");
    for (const int turn : {0, 90, 180, 270}) {
        QTest::addRow("next, turned by %d", turn) << u"separator"_s << turn << std::optional(QString());
        QTest::addRow("named, turned by %d", turn) << u"separator:claim"_s << turn << std::optional(u"claim"_s);
    }
    QTest::newRow("a form") << u"form"_s << 0 << std::optional<QString>();
}

void TestSeparatorCode::page_fromAPile_isLookedAt()
{
    QFETCH(QString, name);
    QFETCH(int, turn);
    const auto picture = devices::drawPage(name, 200).transformed(QTransform().rotate(turn));
    const auto page = preparedFromPile(devices::encodePage(picture, devices::ScanMode::Color, 200, 1).value());
    QTEST(page.separator, "separator");
    QVERIFY(!page.blank);
    QVERIFY(!page.small.isNull());
}

void TestSeparatorCode::page_fromTheGlass_isNeverASeparator()
{
    const auto picture = devices::drawPage(u"separator"_s, 150);
    QVERIFY(!preparedScan(devices::encodePage(picture, devices::ScanMode::Gray, 150, 1).value()).separator);
}

QTEST_GUILESS_MAIN(TestSeparatorCode)
#include "test_separator_code.moc"

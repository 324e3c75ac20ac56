#include "devices/scanner/DrawnPage.h"
#include "devices/scanner/PageCodes.h"
#include "Laid.h"

#include <QtTest>

using namespace kuaiban::devices;
using namespace kuaiban::test;
using namespace Qt::StringLiterals;

class TestPageCodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void code_howeverItLies_isRead_data();
    void code_howeverItLies_isRead();
    void codes_twoOnAPage_areBothRead();
    void page_withoutACode_hasNone_data();
    void page_withoutACode_hasNone();
};

void TestPageCodes::code_howeverItLies_isRead_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<int>("dpi");
    QTest::addColumn<double>("degrees");
    QTest::addColumn<QString>("text");
    for (const int turn : {0, 90, 180, 270}) {
        for (const double skew : {0.0, 4.0, -9.0}) {
            QTest::addRow("next paper, %g", turn + skew) << u"separator"_s << 150 << turn + skew << u"KB-SEP"_s;
            QTest::addRow("a material, %g", turn + skew)
                << u"separator:household-book"_s << 150 << turn + skew << u"KB-SEP:household-book"_s;
        }
    }
    for (const int dpi : {75, 200, 300, 600})
        QTest::addRow("%d dpi", dpi) << u"separator:身份证明"_s << dpi << 2.0 << u"KB-SEP:身份证明"_s;
}

void TestPageCodes::code_howeverItLies_isRead()
{
    QFETCH(QString, page);
    QFETCH(int, dpi);
    QFETCH(double, degrees);
    QFETCH(QString, text);
    QCOMPARE(codesOn(laid(drawPage(page, dpi), degrees, Qt::white)), QStringList{text});
}

void TestPageCodes::codes_twoOnAPage_areBothRead()
{
    const auto sheet = drawPage(u"separator:a"_s, 150);
    auto page = sheet;
    QPainter painter(&page);
    const auto other = drawPage(u"separator:b"_s, 150);
    painter.drawImage(0, 900, other, 0, 500, other.width(), 450);
    painter.end();
    auto codes = codesOn(page);
    codes.sort();
    QCOMPARE(codes, (QStringList{u"KB-SEP:a"_s, u"KB-SEP:b"_s}));
}

void TestPageCodes::page_withoutACode_hasNone_data()
{
    QTest::addColumn<QImage>("page");
    for (const auto& name : {u"form"_s, u"household"_s, u"certificate"_s, u"photo"_s, u"blank"_s, u"dark"_s})
        QTest::addRow("%s", qPrintable(name)) << drawPage(name, 150);
    auto torn = drawPage(u"separator"_s, 150);
    QPainter painter(&torn);
    painter.fillRect(0, 0, 620, torn.height(), Qt::white); // half of the code is gone
    painter.end();
    QTest::newRow("half a code") << torn;
    QTest::newRow("none") << QImage();
}

void TestPageCodes::page_withoutACode_hasNone()
{
    QFETCH(QImage, page);
    QCOMPARE(codesOn(page), QStringList());
}

QTEST_GUILESS_MAIN(TestPageCodes)
#include "test_page_codes.moc"

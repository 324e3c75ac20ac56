#include "modules/documents/CaseNumber.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::documents;
using namespace Qt::StringLiterals;

class TestCaseNumber : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_realNumber_isNineteenDigits();
    void text_provisionalNumber_isMarked();
    void parse_writtenForms_data();
    void parse_writtenForms();
    void parse_otherTexts_areRefused_data();
    void parse_otherTexts_areRefused();
};

void TestCaseNumber::text_realNumber_isNineteenDigits()
{
    const CaseNumber number{u"220104"_s, {2026, 11, 21}, 17, {}};
    QCOMPARE(caseNumberText(number), u"2201042026112100017"_s);
    QCOMPARE(caseNumberGrouped(number), u"220104 20261121 00017"_s);
    QVERIFY(!number.isProvisional());
}

void TestCaseNumber::text_provisionalNumber_isMarked()
{
    const CaseNumber number{u"220104"_s, {2026, 11, 21}, 0, u"7K3Q9A"_s};
    QCOMPARE(caseNumberText(number), u"临-220104-20261121-7K3Q9A"_s);
    QCOMPARE(caseNumberGrouped(number), caseNumberText(number));
    QVERIFY(number.isProvisional());
}

void TestCaseNumber::parse_writtenForms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("serial");
    QTest::addColumn<QString>("tag");
    QTest::addRow("as stored") << u"2201042026112100017"_s << 17 << QString();
    QTest::addRow("as printed") << u"220104 20261121 00017"_s << 17 << QString();
    QTest::addRow("wide space") << u"220104\u300020261121\u300099999"_s << 99999 << QString();
    QTest::addRow("provisional") << u"临-220104-20261121-7K3Q9A"_s << 0 << u"7K3Q9A"_s;
}

void TestCaseNumber::parse_writtenForms()
{
    QFETCH(QString, text);
    QFETCH(int, serial);
    QFETCH(QString, tag);
    const auto number = parseCaseNumber(text);
    QVERIFY(number);
    QCOMPARE(number->area, u"220104"_s);
    QCOMPARE(number->date, QDate(2026, 11, 21));
    QCOMPARE(number->serial, serial);
    QCOMPARE(number->tag, tag);
    QCOMPARE(parseCaseNumber(caseNumberText(*number)).value(), *number);
}

void TestCaseNumber::parse_otherTexts_areRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addRow("nothing") << QString();
    QTest::addRow("one digit short") << u"220104202611210001"_s;
    QTest::addRow("one digit more") << u"22010420261121000171"_s;
    QTest::addRow("no such day") << u"2201042026023000017"_s;
    QTest::addRow("serial zero") << u"2201042026112100000"_s;
    QTest::addRow("area begins with zero") << u"0201042026112100017"_s;
    QTest::addRow("full-width digits") << u"２２０１０４２０２６１１２１０００１７"_s;
    QTest::addRow("provisional without tag") << u"临-220104-20261121-"_s;
    QTest::addRow("provisional, small letters") << u"临-220104-20261121-7k3q9a"_s;
}

void TestCaseNumber::parse_otherTexts_areRefused()
{
    QFETCH(QString, text);
    const auto number = parseCaseNumber(text);
    QVERIFY(!number);
    QVERIFY(number.error().is("documents.case-number"_L1));
}

QTEST_GUILESS_MAIN(TestCaseNumber)
#include "test_case_number.moc"

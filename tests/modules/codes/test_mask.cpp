#include "modules/codes/Mask.h"

#include <QtTest>

using namespace kuaiban::codes;
using namespace Qt::StringLiterals;

class TestMask : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void maskName_names_data();
    void maskName_names();
    void maskName_anyLength_hidesAllButTheEnds();
    void maskIdNumber_numbers_data();
    void maskIdNumber_numbers();
    void maskBankAccount_accounts_data();
    void maskBankAccount_accounts();
    void maskPhone_numbers_data();
    void maskPhone_numbers();
};

void TestMask::maskName_names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("masked");
    QTest::addRow("three characters") << u"王桂兰"_s << u"王*兰"_s;
    QTest::addRow("two characters") << u"张三"_s << u"张*"_s;
    QTest::addRow("one character") << u"张"_s << u"*"_s;
    QTest::addRow("four characters") << u"欧阳修文"_s << u"欧**文"_s;
    QTest::addRow("empty") << QString() << QString();
    QTest::addRow("padded as on the card") << u"王桂兰   "_s << u"王*兰"_s;
    QTest::addRow("rare character first") << u"𠮷田文"_s << u"𠮷*文"_s;
    QTest::addRow("rare character in the middle") << u"王𬭊兰"_s << u"王*兰"_s;
    QTest::addRow("rare character last") << u"王桂𠮷"_s << u"王*𠮷"_s;
    QTest::addRow("two, second rare") << u"张𠮷"_s << u"张*"_s;
    QTest::addRow("two rare characters") << u"𠮷𬭊"_s << u"𠮷*"_s;
    QTest::addRow("with variation selector") << u"王\u6982\U000e0100兰"_s << u"王*兰"_s;
    QTest::addRow("Uyghur name") << u"阿依古丽·买买提"_s << u"阿***·**提"_s;
    QTest::addRow("another middle dot") << u"阿依古丽•买买提"_s << u"阿***•**提"_s;
    QTest::addRow("two characters around a dot") << u"阿·提"_s << u"阿·*"_s;
    QTest::addRow("three parts") << u"古丽·阿·买提"_s << u"古*·*·*提"_s;
    QTest::addRow("fifteen characters") << u"买买提艾力阿布都热合曼江阿吉克"_s << u"买*************克"_s;
    QTest::addRow("foreign name") << u"John Smith"_s << u"J*** ****h"_s;
    QTest::addRow("only a dot") << u"·"_s << u"·"_s;
}

void TestMask::maskName_names()
{
    QFETCH(QString, name);
    QTEST(maskName(name), "masked");
}

void TestMask::maskName_anyLength_hidesAllButTheEnds()
{
    for (int length = 3; length <= 15; ++length) {
        const auto name = u"𠮷"_s + u"文"_s.repeated(length - 2) + u"兰"_s;
        QCOMPARE(maskName(name), u"𠮷"_s + u"*"_s.repeated(length - 2) + u"兰"_s);
    }
}

void TestMask::maskIdNumber_numbers_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("masked");
    QTest::addRow("citizen number") << u"210602196512319026"_s << u"2106**********9026"_s;
    QTest::addRow("with X") << u"22240319700512018X"_s << u"2224**********018X"_s;
    QTest::addRow("15 characters") << u"CAN110185061219"_s << u"CAN1*******1219"_s;
    QTest::addRow("travel permit") << u"H01234567"_s << u"H0*****67"_s;
    QTest::addRow("four characters") << u"1234"_s << u"1**4"_s;
    QTest::addRow("three characters") << u"123"_s << u"***"_s;
    QTest::addRow("empty") << QString() << QString();
}

void TestMask::maskIdNumber_numbers()
{
    QFETCH(QString, number);
    QTEST(maskIdNumber(number), "masked");
}

void TestMask::maskBankAccount_accounts_data()
{
    QTest::addColumn<QString>("account");
    QTest::addColumn<QString>("masked");
    QTest::addRow("19 digits") << u"6217990000000000121"_s << u"6217 **** **** 0121"_s;
    QTest::addRow("16 digits") << u"6222020000000015"_s << u"6222 **** **** 0015"_s;
    QTest::addRow("grouped") << u"6217 9900 0000 0000 121"_s << u"6217 **** **** 0121"_s;
    QTest::addRow("passbook of 11") << u"12345678901"_s << u"*********01"_s;
    QTest::addRow("two digits") << u"12"_s << u"**"_s;
    QTest::addRow("empty") << QString() << QString();
}

void TestMask::maskBankAccount_accounts()
{
    QFETCH(QString, account);
    QTEST(maskBankAccount(account), "masked");
}

void TestMask::maskPhone_numbers_data()
{
    QTest::addColumn<QString>("phone");
    QTest::addColumn<QString>("masked");
    QTest::addRow("mobile") << u"13812345678"_s << u"138****5678"_s;
    QTest::addRow("land line") << u"0433-2512345"_s << u"****-*****45"_s;
    QTest::addRow("with country prefix") << u"+8613812345678"_s << u"+***********78"_s;
    QTest::addRow("short service number") << u"1233"_s << u"****"_s;
    QTest::addRow("empty") << QString() << QString();
}

void TestMask::maskPhone_numbers()
{
    QFETCH(QString, phone);
    QTEST(maskPhone(phone), "masked");
}

QTEST_GUILESS_MAIN(TestMask)
#include "test_mask.moc"

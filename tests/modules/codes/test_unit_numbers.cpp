#include "modules/codes/CreditCode.h"
#include "modules/codes/Identifiers.h"
#include "modules/codes/Numbers.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::codes;
using namespace Qt::StringLiterals;

namespace {

const QDate Today(2026, 11, 21);

QString codeOf(const Done& done)
{
    return done ? u"valid"_s : done.error().code;
}

} // namespace

class TestUnitNumbers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checkIdentifier_numbers_data();
    void checkIdentifier_numbers();
    void checkIdentifier_fields_tellLengthAndPosition_data();
    void checkIdentifier_fields_tellLengthAndPosition();
    void parseCreditCode_valid_givesItsParts();
    void parseCreditCode_pilotCode_isADoubtOnly();
    void checkCreditCode_anySingleChange_isNoticed();
    void checkBankCard_anySingleChange_isRefused();
    void isDoubt_errors_data();
    void isDoubt_errors();
    void identifierChecks_everyName_runs();
    void normalisedIdentifier_typedTexts_data();
    void normalisedIdentifier_typedTexts();
};

void TestUnitNumbers::checkIdentifier_numbers_data()
{
    QTest::addColumn<QString>("check");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, const QString& check, const QString& text, const QString& code) {
        QTest::addRow("%s: %s", qPrintable(check), name) << check << text << code;
    };
    row("enterprise", u"credit-code"_s, u"91220101MA0Y4XK15A"_s, u"valid"_s);
    row("institution", u"credit-code"_s, u"12210600463800127P"_s, u"valid"_s);
    row("enterprise in Nantong", u"credit-code"_s, u"91320600MA1N2K3P9E"_s, u"valid"_s);
    row("government body", u"credit-code"_s, u"11330784002512341X"_s, u"valid"_s);
    row("wrong check", u"credit-code"_s, u"91220101MA0Y4XK15B"_s, u"codes.credit-check"_s);
    row("old registration number", u"credit-code"_s, u"220101000012345"_s, u"codes.credit-length"_s);
    row("letter O", u"credit-code"_s, u"91220101MAOY4XK15A"_s, u"codes.credit-characters"_s);
    row("lower case", u"credit-code"_s, u"91220101ma0y4xk15a"_s, u"codes.credit-characters"_s);
    row("letter in the region", u"credit-code"_s, u"9122A101MA0Y4XK15A"_s, u"codes.credit-region"_s);

    row("digits", u"organisation-code"_s, u"463800127"_s, u"valid"_s);
    row("check X", u"organisation-code"_s, u"MA0Y4019X"_s, u"valid"_s);
    row("check 11 written 0", u"organisation-code"_s, u"MA0Y40050"_s, u"valid"_s);
    row("wrong check", u"organisation-code"_s, u"463800128"_s, u"codes.organisation-check"_s);
    row("too long", u"organisation-code"_s, u"46380012-7"_s, u"codes.organisation-length"_s);
    row("lower case", u"organisation-code"_s, u"Ma0Y4019X"_s, u"codes.organisation-characters"_s);
    row("letter as check", u"organisation-code"_s, u"46380012A"_s, u"codes.organisation-characters"_s);

    row("19 digits", u"bank-card"_s, u"6217000000000000004"_s, u"valid"_s);
    row("round number", u"bank-card"_s, u"6228480000000000000"_s, u"valid"_s);
    row("another bank", u"bank-card"_s, u"6217990000000000121"_s, u"valid"_s);
    row("yet another", u"bank-card"_s, u"6222020000000000075"_s, u"valid"_s);
    row("16 digits", u"bank-card"_s, u"6222020000000015"_s, u"valid"_s);
    row("wrong check", u"bank-card"_s, u"6217000000000000005"_s, u"codes.bank-check"_s);
    row("15 digits", u"bank-card"_s, u"621700000000000"_s, u"codes.bank-length"_s);
    row("20 digits", u"bank-card"_s, u"62170000000000000040"_s, u"codes.bank-length"_s);
    row("space", u"bank-card"_s, u"6217 0000 0000 0000 004"_s, u"codes.bank-characters"_s);

    row("usual", u"mobile"_s, u"13800000001"_s, u"valid"_s);
    row("second digit 9", u"mobile"_s, u"19900000001"_s, u"valid"_s);
    row("10 digits", u"mobile"_s, u"1380000000"_s, u"codes.mobile-length"_s);
    row("12 digits", u"mobile"_s, u"138000000012"_s, u"codes.mobile-length"_s);
    row("country prefix", u"mobile"_s, u"+8613800000001"_s, u"codes.mobile-characters"_s);
    row("full-width digit", u"mobile"_s, u"1380000000１"_s, u"codes.mobile-characters"_s);
    row("land line", u"mobile"_s, u"04331234567"_s, u"codes.mobile-start"_s);
    row("second digit 2", u"mobile"_s, u"12000000001"_s, u"codes.mobile-start"_s);

    row("letter and digits", u"card-number"_s, u"A12345678"_s, u"valid"_s);
    row("digits", u"card-number"_s, u"012345678"_s, u"valid"_s);
    row("old, 8 characters", u"card-number"_s, u"12345678"_s, u"codes.card-length"_s);
    row("lower case", u"card-number"_s, u"a12345678"_s, u"codes.card-characters"_s);

    row("valid", u"citizen-id"_s, u"220122198003150014"_s, u"valid"_s);
    row("old", u"citizen-id"_s, u"220122800315001"_s, u"codes.id15"_s);
    row("valid", u"residence-permit"_s, u"830000200106150033"_s, u"valid"_s);
    row("valid", u"foreigner-permit"_s, u"911840198506120015"_s, u"valid"_s);
    row("any text", u"shoe-size"_s, u"42"_s, u"codes.check-unknown"_s);
}

void TestUnitNumbers::checkIdentifier_numbers()
{
    QFETCH(QString, check);
    QFETCH(QString, text);
    QTEST(codeOf(checkIdentifier(check, text, Today)), "code");
}

void TestUnitNumbers::checkIdentifier_fields_tellLengthAndPosition_data()
{
    QTest::addColumn<QString>("check");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("field");
    QTest::addColumn<int>("value");
    QTest::addRow("mobile, 10 digits") << u"mobile"_s << u"1380000000"_s << u"actual"_s << 10;
    QTest::addRow("mobile, 12 digits") << u"mobile"_s << u"138000000012"_s << u"actual"_s << 12;
    QTest::addRow("mobile, plus sign") << u"mobile"_s << u"+8613800000001"_s << u"position"_s << 1;
    QTest::addRow("bank, 15 digits") << u"bank-card"_s << u"621700000000000"_s << u"actual"_s << 15;
    QTest::addRow("bank, space") << u"bank-card"_s << u"6217 0000 0000 0000"_s << u"position"_s << 5;
    QTest::addRow("credit, 15 characters") << u"credit-code"_s << u"220101000012345"_s << u"actual"_s << 15;
    QTest::addRow("credit, letter O") << u"credit-code"_s << u"91220101MAOY4XK15A"_s << u"position"_s << 11;
    QTest::addRow("organisation, 10 characters") << u"organisation-code"_s << u"46380012-7"_s << u"actual"_s << 10;
    QTest::addRow("organisation, last") << u"organisation-code"_s << u"46380012A"_s << u"position"_s << 9;
    QTest::addRow("card, 8 characters") << u"card-number"_s << u"12345678"_s << u"actual"_s << 8;
    QTest::addRow("foreigner, 16 characters") << u"foreigner-permit"_s << u"9118401985061200"_s << u"actual"_s << 16;
}

void TestUnitNumbers::checkIdentifier_fields_tellLengthAndPosition()
{
    QFETCH(QString, check);
    QFETCH(QString, text);
    QFETCH(QString, field);
    const auto done = checkIdentifier(check, text, Today);
    QVERIFY(!done);
    QTEST(done.error().fields.value(field).toInt(), "value");
}

void TestUnitNumbers::parseCreditCode_valid_givesItsParts()
{
    const auto code = parseCreditCode(u"12210600463800127P"_s);
    QVERIFY(code);
    QCOMPARE(code->department, u"1"_s);
    QCOMPARE(code->category, u"2"_s);
    QCOMPARE(code->region, u"210600"_s);
    QCOMPARE(code->organisation, u"463800127"_s);
    QVERIFY(!code->doubt);
    QVERIFY(checkOrganisationCode(code->organisation));
}

void TestUnitNumbers::parseCreditCode_pilotCode_isADoubtOnly()
{
    const auto code = parseCreditCode(u"91220101MA0Y4XK15B"_s);
    QVERIFY(code);
    QVERIFY(code->doubt);
    QCOMPARE(code->doubt->code, u"codes.credit-check"_s);
    QCOMPARE(code->region, u"220101"_s);
}

void TestUnitNumbers::checkCreditCode_anySingleChange_isNoticed()
{
    const auto text = u"91220101MA0Y4XK15A"_s;
    for (qsizetype i = 0; i < text.size(); ++i) {
        for (const QChar c : u"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"_s) {
            auto changed = text;
            changed[i] = c;
            if (changed != text)
                QVERIFY2(!checkCreditCode(changed), qPrintable(changed));
        }
    }
}

void TestUnitNumbers::checkBankCard_anySingleChange_isRefused()
{
    const auto text = u"6217990000000000121"_s;
    for (qsizetype i = 0; i < text.size(); ++i) {
        for (const QChar c : u"0123456789"_s) {
            auto changed = text;
            changed[i] = c;
            if (changed != text)
                QCOMPARE(codeOf(checkBankCard(changed)), u"codes.bank-check"_s);
        }
    }
}

void TestUnitNumbers::isDoubt_errors_data()
{
    QTest::addColumn<QString>("check");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("doubt");
    QTest::addRow("credit check") << u"credit-code"_s << u"91220101MA0Y4XK15B"_s << true;
    QTest::addRow("foreigner's card of 2017") << u"foreigner-permit"_s << u"CAN110185061218"_s << true;
    QTest::addRow("foreigner's card of 2023") << u"foreigner-permit"_s << u"911840198506120016"_s << false;
    QTest::addRow("credit length") << u"credit-code"_s << u"9122"_s << false;
    QTest::addRow("citizen check") << u"citizen-id"_s << u"220122198003150015"_s << false;
    QTest::addRow("bank check") << u"bank-card"_s << u"6217000000000000005"_s << false;
}

void TestUnitNumbers::isDoubt_errors()
{
    QFETCH(QString, check);
    QFETCH(QString, text);
    const auto done = checkIdentifier(check, text, Today);
    QVERIFY(!done);
    QTEST(isDoubt(done.error()), "doubt");
}

void TestUnitNumbers::identifierChecks_everyName_runs()
{
    QCOMPARE(identifierChecks().size(), 8);
    for (const auto& name : identifierChecks())
        QVERIFY2(codeOf(checkIdentifier(name, u"?"_s, Today)) != "codes.check-unknown"_L1, qPrintable(name));
}

void TestUnitNumbers::normalisedIdentifier_typedTexts_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text");
    QTest::addRow("lower-case x") << u"22240319700512018x"_s << u"22240319700512018X"_s;
    QTest::addRow("grouped") << u" 6217 0000-0000\t0000 004\n"_s << u"6217000000000000004"_s;
    QTest::addRow("full-width") << u"２２０１２２１９８００３１５００１４"_s << u"220122198003150014"_s;
    QTest::addRow("full-width letter and space") << u"ａ１２\u3000３"_s << u"A123"_s;
    QTest::addRow("pasted with marks") << u"\ufeff\u202d463800127\u202c\u200b"_s << u"463800127"_s;
    QTest::addRow("dash of an input method") << u"46380012\u20147"_s << u"463800127"_s;
    QTest::addRow("full-width hyphen") << u"46380012－7"_s << u"463800127"_s;
    QTest::addRow("letter O stays a mistake") << u"22o122"_s << u"22O122"_s;
    QTest::addRow("Chinese stays a mistake") << u"二二"_s << u"二二"_s;
    QTest::addRow("empty") << QString() << QString();
}

void TestUnitNumbers::normalisedIdentifier_typedTexts()
{
    QFETCH(QString, typed);
    QTEST(normalisedIdentifier(typed), "text");
}

QTEST_GUILESS_MAIN(TestUnitNumbers)
#include "test_unit_numbers.moc"

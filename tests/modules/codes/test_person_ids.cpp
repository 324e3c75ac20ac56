#include "modules/codes/PersonIds.h"

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

class TestPersonIds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parseCitizenId_validNumbers_giveTheirParts_data();
    void parseCitizenId_validNumbers_giveTheirParts();
    void checkCitizenId_badNumbers_haveDistinctCodes_data();
    void checkCitizenId_badNumbers_haveDistinctCodes();
    void checkCitizenId_lengthAndPosition_areSaid();
    void checkCitizenId_anySingleChange_isRefused_data();
    void checkCitizenId_anySingleChange_isRefused();
    void checkCitizenId_neighboursSwapped_isRefused();
    void checkCitizenId_checkCharacter_isTheOnlyOneThatFits();
    void checkCitizenId_bornToday_isValidAndTomorrowIsNot();
    void checkCitizenId_error_holdsNoPartOfTheNumber();
    void checkResidencePermit_numbers_data();
    void checkResidencePermit_numbers();
    void parseResidencePermit_valid_givesItsParts();
    void checkForeignerPermit_numbers_data();
    void checkForeignerPermit_numbers();
    void citizenIdFrom15_numbers_data();
    void citizenIdFrom15_numbers();
};

void TestPersonIds::parseCitizenId_validNumbers_giveTheirParts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("region");
    QTest::addColumn<QDate>("birth");
    QTest::addColumn<QString>("sexCode");
    QTest::addRow("Jilin, male") << u"220122198003150014"_s << u"220122"_s << QDate(1980, 3, 15) << u"1"_s;
    QTest::addRow("Dandong, female") << u"210602196512319026"_s << u"210602"_s << QDate(1965, 12, 31) << u"2"_s;
    QTest::addRow("Nantong, male") << u"320612199001010037"_s << u"320612"_s << QDate(1990, 1, 1) << u"1"_s;
    QTest::addRow("Yongkang, female") << u"330784197502288045"_s << u"330784"_s << QDate(1975, 2, 28) << u"2"_s;
    QTest::addRow("check character X") << u"22240319700512018X"_s << u"222403"_s << QDate(1970, 5, 12) << u"2"_s;
    QTest::addRow("29 February of a leap year")
        << u"22240119960229001X"_s << u"222401"_s << QDate(1996, 2, 29) << u"1"_s;
    QTest::addRow("born this year") << u"210602202604010024"_s << u"210602"_s << QDate(2026, 4, 1) << u"2"_s;
    QTest::addRow("region since renamed")
        << u"32061219990101103"_s + mod11Check(u"32061219990101103") << u"320612"_s << QDate(1999, 1, 1) << u"1"_s;
}

void TestPersonIds::parseCitizenId_validNumbers_giveTheirParts()
{
    QFETCH(QString, text);
    QCOMPARE(codeOf(checkCitizenId(text, Today)), u"valid"_s);
    const auto parts = parseCitizenId(text, Today);
    QVERIFY(parts);
    QTEST(parts->region, "region");
    QTEST(parts->birth, "birth");
    QTEST(parts->sexCode, "sexCode");
}

void TestPersonIds::checkCitizenId_badNumbers_haveDistinctCodes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::addRow("empty") << QString() << u"codes.id-length"_s;
    QTest::addRow("17 digits") << u"22012219800315001"_s << u"codes.id-length"_s;
    QTest::addRow("19 digits") << u"2201221980031500141"_s << u"codes.id-length"_s;
    QTest::addRow("old number") << u"220122800315001"_s << u"codes.id15"_s;
    QTest::addRow("15 characters, not all digits") << u"CAN110185061219"_s << u"codes.id-length"_s;
    QTest::addRow("letter O for zero") << u"22O122198003150014"_s << u"codes.id-characters"_s;
    QTest::addRow("lower-case x") << u"22240319700512018x"_s << u"codes.id-characters"_s;
    QTest::addRow("X in the middle") << u"2224031970051X0182"_s << u"codes.id-characters"_s;
    QTest::addRow("full-width digit") << u"22012219800315001４"_s << u"codes.id-characters"_s;
    QTest::addRow("Arabic digit") << u"22012219800315001\u0664"_s << u"codes.id-characters"_s;
    QTest::addRow("space inside") << u"220122 98003150014"_s << u"codes.id-characters"_s;
    QTest::addRow("no such province") << u"290122198003150014"_s << u"codes.id-region"_s;
    QTest::addRow("residence permit") << u"810000199001010019"_s << u"codes.id-region"_s;
    QTest::addRow("foreigner's card") << u"911840198506120015"_s << u"codes.id-region"_s;
    QTest::addRow("month 13") << u"220122198013150014"_s << u"codes.id-birth"_s;
    QTest::addRow("30 February") << u"220122198002300014"_s << u"codes.id-birth"_s;
    QTest::addRow("29 February of a common year") << u"220122198102290014"_s << u"codes.id-birth"_s;
    QTest::addRow("more than 130 years ago") << u"220122189010150014"_s << u"codes.id-birth"_s;
    QTest::addRow("year 0000") << u"220122000003150014"_s << u"codes.id-birth"_s;
    QTest::addRow("next year") << u"210602202704010021"_s << u"codes.id-future"_s;
    QTest::addRow("wrong check") << u"220122198003150015"_s << u"codes.id-check"_s;
    QTest::addRow("X where a digit belongs") << u"22012219800315001X"_s << u"codes.id-check"_s;
}

void TestPersonIds::checkCitizenId_badNumbers_haveDistinctCodes()
{
    QFETCH(QString, text);
    QTEST(codeOf(checkCitizenId(text, Today)), "code");
}

void TestPersonIds::checkCitizenId_lengthAndPosition_areSaid()
{
    const auto tooShort = checkCitizenId(u"22012219800315001"_s, Today);
    QCOMPARE(tooShort.error().fields.value(u"actual"_s).toInt(), 17);
    QCOMPARE(tooShort.error().fields.value(u"expected"_s).toInt(), 18);
    const auto badLetter = checkCitizenId(u"22O122198003150014"_s, Today);
    QCOMPARE(badLetter.error().fields.value(u"position"_s).toInt(), 3);
    const auto badLast = checkCitizenId(u"22240319700512018x"_s, Today);
    QCOMPARE(badLast.error().fields.value(u"position"_s).toInt(), 18);
}

void TestPersonIds::checkCitizenId_anySingleChange_isRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addRow("Jilin") << u"220122198003150014"_s;
    QTest::addRow("Dandong") << u"210602196512319026"_s;
    QTest::addRow("Nantong") << u"320612199001010037"_s;
    QTest::addRow("Yongkang") << u"330784197502288045"_s;
    QTest::addRow("with X") << u"22240319700512018X"_s;
}

void TestPersonIds::checkCitizenId_anySingleChange_isRefused()
{
    QFETCH(QString, text);
    const QStringList allowed{u"codes.id-region"_s, u"codes.id-birth"_s, u"codes.id-future"_s, u"codes.id-check"_s};
    int byCheckOnly = 0;
    for (qsizetype i = 0; i < 18; ++i) {
        for (const QChar c : i == 17 ? u"0123456789X"_s : u"0123456789"_s) {
            auto changed = text;
            changed[i] = c;
            if (changed == text)
                continue;
            const auto code = codeOf(checkCitizenId(changed, Today));
            QVERIFY2(allowed.contains(code), qPrintable(changed + u' ' + code));
            byCheckOnly += code == "codes.id-check"_L1;
            // Region, order and check character hold no date: only the check (or the province) can find these.
            if (i >= 2 && (i < 6 || i >= 14))
                QCOMPARE(code, u"codes.id-check"_s);
        }
    }
    QVERIFY(byCheckOnly >= 4 * 9 + 3 * 9 + 10);
}

void TestPersonIds::checkCitizenId_neighboursSwapped_isRefused()
{
    const auto text = u"220122198003150014"_s;
    for (qsizetype i = 0; i < 17; ++i) {
        auto swapped = text;
        std::swap(swapped[i], swapped[i + 1]);
        if (swapped != text)
            QVERIFY2(!checkCitizenId(swapped, Today), qPrintable(swapped));
    }
}

void TestPersonIds::checkCitizenId_checkCharacter_isTheOnlyOneThatFits()
{
    for (int order = 1; order < 1000; ++order) {
        const auto body = u"22010419880808%1"_s.arg(order, 3, 10, QLatin1Char('0'));
        int valid = 0;
        for (const QChar c : u"0123456789X"_s)
            valid += checkCitizenId(body + c, Today).has_value();
        QCOMPARE(valid, 1);
        QVERIFY(checkCitizenId(body + mod11Check(body), Today));
    }
}

void TestPersonIds::checkCitizenId_bornToday_isValidAndTomorrowIsNot()
{
    const auto text = u"210602202604010024"_s; // born on 2026-04-01
    QCOMPARE(codeOf(checkCitizenId(text, QDate(2026, 4, 1))), u"valid"_s);
    QCOMPARE(codeOf(checkCitizenId(text, QDate(2026, 3, 31))), u"codes.id-future"_s);
}

void TestPersonIds::checkCitizenId_error_holdsNoPartOfTheNumber()
{
    for (const auto& text : {u"220122198003150015"_s, u"22012219800315001"_s, u"22O122198003150014"_s}) {
        const auto done = checkCitizenId(text, Today);
        QVERIFY(!done);
        QVERIFY(done.error().detail.isEmpty());
        for (const auto& value : done.error().fields)
            QVERIFY(value.isDouble() && value.toInt() <= 18);
    }
}

void TestPersonIds::checkResidencePermit_numbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::addRow("Hong Kong") << u"810000199001010019"_s << u"valid"_s;
    QTest::addRow("Macao") << u"820000198512310029"_s << u"valid"_s;
    QTest::addRow("Taiwan") << u"830000200106150033"_s << u"valid"_s;
    QTest::addRow("citizen number") << u"220122198003150014"_s << u"codes.permit-region"_s;
    QTest::addRow("other digits after 81") << u"810101199001010019"_s << u"codes.permit-region"_s;
    QTest::addRow("wrong check") << u"810000199001010018"_s << u"codes.id-check"_s;
    QTest::addRow("travel permit") << u"H01234567"_s << u"codes.id-length"_s;
    QTest::addRow("letter") << u"81000019900101O019"_s << u"codes.id-characters"_s;
    QTest::addRow("no such day") << u"810000199002300019"_s << u"codes.id-birth"_s;
}

void TestPersonIds::checkResidencePermit_numbers()
{
    QFETCH(QString, text);
    QTEST(codeOf(checkResidencePermit(text, Today)), "code");
}

void TestPersonIds::parseResidencePermit_valid_givesItsParts()
{
    const auto parts = parseResidencePermit(u"820000198512310029"_s, Today);
    QVERIFY(parts);
    const CitizenId expected{u"820000"_s, QDate(1985, 12, 31), u"2"_s};
    QVERIFY(*parts == expected);
}

void TestPersonIds::checkForeignerPermit_numbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::addRow("2023 card") << u"911840198506120015"_s << u"valid"_s;
    QTest::addRow("2023 card of 1979") << u"922156197911030022"_s << u"valid"_s;
    QTest::addRow("2017 card") << u"CAN110185061219"_s << u"valid"_s;
    QTest::addRow("2017 card, born 2002 or 1948?") << u"KOR222485023010"_s << u"codes.foreigner-birth"_s;
    QTest::addRow("2017 card, last digit") << u"RUS222479110324"_s << u"valid"_s;
    QTest::addRow("16 characters") << u"9118401985061200"_s << u"codes.foreigner-length"_s;
    QTest::addRow("citizen number") << u"220122198003150014"_s << u"codes.foreigner-start"_s;
    QTest::addRow("letter in 18") << u"9118401985O6120015"_s << u"codes.foreigner-characters"_s;
    QTest::addRow("lower-case x at the end of 18") << u"91184019850612001x"_s << u"codes.foreigner-characters"_s;
    QTest::addRow("lower case in 15") << u"can110185061219"_s << u"codes.foreigner-characters"_s;
    QTest::addRow("letter among the digits of 15") << u"CAN11O185061219"_s << u"codes.foreigner-characters"_s;
    QTest::addRow("no such country") << u"XYZ222479110325"_s << u"codes.foreigner-nationality"_s;
    QTest::addRow("no such day") << u"911840198502300015"_s << u"codes.foreigner-birth"_s;
    QTest::addRow("next year") << u"911840202706120015"_s << u"codes.foreigner-birth"_s;
    QTest::addRow("wrong check of 18") << u"911840198506120016"_s << u"codes.foreigner-check"_s;
    QTest::addRow("wrong check of 15") << u"CAN110185061218"_s << u"codes.foreigner15-check"_s;
}

void TestPersonIds::checkForeignerPermit_numbers()
{
    QFETCH(QString, text);
    QTEST(codeOf(checkForeignerPermit(text, Today)), "code");
}

void TestPersonIds::citizenIdFrom15_numbers_data()
{
    QTest::addColumn<QString>("old");
    QTest::addColumn<QString>("result"); // the number, or the failure code
    QTest::addRow("Jilin") << u"220122800315001"_s << u"220122198003150014"_s;
    QTest::addRow("with X") << u"222403700512018"_s << u"22240319700512018X"_s;
    QTest::addRow("18 already") << u"220122198003150014"_s << u"codes.id-length"_s;
    QTest::addRow("letter") << u"22O122800315001"_s << u"codes.id-characters"_s;
    QTest::addRow("no such day") << u"220122800230001"_s << u"codes.id-birth"_s;
    QTest::addRow("no such province") << u"290122800315001"_s << u"codes.id-region"_s;
}

void TestPersonIds::citizenIdFrom15_numbers()
{
    QFETCH(QString, old);
    const auto number = citizenIdFrom15(old, Today);
    QTEST(number ? *number : number.error().code, "result");
}

QTEST_GUILESS_MAIN(TestPersonIds)
#include "test_person_ids.moc"

#include "modules/base/FailureManual.h"
#include "modules/base/Json.h"
#include "modules/codes/AreaTree.h"
#include "modules/codes/CodeBook.h"
#include "modules/codes/CodeTableReader.h"
#include "modules/codes/GbTables.h"
#include "modules/codes/Identifiers.h"
#include "modules/codes/PinyinTable.h"
#include "modules/codes/WorkingCalendar.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::codes;
using namespace Qt::StringLiterals;

// Provokes every failure of the room and reads what people would read about it.
class TestCodesFailures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manual_provokedFailures_haveFullTexts();
    void manual_codesOfThisRoom_areAllProvoked();

private:
    QList<Error> provoked() const;
};

QList<Error> TestCodesFailures::provoked() const
{
    const QDate today(2026, 11, 21);
    QList<Error> errors{parseCodeTable({}, u"x.json"_s).error(), CodeBook().add(sexTable()).error(),
        readCodeBook(u"/nowhere"_s).error(), WorkingCalendar::parse({}).error(), AreaTree::parse("x").error(),
        PinyinTable::parse("x", {}).error(), checkIdentifier(u"shoe-size"_s, {}, today).error()};
    const QList<std::pair<QString, QStringList>> bad{
        {u"citizen-id"_s, {u"1"_s, u"220122800315001"_s, u"22O122198003150014"_s, u"290122198003150014"_s,
                              u"220122198013150014"_s, u"210602202704010021"_s, u"220122198003150015"_s}},
        {u"residence-permit"_s, {u"220122198003150014"_s}},
        {u"foreigner-permit"_s, {u"1"_s, u"9118401985O6120015"_s, u"220122198003150014"_s, u"XYZ222479110325"_s,
                                    u"911840198502300015"_s, u"911840198506120016"_s, u"CAN110185061218"_s}},
        {u"credit-code"_s, {u"1"_s, u"91220101MAOY4XK15A"_s, u"9122A101MA0Y4XK15A"_s, u"91220101MA0Y4XK15B"_s}},
        {u"organisation-code"_s, {u"1"_s, u"46380012A"_s, u"463800128"_s}},
        {u"bank-card"_s, {u"1"_s, u"6217 "_s, u"6217000000000000005"_s}},
        {u"mobile"_s, {u"1"_s, u"+86"_s, u"12000000001"_s}}, {u"card-number"_s, {u"1"_s, u"a12345678"_s}}};
    for (const auto& [check, texts] : bad) {
        for (const auto& text : texts)
            errors.append(checkIdentifier(check, text, today).error());
    }
    return errors;
}

void TestCodesFailures::manual_provokedFailures_haveFullTexts()
{
    const FailureManual manual;
    for (const auto& error : provoked()) {
        QVERIFY2(manual.has(error.code), qPrintable(error.code));
        QCOMPARE(manual.origin(error.code), originName(error.origin));
        for (const auto& language : {u"zh_CN"_s, u"en"_s}) {
            const auto text = manual.text(error, language);
            for (const auto& part : {text.what, text.cause, text.remedy}) {
                QVERIFY2(!part.isEmpty(), qPrintable(error.code));
                QVERIFY2(!part.contains(u'{'), qPrintable(error.code + u": "_s + part)); // a field nobody fills in
            }
        }
    }
}

void TestCodesFailures::manual_codesOfThisRoom_areAllProvoked()
{
    QSet<QString> seen;
    for (const auto& error : provoked())
        seen.insert(error.code);
    const FailureManual manual;
    int documented = 0;
    for (const auto& code : manual.codes()) {
        if (!code.startsWith("codes."_L1))
            continue;
        ++documented;
        QVERIFY2(seen.contains(code), qPrintable(code));
    }
    QCOMPARE(documented, seen.size());
    QVERIFY(documented > 30);
}

QTEST_GUILESS_MAIN(TestCodesFailures)
#include "test_codes_failures.moc"

#include "modules/base/Json.h"
#include "modules/registry/PersonName.h"
#include "Samples.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::registry;
using namespace Qt::StringLiterals;

class TestValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void json_record_comesBackUnchanged();
    void json_recordWithoutParts_comesBackUnchanged();
    void json_unit_comesBackUnchanged();
    void json_brokenPart_namesThePlace_data();
    void json_brokenPart_namesThePlace();
    void masked_person_hidesWhatIdentifies();
    void masked_record_hidesCardsAndHousehold();
    void currentCard_severalCards_isTheOneInUse();
    void card_canReceive_data();
    void card_canReceive();
    void formFacts_record_areFlatAndCanonical();
    void formFacts_personWithoutAnything_haveEveryKey();
    void normalisedName_cases_data();
    void normalisedName_cases();
    void givenNameOf_cases_data();
    void givenNameOf_cases();

private:
    static PersonRecord fullRecord();
};

PersonRecord TestValues::fullRecord()
{
    PersonRecord record;
    record.person = test::samplePerson(1, u"王桂兰"_s, u"210602196512319026"_s);
    record.person.phone = u"14013805678"_s;
    record.person.household = test::sampleId(7);
    record.person.version = 3;
    auto old = test::sampleCard(record.person.id, u"K00000001"_s);
    old.state = u"60"_s;
    record.cards = {old, test::sampleCard(record.person.id, u"K00000002"_s)};
    auto insurance = test::sampleInsurance(record.person.id, u"210"_s, test::sampleId(9));
    insurance.unitName = u"丹东澈镕车桥配件有限公司"_s;
    record.insurances = {insurance};
    record.terminations = {test::sampleTermination(11, record.person.id, test::sampleId(9), QDate(2026, 9, 30))};
    record.household =
        Household{test::sampleId(7), record.person.id, u"10"_s, record.person.area, record.person.address, 1, 4};
    return record;
}

void TestValues::json_record_comesBackUnchanged()
{
    const auto record = fullRecord();
    QVERIFY(isCanonical(record.toJson()));
    QCOMPARE(PersonRecord::fromJson(record.toJson()), record);
}

void TestValues::json_recordWithoutParts_comesBackUnchanged()
{
    PersonRecord record;
    record.person = test::samplePerson(1, u"李建国"_s, u"220122198003150014"_s);
    QCOMPARE(PersonRecord::fromJson(record.toJson()), record);
}

void TestValues::json_unit_comesBackUnchanged()
{
    auto unit = test::sampleUnit(1, u"丹东澈镕车桥配件有限公司"_s, u"澈镕车桥配件有限公司"_s, u"91220101MA0Y4XK15A"_s);
    unit.closedOn = QDate(2026, 1, 2);
    QCOMPARE(Unit::fromJson(unit.toJson()), unit);
}

void TestValues::json_brokenPart_namesThePlace_data()
{
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("place");
    QTest::addRow("person without a number") << u"person"_s << u"idNo"_s << QJsonValue() << u"person.idNo"_s;
    QTest::addRow("birth that is no date")
        << u"person"_s << u"birth"_s << QJsonValue(u"1980-02-31"_s) << u"person.birth"_s;
    QTest::addRow("card without a state") << u"cards"_s << u"state"_s << QJsonValue(u""_s) << u"card.state"_s;
    QTest::addRow("months as text") << u"insurances"_s << u"months"_s << QJsonValue(u"12"_s) << u"insurance.months"_s;
    QTest::addRow("report without its day")
        << u"terminations"_s << u"endedOn"_s << QJsonValue() << u"termination.endedOn"_s;
    QTest::addRow("household without a head") << u"household"_s << u"head"_s << QJsonValue() << u"household.head"_s;
}

void TestValues::json_brokenPart_namesThePlace()
{
    QFETCH(QString, part);
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QFETCH(QString, place);
    auto json = fullRecord().toJson();
    const bool isList = json.value(part).isArray();
    auto object = isList ? json.value(part).toArray().at(0).toObject() : json.value(part).toObject();
    object.insert(key, value);
    json.insert(part, isList ? QJsonValue(QJsonArray{object}) : QJsonValue(object));
    const auto read = PersonRecord::fromJson(json);
    QVERIFY(!read);
    QCOMPARE(read.error().code, u"base.json-field"_s);
    QCOMPARE(read.error().fields.value(u"path"_s).toString(), place);
}

void TestValues::masked_person_hidesWhatIdentifies()
{
    const auto person = fullRecord().person;
    const auto shown = masked(person);
    QCOMPARE(shown.name, u"王*兰"_s);
    QCOMPARE(shown.idNo, u"2106**********9026"_s);
    QCOMPARE(shown.phone, u"140****5678"_s);
    QCOMPARE(shown.address, u"辽宁省丹东市振兴区***"_s);
    QCOMPARE(shown.area, person.area);
    auto nowhere = person;
    nowhere.address.clear();
    QCOMPARE(masked(nowhere).address, QString());
}

void TestValues::masked_record_hidesCardsAndHousehold()
{
    const auto record = fullRecord();
    const auto bytes = QString::fromUtf8(canonicalBytes(masked(record).toJson()));
    for (const auto& secret : {record.person.name, record.person.idNo, record.person.phone, u"示范路"_s,
             record.cards.at(0).cardNo, record.cards.at(0).cardId, record.cards.at(1).bankAccount})
        QVERIFY2(!bytes.contains(secret), qPrintable(secret));
    QVERIFY(bytes.contains(u"丹东澈镕车桥配件有限公司"_s));
}

void TestValues::currentCard_severalCards_isTheOneInUse()
{
    auto record = fullRecord();
    QCOMPARE(record.currentCard()->cardNo, u"K00000002"_s);
    record.cards[1].state = u"52"_s;
    QCOMPARE(record.currentCard()->cardNo, u"K00000001"_s);
    record.cards.clear();
    QVERIFY(!record.currentCard());
}

void TestValues::card_canReceive_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("bankState");
    QTest::addColumn<QDate>("today");
    QTest::addColumn<bool>("expected");
    QTest::addRow("in order and activated") << u"40"_s << u"1"_s << QDate(2026, 11, 21) << true;
    QTest::addRow("on its last day") << u"40"_s << u"1"_s << QDate(2030, 5, 6) << true;
    QTest::addRow("the day after") << u"40"_s << u"1"_s << QDate(2030, 5, 7) << false;
    QTest::addRow("not activated") << u"40"_s << u"0"_s << QDate(2026, 11, 21) << false;
    QTest::addRow("lost") << u"51"_s << u"1"_s << QDate(2026, 11, 21) << false;
}

void TestValues::card_canReceive()
{
    QFETCH(QString, state);
    QFETCH(QString, bankState);
    QFETCH(QDate, today);
    auto card = test::sampleCard(test::sampleId(1), u"K00000001"_s);
    card.state = state;
    card.bankState = bankState;
    QTEST(card.canReceive(today), "expected");
}

void TestValues::formFacts_record_areFlatAndCanonical()
{
    const auto facts = formFacts(fullRecord());
    QVERIFY(isCanonical(facts));
    QCOMPARE(facts.value(u"phone"_s).toString(), u"14013805678"_s);
    QCOMPARE(facts.value(u"bankAccount"_s).toString(), u"6217990000000000121"_s);
    QCOMPARE(facts.value(u"cardNo"_s).toString(), u"K00000002"_s);
    QCOMPARE(facts.value(u"unemploymentMonths"_s).toInt(), 126);
    const auto insured = facts.value(u"insurances"_s).toObject().value(u"210"_s).toObject();
    QCOMPARE(insured.value(u"unitName"_s).toString(), u"丹东澈镕车桥配件有限公司"_s);
    QCOMPARE(facts.value(u"termination"_s).toObject().value(u"reason"_s).toString(), u"24"_s);
}

void TestValues::formFacts_personWithoutAnything_haveEveryKey()
{
    PersonRecord bare;
    bare.person = test::samplePerson(1, u"李建国"_s, u"220122198003150014"_s);
    const auto facts = formFacts(bare);
    QCOMPARE(facts.keys(), formFacts(fullRecord()).keys());
    QCOMPARE(facts.value(u"unemploymentMonths"_s), QJsonValue(0));
    QVERIFY(facts.value(u"termination"_s).toObject().isEmpty());
}

void TestValues::normalisedName_cases_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::addRow("nothing to do") << u"王桂兰"_s << u"王桂兰"_s;
    QTest::addRow("spread over a form") << u" 王　明 "_s << u"王明"_s;
    QTest::addRow("bullet for the dot") << u"阿依古丽•买买提"_s << u"阿依古丽·买买提"_s;
    QTest::addRow("katakana dot") << u"阿依古丽・买买提"_s << u"阿依古丽·买买提"_s;
    QTest::addRow("full-width full stop") << u"阿依古丽．买买提"_s << u"阿依古丽·买买提"_s;
    QTest::addRow("spaces around the dot") << u"阿依古丽 · 买买提"_s << u"阿依古丽·买买提"_s;
    QTest::addRow("full-width letters") << u"ＪＯＨＮ  ＳＭＩＴＨ"_s << u"JOHN SMITH"_s;
    QTest::addRow("zero-width space") << u"王\u200b明"_s << u"王明"_s;
    QTest::addRow("rare character") << u"张 𠮷"_s << u"张𠮷"_s;
    QTest::addRow("empty") << QString() << QString();
}

void TestValues::normalisedName_cases()
{
    QFETCH(QString, name);
    QTEST(normalisedName(name), "expected");
    QCOMPARE(normalisedName(normalisedName(name)), normalisedName(name));
}

void TestValues::givenNameOf_cases_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::addRow("two characters") << u"李明"_s << u"明"_s;
    QTest::addRow("three characters") << u"王桂兰"_s << u"桂兰"_s;
    QTest::addRow("double surname") << u"欧阳若曦"_s << u"若曦"_s;
    QTest::addRow("double surname, one character") << u"诸葛亮"_s << u"亮"_s;
    QTest::addRow("two characters that look like a double surname") << u"欧阳"_s << u"阳"_s;
    QTest::addRow("dotted") << u"阿依古丽·买买提"_s << u"买买提"_s;
    QTest::addRow("three parts") << u"伊万·彼得罗维奇·别洛夫"_s << u"彼得罗维奇·别洛夫"_s;
    QTest::addRow("foreigner") << u"IVANOV ALEKSEI"_s << u"ALEKSEI"_s;
    QTest::addRow("rare surname") << u"𠮷明"_s << u"明"_s;
    QTest::addRow("rare given name") << u"张𠮷"_s << u"𠮷"_s;
    QTest::addRow("one character") << u"王"_s << QString();
    QTest::addRow("one rare character") << u"𠮷"_s << QString();
    QTest::addRow("one Latin word") << u"MADONNA"_s << QString();
    QTest::addRow("empty") << QString() << QString();
}

void TestValues::givenNameOf_cases()
{
    QFETCH(QString, name);
    QTEST(givenNameOf(name), "expected");
}

QTEST_GUILESS_MAIN(TestValues)
#include "test_values.moc"

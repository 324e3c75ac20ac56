#include "Samples.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::registry;
using namespace Qt::StringLiterals;

class TestPersons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void put_newPerson_isFoundByIdAndNumber();
    void put_untidyNameAndPhone_isStoredTidy();
    void put_sameNumberTwice_isRefused();
    void put_afterSomebodyElse_isConflict();
    void put_numberOfAnother_isRefused();
    void put_goneOrNeverStored_isUnknown();
    void put_rowsOfAPerson_keepVersions();
    void put_cardNumberOfAnother_isRefused();
    void record_fullPerson_showsAllInSevenStatements();
    void record_unknownPerson_isNothing();
    void ofUnit_pages_showEachPersonOnce();
    void inArea_pages_coverTheAreaInOrder();

private:
    std::unique_ptr<store::Connection> m_connection;
};

void TestPersons::init()
{
    m_connection = test::emptyRegister();
}

void TestPersons::put_newPerson_isFoundByIdAndNumber()
{
    Persons persons(*m_connection);
    auto person = test::samplePerson(1, u"阿依古丽·买买提"_s, u"21060219651231902X"_s);
    person.diedOn = QDate(2026, 2, 3);
    person.vital = u"2"_s;
    person.household = test::sampleId(5);
    person.phone = u"14013805678"_s;
    const auto stored = persons.put(person);
    QVERIFY(stored);
    QCOMPARE(stored->version, 1);
    person.version = 1;
    QCOMPARE(**persons.byId(person.id), person);
    QCOMPARE(**persons.byIdNo(person.idNo), person);
    QVERIFY(!persons.byIdNo(u"21060219651231903X"_s)->has_value());
}

void TestPersons::put_untidyNameAndPhone_isStoredTidy()
{
    Persons persons(*m_connection);
    auto person = test::samplePerson(1, u"阿依古丽 • 买买提"_s, u"220122198003150014"_s);
    person.phone = u"0415-212 3456"_s;
    const auto stored = persons.put(person);
    QCOMPARE(stored->name, u"阿依古丽·买买提"_s);
    QCOMPARE(stored->phone, u"04152123456"_s);
    QCOMPARE(**persons.byId(person.id), *stored);
}

void TestPersons::put_sameNumberTwice_isRefused()
{
    Persons persons(*m_connection);
    QVERIFY(persons.put(test::samplePerson(1, u"王明"_s, u"220122198003150014"_s)));
    const auto again = persons.put(test::samplePerson(2, u"王明"_s, u"220122198003150014"_s));
    QVERIFY(!again);
    QCOMPARE(again.error().code, u"registry.number-taken"_s);
    QCOMPARE(m_connection->integer("SELECT COUNT(*) FROM person"), 1);
}

void TestPersons::put_afterSomebodyElse_isConflict()
{
    Persons persons(*m_connection);
    const auto first = *persons.put(test::samplePerson(1, u"王明"_s, u"220122198003150014"_s));
    auto mine = first;
    auto theirs = first;
    theirs.phone = u"14000000001"_s;
    QCOMPARE(persons.put(theirs)->version, 2);
    mine.phone = u"14000000002"_s;
    const auto late = persons.put(mine);
    QVERIFY(!late);
    QCOMPARE(late.error().code, u"registry.changed"_s);
    QCOMPARE((*persons.byId(first.id))->phone, u"14000000001"_s);
}

void TestPersons::put_numberOfAnother_isRefused()
{
    Persons persons(*m_connection);
    QVERIFY(persons.put(test::samplePerson(1, u"王明"_s, u"220122198003150014"_s)));
    auto second = *persons.put(test::samplePerson(2, u"李红"_s, u"210602196512319026"_s));
    second.idNo = u"220122198003150014"_s;
    QCOMPARE(persons.put(second).error().code, u"registry.number-taken"_s);
}

void TestPersons::put_goneOrNeverStored_isUnknown()
{
    Persons persons(*m_connection);
    auto person = test::samplePerson(1, u"王明"_s, u"220122198003150014"_s);
    person.version = 4;
    QCOMPARE(persons.put(person).error().code, u"registry.person-unknown"_s);
}

void TestPersons::put_rowsOfAPerson_keepVersions()
{
    Persons persons(*m_connection);
    const auto person = test::sampleId(1);
    auto card = *persons.put(test::sampleCard(person, u"K00000001"_s));
    card.state = u"52"_s;
    QCOMPARE(persons.put(card)->version, 2);
    QCOMPARE(persons.put(card).error().code, u"registry.changed"_s);

    auto insurance = *persons.put(test::sampleInsurance(person, u"210"_s, {}));
    insurance.state = u"1"_s;
    QCOMPARE(persons.put(insurance)->version, 2);
    QCOMPARE(persons.put(insurance).error().code, u"registry.changed"_s);

    auto household = *persons.put(Household{test::sampleId(3), person, u"10"_s, u"2106"_s, u"某处"_s, 0, 0});
    household.kind = u"20"_s;
    QCOMPARE(persons.put(household)->version, 2);

    auto report = *persons.put(test::sampleTermination(4, person, test::sampleId(9), QDate(2026, 9, 30)));
    report.reason = u"31"_s;
    QCOMPARE(persons.put(report)->version, 2);
    QCOMPARE(persons.put(report).error().code, u"registry.changed"_s);
}

void TestPersons::put_cardNumberOfAnother_isRefused()
{
    Persons persons(*m_connection);
    QVERIFY(persons.put(test::sampleCard(test::sampleId(1), u"K00000001"_s)));
    QCOMPARE(persons.put(test::sampleCard(test::sampleId(2), u"K00000001"_s)).error().code, u"registry.number-taken"_s);
}

void TestPersons::record_fullPerson_showsAllInSevenStatements()
{
    Persons persons(*m_connection);
    const auto unit = *Units(*m_connection)
                           .put(test::sampleUnit(
                               9, u"丹东澈镕车桥配件有限公司"_s, u"澈镕车桥配件有限公司"_s, u"91220101MA0Y4XK15A"_s));
    auto person = test::samplePerson(1, u"王桂兰"_s, u"210602196512319026"_s);
    person.household = test::sampleId(7);
    QVERIFY(persons.put(person));
    auto child = test::samplePerson(2, u"王小雨"_s, u"220122198003150014"_s);
    child.household = person.household;
    QVERIFY(persons.put(child));
    QVERIFY(persons.put(Household{person.household, person.id, u"10"_s, person.area, person.address, 0, 0}));
    auto lost = test::sampleCard(person.id, u"K00000001"_s);
    lost.issued = QDate(2014, 1, 1);
    QVERIFY(persons.put(lost));
    QVERIFY(persons.put(test::sampleCard(person.id, u"K00000002"_s)));
    QVERIFY(persons.put(test::sampleInsurance(person.id, u"210"_s, unit.id)));
    QVERIFY(persons.put(test::sampleInsurance(person.id, u"110"_s, {})));
    QVERIFY(persons.put(test::sampleTermination(11, person.id, unit.id, QDate(2019, 9, 30))));
    QVERIFY(persons.put(test::sampleTermination(12, person.id, unit.id, QDate(2026, 9, 30))));

    const auto before = m_connection->statementCount();
    const auto record = *persons.recordByIdNo(person.idNo);
    QVERIFY(m_connection->statementCount() - before <= 7);
    QVERIFY(record);
    QCOMPARE(record->person.name, u"王桂兰"_s);
    QCOMPARE(record->cards.size(), 2);
    QCOMPARE(record->cards.at(0).cardNo, u"K00000002"_s);
    QCOMPARE(record->insurances.size(), 2);
    QCOMPARE(record->insurances.at(0).kind, u"110"_s);
    QCOMPARE(record->insurances.at(0).unitName, QString(u""_s));
    QCOMPARE(record->insurance("210"_L1)->unitName, unit.name);
    QCOMPARE(record->insurance("210"_L1)->months, 126);
    QVERIFY(!record->insurance("410"_L1));
    QCOMPARE(record->terminations.at(0).endedOn, QDate(2026, 9, 30));
    QCOMPARE(record->terminations.at(0).unitName, unit.name);
    QCOMPARE(record->household->members, 2);
    QCOMPARE(PersonRecord::fromJson(record->toJson()), *record);
}

void TestPersons::record_unknownPerson_isNothing()
{
    QVERIFY(!Persons(*m_connection).recordById(test::sampleId(1))->has_value());
}

void TestPersons::ofUnit_pages_showEachPersonOnce()
{
    Persons persons(*m_connection);
    const auto unit = test::sampleId(900);
    for (int i = 1; i <= 5; ++i) {
        auto person = test::samplePerson(i, u"工人%1"_s.arg(i), u"22012219800315%1"_s.arg(i, 4, 10, QLatin1Char('0')));
        QVERIFY(persons.put(person));
        for (const auto& kind : {u"110"_s, u"210"_s})
            QVERIFY(persons.put(test::sampleInsurance(person.id, kind, i == 3 ? test::sampleId(901) : unit)));
    }
    QStringList seen;
    QString after;
    for (;;) {
        const auto page = *persons.ofUnit(unit, after, 2);
        if (page.isEmpty())
            break;
        for (const auto& person : page)
            seen.append(person.name);
        after = page.last().id;
    }
    QCOMPARE(seen, (QStringList{u"工人1"_s, u"工人2"_s, u"工人4"_s, u"工人5"_s}));
}

void TestPersons::inArea_pages_coverTheAreaInOrder()
{
    Persons persons(*m_connection);
    const QStringList areas{
        u"210603001001"_s, u"210603001002"_s, u"210602001001"_s, u"210603001001"_s, u"2106"_s, u"210681001001"_s};
    for (int i = 0; i < areas.size(); ++i) {
        auto person =
            test::samplePerson(i + 1, u"某%1"_s.arg(i), u"22012219800315%1"_s.arg(i, 4, 10, QLatin1Char('0')));
        person.area = areas.at(i);
        QVERIFY(persons.put(person));
    }
    QStringList seen;
    QString after;
    for (;;) {
        const auto page = *persons.inArea(u"210603"_s, after, 1);
        if (page.isEmpty())
            break;
        seen.append(page.first().name);
        after = page.first().id;
    }
    QCOMPARE(seen, (QStringList{u"某0"_s, u"某3"_s, u"某1"_s}));
    QCOMPARE(persons.inArea(u"2106"_s, {}, 100)->size(), 6);
    QCOMPARE(persons.inArea({}, {}, 100)->size(), 6);
}

QTEST_GUILESS_MAIN(TestPersons)
#include "test_persons.moc"

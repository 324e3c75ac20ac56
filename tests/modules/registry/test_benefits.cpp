#include "modules/base/Json.h"
#include "modules/registry/BulkLoad.h"
#include "Samples.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::registry;
using namespace Qt::StringLiterals;

// Benefits that were granted, and what forms read of them.
class TestBenefits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void put_newAndChanged_isReadBackWhole();
    void json_ofABenefit_comesBackEqual();
    void json_broken_namesTheField_data();
    void json_broken_namesTheField();
    void unclaimedMonths_byState_areCountedOnceItStopped_data();
    void unclaimedMonths_byState_areCountedOnceItStopped();
    void formFacts_ofBenefits_sumWhatTheyConsumed();
    void formFacts_withoutBenefits_areEmptyAndZero();
    void masked_accounts_areHidden();
    void bulkLoad_ofRecords_keepsBenefits();

private:
    static Benefit sample(int number, const QString& state, qint64 counted, QDate from);
    PersonRecord stored();

    std::unique_ptr<store::Connection> m_connection;
};

void TestBenefits::init()
{
    m_connection = test::emptyRegister();
    QVERIFY(Persons(*m_connection).put(test::samplePerson(1, u"张𠮷秀"_s, u"210603198001010020"_s)));
}

Benefit TestBenefits::sample(int number, const QString& state, qint64 counted, QDate from)
{
    Benefit benefit;
    benefit.id = test::sampleId(number);
    benefit.person = test::sampleId(1);
    benefit.kind = u"210"_s;
    benefit.state = state;
    benefit.reason = u"11"_s;
    benefit.registeredOn = from.addDays(4);
    benefit.fromMonth = from;
    benefit.months = 18;
    benefit.addedMonths = 2;
    benefit.drawnMonths = 7;
    benefit.countedMonths = counted;
    benefit.stages = {{1, 12, 171'000}, {13, 18, 152'000}};
    benefit.totalFen = 2'964'000;
    benefit.bank = u"示范银行"_s;
    benefit.bankAccount = u"6217990000000000121"_s;
    benefit.payMedical = true;
    benefit.grantedBy = test::sampleId(90);
    return benefit;
}

PersonRecord TestBenefits::stored()
{
    const auto record = Persons(*m_connection).recordById(test::sampleId(1));
    return record && *record ? **record : PersonRecord{};
}

void TestBenefits::put_newAndChanged_isReadBackWhole()
{
    Persons persons(*m_connection);
    auto benefit = sample(10, u"10"_s, 96, QDate(2026, 11, 1));
    const auto kept = persons.put(benefit);
    QVERIFY(kept);
    QCOMPARE(kept->version, 1);
    benefit.version = 1;
    QCOMPARE(stored().benefits, QList<Benefit>{benefit});
    benefit.state = u"30"_s;
    QVERIFY(persons.put(benefit));
    QCOMPARE(stored().benefits.first().state, u"30"_s);
    QCOMPARE(stored().benefits.first().version, 2);
    QCOMPARE(persons.put(benefit).error().code, u"registry.changed"_s); // seen before it changed
    benefit.version = 0;
    QCOMPARE(persons.put(benefit).error().code, u"registry.number-taken"_s); // granted twice
}

void TestBenefits::json_ofABenefit_comesBackEqual()
{
    const auto benefit = sample(10, u"10"_s, 96, QDate(2026, 11, 1));
    QCOMPARE(benefit.toJson().value("fromMonth"_L1).toString(), u"2026-11"_s);
    QCOMPARE(Benefit::fromJson(benefit.toJson()), benefit);
    PersonRecord record;
    record.person = test::samplePerson(1, u"张𠮷秀"_s, u"210603198001010020"_s);
    record.benefits = {benefit};
    QCOMPARE(PersonRecord::fromJson(record.toJson()), record);
}

void TestBenefits::json_broken_namesTheField_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("path");
    QTest::newRow("months as text") << u"months"_s << QJsonValue(u"viele"_s) << u"benefit.months"_s;
    QTest::newRow("no state") << u"state"_s << QJsonValue() << u"benefit.state"_s;
    QTest::newRow("a month that is none") << u"fromMonth"_s << QJsonValue(u"2026-13"_s) << u"benefit.fromMonth"_s;
    QTest::newRow("a stage without amount")
        << u"stages"_s << QJsonValue(QJsonArray{QJsonObject{{u"fromMonth"_s, 1}, {u"toMonth"_s, 2}}})
        << u"stages[0].monthlyFen"_s;
}

void TestBenefits::json_broken_namesTheField()
{
    QFETCH(QString, name);
    QFETCH(QJsonValue, value);
    QFETCH(QString, path);
    auto json = sample(10, u"10"_s, 96, QDate(2026, 11, 1)).toJson();
    json.insert(name, value);
    const auto read = Benefit::fromJson(json);
    QVERIFY(!read);
    QCOMPARE(read.error().fields.value("path"_L1).toString(), path);
}

void TestBenefits::unclaimedMonths_byState_areCountedOnceItStopped_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("months");
    QTest::newRow("being drawn") << u"10"_s << 0;
    QTest::newRow("suspended") << u"20"_s << 0;
    QTest::newRow("stopped with months left") << u"30"_s << 11;
    QTest::newRow("drawn to the end") << u"40"_s << 0;
    QTest::newRow("undone") << u"90"_s << 0;
}

void TestBenefits::unclaimedMonths_byState_areCountedOnceItStopped()
{
    QFETCH(QString, state);
    QFETCH(int, months);
    QCOMPARE(sample(10, state, 60, QDate(2024, 2, 1)).unclaimedMonths(), months);
}

void TestBenefits::formFacts_ofBenefits_sumWhatTheyConsumed()
{
    Persons persons(*m_connection);
    QVERIFY(persons.put(sample(10, u"40"_s, 60, QDate(2018, 3, 1))));
    QVERIFY(persons.put(sample(11, u"30"_s, 24, QDate(2024, 2, 1))));
    QVERIFY(persons.put(sample(12, u"90"_s, 99, QDate(2025, 2, 1)))); // undone: as if it had never been
    const auto facts = formFacts(stored());
    QCOMPARE(facts.value("usedMonths"_L1).toInt(), 84);
    QCOMPARE(facts.value("unclaimedMonths"_L1).toInt(), 11);
    QCOMPARE(facts.value("benefit"_L1).toObject().value("id"_L1).toString(), test::sampleId(11));
}

void TestBenefits::formFacts_withoutBenefits_areEmptyAndZero()
{
    const auto facts = formFacts(stored());
    QCOMPARE(facts.value("usedMonths"_L1), QJsonValue(0));
    QCOMPARE(facts.value("unclaimedMonths"_L1), QJsonValue(0));
    QCOMPARE(facts.value("benefit"_L1), QJsonValue(QJsonObject()));
}

void TestBenefits::masked_accounts_areHidden()
{
    PersonRecord record;
    record.benefits = {sample(10, u"10"_s, 96, QDate(2026, 11, 1))};
    const auto shown = masked(record).benefits.first();
    QVERIFY(!shown.bankAccount.contains(u"9900000000"));
    QCOMPARE(shown.months, 18);
}

void TestBenefits::bulkLoad_ofRecords_keepsBenefits()
{
    m_connection = test::emptyRegister();
    PersonRecord record;
    record.person = test::samplePerson(1, u"张𠮷秀"_s, u"210603198001010020"_s);
    record.benefits = {sample(10, u"30"_s, 60, QDate(2024, 2, 1))};
    auto load = BulkLoad::begin(*m_connection);
    QVERIFY(load);
    QVERIFY(load->add(QList<PersonRecord>{record}));
    QVERIFY(load->finish());
    record.benefits.first().version = 1;
    QCOMPARE(stored().benefits, record.benefits);
}

QTEST_GUILESS_MAIN(TestBenefits)
#include "test_benefits.moc"

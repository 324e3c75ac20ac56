#include "modules/base/Digest.h"
#include "modules/codes/CodeBook.h"
#include "modules/codes/CreditCode.h"
#include "modules/codes/GbTables.h"
#include "modules/codes/Numbers.h"
#include "modules/codes/PersonIds.h"
#include "People.h"
#include "tests/support/places/Places.h"

#include <QtTest>

#include <iconv.h>

using namespace kuaiban;
using namespace kuaiban::hub;
using namespace kuaiban::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Number = ManyPeople;

QString digestOfRows(const QList<registry::PersonRecord>& records)
{
    Sm3 digest;
    for (const auto& record : records) {
        auto json = record.toJson();
        json.remove(u"benefits"_s); // nobody made up has any: an empty list makes no other people
        digest.add(canonicalBytes(json));
    }
    return digestText(digest.finish());
}

// Bytes that GB 18030 needs for a character.
size_t gb18030Length(uint point)
{
    static const iconv_t converter = iconv_open("GB18030", "UTF-8");
    QByteArray utf8 = QStringView(QChar::fromUcs4(point)).toString().toUtf8();
    char out[8];
    char* from = utf8.data();
    char* to = out;
    size_t fromLeft = static_cast<size_t>(utf8.size());
    size_t toLeft = sizeof(out);
    if (iconv(converter, &from, &fromLeft, &to, &toLeft) == static_cast<size_t>(-1))
        return 0;
    return sizeof(out) - toLeft;
}

} // namespace

class TestPopulation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void rows_sameSeed_areTheSame();
    void rows_otherSeedOrDay_areOthers();
    void rows_anyNumber_isExact_data();
    void rows_anyNumber_isExact();
    void persons_numbers_areValidAndUnique();
    void persons_regions_areTheFour();
    void persons_addresses_nameTheirArea();
    void persons_births_formAPlausiblePyramid();
    void persons_ethnicities_allOccurWhereTheyLive();
    void persons_names_coverAllLengthsAndForms();
    void persons_rareCharacters_needFourBytes();
    void persons_codes_standInTheirTables();
    void households_members_belongTogether();
    void units_numbersAndNames_areValidAndUnique();

private:
    static codes::CodeBook book();
    int share(const std::function<bool(const registry::Person&)>& which, const QString& area = {}) const; // per mille

    QList<registry::Unit> m_units;
    QList<registry::PersonRecord> m_records;
};

void TestPopulation::initTestCase()
{
    auto population = SyntheticPopulation::make(test::shippedAreas(), {Number, 1, Today});
    QVERIFY(population);
    m_units = (*population)->units();
    m_records = people({Number, 1, Today});
    QCOMPARE(m_records.size(), Number);
}

codes::CodeBook TestPopulation::book()
{
    return codes::readCodeBook(test::inSource(u"resources/codes")).value();
}

int TestPopulation::share(const std::function<bool(const registry::Person&)>& which, const QString& area) const
{
    int all = 0;
    int some = 0;
    for (const auto& record : m_records) {
        if (!record.person.area.startsWith(area))
            continue;
        ++all;
        some += which(record.person) ? 1 : 0;
    }
    return all == 0 ? 0 : some * 1000 / all;
}

void TestPopulation::rows_sameSeed_areTheSame()
{
    const auto first = people({1'100, 7, Today});
    QCOMPARE(digestOfRows(people({1'100, 7, Today})), digestOfRows(first));
    // The same on every machine and after every change that does not mean to make other people. The people of the
    // simulator stand in front and are left out, because they change with the demonstration.
    QCOMPARE(digestOfRows(first.sliced(simulatorPeople().size(), 1'000)),
        u"sm3:5b5720780c8f8d0d3eb13fd9fbd6f83e6684505fe211cdcd857bd302e249f649"_s);
}

void TestPopulation::rows_otherSeedOrDay_areOthers()
{
    const auto digest = digestOfRows(people({300, 7, Today}));
    QVERIFY(digestOfRows(people({300, 8, Today})) != digest);
    QVERIFY(digestOfRows(people({300, 7, Today.addDays(1)})) != digest);
}

void TestPopulation::rows_anyNumber_isExact_data()
{
    QTest::addColumn<int>("number");
    for (const int number : {0, 1, 5, 9, 100, 101, 102, 103, 1234})
        QTest::addRow("%d", number) << number;
}

void TestPopulation::rows_anyNumber_isExact()
{
    QFETCH(int, number);
    QCOMPARE(people({number, 3, Today}).size(), number);
}

void TestPopulation::persons_numbers_areValidAndUnique()
{
    QSet<QString> seen;
    QSet<QString> ids;
    for (const auto& record : m_records) {
        const auto& person = record.person;
        QVERIFY(!seen.contains(person.idNo));
        seen.insert(person.idNo);
        QVERIFY(!ids.contains(person.id));
        ids.insert(person.id);
        QVERIFY(isUuid7(person.id));
        if (person.idKind != u"01")
            continue;
        const auto parsed = codes::parseCitizenId(person.idNo, Today);
        QVERIFY2(parsed, qPrintable(person.idNo));
        QCOMPARE(parsed->birth, person.birth);
        QCOMPARE(parsed->sexCode, person.sex);
        if (!person.phone.isEmpty()) {
            QVERIFY(codes::checkMobilePhone(person.phone));
            QVERIFY2(person.phone.startsWith(u"14"), "no block of numbers that people have");
        }
    }
}

void TestPopulation::persons_regions_areTheFour()
{
    QMap<QString, int> persons;
    const QStringList regions{u"22"_s, u"2106"_s, u"3206"_s, u"330784"_s};
    for (const auto& record : m_records) {
        for (const auto& region : regions) {
            if (record.person.area.startsWith(region))
                ++persons[region];
        }
        if (record.person.idKind == u"01") {
            const auto region = record.person.idNo.first(6);
            QVERIFY2(test::shippedAreas().find(region), qPrintable(region));
            QVERIFY2(
                std::any_of(regions.begin(), regions.end(), [&](const QString& one) { return region.startsWith(one); }),
                qPrintable(region));
            QVERIFY2(region.at(4) != u'7', "zones of the statistics issue no identity numbers");
        }
    }
    QCOMPARE(persons.value(u"22"_s) + persons.value(u"2106"_s) + persons.value(u"3206"_s) + persons.value(u"330784"_s),
        Number);
    for (const auto& region : regions)
        QVERIFY2(persons.value(region) > Number / 25, qPrintable(region));
}

void TestPopulation::persons_addresses_nameTheirArea()
{
    for (const auto& record : m_records) {
        if (record.person.address.isEmpty() || record.person.area.size() < 9)
            continue;
        const auto* street = test::shippedAreas().find(record.person.area.first(9));
        QVERIFY2(street && record.person.address.contains(street->name), qPrintable(record.person.address));
        QVERIFY2(!record.person.address.contains(u"村委会") && !record.person.address.contains(u"居委会"),
            qPrintable(record.person.address));
    }
}

void TestPopulation::persons_births_formAPlausiblePyramid()
{
    for (const auto& record : m_records)
        QVERIFY(record.person.birth >= QDate(1930, 1, 1) && record.person.birth <= QDate(2024, 12, 31));
    const auto aged = [this](int from, int to) {
        return share([=](const registry::Person& person) {
            const int age = ageOn(person.birth, Today);
            return age >= from && age <= to;
        });
    };
    QVERIFY2(aged(0, 14) > 80 && aged(0, 14) < 160, qPrintable(QString::number(aged(0, 14))));
    QVERIFY2(aged(60, 99) > 200 && aged(60, 99) < 360, qPrintable(QString::number(aged(60, 99))));
    QVERIFY(aged(80, 99) < aged(70, 79) && aged(70, 79) < aged(60, 69));
    const int women = share([](const registry::Person& person) { return person.sex == u"2"; });
    QVERIFY2(women > 450 && women < 530, qPrintable(QString::number(women)));
}

void TestPopulation::persons_ethnicities_allOccurWhereTheyLive()
{
    QSet<QString> seen;
    for (const auto& record : m_records)
        seen.insert(record.person.ethnicity);
    for (int code = 1; code <= 56; ++code)
        QVERIFY2(seen.contains(u"%1"_s.arg(code, 2, 10, QLatin1Char('0'))), qPrintable(QString::number(code)));
    QVERIFY(seen.contains(u"97"_s) && seen.contains(u"98"_s));
    const auto of = [](const QString& code) {
        return [code](const registry::Person& person) { return person.ethnicity == code; };
    };
    QVERIFY(share(of(u"11"_s), u"210624"_s) > 450);
    QVERIFY(share(of(u"11"_s), u"210682"_s) > 600);
    QVERIFY(share(of(u"11"_s), u"3206"_s) < 20);
    QVERIFY(share(of(u"10"_s), u"2224"_s) > 250);
    QVERIFY(share(of(u"10"_s), u"3206"_s) < 20);
    QVERIFY(share(of(u"01"_s), u"3206"_s) > 950);
}

void TestPopulation::persons_names_coverAllLengthsAndForms()
{
    QMap<qsizetype, int> lengths;
    int dotted = 0;
    QHash<QString, int> same;
    for (const auto& record : m_records) {
        const auto& name = record.person.name;
        ++lengths[name.toUcs4().size()];
        dotted += name.contains(u'·') ? 1 : 0;
        ++same[name];
        QVERIFY2(!name.contains(u' ') && !name.startsWith(u'·') && !name.endsWith(u'·'), qPrintable(name));
    }
    QCOMPARE(lengths.firstKey(), 2);
    QCOMPARE(lengths.lastKey(), 15);
    QCOMPARE(lengths.size(), 14);
    QVERIFY(lengths.value(3) > lengths.value(2) && lengths.value(2) > lengths.value(4));
    QVERIFY(dotted > 20);
    QVERIFY2(std::max_element(same.begin(), same.end()).value() < Number / 500, "no name is more common than in life");
}

void TestPopulation::persons_rareCharacters_needFourBytes()
{
    int withFour = 0;
    for (const auto& record : m_records) {
        const auto points = record.person.name.toUcs4();
        bool four = false;
        for (const uint point : points) {
            const auto bytes = gb18030Length(point);
            QVERIFY2(bytes == 2 || bytes == 4, qPrintable(record.person.name));
            four = four || bytes == 4;
        }
        withFour += four ? 1 : 0;
    }
    QVERIFY2(withFour >= Number / 2000 / 3 && withFour <= Number / 2000 * 3, qPrintable(QString::number(withFour)));
}

void TestPopulation::persons_codes_standInTheirTables()
{
    const auto tables = book();
    const auto check = [&tables](const QString& table, const QString& code) {
        QVERIFY2(tables.find(table) && tables.find(table)->has(code), qPrintable(table + u' ' + code));
    };
    for (const auto& record : m_records) {
        const auto& person = record.person;
        check(u"AAC058"_s, person.idKind);
        check(u"AAC004"_s, person.sex);
        check(u"AAC009"_s, person.householdKind);
        check(u"AAC011"_s, person.education);
        check(u"AAC017"_s, person.marital);
        check(u"AAC060"_s, person.vital);
        check(u"AAC161"_s, person.nationality);
        if (!person.ethnicity.isEmpty())
            check(u"AAC005"_s, person.ethnicity);
        if (!person.employment.isEmpty())
            check(u"employment-state"_s, person.employment);
        for (const auto& card : record.cards) {
            check(u"card-state"_s, card.state);
            check(u"bank-function-state"_s, card.bankState);
        }
        for (const auto& insurance : record.insurances) {
            check(u"AAE140"_s, insurance.kind);
            check(u"AAC031"_s, insurance.state);
            check(u"AAC066"_s, insurance.insuredAs);
            if (!insurance.reason.isEmpty())
                check(u"AAE160"_s, insurance.reason);
        }
        for (const auto& report : record.terminations)
            check(u"unemployment-reason"_s, report.reason);
        if (QTest::currentTestFailed())
            return;
    }
    for (const auto& unit : m_units) {
        check(u"AAB019"_s, unit.kind);
        check(u"AAB020"_s, unit.economy);
    }
}

void TestPopulation::households_members_belongTogether()
{
    QHash<QString, registry::Household> households;
    for (const auto& record : m_records) {
        if (record.household) {
            QCOMPARE(record.household->head, record.person.id);
            households.insert(record.household->id, *record.household);
        }
    }
    QHash<QString, int> members;
    for (const auto& record : m_records) {
        if (record.person.household.isEmpty())
            continue;
        QVERIFY(households.contains(record.person.household));
        QCOMPARE(record.person.address, households.value(record.person.household).address);
        ++members[record.person.household];
    }
    const double average = double(Number) / double(households.size());
    QVERIFY2(average > 1.8 && average < 3.2, qPrintable(QString::number(average)));
}

void TestPopulation::units_numbersAndNames_areValidAndUnique()
{
    QVERIFY(m_units.size() >= Number / 60);
    QSet<QString> codes;
    QSet<QString> names;
    for (const auto& unit : m_units) {
        QVERIFY2(codes::checkCreditCode(unit.creditCode), qPrintable(unit.creditCode));
        QVERIFY2(codes::checkOrganisationCode(unit.creditCode.sliced(8, 9)), qPrintable(unit.creditCode));
        QVERIFY(test::shippedAreas().find(unit.creditCode.sliced(2, 6)));
        QVERIFY(!codes.contains(unit.creditCode) && !names.contains(unit.name));
        codes.insert(unit.creditCode);
        names.insert(unit.name);
        QVERIFY(unit.name.endsWith(unit.tradeName) && unit.name.size() > unit.tradeName.size());
    }
}

QTEST_GUILESS_MAIN(TestPopulation)
#include "test_population.moc"

#include "app/hub/seed/RegistrySeed.h"
#include "Areas.h"
#include "modules/base/FailureManual.h"
#include "modules/registry/Persons.h"
#include "modules/registry/RegistrySchema.h"
#include "modules/registry/Units.h"
#include "modules/store/SqliteConnection.h"
#include "tests/support/store/FailingConnection.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::hub;
using namespace Qt::StringLiterals;

class TestSeeding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void seed_emptyRegister_holdsTheWholePopulation();
    void seed_largerThanATransaction_tellsProgress();
    void seed_secondTime_isRefused();
    void seed_withoutVillages_isRefused();
    void seed_diskFails_leavesNothing();
    void demo_brokenScript_namesThePlace();

private:
    std::unique_ptr<store::Connection> m_connection;
    const SyntheticPopulation::Order m_order{1'500, 5, QDate(2026, 11, 21)};
};

void TestSeeding::init()
{
    m_connection = std::move(store::SqliteConnection::open(u":memory:"_s).value());
    QVERIFY(store::migrate(*m_connection, {registry::registrySchema()}));
}

void TestSeeding::seed_emptyRegister_holdsTheWholePopulation()
{
    QVERIFY(seedRegistry(*m_connection, test::shippedAreas(), m_order));
    const auto population = *SyntheticPopulation::make(test::shippedAreas(), m_order);
    const registry::Persons persons(*m_connection);
    int compared = 0;
    for (auto family = population->next(); !family.isEmpty(); family = population->next()) {
        for (const auto& record : family) {
            ++compared;
            const auto stored = *persons.recordById(record.person.id);
            QVERIFY(stored);
            QCOMPARE(stored->person.name, record.person.name);
            QCOMPARE(stored->person.idNo, record.person.idNo);
            QCOMPARE(stored->cards.size(), record.cards.size());
            QCOMPARE(stored->insurances.size(), record.insurances.size());
            QCOMPARE(stored->terminations.size(), record.terminations.size());
            QCOMPARE(stored->household.has_value(), !record.person.household.isEmpty());
            for (const auto& insurance : stored->insurances)
                QCOMPARE(insurance.unitName.isEmpty(), insurance.unit.isEmpty());
        }
    }
    QCOMPARE(compared, m_order.persons);
    QCOMPARE(m_connection->integer("SELECT COUNT(*) FROM person"), m_order.persons);
    QCOMPARE(m_connection->integer("SELECT COUNT(*) FROM unit"), population->units().size());
    const auto demo = persons.search({u"张秀梅"_s});
    QVERIFY(std::any_of(demo->persons.begin(), demo->persons.end(),
        [](const registry::Person& person) { return person.idNo == u"210603197408251261"; }));
    QVERIFY(!persons.search({u"wgl"_s, u"210603"_s})->persons.isEmpty());
}

void TestSeeding::seed_largerThanATransaction_tellsProgress()
{
    QList<std::pair<int, int>> told;
    QVERIFY(seedRegistry(
        *m_connection, test::shippedAreas(), {20'500, 5, QDate(2026, 11, 21)}, [&told](int done, int total) {
            told.append({done, total});
        }));
    QCOMPARE(told.size(), 2);
    QVERIFY(told.first().first >= 20'000 && told.first().first < 20'500);
    QCOMPARE(told.last(), std::pair(20'500, 20'500));
    QCOMPARE(m_connection->integer("SELECT COUNT(*) FROM person"), 20'500);
    QCOMPARE(m_connection->integer("SELECT COUNT(*) FROM card WHERE state = '40' AND expires < '2026-11-21'"), 0);
}

void TestSeeding::seed_secondTime_isRefused()
{
    QVERIFY(seedRegistry(*m_connection, test::shippedAreas(), {50, 1, QDate(2026, 11, 21)}));
    const auto again = seedRegistry(*m_connection, test::shippedAreas(), {50, 2, QDate(2026, 11, 21)});
    QVERIFY(!again);
    QCOMPARE(again.error().code, u"registry.not-empty"_s);
    QCOMPARE(m_connection->integer("SELECT COUNT(*) FROM person"), 50);
}

void TestSeeding::seed_withoutVillages_isRefused()
{
    const auto areas = codes::AreaTree::parse("code,name,parent\n22,吉林省,\n2201,长春市,22\n");
    QVERIFY(areas);
    const auto done = seedRegistry(*m_connection, *areas, m_order);
    QVERIFY(!done);
    QCOMPARE(done.error().code, u"seed.areas"_s);
    const FailureManual manual;
    QVERIFY(!manual.text(done.error(), u"zh_CN"_s).remedy.isEmpty());
    QVERIFY(manual.has(u"seed.areas"_s));
}

void TestSeeding::seed_diskFails_leavesNothing()
{
    QLoggingCategory::setFilterRules(u"kuaiban.*=false"_s); // clearing up fails with the rest and says so
    test::FailingConnection failing(*m_connection);
    failing.failAt(20);
    QVERIFY(!seedRegistry(failing, test::shippedAreas(), {500, 1, QDate(2026, 11, 21)}));
    failing.heal();
    QVERIFY(seedRegistry(failing, test::shippedAreas(), {500, 1, QDate(2026, 11, 21)}));
    QCOMPARE(m_connection->integer("SELECT COUNT(*) FROM person"), 500);
}

void TestSeeding::demo_brokenScript_namesThePlace()
{
    Dice dice(1);
    struct StillClock final : Clock
    {
        qint64 nowMs() const override { return 1; }
        qint64 monotonicMs() const override { return 1; }
    } clock;
    SecureRandom random;
    IdSource ids(clock, random);
    const Places places(test::shippedAreas());
    const auto broken =
        DemoPeople::parse({R"({"persons":{"a":{"kind":"resident","name":"某某","sex_code":1}}})"}, places, ids);
    QVERIFY(!broken);
    QCOMPARE(broken.error().code, u"base.json-field"_s);
    QCOMPARE(broken.error().fields.value(u"path"_s).toString(), u"persons.a.id_no"_s);
    QVERIFY(!DemoPeople::parse({"nonsense"}, places, ids));
}

QTEST_GUILESS_MAIN(TestSeeding)
#include "test_seeding.moc"

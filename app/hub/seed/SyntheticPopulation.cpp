#include "SyntheticPopulation.h"

#include "Ethnicities.h"
#include "SeedErrors.h"

#include <QtEndian>

#include <numeric>

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

constexpr int PersonsPerUnit = 40;
constexpr int FewestUnits = 30;
constexpr int ShortestDottedName = 5;
constexpr int LongestName = 15;
constexpr quint64 DemoSerials = 90'000'000; // of cards and accounts, beyond those of any population
const auto DemoCounty = u"210603"_s;        // where the people of the simulator live and worked

} // namespace

QByteArray SyntheticPopulation::DiceBytes::bytes(int count)
{
    QByteArray result(count, Qt::Uninitialized);
    for (int at = 0; at < count; at += 8) {
        const quint64 bits = qToLittleEndian(m_dice.bits());
        memcpy(result.data() + at, &bits, static_cast<size_t>(qMin(8, count - at)));
    }
    return result;
}

SyntheticPopulation::SyntheticPopulation(const codes::AreaTree& areas, const Order& order)
    : m_order(order)
    , m_dice(order.seed)
    , m_clock(order.today.addYears(-1))
    , m_bytes(m_dice)
    , m_ids(m_clock, m_bytes)
    , m_places(areas)
    , m_numbers(m_dice)
    , m_names(m_dice)
    , m_unitMaker(m_places, m_numbers, m_ids, m_dice, order.today)
    , m_cards(m_numbers, m_dice, order.today)
    , m_families(m_places, m_numbers, m_names, m_ids, m_dice, order.today)
    , m_ethnicitiesToShow(everyEthnicity())
    , m_lengthsToShow(LongestName - ShortestDottedName + 1)
{
    std::iota(m_lengthsToShow.begin(), m_lengthsToShow.end(), ShortestDottedName);
}

Result<std::unique_ptr<SyntheticPopulation>> SyntheticPopulation::make(const codes::AreaTree& areas, const Order& order)
{
    std::unique_ptr<SyntheticPopulation> population(new SyntheticPopulation(areas, order));
    KB_CHECK(population->prepare());
    return population;
}

Done SyntheticPopulation::prepare()
{
    if (m_places.isEmpty())
        return fail(areasMissing());
    m_units.append(m_unitMaker.enterpriseIn(DemoCounty));
    m_units += m_unitMaker.make(qMax(FewestUnits, m_order.persons / PersonsPerUnit) - 1);
    m_livelihoods = std::make_unique<Livelihoods>(m_units, m_ids, m_dice, m_order.today);
    return prepareDemo();
}

Done SyntheticPopulation::prepareDemo()
{
    // With dice, ids and serials of their own: whoever joins or leaves the simulator changes nobody else.
    Dice dice(m_order.seed);
    const StillClock clock(m_order.today.addYears(-1).addDays(-1));
    DiceBytes bytes(dice);
    IdSource ids(clock, bytes);
    SyntheticNumbers numbers(dice, DemoSerials);
    SyntheticCards cards(numbers, dice, m_order.today);
    Livelihoods livelihoods(m_units, ids, dice, m_order.today);
    KB_TRY(const auto demo, DemoPeople::read(m_places, ids));
    for (const auto& person : demo.persons())
        m_numbers.reserve(person.idNo);
    m_demo = demo.records({livelihoods, cards, numbers}, m_units.front(), m_order.today);
    return {};
}

Families::Head SyntheticPopulation::nextHead()
{
    const auto village = m_places.village(m_dice);
    if (!m_ethnicitiesToShow.isEmpty())
        return {village, m_ethnicitiesToShow.takeFirst()};
    if (!m_lengthsToShow.isEmpty())
        return {village, u"05"_s, m_names.ofLength(m_lengthsToShow.takeFirst())};
    return {village, ethnicityIn(village, m_dice)};
}

QList<registry::PersonRecord> SyntheticPopulation::next()
{
    const int left = m_order.persons - m_made;
    if (left <= 0)
        return {};
    QList<registry::PersonRecord> people = std::exchange(m_demo, {});
    if (people.isEmpty()) {
        auto family = m_families.make(nextHead());
        for (auto& record : family.members) {
            m_livelihoods->live(record, family.rural);
            m_cards.issue(record);
        }
        people = std::move(family.members);
    }
    if (people.size() > left)
        people.resize(left);
    m_made += static_cast<int>(people.size());
    return people;
}

} // namespace kuaiban::hub

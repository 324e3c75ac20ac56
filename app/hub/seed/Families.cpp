#include "Families.h"

#include "Ethnicities.h"
#include "HanNames.h"
#include "Livelihoods.h"

#include <array>

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

constexpr int FirstBirthYear = 1930;
constexpr int LastBirthYear = 2024;
constexpr int OneRareNameIn = 2000;

const auto Man = u"1"_s;
const auto Woman = u"2"_s;
const auto Single = u"1"_s;
const auto Married = u"2"_s;
const auto Widowed = u"3"_s;
const auto Divorced = u"4"_s;

// Heads of household by five years of birth from 1930 on: few from the hard years around 1960, many from the two waves
// after them.
constexpr std::array HeadsByCohort{6, 12, 22, 36, 66, 78, 84, 108, 96, 80, 78, 92, 56, 40, 14};

} // namespace

Families::Families(
    const Places& places, SyntheticNumbers& numbers, PeopleNames& names, IdSource& ids, Dice& dice, QDate today)
    : m_places(places)
    , m_numbers(numbers)
    , m_names(names)
    , m_ids(ids)
    , m_dice(dice)
    , m_today(today)
{}

int Families::headBirthYear()
{
    const int cohort = m_dice.weighted(HeadsByCohort);
    return qMin(FirstBirthYear + 5 * cohort + m_dice.below(5), m_today.year() - 20);
}

void Families::spoilWithRareCharacter(QString& name)
{
    if (m_dice.oneIn(OneRareNameIn) && name.size() >= 2 && name.size() <= 4 && !name.contains(u'·'))
        name = name.chopped(1) + hannames::rareCharacter(m_dice);
}

QString Families::educationOf(const registry::Person& person)
{
    // AAC011: 21 bachelor, 31 college, 61 senior and 71 junior middle school, 81 primary school, 90 none yet.
    const int age = ageOn(person.birth, m_today);
    if (age < 7)
        return u"90"_s;
    if (age < 13)
        return u"81"_s;
    if (age < 19)
        return age < 16 ? u"71"_s : u"61"_s;
    const int year = person.birth.year();
    static const std::array codes{u"14"_s, u"21"_s, u"31"_s, u"41"_s, u"61"_s, u"71"_s, u"81"_s, u"90"_s};
    const auto chance = year < 1955   ? m_dice.weighted(std::array{0, 2, 3, 5, 10, 30, 40, 10})
                        : year < 1980 ? m_dice.weighted(std::array{0, 6, 9, 10, 18, 42, 14, 1})
                                      : m_dice.weighted(std::array{3, 24, 22, 12, 14, 23, 2, 0});
    return codes[static_cast<size_t>(chance)];
}

void Families::mayDie(registry::Person& person)
{
    const int age = ageOn(person.birth, m_today);
    if (!m_dice.perMille(age > 80 ? 45 : age > 60 ? 14 : 1))
        return;
    person.vital = u"2"_s;
    person.diedOn = m_dice.day(qMax(person.birth.addDays(1), m_today.addYears(-2)), m_today.addDays(-1));
}

Families::Parent Families::someone(
    const Place& place, const QString& sex, const QString& ethnicity, int birthYear, const QString& inherited)
{
    Parent parent;
    auto& person = parent.person;
    person.id = m_ids.next();
    person.sex = sex;
    person.ethnicity = ethnicity;
    while (person.idNo.isEmpty()) {
        person.birth = m_dice.day(QDate(birthYear, 1, 1), qMin(QDate(birthYear, 12, 31), m_today));
        person.idNo = m_numbers.citizenId(m_places.birthRegion(place.area.first(6), m_dice), person.birth, sex);
    }
    parent.name = m_names.make(ethnicity, sex, birthYear, inherited);
    person.name = parent.name.full;
    spoilWithRareCharacter(person.name);
    person.area = place.area;
    person.address = place.address;
    person.householdKind = place.rural ? u"20"_s : u"10"_s;
    const int age = ageOn(person.birth, m_today);
    if (age >= 14 && m_dice.percent(age > 75 ? 60 : 94))
        person.phone = m_numbers.mobilePhone();
    person.education = educationOf(person);
    person.marital = Single;
    mayDie(person);
    return parent;
}

std::optional<Families::Parent> Families::spouseOf(const Parent& head, const Place& place)
{
    const int age = ageOn(head.person.birth, m_today);
    if (age < 24 || !m_dice.percent(age < 30 ? 50 : age > 75 ? 48 : 82))
        return std::nullopt;
    const bool headIsMan = head.person.sex == Man;
    const int apart = m_dice.between(-2, 5); // how much older the man is
    const int year =
        qBound(FirstBirthYear, head.person.birth.year() + (headIsMan ? apart : -apart), m_today.year() - 20);
    const auto ethnicity = m_dice.percent(60) ? head.person.ethnicity : ethnicityIn(place.area, m_dice);
    return someone(place, headIsMan ? Woman : Man, ethnicity, year);
}

QList<registry::Person> Families::childrenOf(const Parent* father, const Parent* mother, const Place& place)
{
    const auto& elder = mother ? *mother : *father;
    const int mothersYear = elder.person.birth.year();
    const auto births = mothersYear < 1963 ? m_dice.between(1, 3) : m_dice.weighted(std::array{12, 62, 24, 2});
    QList<registry::Person> children;
    for (int i = 0; i < births; ++i) {
        const int year = mothersYear + m_dice.between(21, 34);
        const bool atHome = m_today.year() - year < 23 || m_dice.percent(9);
        if (year > LastBirthYear || !atHome)
            continue;
        const auto ethnicity =
            father && (!mother || m_dice.percent(70)) ? father->person.ethnicity : elder.person.ethnicity;
        // Without a father in the register the name comes from one who lives elsewhere.
        children.append(someone(place, m_dice.perMille(523) ? Man : Woman, ethnicity, year,
            father && father->person.ethnicity == ethnicity ? father->name.forChildren : QString())
                            .person);
    }
    return children;
}

Families::Family Families::make(const Head& wanted)
{
    const auto place = m_places.door(wanted.village, m_dice);
    const auto sex = m_dice.percent(68) || !wanted.name.isEmpty() ? Man : Woman;
    auto head = someone(place, sex, wanted.ethnicity, headBirthYear());
    if (!wanted.name.isEmpty()) {
        head.person.name = wanted.name;
        head.name.forChildren = wanted.name.section(u'·', 0, 0);
    }
    auto spouse = spouseOf(head, place);
    const int age = ageOn(head.person.birth, m_today);
    if (spouse)
        head.person.marital = spouse->person.marital = Married;
    else if (age > 30)
        head.person.marital = age > 65 && m_dice.percent(80) ? Widowed : m_dice.percent(40) ? Divorced : Single;
    QList<registry::Person> people{head.person};
    if (spouse)
        people.append(spouse->person);
    const bool headIsMan = head.person.sex == Man;
    if (spouse || head.person.marital == Divorced) {
        const auto* other = spouse ? &*spouse : nullptr;
        people += childrenOf(headIsMan ? &head : other, headIsMan ? other : &head, place);
    }
    if (age > 28 && age < 58 && m_dice.percent(9)) {
        const int year = qMax(FirstBirthYear, head.person.birth.year() - m_dice.between(22, 32));
        const auto ethnicity = ethnicityIn(place.area, m_dice);
        auto old = someone(place, m_dice.percent(35) ? Man : Woman, ethnicity, year).person;
        old.marital = Widowed;
        people.append(old);
    }
    registry::Household household{
        m_ids.next(), head.person.id, head.person.householdKind, place.area, place.address, 0, 0};
    Family family{{}, place.rural};
    for (auto& person : people) {
        registry::PersonRecord record;
        person.household = household.id;
        record.person = person;
        if (person.id == household.head)
            record.household = household;
        family.members.append(std::move(record));
    }
    return family;
}

} // namespace kuaiban::hub

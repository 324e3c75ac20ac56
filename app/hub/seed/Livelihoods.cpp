#include "Livelihoods.h"

#include <array>

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

constexpr int WorkingAge = 16; // Labour Law, article 15
constexpr qsizetype CityLength = 4;

// Days on which the schemes began; nobody has months before.
const QDate EmployeesScheme(1992, 1, 1);
const QDate UnemploymentScheme(1999, 1, 22);
const QDate ResidentsPensionScheme(2009, 9, 1);
const QDate ResidentsMedicalScheme(2007, 7, 1);

const QStringList EmployeeKinds{u"110"_s, u"210"_s, u"310"_s, u"410"_s, u"510"_s};
const QStringList InstitutionKinds{u"120"_s, u"210"_s, u"310"_s, u"410"_s};

constexpr std::array Involuntary{
    "11"_L1, "11"_L1, "11"_L1, "12"_L1, "21"_L1, "21"_L1, "23"_L1, "24"_L1, "24"_L1, "29"_L1};
constexpr auto Resigned = "31"_L1;

QString text(QLatin1StringView view)
{
    return view;
}

// Men at 60, women at 55 or 50 before the delay of 2025; close enough for people made up.
int pensionAge(const registry::Person& person)
{
    return person.sex == u"1" ? 60 : person.birth.day() % 2 == 0 ? 55 : 50;
}

// Written up from what is known already, so that it throws no dice: who has how many months at which base.
void openAccount(registry::PersonRecord& record)
{
    constexpr qint64 AverageWage = 700'000; // fen a month
    const auto* scheme = record.insurance("110"_L1);
    if (!scheme)
        return;
    const auto& person = record.person;
    registry::PensionAccount account;
    account.person = person.id;
    account.category = person.sex == u"1" ? u"male-60"_s : pensionAge(person) == 55 ? u"female-55"_s : u"female-50"_s;
    // Work before the scheme began counts as if it had been paid for.
    const auto grown = person.birth.addYears(WorkingAge + 2);
    const bool early = scheme->firstOn == EmployeesScheme && grown < EmployeesScheme;
    account.workingSince = early ? grown : scheme->firstOn;
    account.deemedMonths = early ? monthsFrom(grown, EmployeesScheme.addDays(-1)) : 0;
    const auto base = expr::Decimal::fromInteger(qBound(AverageWage * 6 / 10, scheme->baseFen, AverageWage * 3));
    account.index = *base->over(*expr::Decimal::fromInteger(AverageWage))->rounded(4);
    account.balanceFen = scheme->months * scheme->baseFen * 8 / 100 * 6 / 10; // bases were lower once
    record.pension = account;
}

bool isInstitution(const registry::Unit& unit)
{
    return unit.kind == u"21";
}

} // namespace

qint64 monthsFrom(QDate first, QDate last)
{
    return first > last ? 0 : (last.year() - first.year()) * 12 + last.month() - first.month() + 1;
}

int ageOn(QDate birth, QDate day)
{
    return day.year() - birth.year() - (birth.addYears(day.year() - birth.year()) > day ? 1 : 0);
}

Livelihoods::Livelihoods(const QList<registry::Unit>& units, IdSource& ids, Dice& dice, QDate today)
    : m_units(units)
    , m_ids(ids)
    , m_dice(dice)
    , m_today(today)
{
    for (qsizetype i = 0; i < units.size(); ++i) {
        if (!units.at(i).closedOn.isValid())
            (isInstitution(units.at(i)) ? m_institutions : m_enterprises)[units.at(i).area.first(CityLength)].append(i);
    }
}

const registry::Unit& Livelihoods::employerNear(const QString& area, bool publicService)
{
    const auto& places = publicService ? m_institutions : m_enterprises;
    const auto near = places.constFind(area.first(CityLength));
    if (near != places.constEnd())
        return m_units.at(m_dice.oneOf(*near));
    return m_dice.oneOf(m_units);
}

void Livelihoods::insure(registry::PersonRecord& record, const QStringList& kinds, const Insured& how)
{
    for (const auto& kind : kinds) {
        const auto scheme = kind == u"210" ? UnemploymentScheme : EmployeesScheme;
        registry::Insurance insurance;
        insurance.person = record.person.id;
        insurance.kind = kind;
        insurance.state = how.state;
        insurance.insuredAs = how.insuredAs;
        insurance.unit = how.unit;
        insurance.firstOn = qMax(how.firstOn, scheme);
        insurance.since = qMax(how.since, insurance.firstOn);
        insurance.until = how.until;
        insurance.reason = how.reason;
        insurance.months =
            qMin(how.months, monthsFrom(insurance.firstOn, how.until.isValid() ? how.until : QDate(9999, 1, 1)));
        insurance.baseFen = how.baseFen;
        record.insurances.append(insurance);
    }
}

QDate Livelihoods::firstWorkDay(const registry::Person& person)
{
    const auto earliest = qMax(person.birth.addYears(WorkingAge + 2), EmployeesScheme);
    const auto latest = qMin(qMax(earliest, person.birth.addYears(30)), m_today.addMonths(-1));
    return earliest < latest ? m_dice.day(earliest, latest) : latest;
}

qint64 Livelihoods::base()
{
    // 3,800 to about 16,000 yuan, most of them at the lower end.
    const int above = m_dice.below(90);
    return (3'800 + above * m_dice.below(136)) * 100LL;
}

qint64 Livelihoods::monthsPaid(QDate first, QDate last)
{
    const auto all = monthsFrom(first, last);
    return m_dice.percent(60) ? all : all - all * m_dice.below(35) / 100;
}

void Livelihoods::employ(registry::PersonRecord& record, const registry::Unit& unit, QDate firstOn)
{
    const bool institution = isInstitution(unit);
    const auto since = m_dice.day(firstOn, m_today);
    const bool onLeave = m_dice.perMille(15);
    record.person.employment = u"10"_s;
    insure(record, institution ? InstitutionKinds : EmployeeKinds,
        {.firstOn = firstOn,
            .since = since,
            .until = onLeave ? m_dice.day(qMax(since, m_today.addYears(-3)), m_today) : QDate(),
            .state = onLeave ? u"2"_s : u"1"_s,
            .reason = onLeave ? u"6307"_s : QString(),
            .insuredAs = institution ? u"20"_s : u"10"_s,
            .unit = unit.id,
            .months = monthsPaid(firstOn, m_today),
            .baseFen = base()});
    for (auto& insurance : record.insurances)
        insurance.months = qMin(insurance.months, monthsFrom(insurance.firstOn, onLeave ? insurance.until : m_today));
    openAccount(record);
}

void Livelihoods::dismiss(registry::PersonRecord& record, const registry::Unit& unit, QDate firstOn, QDate endedOn,
    const QString& reason, qint64 months)
{
    record.person.employment = u"50"_s;
    insure(record, EmployeeKinds,
        {.firstOn = firstOn,
            .since = firstOn.daysTo(endedOn) > 400 ? endedOn.addDays(-400) : firstOn,
            .until = endedOn,
            .state = u"2"_s,
            .reason = u"6301"_s,
            .insuredAs = u"10"_s,
            .unit = unit.id,
            .months = months,
            .baseFen = base()});
    registry::TerminationReport report;
    report.id = m_ids.next();
    report.person = record.person.id;
    report.unit = unit.id;
    report.reason = reason;
    report.endedOn = endedOn;
    report.reportedOn =
        qMin(endedOn.addDays(m_dice.percent(90) ? m_dice.between(1, 15) : m_dice.between(16, 40)), m_today);
    record.terminations.append(report);
    openAccount(record);
}

void Livelihoods::retire(registry::PersonRecord& record, QDate firstOn, QDate retiredOn)
{
    record.person.employment = u"90"_s;
    insure(record, {u"110"_s, u"310"_s},
        {.firstOn = firstOn,
            .since = firstOn,
            .until = retiredOn,
            .state = u"3"_s,
            .reason = u"6501"_s,
            .insuredAs = u"10"_s,
            .months = monthsPaid(firstOn, retiredOn),
            .baseFen = base()});
}

void Livelihoods::freelance(registry::PersonRecord& record)
{
    const auto first = firstWorkDay(record.person);
    const bool paused = m_dice.percent(14);
    const auto last = paused ? m_dice.day(qMax(first, m_today.addYears(-3)), m_today) : m_today;
    record.person.employment = u"30"_s;
    insure(record, {u"110"_s, u"310"_s},
        {.firstOn = first,
            .since = first,
            .until = paused ? last : QDate(),
            .state = paused ? u"2"_s : u"1"_s,
            .reason = paused ? u"6399"_s : QString(),
            .insuredAs = u"11"_s,
            .months = monthsPaid(first, last),
            .baseFen = base()});
    openAccount(record);
}

void Livelihoods::asResident(registry::PersonRecord& record, bool rural)
{
    const auto& person = record.person;
    const auto adult = person.birth.addYears(WorkingAge);
    const bool draws = ageOn(person.birth, m_today) >= 60;
    const auto last = draws ? person.birth.addYears(60) : m_today;
    if (adult < m_today && (rural || m_dice.percent(60))) {
        const auto first = qMax(adult, ResidentsPensionScheme);
        if (first < last) {
            insure(record, {u"170"_s},
                {.firstOn = first,
                    .since = first,
                    .until = draws ? last : QDate(),
                    .state = draws ? u"2"_s : u"1"_s,
                    .reason = draws ? u"6308"_s : QString(),
                    .insuredAs = u"50"_s,
                    .months = monthsPaid(first, last)});
        }
    }
    const auto first = qMax(person.birth, ResidentsMedicalScheme);
    insure(record, {u"390"_s},
        {.firstOn = first,
            .since = first,
            .state = u"1"_s,
            .insuredAs = u"50"_s,
            .months = monthsPaid(first, m_today)});
}

void Livelihoods::loseWork(registry::PersonRecord& record)
{
    const auto first = qMin(firstWorkDay(record.person), m_today.addMonths(-4));
    const auto ended = m_dice.day(qMax(first.addMonths(2), m_today.addMonths(-24)), m_today.addDays(-3));
    const auto reason = m_dice.percent(68) ? text(m_dice.oneOf(Involuntary)) : text(Resigned);
    const auto months = monthsPaid(first, ended);
    dismiss(record, employerNear(record.person.area, false), first, ended, reason, months);
}

void Livelihoods::leaveWork(registry::PersonRecord& record, bool rural)
{
    record.person.employment = u"90"_s;
    const auto first = qMax(record.person.birth.addYears(20), EmployeesScheme);
    const auto retired = record.person.birth.addYears(pensionAge(record.person));
    if (m_dice.percent(rural ? 30 : 82) && first.addYears(10) < retired)
        retire(record, first, retired);
    else
        asResident(record, rural);
}

void Livelihoods::workOrNot(registry::PersonRecord& record, bool rural)
{
    enum { Employed, InInstitution, Freelance, Unemployed, Resident };
    const auto chance = m_dice.weighted(rural ? std::array{28, 4, 10, 5, 53} : std::array{50, 11, 15, 8, 16});
    switch (chance) {
    case Employed:
    case InInstitution: {
        const auto& unit = employerNear(record.person.area, chance == InInstitution);
        employ(record, unit, firstWorkDay(record.person));
        break;
    }
    case Freelance:
        freelance(record);
        break;
    case Unemployed:
        loseWork(record);
        break;
    default:
        record.person.employment = ageOn(record.person.birth, m_today) < 25 ? u"60"_s : rural ? u"30"_s : u"90"_s;
        asResident(record, rural);
    }
}

void Livelihoods::settle(registry::PersonRecord& record, int age, bool rural)
{
    const bool atSchool = age < 18 || (age < 23 && m_dice.percent(70));
    if (atSchool)
        asResident(record, false);
    else if (age >= pensionAge(record.person))
        leaveWork(record, rural);
    else
        workOrNot(record, rural);
}

void Livelihoods::end(registry::PersonRecord& record) const
{
    const auto died = record.person.diedOn;
    record.person.employment.clear();
    record.pension.reset(); // settled with the heirs
    record.terminations.removeIf(
        [died](const registry::TerminationReport& report) { return report.reportedOn > died; });
    record.insurances.removeIf([died](const registry::Insurance& insurance) { return insurance.firstOn > died; });
    for (auto& insurance : record.insurances) {
        insurance.state = u"3"_s;
        insurance.reason = u"6401"_s;
        insurance.since = qMin(insurance.since, died);
        insurance.until = insurance.until.isValid() ? qMin(insurance.until, died) : died;
        insurance.months = qMin(insurance.months, monthsFrom(insurance.firstOn, insurance.until));
    }
}

void Livelihoods::live(registry::PersonRecord& record, bool rural)
{
    settle(record, ageOn(record.person.birth, m_today), rural);
    if (record.person.isDead())
        end(record);
}

} // namespace kuaiban::hub

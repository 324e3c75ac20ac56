#include "PersonSections.h"

#include "app/counter/shell/Words.h"
#include "modules/base/Clock.h"
#include "modules/base/Money.h"
#include "modules/codes/GbTables.h"

#include <algorithm>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype CityDigits = 4; // of an area code; an ID number is masked from the fifth on
constexpr auto Dead = "2"_L1;       // AAC060

// Carries the context of the texts below.
struct SectionTexts
{
    Q_DECLARE_TR_FUNCTIONS(PersonSections)
};

void add(QVector<KeyValue>& rows, const QString& key, const QString& value, Tone tone = Tone::Normal)
{
    if (!value.isEmpty())
        rows.append({key, value, tone});
}

QString day(QDate date)
{
    return date.isValid() ? date.toString(Qt::ISODate) : QString();
}

QString year(QDate date)
{
    return date.isValid() ? QString::number(date.year()) : QString();
}

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

PersonSection registration(const registry::Person& person, const CodeWords& words, bool full)
{
    PersonSection section{SectionTexts::tr("Person"), {}};
    auto& rows = section.rows;
    add(rows, SectionTexts::tr("Name"), person.name);
    add(rows, SectionTexts::tr("ID number"), joined({person.idNo, words.text(u"AAC058"_s, person.idKind)}));
    add(rows, SectionTexts::tr("Sex, ethnicity"),
        joined({codes::sexTable().text(person.sex), codes::ethnicityTable().text(person.ethnicity)}));
    add(rows, SectionTexts::tr("Born"), full ? day(person.birth) : year(person.birth));
    add(rows, SectionTexts::tr("Phone"), person.phone);
    add(rows, SectionTexts::tr("Address"), person.address);
    add(rows, SectionTexts::tr("Area"), words.areaName(full ? person.area : person.area.left(CityDigits)));
    add(rows, SectionTexts::tr("Household"), words.text(u"AAC009"_s, person.householdKind));
    add(rows, SectionTexts::tr("Education"), words.text(u"AAC011"_s, person.education));
    add(rows, SectionTexts::tr("Employment"), words.text(u"employment-state"_s, person.employment));
    if (person.vital == Dead)
        add(rows, SectionTexts::tr("Died on"), day(person.diedOn), Tone::Bad);
    return section;
}

PersonSection cardsOf(const registry::PersonRecord& record, const CodeWords& words)
{
    PersonSection section{SectionTexts::tr("Social security cards"), {}};
    for (const auto& card : record.cards) {
        const bool isCurrent = record.currentCard() == &card;
        section.rows.append({card.cardNo,
            joined({words.text(u"card-state"_s, card.state), card.bank, card.bankAccount,
                words.text(u"bank-function-state"_s, card.bankState),
                card.expires.isValid() ? SectionTexts::tr("until %1").arg(day(card.expires)) : QString()}),
            isCurrent ? Tone::Normal : Tone::Secondary});
    }
    return section;
}

PersonSection insurancesOf(const registry::PersonRecord& record, const CodeWords& words)
{
    PersonSection section{SectionTexts::tr("Insurance"), {}};
    for (const auto& insurance : record.insurances) {
        const bool paying = insurance.isPaying();
        section.rows.append({words.text(u"AAE140"_s, insurance.kind),
            joined({words.text(u"AAC031"_s, insurance.state),
                SectionTexts::tr("%n month(s)", nullptr, static_cast<int>(insurance.months)),
                insurance.baseFen > 0 ? SectionTexts::tr("base %1").arg(formatYuan(insurance.baseFen)) : QString(),
                insurance.unitName,
                insurance.until.isValid() && !paying ? SectionTexts::tr("until %1").arg(day(insurance.until))
                                                     : QString()}),
            paying ? Tone::Normal : Tone::Attention});
    }
    if (record.pension) {
        add(section.rows, SectionTexts::tr("Pension account"),
            joined({SectionTexts::tr("balance %1").arg(formatYuan(record.pension->balanceFen)),
                SectionTexts::tr("deemed %n month(s)", nullptr, static_cast<int>(record.pension->deemedMonths)),
                words.text(u"retirement-category"_s, record.pension->category)}));
    }
    return section;
}

PersonSection benefitsOf(const registry::PersonRecord& record, const CodeWords& words)
{
    PersonSection section{SectionTexts::tr("Benefits"), {}};
    for (const auto& benefit : record.benefits) {
        QString amount;
        if (!benefit.stages.isEmpty())
            amount = SectionTexts::tr("%1 a month").arg(formatYuan(benefit.stages.constFirst().monthlyFen));
        const QString drawn = benefit.months > 0
                                  ? SectionTexts::tr("%1 of %2 months drawn")
                                        .arg(QString::number(benefit.drawnMonths), QString::number(benefit.months))
                                  : QString();
        section.rows.append({words.text(u"AAE140"_s, benefit.kind),
            joined({words.text(u"benefit-state"_s, benefit.state), amount,
                benefit.fromMonth.isValid() ? SectionTexts::tr("from %1").arg(benefit.fromMonth.toString(u"yyyy-MM"_s))
                                            : QString(),
                drawn, benefit.bankAccount}),
            benefit.isOpen() ? Tone::Normal : Tone::Secondary});
    }
    return section;
}

PersonSection householdOf(const registry::PersonRecord& record, const CodeWords& words)
{
    PersonSection section{SectionTexts::tr("Household register"), {}};
    if (!record.household)
        return section;
    add(section.rows, SectionTexts::tr("Kind"), words.text(u"AAC009"_s, record.household->kind));
    add(section.rows, SectionTexts::tr("Members"), QString::number(record.household->members));
    add(section.rows, SectionTexts::tr("Address"), record.household->address);
    return section;
}

void add(QVector<LifeEvent>& events, QDate date, const QString& text, Tone tone = Tone::Normal)
{
    if (date.isValid())
        events.append({date, text, tone});
}

} // namespace

QStringList personSectionTables()
{
    return {u"AAC058"_s, u"AAC009"_s, u"AAC011"_s, u"employment-state"_s, u"card-state"_s, u"bank-function-state"_s,
        u"AAE140"_s, u"AAC031"_s, u"benefit-state"_s, u"unemployment-reason"_s, u"retirement-category"_s,
        QString(CodeWords::areas)};
}

QVector<PersonSection> personSections(const registry::PersonRecord& record, const CodeWords& words, bool full)
{
    QVector<PersonSection> sections{registration(record.person, words, full), cardsOf(record, words),
        insurancesOf(record, words), benefitsOf(record, words), householdOf(record, words)};
    sections.removeIf([](const PersonSection& section) { return section.rows.isEmpty(); });
    return sections;
}

QVector<Notice> personWarnings(
    const registry::PersonRecord& record, const QList<PersonCase>& cases, QDate today, const CodeWords& words)
{
    QVector<Notice> warnings;
    if (record.person.vital == Dead)
        warnings.append({SectionTexts::tr("Registered as dead"), day(record.person.diedOn), Tone::Bad});
    const auto* card = record.currentCard();
    if (!card)
        warnings.append({SectionTexts::tr("No social security card"), {}, Tone::Attention});
    else if (!card->isUsable(today))
        warnings.append(
            {SectionTexts::tr("The card cannot be used"), words.text(u"card-state"_s, card->state), Tone::Attention});
    else if (!card->canReceive(today))
        warnings.append({SectionTexts::tr("Benefits cannot be paid to the card"),
            words.text(u"bank-function-state"_s, card->bankState), Tone::Attention});
    const auto open = std::count_if(cases.begin(), cases.end(),
        [](const PersonCase& one) { return one.phase == "in-progress"_L1 || one.phase == "supplement"_L1; });
    if (open > 0)
        warnings.append({SectionTexts::tr("%n case(s) under way", nullptr, static_cast<int>(open)), {}, Tone::Accent});
    return warnings;
}

QVector<LifeEvent> lifeOf(const registry::PersonRecord& record, const QList<PersonCase>& cases, const CodeWords& words,
    const std::function<QString(const QString& item)>& itemName, bool full)
{
    QVector<LifeEvent> events;
    if (full)
        add(events, record.person.birth, SectionTexts::tr("Born"));
    add(events, record.person.diedOn, SectionTexts::tr("Died"), Tone::Bad);
    for (const auto& insurance : record.insurances) {
        const QString kind = words.text(u"AAE140"_s, insurance.kind);
        add(events, insurance.firstOn, SectionTexts::tr("First insured: %1").arg(kind));
        if (insurance.since != insurance.firstOn)
            add(events, insurance.since, SectionTexts::tr("Insured again: %1").arg(kind));
        if (!insurance.isPaying())
            add(events, insurance.until, SectionTexts::tr("Insurance ended: %1").arg(kind), Tone::Attention);
    }
    for (const auto& report : record.terminations) {
        add(events, report.endedOn,
            SectionTexts::tr("Contract ended: %1, %2")
                .arg(report.unitName, words.text(u"unemployment-reason"_s, report.reason)));
    }
    for (const auto& card : record.cards)
        add(events, card.issued, SectionTexts::tr("Card issued: %1").arg(card.cardNo));
    for (const auto& benefit : record.benefits) {
        add(events, benefit.registeredOn,
            SectionTexts::tr("Benefit granted: %1").arg(words.text(u"AAE140"_s, benefit.kind)), Tone::Good);
    }
    for (const auto& one : cases) {
        const auto phase = phaseWords(one.phase, {});
        add(events, legalDate(one.openedAt), joined({itemName(one.item), one.number, phase.text}), phase.tone);
    }
    std::stable_sort(
        events.begin(), events.end(), [](const LifeEvent& a, const LifeEvent& b) { return a.day > b.day; });
    return events;
}

} // namespace kuaiban::counter

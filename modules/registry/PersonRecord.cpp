#include "PersonRecord.h"

#include "modules/base/ObjectReader.h"
#include "RegistryJson.h"

#include <algorithm>

namespace kuaiban::registry {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Pension = "110"_L1;
constexpr auto Unemployment = "210"_L1;
constexpr auto InUse = "40"_L1;

template<class T>
QJsonArray listJson(const QList<T>& rows)
{
    QJsonArray list;
    for (const auto& row : rows)
        list.append(row.toJson());
    return list;
}

template<class T>
Result<QList<T>> listFrom(const QJsonArray& list)
{
    QList<T> rows;
    for (const auto& value : list) {
        KB_TRY(auto row, T::fromJson(value.toObject()));
        rows.append(std::move(row));
    }
    return rows;
}

} // namespace

const Card* PersonRecord::currentCard() const
{
    const auto used = std::find_if(cards.begin(), cards.end(), [](const Card& card) { return card.state == InUse; });
    if (used != cards.end())
        return &*used;
    return cards.isEmpty() ? nullptr : &cards.front();
}

const Insurance* PersonRecord::insurance(QLatin1StringView kind) const
{
    const auto found =
        std::find_if(insurances.begin(), insurances.end(), [kind](const Insurance& one) { return one.kind == kind; });
    return found == insurances.end() ? nullptr : &*found;
}

const Benefit* PersonRecord::benefit(QLatin1StringView kind) const
{
    const auto found = std::find_if(
        benefits.begin(), benefits.end(), [kind](const Benefit& one) { return one.kind == kind && !one.isVoid(); });
    return found == benefits.end() ? nullptr : &*found;
}

QJsonObject PersonRecord::toJson() const
{
    QJsonObject json{{u"person"_s, person.toJson()}, {u"cards"_s, listJson(cards)},
        {u"insurances"_s, listJson(insurances)}, {u"terminations"_s, listJson(terminations)},
        {u"benefits"_s, listJson(benefits)}};
    if (pension)
        json.insert(u"pension"_s, pension->toJson());
    if (household)
        json.insert(u"household"_s, household->toJson());
    return json;
}

Result<PersonRecord> PersonRecord::fromJson(const QJsonObject& json)
{
    ObjectReader reader(json);
    PersonRecord record;
    const auto person = reader.object(u"person"_s);
    const auto cards = reader.arrayOr(u"cards"_s);
    const auto insurances = reader.arrayOr(u"insurances"_s);
    const auto terminations = reader.arrayOr(u"terminations"_s);
    const auto benefits = reader.arrayOr(u"benefits"_s);
    const auto pension = reader.objectOr(u"pension"_s);
    const auto household = reader.objectOr(u"household"_s);
    KB_CHECK(reader.finish());
    KB_TRY(record.person, Person::fromJson(person));
    KB_TRY(record.cards, listFrom<Card>(cards));
    KB_TRY(record.insurances, listFrom<Insurance>(insurances));
    KB_TRY(record.terminations, listFrom<TerminationReport>(terminations));
    KB_TRY(record.benefits, listFrom<Benefit>(benefits));
    if (!pension.isEmpty()) {
        KB_TRY(record.pension, PensionAccount::fromJson(pension));
    }
    if (!household.isEmpty()) {
        KB_TRY(record.household, Household::fromJson(household));
    }
    return record;
}

PersonRecord masked(const PersonRecord& record)
{
    PersonRecord copy = record;
    copy.person = masked(record.person);
    for (auto& card : copy.cards)
        card = masked(card);
    for (auto& benefit : copy.benefits)
        benefit = masked(benefit);
    if (copy.household)
        copy.household->address = copy.person.address;
    return copy;
}

QJsonObject unknownFormFacts()
{
    return {{u"cardNo"_s, QString()}};
}

QJsonObject formFacts(const PersonRecord& record)
{
    QJsonObject facts = record.person.toJson();
    facts.remove(u"version"_s);
    const auto* card = record.currentCard();
    const Card shown = card ? *card : Card{};
    facts.insert(u"cardNo"_s, shown.cardNo);
    facts.insert(u"cardState"_s, shown.state);
    facts.insert(u"cardExpires"_s, dateText(shown.expires));
    const auto pending = std::find_if(record.cards.begin(), record.cards.end(),
        [](const Card& one) { return one.state == "10"_L1 || one.state == "20"_L1 || one.state == "30"_L1; });
    facts.insert(u"pendingCardNo"_s, pending == record.cards.end() ? QString() : pending->cardNo);
    facts.insert(u"bank"_s, shown.bank);
    facts.insert(u"bankAccount"_s, shown.bankAccount);
    facts.insert(u"bankState"_s, shown.bankState);
    QJsonObject insured;
    for (const auto& insurance : record.insurances)
        insured.insert(insurance.kind, insurance.toJson());
    facts.insert(u"insurances"_s, insured);
    const auto* unemployment = record.insurance(Unemployment);
    facts.insert(u"unemploymentMonths"_s, unemployment ? unemployment->months : 0);
    qint64 used = 0;
    for (const auto& benefit : record.benefits)
        used += benefit.kind == Unemployment && !benefit.isVoid() ? benefit.countedMonths : 0;
    facts.insert(u"usedMonths"_s, used);
    const auto* benefit = record.benefit(Unemployment);
    facts.insert(u"unclaimedMonths"_s, benefit ? benefit->unclaimedMonths() : 0);
    facts.insert(u"benefit"_s, benefit ? benefit->toJson() : QJsonObject());
    const auto* pensionScheme = record.insurance(Pension);
    facts.insert(u"pensionMonths"_s, pensionScheme ? pensionScheme->months : 0);
    facts.insert(u"pension"_s, record.pension ? record.pension->toJson() : QJsonObject());
    const auto* pension = record.benefit(Pension);
    facts.insert(u"pensionBenefit"_s, pension ? pension->toJson() : QJsonObject());
    facts.insert(
        u"termination"_s, record.terminations.isEmpty() ? QJsonObject() : record.terminations.front().toJson());
    return facts;
}

} // namespace kuaiban::registry

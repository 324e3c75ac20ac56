#include "SyntheticCards.h"

#include "Livelihoods.h"

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

constexpr int YearsValid = 10;
const QDate FirstCards(2012, 1, 1); // the second generation; older ones have been replaced

// card-state
const auto InMaking = u"20"_s;
const auto ToBeFetched = u"30"_s;
const auto InOrder = u"40"_s;
const auto LostByWord = u"51"_s;
const auto Lost = u"52"_s;
const auto Cancelled = u"60"_s;
const auto Expired = u"70"_s;
// bank-function-state
const auto NotActivated = u"0"_s;
const auto Activated = u"1"_s;
const auto Frozen = u"2"_s;
const auto Closed = u"3"_s;

} // namespace

registry::Card SyntheticCards::blank(const registry::PersonRecord& record)
{
    registry::Card card;
    card.person = record.person.id;
    card.cardNo = m_numbers.cardNumber();
    card.state = InMaking;
    card.bankState = NotActivated;
    const bool postal = m_dice.percent(60);
    card.bank = postal ? u"邮政储蓄银行（合成数据）"_s : u"农业银行（合成数据）"_s;
    card.bankAccount = m_numbers.bankAccount(postal ? "621799"_L1 : "622848"_L1);
    return card;
}

registry::Card SyntheticCards::made(const registry::PersonRecord& record, QDate issued)
{
    auto card = blank(record);
    card.cardId = m_numbers.cardId(record.person.area.left(6));
    card.issued = issued;
    card.expires = issued.addYears(YearsValid);
    card.state = card.expires < m_today ? Expired : InOrder;
    card.bankState = m_dice.percent(75) ? Activated : NotActivated;
    return card;
}

void SyntheticCards::issueUsable(registry::PersonRecord& record)
{
    const auto earliest = qMax(record.person.birth.addYears(1), m_today.addYears(-8));
    auto card = made(record, m_dice.day(earliest, qMax(earliest, m_today.addMonths(-2))));
    card.bankState = Activated;
    record.cards.append(card);
}

void SyntheticCards::issueExpired(registry::PersonRecord& record)
{
    record.cards.append(made(
        record, m_dice.day(m_today.addYears(-YearsValid).addMonths(-9), m_today.addYears(-YearsValid).addDays(-5))));
}

void SyntheticCards::issue(registry::PersonRecord& record)
{
    const auto& person = record.person;
    if (m_dice.percent(ageOn(person.birth, m_today) < 6 ? 40 : 5))
        return;
    const auto lastDay = person.isDead() ? person.diedOn : m_today;
    const auto earliest = qMax(person.birth.addMonths(2), FirstCards);
    if (earliest >= lastDay)
        return;
    if (!person.isDead() && m_dice.perMille(12)) {
        record.cards.append(blank(record));
        return;
    }
    // Few cards are as old as they may get: people replace them before.
    const auto likely = m_dice.percent(94) ? qMax(earliest, lastDay.addYears(-YearsValid).addMonths(2)) : earliest;
    const auto issued = m_dice.day(qMin(likely, lastDay), lastDay);
    if (m_dice.perMille(35) && issued > FirstCards.addYears(1) && earliest < issued.addMonths(-1)) {
        auto old = made(record, m_dice.day(earliest, issued.addMonths(-1)));
        old.state = Cancelled;
        old.bankState = Closed;
        record.cards.append(old);
    }
    auto card = made(record, issued);
    if (person.isDead()) {
        card.state = Cancelled;
        card.bankState = m_dice.percent(50) ? Closed : Frozen;
    } else if (card.state == InOrder) {
        const int chance = m_dice.below(1000);
        card.state = chance < 18 ? ToBeFetched : chance < 24 ? LostByWord : chance < 32 ? Lost : InOrder;
        if (card.state == ToBeFetched)
            card.bankState = NotActivated;
        else if (m_dice.perMille(8))
            card.bankState = Frozen;
    }
    record.cards.prepend(card);
}

} // namespace kuaiban::hub

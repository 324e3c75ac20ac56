#include "Card.h"

#include "modules/codes/Mask.h"
#include "RegistryJson.h"

namespace kuaiban::registry {

using namespace Qt::StringLiterals;

QJsonObject Card::toJson() const
{
    return {{u"person"_s, person}, {u"cardNo"_s, cardNo}, {u"cardId"_s, cardId}, {u"state"_s, state}, {u"bank"_s, bank},
        {u"bankAccount"_s, bankAccount}, {u"bankState"_s, bankState}, {u"issued"_s, dateText(issued)},
        {u"expires"_s, dateText(expires)}, {u"version"_s, version}};
}

Result<Card> Card::fromJson(const QJsonObject& json)
{
    ObjectReader reader(json, u"card"_s);
    Card card;
    card.person = reader.text(u"person"_s);
    card.cardNo = reader.text(u"cardNo"_s);
    card.cardId = reader.textOr(u"cardId"_s);
    card.state = reader.text(u"state"_s);
    card.bank = reader.textOr(u"bank"_s);
    card.bankAccount = reader.textOr(u"bankAccount"_s);
    card.bankState = reader.textOr(u"bankState"_s);
    card.issued = dateOr(reader, u"issued"_s);
    card.expires = dateOr(reader, u"expires"_s);
    card.version = reader.integerOr(u"version"_s, 0);
    KB_CHECK(reader.finish());
    return card;
}

Card masked(const Card& card)
{
    Card copy = card;
    copy.cardNo = codes::maskIdNumber(card.cardNo);
    copy.cardId = codes::maskIdNumber(card.cardId);
    copy.bankAccount = codes::maskBankAccount(card.bankAccount);
    return copy;
}

} // namespace kuaiban::registry

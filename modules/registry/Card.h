#pragma once

#include "modules/base/Result.h"

#include <QDate>

namespace kuaiban::registry {

// A social security card (社会保障卡). A person who lost one has several: the old ones stay as cancelled.
struct Card
{
    QString person;
    QString cardNo; // 卡号, nine characters, new with every card
    QString cardId; // 卡识别码, 32 hexadecimal digits; empty before the card is made
    QString state;  // card-state
    QString bank;   // name of the bank
    QString bankAccount;
    QString bankState; // bank-function-state
    QDate issued;
    QDate expires;
    qint64 version = 0;

    bool isUsable(QDate today) const
    {
        return state == QLatin1StringView("40") && (!expires.isValid() || expires >= today);
    }
    // Whether benefits can be paid to its account.
    bool canReceive(QDate today) const
    {
        return isUsable(today) && bankState == QLatin1StringView("1") && !bankAccount.isEmpty();
    }

    QJsonObject toJson() const;
    static Result<Card> fromJson(const QJsonObject& json);
    friend bool operator==(const Card&, const Card&) = default;
};

Card masked(const Card& card);

} // namespace kuaiban::registry

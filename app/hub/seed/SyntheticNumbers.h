#pragma once

#include "Dice.h"

#include <QSet>

namespace kuaiban::hub {

// Numbers that pass every check and are given out once. Where a number's form leaves room, it says that it is
// synthetic.
class SyntheticNumbers
{
public:
    // Cards and accounts are numbered on from `firstSerial`: two makers with serials apart never give the same one.
    explicit SyntheticNumbers(Dice& dice, quint64 firstSerial = 0)
        : m_dice(dice)
        , m_cards(firstSerial)
        , m_accounts(firstSerial)
    {}

    // GB 11643; `sex` "1" or "2". Never one of those reserved; empty once a county and day have no number left.
    QString citizenId(const QString& region, QDate birth, const QString& sex);
    void reserve(const QString& citizenId) { m_given.insert(QStringView(citizenId).first(17).toULongLong()); }

    // GB 32100 with a department and category (two characters) and a county.
    QString creditCode(QLatin1StringView kind, const QString& county);

    // Card number (卡号): a letter and eight digits.
    QString cardNumber();
    // Card identification (卡识别码): the county and 26 hexadecimal digits.
    QString cardId(const QString& county);
    // 19 digits, Luhn; four zeros behind the issuer's six digits, where banks put the branch, mark it as synthetic.
    QString bankAccount(QLatin1StringView issuer);
    // Of a block for machines (物联网), so that no text message from a test ever reaches a person.
    QString mobilePhone();

private:
    quint64 scattered(quint64 serial) const;

    Dice& m_dice;
    QSet<quint64> m_given;
    QSet<QString> m_creditCodes;
    quint64 m_cards;
    quint64 m_accounts;
};

} // namespace kuaiban::hub

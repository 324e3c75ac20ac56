#pragma once

#include "modules/codes/CardChallenge.h"

#include <QByteArray>
#include <QDate>
#include <QString>

#include <optional>

namespace kuaiban::devices {

// What a social security card (社会保障卡, LD/T 32) says. Texts are as the standards print them; what a card does not
// carry, or does not give before it was authenticated, stays empty.
struct SscCard
{
    QByteArray cardId;      // 卡识别码, 16 bytes; its first three name the region
    QString cardClass;      // 卡类别, one digit
    QString specVersion;    // 规范版本 as on the card: "1.00", "2.00", "3.00"
    QByteArray institution; // 初始化机构编号, 12 bytes
    QDate issued;
    std::optional<QDate> expires; // nothing: not told
    QString cardNo;               // 社会保障卡卡号
    QString ssn;                  // 社会保障号码, the citizen's id number
    QString name;                 // with its extension
    QString sexCode;              // GB/T 2261.1
    QString ethnicityCode;        // GB/T 3304
    QString birthPlace;           // six digits of GB/T 2260
    QDate birth;
    QByteArray atr;
    QString reader;
    bool contactless = false;
    bool needsAuthentication = false; // the person is told only to a security module (specification 3.0)

    bool tellsPerson() const { return !ssn.isEmpty(); }
    QString region() const { return QString::fromLatin1(cardId.first(qMin<qsizetype>(3, cardId.size())).toHex()); }
    // Whether both are the same piece of plastic.
    bool isSameCard(const SscCard& other) const { return cardId == other.cardId && cardNo == other.cardNo; }
    friend bool operator==(const SscCard&, const SscCard&) = default;
};

using codes::CardChallenge;
using codes::CardProof;

} // namespace kuaiban::devices

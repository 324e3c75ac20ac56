#pragma once

#include "modules/base/Result.h"

#include <QByteArray>

namespace kuaiban::codes {

// What passes between a social security card of specification 3.0 and the bureau's security module: the counter carries
// both ways and understands neither. Bytes are as the card gives them, in JSON hexadecimal.

// What the module must see to vouch for a reading.
struct CardChallenge
{
    QByteArray atr;            // up to 33 bytes
    quint8 algorithm = 0x01;   // tag 9F0C of the application; 03 stands for SM4
    QByteArray cardId;         // 16 bytes; the first three name the region
    QByteArray internalFactor; // 过程因子, 8 bytes
    QByteArray internalSource; // 认证源, 8 bytes
    QByteArray internalAnswer; // what the card made of both; at least 8 bytes
    QByteArray externalFactor;
    QByteArray externalSource;
    friend bool operator==(const CardChallenge&, const CardChallenge&) = default;
};

// The module's answer.
struct CardProof
{
    QByteArray internal; // what a genuine card answers to the internal challenge; its first 8 bytes count
    QByteArray external; // 16 bytes for EXTERNAL AUTHENTICATE
    friend bool operator==(const CardProof&, const CardProof&) = default;
};

QJsonObject toJson(const CardChallenge& challenge);
QJsonObject toJson(const CardProof& proof);
// Errors: base.json names the field that is missing or has another length.
Result<CardChallenge> cardChallengeFrom(const QJsonObject& object);
Result<CardProof> cardProofFrom(const QJsonObject& object);

} // namespace kuaiban::codes

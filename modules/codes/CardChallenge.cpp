#include "CardChallenge.h"

#include "modules/base/ObjectReader.h"

namespace kuaiban::codes {

using namespace Qt::StringLiterals;

namespace {

QString hexText(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QByteArray hexBytes(ObjectReader& reader, const QString& name, qsizetype least, qsizetype most)
{
    const auto text = reader.text(name).toLatin1();
    const auto bytes = QByteArray::fromHex(text);
    if (bytes.size() * 2 != text.size() || bytes.size() < least || bytes.size() > most)
        reader.reject(name, u"%1 to %2 bytes in hexadecimal"_s.arg(least).arg(most));
    return bytes;
}

} // namespace

QJsonObject toJson(const CardChallenge& challenge)
{
    return {{u"atr"_s, hexText(challenge.atr)}, {u"algorithm"_s, challenge.algorithm},
        {u"card_id"_s, hexText(challenge.cardId)}, {u"internal_factor"_s, hexText(challenge.internalFactor)},
        {u"internal_source"_s, hexText(challenge.internalSource)},
        {u"internal_answer"_s, hexText(challenge.internalAnswer)},
        {u"external_factor"_s, hexText(challenge.externalFactor)},
        {u"external_source"_s, hexText(challenge.externalSource)}};
}

QJsonObject toJson(const CardProof& proof)
{
    return {{u"internal"_s, hexText(proof.internal)}, {u"external"_s, hexText(proof.external)}};
}

Result<CardChallenge> cardChallengeFrom(const QJsonObject& object)
{
    ObjectReader reader(object);
    CardChallenge challenge;
    challenge.atr = hexBytes(reader, u"atr"_s, 2, 33);
    const qint64 algorithm = reader.integer(u"algorithm"_s);
    if (algorithm < 0 || algorithm > 255)
        reader.reject(u"algorithm"_s, u"0 to 255"_s);
    challenge.algorithm = static_cast<quint8>(algorithm);
    challenge.cardId = hexBytes(reader, u"card_id"_s, 16, 16);
    challenge.internalFactor = hexBytes(reader, u"internal_factor"_s, 8, 8);
    challenge.internalSource = hexBytes(reader, u"internal_source"_s, 8, 8);
    challenge.internalAnswer = hexBytes(reader, u"internal_answer"_s, 8, 16);
    challenge.externalFactor = hexBytes(reader, u"external_factor"_s, 8, 8);
    challenge.externalSource = hexBytes(reader, u"external_source"_s, 8, 8);
    KB_CHECK(reader.finish());
    return challenge;
}

Result<CardProof> cardProofFrom(const QJsonObject& object)
{
    ObjectReader reader(object);
    CardProof proof;
    proof.internal = hexBytes(reader, u"internal"_s, 8, 16);
    proof.external = hexBytes(reader, u"external"_s, 16, 16);
    KB_CHECK(reader.finish());
    return proof;
}

} // namespace kuaiban::codes

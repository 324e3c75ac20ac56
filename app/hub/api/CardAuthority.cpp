#include "CardAuthority.h"

#include "HubErrors.h"
#include "modules/codes/SscCryptogram.h"

#include <QFile>

namespace kuaiban::hub {

namespace {

constexpr qsizetype KeyBytes = 16;
constexpr qsizetype AnswerBytes = 8; // of a card's answer that count

} // namespace

Result<std::unique_ptr<CardAuthority>> SoftwareCardAuthority::fromFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(cardKeyUnusable(path));
    const auto text = file.read(256).trimmed();
    const auto key = QByteArray::fromHex(text);
    if (key.size() != KeyBytes || text.size() != 2 * KeyBytes)
        return fail(cardKeyUnusable(path));
    return std::unique_ptr<CardAuthority>(new SoftwareCardAuthority(key));
}

Result<codes::CardProof> SoftwareCardAuthority::prove(const codes::CardChallenge& challenge) const
{
    const codes::CardProof proof{
        codes::sscCryptogram(m_key, challenge.cardId, challenge.internalFactor, challenge.internalSource),
        codes::sscCryptogram(m_key, challenge.cardId, challenge.externalFactor, challenge.externalSource)};
    // A card that did not know the answer gets none of the module's own.
    if (challenge.internalAnswer.first(AnswerBytes) != proof.internal.first(AnswerBytes))
        return fail(cardRefused());
    return proof;
}

} // namespace kuaiban::hub

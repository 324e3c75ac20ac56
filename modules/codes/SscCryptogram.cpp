#include "SscCryptogram.h"

#include "modules/base/Sm4.h"

#include <algorithm>

namespace kuaiban::codes {

QByteArray sscCryptogram(QByteArrayView key, QByteArrayView cardId, QByteArrayView factor, QByteArrayView source)
{
    const auto cardKey = sm4Block(key, cardId);
    auto spread = factor.toByteArray();
    std::transform(
        factor.begin(), factor.end(), std::back_inserter(spread), [](char byte) { return static_cast<char>(~byte); });
    const auto conversationKey = sm4Block(cardKey, spread);
    return sm4Block(conversationKey, source.toByteArray() + source.toByteArray());
}

} // namespace kuaiban::codes

#pragma once

#include <QByteArray>

namespace kuaiban::codes {

// How cards and security module of this product's own test world convince each other. The real rule is known to the
// bureau's modules only and never leaves them; this one has the same shape: a key of the readers (RKSSSE) is made the
// card's own by its identification, that one is made a key for one conversation by the factor, and the source is
// enciphered with it. SM4 throughout.
//   key, cardId: 16 bytes; factor, source: 8 bytes; the result has 16 bytes.
QByteArray sscCryptogram(QByteArrayView key, QByteArrayView cardId, QByteArrayView factor, QByteArrayView source);

} // namespace kuaiban::codes

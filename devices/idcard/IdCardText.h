#pragma once

#include "IdCard.h"
#include "modules/base/Result.h"

namespace kuaiban::devices {

// The text block of a card: 256 bytes of UTF-16LE in fixed columns (GA/T 490 for residents; the letter at offset 248
// tells J, I and Y apart: gat, foreigners 2017, foreigners 2023). `idcard.layout` names the field that cannot be read.
// Only the columns are taken apart here; what they say is checked by checkIdCard.
Result<IdCard> decodeIdCardText(QByteArrayView block);

// The same columns the other way round: for the simulator and for tests. Texts that are too long are cut.
QByteArray encodeIdCardText(const IdCard& card);

// The added address: four lines of 70 bytes, joined.
QString decodeAddedAddress(QByteArrayView block);

} // namespace kuaiban::devices

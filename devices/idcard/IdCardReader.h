#pragma once

#include "IdCard.h"
#include "modules/base/Result.h"

#include <stop_token>

namespace kuaiban::devices {

enum class IdCardExtent {
    Full,     // with the added address, which costs up to 1.5 s more
    TextOnly, // enough to see whether it is still the same card
};

// A reader of identity cards. Every call blocks in the device thread that also opened the reader, ends early with
// `device.cancelled` when `stop` is requested, and may be repeated after any error. After an error of the line
// (`device.…`) or of the reader (origin device) the caller closes and opens again.
class IdCardReader
{
public:
    virtual ~IdCardReader() = default;

    // Opens the line and asks the reader whether it is in order.
    virtual Done open(const std::stop_token& stop) = 0;
    virtual void close() = 0;
    // Serial number of the security module as it is printed on the reader.
    virtual Result<QString> moduleId(const std::stop_token& stop) = 0;

    // Whether a card asks for attention. A card that was read already may stay silent until it is lifted.
    virtual Result<bool> findCard(const std::stop_token& stop) = 0;
    // Selects and reads the card that lies there, whether it was found just now or read before; checked by
    // checkIdCard. Without a card: `idcard.no-card`.
    virtual Result<IdCard> readCard(IdCardExtent extent, const std::stop_token& stop) = 0;
};

} // namespace kuaiban::devices

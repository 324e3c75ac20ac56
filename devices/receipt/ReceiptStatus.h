#pragma once

#include "devices/base/DeviceState.h"

#include <optional>

namespace kuaiban::devices {

enum class PaperState { Unknown, Present, NearEnd, Out };

// What a receipt printer answered to DLE EOT 1 to 4. A printer that said nothing is unknown, not broken.
struct ReceiptStatus
{
    bool answered = false;
    PaperState paper = PaperState::Unknown;
    bool coverOpen = false;
    bool cutterFault = false;
    bool unrecoverable = false;
    bool offline = false;
    friend bool operator==(const ReceiptStatus&, const ReceiptStatus&) = default;
};

// Takes the answer to DLE EOT `question` (1 to 4) into account; false for a byte that cannot be an answer.
bool addStatusByte(ReceiptStatus& status, int question, quint8 byte);

// What keeps the printer from printing, the most telling first; nothing if it can print.
std::optional<Error> obstacleOf(const ReceiptStatus& status);

DeviceState receiptState(const ReceiptStatus& status);

} // namespace kuaiban::devices

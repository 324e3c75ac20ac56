#pragma once

#include "CardDialogue.h"

namespace kuaiban::devices {

// The number of the bank account card (PBOC debit application) on the same chip: what the citizen's benefit may be paid
// to. Reads only what a till reads. Errors: smartcard.no-bank-application, smartcard.layout, those of the dialogue.
Result<QString> readBankCardNumber(CardChannel& channel, const std::stop_token& stop);

} // namespace kuaiban::devices

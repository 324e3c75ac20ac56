#pragma once

#include "modules/base/Result.h"

namespace kuaiban::codes {

// Everyday numbers, taken as they will be stored: no spaces, no hyphens, upper-case. Pure functions, any thread.

// Bank card (ISO/IEC 7812): 16 to 19 digits with a Luhn check digit. Passbook accounts do not follow this rule.
// Errors: codes.bank-characters, codes.bank-length, codes.bank-check.
Done checkBankCard(const QString& text);

// Mobile phone of the mainland: 11 digits, the first 1, the second 3 to 9.
// Errors: codes.mobile-characters, codes.mobile-length (says how many digits there are), codes.mobile-start.
Done checkMobilePhone(const QString& text);

// Number printed on a social security card (社会保障卡卡号): 9 letters or digits; it changes with every new card.
// Errors: codes.card-length, codes.card-characters.
Done checkCardNumber(const QString& text);

} // namespace kuaiban::codes

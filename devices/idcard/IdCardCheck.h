#pragma once

#include "IdCard.h"
#include "modules/base/Result.h"

namespace kuaiban::devices {

// A card whose number contradicts what is printed beside it is refused, whoever's fault it is: it would open the file
// of another person. Residents and gat: check digit of GB 11643, birth and sex in the number. Foreigners 2023: check
// digit and the leading 9. Foreigners 2017: fifteen letters and digits.
Done checkIdCard(const IdCard& card);

} // namespace kuaiban::devices

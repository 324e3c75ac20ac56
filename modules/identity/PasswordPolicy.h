#pragma once

#include "modules/base/Random.h"
#include "modules/base/Result.h"

namespace kuaiban::identity {

// At least 8 characters with letters and digits, not containing the login name. Error: identity.password-weak.
Done checkPassword(const QString& password, const QString& login);

// Letters and digits that are hard to confuse, 12 of them.
QString generatedPassword(RandomSource& random);

} // namespace kuaiban::identity

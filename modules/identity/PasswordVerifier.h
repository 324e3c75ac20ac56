#pragma once

#include "modules/base/Random.h"
#include "modules/base/Result.h"

namespace kuaiban::identity {

// A scrypt verifier (RFC 7914) as text: "scrypt:<log2 N>:<r>:<p>:<salt hex>:<key hex>". Making or checking one takes
// about 50 ms and 32 MB on purpose; call it on a worker thread.
QString makeVerifier(const QString& password, RandomSource& random, int log2N = 15);

// Whether the password fits; a verifier that cannot be read fits nothing.
bool fitsVerifier(const QString& password, const QString& verifier);

} // namespace kuaiban::identity

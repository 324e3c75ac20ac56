#pragma once

#include "modules/base/Random.h"
#include "modules/base/Result.h"

namespace kuaiban::identity {

// What making a verifier costs in this process, as log2 of scrypt's N: 15 unless told otherwise. Only tests of other
// things lower it; a verifier carries its own cost. Any thread.
int verifierCost();
void setVerifierCost(int log2N);

// A scrypt verifier (RFC 7914) as text: "scrypt:<log2 N>:<r>:<p>:<salt hex>:<key hex>". Making or checking one takes
// about 50 ms and 32 MB on purpose; call it on a worker thread.
QString makeVerifier(const QString& password, RandomSource& random, int log2N = verifierCost());

// 32 bytes that only the password and the salt give, by scrypt with r = 8 and p = 1. Empty when scrypt refuses the
// cost.
QByteArray keyFromPassword(const QString& password, const QByteArray& salt, int log2N);

// Whether the password fits; a verifier that cannot be read fits nothing.
bool fitsVerifier(const QString& password, const QString& verifier);

} // namespace kuaiban::identity

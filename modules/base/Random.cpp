#include "Random.h"

#include <openssl/rand.h>

namespace kuaiban {

QByteArray SecureRandom::bytes(int count)
{
    QByteArray result(count, Qt::Uninitialized);
    if (RAND_bytes(reinterpret_cast<unsigned char*>(result.data()), count) != 1)
        qFatal("The system's random generator failed"); // going on with guessable tokens would be worse than stopping
    return result;
}

} // namespace kuaiban

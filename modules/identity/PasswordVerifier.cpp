#include "PasswordVerifier.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <QStringList>

#include <atomic>

namespace kuaiban::identity {

using namespace Qt::StringLiterals;

namespace {

constexpr int BlockSize = 8;
constexpr int Lanes = 1;
constexpr int KeyBytes = 32;
constexpr quint64 MemoryLimit = 256ULL * 1024 * 1024;

// Empty when scrypt refuses its parameters.
QByteArray derive(const QString& password, const QByteArray& salt, int log2N, int r, int p)
{
    // Passwords typed on different keyboards must compare equal whatever composition the input method produced.
    QByteArray secret = password.normalized(QString::NormalizationForm_C).toUtf8();
    QByteArray key(KeyBytes, '\0');
    const int done = EVP_PBE_scrypt(secret.constData(), static_cast<size_t>(secret.size()),
        reinterpret_cast<const unsigned char*>(salt.constData()), static_cast<size_t>(salt.size()), 1ULL << log2N,
        static_cast<quint64>(r), static_cast<quint64>(p), MemoryLimit, reinterpret_cast<unsigned char*>(key.data()),
        KeyBytes);
    OPENSSL_cleanse(secret.data(), static_cast<size_t>(secret.size()));
    return done == 1 ? key : QByteArray();
}

std::atomic<int> cost = 15; // about 50 ms and 32 MB

} // namespace

int verifierCost()
{
    return cost;
}

void setVerifierCost(int log2N)
{
    cost = log2N;
}

QByteArray keyFromPassword(const QString& password, const QByteArray& salt, int log2N)
{
    return derive(password, salt, log2N, BlockSize, Lanes);
}

QString makeVerifier(const QString& password, RandomSource& random, int log2N)
{
    const QByteArray salt = random.bytes(16);
    const QByteArray key = derive(password, salt, log2N, BlockSize, Lanes);
    return u"scrypt:%1:%2:%3:%4:%5"_s.arg(QString::number(log2N), QString::number(BlockSize), QString::number(Lanes),
        QString::fromLatin1(salt.toHex()), QString::fromLatin1(key.toHex()));
}

bool fitsVerifier(const QString& password, const QString& verifier)
{
    const auto parts = verifier.split(u':');
    if (parts.size() != 6 || parts.at(0) != "scrypt"_L1)
        return false;
    const int log2N = parts.at(1).toInt();
    const QByteArray expected = QByteArray::fromHex(parts.at(5).toLatin1());
    if (log2N < 1 || log2N > 20 || expected.size() != KeyBytes)
        return false;
    const QByteArray key =
        derive(password, QByteArray::fromHex(parts.at(4).toLatin1()), log2N, parts.at(2).toInt(), parts.at(3).toInt());
    return key.size() == KeyBytes && CRYPTO_memcmp(key.constData(), expected.constData(), KeyBytes) == 0;
}

} // namespace kuaiban::identity

#include "Sm4.h"

#include <openssl/evp.h>

#include <memory>

namespace kuaiban {

namespace {

constexpr qsizetype BlockBytes = 16;

} // namespace

QByteArray sm4Block(QByteArrayView key, QByteArrayView block)
{
    Q_ASSERT(key.size() == BlockBytes && block.size() == BlockBytes);
    const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(
        EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    QByteArray sealed(2 * BlockBytes, Qt::Uninitialized);
    int length = 0;
    const auto bytes = [](QByteArrayView view) { return reinterpret_cast<const unsigned char*>(view.data()); };
    const bool made = EVP_EncryptInit_ex(context.get(), EVP_sm4_ecb(), nullptr, bytes(key), nullptr) == 1 &&
                      EVP_CIPHER_CTX_set_padding(context.get(), 0) == 1 &&
                      EVP_EncryptUpdate(context.get(), reinterpret_cast<unsigned char*>(sealed.data()), &length,
                          bytes(block), static_cast<int>(BlockBytes)) == 1;
    if (!made || length != BlockBytes)
        qFatal("OpenSSL has no SM4");
    return sealed.first(BlockBytes);
}

} // namespace kuaiban

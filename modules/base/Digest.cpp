#include "Digest.h"

#include <openssl/evp.h>

#include <QRegularExpression>

namespace kuaiban {

using namespace Qt::StringLiterals;

struct Sm3::Context
{
    EVP_MD_CTX* md = EVP_MD_CTX_new();
    Context() { start(); }
    ~Context() { EVP_MD_CTX_free(md); }
    Q_DISABLE_COPY_MOVE(Context)

    void start()
    {
        if (EVP_DigestInit_ex(md, EVP_sm3(), nullptr) != 1)
            qFatal("OpenSSL has no SM3");
    }
};

Sm3::Sm3()
    : m_context(std::make_unique<Context>())
{}
Sm3::~Sm3() = default;
Sm3::Sm3(Sm3&&) noexcept = default;
Sm3& Sm3::operator=(Sm3&&) noexcept = default;

void Sm3::add(QByteArrayView bytes)
{
    EVP_DigestUpdate(m_context->md, bytes.data(), static_cast<size_t>(bytes.size()));
}

QByteArray Sm3::finish()
{
    QByteArray digest(32, Qt::Uninitialized);
    EVP_DigestFinal_ex(m_context->md, reinterpret_cast<unsigned char*>(digest.data()), nullptr);
    m_context->start();
    return digest;
}

QByteArray sm3(QByteArrayView bytes)
{
    Sm3 hash;
    hash.add(bytes);
    return hash.finish();
}

QString digestText(QByteArrayView digest)
{
    return "sm3:"_L1 + QString::fromLatin1(digest.toByteArray().toHex());
}

QString digestOf(QByteArrayView bytes)
{
    return digestText(sm3(bytes));
}

bool isDigest(const QString& text)
{
    static const QRegularExpression pattern(u"^sm3:[0-9a-f]{64}$"_s);
    return pattern.match(text).hasMatch();
}

} // namespace kuaiban

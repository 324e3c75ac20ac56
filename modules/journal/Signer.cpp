#include "Signer.h"

#include "JournalErrors.h"
#include "modules/base/Digest.h"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace kuaiban::journal {

using namespace Qt::StringLiterals;

namespace {

struct KeyDeleter
{
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    void operator()(BIO* bio) const { BIO_free(bio); }
};
using Key = std::unique_ptr<EVP_PKEY, KeyDeleter>;
using Context = std::unique_ptr<EVP_MD_CTX, KeyDeleter>;
using Bio = std::unique_ptr<BIO, KeyDeleter>;

QString opensslReason()
{
    char text[200];
    ERR_error_string_n(ERR_get_error(), text, sizeof text);
    return QString::fromLatin1(text);
}

template<class Write>
Result<QByteArray> written(Write write)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    if (write(bio.get()) != 1)
        return fail(signingKeyUnusable(opensslReason()));
    char* text = nullptr;
    const long length = BIO_get_mem_data(bio.get(), &text);
    return QByteArray(text, length);
}

bool fits(EVP_PKEY* key, const QByteArray& bytes, const QByteArray& signature)
{
    const Context context(EVP_MD_CTX_new());
    return EVP_DigestVerifyInit(context.get(), nullptr, EVP_sm3(), nullptr, key) == 1 &&
           EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char*>(signature.constData()),
               static_cast<size_t>(signature.size()), reinterpret_cast<const unsigned char*>(bytes.constData()),
               static_cast<size_t>(bytes.size())) == 1;
}

class PemPublicKey final : public PublicKey
{
public:
    PemPublicKey(Key key, QString id)
        : m_key(std::move(key))
        , m_id(std::move(id))
    {}

    QString keyId() const override { return m_id; }
    bool verifies(const QByteArray& bytes, const QByteArray& signature) const override
    {
        return fits(m_key.get(), bytes, signature);
    }

private:
    Key m_key;
    QString m_id;
};

class PemSigner final : public Signer
{
public:
    PemSigner(Key key, QString id)
        : m_key(std::move(key))
        , m_id(std::move(id))
    {}

    QString keyId() const override { return m_id; }
    bool verifies(const QByteArray& bytes, const QByteArray& signature) const override
    {
        return fits(m_key.get(), bytes, signature);
    }

    Result<QByteArray> publicPem() const override
    {
        return written([this](BIO* bio) { return PEM_write_bio_PUBKEY(bio, m_key.get()); });
    }

    Result<QByteArray> sign(const QByteArray& bytes) const override
    {
        const Context context(EVP_MD_CTX_new());
        const auto* data = reinterpret_cast<const unsigned char*>(bytes.constData());
        const auto length = static_cast<size_t>(bytes.size());
        size_t size = 0;
        if (EVP_DigestSignInit(context.get(), nullptr, EVP_sm3(), nullptr, m_key.get()) != 1 ||
            EVP_DigestSign(context.get(), nullptr, &size, data, length) != 1)
            return fail(signingKeyUnusable(opensslReason()));
        QByteArray signature(static_cast<qsizetype>(size), Qt::Uninitialized);
        if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size, data, length) != 1)
            return fail(signingKeyUnusable(opensslReason()));
        signature.truncate(static_cast<qsizetype>(size));
        return signature;
    }

private:
    Key m_key;
    QString m_id;
};

Result<QString> idOf(EVP_PKEY* key)
{
    unsigned char* der = nullptr;
    const int length = i2d_PUBKEY(key, &der);
    if (length <= 0)
        return fail(signingKeyUnusable(opensslReason()));
    const QString id = digestOf(QByteArray(reinterpret_cast<const char*>(der), length));
    OPENSSL_free(der);
    return id;
}

// Nothing ever asks for a passphrase: a program without a terminal would wait for it.
int noPassphrase(char*, int, int, void*)
{
    return -1;
}

} // namespace

Result<std::unique_ptr<PublicKey>> publicKeyFromPem(const QByteArray& pem)
{
    const Bio bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    Key key(PEM_read_bio_PUBKEY(bio.get(), nullptr, noPassphrase, nullptr));
    if (!key)
        return fail(signingKeyUnusable(opensslReason()));
    KB_TRY(const auto id, idOf(key.get()));
    return std::unique_ptr<PublicKey>(std::make_unique<PemPublicKey>(std::move(key), id));
}

Result<QByteArray> newSigningKey()
{
    const Key key(EVP_PKEY_Q_keygen(nullptr, nullptr, "SM2"));
    if (!key)
        return fail(signingKeyUnusable(opensslReason()));
    return written(
        [&](BIO* bio) { return PEM_write_bio_PKCS8PrivateKey(bio, key.get(), nullptr, nullptr, 0, nullptr, nullptr); });
}

Result<std::unique_ptr<Signer>> signerFromPem(const QByteArray& pem)
{
    const Bio bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    Key key(PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassphrase, nullptr));
    if (!key)
        return fail(signingKeyUnusable(opensslReason()));
    KB_TRY(const auto id, idOf(key.get()));
    std::unique_ptr<Signer> signer = std::make_unique<PemSigner>(std::move(key), id);
    KB_CHECK(signer->sign("probe"_ba)); // a key of a kind that cannot sign with SM3 is found at the start, not at night
    return signer;
}

QByteArray checkpointBytes(qint64 pos, const QByteArray& chain, qint64 atMs)
{
    return "kuaiban checkpoint\n"_ba + QByteArray::number(pos) + '\n' + chain.toHex() + '\n' +
           QByteArray::number(atMs) + '\n';
}

QByteArray pushBytes(const QByteArray& body)
{
    return "kuaiban push\n" + body;
}

} // namespace kuaiban::journal

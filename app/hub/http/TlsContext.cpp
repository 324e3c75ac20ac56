#include "TlsContext.h"

#include "HttpErrors.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <QFile>

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

// The oldest error in OpenSSL's queue is the cause, the later ones only pass it on.
QString opensslReason()
{
    const auto code = ERR_get_error();
    ERR_clear_error();
    const char* reason = code ? ERR_reason_error_string(code) : nullptr;
    return reason ? QString::fromLatin1(reason) : u"unknown"_s;
}

} // namespace

void FreeTlsContext::operator()(SSL_CTX* context) const
{
    SSL_CTX_free(context);
}

Result<TlsContext> makeTlsContext(const QString& certificateFile, const QString& keyFile)
{
    ERR_clear_error();
    TlsContext context(SSL_CTX_new(TLS_server_method()));
    if (!context)
        return fail(tlsConfig({}, opensslReason()));
    for (const auto& file : {certificateFile, keyFile}) {
        if (file.isEmpty() || !QFile(file).open(QIODevice::ReadOnly))
            return fail(tlsConfig(file, u"cannot be read"_s));
    }
    auto* raw = context.get();
    SSL_CTX_set_min_proto_version(raw, TLS1_2_VERSION);
    SSL_CTX_set_options(raw, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    SSL_CTX_set_mode(raw, SSL_MODE_RELEASE_BUFFERS); // idle connections are many
    // Names of IANA's registries as OpenSSL writes them; every suite has forward secrecy and authenticated encryption.
    SSL_CTX_set_cipher_list(raw, "ECDHE+AESGCM:ECDHE+CHACHA20");
    SSL_CTX_set1_groups_list(raw, "P-256:X25519:P-384");
    if (SSL_CTX_use_certificate_chain_file(raw, QFile::encodeName(certificateFile).constData()) != 1)
        return fail(tlsConfig(certificateFile, opensslReason()));
    if (SSL_CTX_use_PrivateKey_file(raw, QFile::encodeName(keyFile).constData(), SSL_FILETYPE_PEM) != 1)
        return fail(tlsConfig(keyFile, opensslReason()));
    if (SSL_CTX_check_private_key(raw) != 1)
        return fail(tlsConfig(keyFile, opensslReason()));
    return context;
}

} // namespace kuaiban::hub

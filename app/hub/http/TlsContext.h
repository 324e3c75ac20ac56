#pragma once

#include "modules/base/Result.h"

#include <memory>

using SSL_CTX = struct ssl_ctx_st;

namespace kuaiban::hub {

struct FreeTlsContext
{
    void operator()(SSL_CTX* context) const;
};
using TlsContext = std::unique_ptr<SSL_CTX, FreeTlsContext>;

// A server's OpenSSL context from a PEM chain and its PEM key: TLS 1.2 and 1.3, forward secrecy, curve P-256 first.
// http.tls-config names the file and OpenSSL's reason; a key that does not belong to the certificate is refused too.
Result<TlsContext> makeTlsContext(const QString& certificateFile, const QString& keyFile);

} // namespace kuaiban::hub

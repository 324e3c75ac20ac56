#pragma once

#include "HttpMessage.h"

namespace kuaiban::hub {

// The first line's target, decoded (RFC 9112 section 3.2: origin and absolute form, and "*").
struct RequestTarget
{
    QString path;
    QStringList segments; // cut before decoding, so that an escaped slash never makes a new segment
    HttpQuery query;
};

// http.malformed if an escape is broken, the text is no UTF-8 or holds U+0000, which PostgreSQL cannot store.
Result<RequestTarget> parseTarget(QByteArrayView target);

struct ClientOrigin
{
    QString address;
    bool secure = false;
};

// Who really asks: a peer among the trusted proxies is believed its X-Forwarded-For and X-Forwarded-Proto, nobody else
// is.
ClientOrigin clientOrigin(
    const QString& peer, bool secure, const HttpHeaders& headers, const QStringList& trustedProxies);

} // namespace kuaiban::hub

#pragma once

#include "HttpMessage.h"

namespace kuaiban::hub {

struct ResponseFraming
{
    bool keepAlive = true;
    bool http10 = false; // the client's version: an old client must be told that the connection stays
    QString requestId;
    qint64 nowMs = 0; // for Date
};

// Status line and headers up to the empty line (RFC 9112). Line breaks in values are dropped, so that nothing a handler
// passes on can start a header of its own. Cache-Control is no-store unless the handler set it: answers hold
// personal data.
QByteArray responseHead(const HttpResponse& response, const ResponseFraming& framing);

bool hasNoBody(int status); // 1xx, 204 and 304 end with their headers

QByteArray reasonPhrase(int status);

} // namespace kuaiban::hub

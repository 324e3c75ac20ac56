#pragma once

#include "modules/base/Failure.h"

// The failures of the HTTP layer. The first group answers requests, the second stops the hub from starting.
namespace kuaiban::hub {

inline Error requestMalformed(const QString& detail)
{
    return failure("http.malformed", Origin::Data, detail);
}

inline Error routeNotFound()
{
    return failure("http.not-found", Origin::Data);
}

inline Error methodNotAllowed(const QString& allowed)
{
    using namespace Qt::StringLiterals;
    return failure("http.method-not-allowed", Origin::Data, allowed).with(u"allowed"_s, allowed);
}

inline Error methodUnknown()
{
    return failure("http.method-unknown", Origin::Data);
}

inline Error bodyTooLarge(qint64 limitBytes)
{
    using namespace Qt::StringLiterals;
    return failure("http.body-too-large", Origin::Data)
        .with(u"limit"_s, limitBytes)
        .with(u"limit_kb"_s, limitBytes / 1024);
}

inline Error headersTooLarge(qint64 limitBytes)
{
    using namespace Qt::StringLiterals;
    return failure("http.headers-too-large", Origin::Data).with(u"limit"_s, limitBytes);
}

inline Error encodingUnknown()
{
    return failure("http.encoding", Origin::Data);
}

inline Error mediaTypeWrong(const QString& expected)
{
    using namespace Qt::StringLiterals;
    return failure("http.media-type", Origin::Data, expected).with(u"expected"_s, expected);
}

// All workers are taken and the queue is full, or the request waited there too long.
inline Error hubBusy(int retryAfterSeconds)
{
    using namespace Qt::StringLiterals;
    return failure("http.busy", Origin::Hub).with(u"seconds"_s, retryAfterSeconds);
}

inline Error tooManyConnections(int retryAfterSeconds)
{
    using namespace Qt::StringLiterals;
    return failure("http.too-many-connections", Origin::Hub).with(u"seconds"_s, retryAfterSeconds);
}

inline Error answerTimedOut()
{
    return failure("http.timeout", Origin::Hub);
}

inline Error tooManyRequests(int retryAfterSeconds)
{
    using namespace Qt::StringLiterals;
    return failure("http.too-many-requests", Origin::User).with(u"seconds"_s, retryAfterSeconds);
}

// A handler threw; `kind` is the type of the exception, never its text, which may quote data.
inline Error handlerFailed(const QString& kind)
{
    return failure("http.internal", Origin::Hub, kind);
}

inline Error portInUse(const QString& address, int port)
{
    using namespace Qt::StringLiterals;
    return failure("http.port-in-use", Origin::Machine).with(u"address"_s, address).with(u"port"_s, port);
}

inline Error cannotListen(const QString& address, int port, const QString& detail)
{
    using namespace Qt::StringLiterals;
    return failure("http.listen", Origin::Machine, detail).with(u"address"_s, address).with(u"port"_s, port);
}

inline Error tlsConfig(const QString& file, const QString& detail)
{
    using namespace Qt::StringLiterals;
    return failure("http.tls-config", Origin::Machine, detail).with(u"file"_s, file).with(u"reason"_s, detail);
}

// The program registered a route that is a double, malformed or undocumented.
inline Error routesWrong(const QString& mistakes)
{
    return failure("http.routes", Origin::Machine, mistakes);
}

} // namespace kuaiban::hub

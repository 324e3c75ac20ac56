#pragma once

#include "modules/base/Result.h"

#include <QByteArray>
#include <QFuture>
#include <QJsonObject>

namespace kuaiban::sync {

struct HubRequest
{
    QByteArray method = "GET";
    QString path = {};    // below /api/v1, with its query, percent-encoded
    QByteArray body = {}; // JSON, or raw bytes of a blob part
    QByteArray contentType = "application/json";
    QString idempotencyKey = {};
    int timeoutMs = 15'000;
    bool isSigned = false; // with the machine's key, which says where the body comes from
};

struct HubResponse
{
    int status = 0;
    QByteArray body;
    qint64 hubMs = 0; // time of the answer on the hub's clock, 0 if it did not say
    qint64 roundTripMs = 0;

    Result<QJsonObject> json() const;
};

// The way to the hub. Answers of 400 and more come as the Error their problem page names. Errors of the way itself:
// sync.unreachable, sync.timeout, sync.certificate. Used from the thread it lives in.
class HubLink
{
public:
    virtual ~HubLink() = default;
    virtual QFuture<Result<HubResponse>> send(const HubRequest& request) = 0;
};

// Worth trying again later: the way was broken, the hub was busy or ill. Everything else is an answer.
bool isTransient(const Error& error);

} // namespace kuaiban::sync

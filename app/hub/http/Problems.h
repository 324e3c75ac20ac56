#pragma once

#include "HttpMessage.h"
#include "modules/base/FailureManual.h"

#include <QHash>

namespace kuaiban::hub {

// Makes the pages that tell of failures: application/problem+json after RFC 9457. Beside its own members (type, title,
// status, detail, instance) a page holds code, origin, cause, remedy and fields. Constant: any thread may use it.
class Problems
{
public:
    // `statuses` gives codes of other rooms their HTTP status; those of this room are known.
    explicit Problems(const FailureManual& manual, QHash<QString, int> statuses = {});

    // The status of a code: the table, or by origin (user 422, data 400, everything on the hub's side 5xx).
    [[nodiscard]] int statusOf(const Error& error) const;

    // Language and id are those of the request. Fields named "seconds" also become Retry-After on 429 and 503,
    // "allowed" becomes Allow on 405.
    [[nodiscard]] HttpResponse page(const Error& error, const QString& language, const QString& requestId) const;
    [[nodiscard]] HttpResponse page(const Error& error, const HttpRequest& request) const;
    [[nodiscard]] HttpResponse page(const Error& error, int status, const HttpRequest& request) const;

private:
    HttpResponse page(const Error& error, int status, const QString& language, const QString& requestId) const;

    const FailureManual& m_manual;
    QHash<QString, int> m_statuses;
};

} // namespace kuaiban::hub

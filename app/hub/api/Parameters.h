#pragma once

#include "app/hub/http/HttpMessage.h"
#include "app/hub/http/Router.h"

namespace kuaiban::hub {

// A whole number of the query, `otherwise` when it is not there. Error: hub.parameter beyond least … most.
Result<qint64> integerParameter(
    const HttpRequest& request, const QString& name, qint64 otherwise, qint64 least, qint64 most);

// The digest in the path. Error: hub.parameter.
Result<QString> digestInPath(const HttpRequest& request);

// The Idempotency-Key of a write: 16 to 100 characters. Error: hub.idempotency-key.
Result<QString> idempotencyKey(const HttpRequest& request);

// Their documentation.
RouteParameter integerDoc(const QString& name, const QString& description, qint64 least, qint64 most);
RouteParameter textDoc(const QString& name, const QString& description);
RouteParameter idempotencyDoc();

} // namespace kuaiban::hub

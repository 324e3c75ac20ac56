#include "Parameters.h"

#include "HubErrors.h"
#include "modules/base/Digest.h"

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ShortestKey = 16;
constexpr qsizetype LongestKey = 100;

} // namespace

Result<qint64> integerParameter(
    const HttpRequest& request, const QString& name, qint64 otherwise, qint64 least, qint64 most)
{
    if (!request.query.has(name))
        return otherwise;
    bool understood = false;
    const qint64 number = request.query.value(name).toLongLong(&understood);
    if (!understood || number < least || number > most)
        return fail(parameterWrong(name, u"%1 … %2"_s.arg(least).arg(most)));
    return number;
}

Result<QString> digestInPath(const HttpRequest& request)
{
    const QString digest = request.pathValues.value(u"digest"_s);
    if (!isDigest(digest))
        return fail(parameterWrong(u"digest"_s, u"sm3:<64 hex digits>"_s));
    return digest;
}

Result<QString> idempotencyKey(const HttpRequest& request)
{
    const QString key = request.headers.value(u"Idempotency-Key").trimmed();
    if (key.size() < ShortestKey || key.size() > LongestKey)
        return fail(idempotencyKeyMissing());
    return key;
}

RouteParameter integerDoc(const QString& name, const QString& description, qint64 least, qint64 most)
{
    return {name, description, {{u"type"_s, u"integer"_s}, {u"minimum"_s, least}, {u"maximum"_s, most}}};
}

RouteParameter textDoc(const QString& name, const QString& description)
{
    return {.name = name, .description = description};
}

RouteParameter idempotencyDoc()
{
    return {u"Idempotency-Key"_s, u"A repeat with the same key is answered like the first one."_s,
        {{u"type"_s, u"string"_s}, {u"minLength"_s, ShortestKey}, {u"maxLength"_s, LongestKey}},
        RouteParameter::In::Header, true};
}

} // namespace kuaiban::hub

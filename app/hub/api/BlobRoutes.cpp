#include "app/hub/http/HttpErrors.h"
#include "CaseAccess.h"
#include "HubErrors.h"
#include "HubRoutes.h"
#include "HubWorker.h"
#include "modules/blobs/BlobErrors.h"
#include "Parameters.h"
#include "Schemas.h"

namespace kuaiban::hub {

using namespace Qt::StringLiterals;
using blobs::BlobStore;

namespace {

Result<qint64> announcedSize(const HttpRequest& request)
{
    if (!request.query.has(u"size"))
        return fail(parameterWrong(u"size"_s, u"1 … %1"_s.arg(BlobStore::MaximumSize)));
    return integerParameter(request, u"size"_s, 0, 1, BlobStore::MaximumSize);
}

Result<HttpReply> missing(const HubParts& parts, HttpRequest& request)
{
    KB_TRY(const auto digest, digestInPath(request));
    KB_TRY(const qint64 size, announcedSize(request));
    QJsonArray list;
    for (const int part : parts.blobs.missingParts(digest, size))
        list.append(part);
    return HttpResponse::json(QJsonObject{{u"missing"_s, list}});
}

Result<HttpReply> receive(const HubParts& parts, HttpRequest& request)
{
    KB_TRY(const auto digest, digestInPath(request));
    KB_TRY(const qint64 size, announcedSize(request));
    bool understood = false;
    const int part = request.pathValues.value(u"n"_s).toInt(&understood);
    if (!understood)
        return fail(blobs::blobPartRefused(u"number"_s));
    if (!request.headers.value(u"Content-Type").startsWith("application/octet-stream"_L1, Qt::CaseInsensitive))
        return fail(mediaTypeWrong(u"application/octet-stream"_s));
    KB_CHECK(parts.blobs.receivePart(digest, size, part, request.body));
    return HttpResponse::empty();
}

Result<HttpReply> send(const HubParts& parts, HttpRequest& request, WorkerContext& context)
{
    KB_TRY(const auto digest, digestInPath(request));
    auto& connection = connectionOf(context);
    KB_TRY(const auto streams, casesWithFile(digest, connection));
    std::optional<Error> refused;
    for (const auto& stream : streams) {
        const auto may = demandReading(signedIn(request), stream, connection, parts);
        if (may) {
            KB_TRY(const auto bytes, parts.blobs.read(digest));
            auto response = HttpResponse::text(bytes, u"application/octet-stream"_s);
            response.headers.set(
                u"Cache-Control"_s, u"private, max-age=31536000, immutable"_s); // a digest never means other bytes
            return response;
        }
        refused = may.error();
    }
    return fail(refused.value_or(blobs::blobMissing(digest)));
}

} // namespace

void addBlobRoutes(RouteBook& book)
{
    auto& parts = book.parts;
    const auto size = integerDoc(u"size"_s, u"Bytes of the whole file"_s, 1, BlobStore::MaximumSize);
    book.schemas.add(u"MissingParts"_s, schema::object({{u"missing"_s, schema::listOf(schema::integer())}}));
    book.router.add({.method = u"GET"_s,
        .path = u"/api/v1/blobs/{digest}/missing"_s,
        .doc = {.summary = u"Which parts of a file are still to come"_s,
            .tag = u"files"_s,
            .responseSchema = u"MissingParts"_s,
            .problems = {422},
            .parameters = {size}},
        .handler = [&parts](HttpRequest& request, WorkerContext&) { return missing(parts, request); }});
    book.router.add({.method = u"PUT"_s,
        .path = u"/api/v1/blobs/{digest}/parts/{n}"_s,
        .doc = {.summary = u"Brings one part of a file; repeats are harmless"_s,
            .description =
                u"Parts have 256 KB, the last one what is left. With the last missing part the file is put together "
                "and checked against its digest."_s,
            .tag = u"files"_s,
            .requestType = u"application/octet-stream"_s,
            .responseStatus = 204,
            .problems = {413, 415, 422},
            .parameters = {size}},
        .handler = [&parts](HttpRequest& request, WorkerContext&) { return receive(parts, request); },
        .bodyLimit = BlobStore::PartSize});
    book.router.add({.method = u"GET"_s,
        .path = u"/api/v1/blobs/{digest}"_s,
        .doc = {.summary = u"A file of a case that the account may read"_s,
            .tag = u"files"_s,
            .responseType = u"application/octet-stream"_s,
            .problems = {404}},
        .handler = [&parts](HttpRequest& request, WorkerContext& context) { return send(parts, request, context); }});
}

} // namespace kuaiban::hub

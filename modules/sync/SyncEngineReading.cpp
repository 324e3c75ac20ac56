#include "HubAnswers.h"
#include "SyncEngine.h"
#include "SyncErrors.h"

// What this counter does not follow and somebody wants to see all the same.
namespace kuaiban::sync {

using namespace Qt::StringLiterals;

QFuture<Result<casework::Case>> SyncEngine::fetchCase(const QString& stream)
{
    return m_link.send({.path = u"/streams/%1/events"_s.arg(stream)})
        .then(this, [this, stream](const Result<HubResponse>& response) -> Result<casework::Case> {
            if (!response) {
                // Offline, the last known picture is better than none.
                KB_TRY(const auto local, m_desk.view(stream));
                if (local.exists() && isTransient(response.error()))
                    return local;
                return fail(response.error());
            }
            KB_TRY(const auto json, response->json());
            KB_TRY(const auto events, eventsOf(json));
            KB_CHECK(m_desk.receiveStream(stream, events));
            return m_desk.view(stream);
        });
}

QFuture<Result<QByteArray>> SyncEngine::fetchFile(const QString& digest)
{
    if (auto here = m_desk.file(digest)) {
        QPromise<Result<QByteArray>> promise;
        promise.start();
        promise.addResult(std::move(here));
        promise.finish();
        return promise.future();
    }
    return m_link.send({.path = u"/blobs/%1"_s.arg(digest), .timeoutMs = 120'000})
        .then(this, [this, digest](const Result<HubResponse>& response) -> Result<QByteArray> {
            if (!response)
                return fail(response.error());
            KB_TRY(const auto stored, m_desk.keepFile(response->body));
            if (stored != digest)
                return fail(fileNotHere(digest));
            return response->body;
        });
}

} // namespace kuaiban::sync

#pragma once

#include "modules/sync/HubLink.h"

#include <QPromise>

namespace kuaiban::counter {

// A hub that notes what it is asked and always gives the answer the test laid out.
class FakeLink final : public sync::HubLink
{
public:
    explicit FakeLink(Result<sync::HubResponse> answer)
        : m_answer(std::move(answer))
    {}
    explicit FakeLink(const QByteArray& json)
        : m_answer(sync::HubResponse{200, json, 0, 0})
    {}

    QFuture<Result<sync::HubResponse>> send(const sync::HubRequest& request) override
    {
        asked.append(request);
        QPromise<Result<sync::HubResponse>> promise;
        promise.start();
        promise.addResult(m_answer);
        promise.finish();
        return promise.future();
    }

    QList<sync::HubRequest> asked;

private:
    Result<sync::HubResponse> m_answer;
};

} // namespace kuaiban::counter

#include "CarryIn.h"

#include "modules/base/Json.h"
#include "modules/store/Transaction.h"

#include <QJsonArray>

namespace kuaiban::sync {

using namespace Qt::StringLiterals;
using journal::Verdict;

CarryIn::CarryIn(Desk& desk, HubLink& link, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_link(link)
{}

QFuture<Result<CarriedOutcome>> CarryIn::bring(const carried::Work& work)
{
    m_work = work;
    m_outcome = {work.name};
    m_promise = {};
    m_promise.start();
    auto future = m_promise.future();
    next();
    return future;
}

void CarryIn::next()
{
    if (m_work.pushes.isEmpty()) {
        Outbox outbox(m_desk.parts().user);
        const auto kept = store::inTransaction(m_desk.parts().user, [&]() -> Done {
            for (const auto& file : std::as_const(m_work.files))
                KB_CHECK(outbox.addFile({file.digest, file.size, 0, file.stream}));
            return {};
        });
        m_outcome.files = m_work.files.size();
        return finish(kept ? Result<CarriedOutcome>(m_outcome) : fail(kept.error()));
    }
    const auto push = m_work.pushes.takeFirst();
    const QJsonObject body{{u"device"_s, m_work.device}, {u"body"_s, QString::fromUtf8(push.body)},
        {u"signature"_s, QString::fromLatin1(push.signature.toBase64())}};
    m_link.send({.method = "POST", .path = u"/carried-work"_s, .body = canonicalBytes(body), .timeoutMs = 60'000})
        .then(this, [this](const Result<HubResponse>& response) {
            const auto counted = response ? count(*response) : Done(fail(response.error()));
            if (counted)
                next();
            else
                finish(fail(counted.error()));
        });
}

Done CarryIn::count(const HubResponse& response)
{
    KB_TRY(const auto json, response.json());
    for (const auto& entry : json.value("answers"_L1).toArray()) {
        const auto answer = journal::Answer::fromJson(entry.toObject());
        switch (answer.verdict) {
        case Verdict::Applied:
            ++m_outcome.applied;
            break;
        case Verdict::AlreadyApplied:
            ++m_outcome.known;
            break;
        case Verdict::Held:
            ++m_outcome.held;
            break;
        case Verdict::Wait:
            ++m_outcome.waiting;
            break;
        case Verdict::Refused:
        case Verdict::Conflict:
            ++m_outcome.refused;
            break;
        }
    }
    return {};
}

void CarryIn::finish(Result<CarriedOutcome> result)
{
    m_promise.addResult(std::move(result));
    m_promise.finish();
}

} // namespace kuaiban::sync

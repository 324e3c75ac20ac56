#include "HttpCaller.h"

#include "CallerAnswer.h"
#include "CallerErrors.h"
#include "CallerTemplate.h"
#include "modules/base/Json.h"

namespace kuaiban::devices {

HttpCaller::HttpCaller(CallerProfile profile, Place place, std::chrono::milliseconds limit)
    : m_profile(std::move(profile))
    , m_place(std::move(place))
    , m_line(new HttpLine(limit, this))
{}

HttpQuestion HttpCaller::questionOf(const CallRequest& request) const
{
    const auto step = m_profile.steps.value(request.operation);
    const CallWords words{{u"window"_s, m_place.window}, {u"ticket"_s, request.ticket}, {u"clerk"_s, request.clerk}};
    const QUrl url(m_place.base.toString(QUrl::FullyEncoded | QUrl::StripTrailingSlash) + filledPath(step.path, words));
    return {
        step.method, url, m_profile.headers, step.body ? canonicalBytes(filledBody(*step.body, words)) : QByteArray()};
}

void HttpCaller::ask(const CallRequest& request, Answer answer)
{
    m_line->send(questionOf(request), [this, request, answer = std::move(answer)](const Result<HttpAnswer>& http) {
        const auto told =
            http ? CallerAnswer::read(m_profile, http->status, http->body) : Result<CallerAnswer>(fail(http.error()));
        if (!told)
            return answer(fail(told.error()));
        const bool isState = request.operation == CallOperation::State;
        if (isState || (m_profile.steps.value(request.operation).tellsState && !told->saysNobody()))
            return answer(told->state(m_profile));
        // The operation is done, and whatever happens now, nobody may think that it never was.
        ask({}, [answer](const Result<CallState>& state) {
            answer(state ? state : fail(callerNoAnswer(state.error().code)));
        });
    });
}

} // namespace kuaiban::devices

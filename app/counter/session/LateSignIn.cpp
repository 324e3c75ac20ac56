#include "LateSignIn.h"

#include "modules/identity/IdentityErrors.h"
#include "modules/sync/SyncErrors.h"

namespace kuaiban::counter {

namespace {

template<class Answer>
void give(const Answer& answer, const Result<sync::HubResponse>& response)
{
    answer->addResult(response);
    answer->finish();
}

} // namespace

LateSignIn::LateSignIn(std::unique_ptr<sync::HubLink> link, Credentials credentials, UseToken useToken)
    : m_link(std::move(link))
    , m_credentials(std::move(credentials))
    , m_useToken(std::move(useToken))
{}

LateSignIn::~LateSignIn()
{
    m_link.reset(); // answers what is underway, while everything that hears it is still there
}

QFuture<Result<sync::HubResponse>> LateSignIn::send(const sync::HubRequest& request)
{
    const Waiting mine{request, std::make_shared<Answer>()};
    mine.answer->start();
    auto future = mine.answer->future();
    if (m_useToken) {
        m_waiting.append(mine);
        if (m_waiting.size() == 1 && m_credentials)
            signIn(*m_link, m_credentials->login, m_credentials->password, this)
                .then(this, [this](const Result<SignedIn>& answer) { take(answer); });
        else if (!m_credentials)
            take(fail(identity::sessionExpired()));
    } else {
        pass(mine);
    }
    return future;
}

void LateSignIn::take(const Result<SignedIn>& signedIn)
{
    const auto waiting = std::exchange(m_waiting, {});
    if (!signedIn) {
        const bool again = sync::isTransient(signedIn.error());
        if (!again)
            m_credentials.reset(); // asked again and again they would lock the account
        for (const auto& one : waiting)
            give(one.answer, fail(again ? signedIn.error() : identity::sessionExpired()));
        return;
    }
    m_credentials.reset();
    std::exchange(m_useToken, {})(signedIn->token);
    Q_EMIT this->signedIn(*signedIn);
    for (const auto& one : waiting)
        pass(one);
}

void LateSignIn::pass(const Waiting& waiting)
{
    m_link->send(waiting.request).then(this, [answer = waiting.answer](const Result<sync::HubResponse>& response) {
        give(answer, response);
    });
}

} // namespace kuaiban::counter

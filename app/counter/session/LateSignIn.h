#pragma once

#include "SignIn.h"

#include <QPromise>

namespace kuaiban::counter {

// The way to the hub for somebody who signed in without it: before the first request that comes through he is signed in
// there. An answer that is no session (another password by now, a locked account) is told as identity.session, so that
// he signs in anew; what he did stays in his store. Lives in the desk's thread.
class LateSignIn final : public QObject, public sync::HubLink
{
    Q_OBJECT

public:
    using UseToken = std::function<void(const QString& token)>; // for the requests of `link` from then on

    LateSignIn(std::unique_ptr<sync::HubLink> link, Credentials credentials, UseToken useToken);
    ~LateSignIn() override;

    QFuture<Result<sync::HubResponse>> send(const sync::HubRequest& request) override;

Q_SIGNALS:
    void signedIn(const kuaiban::counter::SignedIn& signedIn);

private:
    using Answer = QPromise<Result<sync::HubResponse>>;
    struct Waiting
    {
        sync::HubRequest request;
        std::shared_ptr<Answer> answer;
    };

    void take(const Result<SignedIn>& signedIn);
    void pass(const Waiting& waiting);

    std::unique_ptr<sync::HubLink> m_link;
    std::optional<Credentials> m_credentials; // until the hub has judged them
    UseToken m_useToken;
    QList<Waiting> m_waiting; // for the answer to them
};

} // namespace kuaiban::counter

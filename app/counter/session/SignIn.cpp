#include "SignIn.h"

#include "modules/base/Json.h"

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

QFuture<Result<SignedIn>> signIn(sync::HubLink& link, const QString& login, const QString& password, QObject* context)
{
    const QJsonObject body{{u"login"_s, login}, {u"password"_s, password}};
    return link.send({.method = "POST", .path = u"/sessions"_s, .body = canonicalBytes(body), .timeoutMs = 20'000})
        .then(context, [](const Result<sync::HubResponse>& response) -> Result<SignedIn> {
            if (!response)
                return fail(response.error());
            KB_TRY(const auto json, response->json());
            KB_TRY(auto user, sync::DeskUser::fromJson(json.value("user"_L1).toObject()));
            return SignedIn{
                std::move(user), json.value("token"_L1).toString(), QUrl(json.value("publicBase"_L1).toString())};
        });
}

} // namespace kuaiban::counter

#include "OfflineLogin.h"

#include "modules/base/Json.h"
#include "modules/identity/IdentityErrors.h"
#include "modules/identity/PasswordVerifier.h"
#include "modules/store/SqliteConnection.h"
#include "modules/sync/LocalSchema.h"
#include "SessionErrors.h"

#include <QDir>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 DayMs = 24LL * 3600 * 1000;

QByteArray bytesOf(const SignedIn& signedIn)
{
    return canonicalBytes(
        {{u"user"_s, signedIn.user.toJson()}, {u"publicBase"_s, signedIn.publicBase.toString(QUrl::FullyEncoded)}});
}

} // namespace

OfflineLogin::OfflineLogin(QString dataFolder, int days, const Clock& clock)
    : m_dataFolder(std::move(dataFolder))
    , m_days(days)
    , m_clock(clock)
{}

Result<std::unique_ptr<store::Connection>> OfflineLogin::open() const
{
    if (!QDir().mkpath(m_dataFolder))
        return fail(folderNotWritable(m_dataFolder));
    KB_TRY(auto connection, store::SqliteConnection::open(m_dataFolder + "/machine.db"_L1));
    KB_CHECK(store::migrate(*connection, sync::machineSchemas()));
    return connection;
}

Done OfflineLogin::remember(const QString& login, const QString& verifier, const SignedIn& signedIn) const
{
    KB_TRY(const auto store, open());
    return sync::KnownUsers(*store).remember(login, verifier, bytesOf(signedIn), m_clock.nowMs());
}

Done OfflineLogin::meet(const QString& login, const SignedIn& signedIn) const
{
    KB_TRY(const auto store, open());
    return sync::KnownUsers(*store).meet(login, bytesOf(signedIn), m_clock.nowMs());
}

Done OfflineLogin::forget(const QString& login) const
{
    KB_TRY(const auto store, open());
    return sync::KnownUsers(*store).forget(login);
}

Done OfflineLogin::mayTry(const sync::KnownUser& known) const
{
    const qint64 now = m_clock.nowMs();
    if (known.failures >= MostTries)
        return fail(offlineLocked());
    if (now + sync::TimeKeeper::ToleranceMs < known.seenAt) // else the days would never end
        return fail(offlineClock());
    if (now - known.metAt >= m_days * DayMs)
        return fail(offlineExpired(m_days));
    return {};
}

Result<std::optional<SignedIn>> OfflineLogin::enter(const QString& login, const QString& password) const
{
    KB_TRY(const auto store, open());
    sync::KnownUsers users(*store);
    KB_TRY(const auto known, users.find(login));
    if (!known || m_days == 0)
        return std::nullopt;
    KB_CHECK(mayTry(*known));
    // Counted before it is judged: pulling the plug gives no further try.
    const qint64 now = m_clock.nowMs();
    KB_CHECK(users.countTry(login, std::max(now, known->seenAt)));
    if (!identity::fitsVerifier(password, known->verifier))
        return fail(identity::loginRefused(MostTries - known->failures - 1));
    KB_CHECK(users.clearTries(login));
    KB_TRY(const auto json, parseObject(known->bytes));
    KB_TRY(auto user, sync::DeskUser::fromJson(json.value("user"_L1).toObject()));
    const auto left = static_cast<int>((known->metAt + m_days * DayMs - now + DayMs - 1) / DayMs);
    return SignedIn{
        std::move(user), {}, QUrl(json.value("publicBase"_L1).toString()), Credentials{login, password}, left};
}

} // namespace kuaiban::counter

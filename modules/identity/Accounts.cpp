#include "Accounts.h"

#include "IdentityErrors.h"
#include "PasswordVerifier.h"

namespace kuaiban::identity {

using namespace Qt::StringLiterals;

namespace {

constexpr int FreeTries = 5;
constexpr qint64 MinuteMs = 60'000;

Account accountFrom(const store::Row& row)
{
    return {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.integer(5) != 0, row.text(6), {}};
}

// An organisation that is called otherwise now renames the office of its accounts.
constexpr auto AccountRows = "SELECT a.id, a.login, a.name, a.area, COALESCE(o.name, a.office), a.locked, "
                             "a.organisation FROM account a LEFT JOIN organisation o ON o.id = a.organisation ";

// A verifier of today's cost that no password fits.
const QString& decoyVerifier()
{
    static const QString verifier = [] {
        SecureRandom random;
        return makeVerifier(QString::fromLatin1(random.bytes(24).toHex()), random);
    }();
    return verifier;
}

Grant grantFrom(const store::Row& row)
{
    return {row.text(0), row.text(1), row.text(2), row.text(3).split(u',', Qt::SkipEmptyParts), row.integer(4),
        row.integer(5)};
}

} // namespace

Result<std::optional<Account>> Accounts::read(QByteArrayView where, const QString& value) const
{
    KB_TRY(auto account, m_connection.first(where, {value}, accountFrom));
    if (account)
        KB_CHECK(readGrants(*account));
    return account;
}

Done Accounts::readGrants(Account& account) const
{
    KB_TRY(account.grants, m_connection.list("SELECT id, post, area, items, valid_from, valid_until FROM "
                                             "account_grant WHERE account = ? ORDER BY id",
                               {account.id}, grantFrom));
    return {};
}

Result<std::optional<Account>> Accounts::byId(const QString& id) const
{
    return read(AccountRows + "WHERE a.id = ?"_ba, id);
}

Result<std::optional<Account>> Accounts::byLogin(const QString& login) const
{
    return read(AccountRows + "WHERE a.login = ?"_ba, login);
}

Result<QList<Account>> Accounts::all() const
{
    return m_connection.list(AccountRows + "ORDER BY a.login"_ba, {}, accountFrom);
}

Result<QList<Account>> Accounts::search(
    const QStringList& areas, const QString& text, const QString& after, int limit) const
{
    QByteArray within;
    store::Values values{after};
    for (const auto& area : areas) {
        within += within.isEmpty() ? "a.area LIKE ? || '%'" : " OR a.area LIKE ? || '%'";
        values.append(area);
    }
    if (within.isEmpty())
        return QList<Account>();
    QByteArray sql = AccountRows + "WHERE a.login > ? AND ("_ba + within + ')';
    if (!text.isEmpty()) {
        sql += " AND (LOWER(a.login) LIKE ? OR LOWER(a.name) LIKE ? OR LOWER(COALESCE(o.name, a.office)) LIKE ?)";
        QString plain = text.toLower();
        plain.remove(u'%').remove(u'_').remove(u'\\');
        for (int i = 0; i < 3; ++i)
            values.append(QString(u'%' + plain + u'%'));
    }
    values.append(qint64(limit));
    KB_TRY(auto accounts, m_connection.list(sql + " ORDER BY a.login LIMIT ?", values, accountFrom));
    for (auto& account : accounts)
        KB_CHECK(readGrants(account));
    return accounts;
}

Result<QList<Account>> Accounts::withGrantsOver(const QString& area) const
{
    QList<Account> accounts;
    KB_CHECK(m_connection.run(
        "SELECT g.id, g.post, g.area, g.items, g.valid_from, g.valid_until, a.id, a.login, a.name, a.area, "
        "COALESCE(o.name, a.office), a.organisation FROM account a JOIN account_grant g ON g.account = a.id "
        "LEFT JOIN organisation o ON o.id = a.organisation WHERE a.locked = 0 AND ? LIKE g.area || '%' "
        "ORDER BY a.login, g.id",
        {area}, [&](const store::Row& row) {
            if (accounts.isEmpty() || accounts.constLast().id != row.text(6))
                accounts.append(
                    {row.text(6), row.text(7), row.text(8), row.text(9), row.text(10), false, row.text(11), {}});
            accounts.last().grants.append(grantFrom(row));
        }));
    return accounts;
}

Done Accounts::setPassword(const QString& account, const QString& password, RandomSource& random)
{
    return setVerifier(account, makeVerifier(password, random));
}

Done Accounts::setVerifier(const QString& account, const QString& verifier)
{
    KB_CHECK(m_connection.execute(
        "INSERT INTO account_secret(account, verifier, failures, blocked_until) VALUES(?, ?, 0, 0) "
        "ON CONFLICT(account) DO UPDATE SET verifier = excluded.verifier, failures = 0, blocked_until = 0",
        {account, verifier}));
    return {};
}

Result<Account> Accounts::authenticate(const QString& login, const QString& password, qint64 nowMs)
{
    struct Secret
    {
        QString verifier;
        int failures = 0;
        qint64 blockedUntil = 0;
    };
    KB_TRY(const auto account, byLogin(login));
    if (!account) {
        // As slow as a wrong password, so that the time of the answer does not tell which accounts exist.
        (void)fitsVerifier(password, decoyVerifier());
        return fail(loginRefused(FreeTries - 1));
    }
    KB_TRY(const auto secret,
        m_connection.first("SELECT verifier, failures, blocked_until FROM account_secret WHERE account = ?",
            {account->id}, [](const store::Row& row) {
                return Secret{row.text(0), static_cast<int>(row.integer(1)), row.integer(2)};
            }));
    if (!secret)
        return fail(loginRefused(FreeTries));
    if (secret->blockedUntil > nowMs)
        return fail(tooManyTries((secret->blockedUntil - nowMs + MinuteMs - 1) / MinuteMs));
    if (!fitsVerifier(password, secret->verifier)) {
        KB_CHECK(noteFailure(account->id, secret->failures + 1, nowMs));
        return fail(loginRefused(qMax(0, FreeTries - secret->failures - 1)));
    }
    if (account->locked)
        return fail(accountLocked());
    if (secret->failures > 0)
        KB_CHECK(m_connection.execute(
            "UPDATE account_secret SET failures = 0, blocked_until = 0 WHERE account = ?", {account->id}));
    return *account;
}

Done Accounts::noteFailure(const QString& account, int failures, qint64 nowMs)
{
    const qint64 blockedUntil =
        failures < FreeTries ? 0 : nowMs + qMin<qint64>(60, 1LL << qMin(failures - FreeTries, 6)) * MinuteMs;
    KB_CHECK(m_connection.execute("UPDATE account_secret SET failures = ?, blocked_until = ? WHERE account = ?",
        {qint64(failures), blockedUntil, account}));
    return {};
}

} // namespace kuaiban::identity

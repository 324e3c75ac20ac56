#include "Accounting.h"
#include "api/HubErrors.h"
#include "CommandLine.h"
#include "modules/identity/Devices.h"
#include "modules/identity/Organisations.h"
#include "modules/store/Transaction.h"

#include <QFile>

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

QString passwordFrom(FILE* in)
{
    QFile file;
    if (!file.open(in, QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readLine(1024)).trimmed();
}

QJsonObject accountJson(const identity::Account& account)
{
    QJsonArray grants;
    for (const auto& grant : account.grants)
        grants.append(grant.toJson());
    return {{u"id"_s, account.id}, {u"login"_s, account.login}, {u"name"_s, account.name}, {u"area"_s, account.area},
        {u"office"_s, account.office}, {u"locked"_s, account.locked}, {u"grants"_s, grants}};
}

class UserProgram
{
public:
    UserProgram(HubCore& core, const Options& options, const Invocation& invocation)
        : m_accounting(core)
        , m_options(options)
        , m_invocation(invocation)
    {}

    Done run(const QString& action)
    {
        if (action == "list"_L1)
            return list();
        KB_TRY(const auto login, m_options.required(u"login"_s));
        if (action == "add"_L1)
            return add(login);
        if (action == "passwd"_L1)
            return setPassword(login);
        if (action == "lock"_L1)
            KB_CHECK(m_accounting.lock(login));
        else if (action == "unlock"_L1)
            KB_CHECK(m_accounting.unlock(login));
        else if (action == "grant"_L1 || action == "withdraw"_L1)
            KB_CHECK(changePosts(login, action == "grant"_L1));
        else
            return fail(commandLineWrong(action));
        m_invocation.print(QJsonObject{{u"login"_s, login}});
        return {};
    }

private:
    // The password of standard input, or a made one, which is printed.
    QString password(QJsonObject& answer) const
    {
        if (m_options.isSet(u"password-stdin"_s))
            return passwordFrom(m_invocation.in);
        const QString made = m_accounting.generatedPassword();
        answer.insert(u"password"_s, made);
        return made;
    }

    Done list()
    {
        KB_TRY(const auto accounts, m_accounting.all());
        for (const auto& account : accounts)
            m_invocation.print(accountJson(account));
        return {};
    }

    Done add(const QString& login)
    {
        NewAccount wanted{login, {}, {}, {}, m_options.value(u"post"_s).split(u',', Qt::SkipEmptyParts), {}};
        KB_TRY(wanted.name, m_options.required(u"name"_s));
        KB_TRY(wanted.area, m_options.required(u"area"_s));
        KB_TRY(wanted.office, m_options.required(u"office"_s));
        QJsonObject answer{{u"login"_s, login}};
        wanted.password = password(answer);
        KB_TRY(const auto id, m_accounting.add(wanted));
        answer.insert(u"account"_s, id);
        m_invocation.print(answer);
        return {};
    }

    Done setPassword(const QString& login)
    {
        QJsonObject answer{{u"login"_s, login}};
        KB_CHECK(m_accounting.setPassword(login, password(answer)));
        m_invocation.print(answer);
        return {};
    }

    Done changePosts(const QString& login, bool grant)
    {
        KB_TRY(const auto posts, m_options.required(u"post"_s));
        for (const auto& post : posts.split(u',', Qt::SkipEmptyParts))
            KB_CHECK(grant ? m_accounting.grant(login, post, m_options.value(u"area"_s))
                           : m_accounting.withdraw(login, post));
        return {};
    }

    Accounting m_accounting;
    const Options& m_options;
    const Invocation& m_invocation;
};

} // namespace

Result<int> userProgram(const Invocation& invocation)
{
    Options options(u"Accounts, from the hub's console."_s);
    options.takeConfig();
    options.argument(u"action"_s, u"add, grant, withdraw, lock, unlock, passwd or list"_s);
    options.take(u"login"_s, u"Login name"_s, u"name"_s);
    options.take(u"name"_s, u"Name of the person"_s, u"name"_s);
    options.take(u"area"_s, u"Code of the area"_s, u"code"_s);
    options.take(u"office"_s, u"Office, as printed"_s, u"name"_s);
    options.take(u"post"_s, u"Posts, separated by commas"_s, u"ids"_s);
    options.flag(u"password-stdin"_s, u"Read the password from standard input; otherwise one is made and printed"_s);
    KB_TRY(const bool go, options.parse(invocation));
    if (!go)
        return 0;
    KB_TRY(const auto config, options.config());
    const SystemClock clock;
    SecureRandom random;
    KB_TRY(const auto core, HubCore::open(config, clock, random));
    KB_CHECK(core->publishResources()); // before the first start there are no posts yet
    KB_CHECK(UserProgram(*core, options, invocation).run(options.positional().value(0)));
    return 0;
}

Result<int> enrolCodeProgram(const Invocation& invocation)
{
    Options options(u"Prints eight digits that make one machine a counter of an office, within an hour."_s);
    options.takeConfig();
    options.take(u"area"_s, u"Code of the area, 6 digits or more"_s, u"code"_s);
    options.take(u"office"_s, u"Office, as printed"_s, u"name"_s);
    KB_TRY(const bool go, options.parse(invocation));
    if (!go)
        return 0;
    KB_TRY(const auto config, options.config());
    KB_TRY(const auto area, options.required(u"area"_s));
    KB_TRY(const auto office, options.required(u"office"_s));
    bool digits = false;
    area.toULongLong(&digits);
    if (!digits || area.size() < 6 || area.size() > 12)
        return fail(commandLineWrong(u"--area"_s));
    const SystemClock clock;
    SecureRandom random;
    KB_TRY(const auto core, HubCore::open(config, clock, random));
    KB_TRY(const auto organisation, identity::Organisations(core->main()).named(office, area));
    KB_TRY(const auto code, store::inTransaction(core->main(), [&] {
        return identity::Devices(core->main(), random)
            .makeCode(area, office, clock.nowMs(), organisation ? organisation->id : QString());
    }));
    invocation.print(code);
    return 0;
}

} // namespace kuaiban::hub

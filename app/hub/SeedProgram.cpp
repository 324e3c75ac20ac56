#include "Accounting.h"
#include "api/HubCommands.h"
#include "CommandLine.h"
#include "modules/catalogue/CatalogueErrors.h"
#include "modules/catalogue/Definitions.h"
#include "modules/codes/AreaTree.h"
#include "modules/identity/Organisations.h"
#include "modules/identity/OrganisationStream.h"
#include "seed/RegistrySeed.h"

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

struct DemoAccount
{
    QString login;
    QString name;
    QString post;
};

const QList<DemoAccount>& demoAccounts()
{
    static const QList<DemoAccount> list{
        {u"chen"_s, u"陈思远"_s, u"window-clerk"_s},
        {u"zhao"_s, u"赵一鸣"_s, u"township-caseworker"_s},
        {u"liu"_s, u"刘敏"_s, u"reviewer"_s},
        {u"sun"_s, u"孙立"_s, u"dispatcher"_s},
        {u"zhou"_s, u"周航"_s, u"approver"_s},
        {u"han"_s, u"韩雪"_s, u"card-maker"_s},
        {u"wang"_s, u"王建国"_s, u"supervisor"_s},
        {u"admin"_s, u"系统管理员"_s, u"administrator"_s},
    };
    return list;
}

const QString DemoArea = u"210603"_s;
const QString DemoOffice = u"丹东市人社服务大厅"_s;

Done addDemoAccounts(HubCore& core, const QString& password, const Invocation& invocation)
{
    Accounting accounting(core);
    const QString common = password.isEmpty() ? accounting.generatedPassword() : password;
    KB_TRY(const auto present, accounting.all());
    for (const auto& [login, name, post] : demoAccounts()) {
        const bool known = std::any_of(present.begin(), present.end(),
            [&login = login](const identity::Account& account) { return account.login == login; });
        if (!known)
            KB_CHECK(accounting.add({login, name, DemoArea, DemoOffice, {post}, common}));
        invocation.print(
            {{u"login"_s, login}, {u"name"_s, name}, {u"post"_s, post}, {u"password"_s, known ? QString() : common}});
    }
    return {};
}

// The hall, what stands beside it in the district, an office in each township and some villages.
QList<identity::Organisation> demoOrganisations(const codes::AreaTree& areas, IdSource& ids)
{
    const auto* district = areas.find(DemoArea);
    const QString name = district ? district->name : DemoArea;
    QList<identity::Organisation> list;
    const auto add = [&](const QString& called, const QString& kind, const QString& area, const QString& parent) {
        identity::Organisation one;
        one.id = ids.next();
        one.name = called;
        one.kind = kind;
        one.area = area;
        one.parent = parent;
        list.append(one);
        return one.id;
    };
    const QString hall = add(DemoOffice, u"human-resources"_s, DemoArea, {});
    add(name + u"财政局"_s, u"finance"_s, DemoArea, {});
    add(name + u"农业农村局"_s, u"department"_s, DemoArea, {});
    add(name + u"民政局"_s, u"department"_s, DemoArea, {});
    constexpr qsizetype villages = 3; // of each township
    for (const auto& township : areas.children(DemoArea)) {
        const QString office = add(township.name + u"便民服务中心"_s, u"township"_s, township.code, hall);
        for (const auto& village :
            areas.children(township.code).first(qMin(villages, areas.children(township.code).size())))
            add(village.name, u"village"_s, village.code, office);
    }
    return list;
}

Done addDemoOrganisations(HubCore& core, const codes::AreaTree& areas)
{
    auto& parts = core.parts();
    KB_TRY(const auto known, identity::Organisations(core.main()).named(DemoOffice, DemoArea));
    if (known)
        return {};
    QList<HubCommand> commands;
    for (const auto& one : demoOrganisations(areas, parts.ids))
        commands.append({identity::OrganisationStream::kind(), one.id, u"OpenOrganisation"_s, one.toJson()});
    return submitAsHub(parts, core.main(), commands);
}

Result<codes::AreaTree> areasOf(HubCore& core)
{
    KB_TRY(const auto areas, catalogue::Definitions(core.main()).current(u"codes"_s, u"areas"_s));
    return codes::AreaTree::parse(areas ? areas->content : QByteArray());
}

} // namespace

Result<int> seedProgram(const Invocation& invocation)
{
    Options options(
        u"Fills an empty register with synthetic people and units, and adds demo accounts for every post."_s);
    options.takeConfig();
    options.take(u"persons"_s, u"How many people"_s, u"number"_s, u"1000"_s);
    options.take(u"seed"_s, u"The same number makes the same people"_s, u"number"_s, u"1"_s);
    options.take(u"demo-password"_s, u"Password of the demo accounts; otherwise one is made and printed"_s, u"text"_s);
    KB_TRY(const bool go, options.parse(invocation));
    if (!go)
        return 0;
    KB_TRY(const auto config, options.config());
    KB_TRY(const int persons, options.number(u"persons"_s, 1, 20'000'000));
    KB_TRY(const int seed, options.number(u"seed"_s, 0, std::numeric_limits<int>::max()));
    const SystemClock clock;
    SecureRandom random;
    KB_TRY(const auto core, HubCore::open(config, clock, random));
    KB_CHECK(core->publishResources());
    KB_TRY(const auto areas, areasOf(*core));
    KB_CHECK(seedRegistry(core->main(), areas, {persons, static_cast<quint64>(seed), legalDate(clock.nowMs())}));
    KB_CHECK(addDemoOrganisations(*core, areas));
    KB_CHECK(addDemoAccounts(*core, options.value(u"demo-password"_s), invocation));
    return 0;
}

} // namespace kuaiban::hub

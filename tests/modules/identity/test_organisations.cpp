#include "modules/identity/Accounts.h"
#include "modules/identity/AccountStream.h"
#include "modules/identity/Devices.h"
#include "modules/identity/IdentitySchema.h"
#include "modules/identity/Organisations.h"
#include "modules/identity/OrganisationStream.h"
#include "modules/journal/JournalSchema.h"
#include "modules/store/Migration.h"
#include "tests/support/base/FakeClock.h"
#include "tests/support/base/SeededRandom.h"
#include "tests/support/store/TestDatabase.h"

#include <QtTest>

using namespace kuaiban;
using namespace kuaiban::identity;
using namespace Qt::StringLiterals;

// Organisations: which ones stand, which are refused, and what follows from them for accounts and windows.
class TestOrganisations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void value_wrong_isRefused_data();
    void value_wrong_isRefused();
    void parent_belowItself_isRefused();
    void rename_reachesAccountsAndWindows();
    void close_whileInUse_isRefused();
    void closed_letsNobodyBegin();
    void area_thatLeavesWhatBelongsToIt_isRefused();
    void whatWasThereBefore_isAdopted();
    void closed_leavesItsNameFree_andComesBackOnlyIfItFits();
    void idleTime_comesFromTheNearestAbove();
    void account_moves_withinWhatCoversIt();
    void change_onAnOldVersion_isRefused();
    void named_severalOfThatName_isTheNearest();
    void listed_countsAccounts_pageByPage();
    void rebuild_equalsLive();

private:
    journal::Answer send(
        const QString& kind, const QString& stream, const QString& type, const QJsonObject& body, qint64 base);
    // "" or the code of the refusal.
    QString say(const QString& stream, const QString& type, const QJsonObject& body = {}, qint64 base = 0);
    QJsonObject body(const QString& name, const QString& area = u"210603"_s, const QString& parent = {})
    {
        return {{u"name"_s, name}, {u"kind"_s, u"human-resources"_s}, {u"area"_s, area},
            {u"parent"_s, parent.isEmpty() ? parent : id(parent)}};
    }
    QString id(const QString& name) // of a stream, by the name it has here
    {
        auto& known = m_names[name];
        if (known.isEmpty())
            known = m_ids.next();
        return known;
    }
    void addAccount(const QString& login, const QString& organisation);

    test::FakeClock m_clock;
    test::SeededRandom m_random;
    IdSource m_ids{m_clock, m_random};
    QHash<QString, QString> m_names;
    std::unique_ptr<store::Connection> m_connection;
    std::unique_ptr<journal::CommandGate> m_gate;
};

void TestOrganisations::init()
{
    m_connection = test::testDatabase().value();
    QVERIFY(store::migrate(*m_connection, {journal::journalSchema(), identitySchema()}));
    std::vector<std::unique_ptr<journal::StreamKind>> kinds;
    kinds.push_back(std::make_unique<AccountStream>(Posts{}));
    kinds.push_back(std::make_unique<OrganisationStream>());
    journal::Projections projections;
    projections.push_back(std::make_unique<AccountTable>());
    projections.push_back(std::make_unique<OrganisationTable>());
    m_gate = std::make_unique<journal::CommandGate>(m_clock, m_random, std::move(kinds), std::move(projections));
    QCOMPARE(say(u"city"_s, u"OpenOrganisation"_s, body(u"丹东市人社局"_s, u"2106"_s)), QString());
    QCOMPARE(say(u"hall"_s, u"OpenOrganisation"_s, body(u"振兴区大厅"_s, u"210603"_s, u"city"_s)), QString());
}

journal::Answer TestOrganisations::send(
    const QString& kind, const QString& stream, const QString& type, const QJsonObject& body, qint64 base)
{
    const journal::Command command{m_ids.next(), id(stream), kind, type, 1, u"hub"_s, u"hub"_s, base, {},
        {m_clock.nowMs(), m_clock.nowMs(), false}, {}, body};
    return m_gate->submit(*m_connection, {command.toJson()}, {}, {}).value().constFirst();
}

QString TestOrganisations::say(const QString& stream, const QString& type, const QJsonObject& body, qint64 base)
{
    const auto answer = send(OrganisationStream::kind(), stream, type, body, base);
    return answer.reason ? answer.reason->code : QString();
}

void TestOrganisations::addAccount(const QString& login, const QString& organisation)
{
    const auto answer = send(AccountStream::kind(), login, u"OpenAccount"_s,
        {{u"login"_s, login}, {u"name"_s, u"某"_s}, {u"area"_s, u"210603"_s}, {u"office"_s, u"旧名"_s},
            {u"organisation"_s, id(organisation)}},
        0);
    QVERIFY2(!answer.reason, qPrintable(answer.reason ? answer.reason->code : QString()));
}

void TestOrganisations::value_wrong_isRefused_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, const QString& field, const QJsonValue& value, const QString& code) {
        QTest::newRow(name) << field << value << code;
    };
    row("nothing", u"phone"_s, u"0415-2120000"_s, {});
    row("no name", u"name"_s, u"  "_s, u"identity.organisation-name"_s);
    row("a name too long", u"name"_s, QString(61, u'局'), u"identity.organisation-name"_s);
    row("a name of its area", u"name"_s, u"振兴区大厅"_s, u"identity.organisation-taken"_s);
    row("a kind of no table", u"kind"_s, u"moon"_s, u"identity.organisation-kind"_s);
    row("an area of five digits", u"area"_s, u"21060"_s, u"identity.organisation-area"_s);
    row("a parent of another area", u"area"_s, u"2102"_s, u"identity.organisation-parent"_s);
    row("a parent nobody knows", u"parent"_s, u"moon"_s, u"identity.organisation-parent"_s);
    row("an area with zeros to twelve digits", u"area"_s, u"210603000000"_s, u"identity.organisation-area"_s);
    row("an area with zeros to six digits", u"area"_s, u"210600"_s, u"identity.organisation-area"_s);
    row("a code too short", u"code"_s, u"1121060"_s, u"codes.credit-length"_s);
    row("an idle time of a day", u"idleMinutes"_s, 1440, u"identity.organisation-idle"_s);
    row("an idle time in words", u"idleMinutes"_s, u"ten"_s, u"base.json-field"_s);
}

void TestOrganisations::value_wrong_isRefused()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QFETCH(QString, code);
    auto json = body(u"振兴区财政局"_s, u"210603"_s, u"city"_s);
    json.insert(field, value);
    QCOMPARE(say(u"new"_s, u"OpenOrganisation"_s, json), code);
    QCOMPARE(Organisations(*m_connection).byId(id(u"new"_s)).value().has_value(), code.isEmpty());
}

void TestOrganisations::parent_belowItself_isRefused()
{
    QCOMPARE(say(u"city"_s, u"ChangeOrganisation"_s, body(u"丹东市人社局"_s, u"2106"_s, u"city"_s), 1),
        u"identity.organisation-parent"_s);
    QCOMPARE(say(u"counter"_s, u"OpenOrganisation"_s, body(u"一号厅"_s, u"210603"_s, u"hall"_s)), QString());
    QCOMPARE(say(u"hall"_s, u"ChangeOrganisation"_s, body(u"振兴区大厅"_s, u"210603"_s, u"counter"_s), 1),
        u"identity.organisation-parent"_s);
}

void TestOrganisations::rename_reachesAccountsAndWindows()
{
    addAccount(u"chen"_s, u"hall"_s);
    Devices devices(*m_connection, m_random);
    const auto code = devices.makeCode(u"210603"_s, u"振兴区大厅"_s, m_clock.nowMs(), id(u"hall"_s)).value();
    const auto device = devices.enrol(code, u"desk"_s, u"3"_s, m_ids, m_clock.nowMs()).value().device;
    const Accounts accounts(*m_connection);
    QCOMPARE(accounts.byLogin(u"chen"_s).value()->office, u"振兴区大厅"_s);
    QCOMPARE(
        say(u"hall"_s, u"ChangeOrganisation"_s, body(u"振兴区政务服务中心"_s, u"210603"_s, u"city"_s), 1), QString());
    QCOMPARE(accounts.byLogin(u"chen"_s).value()->office, u"振兴区政务服务中心"_s);
    QCOMPARE(accounts.search({u"21"_s}, u"政务"_s, {}, 10).value().size(), 1);
    QCOMPARE(accounts.search({u"21"_s}, u"CHE"_s, {}, 10).value().size(), 1); // on both engines
    QCOMPARE(accounts.search({u"21"_s}, u"%"_s, {}, 10).value().size(),
        accounts.search({u"21"_s}, {}, {}, 10).value().size());
    QCOMPARE(devices.byId(device.id).value().office, u"振兴区政务服务中心"_s);
    QCOMPARE(devices.ofOrganisation(id(u"hall"_s)).value().size(), 1);
}

void TestOrganisations::close_whileInUse_isRefused()
{
    QCOMPARE(say(u"city"_s, u"CloseOrganisation"_s, {}, 1), u"identity.organisation-in-use"_s); // the hall is below
    addAccount(u"chen"_s, u"hall"_s);
    QCOMPARE(say(u"hall"_s, u"CloseOrganisation"_s, {}, 1), u"identity.organisation-in-use"_s);
    send(AccountStream::kind(), u"chen"_s, u"LockAccount"_s, {}, 1);
    QCOMPARE(say(u"hall"_s, u"CloseOrganisation"_s, {}, 1), QString());
    QCOMPARE(say(u"city"_s, u"CloseOrganisation"_s, {}, 1), QString());
    QCOMPARE(say(u"moon"_s, u"CloseOrganisation"_s), u"identity.organisation"_s);
}

void TestOrganisations::closed_letsNobodyBegin()
{
    Devices devices(*m_connection, m_random);
    const qint64 now = m_clock.nowMs();
    const auto code = devices.makeCode(u"210603"_s, u"厅"_s, now, id(u"hall"_s)).value();
    const auto later = devices.makeCode(u"210603"_s, u"厅"_s, now, id(u"hall"_s)).value();
    const auto device = devices.enrol(code, u"desk"_s, u"1"_s, m_ids, now).value().device;
    QCOMPARE(say(u"hall"_s, u"CloseOrganisation"_s, {}, 1), u"identity.organisation-in-use"_s); // a machine is there
    QVERIFY(devices.revoke(device.id, now));
    addAccount(u"chen"_s, u"hall"_s);
    send(AccountStream::kind(), u"chen"_s, u"LockAccount"_s, {}, 1);
    QCOMPARE(say(u"hall"_s, u"CloseOrganisation"_s, {}, 1), QString());
    QCOMPARE(devices.enrol(later, u"desk"_s, u"2"_s, m_ids, now).error().code, u"identity.enrol-code"_s);
    const auto unlocked = send(AccountStream::kind(), u"chen"_s, u"UnlockAccount"_s, {}, 2);
    QCOMPARE(unlocked.reason.value_or(Error{}).code, u"identity.organisation"_s);
    QVERIFY(Accounts(*m_connection).byLogin(u"chen"_s).value()->locked);
}

void TestOrganisations::area_thatLeavesWhatBelongsToIt_isRefused()
{
    QCOMPARE(say(u"city"_s, u"ChangeOrganisation"_s, body(u"丹东市人社局"_s, u"2102"_s), 1),
        u"identity.organisation-leaves"_s); // the hall is below
    addAccount(u"chen"_s, u"hall"_s);
    QCOMPARE(say(u"hall"_s, u"ChangeOrganisation"_s, body(u"振兴区大厅"_s, u"210603002"_s, u"city"_s), 1),
        u"identity.organisation-leaves"_s);
    QCOMPARE(say(u"hall"_s, u"ChangeOrganisation"_s, body(u"振兴区大厅"_s, u"2106"_s, u"city"_s), 1), QString());
}

// Accounts and machines from before there were organisations.
void TestOrganisations::whatWasThereBefore_isAdopted()
{
    const auto opened = send(AccountStream::kind(), u"old"_s, u"OpenAccount"_s,
        {{u"login"_s, u"old"_s}, {u"name"_s, u"某"_s}, {u"area"_s, u"210604"_s}, {u"office"_s, u"旧厅"_s}}, 0);
    QVERIFY(!opened.reason);
    Devices devices(*m_connection, m_random);
    const auto code = devices.makeCode(u"210604"_s, u"旧厅"_s, m_clock.nowMs()).value();
    const auto device = devices.enrol(code, u"desk"_s, u"1"_s, m_ids, m_clock.nowMs()).value().device;
    QVERIFY(device.organisation.isEmpty());
    QCOMPARE(say(u"other"_s, u"OpenOrganisation"_s, body(u"旧厅"_s, u"210602"_s)), QString()); // of another area
    QVERIFY(devices.byId(device.id).value().organisation.isEmpty());
    QCOMPARE(say(u"theirs"_s, u"OpenOrganisation"_s, body(u"旧厅"_s, u"210604"_s)), QString());
    QCOMPARE(devices.byId(device.id).value().organisation, id(u"theirs"_s));
    const Accounts accounts(*m_connection);
    QCOMPARE(accounts.byLogin(u"old"_s).value()->organisation, id(u"theirs"_s));
    QVERIFY(journal::rebuild(*m_connection, m_gate->projections()));
    QCOMPARE(accounts.byLogin(u"old"_s).value()->organisation, id(u"theirs"_s));
}

void TestOrganisations::closed_leavesItsNameFree_andComesBackOnlyIfItFits()
{
    QCOMPARE(say(u"hall"_s, u"CloseOrganisation"_s, {}, 1), QString());
    QVERIFY(!Organisations(*m_connection).named(u"振兴区大厅"_s, u"210603"_s).value());
    const auto refused = send(AccountStream::kind(), u"late"_s, u"OpenAccount"_s,
        {{u"login"_s, u"late"_s}, {u"name"_s, u"某"_s}, {u"area"_s, u"210603"_s}, {u"office"_s, u"振兴区大厅"_s},
            {u"organisation"_s, id(u"hall"_s)}},
        0);
    QCOMPARE(refused.reason.value_or(Error{}).code, u"identity.organisation"_s); // nobody begins at a closed one
    QCOMPARE(say(u"new"_s, u"OpenOrganisation"_s, body(u"振兴区大厅"_s)), QString());
    QCOMPARE(say(u"hall"_s, u"ReopenOrganisation"_s, {}, 2), u"identity.organisation-taken"_s);
    QCOMPARE(say(u"new"_s, u"CloseOrganisation"_s, {}, 1), QString());
    QCOMPARE(say(u"hall"_s, u"ReopenOrganisation"_s, {}, 2), QString());
    QVERIFY(Organisations(*m_connection).named(u"振兴区大厅"_s, u"210603"_s).value());
}

void TestOrganisations::idleTime_comesFromTheNearestAbove()
{
    const Organisations organisations(*m_connection);
    QCOMPARE(organisations.idleMinutes(id(u"hall"_s)).value(), 0);
    auto json = body(u"丹东市人社局"_s, u"2106"_s);
    json.insert(u"idleMinutes"_s, 10);
    QCOMPARE(say(u"city"_s, u"ChangeOrganisation"_s, json, 1), QString());
    QCOMPARE(organisations.idleMinutes(id(u"hall"_s)).value(), 10);
    json = body(u"振兴区大厅"_s, u"210603"_s, u"city"_s);
    json.insert(u"idleMinutes"_s, 3);
    QCOMPARE(say(u"hall"_s, u"ChangeOrganisation"_s, json, 1), QString());
    QCOMPARE(organisations.idleMinutes(id(u"hall"_s)).value(), 3);
    QCOMPARE(organisations.idleMinutes(u"moon"_s).value(), 0);
}

void TestOrganisations::account_moves_withinWhatCoversIt()
{
    addAccount(u"chen"_s, u"hall"_s);
    QCOMPARE(say(u"far"_s, u"OpenOrganisation"_s, body(u"大连市人社局"_s, u"2102"_s)), QString());
    const auto move = [this](const QString& organisation, const QString& area, qint64 base) {
        const auto answer = send(AccountStream::kind(), u"chen"_s, u"ChangeAccount"_s,
            {{u"name"_s, u"陈·某某"_s}, {u"area"_s, area}, {u"office"_s, u"旧名"_s},
                {u"organisation"_s, id(organisation)}},
            base);
        return answer.reason ? answer.reason->code : QString();
    };
    QCOMPARE(move(u"far"_s, u"210603"_s, 1), u"identity.organisation"_s);
    QCOMPARE(move(u"city"_s, u"2106"_s, 1), QString());
    const Accounts accounts(*m_connection);
    const auto moved = accounts.byLogin(u"chen"_s).value();
    QCOMPARE(moved->name, u"陈·某某"_s);
    QCOMPARE(moved->area, u"2106"_s);
    QCOMPARE(moved->office, u"丹东市人社局"_s);
    QVERIFY(journal::rebuild(*m_connection, m_gate->projections()));
    QCOMPARE(accounts.byLogin(u"chen"_s).value()->office, u"丹东市人社局"_s);
}

void TestOrganisations::change_onAnOldVersion_isRefused()
{
    QCOMPARE(say(u"hall"_s, u"ChangeOrganisation"_s, body(u"甲"_s, u"210603"_s, u"city"_s), 1), QString());
    QVERIFY(!say(u"hall"_s, u"ChangeOrganisation"_s, body(u"乙"_s, u"210603"_s, u"city"_s), 1).isEmpty());
    QCOMPARE(Organisations(*m_connection).byId(id(u"hall"_s)).value()->name, u"甲"_s);
}

void TestOrganisations::named_severalOfThatName_isTheNearest()
{
    QCOMPARE(say(u"a"_s, u"OpenOrganisation"_s, body(u"服务大厅"_s, u"2106"_s)), QString());
    QCOMPARE(say(u"b"_s, u"OpenOrganisation"_s, body(u"服务大厅"_s, u"210603"_s)), QString());
    const Organisations organisations(*m_connection);
    QCOMPARE(organisations.named(u"服务大厅"_s, u"210603001"_s).value()->id, id(u"b"_s));
    QCOMPARE(organisations.named(u"服务大厅"_s, u"210602"_s).value()->id, id(u"a"_s));
    QVERIFY(!organisations.named(u"服务大厅"_s, u"2102"_s).value());
}

void TestOrganisations::listed_countsAccounts_pageByPage()
{
    addAccount(u"chen"_s, u"hall"_s);
    addAccount(u"zhou"_s, u"hall"_s);
    send(AccountStream::kind(), u"zhou"_s, u"LockAccount"_s, {}, 1);
    const Organisations organisations(*m_connection);
    const auto list = organisations.listed({u"210603"_s, u"21060"_s}, {}, 10).value();
    QCOMPARE(list.size(), 1); // the city is above what was asked for
    QCOMPARE(list.constFirst().organisation.id, id(u"hall"_s));
    QCOMPARE(list.constFirst().accounts, 1);
    QCOMPARE(list.constFirst().version, 1);
    QVERIFY(organisations.listed({}, {}, 10).value().isEmpty());
    const auto first = organisations.listed({u"21"_s}, {}, 1).value();
    const auto second = organisations.listed({u"21"_s}, first.constFirst().organisation.id, 1).value();
    QCOMPARE(first.constFirst().organisation.id, id(u"city"_s));
    QCOMPARE(second.constFirst().organisation.id, id(u"hall"_s));
    QVERIFY(organisations.listed({u"21"_s}, id(u"hall"_s), 1).value().isEmpty());
}

void TestOrganisations::rebuild_equalsLive()
{
    QCOMPARE(say(u"hall"_s, u"ChangeOrganisation"_s, body(u"新名"_s, u"210603"_s, u"city"_s), 1), QString());
    QCOMPARE(say(u"hall"_s, u"CloseOrganisation"_s, {}, 2), QString());
    const Organisations organisations(*m_connection);
    const auto before = organisations.byId(id(u"hall"_s)).value();
    const auto version = organisations.listed({u"210603"_s}, {}, 10).value().constFirst().version;
    QCOMPARE(version, 3);
    QVERIFY(journal::rebuild(*m_connection, m_gate->projections()));
    QCOMPARE(organisations.byId(id(u"hall"_s)).value(), before);
    QCOMPARE(organisations.listed({u"210603"_s}, {}, 10).value().constFirst().version, version);
    QVERIFY(before->closed);
    QVERIFY(organisations.byId(id(u"city"_s)).value());
}

QTEST_GUILESS_MAIN(TestOrganisations)
#include "test_organisations.moc"

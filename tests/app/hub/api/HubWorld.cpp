#include "HubWorld.h"

#include "app/hub/api/HubCommands.h"
#include "app/hub/Leases.h"
#include "modules/base/Json.h"
#include "modules/casework/CaseEvolution.h"
#include "modules/casework/CaseStream.h"
#include "modules/identity/Contacts.h"
#include "modules/identity/Devices.h"
#include "modules/identity/Organisations.h"
#include "modules/identity/OrganisationStream.h"
#include "modules/identity/PasswordVerifier.h"
#include "modules/journal/StreamLog.h"
#include "tests/support/casework/SampleMatter.h"
#include "tests/support/places/Places.h"
#include "tests/support/store/TestDatabase.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace kuaiban::test {

using namespace Qt::StringLiterals;

QByteArray jsonHeaders(const QByteArray& more)
{
    return "Content-Type: application/json\r\n" + more;
}

QByteArray Desk::headers() const
{
    return "Authorization: Bearer " + token.toLatin1() + "\r\nX-Device-Token: " + deviceToken.toLatin1() + "\r\n";
}

HubWorld::HubWorld()
{
    identity::setVerifierCost(4); // most of a test's time would go into passwords
    config.file = folder.filePath(u"hub.json"_s);
    config.database = isOnPostgres() ? postgresDatabase() : folder.filePath(u"hub.db"_s);
    config.blobs = folder.filePath(u"blobs"_s);
    config.resources = folder.filePath(u"resources"_s);
    config.http.workers = 4;
    config.publicBase = u"https://hub.test"_s;
    const QString source = test::inSource(u"resources/");
    for (const auto& file : {u"catalogue/items/free-intake.json"_s, u"catalogue/posts.json"_s, u"codes/calendar.json"_s,
             u"templates/slip-intake.json"_s, u"templates/intake-receipt.json"_s, u"templates/materials-list.json"_s,
             u"templates/supplement-notice.json"_s, u"templates/refusal-decision.json"_s}) {
        QDir().mkpath(QFileInfo(resource(file)).path());
        QFile::copy(source + file, resource(file));
    }
}

bool HubWorld::copyResources()
{
    const QString source = test::inSource(u"resources/");
    for (const auto& part :
        {u"catalogue"_s, u"catalogue/items"_s, u"catalogue/parameters"_s, u"codes"_s, u"templates"_s}) {
        if (!QDir().mkpath(resource(part)))
            return false;
        for (const auto& file : QDir(source + part).entryList({u"*.json"_s}, QDir::Files)) {
            const QString target = resource(part + u'/' + file);
            if (!QFile::exists(target) && !QFile::copy(source + part + u'/' + file, target))
                return false;
        }
    }
    return true;
}

HubWorld::~HubWorld()
{
    if (server)
        server->stop();
}

Done HubWorld::open()
{
    KB_TRY(core, hub::HubCore::open(config, clock, random));
    server = std::make_unique<hub::HubServer>(*core);
    return server->start();
}

Done HubWorld::addAccount(const QString& login, const QStringList& posts, const QString& area)
{
    KB_CHECK(hub::Accounting(*core).add(
        {login, u"测试"_s + login, area, QString::fromUtf8(Office), posts, QString::fromLatin1(Password)}));
    return {};
}

QString HubWorld::addOrganisation(const QString& name, const QString& area, const QString& parent)
{
    const QString id = ids.next();
    const auto done = hub::submitAsHub(core->parts(), core->main(),
        {{identity::OrganisationStream::kind(), id, u"OpenOrganisation"_s,
            {{u"name"_s, name}, {u"kind"_s, u"human-resources"_s}, {u"area"_s, area}, {u"parent"_s, parent}}}});
    return done ? id : QString();
}

QString HubWorld::enrolCode(const QString& area)
{
    const auto office = QString::fromUtf8(Office);
    const auto known = identity::Organisations(core->main()).named(office, area).value_or(std::nullopt);
    return identity::Devices(core->main(), random)
        .makeCode(area, office, clock.nowMs(), known ? known->id : QString())
        .value_or(QString());
}

Desk HubWorld::desk(const QString& login, const QString& area, const QByteArray& publicKey)
{
    Desk desk{login, {}, {}, {}, {}};
    const auto enrolled = ask("POST", u"/api/v1/devices/enrol"_s,
        canonicalBytes({{u"code"_s, enrolCode(area)}, {u"name"_s, u"desk of "_s + login}, {u"window"_s, u"3"_s},
            {u"publicKey"_s, QString::fromLatin1(publicKey)}}),
        jsonHeaders("Idempotency-Key: " + ids.next().toLatin1() + "\r\n"))
                              .json();
    desk.device = enrolled.value("device"_L1).toString();
    desk.deviceToken = enrolled.value("token"_L1).toString();
    const auto session = ask("POST", u"/api/v1/sessions"_s,
        canonicalBytes({{u"login"_s, login}, {u"password"_s, QString::fromLatin1(Password)}}),
        jsonHeaders("X-Device-Token: " + desk.deviceToken.toLatin1() + "\r\n"))
                             .json();
    desk.token = session.value("token"_L1).toString();
    desk.account = session.value("user"_L1).toObject().value("account"_L1).toString();
    return desk;
}

HttpTestReply HubWorld::ask(
    const QByteArray& method, const QString& path, const QByteArray& body, const QByteArray& headers)
{
    return HttpTestClient(server->port()).ask(method, path.toUtf8(), body, headers);
}

HttpTestReply HubWorld::get(const Desk& desk, const QString& path)
{
    return ask("GET", path, {}, desk.headers());
}

HttpTestReply HubWorld::post(const Desk& desk, const QString& path, const QJsonObject& body, const QByteArray& headers)
{
    return ask("POST", path, canonicalBytes(body), jsonHeaders(desk.headers() + headers));
}

journal::Command HubWorld::command(
    const Desk& desk, const QString& stream, const QString& type, const QJsonObject& body)
{
    const auto head = journal::StreamLog(core->main(), random).head(stream).value_or(journal::StreamHead{});
    const qint64 now = clock.nowMs();
    return {ids.next(), stream, casework::CaseStream::kind(), type, 1, desk.account, desk.device, head.version, {},
        {now, now, false}, {}, body};
}

QString HubWorld::freshNumber()
{
    return u"%1%2%3"_s.arg(QString::fromLatin1(Area), legalDate(clock.nowMs()).toString(u"yyyyMMdd"_s))
        .arg(++m_serial, 5, 10, QLatin1Char('0'));
}

journal::Command HubWorld::openCase(const Desk& desk, const QJsonArray& materials)
{
    return command(desk, ids.next(), u"OpenCase"_s,
        {{u"number"_s, freshNumber()}, {u"item"_s, u"free-intake"_s}, {u"revision"_s, 1},
            {u"area"_s, QString::fromLatin1(Area)}, {u"office"_s, u"振安区政务服务中心"_s}, {u"window"_s, u"3"_s},
            {u"queryCode"_s, u"7K2M9Q"_s}, {u"parties"_s, QJsonObject{{u"applicant"_s, party()}}},
            {u"values"_s, freeIntakeValues()}, {u"origins"_s, QJsonObject{{u"address"_s, u"card"_s}}},
            {u"materials"_s, materials}});
}

journal::Command HubWorld::onTask(const Desk& desk, const QString& stream, const QString& type, QJsonObject body)
{
    const auto state =
        casework::fold(journal::StreamLog(core->main(), random).history(stream).value_or(QList<journal::Event>{}));
    const auto* task = state.currentTask();
    body.insert(u"task"_s, task ? task->id : u"none"_s);
    return command(desk, stream, type, body);
}

HttpTestReply HubWorld::send(const Desk& desk, const QList<journal::Command>& commands)
{
    QJsonArray list;
    for (const auto& one : commands)
        list.append(one.toJson());
    return post(desk, u"/api/v1/commands"_s, {{u"commands"_s, list}});
}

QString HubWorld::say(const Desk& desk, const journal::Command& command)
{
    const auto reply = send(desk, {command});
    if (reply.status != 200)
        return u"%1 %2"_s.arg(reply.status).arg(reply.code());
    const auto answer = journal::Answer::fromJson(reply.json().value("answers"_L1).toArray().at(0).toObject());
    const QString verdict = journal::verdictName(answer.verdict);
    return answer.reason ? verdict + u' ' + answer.reason->code : verdict;
}

Done HubWorld::pass(qint64 ms)
{
    clock.advance(ms);
    return identity::Contacts(core->main()).note(journal::HubActor, clock.nowMs());
}

Done HubWorld::endLeases()
{
    return hub::endLeases(core->parts(), core->main());
}

QString HubWorld::openedCase(const Desk& desk)
{
    const auto opening = openCase(desk);
    return say(desk, opening) == "applied"_L1 ? opening.stream : QString();
}

} // namespace kuaiban::test

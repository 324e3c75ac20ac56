#include "Session.h"

#include "HubReply.h"
#include "modules/base/Json.h"
#include "modules/catalogue/Definitions.h"

#include <QJsonArray>
#include <QUrlQuery>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int CommandMs = 20'000;

QString withQuery(const QString& path, const QList<QPair<QString, QString>>& items)
{
    QUrlQuery query;
    for (const auto& [name, value] : items) {
        if (!value.isEmpty())
            query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    }
    return query.isEmpty() ? path : path + u'?' + query.toString(QUrl::FullyEncoded);
}

QString positive(qint64 number)
{
    return number > 0 ? QString::number(number) : QString();
}

} // namespace

Session::Session(World world, Profile profile, Enrolment enrolment, SignedIn signedIn, QObject* parent)
    : QObject(parent)
    , m_world(world)
    , m_profile(std::move(profile))
    , m_enrolment(std::move(enrolment))
    , m_signedIn(std::move(signedIn))
{
    qRegisterMetaType<kuaiban::sync::SyncState>();
}

Session::~Session() = default;

QFuture<Result<void>> Session::start()
{
    return m_desk.open(m_profile, m_enrolment, m_signedIn, m_world.shelf, m_world.clock, m_world.random, m_world.ids)
        .then(this, [this](const Result<void>& opened) {
            if (!opened)
                return opened;
            m_lastVisit = m_desk.room().lastVisit;
            auto* engine = m_desk.room().engine.get();
            connect(engine, &sync::SyncEngine::stateChanged, this, [this](const sync::SyncState& state) {
                m_state = state;
                Q_EMIT syncStateChanged(state);
            });
            connect(engine, &sync::SyncEngine::casesChanged, this, &Session::casesChanged);
            connect(engine, &sync::SyncEngine::levelReached, this, &Session::levelReached);
            connect(engine, &sync::SyncEngine::progressed, this, &Session::sendingProgressed);
            connect(engine, &sync::SyncEngine::sessionEnded, this, &Session::ended);
            if (auto* late = m_desk.room().late)
                connect(late, &LateSignIn::signedIn, this, &Session::meetHub);
            m_desk.run([](DeskRoom& room) {
                room.engine->start();
                return true;
            });
            return opened;
        });
}

bool Session::may(QLatin1StringView right, const identity::Posts& posts) const
{
    return identity::entitlement(posts, user().grants, right, user().area, {}, m_world.clock.nowMs()) ==
           identity::Entitlement::Held;
}

QFuture<Result<QList<ItemPtr>>> Session::items()
{
    return m_desk.run([](DeskRoom& room) { return room.desk->items(); });
}

QFuture<Result<ItemPtr>> Session::item(const QString& id, int revision)
{
    return m_desk.run([id, revision](DeskRoom& room) { return room.desk->item(id, revision); });
}

QFuture<Result<identity::Posts>> Session::posts()
{
    return m_desk.run([this](DeskRoom& room) { return m_world.shelf.posts(*room.machine); });
}

QFuture<Result<QList<sync::LocalCase>>> Session::cases(qint64 since)
{
    return m_desk.run([since](DeskRoom& room) { return room.desk->cases(since); });
}

QFuture<Result<casework::Case>> Session::view(const QString& stream)
{
    return m_desk.run([stream](DeskRoom& room) { return room.desk->view(stream); });
}

template<class Change>
QFuture<Result<casework::Case>> Session::change(Change deed)
{
    return m_desk
        .run([deed](DeskRoom& room) {
            auto result = deed(*room.desk);
            if (result)
                room.engine->wake();
            return result;
        })
        .then(this, [this](const Result<casework::Case>& result) {
            if (result)
                Q_EMIT casesChanged();
            return result;
        });
}

QFuture<Result<casework::Case>> Session::act(const QString& stream, const QString& type, const QJsonObject& body)
{
    return change([stream, type, body](sync::Desk& desk) { return desk.act(stream, type, body); });
}

QFuture<Result<casework::Case>> Session::open(const QString& draft, const QJsonObject& body)
{
    return change([draft, body](sync::Desk& desk) { return desk.open(draft, body); });
}

QFuture<Result<casework::Case>> Session::refuse(const QString& draft, const QJsonObject& body)
{
    return change([draft, body](sync::Desk& desk) { return desk.refuse(draft, body); });
}

QFuture<Result<void>> Session::saveDraft(const QString& id, const QJsonObject& content)
{
    return m_desk.run([id, content](DeskRoom& room) { return room.desk->saveDraft(id, content); });
}

QFuture<Result<QList<sync::Draft>>> Session::drafts()
{
    return m_desk.run([](DeskRoom& room) { return room.desk->drafts(); });
}

QFuture<Result<void>> Session::dropDraft(const QString& id)
{
    return m_desk.run([id](DeskRoom& room) { return room.desk->dropDraft(id); });
}

QFuture<Result<QString>> Session::keepFile(const QByteArray& bytes)
{
    return m_desk.run([bytes](DeskRoom& room) { return room.desk->keepFile(bytes); });
}

QFuture<Result<QByteArray>> Session::definition(const QString& table, const QString& key)
{
    return m_desk.run([table, key](DeskRoom& room) -> Result<QByteArray> {
        KB_TRY(const auto definition, catalogue::Definitions(*room.machine).current(table, key));
        return definition ? definition->content : QByteArray();
    });
}

QFuture<Result<casework::Case>> Session::fetchCase(const QString& stream)
{
    return m_desk.run([stream](DeskRoom& room) { return room.engine->fetchCase(stream); });
}

QFuture<Result<QByteArray>> Session::file(const QString& digest)
{
    return m_desk.run([digest](DeskRoom& room) { return room.engine->fetchFile(digest); });
}

QFuture<Result<CasePage>> Session::fetchRows(const QString& path, int limit)
{
    return ask({.path = path}).then(this, [limit](const Result<sync::HubResponse>& response) -> Result<CasePage> {
        KB_TRY(const auto json, jsonOf(response));
        CasePage page;
        for (const auto& row : json.value("rows"_L1).toArray())
            page.rows.append(casework::CaseRow::fromJson(row.toObject()));
        page.more = page.rows.size() == limit;
        return page;
    });
}

QFuture<Result<CasePage>> Session::queue(const casework::QueueFilter& filter)
{
    return fetchRows(
        withQuery(u"/tasks"_s,
            {{u"mine"_s, filter.mine ? u"true"_s : QString()}, {u"held"_s, filter.held ? u"true"_s : QString()},
                {u"text"_s, filter.text}, {u"afterOpenedAt"_s, positive(filter.afterOpenedAt)},
                {u"afterStream"_s, filter.afterStream}, {u"limit"_s, QString::number(filter.limit)}}),
        filter.limit);
}

QFuture<Result<TaskCounts>> Session::taskCounts()
{
    return ask({.path = u"/tasks/counts"_s})
        .then(this, [](const Result<sync::HubResponse>& response) -> Result<TaskCounts> {
            KB_TRY(const auto json, jsonOf(response));
            return TaskCounts{json.value("open"_L1).toInt(), json.value("mine"_L1).toInt()};
        });
}

QFuture<Result<CasePage>> Session::findCases(const casework::CaseFilter& filter, bool mine)
{
    return fetchRows(withQuery(u"/cases"_s,
                         {{u"openedBy"_s, mine ? u"me"_s : QString()}, {u"phase"_s, filter.phase},
                             {u"text"_s, filter.text}, {u"beforeOpenedAt"_s, positive(filter.beforeOpenedAt)},
                             {u"beforeStream"_s, filter.beforeStream}, {u"limit"_s, QString::number(filter.limit)}}),
        filter.limit);
}

QFuture<Result<QList<Colleague>>> Session::colleagues(QLatin1StringView right)
{
    const QString path = withQuery(u"/colleagues"_s, {{u"right"_s, QString(right)}});
    return ask({.path = path, .timeoutMs = 5000})
        .then(this, [](const Result<sync::HubResponse>& response) -> Result<QList<Colleague>> {
            KB_TRY(const auto json, jsonOf(response));
            QList<Colleague> colleagues;
            for (const auto& row : json.value("rows"_L1).toArray()) {
                const auto one = row.toObject();
                colleagues.append({one.value("account"_L1).toString(), one.value("name"_L1).toString(),
                    one.value("posts"_L1).toArray().at(0).toString(), one.value("office"_L1).toString()});
            }
            return colleagues;
        });
}

QFuture<Result<sync::HubResponse>> Session::ask(const sync::HubRequest& request)
{
    return m_desk.run([request](DeskRoom& room) { return room.link->send(request); });
}

QFuture<Result<void>> Session::command(
    const QString& kind, const QString& stream, qint64 base, const QString& type, const QJsonObject& body)
{
    journal::Command command{
        m_world.ids.next(), stream, kind, type, 1, user().account, user().device, base, {}, {}, {}, body};
    return m_desk
        .run([command](DeskRoom& room) mutable {
            command.times = room.desk->now();
            return room.link->send({.method = "POST",
                .path = u"/commands"_s,
                .body = canonicalBytes(QJsonObject{{u"commands"_s, QJsonArray{command.toJson()}}}),
                .timeoutMs = CommandMs,
                .isSigned = true});
        })
        .then(this, [](const Result<sync::HubResponse>& response) -> Result<void> {
            KB_TRY(const auto json, jsonOf(response));
            const auto answer = journal::Answer::fromJson(json.value("answers"_L1).toArray().first().toObject());
            if (answer.reason)
                return fail(*answer.reason);
            return {};
        });
}

// What he may do is as it was when he signed in; the hub judges by what he may do now.
void Session::meetHub(const SignedIn& signedIn)
{
    m_signedIn.token = signedIn.token;
    m_signedIn.later.reset();
    Q_EMIT metHub(signedIn);
}

void Session::signOut(QObject* keeper)
{
    if (m_signedIn.token.isEmpty()) // the hub has never heard of it
        return;
    // By a link of its own: the one in the desk's thread goes with the session, before the hub could hear of it.
    auto* link = new sync::HttpHubLink({m_profile.hub, m_profile.certificate, m_enrolment.token}, keeper);
    link->setSessionToken(m_signedIn.token);
    link->send({.method = "DELETE", .path = u"/sessions/current"_s, .timeoutMs = 2000})
        .then(link, [link](const Result<sync::HubResponse>&) { link->deleteLater(); });
}

} // namespace kuaiban::counter

#include "app/counter/session/LateSignIn.h"
#include "Awaited.h"
#include "modules/base/Json.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::counter;

namespace {

// A hub that is asked and answers when the test says so.
class SlowHub final : public sync::HubLink
{
public:
    using Response = Result<sync::HubResponse>;

    ~SlowHub() override { answerAll(fail(Error{u"sync.unreachable"_s, Origin::Network, {}, {}})); }

    QFuture<Response> send(const sync::HubRequest& request) override
    {
        asked.append(QString::fromLatin1(request.method) + u' ' + request.path);
        auto promise = std::make_shared<QPromise<Response>>();
        promise->start();
        m_open.append(promise);
        return promise->future();
    }
    void answerAll(const Response& response)
    {
        for (const auto& promise : std::exchange(m_open, {})) {
            promise->addResult(response);
            promise->finish();
        }
    }

    QStringList asked;

private:
    QList<std::shared_ptr<QPromise<Response>>> m_open;
};

sync::HubResponse session()
{
    sync::DeskUser user;
    user.account = u"account-1"_s;
    user.login = u"clerk01"_s;
    user.name = u"测试员甲"_s;
    user.device = u"device-1"_s;
    user.area = u"210603"_s;
    user.office = u"虚构镇便民服务站"_s;
    user.window = u"1"_s;
    return {200, canonicalBytes({{u"token"_s, u"fresh"_s}, {u"user"_s, user.toJson()}}), 0, 0};
}

Error problem(const QString& code, int status)
{
    return Error{code, Origin::User, {}, {{u"status"_s, status}}};
}

QString told(const QFuture<Result<sync::HubResponse>>& answer)
{
    const auto response = awaited(answer);
    return response ? QString::fromLatin1(response->body) : response.error().code;
}

} // namespace

// The first contact of somebody who signed in without the hub.
class TestLateSignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void request_first_signsInBefore();
    void requests_atOnce_signInOnce();
    void hub_stillAway_isAskedAgainWithTheNextRequest();
    void credentials_refused_endTheSessionAndAreNotAskedAgain_data();
    void credentials_refused_endTheSessionAndAreNotAskedAgain();
    void link_thatGoes_answersWhoWaits();

private:
    SlowHub* m_hub = nullptr;
    QString m_token;
    std::unique_ptr<LateSignIn> m_link;
};

void TestLateSignIn::init()
{
    auto hub = std::make_unique<SlowHub>();
    m_hub = hub.get();
    m_token.clear();
    m_link = std::make_unique<LateSignIn>(
        std::move(hub), Credentials{u"clerk01"_s, u"right"_s}, [this](const QString& token) { m_token = token; });
}

void TestLateSignIn::request_first_signsInBefore()
{
    QSignalSpy signedIn(m_link.get(), &LateSignIn::signedIn);
    const auto answer = m_link->send({.path = u"/feed"_s});
    QCOMPARE(m_hub->asked, QStringList{u"POST /sessions"_s});
    m_hub->answerAll(session());
    QTRY_COMPARE(m_hub->asked, (QStringList{u"POST /sessions"_s, u"GET /feed"_s}));
    QCOMPARE(m_token, u"fresh"_s);
    QCOMPARE(signedIn.size(), 1);
    m_hub->answerAll(sync::HubResponse{200, "rows", 0, 0});
    QCOMPARE(told(answer), u"rows"_s);
    const auto next = m_link->send({.path = u"/feed"_s});
    QCOMPARE(m_hub->asked.size(), 3);
    m_hub->answerAll(fail(problem(u"identity.session"_s, 401))); // as any session ends
    QCOMPARE(told(next), u"identity.session"_s);
    QCOMPARE(m_hub->asked.count(u"POST /sessions"_s), 1);
}

void TestLateSignIn::requests_atOnce_signInOnce()
{
    const auto one = m_link->send({.path = u"/one"_s});
    const auto two = m_link->send({.path = u"/two"_s});
    QCOMPARE(m_hub->asked, QStringList{u"POST /sessions"_s});
    m_hub->answerAll(session());
    QTRY_COMPARE(m_hub->asked, (QStringList{u"POST /sessions"_s, u"GET /one"_s, u"GET /two"_s}));
    m_hub->answerAll(sync::HubResponse{200, "there", 0, 0});
    QCOMPARE(told(one), u"there"_s);
    QCOMPARE(told(two), u"there"_s);
}

void TestLateSignIn::hub_stillAway_isAskedAgainWithTheNextRequest()
{
    const auto first = m_link->send({.path = u"/feed"_s});
    m_hub->answerAll(fail(Error{u"sync.unreachable"_s, Origin::Network, {}, {}}));
    QCOMPARE(told(first), u"sync.unreachable"_s);
    const auto second = m_link->send({.path = u"/feed"_s});
    QCOMPARE(m_hub->asked, (QStringList{u"POST /sessions"_s, u"POST /sessions"_s}));
    m_hub->answerAll(session());
    QTRY_COMPARE(m_hub->asked.size(), 3);
    m_hub->answerAll(sync::HubResponse{200, "rows", 0, 0});
    QCOMPARE(told(second), u"rows"_s);
}

void TestLateSignIn::credentials_refused_endTheSessionAndAreNotAskedAgain_data()
{
    QTest::addColumn<Error>("refusal");
    QTest::newRow("another password by now") << problem(u"identity.login"_s, 401);
    QTest::newRow("the account is locked") << problem(u"identity.locked"_s, 403);
    QTest::newRow("the machine was revoked") << problem(u"identity.device"_s, 401);
}

void TestLateSignIn::credentials_refused_endTheSessionAndAreNotAskedAgain()
{
    QFETCH(Error, refusal);
    const auto first = m_link->send({.path = u"/feed"_s});
    m_hub->answerAll(fail(refusal));
    QCOMPARE(told(first), u"identity.session"_s);
    QCOMPARE(told(m_link->send({.path = u"/feed"_s})), u"identity.session"_s);
    QCOMPARE(m_hub->asked, QStringList{u"POST /sessions"_s});
}

void TestLateSignIn::link_thatGoes_answersWhoWaits()
{
    const auto one = m_link->send({.path = u"/one"_s});
    const auto two = m_link->send({.path = u"/two"_s});
    m_link.reset();
    QCOMPARE(told(one), u"sync.unreachable"_s);
    QCOMPARE(told(two), u"sync.unreachable"_s);
}

QTEST_GUILESS_MAIN(TestLateSignIn)
#include "test_late_sign_in.moc"

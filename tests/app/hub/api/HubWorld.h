#pragma once

#include "app/hub/Accounting.h"
#include "app/hub/HubServer.h"
#include "modules/journal/Command.h"
#include "tests/support/http/HttpTestClient.h"

#include <QTemporaryDir>

#include <atomic>

namespace kuaiban::test {

// Runs with the real time and can be put forward: many threads read it.
class AheadClock final : public Clock
{
public:
    qint64 nowMs() const override { return m_real.nowMs() + m_ahead; }
    qint64 monotonicMs() const override { return m_real.monotonicMs() + m_ahead; }
    void advance(qint64 ms) { m_ahead += ms; }

private:
    SystemClock m_real;
    std::atomic<qint64> m_ahead = 0;
};

// Somebody at a machine: what is needed to ask the hub.
struct Desk
{
    QString login;
    QString account;
    QString device;
    QString deviceToken;
    QString token;

    QByteArray headers() const; // those of a request by this person
};

// A whole hub on a free port with a database in a folder of its own, and accounts for the posts in area 210603.
class HubWorld
{
public:
    static constexpr auto Area = "210603";
    static constexpr auto Password = "Correct1horse";
    static constexpr auto Office =
        "振安区政务服务中心"; // of accounts and machines; no organisation until a test adds it

    HubWorld();
    ~HubWorld();

    QTemporaryDir folder;
    AheadClock clock;
    SecureRandom random;
    IdSource ids{clock, random};
    hub::HubConfig config;
    std::unique_ptr<hub::HubCore> core;
    std::unique_ptr<hub::HubServer> server;

    // Resources are the free intake, its posts, the calendar and one template; a test may add files before.
    Done open();
    // All definitions of the source tree but the areas, which are large. Before open().
    bool copyResources();
    QString resource(const QString& path) const { return config.resources + u'/' + path; }

    // login → posts are given by their ids; the name is "测试" and the login.
    Done addAccount(const QString& login, const QStringList& posts, const QString& area = QString::fromLatin1(Area));
    // Its id; empty means that it was refused. Accounts and machines added later whose office it is belong to it.
    QString addOrganisation(
        const QString& name, const QString& area = QString::fromLatin1(Area), const QString& parent = {});
    QString enrolCode(const QString& area = QString::fromLatin1(Area));
    // Enrols a machine and signs in; an empty token means that it failed.
    Desk desk(const QString& login, const QString& area = QString::fromLatin1(Area), const QByteArray& publicKey = {});

    HttpTestReply ask(
        const QByteArray& method, const QString& path, const QByteArray& body = {}, const QByteArray& headers = {});
    HttpTestReply get(const Desk& desk, const QString& path);
    HttpTestReply post(const Desk& desk, const QString& path, const QJsonObject& body, const QByteArray& headers = {});

    // Commands the way a counter writes them, on the newest version.
    journal::Command command(
        const Desk& desk, const QString& stream, const QString& type, const QJsonObject& body = {});
    journal::Command openCase(const Desk& desk, const QJsonArray& materials = {});
    journal::Command onTask(const Desk& desk, const QString& stream, const QString& type, QJsonObject body = {});
    HttpTestReply send(const Desk& desk, const QList<journal::Command>& commands);
    QString say(
        const Desk& desk, const journal::Command& command); // "applied", "refused casework.right", "403 identity.right"

    // So much later; nobody was heard of, but the hub was there all the time.
    Done pass(qint64 ms);
    Done endLeases(); // those that are over

    // Whole ways: the stream, or empty.
    QString openedCase(const Desk& desk);

private:
    QString freshNumber();
    int m_serial = 0;
};

QByteArray jsonHeaders(const QByteArray& more = {});

} // namespace kuaiban::test

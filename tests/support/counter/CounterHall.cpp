#include "CounterHall.h"

#include "modules/base/Json.h"
#include "modules/casework/CaseEvolution.h"
#include "modules/casework/CaseStream.h"
#include "modules/casework/FormEnvironments.h"
#include "modules/journal/StreamLog.h"
#include "tests/support/casework/SampleMatter.h"
#include "tests/support/http/TestCertificate.h"
#include "tests/support/places/Places.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTcpServer>

namespace kuaiban::test {

using namespace Qt::StringLiterals;

quint16 portThatStays()
{
    constexpr int first = 20'000;
    constexpr int last = 32'000;
    QTcpServer probe;
    for (int attempt = 0; attempt < 100; ++attempt) {
        const auto port = static_cast<quint16>(QRandomGenerator::global()->bounded(first, last));
        if (probe.listen(QHostAddress::LocalHost, port))
            return port;
    }
    return 0;
}

CounterHall::CounterHall()
    : shelf(casework::standardFormEnvironment())
{
    const QString source = test::inSource(u"resources/");
    QStringList files;
    for (const auto& table :
        {u"typed-identity-reason"_s, u"agent-relation"_s, u"refusal-reason"_s, u"evaluation-reason"_s, u"AAC058"_s})
        files.append(u"codes/%1.json"_s.arg(table));
    for (const auto& name : QDir(source + u"templates"_s).entryList({u"*.json"_s}, QDir::Files))
        files.append(u"templates/"_s + name);
    for (const auto& file : std::as_const(files)) {
        QDir().mkpath(QFileInfo(hub.resource(file)).path());
        QFile::copy(source + file, hub.resource(file));
    }
}

void CounterHall::addMatter()
{
    auto matter = sampleMatter();
    matter.insert(u"receiptTemplate"_s, u"intake-receipt"_s);
    QFile file(hub.resource(u"catalogue/items/sample-matter.json"_s));
    if (file.open(QIODevice::WriteOnly))
        file.write(canonicalBytes(matter));
}

void CounterHall::speakTls()
{
    hub.config.http.certificateFile = hub.folder.filePath(u"certificate.pem"_s);
    hub.config.http.keyFile = hub.folder.filePath(u"key.pem"_s);
    writeTestCertificate(hub.config.http.certificateFile, hub.config.http.keyFile);
}

Done CounterHall::open()
{
    hub.config.http.port = portThatStays();
    KB_CHECK(hub.open());
    m_port = hub.server->port();
    KB_CHECK(hub.addAccount(u"chen"_s, {u"window-clerk"_s}));
    KB_CHECK(hub.addAccount(u"zhou"_s, {u"window-clerk"_s}));
    KB_CHECK(hub.addAccount(u"sun"_s, {u"dispatcher"_s}));
    KB_CHECK(hub.addAccount(u"liu"_s, {u"reviewer"_s}));
    KB_CHECK(hub.addAccount(u"wu"_s, {u"window-clerk"_s, u"dispatcher"_s, u"reviewer"_s}));
    return {};
}

QUrl CounterHall::address() const
{
    return QUrl(u"%1://127.0.0.1:%2"_s.arg(hub.config.http.tls() ? u"https"_s : u"http"_s).arg(m_port));
}

void CounterHall::cut()
{
    hub.server->stop();
    hub.server.reset();
}

void CounterHall::hold()
{
    cut();
    m_silence = std::make_unique<QTcpServer>();
    if (!m_silence->listen(QHostAddress::LocalHost, m_port))
        qFatal("nobody may listen where the hub was");
}

Done CounterHall::mend()
{
    m_silence.reset();
    if (hub.server)
        return {};
    hub.config.http.port = m_port;
    KB_TRY(hub.core, hub::HubCore::open(hub.config, hub.clock, hub.random));
    hub.server = std::make_unique<hub::HubServer>(*hub.core);
    return hub.server->start();
}

Desk CounterHall::desk(const QString& login)
{
    if (!m_desks.contains(login))
        m_desks.insert(login, hub.desk(login));
    return m_desks.value(login);
}

QString CounterHall::openedCase(const QString& who)
{
    return hub.openedCase(desk(who));
}

QString CounterHall::dispatchedCase(const QString& who, const QString& dispatcher)
{
    const QString stream = openedCase(who);
    const auto by = desk(dispatcher);
    const bool claimed = hub.say(by, hub.onTask(by, stream, u"ClaimTask"_s)) == "applied"_L1;
    const auto dispatch = hub.onTask(by, stream, u"DispatchCase"_s, {{u"department"_s, u"养老保险科"_s}});
    return claimed && hub.say(by, dispatch) == "applied"_L1 ? stream : QString();
}

casework::Case CounterHall::state(const QString& stream)
{
    return casework::fold(
        journal::StreamLog(hub.core->main(), hub.random).history(stream).value_or(QList<journal::Event>{}));
}

QStringList CounterHall::streams()
{
    QStringList found;
    [[maybe_unused]] const auto done = hub.core->main().run("SELECT stream FROM stream WHERE kind = ? ORDER BY stream",
        {casework::CaseStream::kind()}, [&](const store::Row& row) { found.append(row.text(0)); });
    return found;
}

int CounterHall::sessions(const QString& login)
{
    return static_cast<int>(
        hub.core->main()
            .integer("SELECT COUNT(*) FROM session s JOIN account a ON a.id = s.account WHERE a.login = ?", {login})
            .value_or(-1));
}

Done CounterHall::endSessions(const QString& login)
{
    KB_CHECK(hub.core->main().execute(
        "DELETE FROM session WHERE account IN (SELECT id FROM account WHERE login = ?)", {login}));
    return {};
}

} // namespace kuaiban::test

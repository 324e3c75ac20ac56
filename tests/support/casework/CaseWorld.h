#pragma once

#include "modules/base/Ids.h"
#include "modules/blobs/BlobStore.h"
#include "modules/casework/CaseFacts.h"
#include "modules/casework/CaseQueries.h"
#include "modules/casework/ItemShelf.h"
#include "modules/catalogue/Definitions.h"
#include "modules/identity/Accounts.h"
#include "modules/journal/CommandGate.h"
#include "modules/journal/Reactions.h"
#include "tests/support/base/FakeClock.h"
#include "tests/support/base/SeededRandom.h"

#include <QTemporaryDir>

namespace kuaiban::test {

// Somebody with an account, at the machine where that person works.
struct Actor
{
    QString id;
    QString name;
    QString device;
};

// A hub in memory: its tables, streams and projections, the published definitions of the source tree and accounts with
// posts in area 210603. Nothing here is faked but time and randomness.
class CaseWorld
{
public:
    explicit CaseWorld(quint32 seed = 1);

    // `definitions` beside those of resources/catalogue and resources/codes; all are published by one command. With
    // Catalogue::Small no matters but the free intake and no parameters: what opens thousands of worlds is faster so.
    enum class Catalogue { Whole, Small };
    Done open(const QList<catalogue::Definition>& definitions = {}, Catalogue catalogue = Catalogue::Whole);

    FakeClock clock;
    SeededRandom random;
    IdSource ids{clock, random};
    std::unique_ptr<store::Connection> connection;
    QTemporaryDir folder;
    blobs::BlobStore blobs;
    casework::ItemShelf shelf;
    std::unique_ptr<journal::CommandGate> gate;
    std::unique_ptr<journal::ReactionRunner> reactions; // run by the test, as a hub does after each commit

    Actor clerk;       // window clerk
    Actor secondClerk; // window clerk at the next window
    Actor dispatcher;
    Actor reviewer;
    Actor approver;
    Actor supervisor;
    Actor jack;     // clerk, dispatcher and reviewer in one: the small township office
    Actor outsider; // reviewer, but of another district

    // A command of the hub itself on any kind of stream, with the newest version as its base.
    journal::Command hubCommand(
        const QString& kind, const QString& stream, const QString& type, const QJsonObject& body);
    Done publish(const QList<catalogue::Definition>& definitions);
    Done grant(const Actor& actor, const QString& post, const QString& area, const QStringList& items = {});
    Done withdraw(const Actor& actor, const QString& post);

    // An event on the stream as another program, older or newer, would have written it: decided by nobody.
    Done append(const Actor& actor, const QString& stream, const QString& type, int v, const QJsonObject& body);

    Result<journal::Answer> send(const journal::Command& command, store::Connection* through = nullptr);
    // The answer in words: "applied", "refused casework.right", "conflict journal.changed"; "failed store.io".
    QString say(const journal::Command& command, store::Connection* through = nullptr);

    QList<journal::Event> events(const QString& stream);
    casework::Case state(const QString& stream);
    qint64 version(const QString& stream);
    // The line of a list of cases, read with the supervisor's rights.
    casework::CaseRow row(const QString& stream);
    identity::Account account(const Actor& actor);
    bool receives(const Actor& actor, const QString& stream); // whether the feed brings that stream to the actor
    // Everything a counter would gather for a decision on that case, gathered here without the hub's CaseStream.
    casework::CaseFacts deskFacts(const casework::Case& state, const journal::Command& command);

    // Everything in these tables as text: equal before and after means that nothing happened.
    QString dumpJournal();
    QString dumpProjections();

private:
    Done openAccount(
        Actor& actor, const QString& login, const QString& name, const QStringList& posts, const QString& area);
    QString dump(const QList<QByteArray>& tables);
};

} // namespace kuaiban::test

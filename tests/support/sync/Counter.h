#pragma once

#include "FakeHubLink.h"

#include "modules/sync/SyncEngine.h"
#include "tests/support/store/FailingConnection.h"

namespace kuaiban::test {

// A counter with one user signed in: machine and user store on disk, files, a clock of its own, desk and engine.
// Everything but the way to the hub is the real thing.
class Counter
{
public:
    Counter(CaseWorld& world, const Actor& who, quint32 seed);
    ~Counter();

    Done open();  // also after close(): the process starts again on the same disk
    void close(); // as when the process ends

    // One round with the hub, to its end or to the failure that ended it; nothing when it went well.
    std::optional<Error> sync();
    void rest(); // plans no further round
    // Waits (running the event loop) for an answer to the engine's own request.
    Result<casework::Case> fetchCase(const QString& stream);
    Result<QByteArray> fetchFile(const QString& digest);

    sync::Desk desk() { return {parts(*m_machineDisk, *m_userDisk), deskUser}; }
    // For desks on other stores than this counter's.
    sync::Desk::Parts parts(store::Connection& machineStore, store::Connection& userStore);
    // An empty user store in memory.
    static Result<std::unique_ptr<store::Connection>> emptyUserStore();
    static Result<std::unique_ptr<store::Connection>> emptyMachineStore();
    // Everything in the user store as text.
    static QString dump(store::Connection& userStore);

    // Empty when this counter sees the case as the hub's events say it is.
    QString difference(const QString& stream);

    // The body of OpenCase for a free intake, as the page hands it to the desk.
    static QJsonObject freeIntake(const QJsonArray& materials = {});
    // A material with one page that is kept in this counter's files.
    casework::CaseMaterial scan(const QByteArray& page);

    CaseWorld& world;
    Actor who;
    FakeClock clock;
    SeededRandom random;
    IdSource ids{clock, random};
    QTemporaryDir folder;
    blobs::BlobStore blobs;
    casework::ItemShelf shelf;
    std::unique_ptr<store::Connection> machine;
    std::unique_ptr<store::Connection> user;
    std::unique_ptr<sync::TimeKeeper> time;
    sync::DeskUser deskUser;
    FakeHubLink link;
    std::shared_ptr<Fuse> fuse = std::make_shared<Fuse>(); // of both stores
    std::unique_ptr<sync::Desk> engineDesk;
    std::unique_ptr<sync::SyncEngine> engine;

private:
    std::unique_ptr<FailingConnection> m_machineDisk;
    std::unique_ptr<FailingConnection> m_userDisk;
    bool m_started = false;
};

} // namespace kuaiban::test

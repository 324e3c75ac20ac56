#include "DeskThread.h"

#include "modules/store/SqliteConnection.h"
#include "modules/sync/LocalSchema.h"
#include "SessionErrors.h"

#include <QDir>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

void openLink(DeskRoom& room, const sync::HttpHubLink::Address& address, const SignedIn& signedIn)
{
    auto link = std::make_unique<sync::HttpHubLink>(address);
    link->setSessionToken(signedIn.token);
    if (!signedIn.later) {
        room.link = std::move(link);
        return;
    }
    auto useToken = [way = link.get()](const QString& token) { way->setSessionToken(token); };
    auto late = std::make_unique<LateSignIn>(std::move(link), *signedIn.later, std::move(useToken));
    room.late = late.get();
    room.link = std::move(late);
}

} // namespace

DeskThread::DeskThread()
    : m_context(new QObject)
    , m_room(std::make_unique<DeskRoom>())
{
    m_thread.setObjectName(u"desk"_s);
    m_context->moveToThread(&m_thread);
    m_thread.start();
}

DeskThread::~DeskThread()
{
    QMetaObject::invokeMethod(
        m_context,
        [this] {
            if (m_room->engine)
                m_room->engine->stop();
            // Whole and backwards, never by assignment: the link answers what is still asked when it goes, and whoever
            // would act on the answer must be gone before it, and the stores after it.
            m_room.reset();
        },
        Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
    delete m_context;
}

QFuture<Result<void>> DeskThread::open(const Profile& profile, const Enrolment& enrolment, const SignedIn& signedIn,
    casework::ItemShelf& shelf, const Clock& clock, RandomSource& random, IdSource& ids)
{
    return runNow<Result<void>>([profile, enrolment, signedIn, &shelf, &clock, &random, &ids](
                                    DeskRoom& room) -> Result<void> {
        const QString users = profile.dataFolder + "/users"_L1;
        if (!QDir().mkpath(users))
            return fail(folderNotWritable(users));
        KB_TRY(room.machine, store::SqliteConnection::open(profile.dataFolder + "/machine.db"_L1));
        KB_CHECK(store::migrate(*room.machine, sync::machineSchemas()));
        KB_TRY(room.user, store::SqliteConnection::open("%1/%2.db"_L1.arg(users, signedIn.user.account)));
        KB_CHECK(store::migrate(*room.user, sync::userSchemas()));
        room.blobs = std::make_unique<blobs::BlobStore>(profile.dataFolder + "/files"_L1);
        room.time = std::make_unique<sync::TimeKeeper>(clock);
        room.keptTime = std::make_unique<sync::KeptTime>(*room.machine, clock, *room.time);
        KB_CHECK(room.keptTime->restore());
        openLink(room, {profile.hub, profile.certificate, enrolment.token, enrolment.key}, signedIn);
        room.desk = std::make_unique<sync::Desk>(
            sync::Desk::Parts{clock, ids, *room.time, *room.machine, *room.user, *room.blobs, shelf}, signedIn.user);
        KB_TRY(room.lastVisit, room.desk->noteVisit());
        room.engine = std::make_unique<sync::SyncEngine>(*room.desk, *room.link, random);
        room.carryIn = std::make_unique<sync::CarryIn>(*room.desk, *room.link);
        QObject::connect(room.engine.get(), &sync::SyncEngine::levelReached, room.engine.get(), [&room] {
            if (const auto kept = room.keptTime->keep(); !kept)
                qWarning().noquote() << logLine(kept.error());
        });
        return {};
    });
}

} // namespace kuaiban::counter

#pragma once

#include "Enrolment.h"
#include "LateSignIn.h"
#include "modules/base/InMainThread.h"
#include "modules/sync/CarryIn.h"
#include "modules/sync/HttpHubLink.h"
#include "modules/sync/KeptTime.h"
#include "modules/sync/SyncEngine.h"
#include "Profile.h"

#include <QThread>

#include <memory>

namespace kuaiban::counter {

// What lives in the desk's thread: both stores, the link and the sync engine of one signed-in user.
struct DeskRoom
{
    std::unique_ptr<store::Connection> machine;
    std::unique_ptr<store::Connection> user;
    std::unique_ptr<blobs::BlobStore> blobs;
    std::unique_ptr<sync::TimeKeeper> time;
    std::unique_ptr<sync::KeptTime> keptTime;
    std::unique_ptr<sync::HubLink> link;
    LateSignIn* late = nullptr; // the link of somebody who signed in without the hub
    std::unique_ptr<sync::Desk> desk;
    std::unique_ptr<sync::SyncEngine> engine;
    std::unique_ptr<sync::CarryIn> carryIn;
    qint64 lastVisit = 0;
};

// The one thread in which a signed-in user's data is read and written, so that nothing ever blocks the window.
class DeskThread
{
public:
    DeskThread();
    ~DeskThread(); // ends the running work, closes stores and connections in their own thread
    Q_DISABLE_COPY_MOVE(DeskThread)

    // Opens the stores and starts the engine. Errors: session.folder, store.…
    QFuture<Result<void>> open(const Profile& profile, const Enrolment& enrolment, const SignedIn& signedIn,
        casework::ItemShelf& shelf, const Clock& clock, RandomSource& random, IdSource& ids);

    // Runs `work(DeskRoom&)` there; its value arrives through the future, in the main thread. Work that returns a
    // future of its own is waited for without blocking.
    template<class Work>
    auto run(Work work)
    {
        using Value = std::invoke_result_t<Work, DeskRoom&>;
        if constexpr (requires { typename Unwrapped<Value>::Inner; })
            return runLater<typename Unwrapped<Value>::Inner>(std::move(work));
        else
            return runNow<Value>(std::move(work));
    }

    DeskRoom& room() { return *m_room; } // for connecting signals after open(); its members belong to the thread

private:
    template<class T>
    struct Unwrapped
    {};
    template<class T>
    struct Unwrapped<QFuture<T>>
    {
        using Inner = T;
    };

    template<class Value, class Work>
    QFuture<Value> runNow(Work work)
    {
        auto promise = std::make_shared<QPromise<Value>>();
        promise->start();
        auto future = inMainThread(promise->future());
        QMetaObject::invokeMethod(m_context, [this, promise, work = std::move(work)]() mutable {
            promise->addResult(work(*m_room));
            promise->finish();
        });
        return future;
    }

    template<class Value, class Work>
    QFuture<Value> runLater(Work work)
    {
        auto promise = std::make_shared<QPromise<Value>>();
        promise->start();
        auto future = inMainThread(promise->future());
        QMetaObject::invokeMethod(m_context, [this, promise, work = std::move(work)]() mutable {
            work(*m_room).then(m_context, [promise](const Value& value) {
                promise->addResult(value);
                promise->finish();
            });
        });
        return future;
    }

    QThread m_thread;
    QObject* m_context; // lives in the thread
    std::unique_ptr<DeskRoom> m_room;
};

} // namespace kuaiban::counter

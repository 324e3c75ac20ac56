#pragma once

#include "Desk.h"
#include "HubLink.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>

namespace kuaiban::sync {

// What the bottom strip shows.
struct SyncState
{
    bool online = false;
    bool busy = false;
    int waiting = 0;        // cases with something to send
    qint64 lastContact = 0; // UTC milliseconds, 0 for never
    int failures = 0;       // in a row
    qint64 nextTry = 0;     // UTC milliseconds, 0 when none is planned
    std::optional<Error> error;
};

// Keeps the desk level with the hub: reads the feed, sends commands, sends files, refills numbers, reads again; then
// waits on the feed. Retries only what is transient, with full jitter from one second to five minutes. Lives in the
// desk's worker thread.
class SyncEngine : public QObject
{
    Q_OBJECT

public:
    SyncEngine(Desk& desk, HubLink& link, RandomSource& random, QObject* parent = nullptr);

    void start();
    void stop();
    // There is something new to send, or the user asked to try now.
    void wake();
    const SyncState& state() const { return m_state; }

    // The whole of a stream that this counter does not follow, for reading it before claiming.
    QFuture<Result<casework::Case>> fetchCase(const QString& stream);
    // A page of a material, from here or from the hub.
    QFuture<Result<QByteArray>> fetchFile(const QString& digest);

Q_SIGNALS:
    void stateChanged(const kuaiban::sync::SyncState& state);
    void casesChanged(); // what `Desk::cases` answers may be different now
    void progressed();   // a part of a file has arrived
    void sessionEnded(); // the hub no longer knows the session: sign in again
    void levelReached(); // the feed is read to its end and nothing is left to send

private:
    using Refusal = std::function<void(const Error&)>;

    void cycle();
    void pull();
    void fetchEntered();
    void redecide();
    void push();
    void sendFiles();
    void refusedCommands(const QList<journal::Command>& commands, const Error& error);
    void passOver(const OutgoingFile& file, const Error& error);
    void sendPart(const OutgoingFile& file, QList<int> missing);
    void refillNumbers();
    void finishCycle();
    void waitForFeed();

    void reached(const HubResponse& response);
    void failed(const Error& error);
    void publish();
    // Runs `work` on an answer and goes on; failures of the way or of the store end the cycle. `refused` is asked
    // instead when the hub says no to what was sent.
    template<class Work>
    void after(QFuture<Result<HubResponse>> future, Work work, const Refusal& refused = {});

    Desk& m_desk;
    HubLink& m_link;
    RandomSource& m_random;
    QTimer m_retry;
    SyncState m_state;
    bool m_running = false;
    bool m_again = false;
    bool m_moved = false; // this cycle changed local data
    bool m_secondPull = false;
    int m_generation = 0;
    journal::Holds m_holds;         // of this cycle
    int m_pushLimit = 0;            // commands of one request; one after a request was refused as a whole
    QSet<QString> m_refusedFiles;   // of this cycle
    QSet<QString> m_waitingStreams; // whose work the hub could not take in this cycle
    std::optional<Error> m_roundError;
    QString m_rangeKey; // of the request for numbers that is not answered yet
};

} // namespace kuaiban::sync

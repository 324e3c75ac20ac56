#include "SyncEngine.h"

#include "HubAnswers.h"
#include "modules/base/Json.h"
#include "modules/store/Transaction.h"
#include "SyncErrors.h"

#include <QJsonArray>
#include <QtEndian>

#include <algorithm>

namespace kuaiban::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr int FeedPage = 500;
constexpr int PushCommands = 100;
constexpr qsizetype PushBytes = 240'000;
constexpr int WaitSeconds = 20; // long poll; the hub answers earlier when something happens
constexpr qint64 LongestPauseMs = 5 * 60 * 1000;

} // namespace

SyncEngine::SyncEngine(Desk& desk, HubLink& link, RandomSource& random, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_link(link)
    , m_random(random)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &SyncEngine::cycle);
}

template<class Work>
void SyncEngine::after(QFuture<Result<HubResponse>> future, Work work, const Refusal& refused)
{
    const int generation = m_generation;
    future.then(this, [this, generation, work, refused](const Result<HubResponse>& response) {
        if (generation != m_generation)
            return;
        if (!response) {
            if (refused && refusesContent(response.error()))
                refused(response.error());
            else
                failed(response.error());
            return;
        }
        reached(*response);
        if (const Done done = work(*response); !done)
            failed(done.error());
    });
}

void SyncEngine::start()
{
    m_running = true;
    cycle();
}

void SyncEngine::stop()
{
    m_running = false;
    ++m_generation;
    m_retry.stop();
    m_state.busy = false;
}

void SyncEngine::wake()
{
    publish();
    if (!m_running)
        return;
    if (m_state.busy) {
        m_again = true;
        return;
    }
    cycle();
}

void SyncEngine::cycle()
{
    ++m_generation; // an answer to an earlier long poll no longer matters: this cycle reads the same rows
    m_retry.stop();
    m_again = false;
    m_moved = false;
    m_secondPull = false;
    m_pushLimit = PushCommands;
    m_refusedFiles.clear();
    m_waitingStreams.clear();
    m_roundError.reset();
    m_state.busy = true;
    m_state.nextTry = 0;
    publish();
    pull();
}

void SyncEngine::pull()
{
    const auto cursor = LocalStreams(m_desk.parts().user).cursor(m_desk.user().account);
    if (!cursor)
        return failed(cursor.error());
    after(m_link.send({.path = u"/feed?after=%1&limit=%2"_s.arg(*cursor).arg(FeedPage)}),
        [this](const HubResponse& response) -> Done {
            KB_TRY(const auto json, response.json());
            journal::Feed::Page page;
            for (const auto& entry : json.value("rows"_L1).toArray()) {
                KB_TRY(auto row, journal::FeedRow::fromJson(entry.toObject()));
                page.rows.append(std::move(row));
            }
            page.upTo = json.value("upTo"_L1).toInteger();
            KB_CHECK(m_desk.receive(page));
            m_moved = m_moved || !page.rows.isEmpty();
            if (json.value("more"_L1).toBool())
                pull();
            else
                fetchEntered();
            return {};
        });
}

void SyncEngine::fetchEntered()
{
    auto streams = LocalStreams(m_desk.parts().user).toFetch();
    if (streams && streams->isEmpty()) {
        if (const auto done = m_desk.settle(m_secondPull); !done)
            return failed(done.error());
        streams = LocalStreams(m_desk.parts().user).toFetch();
    }
    if (!streams)
        return failed(streams.error());
    if (streams->isEmpty())
        return m_secondPull ? finishCycle() : redecide();
    const QString stream = streams->constFirst();
    after(
        m_link.send({.path = u"/streams/%1/events"_s.arg(stream)}),
        [this, stream](const HubResponse& response) -> Done {
            KB_TRY(const auto json, response.json());
            KB_TRY(const auto events, eventsOf(json));
            KB_CHECK(m_desk.receiveStream(stream, events));
            m_moved = true;
            fetchEntered();
            return {};
        },
        [this, stream](const Error&) {
            if (const auto done = m_desk.leave(stream); !done)
                return failed(done.error());
            fetchEntered();
        });
}

void SyncEngine::redecide()
{
    const auto holds = m_desk.redecide();
    if (!holds)
        return failed(holds.error());
    m_holds = *holds;
    push();
}

void SyncEngine::push()
{
    Outbox outbox(m_desk.parts().user);
    const auto commands = outbox.ready(m_pushLimit, PushBytes, m_waitingStreams);
    if (!commands)
        return failed(commands.error());
    if (commands->isEmpty())
        return sendFiles();
    QJsonArray list;
    journal::Holds holds;
    for (const auto& command : *commands) {
        list.append(command.toJson());
        if (const auto held = m_holds.constFind(command.id); held != m_holds.constEnd())
            holds.insert(command.id, *held);
    }
    const QJsonObject body{{u"commands"_s, list}, {u"held"_s, journal::holdsToJson(holds)}};
    if (const auto done = store::inTransaction(m_desk.parts().user, [&] { return outbox.noteTried(*commands); }); !done)
        return failed(done.error());
    after(
        m_link.send({.method = "POST",
            .path = u"/commands"_s,
            .body = canonicalBytes(body),
            .timeoutMs = 60'000,
            .isSigned = true}),
        [this, sent = *commands](const HubResponse& response) -> Done {
            KB_TRY(const auto json, response.json());
            KB_TRY(const auto answers, answersTo(sent, json));
            KB_CHECK(m_desk.receiveAnswers(answers));
            for (qsizetype i = 0; i < sent.size(); ++i) {
                if (answers.at(i).verdict == journal::Verdict::Wait) // until the next round; the others go on
                    m_waitingStreams.insert(sent.at(i).stream);
            }
            m_moved = true;
            push();
            return {};
        },
        [this, sent = *commands](const Error& error) { refusedCommands(sent, error); });
}

void SyncEngine::refusedCommands(const QList<journal::Command>& commands, const Error& error)
{
    if (commands.size() > 1) { // one of them is the reason: from here on each goes by itself
        m_pushLimit = 1;
        return push();
    }
    if (const auto done = m_desk.receiveRefusal(commands.constFirst().id, error); !done)
        return failed(done.error());
    m_moved = true;
    push();
}

void SyncEngine::sendFiles()
{
    const auto files = Outbox(m_desk.parts().user).files();
    if (!files)
        return failed(files.error());
    const auto next = std::find_if(files->begin(), files->end(),
        [this](const OutgoingFile& file) { return !m_refusedFiles.contains(file.digest); });
    if (next == files->end())
        return refillNumbers();
    const auto file = *next;
    after(
        m_link.send({.path = u"/blobs/%1/missing?size=%2"_s.arg(file.digest).arg(file.size)}),
        [this, file](const HubResponse& response) -> Done {
            KB_TRY(const auto json, response.json());
            QList<int> missing;
            for (const auto& part : json.value("missing"_L1).toArray())
                missing.append(part.toInt());
            sendPart(file, missing);
            return {};
        },
        [this, file](const Error& error) { passOver(file, error); });
}

// The file stays in the outbox for the next round; the others go on.
void SyncEngine::passOver(const OutgoingFile& file, const Error& error)
{
    m_refusedFiles.insert(file.digest);
    m_roundError = error;
    sendFiles();
}

void SyncEngine::sendPart(const OutgoingFile& file, QList<int> missing)
{
    if (missing.isEmpty()) {
        if (const auto done = Outbox(m_desk.parts().user).fileSent(file.digest); !done)
            return failed(done.error());
        m_moved = true;
        return sendFiles();
    }
    const int part = missing.takeFirst();
    const auto bytes = m_desk.parts().blobs.readPart(file.digest, part);
    if (!bytes)
        return passOver(file, bytes.error());
    after(
        m_link.send({.method = "PUT",
            .path = u"/blobs/%1/parts/%2?size=%3"_s.arg(file.digest).arg(part).arg(file.size),
            .body = *bytes,
            .contentType = "application/octet-stream",
            .idempotencyKey = u"%1/%2"_s.arg(file.digest).arg(part),
            .timeoutMs = 120'000}),
        [this, file, missing](const HubResponse&) -> Done {
            const qint64 left =
                qMin(file.size, missing.size() * blobs::BlobStore::PartSize); // the last part may be shorter
            KB_CHECK(Outbox(m_desk.parts().user).fileProgress(file.digest, file.size - left));
            Q_EMIT progressed();
            sendPart(file, missing);
            return {};
        },
        [this, file](const Error& error) { passOver(file, error); });
}

void SyncEngine::refillNumbers()
{
    const auto next = [this] {
        m_secondPull = true;
        pull();
    };
    const auto left = NumberStock(m_desk.parts().machine).left(m_desk.user().area, legalDate(m_desk.now().corrected));
    if (!left)
        return failed(left.error());
    if (!NumberStock::needsRefill(*left))
        return next();
    if (m_rangeKey.isEmpty())
        m_rangeKey = m_desk.parts().ids.next();
    after(
        m_link.send({.method = "POST",
            .path = u"/number-ranges"_s,
            .body = canonicalBytes({{u"area"_s, m_desk.user().area}}),
            .idempotencyKey = m_rangeKey}),
        [this, next](const HubResponse& response) -> Done {
            KB_TRY(const auto json, response.json());
            KB_CHECK(NumberStock(m_desk.parts().machine)
                         .add({json.value("area"_L1).toString(), json.value("first"_L1).toInt(),
                             json.value("last"_L1).toInt()}));
            m_rangeKey.clear();
            next();
            return {};
        },
        [this, next](const Error& error) { // the rest goes on; cases can be opened while numbers are left
            m_rangeKey.clear();
            m_roundError = error;
            next();
        });
}

void SyncEngine::finishCycle()
{
    m_state.busy = false;
    m_state.online = true;
    m_state.failures = 0;
    m_state.error = m_roundError;
    publish();
    if (m_moved)
        Q_EMIT casesChanged();
    if (m_again)
        return cycle();
    Q_EMIT levelReached();
    waitForFeed();
}

void SyncEngine::waitForFeed()
{
    const auto cursor = LocalStreams(m_desk.parts().user).cursor(m_desk.user().account);
    if (!cursor)
        return failed(cursor.error());
    after(m_link.send({.path = u"/feed?after=%1&limit=1&wait=%2"_s.arg(*cursor).arg(WaitSeconds),
              .timeoutMs = (WaitSeconds + 15) * 1000}),
        [this](const HubResponse&) -> Done { // only a hint: the cycle reads the truth
            cycle();
            return {};
        });
}

void SyncEngine::reached(const HubResponse& response)
{
    if (response.hubMs > 0)
        m_desk.parts().time.learn(response.hubMs, response.roundTripMs);
    m_state.lastContact = m_desk.parts().clock.nowMs();
    if (!std::exchange(m_state.online, true))
        publish();
}

void SyncEngine::failed(const Error& error)
{
    ++m_generation;
    m_state.busy = false;
    m_state.error = error;
    ++m_state.failures;
    if (endsSession(error)) {
        publish();
        Q_EMIT sessionEnded();
        return;
    }
    m_state.online = !isTransient(error);
    const qint64 ceiling = qMin(LongestPauseMs, 1000LL << qMin(m_state.failures - 1, 9));
    const quint32 chance = qFromBigEndian<quint32>(m_random.bytes(4).constData());
    const qint64 pause = 1000 + static_cast<qint64>(chance % static_cast<quint32>(ceiling));
    m_state.nextTry = m_desk.parts().clock.nowMs() + pause;
    publish();
    if (m_moved)
        Q_EMIT casesChanged();
    if (m_running)
        m_retry.start(static_cast<int>(pause));
}

void SyncEngine::publish()
{
    m_state.waiting = m_desk.waiting().value_or(m_state.waiting);
    Q_EMIT stateChanged(m_state);
}

} // namespace kuaiban::sync

#include "HubReply.h"
#include "modules/carried/CarriedErrors.h"
#include "modules/casework/CaseStream.h"
#include "Session.h"

#include <QFile>
#include <QJsonArray>

// What is on its way from this counter to the hub or came too late, and what a person does about it.
namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int HeldMs = 10'000;

} // namespace

QFuture<Result<QList<sync::OutboxItem>>> Session::outbox()
{
    return m_desk.run([](DeskRoom& room) { return room.desk->outbox(); });
}

QFuture<Result<void>> Session::giveUp(const QString& command)
{
    return m_desk.run([command](DeskRoom& room) {
        auto done = room.desk->giveUp(command);
        if (done)
            room.engine->wake(); // the hub may hold it
        return done;
    });
}

QFuture<Result<QList<sync::OutgoingCase>>> Session::outgoing()
{
    return m_desk.run([](DeskRoom& room) { return room.desk->outgoing(); });
}

QFuture<Result<sync::LocalScope>> Session::localScope()
{
    return m_desk.run([](DeskRoom& room) { return room.desk->scope(); });
}

QFuture<Result<void>> Session::setParked(const QString& stream, bool parked)
{
    return m_desk.run([stream, parked](DeskRoom& room) {
        auto done = room.desk->setParked(stream, parked);
        if (done && !parked)
            room.engine->wake();
        return done;
    });
}

QFuture<Result<int>> Session::exportWork(const QString& path, const QString& password)
{
    return m_desk.run([this, path, password](DeskRoom& room) -> Result<int> {
        if (m_enrolment.key.isEmpty())
            return fail(carried::machineWithoutKey());
        KB_TRY(const auto signer, journal::signerFromPem(m_enrolment.key));
        KB_TRY(const auto work, room.desk->carryOut(*signer));
        KB_CHECK(carried::writeWork(path, password, work, *room.blobs, m_world.random));
        if (const auto noted = room.desk->noteCarried(); !noted) {
            QFile::remove(path); // before anybody carries it away
            return fail(noted.error());
        }
        return work.commands;
    });
}

QFuture<Result<sync::CarriedOutcome>> Session::importWork(const QString& path, const QString& password)
{
    return m_desk
        .run([path, password](DeskRoom& room) {
            const auto work = carried::readWork(path, password, *room.blobs);
            return work ? room.carryIn->bring(*work)
                        : QtFuture::makeReadyFuture(Result<sync::CarriedOutcome>(fail(work.error())));
        })
        .then(this, [this](const Result<sync::CarriedOutcome>& outcome) {
            if (outcome)
                retryNow(); // its files are to go
            return outcome;
        });
}

QFuture<Result<void>> Session::doAgain(const QString& stream)
{
    return m_desk
        .run([stream](DeskRoom& room) {
            auto done = room.desk->doAgain(stream);
            if (done)
                room.engine->wake();
            return done;
        })
        .then(this, [this](const Result<void>& done) {
            if (done)
                Q_EMIT casesChanged();
            return done;
        });
}

QFuture<Result<QList<sync::LapsedTask>>> Session::lapsedTasks()
{
    return m_desk.run([](DeskRoom& room) { return room.desk->lapsedTasks(); });
}

QFuture<Result<void>> Session::noteLapsesSeen(qint64 upTo)
{
    return m_desk.run([upTo](DeskRoom& room) { return room.desk->noteLapsesSeen(upTo); })
        .then(this, [this](const Result<void>& done) {
            if (done)
                Q_EMIT casesChanged();
            return done;
        });
}

QFuture<Result<QList<casework::HeldWork>>> Session::heldWork()
{
    return ask({.path = u"/held"_s, .timeoutMs = HeldMs})
        .then(this, [](const Result<sync::HubResponse>& response) -> Result<QList<casework::HeldWork>> {
            KB_TRY(const auto json, jsonOf(response));
            QList<casework::HeldWork> list;
            for (const auto& row : json.value("rows"_L1).toArray())
                list.append(casework::HeldWork::fromJson(row.toObject()));
            return list;
        });
}

QFuture<Result<void>> Session::ruleOnWork(const QString& stream, const QString& type, const QJsonObject& body)
{
    return command(casework::CaseStream::kind(), stream, 0, type, body);
}

void Session::retryNow()
{
    m_desk.run([](DeskRoom& room) {
        room.engine->wake();
        return true;
    });
}

} // namespace kuaiban::counter

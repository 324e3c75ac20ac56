#include "JournalVerifier.h"

#include "Event.h"
#include "modules/base/Digest.h"
#include "Signer.h"
#include "StreamLog.h"

#include <QHash>

namespace kuaiban::journal {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaximumProblems = 100; // a torn database should not fill the terminal

class Verification
{
public:
    Verification(store::Connection& connection, const Signer* signer)
        : m_connection(connection)
        , m_signer(signer)
    {}

    Result<VerifyReport> run()
    {
        KB_CHECK(checkStreams());
        KB_CHECK(checkHeads());
        KB_CHECK(checkFeed());
        KB_CHECK(checkCheckpoints());
        return std::move(m_report);
    }

private:
    void problem(const QString& text)
    {
        if (m_report.problems.size() < MaximumProblems)
            m_report.problems.append(text);
    }

    Done checkStreams()
    {
        QString stream;
        qint64 version = 0;
        QByteArray chain;
        KB_CHECK(m_connection.run("SELECT e.stream, e.version, e.bytes, e.hash, p.salt, p.bytes FROM event e "
                                  "LEFT JOIN event_personal p ON p.event = e.id ORDER BY e.stream, e.version",
            {}, [&](const store::Row& row) {
                if (row.text(0) != stream) {
                    finishStream(stream, version, chain);
                    stream = row.text(0);
                    version = 0;
                    chain = chainStart();
                }
                ++version;
                ++m_report.events;
                const QString where = "stream %1 version %2"_L1.arg(stream, QString::number(row.integer(1)));
                if (row.integer(1) != version) {
                    problem("%1: version %2 is missing"_L1.arg(where, QString::number(version)));
                    version = row.integer(1);
                }
                const QByteArray bytes = row.bytes(2);
                chain = chained(chain, bytes);
                if (chain != row.bytes(3)) {
                    problem("%1: does not continue the chain"_L1.arg(where));
                    chain = row.bytes(3);
                }
                checkEnvelope(bytes, stream, row.integer(1), where);
                checkPersonal(Event::personalDigest(bytes), row.bytes(4), row.bytes(5), where);
            }));
        finishStream(stream, version, chain);
        return {};
    }

    void finishStream(const QString& stream, qint64 version, const QByteArray& chain)
    {
        if (version == 0)
            return;
        ++m_report.streams;
        m_ends.insert(stream, {version, chain});
    }

    void checkEnvelope(const QByteArray& bytes, const QString& stream, qint64 version, const QString& where)
    {
        const auto event = Event::fromBytes(bytes);
        if (!event || event->stream != stream || event->version != version)
            problem("%1: the stored bytes tell of another event"_L1.arg(where));
    }

    void checkPersonal(const QString& digest, const QByteArray& salt, const QByteArray& bytes, const QString& where)
    {
        if (digest.isEmpty() && !bytes.isEmpty())
            problem("%1: has a personal part that the event does not know"_L1.arg(where));
        else if (!digest.isEmpty() && bytes.isEmpty())
            ++m_report.erasedPersonalParts;
        else if (!digest.isEmpty() && digestOf(salt + bytes) != digest)
            problem("%1: the personal part was changed"_L1.arg(where));
    }

    Done checkHeads()
    {
        KB_CHECK(m_connection.run("SELECT stream, version, hash FROM stream", {}, [&](const store::Row& row) {
            const auto end = m_ends.take(row.text(0));
            if (end.first != row.integer(1) || end.second != row.bytes(2))
                problem("stream %1: ends at version %2, its head says %3"_L1.arg(
                    row.text(0), QString::number(end.first), QString::number(row.integer(1))));
        }));
        for (auto it = m_ends.cbegin(); it != m_ends.cend(); ++it)
            problem("stream %1: has no head"_L1.arg(it.key()));
        return {};
    }

    Done checkFeed()
    {
        QByteArray chain = chainStart();
        qint64 pos = 0;
        KB_CHECK(m_connection.run("SELECT f.pos, f.kind, f.audience, COALESCE(f.stream, ''), COALESCE(e.hash, "
                                  "f.bytes), f.chain, e.stream, f.event FROM feed f "
                                  "LEFT JOIN event e ON e.id = f.event WHERE f.pos IS NOT NULL ORDER BY f.pos",
            {}, [&](const store::Row& row) {
                ++pos;
                const QString where = u"position %1"_s.arg(row.integer(0));
                if (row.integer(0) != pos) {
                    problem("%1: position %2 is missing"_L1.arg(where, QString::number(pos)));
                    pos = row.integer(0);
                }
                if (row.text(1) == "event"_L1 && row.text(6) != row.text(3))
                    problem("%1: its event is missing (stream %2)"_L1.arg(where, row.text(3)));
                chain = feedLink(
                    chain, pos, row.text(1).toUtf8(), row.text(2).toUtf8(), row.text(3).toUtf8(), row.bytes(4));
                if (chain != row.bytes(5)) {
                    problem("%1: does not continue the chain"_L1.arg(where));
                    chain = row.bytes(5);
                }
                m_chainAt.insert(pos, chain);
            }));
        m_report.positions = pos;
        KB_TRY(const qint64 head, m_connection.integer("SELECT pos FROM feed_head WHERE one = 1"));
        if (head != pos)
            problem(
                "the feed ends at position %1, its head says %2"_L1.arg(QString::number(pos), QString::number(head)));
        KB_TRY(const qint64 unfed,
            m_connection.integer(
                "SELECT COUNT(*) FROM event e WHERE NOT EXISTS(SELECT 1 FROM feed f WHERE f.event = e.id)"));
        if (unfed > 0)
            problem(u"%1 events never reached the feed"_s.arg(unfed));
        return {};
    }

    Done checkCheckpoints()
    {
        KB_CHECK(m_connection.run("SELECT pos, chain, at, COALESCE(key_id, ''), signature FROM checkpoint ORDER BY pos",
            {}, [&](const store::Row& row) {
                ++m_report.checkpoints;
                const QString where = u"checkpoint at position %1"_s.arg(row.integer(0));
                if (m_chainAt.value(row.integer(0)) != row.bytes(1))
                    problem("%1: the feed is not the one that was recorded"_L1.arg(where));
                if (row.isNull(4)) {
                    ++m_report.unsignedCheckpoints;
                } else if (m_signer && row.text(3) == m_signer->keyId() &&
                           !m_signer->verifies(
                               checkpointBytes(row.integer(0), row.bytes(1), row.integer(2)), row.bytes(4))) {
                    problem("%1: the signature is wrong"_L1.arg(where));
                } else if (m_signer && row.text(3) != m_signer->keyId()) {
                    problem("%1: signed with another key (%2)"_L1.arg(where, row.text(3)));
                }
            }));
        return {};
    }

    store::Connection& m_connection;
    const Signer* m_signer;
    VerifyReport m_report;
    QHash<QString, std::pair<qint64, QByteArray>> m_ends;
    QHash<qint64, QByteArray> m_chainAt;
};

} // namespace

Result<VerifyReport> verifyJournal(store::Connection& connection, const Signer* signer)
{
    return Verification(connection, signer).run();
}

} // namespace kuaiban::journal

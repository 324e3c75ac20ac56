#include "Relay.h"

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

namespace kuaiban::test {

namespace {

constexpr int DelayMs = 30;
constexpr int SlowPieceMs = 15;
constexpr qsizetype SlowPieceBytes = 2048;
constexpr int StallMs = 1500;
constexpr int MostCutBytes = 6000;

// The bytes of the first whole request in the buffer; empty while it is not complete. Only what a counter sends: a
// length or no body at all.
QByteArray firstRequest(const QByteArray& buffer)
{
    const auto head = buffer.indexOf("\r\n\r\n");
    if (head < 0)
        return {};
    qsizetype length = 0;
    for (const auto& line : buffer.first(head).split('\n')) {
        if (line.toLower().startsWith("content-length:"))
            length = line.mid(line.indexOf(':') + 1).trimmed().toLongLong();
    }
    const auto whole = head + 4 + length;
    return buffer.size() >= whole ? buffer.first(whole) : QByteArray();
}

} // namespace

const char* fateName(Fate fate)
{
    switch (fate) {
    case Fate::Pass:
        return "passed";
    case Fate::Delay:
        return "delayed";
    case Fate::Slow:
        return "slow";
    case Fate::CutUp:
        return "cut in the request";
    case Fate::CutDown:
        return "cut in the answer";
    case Fate::LoseReply:
        return "answer lost";
    case Fate::Duplicate:
        return "delivered twice";
    case Fate::Stall:
        return "stalled";
    case Fate::Reset:
        break;
    }
    return "reset";
}

// One connection of a counter and the one to the hub that belongs to it.
class RelayPair final : public QObject
{
public:
    RelayPair(QTcpSocket* near, quint16 hub, quint16 other, Fate fate, int cutAt, const std::atomic<bool>& losesPushes,
        QObject* parent)
        : QObject(parent)
        , m_near(near)
        , m_far(new QTcpSocket(this))
        , m_fate(fate)
        , m_cutAt(cutAt)
        , m_other(other)
        , m_losesPushes(losesPushes)
    {
        near->setParent(this);
        connect(near, &QTcpSocket::readyRead, this, [this] { upwards(); });
        connect(m_far, &QTcpSocket::readyRead, this, [this] { downwards(); });
        for (auto* socket : {near, m_far}) {
            connect(socket, &QTcpSocket::disconnected, this, [this] { end(); });
            connect(socket, &QTcpSocket::errorOccurred, this, [this] { end(); });
        }
        m_far->connectToHost(QHostAddress::LocalHost, hub);
        if (fate == Fate::Stall)
            QTimer::singleShot(StallMs, this, [this] { end(); });
    }

    void end()
    {
        for (auto* socket : {m_near, m_far}) {
            socket->disconnect(this);
            socket->abort();
        }
        deleteLater();
    }

private:
    void upwards()
    {
        const auto bytes = m_near->readAll();
        m_up += bytes.size();
        if (m_losesPushes && bytes.contains("POST /api/v1/commands "))
            m_fate = Fate::LoseReply;
        if (m_fate == Fate::CutUp && m_up > m_cutAt) {
            m_far->write(bytes.first(qMax<qsizetype>(0, bytes.size() - (m_up - m_cutAt))));
            m_far->flush();
            end();
            return;
        }
        if (m_fate == Fate::Stall && m_up > m_cutAt)
            return;
        if (m_fate == Fate::Duplicate && !m_repeated)
            repeat(bytes);
        pass(m_far, bytes);
    }

    void downwards()
    {
        const auto bytes = m_far->readAll();
        m_down += bytes.size();
        if (m_fate == Fate::LoseReply) { // the hub has done it all
            end();
            return;
        }
        if (m_fate == Fate::CutDown && m_down > m_cutAt) {
            m_near->write(bytes.first(qMax<qsizetype>(0, bytes.size() - (m_down - m_cutAt))));
            m_near->flush();
            end();
            return;
        }
        pass(m_near, bytes);
    }

    void pass(QTcpSocket* to, const QByteArray& bytes)
    {
        if (m_fate == Fate::Delay)
            QTimer::singleShot(DelayMs, to, [to, bytes] { to->write(bytes); });
        else if (m_fate == Fate::Slow)
            trickle(to, bytes);
        else
            to->write(bytes);
    }

    // In order: each direction has one line of pieces.
    void trickle(QTcpSocket* to, const QByteArray& bytes)
    {
        auto& line = to == m_far ? m_slowUp : m_slowDown;
        const bool runs = !line.isEmpty();
        line += bytes;
        if (!runs && !line.isEmpty())
            piece(to);
    }

    void piece(QTcpSocket* to)
    {
        QTimer::singleShot(SlowPieceMs, to, [this, to] {
            auto& line = to == m_far ? m_slowUp : m_slowDown;
            to->write(line.first(qMin(SlowPieceBytes, line.size())));
            line.remove(0, SlowPieceBytes);
            if (!line.isEmpty())
                piece(to);
        });
    }

    void repeat(const QByteArray& bytes)
    {
        m_request += bytes;
        const auto request = firstRequest(m_request);
        if (request.isEmpty())
            return;
        m_repeated = true;
        m_request.clear();
        auto* second = new QTcpSocket(parent()); // goes on when this connection is over
        connect(second, &QTcpSocket::connected, second, [second, request] { second->write(request); });
        connect(second, &QTcpSocket::readyRead, second, [second] { second->abort(); });
        connect(second, &QTcpSocket::disconnected, second, &QObject::deleteLater);
        connect(second, &QTcpSocket::errorOccurred, second, &QObject::deleteLater);
        second->connectToHost(QHostAddress::LocalHost, m_other);
    }

    QTcpSocket* m_near;
    QTcpSocket* m_far;
    Fate m_fate;
    qsizetype m_cutAt;
    quint16 m_other; // where a second delivery goes
    const std::atomic<bool>& m_losesPushes;
    qsizetype m_up = 0;
    qsizetype m_down = 0;
    QByteArray m_request;
    QByteArray m_slowUp;
    QByteArray m_slowDown;
    bool m_repeated = false;
};

// The door of one counter.
class RelayWay final : public QObject
{
public:
    explicit RelayWay(Relay& relay)
        : m_relay(relay)
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (auto* near = m_server.nextPendingConnection())
                take(near);
        });
        m_server.listen(QHostAddress::LocalHost);
    }

    quint16 port() const { return m_server.serverPort(); }

    void setPartition(bool cut)
    {
        m_cut = cut;
        if (cut)
            breakAll();
    }

    void breakAll()
    {
        for (auto* child : m_pairs.findChildren<QObject*>(Qt::FindDirectChildrenOnly)) {
            if (auto* pair = dynamic_cast<RelayPair*>(child))
                pair->end();
        }
    }

private:
    void take(QTcpSocket* near)
    {
        const auto& hubs = m_relay.m_hubs;
        const Fate fate = m_relay.drawFate();
        if (m_cut || hubs.isEmpty() || fate == Fate::Reset) {
            near->abort();
            near->deleteLater();
            return;
        }
        const auto hub = hubs.at(m_relay.m_random.below(static_cast<int>(hubs.size())));
        const auto other = hubs.at(m_relay.m_random.below(static_cast<int>(hubs.size())));
        new RelayPair(
            near, hub, other, fate, m_relay.m_random.below(MostCutBytes), m_relay.m_losesPushAnswers, &m_pairs);
    }

    Relay& m_relay;
    QTcpServer m_server;
    QObject m_pairs; // their parent
    bool m_cut = false;
};

namespace {

// Runs in the relay's thread, and comes back once it is done.
template<class Work>
void there(QObject* context, Work work)
{
    QMetaObject::invokeMethod(context, work, Qt::BlockingQueuedConnection);
}

} // namespace

Relay::Relay(quint32 seed)
    : m_context(std::make_unique<QObject>())
    , m_random(seed)
{
    m_context->moveToThread(&m_thread);
    m_thread.start();
}

Relay::~Relay()
{
    there(m_context.get(), [this] { m_ways.clear(); });
    m_thread.quit();
    m_thread.wait();
}

quint16 Relay::addWay()
{
    quint16 port = 0;
    there(m_context.get(), [&] {
        m_ways.push_back(std::make_unique<RelayWay>(*this));
        port = m_ways.back()->port();
    });
    return port;
}

void Relay::setHubs(const QList<quint16>& ports)
{
    there(m_context.get(), [&] { m_hubs = ports; });
}

void Relay::setPartition(int way, bool cut)
{
    there(m_context.get(), [&] { m_ways.at(static_cast<size_t>(way))->setPartition(cut); });
}

void Relay::setKind(bool kind)
{
    there(m_context.get(), [&] {
        m_kind = kind;
        for (const auto& way : m_ways) {
            way->setPartition(false);
            way->breakAll(); // what is ill-treated already begins anew
        }
    });
}

void Relay::losePushAnswers(bool lose)
{
    m_losesPushAnswers = lose;
}

// Half of them pass, or nothing would ever come of anything.
Fate Relay::drawFate()
{
    const bool passes = m_kind || m_random.below(2) == 0;
    const auto fate = passes ? Fate::Pass : AllFates.at(static_cast<size_t>(m_random.below(AllFates.size())));
    ++m_counts.at(static_cast<size_t>(fate));
    return fate;
}

} // namespace kuaiban::test

#pragma once

#include "tests/support/base/SeededRandom.h"

#include <QThread>

#include <array>
#include <atomic>
#include <memory>

namespace kuaiban::test {

// What a connection suffers on its way.
enum class Fate {
    Pass,
    Delay,     // every piece waits a little
    Slow,      // a thin line
    CutUp,     // it breaks after so many bytes of the request
    CutDown,   // it breaks after so many bytes of the answer
    LoseReply, // the request arrives, nothing of the answer comes back
    Duplicate, // the request arrives a second time, at whichever hub
    Stall,     // it stands still for a while, then breaks
    Reset,     // refused the hard way
};

inline constexpr std::array AllFates{Fate::Pass, Fate::Delay, Fate::Slow, Fate::CutUp, Fate::CutDown, Fate::LoseReply,
    Fate::Duplicate, Fate::Stall, Fate::Reset};
const char* fateName(Fate fate);

class RelayWay;

// Lies between counters and hubs and ill-treats their connections, as a seed says: each counter has a way of its own,
// which leads to one of the hubs, at each connection to whichever. Works in a thread of its own; all calls may come
// from any other thread and return once they are done.
class Relay
{
public:
    explicit Relay(quint32 seed);
    ~Relay();
    Q_DISABLE_COPY_MOVE(Relay)

    quint16 addWay();                          // the port for one counter; 0: none to be had
    void setHubs(const QList<quint16>& ports); // where the ways lead; none: nobody listens there
    void setPartition(int way, bool cut);      // nothing comes through, what is open breaks
    void setKind(bool kind);                   // everything passes from now on
    void losePushAnswers(bool lose);           // the hub has the commands, nobody hears of it
    int count(Fate fate) const { return m_counts.at(static_cast<size_t>(fate)); } // of connections so far

private:
    friend class RelayWay;
    Fate drawFate();

    QThread m_thread;
    std::unique_ptr<QObject> m_context; // lives in the thread, as all below does
    SeededRandom m_random;
    QList<quint16> m_hubs;
    std::vector<std::unique_ptr<RelayWay>> m_ways;
    bool m_kind = false;
    std::atomic<bool> m_losesPushAnswers = false;
    std::array<std::atomic<int>, AllFates.size()> m_counts{};
};

} // namespace kuaiban::test

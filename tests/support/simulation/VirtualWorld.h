#pragma once

#include "Deeds.h"
#include "Script.h"

#include "tests/support/casework/CaseCommands.h"
#include "tests/support/sync/Counter.h"

namespace kuaiban::test {

// What the person at one counter did and was told, written down beside the counter: no crash takes it away.
struct Ledger
{
    QStringList order; // ids of what the desk took, as they were made
    QHash<QString, journal::Command> made;
    QSet<QString> givenUp;
    QSet<QString> doneAgain;              // under another id
    QHash<QString, journal::Answer> told; // what the hub's answer was, as far as it came back; the last one
};

// A mistake put in on purpose, which the invariants have to find.
enum class Sabotage {
    None,
    SkipRow,       // the feed passes over a row that was committed late
    ForgetCommand, // the hub's note that it has a command is not in the transaction of its events
    DropCommand,   // a counter loses something out of its outbox
    LoseFile,      // a counter takes a file for sent that is not
};

// A hub and three counters with virtual clocks, ways and disks, all in one thread: the same script does the same. At
// the counters sit two clerks and the one person of a township office; dispatcher, reviewer and supervisor work on the
// hub.
class VirtualWorld
{
public:
    explicit VirtualWorld(Sabotage sabotage = Sabotage::None);
    ~VirtualWorld();

    Done open();
    void play(const Script& script);
    // Everything is mended, and everybody talks to the hub until nothing moves any more. Empty, or what still moves.
    QString comeToRest();

    CaseWorld& hub() { return m_hub; }
    const std::vector<std::unique_ptr<Counter>>& counters() const { return m_counters; }
    const Ledger& ledger(int who) const { return m_ledgers.at(who); }
    int taken() const; // how many commands the desks took
    int merged();      // how many cases go on as others

private:
    void perform(const Step& step);
    void atCounter(const Step& step);
    void onHub(const Step& step);
    void take(const Step& step);
    void round(const Step& step);
    void turnPost(const Step& step);
    void ruleOnHeldWork(const Step& step);
    void resolve(const Step& step); // again, give up, park
    void restart(int who);
    void writeDown(int who);
    void listen(int who);
    void sabotage(int who, const sync::HubRequest& request);
    Deed deedOf(const Step& step, const casework::Case& state, int choice, qint64 nowMs);
    QString pick(const Step& step);
    QString fingerprint();

    Sabotage m_sabotage;
    CaseWorld m_hub;
    CaseCommands m_write;
    std::shared_ptr<Fuse> m_hubFuse = std::make_shared<Fuse>();
    std::unique_ptr<FailingConnection> m_hubDisk;
    std::vector<std::unique_ptr<Counter>> m_counters;
    QList<Ledger> m_ledgers;
    QStringList m_streams;       // of all cases that were ever opened
    Fault m_fault = Fault::None; // of the request that is on its way
    int m_tokens = 0;
    bool m_isSpoilt = false; // a sabotage happens once
};

} // namespace kuaiban::test

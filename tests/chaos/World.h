#pragma once

#include "Relay.h"
#include "tests/support/base/SeededRandom.h"
#include "tests/support/programs/CounterProgram.h"

#include <QMutex>
#include <QSet>

namespace kuaiban::test {

struct ChaosOptions
{
    quint32 seed = 1;
    int rounds = 20;
    int counters = 3;
    int hubs = 1;
    QString postgres;    // address; empty: SQLite, or a cluster of its own for several hubs
    QString sabotage;    // a mistake put in on purpose: see Sabotages
    bool isLoud = false; // tells what everybody does
};

// Mistakes put in on purpose, each with the invariant that has to find it. The hub's note that it has a command is lost
// as if it were not in the transaction of its events; a counter passes over a row of its feed, as a naive cursor would.
inline const QHash<QString, QString> ChaosSabotages{{QStringLiteral("forget-command"), QStringLiteral("effects once")},
    {QStringLiteral("skip-row"), QStringLiteral("same on both sides")}};

// What somebody entered and the counter took: a text that stands nowhere else.
struct Entry
{
    QString token;
    QString stream;            // empty: in a draft whose submission was never answered
    bool acknowledged = false; // the counter took it as a command; else it died, refused, or said nothing
    bool stored = false;       // the counter had it in a draft
};

// One counter: the machine, the program on it, and the person who sits there.
struct ChaosCounter
{
    explicit ChaosCounter(quint32 seed)
        : random(seed)
    {}

    std::unique_ptr<CounterMachine> machine;
    std::unique_ptr<CounterProgram> program;
    QString login;
    int way = 0;
    QString account; // its id, once somebody was signed in
    bool isSignedIn = false;
    qint64 skewSeconds = 0; // of its clock
    SeededRandom random;    // of its person
    QStringList own;        // cases he opened or took over: what he may change
    QList<Entry> entries;   // in the order they were made
    int tokens = 0;
    QHash<QString, int> deeds; // how often what was done
    int answers = 0;
    int refusals = 0;
};

// Hubs, counters and the relay between them, all as real processes.
class ChaosWorld
{
public:
    explicit ChaosWorld(const ChaosOptions& options);
    ~ChaosWorld();

    QString open(); // empty, or what could not be set up
    void round(int number);
    QString comeToRest(); // everything is mended until nobody waits any more; empty, or who still does
    void close();         // all programs end, so that their stores can be read

    const ChaosOptions& options() const { return m_options; }
    const std::vector<std::unique_ptr<ChaosCounter>>& counters() const { return m_counters; }
    CounterHall& hall() { return *m_hall; }
    const Relay& relay() const { return m_relay; }
    QHash<QString, int> mishaps() const { return m_mishaps; }
    bool isSpoilt() const { return m_isSpoilt; }

private:
    struct Hub
    {
        std::unique_ptr<Child> program = std::make_unique<Child>();
        quint16 port = 0;
        QString config;
    };

    bool startHub(Hub& hub);
    void turnEvents(int number); // what somebody in the office does while it all goes on
    Done movePost(ChaosCounter& counter, bool given);
    bool publishForm();
    void tellRelay();
    bool startProgram(ChaosCounter& counter);
    bool signIn(ChaosCounter& counter);
    QString beginAll(); // with what a machine has that was at work before
    QJsonObject ask(ChaosCounter& counter, const QJsonObject& request, int patienceMs = 30'000);
    void act(ChaosCounter& counter);
    void take(ChaosCounter& counter);
    void edit(ChaosCounter& counter);
    void remark(ChaosCounter& counter);
    void attach(ChaosCounter& counter);
    void work(ChaosCounter& counter);
    void sync(ChaosCounter& counter, int limitMs);
    QString becomeLevel(ChaosCounter& counter); // empty, or why not
    void powerCut(ChaosCounter& counter);
    void dieAtWork(ChaosCounter& counter);
    void setClock(ChaosCounter& counter);
    void brokenDisk(ChaosCounter& counter);
    void spoil(); // the sabotage, once
    bool calm(ChaosCounter& counter);
    bool remarkOnOwn(ChaosCounter& counter);
    bool skipRow();
    bool forgetCommand();
    QString token(ChaosCounter& counter);
    QString anyCase(ChaosCounter& counter); // somebody's
    QString ownCase(ChaosCounter& counter); // mostly his own
    QString picture(ChaosCounter& counter);
    void note(ChaosCounter& counter, const QString& token, const QString& stream, bool acknowledged);

    ChaosOptions m_options;
    SeededRandom m_random;
    Relay m_relay;
    std::unique_ptr<CounterHall> m_hall;
    std::vector<Hub> m_hubs;
    std::vector<std::unique_ptr<ChaosCounter>> m_counters;
    QMutex m_mutex; // of what follows
    QStringList m_cases;
    QHash<QString, int> m_mishaps;
    bool m_isSpoilt = false;
};

} // namespace kuaiban::test

#pragma once

#include "tests/support/base/SeededRandom.h"

#include <QList>
#include <QString>

namespace kuaiban::test {

// What somebody does, or what befalls him. `a` and `b` of a step choose among what is there: any numbers will do, and a
// step for which there is nothing to choose is passed over, so that a script may lose any of its lines.
enum class Act {
    Take,    // opens case of matter a for person b; with a scan when b is odd
    Draft,   // saves a draft and takes the case from it
    Edit,    // case a, field and value b
    Remark,  // case a
    Scan,    // case a gets a page
    Work,    // moves case a on in one of the ways b that its step has
    Fetch,   // reads case a of the hub, whoever's it is
    Round,   // one round with the hub
    Restart, // the program ends and begins again
    Clock,   // somebody sets this counter's clock
    Pass,    // time goes by for everybody
    Post,    // a post is withdrawn, or given back
    Rule,    // held work a is admitted, or not
    Again,   // what needs attention of case a is done again
    GiveUp,  // what needs attention of case a is given up
    Park,    // case a is set aside, or let go on
    Settle,  // a conflict of case a is settled
};

// What goes wrong meanwhile, at the n-th request or the n-th statement.
enum class Mishap {
    None,
    Cut,         // the request never arrives
    LoseReply,   // it is done, the answer never comes
    TimeOut,     // it is done, the answer comes too late
    ServerError, // the hub is ill
    Twice,       // the way delivers it twice
    HubCrash,    // the hub dies at a statement: nothing of the request stands
    PowerCut,    // the counter dies at a statement and begins again
    FullDisk,    // the counter cannot write from a statement on, until the step is over
};

struct Step
{
    Act act = Act::Round;
    int who = 0; // 0–2 at a counter of his own, 3–5 at a window straight on the hub
    int a = 0;
    int b = 0;
    Mishap mishap = Mishap::None;
    int nth = 0;

    friend bool operator==(const Step&, const Step&) = default;
};

using Script = QList<Step>;

// The same seed makes the same script.
Script randomScript(quint32 seed, int steps);

// One line a step: "zhao take 2 1", "zhao round 0 0 lose-reply 3". What a failing run prints is read back as it stands.
QString toText(const Script& script);
Script scriptFrom(const QString& text); // lines that are no step are passed over

} // namespace kuaiban::test

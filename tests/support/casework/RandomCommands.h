#pragma once

#include "CaseCommands.h"

namespace kuaiban::test {

// Commands as a busy hall might send them: mostly sensible, now and then by the wrong person, about the wrong task,
// from a stale view or with contents that break a rule. The same seed gives the same commands.
class RandomCommands
{
public:
    RandomCommands(CaseWorld& world, CaseCommands& write, quint32 seed)
        : m_world(world)
        , m_write(write)
        , m_random(seed)
    {}

    journal::Command next();
    const QStringList& streams() const { return m_streams; }
    int below(int limit) { return m_random.below(limit); }
    // Lets time pass and sometimes takes a post away from somebody or gives it back.
    Done lifeGoesOn();

private:
    bool chance(int percent) { return m_random.below(100) < percent; }
    template<class T>
    T oneOf(const QList<T>& choices)
    {
        return choices.at(m_random.below(static_cast<int>(choices.size())));
    }
    Actor anybody();
    Actor suitable(const casework::Task& task); // its holder, or somebody whose post fits the step
    QJsonObject somebody();                     // a party
    QString dayFromNow();
    journal::Command beginning(const Actor& by);
    journal::Command opening();
    journal::Command atWindow(const Actor& by, const QString& stream, const casework::Case& state);
    journal::Command asking(const Actor& by, const QString& stream, const QString& opinion);
    journal::Command changingParty(const Actor& by, const QString& stream);
    journal::Command onward(const QString& stream, const casework::Case& state);
    journal::Command sideways(const QString& stream, const casework::Case& state);
    journal::Command editing(const Actor& by, const QString& stream, const casework::Case& state);
    casework::CaseMaterial paper(const casework::Case& state);

    CaseWorld& m_world;
    CaseCommands& m_write;
    SeededRandom m_random;
    QStringList m_streams;
    bool m_reviewerHasPost = true;
};

} // namespace kuaiban::test

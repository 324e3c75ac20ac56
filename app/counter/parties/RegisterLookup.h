#pragma once

#include "app/counter/session/Session.h"

#include <QHash>

namespace kuaiban::counter {

// What the hub's register says of the people at the window. Asks once a person and case; an answer that could not be
// had is asked for again when the hub is back.
class RegisterLookup final : public QObject
{
    Q_OBJECT

public:
    enum class State {
        NotAsked,
        Asking,
        Found,
        Unknown, // the register does not know the number
        Away     // the hub did not answer
    };
    struct Answer
    {
        State state = State::NotAsked;
        QJsonObject record; // of GET /persons/{idNo}: person, cards, insurances, openCases, formFacts …
        // What forms read of the person; empty as long as the register has not answered.
        QJsonObject formFacts() const;
    };

    explicit RegisterLookup(Session& session, QObject* parent = nullptr);

    void ask(const QString& idNo);      // nothing happens for a number that was answered
    void askAgain(const QString& idNo); // the person is here anew
    Answer answer(const QString& idNo) const { return m_answers.value(idNo); }

Q_SIGNALS:
    void answered(const QString& idNo); // found, unknown or away

private:
    Session& m_session;
    QHash<QString, Answer> m_answers;
};

} // namespace kuaiban::counter

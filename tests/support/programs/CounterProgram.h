#pragma once

#include "Child.h"
#include "tests/support/counter/CounterMachine.h"

namespace kuaiban::test {

// `kuaiban --no-window` on a machine, in a process of its own: one request a line, one answer a line. What it writes to
// standard error goes to `log`, or where ours goes.
class CounterProgram : public Child
{
public:
    bool start(const CounterMachine& machine, const QString& log = {}, const QHash<QString, QString>& environment = {});
    // An empty object when no answer came in time. The program is ended then: what it said after all would be taken for
    // the answer to the next request.
    QJsonObject ask(const QJsonObject& request, int patienceMs = 30'000);
    QJsonObject login(const QString& login, const QString& password = QString::fromLatin1(HubWorld::Password));
};

bool isOk(const QJsonObject& answer); // of a counter

// Somebody whose identity was typed, for the request `open`, and what a free intake says of him.
QJsonObject typedApplicant();
QJsonObject freeIntake(const QString& title);

} // namespace kuaiban::test

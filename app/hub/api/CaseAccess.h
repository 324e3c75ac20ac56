#pragma once

#include "modules/casework/CaseQueries.h"
#include "SignedIn.h"

namespace kuaiban::hub {

// identity.right unless the account may open the case; also for a stream that does not exist, so that the answer does
// not tell.
Done demandReading(const SignedIn& who, const QString& stream, store::Connection& connection, const HubParts& parts);

// Tasks the account holds, and tasks that nobody holds and the account could take.
struct TaskCounts
{
    qint64 open = 0;
    qint64 mine = 0;
};
Result<TaskCounts> countTasks(const SignedIn& who, store::Connection& connection, const HubParts& parts);

// What is told of a case beside a person: which matter, its number, since when and how far; nothing of its contents.
QJsonObject caseOfPerson(const casework::CaseRow& row);

// The streams that have a page with this digest, newest first.
Result<QStringList> casesWithFile(const QString& digest, store::Connection& connection);

} // namespace kuaiban::hub

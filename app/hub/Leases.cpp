#include "Leases.h"

#include "api/HubCommands.h"
#include "modules/casework/CaseStream.h"
#include "modules/casework/Leases.h"
#include "modules/identity/Contacts.h"
#include "modules/store/Transaction.h"

#include <QDebug>

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

Done endLeases(const HubParts& parts, store::Connection& connection)
{
    const qint64 now = parts.clock.nowMs();
    QList<casework::LapsedLease> lapsed;
    {
        const std::lock_guard lock(parts.writing);
        KB_CHECK(store::inTransaction(connection, [&]() -> Done {
            KB_CHECK(identity::Contacts(connection).noteHub(now));
            KB_TRY(lapsed, casework::lapsedLeases(connection, parts.shelf, now));
            return {};
        }));
    }
    for (const auto& lease : lapsed) {
        const auto ended = submitAsHub(parts, connection,
            {{casework::CaseStream::kind(), lease.stream, u"EndLease"_s,
                {{u"task"_s, lease.task}, {u"heardAt"_s, lease.heardMs}}}});
        if (!ended) // somebody was quicker; the others are given back all the same
            qWarning().noquote() << "lease:" << lease.stream << logLine(ended.error());
    }
    return {};
}

} // namespace kuaiban::hub
